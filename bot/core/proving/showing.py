"""How a quote is shown: below its lead-ins, and a row of a table with the names of its columns.

All words are ranges of the article; between them stand signs that are no words.
"""

from bisect import bisect_left, bisect_right
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
    """Return what is shown of a quote, in order: its lead-ins, then the quote itself, a list line by line."""
    above, lines = list(quote.lead_ins), _lines(quote)
    rows = [list(_named_cells(quote, above[-1], line)) for line in lines] if above else []
    if rows and all(rows):
        above.pop()
    else:
        rows = [[line] for line in lines]
    found: list[ShownPart] = []
    for part, following in pairwise([*above, quote.span]):
        near = not quote.article.text[part.end : following.start].strip()
        found += [part, "\n" if near else f"\n{OMITTED} "]
    for number, row in enumerate(rows):
        found += ["\n", *row] if number else row
    return tuple(found)


def _lines(quote: Quote) -> list[Span]:
    """Return the lines of a quoted list or table; a quote that ends in neither is one."""
    blocks, span = quote.article.blocks, quote.span
    first = bisect_right(blocks, span.start, key=_start) - 1
    last = bisect_left(blocks, span.end, key=_start)
    inside = blocks[max(first, 0) : last]
    if not inside or not inside[-1].kind.listed:
        return [span]
    return [Span(max(b.span.start, span.start), min(b.span.end, span.end)) for b in inside]


def text_of(quote: Quote, shown: Iterable[ShownPart]) -> str:
    """Return the parts as one text."""
    return "".join(part if isinstance(part, str) else part.of(quote.article.text) for part in shown)


def _named_cells(quote: Quote, head: Span, row: Span) -> Iterator[ShownPart]:
    """Yield the cells of a row, each behind the name of its column; nothing if the two do not match."""
    if _kind(quote, head) is not BlockKind.HEAD or _kind(quote, row) is not BlockKind.ROW:
        return
    names, cells = (list(_cells(quote.article.text, span)) for span in (head, row))
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
