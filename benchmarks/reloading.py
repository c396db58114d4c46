"""Reloads of a generated corpus, and the time that questions take meanwhile.

    ./run bench reloading [ARTICLES]

Questions are asked one after the other, as the bot asks the core: off the event loop, in a thread.
"""

import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks import generated
from benchmarks.ranking import resident
from bot.core.answer import answer
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Prepared, Shelf
from bot.library.learned import load_model
from bot.upkeep import START, Busy

ARTICLES = 10_000
PASSAGES = 10
"""In an article."""
QUIET = 400
"""Questions that are asked while nothing else happens."""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    root = Path(tempfile.mkdtemp(prefix="reloading-"))
    try:
        asyncio.run(measure(root, count))
    finally:
        shutil.rmtree(root)


async def measure(root: Path, count: int) -> None:
    corpus = root / "corpus"
    write(corpus, count)
    shelf = Shelf(corpus, Editions(root / "editions"), load_model().background)
    table = Table("", "seconds", "questions", "p50 ms", "p99 ms", "longest ms", title=f"{count:,} articles")
    seconds, _ = await reload(shelf)
    table.add_row("full load", f"{seconds:.1f}", "", "", "", "")
    loaded = resident()
    passages = shelf.current.passages
    asked = generated.questions(passages, 200)
    quiet: list[float] = []
    await ask(shelf, asked, lambda: len(quiet) >= QUIET, quiet)
    table.add_row("no reload", "", *row(quiet))
    change(corpus, 0)
    await reload(shelf)
    for name, share in (("nothing changed", 0.0), ("1 % changed", 0.01), ("10 % changed", 0.1)):
        change(corpus, int(count * share))
        task = asyncio.create_task(reload(shelf))
        times = await ask(shelf, asked, task.done, [])
        seconds, added = await task
        table.add_row(f"reload, {name}", f"{seconds:.1f}", *row(times), f"{added} changed")
    Console().print(table)
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1e3
    print(f"{len(passages):,} passages; {loaded:,.0f} MB when loaded, {peak:,.0f} MB at the most")


async def reload(shelf: Shelf) -> tuple[float, int]:
    """Reload as the bot does; return the seconds it took and the number of articles that had changed."""
    begun = time.perf_counter()
    prepared: Prepared = await asyncio.to_thread(shelf.prepare, (), Busy(START).count)
    report = await asyncio.to_thread(shelf.put, prepared)
    assert not report.changes.problems
    return time.perf_counter() - begun, len(report.changes.edited)


async def ask(shelf: Shelf, asked: list[str], enough: Callable[[], bool], times: list[float]) -> list[float]:
    """Ask until it is enough; return the milliseconds that each question took."""
    reply = partial(answer, model=load_model())
    number = 0
    while not enough():
        begun = time.perf_counter()
        await asyncio.to_thread(reply, asked[number % len(asked)], shelf.current)
        times.append((time.perf_counter() - begun) * 1e3)
        number += 1
        await asyncio.sleep(0.01)
    return times


def row(times: list[float]) -> tuple[str, ...]:
    p50, p99 = np.quantile(times, [0.5, 0.99])
    return f"{len(times):,}", f"{p50:.1f}", f"{p99:.1f}", f"{max(times):.1f}"


def write(corpus: Path, count: int) -> None:
    corpus.mkdir()
    for number, (article, _) in enumerate(generated.articles(count * PASSAGES)):
        paragraphs = article.text.split("\n\n")
        for half in range(0, len(paragraphs), PASSAGES):
            name = f"{number}-{half}"
            text = "\n\n".join(paragraphs[half : half + PASSAGES])
            (corpus / f"{name}.md").write_text(f"---\ntitle: Story {name}\nlanguage: en\n---\n\n{text}\n")


def change(corpus: Path, count: int) -> None:
    """Change a sentence in so many articles."""
    for path in sorted(corpus.iterdir())[:count]:
        path.write_text(f"{path.read_text()}\n\nOn day {time.time_ns()} another ship came to the harbour.\n")


if __name__ == "__main__":
    main()
