"""Trees are walked as they were written."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.choosing.trees import Trees

STEP_AND_CONSTANT = {
    # first tree: x0 <= 1.5 gives 2, else x1 <= 0 gives 3, else 5; second tree: always 10
    "roots": [0, 5],
    "feature": [0, 0, 1, 0, 0, 0],
    "threshold": [1.5, 0, 0.0, 0, 0, 0],
    "left": [1, 1, 3, 3, 4, 5],
    "right": [2, 1, 4, 3, 4, 5],
    "value": [0, 2, 0, 3, 5, 10],
}
Tree = float | tuple[int, float, Any, Any]
"""A leaf's value, or a node: feature, threshold, what follows if it is not above, and if it is."""
NUMBERS = st.integers(-3, 3).map(float)
TREES = st.recursive(
    NUMBERS, lambda below: st.tuples(st.integers(0, 2), NUMBERS, below, below), max_leaves=16
)


def written(trees: list[Tree]) -> dict[str, list[float]]:
    """Return trees as weights have them."""
    lists: dict[str, list[float]] = {
        name: [] for name in ("feature", "threshold", "left", "right", "value", "roots")
    }

    def add(tree: Tree) -> int:
        number = len(lists["feature"])
        node = tree if isinstance(tree, tuple) else None
        feature, threshold = node[:2] if node else (0, 0.0)
        parts = (feature, threshold, number, number, 0.0 if isinstance(tree, tuple) else tree)
        for name, part in zip(lists, parts, strict=False):
            lists[name].append(part)
        if node:
            lists["left"][number], lists["right"][number] = add(node[2]), add(node[3])
        return number

    lists["roots"] = [add(tree) for tree in trees]
    return lists


def walked(tree: Tree, row: tuple[float, ...]) -> float:
    while isinstance(tree, tuple):
        feature, threshold, left, right = tree
        tree = left if row[feature] <= threshold else right
    return tree


@given(st.lists(TREES, min_size=1, max_size=4), st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1))
def test_every_row_scores_what_walks_from_root_to_leaf_find(
    trees: list[Tree], rows: list[tuple[float, ...]]
) -> None:
    expected = [sum(walked(tree, row) for tree in trees) for row in rows]
    assert Trees.of(written(trees)).scores(np.array(rows, np.float32)).tolist() == expected


def test_trees_with_too_many_leaves_are_refused() -> None:
    many: Tree = 0.0
    for _ in range(16):
        many = (0, 0.0, 1.0, many)
    with pytest.raises(ValueError, match="16 leaves"):
        Trees.of(written([many]))


@given(st.lists(st.tuples(st.floats(-9, 9, width=32), st.floats(-9, 9, width=32)), min_size=1, max_size=20))
def test_every_row_gets_the_sum_of_its_leaves(rows: list[tuple[float, float]]) -> None:
    expected = [10 + (2 if x <= 1.5 else 3 if y <= 0 else 5) for x, y in rows]
    assert Trees.of(STEP_AND_CONSTANT).scores(np.array(rows, np.float32)).tolist() == expected


@given(st.floats(-9, 9), st.floats(-9, 9, width=32))
def test_every_threshold_tells_features_apart_as_it_was_learned(threshold: float, near: float) -> None:
    trees = Trees.of({**STEP_AND_CONSTANT, "threshold": [threshold, 0, 0.0, 0, 0, 0]})
    beside = np.nextafter(np.float32(threshold), np.array([-9, 9], np.float32)).tolist()
    rows = [(x, 1.0) for x in (near, *beside)]
    expected = [12 if x <= threshold else 15 for x, _ in rows]
    assert trees.scores(np.array(rows, np.float32)).tolist() == expected


def test_no_rows_have_no_scores() -> None:
    assert Trees.of(STEP_AND_CONSTANT).scores(np.zeros((0, 2), np.float32)).tolist() == []


def test_weights_that_are_not_whole_are_refused() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        Trees.of({**STEP_AND_CONSTANT, "value": [1, 2]})
    with pytest.raises(KeyError):
        Trees.of({"roots": [0]})
