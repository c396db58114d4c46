"""A clock that leaps to the next timer where nothing else is left to do, and a loop that goes by it."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import datetime
from selectors import DefaultSelector, SelectorKey
from typing import Any, TypeVar, TypeVarTuple, Unpack

import aiosqlite
import time_machine
from aiosqlite import core

_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")
THREAD = 0.02
"""Seconds that pass while a thread is at work: others go on meanwhile."""


class Clock:
    """What ``time`` and ``datetime`` tell from now on, in the whole process.

    Many functions take a clock as a default value when they are defined: so it has to be made before the
    modules of the bot are imported.
    """

    def __init__(self, begin: datetime) -> None:
        self.seconds = time.monotonic()
        self._traveller = time_machine.travel(begin, tick=False).start()
        time.monotonic = lambda: self.seconds

    def leap(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self.seconds += seconds
        self._traveller.shift(seconds)


class LeapingLoop(asyncio.SelectorEventLoop):
    """Never waits: what threads are to do it does itself, and sockets that it speaks to are its own."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        super().__init__(_Leaping(clock))

    def time(self) -> float:
        """Return the time by that clock."""
        return self._clock.seconds

    def run_in_executor(
        self,
        executor: Executor | None,  # noqa: ARG002
        func: Callable[[Unpack[_Ts]], _T],
        *args: *_Ts,
    ) -> "asyncio.Future[_T]":
        """Do the work at once, and tell of its end when ``THREAD`` seconds have passed."""
        ended: asyncio.Future[_T] = self.create_future()
        try:
            result = func(*args)
        except Exception as error:
            self.call_later(THREAD, _tell, ended, ended.set_exception, error)
        else:
            self.call_later(THREAD, _tell, ended, ended.set_result, result)
        return ended


def _tell(ended: "asyncio.Future[Any]", end: Callable[[Any], None], found: object) -> None:
    if not ended.done():
        end(found)


class _Leaping(DefaultSelector):
    """Instead of waiting for a timer it lets the time until then pass."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """Return what is ready now; where nothing is, let the time pass."""
        ready = super().select(0 if timeout is not None else None)
        if not ready and timeout and timeout > 0:
            self._clock.leap(timeout)
        return ready


def without_threads_for_databases() -> None:
    """Let aiosqlite do at once what it would do in threads of its own."""
    connection: Any = aiosqlite.Connection

    async def connect(self: Any) -> Any:
        self._connection = self._connector()
        return self

    async def execute(_: Any, work: Callable[..., Any], *given: Any, **more: Any) -> Any:
        return work(*given, **more)

    def stop(self: Any) -> None:
        self._running = False
        self._tx.put_nowait((None, lambda: core._STOP_RUNNING_SENTINEL))  # noqa: SLF001

    connection._connect, connection._execute, connection.stop = connect, execute, stop  # noqa: SLF001
