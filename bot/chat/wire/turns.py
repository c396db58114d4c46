"""Whose question is thought about next, and that nobody waits long because others ask much."""

import asyncio
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from itertools import count
from typing import TypeVar

from bot.basics.limits import LIMITS

_Found = TypeVar("_Found")
_Line = deque[asyncio.Event]


class Turns:
    """Thinks about as many questions at a time as there are processes that think.

    That is one where this process does: more threads would only take the interpreter from each other.

    The doors take turns (chats, inline, the page, wishes). Behind each, whoever got an answer longest ago is
    next, who is new counting from when they came; what one person asks begins in order. So whoever asks much
    keeps others waiting for one answer at most, those who asked before they began for none, and each door for
    one.

    The threads are its own, since what else is done in threads, such as reading an upload, may take minutes.
    """

    def __init__(self, at_once: int = 1) -> None:
        self._threads = ThreadPoolExecutor(at_once, "thinking")
        self._free = at_once
        self._doors: dict[str, dict[Hashable, _Line]] = {}
        """Door -> person -> those who wait. The first door is next; nothing in it is empty."""
        self._last: dict[tuple[str, Hashable], int] = {}
        """Door and person -> the number of the last answer to them, or of their coming."""
        self._numbers = count(1)

    async def think(self, door: str, person: Hashable, work: Callable[[], _Found]) -> _Found:
        """Do the work in a thread when its turn has come. Raises what the work raises.

        Whoever is cancelled gives up the place; what has begun keeps the turn until its thread is free.
        """
        await self._turn(door, person)
        self._begun(door, person)
        loop = asyncio.get_running_loop()
        working = asyncio.ensure_future(loop.run_in_executor(self._threads, copy_context().run, work))
        working.add_done_callback(self._ended)
        return await asyncio.shield(working)

    async def _turn(self, door: str, person: Hashable) -> None:
        if self._free:
            self._free -= 1
            return
        line = self._doors.setdefault(door, {}).setdefault(person, deque())
        turn = asyncio.Event()
        line.append(turn)
        self._last.setdefault((door, person), next(self._numbers))
        try:
            await turn.wait()
        except asyncio.CancelledError:
            if turn.is_set():
                self._next()
            else:
                self._leave(door, person, turn)
            raise

    def _begun(self, door: str, person: Hashable) -> None:
        self._last.pop((door, person), None)
        self._last[door, person] = next(self._numbers)
        if len(self._last) > LIMITS.asking.keys:
            del self._last[next(iter(self._last))]

    def _ended(self, working: "asyncio.Future[_Found]") -> None:
        if not working.cancelled():
            working.exception()  # is told to whoever waits for the work, and to nobody where they left
        self._next()

    def _next(self) -> None:
        """Give the turn to whoever is next; their door and their line are the last ones then."""
        if not self._doors:
            self._free += 1
            return
        door, people = next(iter(self._doors.items()))
        person = min(people, key=lambda person: self._last.get((door, person), 0))
        line = people[person]
        line.popleft().set()
        del people[person], self._doors[door]
        if line:
            people[person] = line
        if people:
            self._doors[door] = people

    def _leave(self, door: str, person: Hashable, turn: asyncio.Event) -> None:
        line = self._doors[door][person]
        line.remove(turn)
        if not line:
            del self._doors[door][person]
        if not self._doors[door]:
            del self._doors[door]
