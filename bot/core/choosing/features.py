"""What can be told about a sentence as an answer to a question, as numbers for the ranker.

Every feature is a ratio, a small count or a logarithm, so that it means the same in a corpus of
three articles and in one of 200,000 passages.
"""

from collections.abc import Mapping, Sequence
from math import log1p

import numpy as np

from bot.core.asking.question import Question
from bot.core.choosing.candidates import Candidate
from bot.core.choosing.facts import Facts
from bot.core.choosing.matching import Match, bm25, density, introduces, lookup, match, pairs, presents
from bot.core.choosing.meaning import MEANING, meaning
from bot.core.choosing.sense import SENSE, sense
from bot.core.index.engine import Mask, Scores
from bot.core.index.vectors.encoded import SentenceLikeness
from bot.core.index.vectors.encoder import Matrix, Vectors
from bot.core.words.evidence import refers_back
from bot.languages.language import Asked

_SAID = (
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
)
"""Features of what a sentence says, whatever is asked."""
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
    *_SAID,
    "introduces",
    "words",
    *(f"asked_{asked.value}" for asked in Asked),
)
OF_WORDS = (*LEXICAL, *MEANING)
FEATURES = (*OF_WORDS, *SENSE)
"""All features; where there are no word vectors, or no encoder, a beginning of them."""
IN_ANY_LANGUAGE = frozenset({*SENSE, *_SAID, "words", *(f"asked_{asked.value}" for asked in Asked)})
"""Features that tell the same where the question is in another language than the sentences."""


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
    rows = [_Scene(question, found).rows()]
    if vectors:
        rows.append(meaning(question, found, vectors))
        if likeness:
            rows.append(sense(found, likeness))
    return np.hstack(rows)


def compared(rows: Matrix) -> Matrix:
    """Return the rows (at least one) as a ranker reads them: each feature and its distance to the best."""
    return np.hstack([rows, rows - rows.max(axis=0)])


def names_of(rows: Matrix) -> tuple[str, ...]:
    """Return the names of the columns of such rows."""
    return FEATURES[: rows.shape[1]]


class _Scene:
    """All candidates of a question together, passage by passage: what each tells about its neighbours."""

    def __init__(self, question: Question, found: Sequence[Candidate]) -> None:
        wanted, words = lookup(question.words), len(question.words)
        self._question, self._found = question, found
        self._matches = [match(wanted, candidate.sentence.terms) for candidate in found]
        self._facts = [
            candidate.sentence.facts.besides({place for place, _ in matched.places})
            for candidate, matched in zip(found, self._matches, strict=True)
        ]
        pairs = list(zip([None, *found], found, strict=False))
        begins = np.array([before is None or before.passage is not one.passage for before, one in pairs])
        numbers = np.array([candidate.number for candidate in found])
        self._follows = ~begins[1:] & (np.diff(numbers) == 1)
        self._leads = numbers == 0
        firsts, self._passages = np.flatnonzero(begins), np.cumsum(begins) - 1
        self._weights = _laid_out([matched.weights for matched in self._matches], words)
        self._headings = _laid_out(
            [match(wanted, found[n].heading.terms).weights for n in firsts.tolist()], words
        )
        in_passage = np.maximum(np.maximum.reduceat(self._weights, firsts), self._headings)
        self._in_passage = in_passage[self._passages]
        self._mass = np.array([word.weight for word in question.words])

    def rows(self) -> Matrix:
        """Return the lexical features of all candidates."""
        columns = [*self._words(), *self._named(), *self._close(), *self._told(), *self._shape()]
        return np.column_stack(columns).astype(np.float32)

    def _before(self, values: Scores) -> Scores:
        """Return for each candidate what the sentence before it has, 0 where that is no candidate."""
        return np.concatenate([np.zeros_like(values[:1]), (values[:-1].T * self._follows).T])

    def _after(self, values: Scores) -> Scores:
        return np.concatenate([(values[1:].T * self._follows).T, np.zeros_like(values[:1])])

    def _coverage(self, weights: Scores) -> Scores:
        return np.asarray((weights * self._mass).sum(axis=1) / self._question.mass)

    def _words(self) -> list[Scores | Mask]:
        question, found = self._question, self._weights
        scores = self._bm25()
        of_passage = np.array([candidate.passage_score for candidate in self._found])
        before = self._before(found)
        # what stands before the first sentence: a heading, or the question that it answers
        before[self._leads] = self._headings[self._passages[self._leads]]
        after = self._after(found)
        rarest = np.argsort(-self._mass, kind="stable")[:2]
        return [
            scores,
            scores / (scores.max() or 1.0),
            of_passage / question.mass,
            of_passage / (of_passage.max() or 1.0),
            self._coverage(found),
            np.count_nonzero(found, axis=1) / len(question.words),
            self._coverage(self._in_passage),
            self._coverage(before),
            self._coverage(after),
            self._coverage(np.maximum(np.maximum(before, found), after)),
            found[:, rarest[0]] > 0,
            self._in_passage[:, rarest[0]] > 0,
            found[:, rarest[-1]] > 0,
        ]

    def _bm25(self) -> Scores:
        counts = _laid_out([matched.counts for matched in self._matches], len(self._question.words))
        lengths = np.array([matched.length for matched in self._matches])
        return np.asarray(
            (bm25(counts, lengths) * self._weights * self._mass).sum(axis=1) / self._question.mass
        )

    def _named(self) -> list[Scores]:
        names = sorted(_names(self._question, self._found, self._matches))
        mass, total = self._mass[names], self._mass[names].sum()
        held = ((self._weights[:, names] > 0) * mass).sum(axis=1)
        absent = ((self._in_passage[:, names] == 0) * mass).sum(axis=1)
        share = held / total if total else np.ones(len(held))
        return [share, (total - held) / self._question.mass, absent / self._question.mass]

    def _close(self) -> list[Sequence[float]]:
        question = self._question
        return [[pairs(question, found) for found in self._matches], list(map(density, self._matches))]

    def _told(self) -> list[Sequence[float] | Scores]:
        asked, head = self._question.asked, self._question.head
        kinds = [facts.of_kind(asked) or () for facts in self._facts]
        told = list(zip(self._matches, kinds, strict=True))
        to_head = [_nearness(found.at(head), of_kind) for found, of_kind in told]
        to_match = [_nearness([place for place, _ in found.places], of_kind) for found, of_kind in told]
        fits = np.array([facts.fit(asked) for facts in self._facts])
        counts = zip(*(_counts(facts) for facts in self._facts), strict=True)
        around = np.maximum(self._before(fits), self._after(fits))
        return [self._head(), to_head, to_match, *counts, fits, around]

    def _head(self) -> Scores:
        head = self._question.head
        if head is None:
            return np.full(len(self._found), 0.5)
        elsewhere = np.where(self._in_passage[:, head] > 0, 0.25, 0.0)
        return np.where(self._weights[:, head] > 0, 1.0, elsewhere)

    def _shape(self) -> list[Sequence[float] | Scores | Mask]:
        found, question = self._found, self._question
        of_question = [log1p(len(question.words)), *(float(question.asked is kind) for kind in Asked)]
        return [
            self._leads,
            [log1p(len(candidate.sentence.words)) for candidate in found],
            [refers_back(candidate.text, candidate.passage.article.language) for candidate in found],
            [
                introduces(question, one.sentence.words, one.sentence.terms, one.passage.article.language)
                or presents(question, one.text, one.passage.article.language)
                for one in found
            ],
            *(np.full(len(found), value) for value in of_question),
        ]


def _laid_out(told: Sequence[Mapping[int, float]], words: int) -> Scores:
    """Return one row a text, one column a word of the question, 0 where the text does not have it."""
    rows = np.zeros((len(told), words))
    for row, found in zip(rows, told, strict=True):
        row[list(found)] = list(found.values())
    return rows


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
