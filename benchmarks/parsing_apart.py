"""Small web pages read in this process and in a child process, by turns.

    ./run bench parsing_apart [FILES]

Each round starts a child and counts that; this process imports the libraries in its first round only, which
is the one that compares with a folder's reading.
"""

import os
import sys
import time
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from bot.library.formats.child import children
from bot.library.formats.registry import parse_file
from bot.library.parsing.draft import read_draft
from bot.library.parsing.header import Header

FILES = 1_000
ROUNDS = 3


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    pages = [_page(number) for number in range(count)]
    table = Table("Round", "Here, s", "CPU", "In a child, s", "CPU", "Ratio", "CPU", title=f"{count:,} pages")
    for number in range(1, ROUNDS + 1):
        here, apart = _seconds(_here, pages), _seconds(_apart, pages)
        ratios = [b / a for a, b in zip(here, apart, strict=True)]
        table.add_row(str(number), *(f"{seconds:.2f}" for seconds in (*here, *apart, *ratios)))
    Console().print(table)


def _page(number: int) -> bytes:
    sentence = f"The ferry number {number} sailed at noon with nine people and two goats on board."
    paragraphs = f"<p>{' '.join([sentence] * 3)}</p>" * 6
    title = f"<title>The ferry {number}</title>"
    return f"<html><head>{title}</head><body><article>{paragraphs}</article></body></html>".encode()


def _here(page: bytes) -> None:
    from bot.library.formats.saved.web_page import parse_web_page  # noqa: PLC0415 - its libraries count, too

    read_draft(parse_web_page(page, Header()), "a.html")


def _apart(page: bytes) -> None:
    parse_file("a.html", page)


def _seconds(read: Callable[[bytes], None], pages: list[bytes]) -> tuple[float, float]:
    """Return the seconds of the clock, and those of the processor with the child's."""
    begin, before = time.perf_counter(), sum(os.times()[:4])
    for page in pages:
        read(page)
    children.end_waiting()
    return time.perf_counter() - begin, sum(os.times()[:4]) - before


if __name__ == "__main__":
    main()
