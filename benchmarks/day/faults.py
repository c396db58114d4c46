"""What goes wrong in the course of a day, by a plan that a seed makes."""

import asyncio
import random
import resource
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.faults import Kind

ALWAYS = 0.01
"""The share of calls that fails when nothing else is wrong."""
EVERY = 40 * 60.0
"""Seconds from the begin of one spell to the begin of the next, on average."""
_MINUTE = 60.0
_ORDINARY: tuple[Kind, ...] = ("429", "500", "502", "refused", "lost_reply", "odd")
_WAITS = (5, 40, 300, 1_800)


@dataclass
class Weather:
    """Lets calls fail by chance at all times, and now and then in spells of one kind."""

    telegram: FakeTelegram
    chance: random.Random
    group: int = 0
    had: Counter[str] = field(default_factory=Counter)
    """Spells by their name."""

    async def change(self) -> None:
        """Bring a spell after the other, for ever."""
        kinds: Mapping[str, Callable[[], Awaitable[None]]] = {
            "errors of the server": lambda: self._calls_fail(0.9, "500", "502"),
            "connections cut": lambda: self._calls_fail(0.5, "refused", "lost_reply"),
            "answers that are not the API's": lambda: self._calls_fail(0.5, "odd"),
            "nothing gets through": lambda: self._calls_fail(1.0, "refused"),
            "too many requests": self._flood,
            "answers that never come": self._hangs,
            "another process polls": self._conflict,
            "out of reach": self._out_of_reach,
            "a full disk": self._full_disk,
        }
        self.calm()
        names: list[str] = []
        while True:
            await asyncio.sleep(self.chance.uniform(0.3, 1.7) * EVERY)
            names = names or self.chance.sample(list(kinds), len(kinds))
            name = names.pop()
            self.had[name] += 1
            try:
                await kinds[name]()
            finally:
                self.calm()

    def calm(self) -> None:
        """Let nothing go wrong but what always does."""
        faults = self.telegram.server.faults
        faults.planned.clear()
        faults.chance, faults.kinds, faults.dice = ALWAYS, _ORDINARY, self.chance

    def end(self) -> None:
        """Let nothing go wrong any more."""
        self.calm()
        self.telegram.server.faults.chance = 0.0

    async def _calls_fail(self, share: float, *kinds: Kind) -> None:
        faults = self.telegram.server.faults
        faults.chance, faults.kinds = share, kinds
        await self._lasts()

    async def _flood(self) -> None:
        wait = self.chance.choice(_WAITS)
        faults = self.telegram.server.faults
        faults.add("429", "sendMessage", times=2, chat_id=self.group, retry_after=wait)
        faults.add("429", "sendMessage", times=10, retry_after=self.chance.choice(_WAITS))
        await self._calls_fail(0.3, "429")

    async def _hangs(self) -> None:
        self.telegram.server.faults.add("hang", "sendMessage", times=5)
        self.telegram.server.faults.add("hang", "editMessageText", times=2)
        await self._lasts()

    async def _conflict(self) -> None:
        """Poll as another process would, less often than this one gives up for."""
        server = self.telegram.server
        for _ in range(15):
            server.polls += 1
            server.changed()
            await asyncio.sleep(3)

    async def _out_of_reach(self) -> None:
        async with self.telegram.server.out_of_reach():
            await self._lasts()

    async def _full_disk(self) -> None:
        with _no_room():
            await self._lasts()

    async def _lasts(self) -> None:
        await asyncio.sleep(self.chance.uniform(1, 12) * _MINUTE)


@contextmanager
def _no_room() -> Iterator[None]:
    """Let nothing be written to any file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
