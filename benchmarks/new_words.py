"""Memory over questions that are made of words nobody has used before.

    ./run bench new_words [QUESTIONS] [PART]

What is remembered of words is made PART times smaller, so that it is full after some hundred questions and
not after months. Told are the megabytes after each tenth.
"""

import random
import sys
import tempfile
from dataclasses import fields, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.basics.limits import LIMITS

WORDS = 8
"""New words of each question."""
TENTHS = 10


def main() -> None:
    numbers = [int(argument) for argument in sys.argv[1:]]
    questions, part = (*numbers, *(2_500, 256)[len(numbers) :])
    whole = LIMITS.caches
    smaller = {one.name: max(1, getattr(whole, one.name) // part) for one in fields(whole)}
    LIMITS.caches = replace(whole, **smaller)
    from benchmarks.day.whole import megabytes  # noqa: PLC0415 (caches get their sizes when they are imported)
    from bot.core.answer import answer  # noqa: PLC0415
    from bot.library.editions.kept import Editions  # noqa: PLC0415
    from bot.library.editions.shelf import Shelf  # noqa: PLC0415
    from bot.library.learned import load_model  # noqa: PLC0415

    model, chance = load_model(), random.Random(0)
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path("corpus"), Editions(Path(folder)), model.background)
        shelf.put(shelf.prepare())
    table = Table("new words", "MB")
    seen = list[tuple[int, float]]()
    for number in range(questions + 1):
        if number % (questions // TENTHS) == 0:
            seen.append((number * WORDS, megabytes()))
            table.add_row(f"{seen[-1][0]:,}", f"{seen[-1][1]:.1f}")
        answer(f"When did {' '.join(_word(chance) for _ in range(WORDS))}?", shelf.current, model=model)
    Console().print(table, f"room for {LIMITS.caches.words:,} words instead of {whole.words:,}", sep="\n")


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(4))


if __name__ == "__main__":
    main()
