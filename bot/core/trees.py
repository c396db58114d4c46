"""Gradient-boosted trees, walked without a learning library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.core.vectors import Matrix

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Binary decision trees, laid out in arrays; node ``n`` tells ``row[feature[n]] <= threshold[n]``.

    Leaves point to themselves. ``roots`` holds the first node of each tree; ``depth`` bounds a walk.
    """

    roots: npt.NDArray[np.int32]
    feature: npt.NDArray[np.int32]
    threshold: npt.NDArray[np.float64]
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    value: npt.NDArray[np.float64]
    depth: int

    @classmethod
    def of(cls, model: Mapping[str, Any]) -> "Trees":
        """Read trees from plain lists. Raises KeyError or ValueError if they are not whole."""
        trees = cls(
            roots=np.asarray(model["roots"], np.int32),
            feature=np.asarray(model["feature"], np.int32),
            threshold=np.asarray(model["threshold"], np.float64),
            left=np.asarray(model["left"], np.int32),
            right=np.asarray(model["right"], np.int32),
            value=np.asarray(model["value"], np.float64),
            depth=int(model["depth"]),
        )
        size = len(trees.feature)
        parts: Sequence[npt.NDArray[Any]] = (trees.threshold, trees.left, trees.right, trees.value)
        if any(len(part) != size for part in parts):
            raise ValueError("the parts of the trees differ in length")
        return trees

    def scores(self, rows: Matrix) -> Scores:
        """Return the sum of all trees' values for each row.

        Every node is told for every row at once, though a walk meets few of them: that takes half the time.
        """
        count = len(rows)
        told = (rows.T[self.feature] <= self.threshold[:, np.newaxis]).ravel()
        children = np.column_stack([self.right, self.left]).astype(np.intp).ravel()
        nodes = np.broadcast_to(self.roots.astype(np.intp)[:, np.newaxis], (len(self.roots), count))
        for _ in range(self.depth):
            nodes = children.take(2 * nodes + told.take(nodes * count + np.arange(count)))
        return np.asarray(self.value.take(nodes.T).sum(axis=1))
