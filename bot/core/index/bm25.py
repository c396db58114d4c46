"""BM25 over passages.

``rank_bm25.BM25Okapi`` defines the score; here it is computed from postings (term → its passages and
counts, laid out like a sparse matrix by columns) instead of a dict per passage.
See docs/decisions/0005-ranking.md.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.core.index.background import Commonness
from bot.core.index.lexicon.rarity import Rarity
from bot.core.index.postings import Counts, Postings
from bot.core.nouns import Term
from bot.core.words.tokens import Analysed, Ids, QuestionWord

Scores = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
_BLOCK = 2**14
"""Postings weighed at once: temporary arrays of this size stay in the processor's cache."""


class _Saturation(NamedTuple):
    """BM25's parameters: k1 tells how much repetition counts, b how much length does."""

    k1: float
    b: float

    def norms(self, lengths: Counts, mean: float) -> Scores:
        """Return what a count is weighed against in texts of these lengths, in tokens."""
        return np.asarray(self.k1 * (1 - self.b + self.b * lengths / mean), dtype=np.float64)


PASSAGES_RANKED = _Saturation(k1=1.5, b=0.75)
"""rank_bm25's own; measured flat around them."""


class Ranking:
    """Passages, numbered in the order of the articles, ranked by BM25Okapi. Immutable.

    A query maps terms to weights: how much a match of the term counts. With weights of 1 the scores are
    exactly BM25Okapi's, but for the terms' weights by rarity (see ``Rarity``). A passage scores above 0 if,
    and only if, it shares a term with the query.
    """

    def __init__(
        self,
        articles: Sequence[Analysed] | Postings,
        previous: "Ranking | None" = None,
        commonness: Commonness | None = None,
    ) -> None:
        """Rank the articles' passages, merged or not; ``previous`` spares work on words that it has."""
        known: Postings | None = previous.postings if previous else None
        merged = articles if isinstance(articles, Postings) else Postings(articles, known)
        self.postings: Postings = merged
        self._frequencies = self.postings.frequencies()
        self._rarity = Rarity(self.postings, commonness or {})
        self._norms = PASSAGES_RANKED.norms(self.postings.lengths, _mean(self.postings.lengths))

    def __len__(self) -> int:
        """Return the number of passages."""
        return len(self.postings.lengths)

    def __contains__(self, term: Term) -> bool:
        """Tell whether any passage is found by the term."""
        return term in self.postings.numbers

    def frequency(self, term: Term) -> int:
        """Return the number of passages that are found by the term."""
        number = self.postings.numbers.get(term)
        return 0 if number is None else int(self._frequencies[number])

    def idf(self, term: Term) -> float:
        """Return the term's weight by rarity, above 0 (see ``Rarity``)."""
        number = self.postings.numbers.get(term)
        return self._rarity.of_unknown(term) if number is None else self._rarity.of_number(number)

    @property
    def terms(self) -> Collection[Term]:
        """The terms that passages are found by."""
        return self.postings.numbers.keys()

    @property
    def words(self) -> Mapping[str, Collection[str]]:
        """The articles' different words as they are written, by language."""
        return self.postings.words

    def weights(self, words: Iterable[QuestionWord]) -> dict[Term, float]:
        """Return the query for a question's words, stop words left out.

        No reading of a word outweighs its commonest exact term, so that a rare variant of a common word
        does not count for more than the word.
        """
        found: dict[Term, float] = {}
        for word in words:
            ceiling = self.word_idf(word)
            for term, weight in _readings(word):
                if term in self:
                    balanced = weight * min(1.0, ceiling / self.idf(term))
                    found[term] = max(found.get(term, 0.0), balanced)
        return found

    def word_idf(self, word: QuestionWord) -> float:
        """Return the weight by rarity of a word: of its commonest term, or else of its commonest variant."""
        known = [term for term in word.terms if term in self] or [
            variant.term for variant in word.variants if variant.term in self
        ]
        return min(map(self.idf, known or word.terms))

    def scores(self, query: Mapping[Term, float]) -> Scores:
        """Return the score of every passage, by number."""
        scores = np.zeros(len(self))
        for term, weight in query.items():
            if term in self and weight > 0:
                self._add(scores, self.postings.numbers[term], weight)
        return scores

    def having(self, terms: Iterable[Term]) -> Mask:
        """Tell of every passage, by number, whether it is found by one of the terms."""
        found = np.zeros(len(self), np.bool_)
        for number in (self.postings.numbers[term] for term in terms if term in self):
            for passages, _ in self.postings.blocks(number, len(self)):
                found[passages] = True
        return found

    def top(
        self, query: Mapping[Term, float], count: int, allowed: Mask | None = None
    ) -> list[tuple[int, float]]:
        """Return the ``count`` best passages that share a term with the query, with scores, best first.

        Equal scores are in the order of the passages' numbers. Only ``allowed`` passages are looked at.
        """
        scores = self.scores(query)
        if allowed is not None:
            scores *= allowed
        matched = np.flatnonzero(scores)  # first: partitioning mostly-zero scores is up to 100 times slower
        if len(matched) > count:
            threshold = np.partition(scores[matched], -count)[-count]
            matched = matched[scores[matched] >= threshold]
        best = matched[np.lexsort((matched, -scores[matched]))][:count]
        return [(int(number), float(scores[number])) for number in best]

    def sentence_terms(self, passage: int) -> list[Ids]:
        """Return the term numbers (see ``number``) of each sentence of a passage, in order."""
        return self.postings.sentences(passage)

    def number(self, term: Term) -> int | None:
        """Return the number that stands for the term in ``sentence_terms``, None for an unknown term."""
        return self.postings.numbers.get(term)

    def _add(self, scores: Scores, number: int, weight: float) -> None:
        """Add the weighted BM25 contributions of one term, in the library's order of operations."""
        weight *= self._rarity.of_number(number)
        for passages, counts in self.postings.blocks(number, _BLOCK):
            found = counts.astype(np.float64)
            scores[passages] += weight * (found * (PASSAGES_RANKED.k1 + 1) / (found + self._norms[passages]))


def _readings(word: QuestionWord) -> list[tuple[Term, float]]:
    if word.is_stop:
        return []
    return [(term, 1.0) for term in word.terms] + [(v.term, v.weight) for v in word.variants]


def _mean(lengths: Counts) -> float:
    return int(lengths.sum()) / len(lengths) if lengths.any() else 1.0  # the library would divide by zero
