"""Which sentences answer: candidates scored, joined with a needed neighbour, spread over sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.core.candidates import Candidate, candidates
from bot.core.edition import Edition
from bot.core.features import features
from bot.core.lexicon import REFERS_BACK
from bot.core.model import Article, Claim, Span
from bot.core.question import Question
from bot.core.sentences import QUOTATION_MARKS, quotation_begins
from bot.core.vectors import Matrix, Vectors

Scores = npt.NDArray[np.float64]

MAX_QUOTES = 5
MAX_QUOTE = 350
"""Code points of a quote of two sentences; a single sentence may be longer."""
MAX_SPOKEN = 700
"""Code points of a quote that begins where somebody's speech does, since its answer lies deep inside."""
SECOND_WITHIN = 3.0
"""A neighbouring sentence joins a quote if its score is at most this much lower. On held-out training
questions 1.0 answers 83.1 % in the first quote, 2.0 83.9 % with ten characters more."""
SAME_SOURCE = 0.5
"""What each further quote of an article must score more than one of another article."""
SAME_WORDS = 0.7
"""Share of common words from which two quotes are one voice: a wire story in several outlets."""


class Ranker(Protocol):
    """Says how well each candidate answers."""

    def scores(self, rows: Matrix) -> Scores:
        """Return one number a row of features (see ``bot.core.features``), higher is better."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """The candidates of a question with their features and scores, best first."""

    candidates: Sequence[Candidate]
    rows: Matrix
    scores: Scores


def rank(question: Question, edition: Edition, ranker: Ranker, vectors: Vectors | None) -> Ranked:
    """Score all candidates of a question; equal scores keep the order of the passages."""
    found = candidates(question, edition)
    rows = features(question, found, vectors)
    return ordered(found, rows, ranker.scores(rows))


def ordered(found: Sequence[Candidate], rows: Matrix, scores: Scores) -> Ranked:
    """Return the candidates best first."""
    order = np.argsort(-scores, kind="stable")
    return Ranked([found[n] for n in order], rows[order], scores[order])


def select(ranked: Ranked, most: int = MAX_QUOTES) -> list[Claim]:
    """Return up to ``most`` claims, best first: none overlap, none says another's words again.

    A sentence inside a quotation is claimed from the quotation's beginning, as far as ``quotation_begins``
    tells it, and continues the claim that has the beginning, if there is one. A quote from a new source comes
    before one that is hardly better from a source that is quoted already.
    """
    free = {_place(candidate): number for number, candidate in enumerate(ranked.candidates)}
    scores = ranked.scores.copy()
    chosen: list[_Choice] = []
    while len(chosen) < most and len(scores) and np.isfinite(scores).any():
        best = int(np.argmax(scores))
        scores[best] = -np.inf
        candidate = ranked.candidates[best]
        if _place(candidate) not in free:
            continue
        begin = _begin(candidate)
        begun = _holding((id(candidate.passage), begin), chosen)
        choice = _continued(begun, ranked, best, free) if begun else _choice(ranked, best, begin, free)
        if choice is None or any(choice.says_again(other) for other in chosen if other is not begun):
            continue
        if begun:
            chosen[chosen.index(begun)] = choice
        else:
            chosen.append(choice)
            scores[[c.passage.article.id == choice.article.id for c in ranked.candidates]] -= SAME_SOURCE
        for member in choice.members:
            free.pop(_place(member), None)
    return [choice.claim for choice in chosen]


_Place = tuple[int, int]


def _place(candidate: Candidate) -> _Place:
    return id(candidate.passage), candidate.number


@dataclass(frozen=True, eq=False)
class _Choice:
    """One sentence, two neighbours, or a quotation up to the sentence that answers: they make a quote.

    The members are in the order of the article; ``score`` is that of the one which it was chosen for.
    """

    members: Sequence[Candidate]
    score: float

    @property
    def article(self) -> Article:
        return self.members[0].passage.article

    @property
    def claim(self) -> Claim:
        span = _around(self.members)
        return Claim(self.article.id, self.article.revision, span, span.of(self.article.text))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word.lower() for member in self.members for word in member.sentence.words)

    def says_again(self, other: "_Choice") -> bool:
        return len(self.words & other.words) >= SAME_WORDS * len(self.words | other.words)


def _holding(place: _Place, chosen: Sequence[_Choice]) -> _Choice | None:
    """Return the choice that has the sentence at that place."""
    return next((choice for choice in chosen if place in map(_place, choice.members)), None)


def _continued(begun: _Choice, ranked: Ranked, number: int, free: Mapping[_Place, int]) -> _Choice | None:
    """Return the choice with all that follows it up to the candidate, which answers nearly as well.

    None if it does not, or if that is too long or not free.
    """
    if ranked.scores[number] < begun.score - SECOND_WITHIN:
        return None
    first = begun.members[-1].number + 1
    following = _sentences(ranked, ranked.candidates[number], first, free)
    return _spoken([*begun.members, *following], begun.score) if following else None


def _choice(ranked: Ranked, number: int, begin: int, free: Mapping[_Place, int]) -> _Choice | None:
    """Return the candidate, with the free neighbour that it needs or that answers nearly as well.

    Where it lies inside a quotation, return that from its beginning, the sentence ``begin``.

    None if it lies so deep inside a quotation that its beginning cannot be quoted too.
    """
    candidate, score = ranked.candidates[number], float(ranked.scores[number])
    if begin < candidate.number:
        return _spoken(_sentences(ranked, candidate, begin, free), score)
    before, after = (free.get((id(candidate.passage), candidate.number + step)) for step in (-1, 1))
    beside = [other for other in (before, after) if other is not None and _fits(ranked, number, other)]
    if before in beside and _speaks_unnamed(candidate):
        return _Choice([ranked.candidates[before], candidate], score)
    needed = before if REFERS_BACK.match(candidate.text) else None
    fitting = [n for n in beside if n == needed or ranked.scores[n] >= score - SECOND_WITHIN]
    if not fitting:
        return _Choice([candidate], score)
    best = max(fitting, key=lambda other: float(ranked.scores[other]))
    return _Choice(sorted([candidate, ranked.candidates[best]], key=lambda member: member.number), score)


def _sentences(
    ranked: Ranked, candidate: Candidate, first: int, free: Mapping[_Place, int]
) -> list[Candidate]:
    """Return the sentences from number ``first`` to the candidate; none if one of them is not free."""
    numbers = [free.get((id(candidate.passage), place)) for place in range(first, candidate.number + 1)]
    found = [ranked.candidates[number] for number in numbers if number is not None]
    return found if len(found) == len(numbers) else []


def _spoken(members: Sequence[Candidate], score: float) -> _Choice | None:
    """Return the sentences of a quotation as a choice, None if there are none or they are too long."""
    return _Choice(members, score) if members and len(_around(members)) <= MAX_SPOKEN else None


def _fits(ranked: Ranked, number: int, neighbour: int) -> bool:
    """Tell whether both make a quote of fair length that begins outside of a quotation."""
    candidate, other = ranked.candidates[number], ranked.candidates[neighbour]
    span = _around([candidate, other])
    if len(span) > MAX_QUOTE or "\n" in span.of(candidate.passage.article.text):
        return False
    return other.number > candidate.number or _begin(other) == other.number


def _speaks_unnamed(candidate: Candidate) -> bool:
    """Tell whether the sentence is somebody's speech and does not tell whose."""
    return candidate.text[0] in QUOTATION_MARKS and not candidate.sentence.facts.speech


def _begin(candidate: Candidate) -> int:
    """Return the number of the sentence that opens the quotation in which this one begins, or its own."""
    passage = candidate.passage
    return quotation_begins(passage.article.text, passage.sentences)[candidate.number]


def _around(members: Sequence[Candidate]) -> Span:
    return Span(min(m.span.start for m in members), max(m.span.end for m in members))
