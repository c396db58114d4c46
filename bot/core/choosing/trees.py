"""Gradient-boosted trees, walked without a learning library."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.core.index.engine import Scores
from bot.core.vectors.encoder import Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Binary decision trees, laid out in arrays; node ``n`` tells ``row[feature[n]] <= threshold[n]``.

    If so, a walk goes on at node ``children[2 * n + 1]``, else at ``children[2 * n]``. Leaves point to
    themselves. ``roots`` holds the first node of each tree; ``depth`` bounds a walk.
    """

    roots: npt.NDArray[np.intp]
    feature: npt.NDArray[np.intp]
    threshold: npt.NDArray[np.float64]
    children: npt.NDArray[np.intp]
    value: npt.NDArray[np.float64]
    depth: int

    @classmethod
    def of(cls, model: Mapping[str, Any]) -> "Trees":
        """Read trees from plain lists. Raises KeyError or ValueError if they are not whole."""
        parts = [model[name] for name in ("feature", "threshold", "left", "right", "value")]
        if any(len(part) != len(parts[0]) for part in parts):
            raise ValueError("the parts of the trees differ in length")
        return cls(
            roots=np.asarray(model["roots"], np.intp),
            feature=np.asarray(model["feature"], np.intp),
            threshold=np.asarray(model["threshold"], np.float64),
            children=np.column_stack([model["right"], model["left"]]).astype(np.intp).ravel(),
            value=np.asarray(model["value"], np.float64),
            depth=int(model["depth"]),
        )

    def scores(self, rows: Matrix) -> Scores:
        """Return the sum of all trees' values for each row.

        Every node is told for every row at once, though a walk meets few of them: that takes half the time.
        """
        count = len(rows)
        told = (rows.T[self.feature] <= self.threshold[:, np.newaxis]).ravel()
        nodes = np.broadcast_to(self.roots[:, np.newaxis], (len(self.roots), count))
        for _ in range(self.depth):
            nodes = self.children.take(2 * nodes + told.take(nodes * count + np.arange(count)))
        return np.asarray(self.value.take(nodes.T).sum(axis=1))
