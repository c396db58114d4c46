"""Whose question is thought about next, and that nobody waits long because others ask much."""

import asyncio
from collections import deque
from collections.abc import Callable, Hashable
from typing import TypeVar

_Found = TypeVar("_Found")
_Line = deque[asyncio.Event]


class Turns:
    """Thinks about as many questions at a time as there are processes that think.

    That is one where this process does: more threads would only take the interpreter from each other.

    Whoever waits is served round robin: the doors take turns (chats, inline, the page, wishes), behind each
    the people, and what one person asks begins in order. So each person who asks much keeps others waiting
    for one answer at most, and each door for one.
    """

    def __init__(self, at_once: int = 1) -> None:
        self._free = at_once
        self._doors: dict[str, dict[Hashable, _Line]] = {}
        """Door -> person -> those who wait. Who is first in each is next; nothing in it is empty."""

    async def think(self, door: str, person: Hashable, work: Callable[[], _Found]) -> _Found:
        """Do the work in a thread when its turn has come. Raises what the work raises.

        Whoever is cancelled gives up the place; what has begun keeps the turn until its thread is free.
        """
        await self._turn(door, person)
        working = asyncio.ensure_future(asyncio.to_thread(work))
        working.add_done_callback(self._ended)
        return await asyncio.shield(working)

    async def _turn(self, door: str, person: Hashable) -> None:
        if self._free:
            self._free -= 1
            return
        line = self._doors.setdefault(door, {}).setdefault(person, deque())
        turn = asyncio.Event()
        line.append(turn)
        try:
            await turn.wait()
        except asyncio.CancelledError:
            if turn.is_set():
                self._next()
            else:
                self._leave(door, person, turn)
            raise

    def _ended(self, working: "asyncio.Task[_Found]") -> None:
        if not working.cancelled():
            working.exception()  # is told to whoever waits for the work, and to nobody where they left
        self._next()

    def _next(self) -> None:
        """Give the turn to whoever is next; their door and their line are the last ones then."""
        if not self._doors:
            self._free += 1
            return
        door, people = next(iter(self._doors.items()))
        person, line = next(iter(people.items()))
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
