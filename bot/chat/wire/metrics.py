"""Figures for operators, in the text format of Prometheus, none about people; and whether the bot is alive.

The home of prometheus_client.
"""

import platform
import time
from collections.abc import Callable
from importlib.metadata import version

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from bot.basics.limits import LIMITS

_COUNTERS = {
    "updates": "Updates of Telegram: new, received again, malformed, or poison (cannot be read)",
    "questions": "Questions in chats: answered, refused, too_late, or over_limit",
    "refusals": "Questions in chats that were refused, by the reason",
    "answers": "Answers of which Telegram did not say whether they arrived (uncertain)",
    "errors": "Errors of our own by their type, and messages that were changed on the way",
    "api_errors": "Failed calls of the Bot API, by what failed",
    "inline": "Inline queries: asked, over_limit, timed_out, or let_go",
    "reloads": "Readings of the folder: applied, or failed",
}
"""What is counted by its kind, with what people read of it."""
_KINDS = {"questions": ("answered", "refused"), "updates": ("new",), "reloads": ("applied", "failed")}
"""Kinds that are shown as 0 before the first one, so that rates of them can be told from the start."""
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

disable_created_metrics()  # type: ignore[no-untyped-call] # a series more for each, which nobody asks for


class Metrics:
    """What happened since the start. Counters never go down; gauges are asked when they are shown."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.trouble: Callable[[], str] = lambda: ""
        """Tells what keeps the bot from answering, "" if nothing is known to."""
        self._heard_at: float | None = None
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._counters = {name: self._counter(name, told) for name, told in _COUNTERS.items()}
        self._answer = self._histogram("answer_seconds", "From a question to its answer with Telegram")
        self._call = self._histogram(
            "api_seconds", "Calls of the Bot API, waiting for a chat's limit left out"
        )
        build = Info("quoth_build", "What serves", registry=self._registry)
        telegram = version("python-telegram-bot")
        build.info({"version": version("quoth"), "python": platform.python_version(), "telegram": telegram})

    def heard(self) -> None:
        """Telegram has answered a poll, or polling begins."""
        self._heard_at = self.clock()

    @property
    def alive(self) -> bool:
        """Tell whether updates can reach the bot, as far as it knows; with a webhook it cannot know."""
        return self._heard_at is None or self.clock() - self._heard_at < LIMITS.waiting.silence

    def count(self, name: str, kind: str, times: int = 1) -> None:
        """Count events of a kind, such as ``count("updates", "poison")``."""
        self._counters[name].labels(kind).inc(times)

    def answered_in(self, seconds: float) -> None:
        """Count an answer that took so long."""
        self._answer.observe(seconds)

    def called_in(self, seconds: float) -> None:
        """Count a call of the Bot API that took so long."""
        self._call.observe(seconds)

    def show(self, name: str, told: str, read: Callable[[], float]) -> None:
        """Show what ``read`` returns whenever somebody looks; ``told`` is what people read of it."""
        Gauge(f"quoth_{name}", told, registry=self._registry).set_function(read)

    def text(self) -> bytes:
        """Return all figures in the Prometheus text format 0.0.4."""
        return generate_latest(self._registry)

    def _counter(self, name: str, told: str) -> Counter:
        counter = Counter(f"quoth_{name}", told, ["kind"], registry=self._registry)
        for kind in _KINDS.get(name, ()):
            counter.labels(kind)
        return counter

    def _histogram(self, name: str, told: str) -> Histogram:
        return Histogram(f"quoth_{name}", told, buckets=_SECONDS, registry=self._registry)
