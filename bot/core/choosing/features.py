"""What can be told about a sentence as an answer to a question, as numbers for the ranker.

Every feature is a ratio, a small count or a logarithm, so that it means the same in a corpus of
three articles and in one of 200,000 passages.
"""

from collections.abc import Sequence
from math import log1p

import numpy as np

from bot.core.asking.question import Question
from bot.core.choosing.candidates import Candidate
from bot.core.choosing.facts import Facts
from bot.core.choosing.matching import Match, bm25, coverage, density, lookup, match, pairs, united
from bot.core.choosing.meaning import MEANING, meaning
from bot.core.choosing.sense import SENSE, sense
from bot.core.vectors.encoded import SentenceLikeness
from bot.core.vectors.encoder import Matrix, Vectors
from bot.core.words.evidence import refers_back
from bot.languages.language import Asked

LEXICAL = (
    "sentence_bm25",
    "sentence_bm25_to_best",
    "passage_bm25",
    "passage_bm25_to_best",
    "coverage",
    "coverage_by_count",
    "coverage_passage",
    "coverage_before",
    "coverage_after",
    "coverage_around",
    "rarest",
    "rarest_in_passage",
    "second_rarest",
    "names",
    "names_missing",
    "names_missing_in_passage",
    "pairs",
    "density",
    "head",
    "head_to_fact",
    "match_to_fact",
    "new_names",
    "new_numbers",
    "times",
    "places",
    "causes",
    "speech",
    "quotation",
    "fits",
    "fits_around",
    "first",
    "length",
    "refers_back",
    "words",
    *(f"asked_{asked.value}" for asked in Asked),
)
OF_WORDS = (*LEXICAL, *MEANING)
FEATURES = (*OF_WORDS, *SENSE)
"""All features; where there are no word vectors, or no encoder, a beginning of them."""


def features(
    question: Question,
    found: Sequence[Candidate],
    vectors: Vectors | None,
    likeness: SentenceLikeness | None = None,
) -> Matrix:
    """Return one row a candidate; the columns are ``FEATURES``, or a beginning: see ``names_of``.

    Without word vectors ``likeness`` is not looked at.
    """
    columns = LEXICAL if not vectors else FEATURES if likeness else OF_WORDS
    if not found:
        return np.zeros((0, len(columns)), dtype=np.float32)
    scene = _Scene(question, found)
    rows = [np.array([scene.row(number) for number in range(len(found))], dtype=np.float32)]
    if vectors:
        rows.append(meaning(question, found, vectors))
        if likeness:
            rows.append(sense(found, likeness))
    return np.hstack(rows)


def names_of(rows: Matrix) -> tuple[str, ...]:
    """Return the names of the columns of such rows."""
    return FEATURES[: rows.shape[1]]


class _Scene:
    """All candidates of a question together: what each tells about its neighbours."""

    def __init__(self, question: Question, found: Sequence[Candidate]) -> None:
        wanted = lookup(question.words)
        self._question = question
        self._found = found
        self._matches = [match(wanted, candidate.sentence.terms) for candidate in found]
        self._facts = [
            candidate.sentence.facts.besides({place for place, _ in matched.places})
            for candidate, matched in zip(found, self._matches, strict=True)
        ]
        self._number = {(id(candidate.passage), candidate.number): n for n, candidate in enumerate(found)}
        passages = {id(candidate.passage): candidate for candidate in found}
        self._headings = {passage: match(wanted, c.heading.terms) for passage, c in passages.items()}
        by_passage = {passage: [heading] for passage, heading in self._headings.items()}
        for candidate, matched in zip(found, self._matches, strict=True):
            by_passage[id(candidate.passage)].append(matched)
        self._in_passage = {passage: united(matches) for passage, matches in by_passage.items()}
        self._rarest = sorted(range(len(question.words)), key=lambda n: -question.words[n].weight)[:2]
        self._names = _names(question, found, self._matches)
        asked = [float(question.asked is kind) for kind in Asked]
        self._of_question = [log1p(len(question.words)), *asked]
        self._scores = [bm25(question, matched) for matched in self._matches]
        self._best = max(self._scores) or 1.0
        self._best_passage = max(candidate.passage_score for candidate in found) or 1.0

    def row(self, number: int) -> list[float]:
        """Return the lexical features of a candidate."""
        return [*self._words(number), *self._told(number), *self._shape(number)]

    def _neighbours(self, number: int) -> tuple[int | None, int | None]:
        candidate = self._found[number]
        before, after = ((id(candidate.passage), candidate.number + step) for step in (-1, 1))
        return self._number.get(before), self._number.get(after)

    def _words(self, number: int) -> list[float]:
        question, candidate, found = self._question, self._found[number], self._matches[number]
        in_passage = self._in_passage[id(candidate.passage)]
        before, after = (self._matches[n] if n is not None else None for n in self._neighbours(number))
        if candidate.number == 0:  # what stands before it: a heading, or the question that it answers
            before = self._headings[id(candidate.passage)]
        around = [matched for matched in (before, found, after) if matched]
        return [
            self._scores[number],
            self._scores[number] / self._best,
            candidate.passage_score / question.mass,
            candidate.passage_score / self._best_passage,
            coverage(question, found.weights),
            len(found.weights) / max(1, len(question.words)),
            coverage(question, in_passage),
            coverage(question, before.weights) if before else 0.0,
            coverage(question, after.weights) if after else 0.0,
            coverage(question, united(around)),
            float(self._rarest[0] in found.weights),
            float(self._rarest[0] in in_passage),
            float(self._rarest[-1] in found.weights),
            *self._named(found, in_passage),
            pairs(question, found),
            density(found),
        ]

    def _named(self, found: Match, in_passage: dict[int, float]) -> list[float]:
        question, names = self._question, self._names
        mass = {n: question.words[n].weight for n in names}
        held = sum(mass[n] for n in names if n in found.weights)
        absent = sum(mass[n] for n in names if n not in in_passage)
        total = sum(mass.values())
        return [held / total if total else 1.0, (total - held) / question.mass, absent / question.mass]

    def _told(self, number: int) -> list[float]:
        question, found, facts = self._question, self._matches[number], self._facts[number]
        around = [self._facts[n] for n in self._neighbours(number) if n is not None]
        of_kind = facts.of_kind(question.asked) or ()
        return [
            self._head(number),
            _nearness([place for place, word in found.places if word == question.head], of_kind),
            _nearness([place for place, _ in found.places], of_kind),
            *_counts(facts),
            facts.fit(question.asked),
            max((other.fit(question.asked) for other in around), default=0.0),
        ]

    def _head(self, number: int) -> float:
        head = self._question.head
        if head is None:
            return 0.5
        if head in self._matches[number].weights:
            return 1.0
        return 0.25 if head in self._in_passage[id(self._found[number].passage)] else 0.0

    def _shape(self, number: int) -> list[float]:
        candidate = self._found[number]
        return [
            float(candidate.number == 0),
            log1p(len(candidate.sentence.words)),
            float(refers_back(candidate.text, candidate.passage.article.language)),
            *self._of_question,
        ]


def _counts(facts: Facts) -> list[float]:
    return [
        log1p(len(facts.names)),
        log1p(len(facts.numbers)),
        log1p(len(facts.times)),
        log1p(len(facts.places)),
        log1p(facts.causes),
        log1p(facts.speech),
        float(facts.quotation),
    ]


def _names(question: Question, found: Sequence[Candidate], matches: Sequence[Match]) -> frozenset[int]:
    """Return the words that name something: so written in the question or inside the sentences."""
    seen: dict[int, list[bool]] = {}
    for candidate, matched in zip(found, matches, strict=True):
        for place, number in matched.places:
            if place:
                seen.setdefault(number, []).append(candidate.sentence.words[place][0].isupper())
    capital = {number for number, capitals in seen.items() if 2 * sum(capitals) > len(capitals)}
    return frozenset(capital | {number for number, word in enumerate(question.words) if word.is_name})


def _nearness(places: Sequence[int], others: Sequence[int]) -> float:
    """Return how near the nearest two places are: 1 side by side, towards 0 far apart, 0 if none."""
    nearest = min((abs(a - b) for a in places for b in others), default=None)
    return 0.0 if nearest is None else 1.0 / max(1, nearest)
