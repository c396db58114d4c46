"""Boosted trees: learned by lightgbm, walked without it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from bot.core.choosing.trees import Trees
from bot.lab.learning.boosting import Task, learn

lightgbm = pytest.importorskip("lightgbm")

PARAMETERS = {"num_leaves": 7, "min_data_in_leaf": 5, "deterministic": True, "seed": 1, "verbose": -1}
ROUNDS = 20


def task() -> Task:
    """Rows in which the first number decides, with noise."""
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(400, 4)).astype(np.float32)
    return Task(rows, rows[:, 0] + rng.normal(size=400) / 2 > 0, [10] * 40)


@pytest.mark.parametrize("objective", ["lambdarank", "binary"])
def test_walked_trees_predict_what_lightgbm_predicts(objective: str) -> None:
    material = task()
    if objective == "binary":
        material = Task(material.rows, material.labels)
    parameters: Mapping[str, Any] = {**PARAMETERS, "objective": objective}
    walked = Trees.of(learn(material, parameters, ROUNDS)).scores(material.rows)
    data = lightgbm.Dataset(
        material.rows, label=material.labels.astype(int), group=list(material.groups) or None
    )
    theirs = lightgbm.train(dict(parameters), data, ROUNDS).predict(material.rows, raw_score=True)
    assert np.allclose(walked, theirs, atol=1e-3)  # the numbers that ship have five digits
    assert len(set(theirs.round(6))) > 10


def test_trees_learn_what_decides() -> None:
    material = task()
    scores = Trees.of(learn(material, {**PARAMETERS, "objective": "binary"}, ROUNDS)).scores(material.rows)
    assert scores[material.labels].mean() > scores[~material.labels].mean() + 1


def test_rows_without_a_difference_make_one_leaf() -> None:
    same = Task(np.zeros((50, 3), np.float32), np.arange(50) < 25)
    scores = Trees.of(learn(same, {**PARAMETERS, "objective": "binary"}, ROUNDS)).scores(same.rows)
    assert len(set(scores)) == 1
