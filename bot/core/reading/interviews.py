"""Which paragraphs are questions put to somebody, in interviews, transcripts, questions and answers."""

from collections import Counter
from itertools import compress, pairwise, zip_longest

from bot.core.nouns import BlockKind
from bot.core.reading.lines import Paragraph
from bot.core.reading.residue import compiled
from bot.core.reading.shape import asks, without_dash
from bot.core.reading.speech import ANSWERERS, ASKERS, SPOKEN, TURN
from bot.languages.known import LANGUAGES, joined

_PROSE, _HEADING, _QUESTION = BlockKind.PROSE, BlockKind.HEADING, BlockKind.QUESTION

_INTERVIEW = 3
"""Questions that make a section an interview."""
_SELDOM = 8
"""Paragraphs a question of such a section; where fewer ask, and nobody is addressed, the author does."""
_BRIEF = 7
"""Words of a question that, if there is another such one, heads the paragraphs below it."""
_KNOWN = tuple(known.reading.interviews for known in LANGUAGES.values())
_YOU = compiled(rf"\b(?:{joined(known.you for known in _KNOWN)})\b")
_PROMPT = compiled(*(known.prompts for known in _KNOWN))


def mark_questions(paragraphs: list[Paragraph]) -> None:
    """Turn prose that asks into questions; a single question among prose is the author's own and stays."""
    _find_turns(paragraphs)
    _find_interviews(paragraphs)


def _find_turns(paragraphs: list[Paragraph]) -> None:
    """Mark the turns of those who ask, where a transcript names its speakers; a turn is no heading."""
    turns = [(turn[1].casefold(), p) for p in paragraphs if p.kind is _PROSE and (turn := TURN.match(p.text))]
    for (name, paragraph), (next_name, _) in pairwise(turns):
        if name in ASKERS and asks(paragraph.text) and next_name in ANSWERERS:
            paragraph.kind = _QUESTION
    counts = Counter(name for name, _ in turns)
    asked = Counter(name for name, p in turns if asks(p.text))
    speaking = {name for name, count in counts.items() if count > 1}
    if len(speaking) < 2:
        return
    for name, paragraph in turns:
        asker = name in ASKERS and counts[name] > 1
        if asker or (name in speaking - ANSWERERS and asked[name] > counts[name] / 2):
            paragraph.kind = _QUESTION
    if 2 * sum(name in speaking for name, _ in turns) < sum(p.kind in SPOKEN for p in paragraphs):
        return  # captions begin alike, too
    for paragraph in paragraphs:  # "Dunn: We will see [laughs]"
        turn = TURN.match(paragraph.text) if paragraph.kind is _HEADING and not paragraph.hinted else None
        if turn and turn[1].casefold() in speaking:
            paragraph.kind = _PROSE


def _find_interviews(paragraphs: list[Paragraph]) -> None:
    """Mark the questions and prompts of sections that alternate between asking and telling."""
    kept = [p for p in paragraphs if p.kind]
    asking = [_is_asking(p, following) for p, following in zip_longest(kept, kept[1:])]
    asked = list(compress(kept, asking))
    personal = sum(1 for p in asked if _YOU.search(p.text)) >= _INTERVIEW
    brief = sum(1 for p in asked if p.words <= _BRIEF) > 1
    for start, end in _sections(kept):
        many = _is_interview(list(compress(kept[start:end], asking[start:end])), end - start)
        for n in range(start, end):
            alone = (brief and kept[n].words <= _BRIEF) or (personal and _YOU.search(kept[n].text))
            if (asking[n] and (many or alone)) or (many and n + 1 < end and _is_prompt(kept[n])):
                kept[n].kind = _QUESTION


def _is_interview(asked: list[Paragraph], size: int) -> bool:
    """Tell whether so many paragraphs of a section ask that it is an interview."""
    return len(asked) >= _INTERVIEW and (
        len(asked) >= size / _SELDOM or any(_YOU.search(p.text) for p in asked)
    )


def _is_asking(paragraph: Paragraph, following: Paragraph | None) -> bool:
    if paragraph.kind is _QUESTION:
        return True
    told = following is not None and following.kind is _PROSE and not asks(following.text)
    return told and paragraph.kind is _PROSE and paragraph.words <= 90 and asks(paragraph.text)


def _is_prompt(paragraph: Paragraph) -> bool:
    return (
        paragraph.kind is _PROSE
        and paragraph.words <= 40
        and _PROMPT.match(without_dash(paragraph.text)) is not None
    )


def _sections(paragraphs: list[Paragraph]) -> list[tuple[int, int]]:
    starts = [0, *(n for n, p in enumerate(paragraphs) if p.kind is _HEADING)]
    return list(zip(starts, [*starts[1:], len(paragraphs)], strict=True))
