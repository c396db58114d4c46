"""Reliability and risk at each coverage."""

import pytest

from bot.core.index.edition import Edition
from bot.lab.measuring.calibration import calibration
from bot.lab.measuring.evaluation import Judged, ask_all
from bot.lab.measuring.plot import draw_calibration
from bot.lab.question_sets import Expected
from tests.core.texts import harbour
from tests.lab.sets import model

(ANSWERED,) = ask_all([Expected("crushed boats", "what")], Edition.of([harbour()]), model())


def outcome(confidence: float, right: bool) -> Judged:
    return Judged(ANSWERED.expected, confidence, ANSWERED.quotes[:1], (right,), (True,))


REFUSED = Judged(ANSWERED.expected, 0.05, (), (), ())


def test_a_confidence_that_comes_true_has_no_error() -> None:
    found = calibration([outcome(0.75, right) for right in (True, True, True, False)])
    assert found.error == 0
    assert [(b.count, b.confidence, b.right) for b in found.bins] == [(4, 0.75, 0.75)]


def test_an_overbold_confidence_shows_as_error() -> None:
    assert calibration([outcome(1.0, False), outcome(0.0, False)]).error == pytest.approx(0.5)


def test_risk_is_told_from_the_surest_answer_on() -> None:
    found = calibration([outcome(0.2, False), outcome(0.9, True), outcome(0.6, True), REFUSED])
    coverages, risks = zip(*found.curve, strict=True)
    assert coverages == (0.25, 0.5, 0.75)
    assert risks == pytest.approx((0, 0, 1 / 3))
    assert found.mean_risk == pytest.approx(1 / 9)


def test_a_run_of_refusals_has_an_empty_curve() -> None:
    found = calibration([REFUSED])
    assert (found.bins, found.curve, found.error, found.mean_risk) == ((), (), 0.0, 0.0)


@pytest.mark.parametrize("outcomes", [[], [REFUSED], [outcome(0.4, True)], [outcome(0.4, True)] * 50])
def test_every_run_can_be_drawn(outcomes: list[Judged]) -> None:
    assert draw_calibration(calibration(outcomes)).startswith(b"\x89PNG")
