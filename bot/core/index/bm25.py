"""BM25 over passages.

``rank_bm25.BM25Okapi`` defines the score; here it is computed from postings (term → its passages and
counts, laid out like a sparse matrix by columns) instead of a dict per passage.
See docs/decisions/0005-ranking.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Self

import numpy as np

from bot.core.index.engine import ALL, Among, Mask, Scored, Scores
from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.index.postings import Counts
from bot.core.nouns import Term
from bot.core.words.tokens import Ids

_BLOCK = 2**14
"""Postings weighed at once: temporary arrays of this size stay in the processor's cache."""
_YIELDED = 2048
"""Passages that are ordered at once, where nobody knows how many will be looked at."""


class Saturation(NamedTuple):
    """BM25's parameters: k1 tells how much repetition counts, b how much length does, in tokens."""

    k1: float
    b: float
    mean: float

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Self:
        """Return what holds for passages with these words."""
        return cls(vocabulary.counts.repetition, vocabulary.counts.length, _mean(vocabulary.postings.lengths))

    def norms(self, lengths: Counts) -> Scores:
        """Return what a count is weighed against in texts of these lengths."""
        return np.asarray(self.k1 * (1 - self.b + self.b * lengths / self.mean), dtype=np.float64)

    def gained(self, counts: Scores, norms: Scores) -> Scores:
        """Return what a term adds to the scores of texts that have it so often, but for its weight."""
        gained: Scores = counts * (self.k1 + 1) / (counts + norms)
        return gained


class Ranking:
    """Passages, numbered in the order of the articles, ranked by BM25Okapi. Immutable.

    A query maps terms to weights: how much a match of the term counts. With weights of 1 the scores are
    exactly BM25Okapi's, but for the terms' weights by rarity (see ``Rarity``). A passage scores above 0 if,
    and only if, it shares a term with the query.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Rank the passages that have these words."""
        self._postings, self._rarity = vocabulary.postings, vocabulary.rarity
        self._saturation = Saturation.of(vocabulary)
        self._norms = self._saturation.norms(self._postings.lengths)

    def __len__(self) -> int:
        """Return the number of passages."""
        return len(self._postings.lengths)

    def top(self, query: Mapping[Term, float], count: int, among: Among = ALL) -> list[Scored]:
        """Return the ``count`` best passages that share a term with the query, with scores, best first.

        Equal scores are in the order of the passages' numbers.
        """
        return _best(self._scores_among(query, among), count)

    def best(self, query: Mapping[Term, float], among: Among = ALL) -> Iterator[Scored]:
        """Yield all passages that share a term with the query, as ``top`` orders them."""
        scores = self._scores_among(query, among)
        while found := _best(scores, _YIELDED):
            yield from found
            scores[[number for number, _ in found]] = 0

    def scores(self, query: Mapping[Term, float], passages: Sequence[int]) -> list[float]:
        """Return the scores of these passages, in their order, 0 for those that share no term."""
        return [float(score) for score in self._scores(query)[list(passages)]]

    def each(self, among: Among) -> Iterator[int]:
        """Yield the numbers of the passages that are looked at, in order."""
        return map(int, np.flatnonzero(self._mask(among)))

    def sentences(self, passage: int) -> Sequence[Ids]:
        """Return the numbers of the terms of each sentence of a passage, in order."""
        return self._postings.sentences(passage)

    def _mask(self, among: Among) -> Mask:
        mask = np.ones(len(self), np.bool_)
        if among.articles is not None:
            mask &= np.repeat(among.articles, self._postings.passages_each)
        for terms in among.words:
            mask &= self._having(terms)
        return mask

    def _having(self, terms: Sequence[Term]) -> Mask:
        found = np.zeros(len(self), np.bool_)
        for number in (number for t in terms if (number := self._postings.terms.place(t)) is not None):
            for passages, _ in self._postings.blocks(number, len(self)):
                found[passages] = True
        return found

    def _scores_among(self, query: Mapping[Term, float], among: Among) -> Scores:
        scores = self._scores(query)
        if among.articles is not None or among.words:
            scores *= self._mask(among)
        return scores

    def _scores(self, query: Mapping[Term, float]) -> Scores:
        scores = np.zeros(len(self))
        for term, weight in query.items():
            number = self._postings.terms.place(term)
            if number is not None and weight > 0:
                self._add(scores, number, weight)
        return scores

    def _add(self, scores: Scores, number: int, weight: float) -> None:
        """Add the weighted BM25 contributions of one term, in the library's order of operations."""
        weight *= self._rarity.of_number(number)
        for passages, counts in self._postings.blocks(number, _BLOCK):
            found = counts.astype(np.float64)
            scores[passages] += weight * self._saturation.gained(found, self._norms[passages])


def _best(scores: Scores, count: int) -> list[Scored]:
    """Return the highest scores above 0, with their numbers."""
    matched = np.flatnonzero(scores)  # first: partitioning mostly-zero scores is up to 100 times slower
    if len(matched) > count:
        threshold = np.partition(scores[matched], -count)[-count]
        matched = matched[scores[matched] >= threshold]
    best = matched[np.lexsort((matched, -scores[matched]))][:count]
    return [(int(number), float(scores[number])) for number in best]


def _mean(lengths: Counts) -> float:
    return int(lengths.sum()) / len(lengths) if lengths.any() else 1.0  # the library would divide by zero
