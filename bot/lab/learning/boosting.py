"""Learns trees with lightgbm, its only importer, and turns them into the form that ships."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.basics.called import to_install
from bot.basics.errors import BotError
from bot.core.index.vectors.encoder import Matrix

LEAF_DIGITS = 5
"""Significant digits of the weights that ship."""


@dataclass(frozen=True, slots=True)
class Task:
    """Rows to learn from. ``groups`` counts the rows of each question, where rows are to be ranked.

    ``weights`` tell how much each row counts, where not all count alike.
    """

    rows: Matrix
    labels: npt.NDArray[np.bool_]
    groups: Sequence[int] = ()
    weights: Sequence[float] = ()


def learn(task: Task, parameters: Mapping[str, Any], rounds: int) -> Mapping[str, Any]:
    """Return boosted trees, as ``bot.core.choosing.trees`` has them. Raises BotError without lightgbm."""
    try:
        import lightgbm  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise BotError(f"training needs lightgbm: {to_install('train')}") from error
    data = lightgbm.Dataset(
        task.rows,
        label=task.labels.astype(int),
        weight=list(task.weights) or None,
        group=list(task.groups) or None,
    )
    booster = lightgbm.train(dict(parameters), data, rounds)
    layout = _Layout()
    for tree in booster.dump_model()["tree_info"]:
        layout.roots.append(layout.add(tree["tree_structure"]))
    return layout.lists()


@dataclass(slots=True)
class _Layout:
    roots: list[int] = field(default_factory=list)
    feature: list[int] = field(default_factory=list)
    threshold: list[float] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)

    def add(self, node: Mapping[str, Any]) -> int:
        """Add a node and all below it; return its number. A leaf points to itself."""
        number = len(self.feature)
        self.feature.append(0)
        self.threshold.append(0.0)
        self.left.append(number)
        self.right.append(number)
        self.value.append(0.0)
        if "leaf_value" in node:
            self.value[number] = _short(node["leaf_value"])
            return number
        self.feature[number] = int(node["split_feature"])
        self.threshold[number] = _short(node["threshold"])
        self.left[number] = self.add(node["left_child"])
        self.right[number] = self.add(node["right_child"])
        return number

    def lists(self) -> Mapping[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def _short(number: float) -> float:
    return float(f"{number:.{LEAF_DIGITS}g}")
