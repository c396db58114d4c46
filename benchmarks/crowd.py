"""Memory of a bot that many people ask, once each, by the longest message.

    ./run bench crowd [PEOPLE] [AT_ONCE]

A process serves the corpus. Nobody waits for real time to pass: ten thousand who would ask in an hour do so
as fast as they are answered. Told are the megabytes of the process after each tenth, and how many a thousand
people added in the second half. Aim: nobody is left without an answer, and the second half adds next to none.
"""

import asyncio
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.fairness import QUESTION, served_apart
from bot.basics.limits import LIMITS
from tests.fake_telegram import FakeTelegram

PEOPLE, AT_ONCE, PARTS = 10_000, 20, 10


def main() -> None:
    numbers = [int(argument) for argument in sys.argv[1:]]
    asyncio.run(_ask(*numbers, *(PEOPLE, AT_ONCE)[len(numbers) :]))


async def _ask(people: int, at_once: int) -> None:
    table = Table("people who asked", "MB", "answers")
    sizes = list[float]()
    async with FakeTelegram() as telegram, served_apart(telegram) as bot:
        for part in range(PARTS):
            first = part * people // PARTS
            numbers = range(first, (part + 1) * people // PARTS)
            for start in range(0, len(numbers), at_once):
                await asyncio.gather(*(_asks(telegram, n) for n in numbers[start : start + at_once]))
            sizes.append(_megabytes(bot.pid))
            shown = (f"{numbers.stop:,}", f"{sizes[-1]:.0f}", f"{len(telegram.transcript):,}")
            table.add_row(*shown)
            print(*shown, flush=True)  # it takes an hour
    grown = 1000 * (sizes[-1] - sizes[PARTS // 2 - 1]) / (people / 2)
    Console().print(table, f"{grown:+.1f} MB a thousand people in the second half", sep="\n")


async def _asks(telegram: FakeTelegram, number: int) -> None:
    question = f"{number} {QUESTION} " * LIMITS.asking.question
    await telegram.private(telegram.user(f"Reader {number}")).asks(question[: LIMITS.asking.question])


def _megabytes(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
