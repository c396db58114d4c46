"""Subtitles (.srt, .vtt): what is said, below the time at which it is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.basics.errors import ArticleError
from bot.core.nouns import BlockKind
from bot.languages.interface.messages import Message
from bot.library.parsing.decoding import decode
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.format import Format
from bot.library.parsing.header import Header

_TIMED = re.compile(
    r"\s*(?P<begin>(?:\d{1,3}:)?\d{1,2}:\d\d)[.,]\d{3}\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{3}.*"
)
_MARKS = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|<[\d:.]{5,14}>|\{\\[^{}\n]{0,100}\}")
_NOISE = re.compile(r"\s*[\[(♪#][^\])\n]{0,80}[\])♪#]?\s*")
_ENDED = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_LONGEST = 400
"""Characters after which what is said goes on below a new time, though no sentence has ended."""


@dataclass(slots=True)
class _Said:
    begin: str
    text: str


def parse_subtitles(data: bytes, beside: Header) -> Draft:
    """Return what is said, sentence after sentence, each stretch below the time at which it begins.

    Raises ArticleError for a file without times.
    """
    said = list(_stretches(list(_cues(decode(data)))))
    if not said:
        raise ArticleError(Message.NO_SENTENCE)
    pieces = list[Piece]()
    for stretch in said:
        pieces += [
            Piece(stretch.begin, BlockKind.HEADING, 6),
            Piece(stretch.text, BlockKind.ITEM if not _ENDED.search(stretch.text) else BlockKind.PROSE),
        ]
    return Draft(tuple(pieces), beside)


def _cues(text: str) -> Iterator[_Said]:
    """Yield what is shown at each time; a line that moves up and is shown once more is said once."""
    current: _Said | None = None
    before = ""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if timed := _TIMED.fullmatch(line):
            if current:
                yield current
            current = _Said(timed["begin"], "")
            continue
        shown = _MARKS.sub("", line).strip()
        is_number = shown.isdigit() and _TIMED.fullmatch("".join(lines[number + 1 : number + 2]))
        if current and shown and not is_number and shown != before and not _NOISE.fullmatch(shown):
            current.text = f"{current.text} {shown}".strip()
            before = shown
    if current:
        yield current


def _stretches(cues: list[_Said]) -> Iterator[_Said]:
    """Yield stretches that end where a sentence does, each at the time of its first words."""
    current: _Said | None = None
    for cue in cues:
        if not cue.text:
            continue
        current = _Said(current.begin, f"{current.text} {cue.text}") if current else cue
        if _ENDED.search(current.text) or len(current.text) > _LONGEST:
            yield current
            current = None
    if current:
        yield current


FORMATS = (Format(suffixes=(".srt", ".vtt"), media_types=("text/vtt",), parse=parse_subtitles),)
