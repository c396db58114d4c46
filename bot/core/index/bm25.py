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
        saturation, postings = Saturation.of(vocabulary), self._postings
        counts = postings.case_counts.astype(np.float64)
        self._gained = saturation.gained(counts, saturation.norms(postings.case_lengths))

    def __len__(self) -> int:
        """Return the number of passages."""
        return len(self._postings.lengths)

    def top(self, query: Mapping[Term, float], count: int, among: Among = ALL) -> list[Scored]:
        """Return the ``count`` best passages that share a term with the query, with scores, best first.

        Equal scores are in the order of the passages' numbers.
        """
        weighed = self._weighed(query)
        scores = self._scores(weighed, among)
        return _best(scores, count, self._bound(scores, weighed, count))

    def best(self, query: Mapping[Term, float], among: Among = ALL) -> Iterator[Scored]:
        """Yield all passages that share a term with the query, as ``top`` orders them."""
        scores = self._scores(self._weighed(query), among)
        while found := _best(scores, _YIELDED):
            yield from found
            scores[[number for number, _ in found]] = 0

    def scores(self, query: Mapping[Term, float], passages: Sequence[int]) -> list[float]:
        """Return the scores of these passages, in their order, 0 for those that share no term."""
        return [float(score) for score in self._scores(self._weighed(query), ALL)[list(passages)]]

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
            found[self._postings.passages[self._postings.having(number)]] = True
        return found

    def _weighed(self, query: Mapping[Term, float]) -> list[tuple[slice, float]]:
        """Return where the passages of each term stand, with the term's weight."""
        found = ((self._postings.terms.place(term), weight) for term, weight in query.items() if weight > 0)
        return [
            (self._postings.having(number), weight * self._rarity.of_number(number))
            for number, weight in found
            if number is not None
        ]

    def _scores(self, weighed: Sequence[tuple[slice, float]], among: Among) -> Scores:
        """Return each passage's score, added up in the library's order of operations."""
        scores = np.zeros(len(self))
        for having, weight in weighed:
            gained = weight * self._gained
            scores[self._postings.passages[having]] += gained.take(self._postings.cases[having])
        if among.articles is not None or among.words:
            scores *= self._mask(among)
        return scores

    def _bound(self, scores: Scores, weighed: Sequence[tuple[slice, float]], count: int) -> float:
        """Return a score that ``count`` passages reach: the best that have the rarest term that is enough."""
        enough = [having for having, _ in weighed if having.stop - having.start >= count]
        if not enough:
            return 0.0
        rarest = min(enough, key=lambda having: having.stop - having.start)
        return _least_of_best(scores[self._postings.passages[rarest]], count)


def _best(scores: Scores, count: int, bound: float = 0.0) -> list[Scored]:
    """Return the highest scores above 0, with their numbers; so many are not below ``bound``."""
    matched = np.flatnonzero(scores >= bound if bound > 0 else scores)  # sorting many zeros takes long
    found = scores[matched]
    if len(matched) > count:
        matched = matched[found >= _least_of_best(found, count)]
        found = scores[matched]
    best = np.lexsort((matched, -found))[:count]
    return list(zip(matched[best].tolist(), found[best].tolist(), strict=True))


def _least_of_best(scores: Scores, count: int) -> float:
    return float(np.partition(scores, -count)[-count])


def _mean(lengths: Counts) -> float:
    return int(lengths.sum()) / len(lengths) if lengths.any() else 1.0  # the library would divide by zero
