"""Small question sets and models for the tests of the lab."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bot.core.answer import Model
from bot.core.choosing.confidence import Confidence
from bot.core.choosing.features import LEXICAL
from bot.core.choosing.trees import Trees
from bot.core.index.engine import Scores
from bot.core.index.vectors.encoder import Matrix


def write_rows(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


class ByWords:
    """Ranks sentences by how much of the question they hold."""

    def scores(self, rows: Matrix) -> Scores:
        return np.asarray(rows[:, LEXICAL.index("coverage")], dtype=np.float64)


def constant(value: float) -> Trees:
    """One tree that is a leaf: every row scores ``value``."""
    return Trees.of(
        {"roots": [0], "feature": [0], "threshold": [0], "left": [0], "right": [0], "value": [value]}
    )


def model(odds: float = 1.0) -> Model:
    """Answer whatever shares a word with the articles, always as sure: ``odds`` are log-odds."""
    return Model(ByWords(), Confidence(constant(odds), constant(odds), 0.1))
