"""BM25 over passages, and over the sentences of the best ones. The only importer of rank_bm25.

``rank_bm25.BM25Okapi`` defines the score; here it is computed from postings (term → its passages and
counts, laid out like a sparse matrix by columns) instead of a dict per passage.
See docs/decisions/0005-ranking.md.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

from bot.core.analysis import Analysed, Ids, QuestionWord
from bot.core.model import Term

Scores = npt.NDArray[np.float64]
K1, B = 1.5, 0.75
"""rank_bm25's defaults; measured flat around them."""
_BLOCK = 2**14
"""Postings weighed at once: temporary arrays of this size stay in the processor's cache."""


class _Postings(NamedTuple):
    """Term ``i`` has its passages, and how often each has it, from ``starts[i]`` up to ``starts[i + 1]``."""

    starts: npt.NDArray[np.int64]
    passages: Ids
    counts: npt.NDArray[np.unsignedinteger]


class Ranking:
    """Passages, numbered in the order of the articles, ranked by BM25Okapi. Immutable.

    A query maps terms to weights: how much a match of the term counts. With weights of 1 the scores are
    exactly BM25Okapi's, but for terms that it would weigh 0 or less (see ``idf``): a passage scores above
    0 if, and only if, it shares a term with the query.
    """

    def __init__(self, articles: Sequence[Analysed]) -> None:
        self._articles = tuple(articles)
        self._first_passages = _starts(len(article.passage_starts) - 1 for article in articles)
        self._numbers, self._article_numbers = _merged([article.vocabulary for article in articles])
        self._postings = _compiled(self._keys(), len(self._numbers), len(self))
        self._idf = _positive_idf(np.diff(self._postings.starts), len(self))
        lengths = _concatenated(_passage_lengths(article) for article in articles)
        self._norms = _norms(lengths, _mean(lengths))
        self._mean_sentence = _mean(_concatenated(np.diff(article.sentence_starts) for article in articles))

    def __len__(self) -> int:
        """Return the number of passages."""
        return self._first_passages[-1]

    def __contains__(self, term: Term) -> bool:
        """Tell whether any passage is found by the term."""
        return term in self._numbers

    def frequency(self, term: Term) -> int:
        """Return the number of passages that are found by the term."""
        number = self._numbers.get(term)
        return 0 if number is None else int(self._postings.starts[number + 1] - self._postings.starts[number])

    def idf(self, term: Term) -> float:
        """Return the term's weight by rarity, above 0: BM25Okapi's; an unknown term has the highest.

        Where BM25Okapi gives 0 or less (in tiny editions, or to a term in half of the passages) it is
        Lucene's log(1 + (N - n + 0.5) / (n + 0.5)) for n of N passages.
        """
        number = self._numbers.get(term)
        return float(np.log(2 * len(self) + 1)) if number is None else float(self._idf[number])

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

    def mass(self, words: Iterable[QuestionWord]) -> float:
        """Return the sum of the words' weights by rarity, stop words left out.

        A score divided by it tells the matched share of the question: below k1 + 1 = 2.5, and near 1 for
        a passage of mean length that has every word once.
        """
        return sum(self.word_idf(word) for word in words if not word.is_stop)

    def scores(self, query: Mapping[Term, float]) -> Scores:
        """Return the score of every passage, by number."""
        scores = np.zeros(len(self))
        for term, weight in query.items():
            if term in self and weight > 0:
                self._add(scores, self._numbers[term], weight)
        return scores

    def top(self, query: Mapping[Term, float], count: int) -> list[tuple[int, float]]:
        """Return the ``count`` best passages that share a term with the query, with scores, best first.

        Equal scores are in the order of the passages' numbers.
        """
        scores = self.scores(query)
        matched = np.flatnonzero(scores)  # first: partitioning mostly-zero scores is up to 100 times slower
        if len(matched) > count:
            threshold = np.partition(scores[matched], -count)[-count]
            matched = matched[scores[matched] >= threshold]
        best = matched[np.lexsort((matched, -scores[matched]))][:count]
        return [(int(number), float(scores[number])) for number in best]

    def sentence_terms(self, passage: int) -> list[Ids]:
        """Return the term numbers (see ``number``) of each sentence of a passage, in order."""
        index = bisect_right(self._first_passages, passage) - 1
        article, first = self._articles[index], passage - self._first_passages[index]
        start, end = article.passage_starts[first : first + 2]
        numbers = self._article_numbers[index]
        return [numbers[article.ids[a:b]] for a, b in pairwise(article.sentence_starts[start : end + 1])]

    def number(self, term: Term) -> int | None:
        """Return the number that stands for the term in ``sentence_terms``, None for an unknown term."""
        return self._numbers.get(term)

    def sentence_scores(self, passages: Sequence[int], query: Mapping[Term, float]) -> list[Scores]:
        """Return, for each of the passages, the scores of its sentences.

        The same formula, with the terms' rarity among passages and with the mean length of sentences.
        """
        sentences = [self.sentence_terms(passage) for passage in passages]
        wanted = sorted((self._numbers[term], weight) for term, weight in query.items() if term in self)
        scores = self._row_scores(list(chain.from_iterable(sentences)), dict(wanted))
        return [scores[start:end] for start, end in pairwise(_starts(map(len, sentences)))]

    def _row_scores(self, rows: list[Ids], wanted: dict[int, float]) -> Scores:
        numbers = np.fromiter(wanted, np.int32)
        lengths = np.fromiter(map(len, rows), np.int64)
        counts = _counts(rows, numbers)
        saturated = counts * (K1 + 1) / (counts + _norms(lengths, self._mean_sentence)[:, np.newaxis])
        return np.asarray(saturated @ (self._idf[numbers] * np.fromiter(wanted.values(), np.float64)))

    def _add(self, scores: Scores, number: int, weight: float) -> None:
        """Add the weighted BM25 contributions of one term, in the library's order of operations."""
        end = int(self._postings.starts[number + 1])
        for start in range(int(self._postings.starts[number]), end, _BLOCK):
            block = slice(start, min(start + _BLOCK, end))
            passages = self._postings.passages[block]
            counts = self._postings.counts[block].astype(np.float64)
            scores[passages] += (
                weight * self._idf[number] * (counts * (K1 + 1) / (counts + self._norms[passages]))
            )

    def _keys(self) -> npt.NDArray[np.int64]:
        """Return a number for each token: its term's times the number of passages, plus its passage's."""
        keys = np.empty(sum(len(a.ids) + len(a.heading_ids) for a in self._articles), np.int64)
        end = 0
        for article, first, numbers in zip(
            self._articles, self._first_passages[:-1], self._article_numbers, strict=True
        ):
            passages = np.arange(first, first + len(article.passage_starts) - 1)
            in_text = np.repeat(passages, np.diff(article.sentence_starts[article.passage_starts]))
            in_headings = np.repeat(passages, np.diff(article.heading_starts))
            start, end = end, end + len(in_text) + len(in_headings)
            keys[start:end] = numbers[np.concatenate([article.ids, article.heading_ids])]
            keys[start:end] *= len(self)
            keys[start:end] += np.concatenate([in_text, in_headings])
        return keys


class _Okapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 is not typed
    """The library's weights by rarity, from frequencies that are counted already."""

    def _initialize(self, corpus: tuple[list[int], int]) -> dict[int, int]:
        frequencies, self.corpus_size = corpus
        return dict(enumerate(frequencies))


def _positive_idf(frequencies: npt.NDArray[np.int64], passages: int) -> Scores:
    if not len(frequencies):  # the library would divide by zero
        return np.empty(0)
    idf = _Okapi((frequencies.tolist(), passages), k1=K1, b=B).idf
    okapi = np.fromiter(idf.values(), np.float64, len(idf))
    lucene = np.log1p((passages - frequencies + 0.5) / (frequencies + 0.5))
    return np.where(okapi > 0, okapi, lucene)


def _compiled(keys: npt.NDArray[np.int64], terms: int, passages: int) -> _Postings:
    keys.sort()
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(firsts, append=len(keys))
    counts = counts.astype(np.min_scalar_type(counts.max(initial=0)))
    keys = keys[firsts]
    starts = np.searchsorted(keys, np.arange(terms + 1) * passages)
    return _Postings(starts, (keys % max(passages, 1)).astype(np.int32), counts)


def _merged(vocabularies: Sequence[tuple[Term, ...]]) -> tuple[dict[Term, int], list[Ids]]:
    """Return the number of each term in the edition, and by article the numbers of its own vocabulary."""
    numbers: defaultdict[Term, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    joined = np.fromiter(map(numbers.__getitem__, chain.from_iterable(vocabularies)), np.int32)
    return dict(numbers), [joined[start:end] for start, end in pairwise(_starts(map(len, vocabularies)))]


def _readings(word: QuestionWord) -> list[tuple[Term, float]]:
    if word.is_stop:
        return []
    return [(term, 1.0) for term in word.terms] + [(v.term, v.weight) for v in word.variants]


def _counts(rows: Sequence[Ids], numbers: Ids) -> npt.NDArray[np.int64]:
    """Return how often each of the sorted numbers (columns) stands in each row."""
    shape = len(rows), len(numbers)
    if 0 in shape:
        return np.zeros(shape, np.int64)
    row = np.repeat(np.arange(len(rows)), list(map(len, rows)))
    ids = np.concatenate(rows)
    column = np.minimum(np.searchsorted(numbers, ids), len(numbers) - 1)
    cells = (row * len(numbers) + column)[numbers[column] == ids]
    return np.bincount(cells, minlength=len(rows) * len(numbers)).reshape(shape)


def _passage_lengths(article: Analysed) -> npt.NDArray[np.int64]:
    in_text = np.diff(article.sentence_starts[article.passage_starts])
    return (in_text + np.diff(article.heading_starts)).astype(np.int64)


def _norms(lengths: npt.NDArray[np.int64], mean: float) -> Scores:
    return np.asarray(K1 * (1 - B + B * lengths / mean))


def _mean(lengths: npt.NDArray[np.int64]) -> float:
    return int(lengths.sum()) / len(lengths) if lengths.any() else 1.0  # the library would divide by zero


def _concatenated(parts: Iterable[npt.NDArray[np.integer]]) -> npt.NDArray[np.int64]:
    return np.concatenate([np.empty(0, np.int64), *parts])


def _starts(lengths: Iterable[int]) -> list[int]:
    return list(accumulate(lengths, initial=0))
