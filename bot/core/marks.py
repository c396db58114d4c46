"""Quotation marks and brackets: which are open, told by their neighbours in any of the usual styles."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from bot.core.model import Span
from bot.core.shape import TERMINALS

OPENING = "\"'“„«»‘"
"""What a quotation may begin with."""
ENDS = TERMINALS + ",;:"
"""What stands before the mark that closes speech."""

_DEEPEST = 8
_MARKS = re.compile(r"[\"'“”„«»‘’()\[\]]")


class Mark(NamedTuple):
    """A mark: ``kind`` is "q" of a quotation, "s" of one in single marks, "b" of a bracket."""

    kind: str
    offset: int


def read_marks(
    text: str, span: Span, opened: tuple[Mark, ...] = (), skipped: Collection[int] = ()
) -> Iterator[tuple[Mark, tuple[Mark, ...]]]:
    """Yield each mark in ``span`` with the marks that are open behind it, outermost first.

    ``opened`` are those before it; the marks at the ``skipped`` offsets are read over.
    """
    for found in _MARKS.finditer(text, span.start, span.end):
        sign, offset = found[0], found.start()
        if offset in skipped:
            continue
        mark = Mark("b" if sign in "()[]" else "s" if sign in "'‘’" else "q", offset)
        if _opens(text, sign, offset, span.start, any(other.kind == mark.kind for other in opened)):
            if not (mark.kind == "s" and opened[-1:] and opened[-1].kind == "s"):
                opened = (*opened, mark)[:_DEEPEST]
        elif not (sign in "'’" and text[offset + 1 : offset + 2].isalnum()):
            opened = _without_last(opened, mark.kind)
        yield mark, opened


def opened_after(text: str, span: Span, opened: tuple[Mark, ...] = ()) -> tuple[Mark, ...]:
    """Return the marks that are open behind ``span``, outermost first, if ``opened`` are before it."""
    for _, now in read_marks(text, span, opened):
        opened = now
    return opened


def closes_another(text: str, span: Span) -> int | None:
    """Return the offset of the first double mark that closes a quotation which ``span`` did not open."""
    before: tuple[Mark, ...] = ()
    for mark, now in read_marks(text, span):
        if mark.kind == "q" and now == before and len(now) < _DEEPEST:
            return mark.offset
        before = now
    return None


def _without_last(opened: tuple[Mark, ...], kind: str) -> tuple[Mark, ...]:
    """Close the last of that kind and what is inside it, but a quotation in double marks by its like only."""
    last = max((n for n, mark in enumerate(opened) if mark.kind == kind), default=len(opened))
    return opened[:last] + tuple(mark for mark in opened[last + 1 :] if mark.kind == "q" != kind)


def _opens(text: str, sign: str, offset: int, start: int, inside: bool) -> bool:
    """Tell by its neighbours whether a mark opens: «…», „…“, “…”, »…« and "…" are all in use."""
    if sign in "()[]’":
        return sign in "(["
    before = text[offset - 1] if offset > start else ""
    apart = not before.isalnum() and before not in tuple(ENDS + ")]}”’»")
    if sign in "“„«‘":
        return apart
    if sign == "'" and not text[offset + 1 : offset + 2].isalpha():
        return False
    return apart and not inside and not text[offset + 1 : offset + 2].isspace()
