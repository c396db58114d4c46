"""A folder of small web pages loaded with and without the child processes that parse, by turns.

    ./run bench parsing_apart [FILES]

Each load has a process of its own, as the reload of a large folder has, which reads all files and makes an
edition of them. Compared is the least time of the processor, the children's included. Aim: at most 1.3 times.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.core.index.edition import Edition
from bot.library.corpus.folder import read_folder
from bot.library.formats import registry
from bot.library.formats.child import Yielded, children
from bot.library.learned import load_model
from bot.library.parsing.header import Header

FILES = 1_000
ROUNDS = 4
_HERE, _APART = "here", "apart"


def main() -> None:
    if sys.argv[1:2] in ([_HERE], [_APART]):
        print(load(Path(sys.argv[2]), apart=sys.argv[1] == _APART))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            Path(folder, f"{number}.html").write_bytes(_page(number))
        rounds = [(_measured(_HERE, folder), _measured(_APART, folder)) for _ in range(ROUNDS)]
    table = Table("round", "here, s of CPU", "in a child", "ratio", title=f"{count:,} pages")
    least = tuple(map(min, zip(*rounds, strict=True)))
    named = [*((str(number), *times) for number, times in enumerate(rounds, 1)), ("least", *least)]
    for name, here, apart in named:
        table.add_row(name, f"{here:.2f}", f"{apart:.2f}", f"{apart / here:.2f}")
    Console().print(table)


def load(folder: Path, *, apart: bool) -> float:
    """Read a folder and make an edition of it; return the seconds that all processes took."""
    if not apart:
        setattr(registry, "parsed_apart", _parsed_here)  # noqa: B010 (no name of the module for others)
    Edition.of(read_folder(folder).articles, background=load_model().background)
    children.end_waiting()
    return sum(os.times()[:4])


def _parsed_here(suffix: str, data: bytes, beside: Header) -> "list[Yielded]":
    return list(registry.drafts_of(f"a{suffix}", data, beside))


def _measured(where: str, folder: str) -> float:
    command = [sys.executable, "-m", "benchmarks.parsing_apart", where, folder]
    return float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)  # noqa: S603


def _page(number: int) -> bytes:
    sentence = f"The ferry number {number} sailed at noon with nine people and two goats on board."
    paragraphs = f"<p>{' '.join([sentence] * 3)}</p>" * 6
    title = f"<title>The ferry {number}</title>"
    return f"<html><head>{title}</head><body><article>{paragraphs}</article></body></html>".encode()


if __name__ == "__main__":
    main()
