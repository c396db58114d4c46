"""Gradient-boosted trees, without a learning library.

A walk from root to leaf asks a few nodes, one after the other; numpy asks all nodes at once instead. A node
that tells no rules out the leaves below its left child, and of those that no node rules out the first one is
where the walk would end (Lucchese and others 2015, "QuickScorer").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.core.index.engine import Scores
from bot.core.index.vectors.encoder import Matrix

_Numbers = npt.NDArray[np.int64]
_Bits = npt.NDArray[np.uint16]
_LEAVES = 16
"""Leaves that a tree may have: as many as a number of ``Trees.kept`` has bits."""
_ALL = np.uint16(0xFFFF)


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Binary decision trees: a column each, filled up with nodes that rule nothing out.

    A node tells ``row[feature] <= threshold``; if not, only those leaves stay whose bits ``kept`` has. The
    leaves of a tree are numbered from left to right; ``value`` holds theirs, a row a tree.
    """

    feature: _Numbers
    threshold: Matrix
    kept: _Bits
    value: Scores

    @classmethod
    def of(cls, model: Mapping[str, Any]) -> "Trees":
        """Read trees from plain lists, in which all below a node's left child stands before its right child.

        A leaf points to itself. Raises KeyError or ValueError if they are not whole.
        """
        parts = [np.asarray(model[name]) for name in ("feature", "threshold", "left", "right", "value")]
        if any(len(part) != len(parts[0]) for part in parts):
            raise ValueError("the parts of the trees differ in length")
        feature, threshold, left, right, value = parts
        numbers, roots = np.arange(len(left)), np.asarray(model["roots"], np.int64)
        is_leaf = left == numbers
        before = np.cumsum(is_leaf) - is_leaf
        tree = np.searchsorted(roots, numbers, side="right") - 1
        before -= before[roots][tree]
        leaves, nodes = _laid_out(is_leaf, tree, len(roots)), _laid_out(~is_leaf, tree, len(roots)).T
        if leaves.shape[1] > _LEAVES:
            raise ValueError(f"a tree has more than {_LEAVES} leaves")
        ruled_out = (1 << before[right[nodes]]) - (1 << before[left[nodes]])
        is_node = nodes >= 0
        return cls(
            feature=np.where(is_node, feature[nodes], 0),
            threshold=np.where(is_node, _rounded_down(threshold.astype(np.float64))[nodes], np.inf),
            kept=np.where(is_node, ~ruled_out, _ALL).astype(np.uint16),
            value=np.where(leaves >= 0, value[leaves], 0.0),
        )

    def scores(self, rows: Matrix) -> Scores:
        """Return the sum of all trees' values for each row."""
        told = rows.T.take(self.feature, axis=0) <= self.threshold[:, :, np.newaxis]
        left = np.bitwise_and.reduce(self.kept[:, :, np.newaxis] | -told.astype(np.uint16), axis=0)
        leaves = np.bitwise_count((left - np.uint16(1)) & ~left)  # the number of the lowest bit that is set
        begins = np.arange(len(self.value))[:, np.newaxis] * self.value.shape[1]
        return np.asarray(self.value.take((leaves + begins).T).sum(axis=1))


def _laid_out(wanted: npt.NDArray[np.bool_], tree: _Numbers, trees: int) -> _Numbers:
    """Return the numbers of the wanted nodes, a row a tree, filled up with -1."""
    numbers = np.flatnonzero(wanted)
    counts = np.bincount(tree[numbers], minlength=trees)
    rows = np.full((trees, max(1, counts.max(initial=0))), -1)
    rows[np.arange(rows.shape[1]) < counts[:, np.newaxis]] = numbers
    return rows


def _rounded_down(thresholds: Scores) -> Matrix:
    """Return the next numbers of 32 bits that are not above: features, which have as many, compare alike."""
    nearest = thresholds.astype(np.float32)
    return np.where(nearest > thresholds, np.nextafter(nearest, np.float32(-np.inf)), nearest)
