"""How much a term tells by its rarity: BM25's idf. The only importer of rank_bm25.

Few passages are a small sample: words that people use every day are often missing from five articles, and
would count like the rarest names. So the passages of a language whose words are known in general are counted
together with some passages as they are in general (``borrowed``); among many these hardly matter, but to
words that are rare or missing there.
See docs/decisions/0054-commonness.md.
"""

from itertools import chain

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

from bot.core.index.background import Commonness
from bot.core.index.postings import Counts, Postings
from bot.core.nouns import Term

_ByRarity = npt.NDArray[np.float64]


class Rarity:
    """_ByRarity by rarity, above 0: BM25Okapi's, from the edition's counts and the borrowed ones.

    Where BM25Okapi gives 0 or less (in tiny editions, or to a term in half of the passages) it is
    Lucene's log(1 + (N - n + 0.5) / (n + 0.5)) for n of N passages.
    """

    def __init__(self, postings: Postings, commonness: Commonness, borrowed: float) -> None:
        """Weigh the terms of all passages, borrowing where ``commonness`` knows an article's language."""
        self._passages = len(postings.lengths)
        self._borrowed = borrowed
        self._commonness = {code: shares for code, shares in commonness.items() if code in postings.words}
        self._letters = {
            code: frozenset(chain.from_iterable(terms)) for code, terms in self._commonness.items()
        }
        frequencies = postings.frequencies()
        self._known = np.empty(len(frequencies))
        terms = list(postings.numbers)
        others = np.ones(len(frequencies), np.bool_)
        for code, shares in self._commonness.items():
            numbers = postings.numbers_of(code)
            general = np.fromiter((shares.get(terms[number], 0.0) for number in numbers), np.float64)
            counted = frequencies[numbers] + borrowed * general
            self._known[numbers] = _idf(counted, self._passages + borrowed)
            others[numbers] = False
        self._known[others] = _idf(frequencies[others], self._passages)

    def of_number(self, number: int) -> float:
        """Return the weight of the term with that number in the postings."""
        return float(self._known[number])

    def of_unknown(self, term: Term) -> float:
        """Return the weight of a term that no passage has; its letters tell which language it may be of."""
        for code, shares in self._commonness.items():
            if self._letters[code].issuperset(term):
                general = np.array([self._borrowed * shares.get(term, 0.0)])
                return float(_idf(general, self._passages + self._borrowed)[0])
        return float(_idf(np.zeros(1), self._passages)[0])


class _Okapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 is not typed
    """The library's weights by rarity, from frequencies that are counted already."""

    def _initialize(self, corpus: tuple[list[float], int]) -> dict[int, float]:
        frequencies, self.corpus_size = corpus
        return dict(enumerate(frequencies))


def _idf(frequencies: Counts | _ByRarity, passages: float) -> _ByRarity:
    if not len(frequencies):  # the library would divide by zero
        return np.empty(0)
    idf = _Okapi((frequencies.tolist(), passages)).idf
    okapi = np.fromiter(idf.values(), np.float64, len(idf))
    lucene = np.log1p((passages - frequencies + 0.5) / (frequencies + 0.5))
    return np.where(okapi > 0, okapi, lucene)
