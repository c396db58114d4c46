"""Is the confidence worth its name? Reliability (is .8 right in 8 of 10?) and risk at each coverage."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.lab.measuring.evaluation import Judged

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence lies in one tenth of 0 to 1."""

    count: int
    confidence: float
    """Mean."""
    right: float
    """Share whose first quote answers."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How confidence and truth agree, over all answers of a run; refusals show no quote to be right.

    ``curve`` has a point (coverage, risk) an answer, surest first: the share of all questions that are
    answered if only answers at least as sure are given, and the share of those that is wrong.
    """

    bins: tuple[Bin, ...]
    curve: tuple[tuple[float, float], ...]

    @property
    def error(self) -> float:
        """The expected calibration error (Naeini et al. 2015): the bins' mean distance, 0 is perfect."""
        total = sum(found.count for found in self.bins)
        return sum(b.count * abs(b.confidence - b.right) for b in self.bins) / total if total else 0.0

    @property
    def mean_risk(self) -> float:
        """The mean risk over the curve's coverages (its area, divided by its width): 0 is perfect."""
        return sum(risk for _, risk in self.curve) / len(self.curve) if self.curve else 0.0


def calibration(outcomes: Sequence[Judged]) -> Calibration:
    """Return the calibration of a run."""
    told = sorted(((o.confidence, o.hit(1)) for o in outcomes if o.answered), key=lambda pair: -pair[0])
    sure = np.array([confidence for confidence, _ in told])
    right = np.array([holds for _, holds in told], dtype=bool)
    return Calibration(_bins(sure, right), _curve(right, len(outcomes)))


def _bins(sure: np.ndarray, right: np.ndarray) -> tuple[Bin, ...]:
    tenth = np.minimum((sure * BINS).astype(int), BINS - 1)
    inside = [tenth == number for number in range(BINS)]
    return tuple(
        Bin(int(mask.sum()), float(sure[mask].mean()), float(right[mask].mean()))
        for mask in inside
        if mask.any()
    )


def _curve(right: np.ndarray, asked: int) -> tuple[tuple[float, float], ...]:
    given = np.arange(1, len(right) + 1)
    risks = np.cumsum(~right) / given
    return tuple(zip((given / max(asked, 1)).tolist(), risks.tolist(), strict=True))
