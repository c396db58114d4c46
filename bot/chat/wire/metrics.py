"""Figures for operators: counters and times, in the Prometheus text format; and whether the bot is alive."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.basics.limits import LIMITS

_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


@dataclass
class Histogram:
    """How long something took, in seconds, counted in buckets."""

    buckets: list[int] = field(default_factory=lambda: [0] * (len(_BOUNDS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        """Count one duration."""
        self.total += seconds
        self.buckets[sum(bound < seconds for bound in _BOUNDS)] += 1


@dataclass
class Metrics:
    """What happened since the start. Counters never go down; gauges are asked when they are shown."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    answer_seconds: Histogram = field(default_factory=Histogram)
    gauges: dict[str, Callable[[], float]] = field(default_factory=dict)
    clock: Callable[[], float] = time.monotonic
    _heard_at: float | None = None

    def heard(self) -> None:
        """Telegram has answered a poll, or polling begins."""
        self._heard_at = self.clock()

    @property
    def alive(self) -> bool:
        """Tell whether updates can reach the bot, as far as it knows; with a webhook it cannot know."""
        return self._heard_at is None or self.clock() - self._heard_at < LIMITS.waiting.silence

    def count(self, name: str, kind: str = "") -> None:
        """Count one event, such as ``count("updates", "poison")``."""
        self.counts[name, kind] += 1

    def text(self) -> str:
        """Return all figures in the Prometheus text format 0.0.4."""
        lines: list[str] = []
        for name in sorted({name for name, _ in self.counts}):
            lines.append(f"# TYPE quoth_{name}_total counter")
            for (_, kind), value in sorted(item for item in self.counts.items() if item[0][0] == name):
                lines.append(f"quoth_{name}_total{_label('kind', kind)} {value}")
        for name, read in self.gauges.items():
            lines += [f"# TYPE quoth_{name} gauge", f"quoth_{name} {read():g}"]
        return "\n".join([*lines, *self._answer_lines(), ""])

    def _answer_lines(self) -> list[str]:
        name = "quoth_answer_seconds"
        lines, seen = [f"# TYPE {name} histogram"], 0
        for bound, count in zip((*map(str, _BOUNDS), "+Inf"), self.answer_seconds.buckets, strict=True):
            seen += count
            lines.append(f"{name}_bucket{_label('le', bound)} {seen}")
        return [*lines, f"{name}_sum {self.answer_seconds.total:g}", f"{name}_count {seen}"]


def _label(name: str, value: str) -> str:
    return f'{{{name}="{value}"}}' if value else ""
