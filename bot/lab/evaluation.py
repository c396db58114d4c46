"""Asks every question of a set and tells how well the replies do."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.core.answer import Model, answer
from bot.core.edition import Edition
from bot.core.model import HEDGE_BELOW, Answer
from bot.lab.questions import Expected


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question. ``right`` has an entry a quote, in the reply's order."""

    expected: Expected
    confidence: float
    right: tuple[bool, ...]
    lengths: tuple[int, ...]

    @property
    def answered(self) -> bool:
        """Tell whether the reply has quotes."""
        return bool(self.right)

    @property
    def hedged(self) -> bool:
        """Tell whether the reply is a refusal, or headed as the closest passages."""
        return not self.answered or self.confidence < HEDGE_BELOW

    def hit(self, count: int) -> bool:
        """Tell whether one of the first ``count`` quotes answers."""
        return any(self.right[:count])


def ask_all(
    questions: Iterable[Expected],
    edition: Edition,
    model: Model,
    on_progress: Callable[[], None] = lambda: None,
) -> list[Outcome]:
    """Ask each question of the edition."""
    outcomes = []
    for expected in questions:
        outcomes.append(_outcome(expected, edition, model))
        on_progress()
    return outcomes


def _outcome(expected: Expected, edition: Edition, model: Model) -> Outcome:
    reply = answer(expected.question, edition, model)
    quotes = reply.quotes if isinstance(reply, Answer) else ()
    return Outcome(
        expected,
        reply.confidence,
        tuple(expected.accepts(quote) for quote in quotes),
        tuple(len(quote.text) for quote in quotes),
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a run; shares from 0 to 1, of answerable questions where nothing else is said."""

    hit_1: float
    hit_3: float
    mrr: float
    answered: float
    refused: dict[str, float]
    """By kind of unanswerable question."""
    refused_or_hedged: dict[str, float]
    sure_and_right: float
    """Of all replies with a confidence of .5 or more: the first quote answers."""
    quote_length: float
    """Code points of the first quote, mean."""
    count: int


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Return the figures of a run. A refused question counts as not hit."""
    asked = [o for o in outcomes if o.expected.answerable]
    kinds = sorted({o.expected.kind for o in outcomes if not o.expected.answerable})
    by_kind = {k: [o for o in outcomes if o.expected.kind == k and not o.expected.answerable] for k in kinds}
    sure = [o for o in outcomes if not o.hedged]
    return Figures(
        hit_1=_share(o.hit(1) for o in asked),
        hit_3=_share(o.hit(3) for o in asked),
        mrr=_mean([1 / (o.right.index(True) + 1) if any(o.right) else 0.0 for o in asked]),
        answered=_share(o.answered for o in asked),
        refused={kind: _share(not o.answered for o in group) for kind, group in by_kind.items()},
        refused_or_hedged={kind: _share(o.hedged for o in group) for kind, group in by_kind.items()},
        sure_and_right=_share(o.hit(1) for o in sure),
        quote_length=_mean([o.lengths[0] for o in outcomes if o.lengths]),
        count=len(outcomes),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _share(values: Iterable[bool]) -> float:
    return _mean([float(value) for value in values])
