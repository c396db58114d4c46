"""A model for tests that nothing was learned for: it ranks by coverage and is as sure as it is told."""

import numpy as np

from bot.core.answer import Model
from bot.core.choosing.confidence import Confidence
from bot.core.choosing.features import FEATURES
from bot.core.choosing.trees import Trees

STEPS = np.arange(0.02, 3, 0.02)


def steps(*names: str) -> Trees:
    """Trees whose sum rises with these features."""
    feature = np.array([FEATURES.index(name) for name in names for _ in STEPS], np.int32)
    roots = np.arange(len(feature), dtype=np.int32) * 3
    nodes = np.arange(len(feature) * 3, dtype=np.int32)
    left, right = nodes.copy(), nodes.copy()
    left[roots], right[roots] = roots + 1, roots + 2
    threshold = np.zeros(len(nodes))
    threshold[roots] = np.tile(STEPS, len(names))
    value = np.zeros(len(nodes))
    value[roots + 2] = 0.1
    features = np.zeros(len(nodes), np.int32)
    features[roots] = feature
    lists = {"roots": roots, "feature": features, "threshold": threshold, "left": left, "right": right}
    return Trees.of({**lists, "value": value})


def always(log_odds: float) -> Trees:
    """One leaf."""
    lists = {name: [0] for name in ("roots", "feature", "threshold", "left", "right")}
    return Trees.of({**lists, "value": [log_odds]})


def model(log_odds: float = 2.0, refuse_below: float = 0.0) -> Model:
    """Ranks by the share of the question that a sentence has, then by its BM25."""
    confidence = Confidence(always(log_odds), always(log_odds), refuse_below)
    return Model(steps("coverage", "sentence_bm25"), confidence)
