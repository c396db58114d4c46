"""Which sentences answer: candidates scored, joined with a needed neighbour, spread over sources."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.basics.limits import LIMITS
from bot.core.asking.question import Question
from bot.core.choosing.candidates import Candidate, candidates
from bot.core.choosing.features import compared, features
from bot.core.choosing.matching import asks_for_list
from bot.core.index.edition import Edition
from bot.core.index.engine import Scores
from bot.core.index.vectors.encoded import SentenceLikeness
from bot.core.index.vectors.encoder import Matrix, Vectors
from bot.core.nouns import Article, Claim, Span
from bot.core.reading.shape import asks
from bot.core.reading.speech import begins_with_speech
from bot.core.words.evidence import refers_back
from bot.core.words.weights import WEIGHTS, Weights
from bot.languages.language import Asked

_Places = npt.NDArray[np.intp]
"""Numbers of candidates, or of where they stand."""


class Ranker(Protocol):
    """Says how well each candidate answers."""

    def scores(self, rows: Matrix) -> Scores:
        """Return one number a row of features (see ``compared``), higher is better."""
        ...


@dataclass(frozen=True, eq=False)
class Ranked:
    """The candidates of a question with their features and scores, best first."""

    candidates: Sequence[Candidate]
    rows: Matrix
    scores: Scores
    weights: Weights = WEIGHTS
    question: Question | None = None
    """What was asked, where that is known."""

    @cached_property
    def places(self) -> tuple[_Places, _Places]:
        """The number of each candidate's passage in the edition, and of its sentence there."""
        return (
            np.array([candidate.place for candidate in self.candidates]),
            np.array([candidate.number for candidate in self.candidates]),
        )


def rank(
    question: Question,
    edition: Edition,
    ranker: Ranker,
    vectors: Vectors | None,
    likeness: SentenceLikeness | None = None,
) -> Ranked:
    """Score all candidates of a question; equal scores keep the order of the passages."""
    met = candidates(question, edition, edition.weights.passages, likeness)
    found = [one for one in met if one.passage.article.language not in question.foreign]
    rows = features(question, found, vectors, likeness)
    passages = {one.place: one.passage for one in found}
    references = {place for place, passage in passages.items() if passage.is_reference}
    behind = np.array([edition.weights.reference * (candidate.place in references) for candidate in found])
    scores = ranker.scores(compared(rows)) if found else np.zeros(0)
    ranked = ordered(found, rows, scores - behind, edition.weights)
    return replace(ranked, question=question)


def ordered(found: Sequence[Candidate], rows: Matrix, scores: Scores, weights: Weights = WEIGHTS) -> Ranked:
    """Return the candidates best first."""
    order = np.argsort(-scores, kind="stable")
    return Ranked([found[n] for n in order], rows[order], scores[order], weights)


def select(ranked: Ranked, most: int = LIMITS.asking.quotes_found) -> list[Claim]:
    """Return up to ``most`` claims, best first: none overlap, no sentence says another's words again.

    A sentence of somebody's speech is claimed from the beginning of the speech, and continues the claim that
    has the beginning, if there is one. A quote from a new source comes before one that is hardly better from
    a source that is quoted already.
    """
    free = _Free(ranked)
    sources = np.array([candidate.passage.article.id for candidate in ranked.candidates])
    scores = ranked.scores.copy()
    chosen: list[_Choice] = []
    while len(chosen) < most and np.isfinite(scores).any():
        best = int(np.argmax(scores))
        scores[best] = -np.inf
        if free.get(_place(ranked.candidates[best])) is None:
            continue
        begun = _begun(ranked.candidates[best], chosen)
        choice = _continued(begun, ranked, best, free) if begun else _choice(ranked, best, free)
        if choice is None:
            continue
        if begun:
            chosen[chosen.index(begun)] = choice
        else:
            chosen.append(choice)
            scores[sources == choice.article.id] -= ranked.weights.same_source
        free.take(choice.members)
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
        return Claim.of(self.article, _around(self.members))


class _Free:
    """The candidates that may still be quoted: not those that are, nor what says the words of one again.

    That is told when one is asked for: most never are.
    """

    def __init__(self, ranked: Ranked) -> None:
        self._ranked = ranked
        self._numbers = {_place(candidate): number for number, candidate in enumerate(ranked.candidates)}
        self._quoted: list[frozenset[str]] = []
        self._words: dict[int, frozenset[str]] = {}

    def number(self, candidate: Candidate) -> int:
        """Return the number of a candidate, best first."""
        return self._numbers[_place(candidate)]

    def get(self, place: _Place) -> int | None:
        """Return the number of the candidate that stands there, None where none is free."""
        number = self._numbers.get(place)
        if number is None:
            return None
        words, same = self._words_of(number), self._ranked.weights.same_words
        return None if any(_says_again(words, told, same) for told in self._quoted) else number

    def _words_of(self, number: int) -> frozenset[str]:
        if number not in self._words:
            self._words[number] = frozenset(map(str.lower, self._ranked.candidates[number].sentence.words))
        return self._words[number]

    def take(self, members: Sequence[Candidate]) -> None:
        """Quote these."""
        free = [number for member in members if (number := self.get(_place(member))) is not None]
        self._quoted.extend(map(self._words_of, free))


def _says_again(words: frozenset[str], told: frozenset[str], same: float) -> bool:
    """Tell whether a sentence has nearly the same words as one that is quoted."""
    both = len(words) + len(told)
    if (1 + same) * min(len(words), len(told)) < same * both:
        return False  # one of them has too few; told sooner, since most pairs are such
    shared = len(words & told)
    return shared >= same * (both - shared)


def _speech(candidate: Candidate) -> range:
    """Return the numbers of the sentences of the speech that a sentence is in, or opens."""
    return candidate.passage.speech(candidate.number)


def _begun(candidate: Candidate, chosen: Sequence[_Choice]) -> _Choice | None:
    """Return the choice that has the sentence, the beginning of the speech that it is in, or who says it."""
    start = _speech(candidate).start
    numbers = {start, start - 1} if _needs_speaker(candidate) else {start}
    held = {(id(candidate.passage), number) for number in numbers}
    return next((choice for choice in chosen if held & set(map(_place, choice.members))), None)


def _needs_speaker(candidate: Candidate) -> bool:
    """Tell whether the sentence is speech that names nobody and begins behind a sentence in the same line."""
    passage, start = candidate.passage, _speech(candidate).start
    text, first = passage.article.text, passage.sentences[start]
    if not start or candidate.sentence.facts.speech or not begins_with_speech(text, first):
        return False
    return "\n" not in text[passage.sentences[start - 1].end : first.start]


def _continued(begun: _Choice, ranked: Ranked, number: int, free: _Free) -> _Choice | None:
    """Return the choice with all that follows it up to the candidate, which answers nearly as well.

    None if it does not, or if that is too long or not free.
    """
    if ranked.scores[number] < begun.score - ranked.weights.second_within:
        return None
    candidate = ranked.candidates[number]
    following = _sentences(ranked, candidate, range(begun.members[-1].number + 1, candidate.number + 1), free)
    members = [*begun.members, *following]
    return (
        _Choice(members, begun.score) if following and len(_around(members)) <= LIMITS.texts.spoken else None
    )


def _choice(ranked: Ranked, number: int, free: _Free) -> _Choice | None:
    """Return the candidate from the beginning of its speech, with who says it or a neighbour.

    None if a sentence of its speech before it is not free: another outlet has it. None if it leads to a list
    that is quoted already.
    """
    candidate, score = ranked.candidates[number], float(ranked.scores[number])
    listed = candidate.passage.led_by(candidate.number)
    led = _sentences(ranked, candidate, listed, free)
    told = _sentences(ranked, candidate, range(_speech(candidate).start, candidate.number + 1), free)
    if not told or (listed and not led):
        return None
    members = _with_speaker(ranked, told, free)
    if len(members) > 1:
        return _Choice(members, score)
    whole = [candidate, *led] if led else _whole_list(ranked, number, free)
    is_quoted = len(whole) > 1 and len(_around(whole)) <= LIMITS.texts.spoken
    return _Choice(whole if is_quoted else _with_neighbour(ranked, number, free), score)


def _with_speaker(ranked: Ranked, members: Sequence[Candidate], free: _Free) -> Sequence[Candidate]:
    """Return the sentences with what tells who says them: the rest of the speech, or the sentence before.

    They stay as they are where they tell it, where they are no speech, or where both would be too long.
    """
    if any(member.sentence.facts.speech for member in members):
        return members
    first = members[0]
    if not begins_with_speech(first.passage.article.text, first.span):
        return members
    whole = _sentences(ranked, first, _speech(members[-1]), free)
    if whole and whole[-1].sentence.facts.speech and len(_around(whole)) <= LIMITS.texts.spoken:
        return whole
    before = free.get((id(first.passage), first.number - 1))
    told = [] if before is None else [ranked.candidates[before], *members]
    return told if told and _fit(told) else members


def _whole_list(ranked: Ranked, number: int, free: _Free) -> Sequence[Candidate]:
    """Return the whole list that the candidate stands in if it is asked for, else none.

    Half of its items have to answer nearly as well, and to tell a number or a time where that is asked for.
    """
    candidate, question = ranked.candidates[number], ranked.question
    listed = candidate.passage.whole_list(candidate.number)
    asked = question and listed and asks_for_list(question, candidate.passage, listed)
    members = _sentences(ranked, candidate, listed, free) if asked else []
    least = ranked.scores[number] - ranked.weights.second_within
    as_good = [member for member in members if ranked.scores[free.number(member)] >= least]
    telling = [member for member in members if _tells(member, question)]
    return members if 2 * min(len(as_good), len(telling)) >= len(members) else []


def _tells(candidate: Candidate, question: Question | None) -> bool:
    """Tell whether a sentence has a number or a time, if the question asks for one."""
    asked = question.asked if question else None
    return asked not in {Asked.NUMBER, Asked.TIME} or bool(candidate.sentence.facts.of_kind(asked))


def _leans(candidate: Candidate) -> bool:
    return refers_back(candidate.text, candidate.passage.article.language)


def _with_neighbour(ranked: Ranked, number: int, free: _Free) -> Sequence[Candidate]:
    """Return the candidate, with the free neighbour that it needs or that answers nearly as well."""
    candidate, least = ranked.candidates[number], ranked.scores[number] - ranked.weights.second_within
    before, after = (free.get((id(candidate.passage), candidate.number + step)) for step in (-1, 1))
    asking = asks(candidate.text)
    needed = after if asking else before if _leans(candidate) else None
    pairs = {
        other: sorted([candidate, ranked.candidates[other]], key=lambda member: member.number)
        for other in (before, after)
        if other is not None and (other == needed or ranked.scores[other] >= least)
    }
    fitting = [o for o, pair in pairs.items() if _fit(pair) and (o != before or not _needs_speaker(pair[0]))]
    if asking and after in fitting:
        return pairs[after]
    return pairs[max(fitting, key=lambda other: float(ranked.scores[other]))] if fitting else [candidate]


def _sentences(ranked: Ranked, beside: Candidate, numbers: range, free: _Free) -> list[Candidate]:
    """Return the sentences of these numbers of a passage; none if one of them is not free."""
    found = [free.get((id(beside.passage), number)) for number in numbers]
    return [] if None in found else [ranked.candidates[place] for place in found if place is not None]


def _fit(members: Sequence[Candidate]) -> bool:
    """Tell whether neighbours make a quote of fair length, of one line, that begins outside of speech."""
    first, span = members[0], _around(members)
    one_line = "\n" not in span.of(first.passage.article.text)
    return one_line and len(span) <= LIMITS.texts.quote and _speech(first).start == first.number


def _around(members: Sequence[Candidate]) -> Span:
    return Span(min(m.span.start for m in members), max(m.span.end for m in members))
