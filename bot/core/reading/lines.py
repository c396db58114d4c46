"""Source text to paragraphs: a line is one, unless a sentence or quoted verse runs on into the next."""

import re
from dataclasses import dataclass, field

from bot.core.nouns import Block, BlockKind, CutAs, Span
from bot.core.reading.shape import (
    DROPPED,
    bare_words,
    ends_sentence,
    is_cased,
    is_listed,
    leads_on,
    open_quotes,
    word_count,
)

_KEY_WORDS = 60
_LINE = re.compile(r"[^\n]+")
_MARGIN = re.compile(rf"(?:\s|{DROPPED.pattern})*")
_SENTENCE_START = 30
"""Characters before a line break in a sentence; shorter lines are labels."""
_FLOWING = {BlockKind.PROSE, BlockKind.ITEM}
"""What may be broken into several lines."""
_VERSE_LINES = 16
_VERSE_WIDTH = 90
_STANZA_WIDTH = 60


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the source under judgement.

    ``gap`` tells that blank lines stand before it. ``hint`` is what the file's format knew of it.
    ``kind`` None means that it is not part of the text; ``cut_as`` tells why, None before it is judged.
    ``key`` is what a repetition of the paragraph shares with it, empty where it is long.
    """

    span: Span
    text: str
    gap: bool
    hint: Block | None = None
    kind: BlockKind | None = None
    cut_as: CutAs | None = None
    hinted: bool = False
    words: int = field(init=False)
    key: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.words = word_count(self.text)
        self.key = bare_words(self.text) if self.words <= _KEY_WORDS else ()

    def cut(self, cut_as: CutAs) -> None:
        """Take it for no part of the text; what it was cut as first stays."""
        self.kind, self.cut_as = None, self.cut_as or cut_as

    @property
    def known(self) -> BlockKind:
        """What the file's format knew it to be, PROSE where it knew nothing."""
        return self.hint.kind if self.hint else BlockKind.PROSE


def paragraphs(source: str, hints: tuple[Block, ...] = ()) -> list[Paragraph]:
    """Split ``source`` at its lines and join those of one broken sentence, quoted verse or program.

    ``hints`` are in order; what they know to be a heading or a row stays by itself.
    """
    lines = _lines(source)
    _take_hints(lines, hints)
    adjoining = [not line.gap and line.known in _FLOWING for line in lines]
    joined: list[Paragraph] = []
    start = 0
    while start < len(lines):
        end = start + 1
        if lines[start].known is BlockKind.CODE:
            while end < len(lines) and lines[end].hint is lines[start].hint:
                end += 1
        elif lines[start].known in _FLOWING:
            end = _paragraph_end(lines, adjoining, start)
        joined.append(_join(source, lines[start:end]))
        start = end
    return joined


def _lines(source: str) -> list[Paragraph]:
    lines: list[Paragraph] = []
    previous_end = 0
    for match in _LINE.finditer(source):
        text = DROPPED.sub("", match[0]).strip()
        if not text:
            continue
        span = shrunk(source, Span(match.start(), match.end()))
        gap = source.count("\n", previous_end, span.start) > 1
        lines.append(Paragraph(span, text, gap))
        previous_end = span.end
    return lines


def shrunk(source: str, span: Span) -> Span:
    """Return the span without the white space and dropped characters at its ends; it must hold others."""
    text = span.of(source)
    return Span(span.start + _margin(text), span.end - _margin(text[::-1]))


def _margin(text: str) -> int:
    found = _MARGIN.match(text)
    return found.end() if found else 0


def _take_hints(lines: list[Paragraph], hints: tuple[Block, ...]) -> None:
    n = 0
    for line in lines:
        while n < len(hints) and hints[n].span.end <= line.span.start:
            n += 1
        if n < len(hints) and hints[n].span.overlaps(line.span):
            line.hint = hints[n]


def _paragraph_end(lines: list[Paragraph], adjoining: list[bool], start: int) -> int:
    furthest = min(start + _VERSE_LINES, len(lines))
    last = next((n for n in range(start + 1, furthest) if not adjoining[n]), furthest)
    verse = _verse_end(lines[start:last])
    if verse:
        return start + verse
    end = start + 1
    while end < len(lines) and adjoining[end] and _continues(lines[end - 1].text, lines[end].text):
        end += 1
    return end


def _continues(text: str, following: str) -> bool:
    """Tell whether a sentence runs on, as it does where a link or a page's edge broke the line."""
    if ends_sentence(text) or is_listed(following) or (is_cased(following) and not leads_on(text)):
        return False
    return len(text) >= _SENTENCE_START or text.endswith((",", ";"))


def _verse_end(lines: list[Paragraph]) -> int:
    """Return how many lines at the start are one quotation or stanza in short lines, 0 if none."""
    if open_quotes(lines[0].text) <= 0:
        return len(lines) if _is_stanza([line.text for line in lines]) else 0
    depth = 0
    for n, line in enumerate(lines, 1):
        depth += open_quotes(line.text)
        if len(line.text) > _VERSE_WIDTH:
            return 0
        if depth <= 0:
            return n
    return 0


def _is_stanza(lines: list[str]) -> bool:
    inner = lines[:-1]
    return (
        len(inner) > 1
        and ends_sentence(lines[-1])
        and any(line.endswith((",", ";", "—")) for line in inner)
        and not all(ends_sentence(line) for line in inner)
        and all(" " in line and len(line) <= _STANZA_WIDTH and not is_listed(line) for line in lines)
    )


def _join(source: str, lines: list[Paragraph]) -> Paragraph:
    if len(lines) == 1:
        return lines[0]
    span = Span(lines[0].span.start, lines[-1].span.end)
    return Paragraph(span, DROPPED.sub("", span.of(source)), lines[0].gap, lines[0].hint)
