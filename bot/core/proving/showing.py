"""How a quote is shown: below its lead-ins, and a row of a table with the names of its columns.

All words are ranges of the article; between them stand signs that are no words.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bot.core.nouns import Block, BlockKind, Span
from bot.core.proving.quote import Quote

OMITTED = "[…]"
"""Stands for what lies between two ranges that are no neighbours."""
NAMED, PARTED = ": ", " · "
"""What stands between a column's name and its cell, and between two cells."""

ShownPart = Span | str
"""A range of the article, or a sign of ours."""


def parts(quote: Quote) -> tuple[ShownPart, ...]:
    """Return what is shown of a quote, in order: its lead-ins, then the quote itself."""
    above = list(quote.lead_ins)
    row = list(_named_cells(quote, above[-1])) if above else []
    if row:
        above.pop()
    found: list[ShownPart] = []
    for part, following in pairwise([*above, quote.span]):
        near = not quote.article.text[part.end : following.start].strip()
        found += [part, "\n" if near else f"\n{OMITTED} "]
    return (*found, *(row or [quote.span]))


def text_of(quote: Quote, shown: Iterable[ShownPart]) -> str:
    """Return the parts as one text."""
    return "".join(part if isinstance(part, str) else part.of(quote.article.text) for part in shown)


def _named_cells(quote: Quote, head: Span) -> Iterator[ShownPart]:
    """Yield the cells of a row, each behind the name of its column; nothing if the two do not match."""
    if _kind(quote, head) is not BlockKind.HEAD or _kind(quote, quote.span) is not BlockKind.ROW:
        return
    names, cells = (list(_cells(quote.article.text, span)) for span in (head, quote.span))
    if len(names) != len(cells):
        return
    pairs = [(name, cell) for name, cell in zip(names, cells, strict=True) if cell]
    for number, (name, cell) in enumerate(pairs):
        if number:
            yield PARTED
        if name:
            yield from (name, NAMED)
        if cell:
            yield cell


def _kind(quote: Quote, span: Span) -> BlockKind | None:
    blocks = quote.article.blocks
    place = bisect_left(blocks, span.start, key=_start)
    return blocks[place].kind if place < len(blocks) and blocks[place].span == span else None


def _start(block: Block) -> int:
    return block.span.start


def _cells(text: str, row: Span) -> Iterator[Span | None]:
    """Yield the cells of a row, None for an empty one."""
    start = row.start
    for written in row.of(text).split("|"):
        words = written.strip()
        first = start + written.find(words)
        yield Span(first, first + len(words)) if words else None
        start += len(written) + 1
