"""Runs of an evaluation, saved and compared question by question."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.basics.errors import BotError
from bot.lab.measuring.evaluation import Judged, RunFigures

FORMAT = 1
RESAMPLES = 10_000


class RunError(BotError):
    """A saved run cannot be written or read; the message names the file."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a run said to one question, as far as runs are compared."""

    answerable: bool
    hit_1: bool
    hit_3: bool
    answered: bool
    hedged: bool


Verdicts = Mapping[str, Verdict]
"""By the question's name and text: the same name in another file is another question."""


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much a share rose from one run to another (-1 to 1), over the questions that both asked.

    ``low`` and ``high`` bound it with 95 % confidence, by a paired bootstrap.
    """

    measure: str
    count: int
    rise: float
    low: float
    high: float


def verdicts(outcomes: Sequence[Judged]) -> Verdicts:
    """Return what each question came to."""
    return {
        _key(o): Verdict(o.expected.answerable, o.hit(1), o.hit(3), o.answered, o.hedged) for o in outcomes
    }


def _key(outcome: Judged) -> str:
    return f"{outcome.expected.name}: {outcome.expected.question}"


def save_run(path: Path, outcomes: Sequence[Judged], found: RunFigures) -> None:
    """Write a run to ``path``. Raises RunError."""
    compared = verdicts(outcomes)
    rows = [_row(outcome) | asdict(compared[_key(outcome)]) for outcome in outcomes]
    try:
        with path.open("w", encoding="utf-8") as file:
            json.dump({"format": FORMAT, "figures": asdict(found), "questions": rows}, file)
    except OSError as error:
        raise RunError(f"the run cannot be saved to {path}: {error.strerror}") from error


def _row(outcome: Judged) -> dict[str, Any]:
    places = [[quote.article.file, quote.span.start, quote.span.end] for quote in outcome.quotes]
    return {"key": _key(outcome), "confidence": round(outcome.confidence, 4), "quotes": places}


def read_run(path: Path) -> Verdicts:
    """Return the verdicts of a saved run. Raises RunError."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["questions"]
        names = Verdict.__dataclass_fields__
        return {row["key"]: Verdict(**{name: bool(row[name]) for name in names}) for row in rows}
    except OSError as error:
        raise RunError(f"the run {path} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RunError(f"{path} is not a run that eval saved with --save") from error


_MEASURES: Mapping[str, tuple[bool, Callable[[Verdict], bool]]] = {
    "hit@1": (True, lambda v: v.hit_1),
    "hit@3": (True, lambda v: v.hit_3),
    "answerable: answered": (True, lambda v: v.answered),
    "unanswerable: refused": (False, lambda v: not v.answered),
    "unanswerable: refused or hedged": (False, lambda v: v.hedged),
}
"""What is compared: over which questions, answerable or not, and the share of which of them."""


def compare_runs(new: Verdicts, old: Verdicts) -> tuple[Difference, ...]:
    """Return how each measure changed from ``old`` to ``new``. Raises RunError if they share no question."""
    shared = [(new[key], old[key]) for key in new if key in old]
    if not shared:
        raise RunError("the two runs have no question in common; compare runs of the same question file")
    found = []
    for measure, (answerable, holds) in _MEASURES.items():
        rises = [int(holds(a)) - int(holds(b)) for a, b in shared if a.answerable is answerable]
        if rises:
            found.append(_difference(measure, rises))
    return tuple(found)


def _difference(measure: str, rises: Sequence[int]) -> Difference:
    """Return the mean of -1, 0 and 1 with its bootstrap interval.

    To draw as many again, with replacement, is to draw three counts from a multinomial distribution.
    """
    count = len(rises)
    shares = [rises.count(step) / count for step in (-1, 0, 1)]
    drawn = np.random.default_rng(0).multinomial(count, shares, size=RESAMPLES)
    low, high = np.quantile((drawn[:, 2] - drawn[:, 0]) / count, [0.025, 0.975])
    return Difference(measure, count, sum(rises) / count, float(low), float(high))
