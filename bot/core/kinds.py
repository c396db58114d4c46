"""What each paragraph of a page is: by its own shape first, then by what stands around it.

A rule only ever turns a paragraph into something less quotable; what is doubtful stays prose.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from bot.core.lines import Line
from bot.core.model import Block, BlockKind
from bot.core.patterns import alternatives, words
from bot.core.residue import (
    is_address,
    is_attribution,
    is_comments_label,
    is_credit,
    is_note,
    is_related_label,
    is_residue,
)
from bot.core.shape import (
    asks,
    bare_words,
    ends_sentence,
    is_listed,
    is_single,
    is_title_cased,
    word_count,
)

PROSE, HEADING, QUESTION, NOTE = BlockKind.PROSE, BlockKind.HEADING, BlockKind.QUESTION, BlockKind.NOTE

_LONG_ENOUGH = 18
"""Words from which a line is taken for prose even if it does not end as a sentence does."""
_INTERVIEW = 3
"""Questions that make a section an interview."""
_YOU = alternatives(r"""
    \b(?:you|yours?|yourself|yourselves|вы|вас|вам|вами|ваш\w*|ты|тебя|тебе|тво\w+|сіз\w*|сен|сенің|саған)\b
    \b(?:sie|ihnen|ihre?|vous|votre|vos|usted\w*)\b
""")
_PROMPT = alternatives(r"""
    (?:[^\W\d_]+, |please |and )?(?:tell|describe|explain|present|introduce|give|walk|talk|share|outline)\b
    (?:[^\W\d_]+, |please |and )?(?:name|summari[sz]e|discuss|compare|imagine|elaborate|recall)\b
    (?:[^\W\d_]+, |а |и )?(?:расскажите|опишите|объясните|представьтесь|поделитесь)\b
    (?:[^\W\d_]+, |а |и )?(?:назовите|вспомните|поясните|скажите)\b
    .*\b(?:айтып беріңіз(?:ші)?|таныстырыңыз(?:шы)?|түсіндіріңіз(?:ші)?|баяндаңыз(?:шы)?)\W*$
""")
_TURN = re.compile(r"(?:[—–-]\s*)?([^\W\d_][\w.'’ -]{0,40}?)\s?:\s")
_ASKERS = words("q question interviewer interview host moderator вопрос в корреспондент журналист сұрақ с")
_ANSWERERS = words("a answer ответ о жауап ж")


@dataclass(slots=True)
class Paragraph:
    """A paragraph under judgement. ``kind`` None means that it is not part of the text."""

    line: Line
    kind: BlockKind | None
    hinted: bool = False
    words: int = 0
    key: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return self.line.text


def judge(lines: list[Line], hints: tuple[Block, ...] = (), title: str = "") -> list[Paragraph]:
    """Return the lines with their kinds; ``hints`` (in order) are kinds that the file's format knew."""
    paragraphs = [Paragraph(line, _shaped(line.text), words=word_count(line.text)) for line in lines]
    for paragraph in paragraphs:
        paragraph.key = bare_words(paragraph.text) if paragraph.words <= 60 else ()
    _take_hints(paragraphs, hints)
    _drop_comments(paragraphs)
    _drop_captions(paragraphs)
    _drop_doubled(paragraphs)
    _find_title(paragraphs, bare_words(title))
    _drop_related(paragraphs)
    _drop_repeated_headings(paragraphs)
    _set_lead_ins(paragraphs)
    _find_turns(paragraphs)
    _find_interviews(paragraphs)
    _thin_headings(paragraphs)
    return paragraphs


def _shaped(text: str) -> BlockKind | None:
    if is_residue(text):
        return None
    if is_note(text) or is_attribution(text):
        return NOTE
    count = word_count(text)
    if ends_sentence(text):
        headline = count <= 25 and text[-1] in "?!" and is_title_cased(text) and count >= 4
        return HEADING if headline else PROSE
    if text.endswith((":", "：")):
        return PROSE if count > 3 else NOTE
    if count >= _LONG_ENOUGH or (count >= 5 and (text.endswith((",", ";", "，", "；")) or is_listed(text))):
        return PROSE
    return HEADING


def _take_hints(paragraphs: list[Paragraph], hints: tuple[Block, ...]) -> None:
    n = 0
    for paragraph in paragraphs:
        while n < len(hints) and hints[n].span.end <= paragraph.line.span.start:
            n += 1
        if n < len(hints) and hints[n].span.overlaps(paragraph.line.span) and hints[n].kind is not PROSE:
            paragraph.hinted = True
            paragraph.kind = hints[n].kind if paragraph.kind else None


def _drop_comments(paragraphs: list[Paragraph]) -> None:
    """Drop the readers' comments: all that follows their label in the second half of the page."""
    for n in range(len(paragraphs) // 2, len(paragraphs)):
        if paragraphs[n].words <= 8 and is_comments_label(paragraphs[n].text):
            for paragraph in paragraphs[n:]:
                paragraph.kind = None
            return


def _drop_captions(paragraphs: list[Paragraph]) -> None:
    """Drop a line right below an image or a credit, where blank lines set paragraphs apart."""
    spaced = sum(p.line.gap for p in paragraphs) > len(paragraphs) // 3
    for image, below in pairwise(paragraphs):
        if image.kind is not None or not (is_credit(image.text) or is_address(image.text)):
            continue
        if below.words <= 40 and not below.hinted and spaced and not below.line.gap:
            below.kind = None


def _drop_doubled(paragraphs: list[Paragraph]) -> None:
    """Drop a caption that stands twice in a row (text and description), and the second of two long twins."""
    for n, first in enumerate(paragraphs):
        for second in paragraphs[n + 1 : n + 3]:
            if not first.key or first.words < 2 or first.hinted:
                break
            if first.key == second.key:
                first.kind = second.kind = None
            elif first.words >= 5 and second.key[: len(first.key)] == first.key:
                first.kind = None
    for first, second in pairwise(paragraphs):
        if first.text == second.text and first.kind:
            second.kind = None


def _find_title(paragraphs: list[Paragraph], title: tuple[str, ...]) -> None:
    """Mark the title and its parts; what is short and stands above it is navigation."""
    top = _page_top(paragraphs)
    parts = [p for p in top if title and p.key and set(p.key) <= set(title)]
    for paragraph in parts:
        paragraph.kind, paragraph.hinted = HEADING, True
    if parts:
        for paragraph in top[: top.index(parts[0])]:
            if paragraph.words <= 15:
                paragraph.kind = None
    for paragraph in top:
        if paragraph.kind is PROSE and paragraph.words <= 2:
            paragraph.kind = HEADING


def _page_top(paragraphs: list[Paragraph]) -> list[Paragraph]:
    for n, paragraph in enumerate(paragraphs):
        if paragraph.kind is PROSE and (paragraph.words >= 30 or not is_single(paragraph.text)):
            return paragraphs[:n]
    return paragraphs[: len(paragraphs) // 2]


def _drop_related(paragraphs: list[Paragraph]) -> None:
    """Drop the list of other pages that a label such as "Related:" heads."""
    inside = False
    for paragraph in paragraphs:
        if is_related_label(paragraph.text):
            paragraph.kind, inside = None, True
        elif inside:
            inside = paragraph.words <= 25 and not paragraph.hinted and not ends_sentence(paragraph.text)
            if inside:
                paragraph.kind = None


def _drop_repeated_headings(paragraphs: list[Paragraph]) -> None:
    """Drop lines of a table of contents (they recur as headings) and running heads (they recur often)."""
    left = Counter(p.key for p in paragraphs if p.kind is HEADING and p.key)
    often = {key for key, count in left.items() if count > 2}
    for paragraph in paragraphs:
        if paragraph.kind is HEADING and paragraph.key:
            left[paragraph.key] -= 1
            if not paragraph.hinted and (left[paragraph.key] or paragraph.key in often):
                paragraph.kind = None


def _set_lead_ins(paragraphs: list[Paragraph]) -> None:
    """Mark lines with a colon that introduce nothing but dropped lines, such as links."""
    for paragraph, following in reversed(tuple(pairwise(paragraphs))):
        lost = following.kind is None or (following.kind is NOTE and following.text.endswith(":"))
        if lost and paragraph.kind is PROSE and paragraph.text.endswith(":") and is_single(paragraph.text):
            paragraph.kind = NOTE


def _find_turns(paragraphs: list[Paragraph]) -> None:
    """Mark the turns of those who ask, where a transcript names its speakers."""
    turns = [(m[1].casefold(), p) for p in paragraphs if p.kind is PROSE and (m := _TURN.match(p.text))]
    counts = Counter(name for name, _ in turns)
    asked = Counter(name for name, p in turns if asks(p.text))
    speakers = {name for name, count in counts.items() if count > 1}
    if len(speakers) < 2:
        return
    for name, paragraph in turns:
        asker = name in _ASKERS and counts[name] > 1
        if asker or (name in speakers - _ANSWERERS and asked[name] > counts[name] / 2):
            paragraph.kind = QUESTION


def _find_interviews(paragraphs: list[Paragraph]) -> None:
    """Mark the questions and prompts of sections that alternate between asking and telling."""
    kept = [p for p in paragraphs if p.kind]
    asking = [_is_asking(p, following) for p, following in zip_longest(kept, kept[1:])]
    personal = sum(1 for p, is_asked in zip(kept, asking, strict=True) if is_asked and _YOU.search(p.text))
    for start, end in _sections(kept):
        many = sum(asking[start:end]) >= _INTERVIEW
        for n in range(start, end):
            asked = asking[n] and (many or (personal >= _INTERVIEW and _YOU.search(kept[n].text)))
            if asked or (many and n + 1 < end and _is_prompt(kept[n])):
                kept[n].kind = QUESTION


def _is_asking(paragraph: Paragraph, following: Paragraph | None) -> bool:
    if paragraph.kind is QUESTION:
        return True
    told = following is not None and following.kind is PROSE and not asks(following.text)
    return told and paragraph.kind is PROSE and paragraph.words <= 90 and asks(paragraph.text)


def _is_prompt(paragraph: Paragraph) -> bool:
    return paragraph.kind is PROSE and paragraph.words <= 40 and _PROMPT.match(paragraph.text) is not None


def _sections(paragraphs: list[Paragraph]) -> list[tuple[int, int]]:
    starts = [0, *(n for n, p in enumerate(paragraphs) if p.kind is HEADING)]
    return list(zip(starts, [*starts[1:], len(paragraphs)], strict=True))


def _thin_headings(paragraphs: list[Paragraph]) -> None:
    """Keep a heading only where text follows; of a run of headings keep the last two: the rest are links."""
    run: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.kind is HEADING:
            run.append(paragraph)
        elif paragraph.kind:
            _drop_unhinted(run[:-2])
            run = []
    _drop_unhinted(run)


def _drop_unhinted(run: list[Paragraph]) -> None:
    for paragraph in run:
        if not paragraph.hinted:
            paragraph.kind = None
