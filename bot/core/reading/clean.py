"""Source text to the text that we promise to quote: residue of the page is deleted, nothing is ever changed.

A deletion never falls inside a sentence, but for characters that chats drop. So a quoted sentence is a run of
the source, and no sentence arises from the joining of what stood apart.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from bot.core.nouns import Block, BlockKind, CutAs, Span
from bot.core.reading.kinds import judge
from bot.core.reading.lines import Paragraph, paragraphs, shrunk
from bot.core.reading.residue import EDIT_MARK, MARK_BEFORE, is_boilerplate
from bot.core.reading.sentences import sentences
from bot.core.reading.shape import DROPPED, HOLE, SENTENCE_MARKS

_HOLES = re.compile(f"[{HOLE}\ufffd]")
"""A sentence with one of these is never quoted: a reader of the source reads something else there."""
_OF_SENTENCES = frozenset({BlockKind.PROSE, BlockKind.ITEM})
_BLANKS = re.compile(r"\s+")
_LONGEST_MARKS = 60


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean text. ``blocks`` are places in ``text``, ``removed`` are the places of the source that it lacks.

    ``cuts`` are the places in the source of whole paragraphs and of their edges that were removed, and of
    sentences with a hole, and why.
    All are in order and do not overlap. Blocks cover all of ``text`` but white space.
    """

    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Span, ...]
    cuts: tuple[tuple[Span, CutAs], ...]

    def offsets(self, source_offsets: Iterable[int]) -> list[int]:
        """Return where in ``text`` the source's code points at these offsets are, or would have been."""
        return list(map(_mover(self.removed), source_offsets))


def clean(source: str, hints: tuple[Block, ...] = (), title: str = "") -> Cleaned:
    """Delete what is not part of the text and tell what each remaining paragraph is.

    ``source`` is plain text in NFC, its lines ended by line feeds. ``hints`` are places in it whose kind the
    file's format knew, in order and without overlap. ``title`` is the article's, "" if unknown.
    The clean text is empty where nothing remains.
    """
    whole = paragraphs(source, hints)
    found = [_trimmed(source, paragraph) for paragraph in whole]
    judge(found, title)
    laid = [tuple(_around_holes(source, _block(p))) if p.kind else () for p in found]
    spans = [p.span for p in found if p.kind]
    removed = tuple(sorted([*_between(source, spans), *_dropped(source, spans)]))
    move = _mover(removed)
    return Cleaned(
        text="".join(_remaining(source, removed)),
        blocks=tuple(
            Block(Span(move(block.span.start), move(block.span.end)), block.kind, block.level, block.inset)
            for blocks in laid
            for block in blocks
        ),
        removed=removed,
        cuts=tuple(cut for one in zip(whole, found, laid, strict=True) for cut in _cuts(*one)),
    )


def _cuts(whole: Paragraph, judged: Paragraph, blocks: Iterable[Block]) -> Iterable[tuple[Span, CutAs]]:
    """Yield what was cut of a paragraph: all of it, what stood around its sentences, those with holes."""
    if judged.kind is None and judged.cut_as:
        yield whole.span, judged.cut_as
        return
    if whole.span.start < judged.span.start:
        yield Span(whole.span.start, judged.span.start), CutAs.EDGE
    yield from ((block.span, CutAs.HOLE) for block in blocks if block.kind is not judged.kind)
    if judged.span.end < whole.span.end:
        yield Span(judged.span.end, whole.span.end), CutAs.EDGE


def _block(paragraph: Paragraph) -> Block:
    kind = paragraph.kind or BlockKind.NOTE
    if paragraph.hint is None:
        return Block(paragraph.span, kind)
    return Block(paragraph.span, kind, paragraph.hint.level, paragraph.hint.inset)


def _around_holes(source: str, block: Block) -> Iterable[Block]:
    """Yield the block, or its parts: sentences with a hole are notes, so that they are never quoted."""
    if not (block.kind.quotable or block.kind is BlockKind.CODE) or not _HOLES.search(block.span.of(source)):
        yield block
        return
    parts = sentences(source, block.span) if block.kind in _OF_SENTENCES else (block.span,)
    for torn, group in groupby(parts, key=lambda part: _HOLES.search(part.of(source)) is not None):
        run = list(group)
        kind = BlockKind.NOTE if torn else block.kind
        yield replace(block, span=Span(run[0].start, run[-1].end), kind=kind)


def _trimmed(source: str, paragraph: Paragraph) -> Paragraph:
    """Return the paragraph without marks before its first sentence and residue behind its last one."""
    if paragraph.known is BlockKind.CODE:
        return paragraph
    start, end = paragraph.span.start, paragraph.span.end
    if head := MARK_BEFORE.match(source, start, end):
        start = head.end()
    for pattern in (EDIT_MARK, SENTENCE_MARKS) if source[end - 1] == "]" else ():
        if (mark := pattern.search(source, max(start, end - _LONGEST_MARKS), end)) and mark.start() > start:
            end = mark.start()
    parts = sentences(source, Span(start, end))
    last = len(parts) - 1
    while last > 0 and is_boilerplate(parts[last].of(source)):
        last -= 1
    span = shrunk(source, Span(parts[0].start, parts[last].end))
    if span == paragraph.span:
        return paragraph
    return Paragraph(span, DROPPED.sub("", span.of(source)), paragraph.gap, paragraph.hint)


def _between(source: str, kept: list[Span]) -> Iterable[Span]:
    """Yield what is to be removed around the kept spans: all but one stretch of white space between two."""
    edges = [0, *(edge for span in kept for edge in (span.start, span.end)), len(source)]
    gaps = list(zip(edges[::2], edges[1::2], strict=True))
    for n, (start, end) in enumerate(gaps):
        blanks = _BLANKS.finditer(source, start, end) if 0 < n < len(gaps) - 1 else ()
        stays = max(
            ((m.start(), m.end()) for m in blanks), key=lambda b: source.count("\n", *b), default=(end, end)
        )
        yield from (Span(a, b) for a, b in ((start, stays[0]), (stays[1], end)) if a < b)


def _dropped(source: str, kept: list[Span]) -> Iterable[Span]:
    for span in kept:
        yield from (Span(m.start(), m.end()) for m in DROPPED.finditer(source, span.start, span.end))


def _remaining(source: str, removed: tuple[Span, ...]) -> Iterable[str]:
    start = 0
    for span in removed:
        yield source[start : span.start]
        start = span.end
    yield source[start:]


def _mover(removed: tuple[Span, ...]) -> Callable[[int], int]:
    starts = [span.start for span in removed]
    lost = [0, *accumulate(len(span) for span in removed)]

    def move(offset: int) -> int:
        n = bisect_right(starts, offset)
        beyond = max(0, removed[n - 1].end - offset) if n else 0
        return offset - lost[n] + beyond

    return move
