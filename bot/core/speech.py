"""Where somebody's speech begins: a sentence of it is never quoted without its beginning."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from bot.core.marks import ENDS, OPENING, Mark, closes_another, opened_after, read_marks
from bot.core.model import Passage, Span
from bot.core.shape import CLOSERS

MAX_SPOKEN = 700
"""Code points of a quote that begins where somebody's speech does, since its answer lies deep inside."""
FURTHEST = 12
"""Paragraphs within which a quotation that one leaves open may be closed."""
_DIALOGUE = re.compile(r"[—–]\s.*?[,.!?…]\s+[—–]\s+(?![A-ZА-ЯЁ])[^\W\d_]")
_MOST_SLIPS = 4
"""Marks without a partner that are read over in a paragraph; where there are more, none means anything."""


def speech_begins(text: str, paragraphs: Sequence[Sequence[Span]]) -> list[int]:
    """Return for each sentence the one that opens the outermost quotation it begins inside of, or itself.

    The sentences of all paragraphs are numbered through.
    """
    starts = [sentence.start for paragraph in paragraphs for sentence in paragraph]
    begins = list(range(len(starts)))
    for quotation in quotations(text, [Span(found[0].start, found[-1].end) for found in paragraphs]):
        opening = bisect_right(starts, quotation.start) - 1
        for number in range(opening + 1, bisect_left(starts, quotation.end)):
            begins[number] = begins[opening]
    return begins


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """Return the ranges that are somebody's words, in order of their beginnings.

    In marks they go on in the next paragraph if that begins with the same opening mark, or if one of the
    next ``FURTHEST`` closes marks that it did not open. Another mark without a partner opens a quotation up
    to the end of its paragraph where it begins that, and is a slip elsewhere. Without marks they are a
    paragraph that follows a colon, and one of dialogue ("— Yes, — said Dunn. — We know.").
    """
    return sorted([*_marked(text, paragraphs), *_unmarked(text, paragraphs)])


def spoken(passage: Passage, number: int) -> Span | None:
    """Return the range from the beginning of the speech that a sentence is in up to its end.

    None if that is longer than ``MAX_SPOKEN`` or begins in an earlier passage: by itself the sentence would
    not tell that somebody says it, so it is not quotable. A sentence outside of speech stands for itself.
    """
    speech = passage.speech(number)
    if speech is None:
        return None
    span = Span(passage.sentences[speech.start].start, passage.sentences[number].end)
    return span if speech.start == number or len(span) <= MAX_SPOKEN else None


def begins_with_speech(text: str, sentence: Span) -> bool:
    """Tell whether a sentence begins with somebody's words in marks, rather than with a name in marks.

    Speech ends with the sentence, with a mark like ",", or before a dash: “Ice came,” she said.
    """
    if text[sentence.start] not in OPENING:
        return False
    for mark, opened in read_marks(text, sentence):
        if not opened:
            behind = text[mark.offset + 1 : sentence.end].lstrip(CLOSERS + ENDS + " ")
            return text[mark.offset - 1] in ENDS or not behind or behind[0] in "—–-"
    return True


def _unmarked(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    for before, paragraph in pairwise(paragraphs):
        if text[before.end - 1] == ":":
            yield Span(before.end - 1, paragraph.end)
    yield from (
        paragraph for paragraph in paragraphs if _DIALOGUE.match(text, paragraph.start, paragraph.end)
    )


def _marked(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Yield what is in marks and not inside of others."""
    left: Mark | None = None
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1 : number + 1 + FURTHEST]
        closed, left = _without_slips(text, paragraph, following, left)
        yield from closed
        if left and not _repeats(text, left, following):
            yield Span(left.offset, _closed_in(text, left, following) or paragraph.end)
            left = None


def _without_slips(
    text: str, paragraph: Span, following: Sequence[Span], before: Mark | None
) -> tuple[list[Span], Mark | None]:
    """Return the quotations that end in the paragraph, and the one that it leaves open, no slip."""
    skipped = {paragraph.start} if before else set()
    for _ in range(_MOST_SLIPS):
        closed, left = _outermost(text, paragraph, before, skipped)
        if (
            left is None
            or left.offset <= paragraph.start
            or _repeats(text, left, following)
            or _closed_in(text, left, following)
        ):
            return closed, left
        skipped.add(left.offset)
    return [], None


def _outermost(
    text: str, paragraph: Span, before: Mark | None, skipped: Collection[int]
) -> tuple[list[Span], Mark | None]:
    """Return the outermost quotations that end in the paragraph, and the one that is open behind it."""
    closed: list[Span] = []
    left = before
    for mark, opened in read_marks(text, paragraph, (before,) if before else (), skipped):
        now = next((other for other in opened if other.kind != "b"), None)
        if left and now != left:
            closed.append(Span(left.offset, mark.offset + 1))
        left = now
    return closed, left


def _repeats(text: str, left: Mark, following: Sequence[Span]) -> bool:
    """Tell whether the next paragraph begins with the mark that opened the quotation."""
    return bool(following) and text[following[0].start] == text[left.offset]


def _closed_in(text: str, left: Mark, following: Sequence[Span]) -> int | None:
    """Return the offset behind the mark of a following paragraph that closes the quotation."""
    if left.kind == "s":
        return None  # what closes it is an apostrophe too
    for paragraph in following:
        closing = closes_another(text, paragraph)
        if closing is not None:
            return closing + 1
        if any(mark.kind == "q" for mark in opened_after(text, paragraph)):
            return None
    return None
