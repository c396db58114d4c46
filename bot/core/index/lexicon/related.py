"""An edition's words of like meaning to a question's: people ask about cops where articles write of police.

The index stays exact: these words widen the search, at a weight that never makes up for the asked ones.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from bot.basics.limits import LIMITS
from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.index.vectors.encoder import Matrix, Vectors, unit
from bot.core.nouns import Term
from bot.core.words.terms import is_stop, term

MOST_RELATED = 5
"""Related words that a word of a question is also searched by."""
RELATED_AMONG = 10_000
"""The commonest words of an edition among which related ones are looked for."""
_SHORTEST = 3


class RelatedWord(NamedTuple):
    """A word of the edition, its index term, and its likeness to the asked one (cosine, up to 1)."""

    spelling: str
    term: Term
    likeness: float


class Common(NamedTuple):
    """The commonest words of an edition, their terms, and a vector of length 1 for each."""

    words: Sequence[str]
    terms: Sequence[Term]
    rows: Matrix


class Related:
    """The commonest words of an edition, findable by meaning. Immutable but for what it remembers."""

    def __init__(self, common: Common, vectors: Vectors, like_from: float) -> None:
        """Keep the words with their vectors; words are related from the likeness ``like_from`` on."""
        self.common = common
        self._vectors = vectors
        self._like_from = like_from
        self._known: dict[str, tuple[RelatedWord, ...]] = {}

    @classmethod
    def of(cls, vocabulary: Vocabulary, vectors: Vectors) -> "Related":
        """Find the commonest words and look their vectors up."""
        found = sorted(
            _spellings(vocabulary).items(), key=lambda pair: (-vocabulary.frequency(pair[0]), pair[0])
        )
        words = [word for _, word in found[:RELATED_AMONG]]
        rows = unit(vectors.of_words(words)) if words else np.empty((0, 0), np.float32)
        return cls(
            Common(words, [term for term, _ in found[:RELATED_AMONG]], rows),
            vectors,
            vocabulary.counts.like_from,
        )

    def to(self, word: str) -> tuple[RelatedWord, ...]:
        """Return the words of like meaning, most alike first; words of the same term are among them."""
        if (found := self._known.get(word)) is None:
            if len(self._known) > LIMITS.caches.related:
                self._known = {}  # a new one: another thread may be reading the old
            found = self._known[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> tuple[RelatedWord, ...]:
        words, terms, rows = self.common
        if not words:
            return ()
        # Not a matrix product: BLAS shares it out to threads, which wait for each other on a busy machine.
        likeness = np.vecdot(rows, unit(self._vectors.of_words([word.lower()]))[0])
        alike = np.flatnonzero(likeness >= self._like_from)
        best = alike[np.argsort(-likeness[alike], kind="stable")][: MOST_RELATED + 1]
        return tuple(RelatedWord(words[n], terms[n], round(float(likeness[n]), 4)) for n in map(int, best))


def _spellings(vocabulary: Vocabulary) -> Mapping[Term, str]:
    """Return one spelling in small letters for each term that may tell something: the shortest."""
    found: dict[Term, str] = {}
    for language, words in vocabulary.words.items():
        for word in words:
            if len(word) < _SHORTEST or not word.isalpha() or is_stop(word, language):
                continue
            key, small = term(word, language), word.lower()
            if key not in found or (len(small), small) < (len(found[key]), found[key]):
                found[key] = small
    return found
