"""What the core asks of an index of passages: who else can rank them takes the place of ``bm25``.

The words of the articles are not asked here but of ``lexicon``: a question is understood by all of them.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.core.nouns import Term

Scores = npt.NDArray[np.float64]
"""A score a passage, by its number in the edition."""
Mask = npt.NDArray[np.bool_]
"""Tells of each passage, by number, whether it counts."""


class Engine(Protocol):
    """Ranks the passages of an edition by a question's weighted terms. Immutable, for many threads."""

    def scores(self, query: Mapping[Term, float]) -> Scores:
        """Return the score of every passage, by number, 0 for those that share no term with the query."""
        ...

    def having(self, terms: Iterable[Term]) -> Mask:
        """Tell of every passage, by number, whether it is found by one of the terms."""
        ...

    def top(
        self, query: Mapping[Term, float], count: int, allowed: Mask | None = None
    ) -> list[tuple[int, float]]:
        """Return the ``count`` best passages that share a term with the query, with scores, best first.

        Equal scores are in the order of the passages' numbers. Only ``allowed`` passages are looked at.
        """
        ...
