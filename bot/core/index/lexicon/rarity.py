"""How much a term tells by its rarity: BM25's idf. The only importer of rank_bm25.

Few passages are a small sample: words that people use every day are often missing from five articles, and
would count like the rarest names. So the passages of a language whose words are known in general are counted
together with some passages as they are in general (``borrowed``); among many these hardly matter, but to
words that are rare or missing there.
See docs/decisions/0054-commonness.md.
"""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

from bot.core.index.background import Commonness
from bot.core.index.postings import Counts, Postings
from bot.core.nouns import Term

_ByRarity = npt.NDArray[np.float64]


class KeptRarity(NamedTuple):
    """The weight of each term by its number, and what stands for the background it was made with."""

    weights: _ByRarity
    made_with: str


class Rarity:
    """_ByRarity by rarity, above 0: BM25Okapi's, from the edition's counts and the borrowed ones.

    Where BM25Okapi gives 0 or less (in tiny editions, or to a term in half of the passages) it is
    Lucene's log(1 + (N - n + 0.5) / (n + 0.5)) for n of N passages.
    """

    def __init__(
        self, postings: Postings, commonness: Commonness, borrowed: float, kept: "KeptRarity | None" = None
    ) -> None:
        """Weigh the terms of all passages, borrowing where ``commonness`` knows an article's language.

        Weights that are ``kept`` are taken if they were made with the same.
        """
        self._passages = len(postings.lengths)
        self._borrowed = borrowed
        self._commonness = {code: shares for code, shares in commonness.items() if code in postings.words}
        made_with = repr((borrowed, {code: len(shares) for code, shares in self._commonness.items()}))
        known = kept.weights if kept and kept.made_with == made_with else self._weighed(postings)
        self.kept = KeptRarity(known, made_with)

    def _weighed(self, postings: Postings) -> _ByRarity:
        frequencies = postings.frequencies()
        found = np.empty(len(frequencies))
        terms = list(postings.terms) if self._commonness else []
        others = np.ones(len(frequencies), np.bool_)
        for code, shares in self._commonness.items():
            numbers = postings.numbers_of(code)
            general = np.fromiter((shares.get(Term(terms[n]), 0.0) for n in numbers), np.float64)
            counted = frequencies[numbers] + self._borrowed * general
            found[numbers] = _idf(counted, self._passages + self._borrowed)
            others[numbers] = False
        found[others] = _idf(frequencies[others], self._passages)
        return found

    def of_number(self, number: int) -> float:
        """Return the weight of the term with that number in the postings."""
        return float(self.kept.weights[number])

    @cached_property
    def _letters(self) -> Mapping[str, frozenset[str]]:
        """The letters of each language that is known in general."""
        return {code: frozenset(chain.from_iterable(terms)) for code, terms in self._commonness.items()}

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
