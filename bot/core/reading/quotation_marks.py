"""Quotation marks and brackets: which are open, told by their neighbours in any of the usual styles."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from bot.core.nouns import Span
from bot.core.reading.shape import CLOSERS, TERMINALS

OPENING = "\"'“„«»‘‚‹"
"""What a quotation may begin with."""

_SINGLE = "'‘’‚‹›"
_ENDS = TERMINALS + ",;:"
_LEADS = ":,;…’"
"""What may stand before an opening mark without a blank between: said:“Yes”, qu’« oui »."""
_BESIDE = frozenset(_ENDS + ")]}”’»")
"""What an opening mark does not stand behind."""
_DASHES = "—–-"
_DEEPEST = 8
_LONGEST_SINGLE = 2000
_MARKS = re.compile(r"[\"'“”„«»‘’‚‹›()\[\]]")
_POSSESSIVE = re.compile(r"(?<=\w)['’] \w")
_STOP = re.compile(rf"[{re.escape(TERMINALS)}]\s")


class Mark(NamedTuple):
    """A mark: ``kind`` is "q" of a quotation, "s" of one in single marks, "b" of a bracket."""

    kind: str
    offset: int


def has_marks(text: str, span: Span) -> bool:
    """Tell whether there is any mark in ``span``."""
    return _MARKS.search(text, span.start, span.end) is not None


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
        mark = Mark("b" if sign in "()[]" else "s" if sign in _SINGLE else "q", offset)
        before = text[offset - 1] if offset > span.start else ""
        if _opens(text, mark, before, opened):
            opened = (*opened, mark)[:_DEEPEST]
        elif not (sign in "'’" and _is_apostrophe(text, offset, opened)):
            opened = _without_last(opened, mark.kind)
        yield mark, opened


def opened_after(text: str, span: Span, opened: tuple[Mark, ...] = ()) -> tuple[Mark, ...]:
    """Return the marks that are open behind ``span``, outermost first, if ``opened`` are before it."""
    for _, now in read_marks(text, span, opened):
        opened = now
    return opened


def closes_another(text: str, span: Span) -> int | None:
    """Return the offset of the first double mark that closes speech which ``span`` did not open."""
    before: tuple[Mark, ...] = ()
    for mark, now in read_marks(text, span):
        alone = mark.kind == "q" and now == before and len(now) < _DEEPEST
        if alone and closes_speech(text, mark.offset, span.end):
            return mark.offset
        before = now
    return None


def closes_speech(text: str, offset: int, end: int) -> bool:
    """Tell whether the closing mark there ends speech, rather than a name in the middle of a sentence.

    Speech ends with punctuation in the marks or behind them, with the text, or before a dash.
    """
    behind = text[offset + 1 : min(end, offset + 9)].lstrip(CLOSERS)
    return text[offset - 1] in _ENDS or behind[:1] in _ENDS or behind.lstrip()[:1] in _DASHES


def _opens(text: str, mark: Mark, before: str, opened: tuple[Mark, ...]) -> bool:
    """Tell by its neighbours whether a mark opens: «…», „…“, “…”, »…« and "…" are all in use."""
    sign, following = text[mark.offset], text[mark.offset + 1 : mark.offset + 2]
    if mark.kind == "b":
        return sign in "(["
    alike = [text[other.offset] for other in opened if other.kind == mark.kind]
    if sign == "’" or (mark.kind == "s" and opened[-1:] and opened[-1].kind == "s"):
        return False
    if (sign == "'" and not following.isalpha()) or (sign == "‘" and following.isdigit()):
        return False
    if before and before in _LEADS and not alike:
        return following.isalnum() or (sign == "«" and before == "’")
    if sign in "“„«‘‚‹":
        return _is_apart(before)
    inside = sign in alike if sign == '"' else bool(alike)
    return _is_apart(before) and not inside and not following.isspace()


def _is_apart(before: str) -> bool:
    return not before.isalnum() and before not in _BESIDE


def _is_apostrophe(text: str, offset: int, opened: tuple[Mark, ...]) -> bool:
    """Tell whether the mark is in a word, or ends one in a later sentence than the open mark: boys’ hats."""
    if text[offset + 1 : offset + 2].isalnum():
        return True
    single = next((other.offset for other in reversed(opened) if other.kind == "s"), None)
    if single is None or not _POSSESSIVE.match(text, offset):
        return False
    return _STOP.search(text, max(single, offset - _LONGEST_SINGLE), offset) is not None


def _without_last(opened: tuple[Mark, ...], kind: str) -> tuple[Mark, ...]:
    """Close the last of that kind and what is inside it, but a quotation in double marks by its like only."""
    last = max((n for n, mark in enumerate(opened) if mark.kind == kind), default=len(opened))
    return opened[:last] + tuple(mark for mark in opened[last + 1 :] if mark.kind == "q" != kind)
