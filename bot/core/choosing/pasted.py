"""Pasted words looked up as a quotation: where they stand word for word, or nearly so.

Words are compared without case, accents and punctuation; what is neither letter nor digit but changes a
meaning (% and currency signs) belongs to its word.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import lru_cache
from itertools import islice, pairwise

from bot.basics.limits import LIMITS
from bot.core.asking.asked import asks_at_once
from bot.core.asking.filters import QUOTED
from bot.core.index.edition import Edition
from bot.core.nouns import Claim, Passage, Span
from bot.core.replies import Pasted
from bot.core.words.terms import fold
from bot.core.words.tokens import UNSPACED

_LONG, _LONG_IN_MARKS = 8, 5
"""Words from which a text may be pasted, and from which one in quotation marks is."""
SEARCHED, _COMPARED = 8, 4
"""Best passages that are searched for the very words, and the first of them that are for similar ones."""
_SIMILAR, _SIMILAR_IN_MARKS = 0.75, 0.6
"""Share of the pasted words, in their order, that similar words have."""
_REPETITIVE = 5
"""Times that a word of a quotation stands in it in the mean, at most: more are no sentences of anybody."""
_LONGEST_WORD = 40
"""Characters that a word of the passages beside one takes up at most, as a rule, with what parts it."""
_STRAY = 3
"""A single shared word this far from the others is there by chance."""

_WORD = re.compile(rf"[{UNSPACED}]|[^\s\-‐‑–—…{UNSPACED}]+")
_MARKS = "\"'’‘`“”„«»‹›.,:;!?¿¡()[]{}<>*_、。，！？；："


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What somebody may have pasted. ``in_marks`` tells that it stands in quotation marks.

    What ``is_long`` is a sentence of somebody, where fewer words are often a name.
    """

    text: str
    in_marks: bool
    is_long: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """The places of pasted words, best first, how these differ, and the share of them that is there."""

    claims: tuple[Claim, ...]
    pasted: Pasted
    likeness: float


def excerpt(text: str) -> Excerpt | None:
    """Return what may have been pasted to have it found, None for a question or a few words."""
    text = text.strip()
    in_marks = QUOTED.fullmatch(text.rstrip(" .…")) is not None
    is_read = 0 < len(text) <= LIMITS.asking.question
    first = islice(_words(text, Span(0, len(text))), _LONG) if is_read else ()
    count = sum(1 for _ in first)
    if count < (_LONG_IN_MARKS if in_marks else _LONG):
        return None
    if not in_marks and text.endswith(("?", "？", "؟")):
        return None
    return Excerpt(text.strip(_MARKS + " ") if in_marks else text, in_marks, count >= _LONG)


def look_up(words: Excerpt, edition: Edition, numbers: Sequence[int]) -> Found | None:
    """Return where the words stand: in the passages of these numbers, best first, and those around them."""
    wanted = _wanted(words.text)
    if _REPETITIVE * len({word for word, _ in wanted}) < len(wanted):
        return None
    least = _SIMILAR_IN_MARKS if words.in_marks else _SIMILAR
    read: dict[tuple[str, int], _Words] = {}
    regions = [
        _region(edition, number, len(wanted), read)
        for number in numbers
        if _may_be_like(wanted, least, edition, number)
    ]
    if verbatim := _verbatim(wanted, regions):
        return Found(verbatim, Pasted(words.text), 1.0)
    if not words.in_marks and asks_at_once(words.text):
        return None
    near = [match for region in regions[:_COMPARED] if (match := _near(wanted, region))]
    best = max(near, key=lambda match: match.likeness, default=None)
    if best is None or best.likeness < least:
        return None
    return Found(best.claims, best.pasted(words.text), best.likeness)


@lru_cache(maxsize=LIMITS.caches.questions)
def _wanted(text: str) -> Sequence[tuple[str, Span]]:
    """Return the words of what was pasted, which is looked up as a message, then as its question."""
    return tuple(_words(text, Span(0, len(text))))


_Words = Sequence[tuple[str, Span]]
"""Words in the form that they are compared in, and where they stand."""


@dataclass(frozen=True, slots=True, eq=False)
class _Region:
    """Neighbouring passages of an article, read as one."""

    passages: Sequence[Passage]
    words: _Words

    def claims(self, span: Span) -> tuple[Claim, ...]:
        """Return the whole sentences that the span touches, a claim a passage.

        They are claimed from the beginning of the speech that they are in, but where they lie deep inside.
        """
        return tuple(_claims(self.passages, span))


@dataclass(frozen=True, slots=True, eq=False)
class _Likeness:
    """How a stretch of words is like the wanted ones: the runs of words that both have, in order."""

    region: _Region
    wanted: _Words
    runs: Sequence[Match]

    @property
    def likeness(self) -> float:
        """Return the share of the wanted words that stand there in their order."""
        return sum(run.size for run in self.runs) / len(self.wanted)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the sentences from the first shared word to the last."""
        first, last = self.runs[0], self.runs[-1]
        words = self.region.words
        return self.region.claims(Span(words[first.a][1].start, words[last.a + last.size - 1][1].end))

    def pasted(self, text: str) -> Pasted:
        """Return the wanted words with those that only they have, and those that only the article has.

        At either edge that are as many of the article's words as of the wanted ones.
        """
        ends = [(0, 0), *((run.b, run.b + run.size) for run in self.runs), (len(self.wanted),) * 2]
        added = [self.wanted[a:b] for (_, a), (b, _) in pairwise(ends)]
        first, last = self.runs[0], self.runs[-1]
        edges = first.a - first.b, last.a + len(self.wanted) - last.b
        runs = [(0, max(0, edges[0])), *((run.a, run.a + run.size) for run in self.runs), (edges[1], 0)]
        quoted = [claim.span for claim in self.claims]
        words = [
            [word for word in self.region.words[a:b] if any(span.contains(word[1]) for span in quoted)]
            for (_, a), (b, _) in pairwise(runs)
        ]
        article = self.region.passages[0].article.text
        return Pasted(text, _texts(added, text), _texts(words, article))


def _words(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    for found in _WORD.finditer(text, span.start, span.end):
        if bare := found[0].strip(_MARKS):
            start = found.start() + found[0].index(bare)
            yield fold(bare), Span(start, start + len(bare))


def _may_be_like(wanted: _Words, least: float, edition: Edition, number: int) -> bool:
    """Tell whether so many wanted words stand around a passage, in any order, that it is worth reading."""
    passage = edition.passages[number]
    own = edition.entries[passage.article.id].passages
    around = _LONGEST_WORD * len(wanted)
    first = bisect_right(own, passage.span.start - around, key=lambda other: other.span.start) - 1
    last = bisect_left(own, passage.span.end + around, key=lambda other: other.span.end)
    start, end = own[max(first, 0)].span.start, own[min(last, len(own) - 1)].span.end
    text = fold(passage.article.text[start:end])
    return sum(word in text for word, _ in wanted) >= least * len(wanted)


def _region(edition: Edition, number: int, length: int, read: dict[tuple[str, int], _Words]) -> _Region:
    """Return the passage, with as many words on either side as were pasted.

    ``read`` holds the words of the passages that were met, for regions overlap.
    """
    passage = edition.passages[number]
    article = passage.article
    own = edition.entries[article.id].passages
    place = bisect_left(own, passage.span.start, key=lambda other: other.span.start)
    first, last = place, place + 1
    words = list(_of_passage(passage, read))
    before, after = 0, 0
    while first > 0 and before < length:
        first -= 1
        added = _of_passage(own[first], read)
        words, before = [*added, *words], before + len(added)
    while last < len(own) and after < length:
        added = _of_passage(own[last], read)
        words, after, last = [*words, *added], after + len(added), last + 1
    return _Region(own[first:last], words)


def _of_passage(passage: Passage, read: dict[tuple[str, int], _Words]) -> _Words:
    place = passage.article.id, passage.span.start
    if place not in read:
        read[place] = list(_words(passage.article.text, passage.span))
    return read[place]


def _verbatim(wanted: _Words, regions: Iterable[_Region]) -> tuple[Claim, ...]:
    """Return the places where the wanted words stand one after the other, the first in each article."""
    needle = _joined(wanted)
    claims: dict[str, tuple[Claim, ...]] = {}
    for region in regions:
        text = _joined(region.words)
        start = text.find(needle)
        if start < 0:
            continue
        first = text.count("\n", 0, start)
        spans = [span for _, span in region.words[first : first + len(wanted)]]
        article = region.passages[0].article.id
        claims.setdefault(article, region.claims(Span(spans[0].start, spans[-1].end)))
    return tuple(claim for found in claims.values() for claim in found)


def _joined(words: _Words) -> str:
    return "\n" + "".join(f"{word}\n" for word, _ in words)


def _near(wanted: _Words, region: _Region) -> _Likeness | None:
    """Return how the region is like the wanted words around the longest run that it shares with them."""
    asked, held = [word for word, _ in wanted], [word for word, _ in region.words]
    longest = SequenceMatcher(None, held, asked, autojunk=False).find_longest_match()
    slack = len(asked) // 4 + 2
    start = max(0, longest.a - longest.b - slack)
    end = longest.a + len(asked) - longest.b + 2 * slack  # as where "..., she said, ..." was left out
    matcher = SequenceMatcher(None, held[start:end], asked, autojunk=False)
    runs = [Match(run.a + start, run.b, run.size) for run in matcher.get_matching_blocks() if run.size]
    runs = _without_strays(runs)
    return _Likeness(region, wanted, runs) if runs else None


def _without_strays(runs: list[Match]) -> list[Match]:
    """Return the runs without single words at the edges that stand far from the others."""
    while len(runs) > 1 and runs[0].size == 1 and runs[1].a - runs[0].a > _STRAY:
        runs = runs[1:]
    while len(runs) > 1 and runs[-1].size == 1 and runs[-1].a - (runs[-2].a + runs[-2].size) >= _STRAY:
        runs = runs[:-1]
    return runs


def _claims(passages: Iterable[Passage], span: Span) -> Iterator[Claim]:
    for passage in passages:
        touched = [n for n, sentence in enumerate(passage.sentences) if sentence.overlaps(span)]
        if touched:
            first = passage.sentences[passage.speech(touched[0]).start]
            yield Claim.of(passage.article, Span(first.start, passage.sentences[touched[-1]].end))


def _texts(runs: Iterable[_Words], text: str) -> tuple[str, ...]:
    return tuple(text[run[0][1].start : run[-1][1].end] for run in runs if run)
