"""How sure we are that the first quote answers: a calibrated probability, 0 to 1."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.core.features import FEATURES
from bot.core.question import Question
from bot.core.selection import Ranked

Signals = npt.NDArray[np.float64]

_COLUMN = {name: number for number, name in enumerate(FEATURES)}


class Confidence(Protocol):
    """Turns signals into a probability."""

    def probability(self, signals: Signals) -> float:
        """Return the probability, 0 to 1, that the first quote answers."""
        ...


SIGNALS: Sequence[str] = ("passage_bm25", "coverage_passage", "coverage_by_count", "known")


def signals(question: Question, ranked: Ranked) -> Signals:
    """Return one number a name in ``SIGNALS`` for the candidates of a question (at least one)."""
    known = 1 - sum(w.weight for w in question.words if w.surface in question.missing) / question.mass
    best = ranked.rows.max(axis=0)
    return np.array(
        [
            best[_COLUMN["passage_bm25"]],
            best[_COLUMN["coverage_passage"]],
            ranked.rows[0, _COLUMN["coverage_by_count"]],
            known,
        ]
    )


def confidence_of(question: Question, ranked: Ranked, confidence: Confidence) -> float:
    """Return the probability, 0 to 1, that the best candidate answers the question."""
    return min(1.0, max(0.0, confidence.probability(signals(question, ranked))))
