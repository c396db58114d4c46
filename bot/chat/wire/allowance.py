"""How much one person or chat may ask."""

import time
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from math import ceil

from bot.basics.limits import LIMITS


@dataclass(frozen=True, slots=True)
class Refused:
    """Too much: come back after ``wait`` seconds. Only the ``first`` refusal in a row is worth a word."""

    wait: int
    first: bool


class Allowance:
    """At most ``count`` in any ``seconds`` for each key. What is refused does not count."""

    def __init__(self, count: int, seconds: float = 60, clock: Callable[[], float] = time.monotonic) -> None:
        self._count = count
        self._seconds = seconds
        self._clock = clock
        self._taken: dict[Hashable, deque[float]] = {}
        self._told: set[Hashable] = set()
        self._tidied_at = float("-inf")

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._taken)

    def take(self, key: Hashable, ago: float = 0.0) -> Refused | None:
        """Use one of what ``key`` may have; None if there was one left.

        It was asked for so many seconds ``ago``: what an outage has held up comes all at once, and is not
        more than it would have been.
        """
        now = self._clock() - ago
        if len(self._taken) > LIMITS.asking.keys:
            self._tidy(now)
        taken = self._taken.setdefault(key, deque())
        if taken and taken[-1] > now:  # the clock was set back: nobody is to wait until it is there again
            taken = self._taken[key] = deque(min(at, now) for at in taken)
        while taken and taken[0] <= now - self._seconds:
            taken.popleft()
        if len(taken) < self._count:
            taken.append(now)
            self._told.discard(key)
            return None
        first = key not in self._told
        self._told.add(key)
        return Refused(max(1, ceil(taken[0] + self._seconds - now - ago)), first)

    def give_back(self, key: Hashable) -> None:
        """Undo the last taking of ``key``: somebody else has refused what it was for."""
        if taken := self._taken.get(key):
            taken.pop()

    def _tidy(self, now: float) -> None:
        """Forget who asks no more, once in a while: with many keys it takes longer than an answer."""
        if 0 <= now - self._tidied_at < self._seconds:
            return
        self._tidied_at = now
        idle = [key for key, taken in self._taken.items() if not taken or taken[-1] <= now - self._seconds]
        for key in idle:
            del self._taken[key]
            self._told.discard(key)
