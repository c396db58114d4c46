"""Where somebody's speech begins: a sentence of it is never quoted without its beginning."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile

from bot.core.nouns import Article, Block, BlockKind, Span
from bot.core.reading.quotation_marks import (
    OPENING,
    Mark,
    closes_another,
    closes_speech,
    opened_after,
    read_marks,
)
from bot.core.reading.shape import UPPER
from bot.core.words.evidence import reports
from bot.languages.known import LANGUAGES

FURTHEST = 12
"""Paragraphs within which a quotation that one leaves open may be closed."""
_LONGEST_LIST = 200
"""Paragraphs of a list that may be somebody's words."""
_DIALOGUE = re.compile(rf"[—–-]\s?.*?(?:[,.!?…]\s*[—–-]\s+[^\W\d_{UPPER}]|[!?…]\s+[—–]\s)")
_SHARED = re.compile(r"«.*»(?=\s*[.,!?…—–])", re.DOTALL)
"""From an opening mark without a partner to one that closes another as well: «He shut down the «Tern»."""
SPOKEN = {BlockKind.PROSE, BlockKind.QUESTION}
TURN = re.compile(r"(?:[—–-]\s*)?([^\W\d_][\w.'’ -]{0,40}?)(\s?:)\s")
"""A turn of a transcript: who speaks, and the colon behind."""
ASKERS = frozenset[str]().union(*(known.reading.interviews.askers for known in LANGUAGES.values()))
ANSWERERS = frozenset[str]().union(*(known.reading.interviews.answerers for known in LANGUAGES.values()))
_NOBODY = ASKERS | ANSWERERS
"""What names a turn and nobody: "Q: …"."""
_MOST_SLIPS = 4
"""Marks without a partner that are read over in a paragraph; where there are more, none means anything."""


def speakers(article: Article) -> Mapping[Block, Span]:
    """Return where a transcript names who speaks, by block: "Quill:"; two have to take more than one turn."""
    text, turns = article.text, dict[Block, Span]()
    for block in article.blocks:
        turn = TURN.match(text, block.span.start, block.span.end) if block.kind in SPOKEN else None
        if turn and turn[1].casefold() not in _NOBODY:
            turns[block] = Span(turn.start(1), turn.end(2))
    counts = Counter(label.of(text) for label in turns.values())
    speaking = {name for name, count in counts.items() if count > 1}
    return {
        block: label for block, label in turns.items() if len(speaking) > 1 and label.of(text) in speaking
    }


def speech_begins(
    text: str, paragraphs: Sequence[Sequence[Span]], insets: Sequence[bool | None] = ()
) -> list[int]:
    """Return for each sentence the one that opens the speech it begins inside of, or itself.

    The sentences of all paragraphs are numbered through. Speech is what ``quotations`` finds and, without
    marks, what a colon leads to in the next paragraph, and a paragraph of dialogue ("— Yes, — said Dunn. —
    We know."). Behind a colon that is all of the paragraph if somebody is said to say it, and all of the list
    or block quotation that it begins (``insets`` tells which paragraphs are in one); else the first sentence.
    An inset of None has a lead-in of its own, so that no colon makes it speech.
    """
    starts = [sentence.start for paragraph in paragraphs for sentence in paragraph]
    begins = list(range(len(starts)))
    wholes = [Span(sentences[0].start, sentences[-1].end) for sentences in paragraphs]
    for speech in sorted([*quotations(text, wholes), *_unmarked(text, paragraphs, insets)]):
        opening = bisect_right(starts, speech.start) - 1
        for number in range(opening + 1, bisect_left(starts, speech.end)):
            begins[number] = begins[opening]
    return begins


def quotations(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Yield what stands in quotation marks and not inside of others.

    A quotation goes on in the next paragraph if that begins with the same opening mark, or if one of the
    next ``FURTHEST`` closes one that it did not open. Another mark without a partner opens a quotation up to
    the end of its paragraph where it begins that or stands behind a colon, and is a slip elsewhere; but «
    may share its partner with another.
    """
    left: Mark | None = None
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1 : number + 1 + FURTHEST]
        closed, left = _without_slips(text, paragraph, following, left)
        yield from closed
        if left and not _repeats(text, left, following):
            yield Span(left.offset, _closed_in(text, left, following) or paragraph.end)
            left = None


def begins_with_speech(text: str, span: Span) -> bool:
    """Tell whether a sentence or paragraph begins with somebody's words in marks, not with a name."""
    if text[span.start] not in OPENING:
        return False
    closing = next((mark.offset for mark, opened in read_marks(text, span) if not opened), None)
    return closing is None or closes_speech(text, closing, span.end)


def _unmarked(
    text: str, paragraphs: Sequence[Sequence[Span]], insets: Sequence[bool | None]
) -> Iterator[Span]:
    for number, (before, paragraph) in enumerate(pairwise(paragraphs), 1):
        lead = before[-1]
        if text[lead.end - 1] != ":" or None in insets[number : number + 1]:
            continue
        if reports(lead.of(text)):
            length = sum(1 for _ in takewhile(bool, islice(insets, number, number + _LONGEST_LIST)))
            yield Span(lead.end - 1, paragraphs[number + max(0, length - 1)][-1].end)
        else:
            yield Span(lead.end - 1, paragraph[0].end)
    for paragraph in paragraphs:
        if _DIALOGUE.match(text, paragraph[0].start, paragraph[-1].end):
            yield Span(paragraph[0].start, paragraph[-1].end)


def _without_slips(
    text: str, paragraph: Span, following: Sequence[Span], before: Mark | None
) -> tuple[list[Span], Mark | None]:
    """Return the quotations that end in the paragraph, and the one that it leaves open, no slip."""
    skipped = {paragraph.start} if before else set()
    shared: list[Span] = []
    for _ in range(_MOST_SLIPS):
        closed, left = _outermost(text, paragraph, before, skipped)
        if left is None or left is before or _goes_on(text, left, following):
            return [*closed, *shared], left
        if closing := _SHARED.match(text, left.offset, paragraph.end):
            shared.append(Span(*closing.span()))
        elif _is_meant(text, left, paragraph):
            return [*closed, *shared], left
        skipped.add(left.offset)
    return shared, None


def _goes_on(text: str, left: Mark, following: Sequence[Span]) -> bool:
    return _repeats(text, left, following) or _closed_in(text, left, following) is not None


def _is_meant(text: str, left: Mark, paragraph: Span) -> bool:
    """Tell whether a mark without a partner is no slip: behind a colon, or where a paragraph begins."""
    introduced = text[max(paragraph.start, left.offset - 3) : left.offset].rstrip().endswith(":")
    return introduced or (left.kind == "q" and left.offset == paragraph.start)


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
    """Tell whether the next paragraph goes on with speech behind the mark that opened the quotation."""
    sign = text[left.offset]
    again = bool(following) and text[following[0].start] == sign != "'"
    return again and begins_with_speech(text, following[0])


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
