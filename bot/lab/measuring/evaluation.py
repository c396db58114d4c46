"""Asks every question of a set and tells how well the replies do."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.basics.limits import LIMITS
from bot.core.answer import Model, answer
from bot.core.index.edition import Edition
from bot.core.proving.quote import Quote, prove
from bot.core.replies import HEDGE_BELOW, Answer, Reply, together
from bot.lab.question_sets import Expected


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a question. ``right`` and ``exact`` have an entry a quote, in the reply's order.

    A quote is exact if the edition, asked again, has its very words at its place, as whole sentences.
    """

    expected: Expected
    confidence: float
    quotes: tuple[Quote, ...]
    right: tuple[bool, ...]
    exact: tuple[bool, ...]
    read: tuple[Quote, ...] = ()
    """The quotes that a private chat shows before more are asked for."""

    @property
    def read_right(self) -> tuple[bool, ...]:
        """Tell which of the quotes that are read at first answer."""
        return tuple(self.expected.accepts(quote) for quote in self.read)

    @property
    def beside(self) -> int:
        """How many code points are read at first that do not answer."""
        return sum(len(quote.span) for quote in self.read if not self.expected.accepts(quote))

    @property
    def answered(self) -> bool:
        """Tell whether the reply has quotes."""
        return bool(self.quotes)

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
) -> list[Judged]:
    """Ask each question of the edition."""
    outcomes = []
    for expected in questions:
        outcomes.append(_outcome(expected, edition, model))
        on_progress()
    return outcomes


def _outcome(expected: Expected, edition: Edition, model: Model) -> Judged:
    reply = answer(expected.question, edition, model)
    quotes = reply.quotes if isinstance(reply, Answer) else ()
    return Judged(
        expected,
        reply.confidence,
        quotes,
        tuple(expected.accepts(quote) for quote in quotes),
        tuple(_is_exact(quote, edition) for quote in quotes),
        _read(reply),
    )


def _read(reply: Reply) -> tuple[Quote, ...]:
    whole = together(reply)
    return whole.quotes[: min(whole.at_first, LIMITS.asking.quotes)] if isinstance(whole, Answer) else ()


def _is_exact(quote: Quote, edition: Edition) -> bool:
    article = edition.article(quote.article.id)
    sliced = article.text[quote.span.start : quote.span.end] if article else None
    return sliced == quote.text and prove(quote.claim, edition) == quote


@dataclass(frozen=True, slots=True)
class OfKind:
    """The figures of the questions of one kind; shares from 0 to 1."""

    kind: str
    answerable: bool
    count: int
    hit_1: float
    hit_3: float
    answered: float
    hedged: float
    """Refused, or headed as the closest passages."""


@dataclass(frozen=True, slots=True)
class RunFigures:
    """The figures of a run; shares from 0 to 1, of answerable questions where nothing else is said."""

    count: int
    hit_1: float
    hit_3: float
    mrr: float
    answered: float
    sure_and_right: float
    """Of all replies with a confidence of .5 or more: the first quote answers."""
    quote_length: float
    """Code points of the first quote, mean."""
    read_hit: float
    """One of the quotes that are read at first answers."""
    seconds: int
    """Questions with a second quote that is read at first."""
    second_right: float
    """Of those: the second quote answers."""
    beside: float
    """Code points that are read at first and do not answer, mean of the answered questions."""
    quotes: int
    exact: int
    """Quotes that are exact ranges; anything but all of them is a defect."""
    kinds: tuple[OfKind, ...]
    """Answerable kinds first, each by name."""

    @property
    def refused(self) -> dict[str, float]:
        """The share refused, by kind of unanswerable question."""
        return {of.kind: 1 - of.answered for of in self.kinds if not of.answerable}

    @property
    def refused_or_hedged(self) -> dict[str, float]:
        """The share refused or hedged, by kind of unanswerable question."""
        return {of.kind: of.hedged for of in self.kinds if not of.answerable}


def figures(outcomes: Sequence[Judged]) -> RunFigures:
    """Return the figures of a run. A refused question counts as not hit."""
    asked = [o for o in outcomes if o.expected.answerable]
    return RunFigures(
        count=len(outcomes),
        hit_1=_share(o.hit(1) for o in asked),
        hit_3=_share(o.hit(3) for o in asked),
        mrr=_mean([1 / (o.right.index(True) + 1) if any(o.right) else 0.0 for o in asked]),
        answered=_share(o.answered for o in asked),
        sure_and_right=_share(o.hit(1) for o in outcomes if not o.hedged),
        quote_length=_mean([len(o.quotes[0].span) for o in outcomes if o.quotes]),
        read_hit=_share(any(o.read_right) for o in asked),
        seconds=sum(len(o.read) > 1 for o in asked),
        second_right=_share(o.read_right[1] for o in asked if len(o.read) > 1),
        beside=_mean([o.beside for o in asked if o.answered]),
        quotes=sum(len(o.quotes) for o in outcomes),
        exact=sum(sum(o.exact) for o in outcomes),
        kinds=_by_kind(outcomes),
    )


def _by_kind(outcomes: Sequence[Judged]) -> tuple[OfKind, ...]:
    groups: dict[tuple[bool, str], list[Judged]] = {}
    for outcome in outcomes:
        key = not outcome.expected.answerable, outcome.expected.kind
        groups.setdefault(key, []).append(outcome)
    return tuple(_of_kind(kind, not lacking, groups[lacking, kind]) for lacking, kind in sorted(groups))


def _of_kind(kind: str, answerable: bool, group: Sequence[Judged]) -> OfKind:
    return OfKind(
        kind=kind,
        answerable=answerable,
        count=len(group),
        hit_1=_share(o.hit(1) for o in group),
        hit_3=_share(o.hit(3) for o in group),
        answered=_share(o.answered for o in group),
        hedged=_share(o.hedged for o in group),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _share(values: Iterable[bool]) -> float:
    return _mean([float(value) for value in values])
