"""How much one person or chat may ask."""

import time
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Refused:
    """Too much: come back after ``wait`` seconds. Only the ``first`` refusal in a row is worth a word."""

    wait: int
    first: bool


class Allowance:
    """At most ``count`` in any ``seconds`` for each key. What is refused does not count."""

    def __init__(self, count: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._count = count
        self._seconds = seconds
        self._clock = clock
        self._taken: dict[Hashable, deque[float]] = {}
        self._told: set[Hashable] = set()

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._taken)

    def take(self, key: Hashable) -> Refused | None:
        """Use one of what ``key`` may have; None if there was one left."""
        now = self._clock()
        if len(self._taken) > 10_000:
            self._drop_idle(now)
        taken = self._taken.setdefault(key, deque())
        while taken and taken[0] <= now - self._seconds:
            taken.popleft()
        if len(taken) < self._count:
            taken.append(now)
            self._told.discard(key)
            return None
        first = key not in self._told
        self._told.add(key)
        return Refused(ceil(taken[0] + self._seconds - now), first)

    def _drop_idle(self, now: float) -> None:
        idle = [key for key, taken in self._taken.items() if not taken or taken[-1] <= now - self._seconds]
        for key in idle:
            del self._taken[key]
            self._told.discard(key)
