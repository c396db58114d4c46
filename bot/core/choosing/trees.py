"""Gradient-boosted trees, walked without a learning library."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.core.index.engine import Scores
from bot.core.index.vectors.encoder import Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Binary decision trees, laid out in arrays; node ``n`` tells ``row[feature[n]] <= threshold[n]``.

    If so, a walk goes on at node ``children[2 * n + 1]``, else at ``children[2 * n]``. Leaves point to
    themselves. ``roots`` holds the first node of each tree; ``depth`` bounds a walk.
    """

    roots: npt.NDArray[np.int32]
    feature: npt.NDArray[np.int32]
    threshold: npt.NDArray[np.float32]
    children: npt.NDArray[np.int32]
    value: npt.NDArray[np.float64]
    depth: int

    @classmethod
    def of(cls, model: Mapping[str, Any]) -> "Trees":
        """Read trees from plain lists. Raises KeyError or ValueError if they are not whole."""
        parts = [model[name] for name in ("feature", "threshold", "left", "right", "value")]
        if any(len(part) != len(parts[0]) for part in parts):
            raise ValueError("the parts of the trees differ in length")
        return cls(
            roots=np.asarray(model["roots"], np.int32),
            feature=np.asarray(model["feature"], np.int32),
            threshold=_rounded_down(np.asarray(model["threshold"], np.float64)),
            children=np.column_stack([model["right"], model["left"]]).astype(np.int32).ravel(),
            value=np.asarray(model["value"], np.float64),
            depth=int(model["depth"]),
        )

    def scores(self, rows: Matrix) -> Scores:
        """Return the sum of all trees' values for each row.

        Every node is told for every row at once, though a walk meets few of them: that takes half the time.
        """
        count = len(rows)
        told = (rows.T.take(self.feature, axis=0) <= self.threshold[:, np.newaxis]).ravel()
        columns = np.arange(count, dtype=np.int32)
        nodes = np.broadcast_to(self.roots[:, np.newaxis], (len(self.roots), count))
        for _ in range(self.depth):
            nodes = self.children.take(2 * nodes + told.take(nodes * count + columns))
        return np.asarray(self.value.take(nodes.T).sum(axis=1))


def _rounded_down(thresholds: Scores) -> Matrix:
    """Return the next numbers of 32 bits that are not above: features, which have as many, compare alike."""
    nearest = thresholds.astype(np.float32)
    return np.where(nearest > thresholds, np.nextafter(nearest, np.float32(-np.inf)), nearest)
