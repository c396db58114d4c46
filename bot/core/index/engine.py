"""What the core asks of an index of passages: who else can rank them takes the place of ``bm25``.

The words of the articles are not asked here but of ``lexicon``: a question is understood by all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.core.nouns import Term
from bot.core.words.tokens import Ids

Scores = npt.NDArray[np.float64]
"""A score a passage, by its number in the edition."""
Mask = npt.NDArray[np.bool_]
"""Tells of each passage, or of each article, by number, whether it counts."""
Scored = tuple[int, float]
"""A passage's number and its score."""


@dataclass(frozen=True, slots=True, eq=False)
class Among:
    """The passages that are looked at: those of ``articles`` that have, of each of ``words``, one term.

    ``articles`` tells by their order in the edition; None stands for all of them.
    """

    articles: Mask | None = None
    words: Sequence[Sequence[Term]] = ()


ALL = Among()


class Engine(Protocol):
    """Ranks the passages of an edition by a question's weighted terms. Immutable, for many threads.

    An engine on another machine raises IndexFailure from each of these; the one in memory never does.
    """

    def top(self, query: Mapping[Term, float], count: int, among: Among = ALL) -> list[Scored]:
        """Return the ``count`` best passages that share a term with the query, with scores, best first.

        Equal scores are in the order of the passages' numbers.
        """
        ...

    def best(self, query: Mapping[Term, float], among: Among = ALL) -> Iterator[Scored]:
        """Yield all passages that ``top`` would return if it were asked for all, in its order."""
        ...

    def scores(self, query: Mapping[Term, float], passages: Sequence[int]) -> list[float]:
        """Return the scores of these passages, in their order, 0 for those that share no term."""
        ...

    def each(self, among: Among) -> Iterator[int]:
        """Yield the numbers of the passages that are looked at, in order."""
        ...

    def sentences(self, passage: int) -> Sequence[Ids]:
        """Return the numbers of the terms of each sentence of a passage, in order."""
        ...


class IndexFailure(Exception):  # noqa: N818
    """The index cannot be asked now: nothing is known of what it would have said."""
