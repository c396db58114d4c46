"""The event loop that serves: it knows what takes it so long that others wait."""

import asyncio
import logging
import sys
import time
from collections.abc import Callable, Coroutine
from contextvars import Context
from typing import Any, TypeVarTuple, Unpack

from bot.basics.limits import LIMITS

log = logging.getLogger(__name__)

_Ts = TypeVarTuple("_Ts")


class MeasuredLoop(asyncio.SelectorEventLoop):
    """An event loop that measures each callback, in seconds of its thread's processor time.

    The clock's time would count what other threads and processes do meanwhile.
    """

    longest: float = 0.0
    """The longest callback since the start, in seconds."""
    slow: int = 0
    """How many callbacks took longer than ``LIMITS.waiting.callback``."""

    def call_soon(
        self, callback: Callable[[Unpack[_Ts]], object], *args: *_Ts, context: Context | None = None
    ) -> asyncio.Handle:
        """Call it in the next round, and measure."""
        return super().call_soon(self._measured, callback, *args, context=context)

    def call_soon_threadsafe(
        self, callback: Callable[[Unpack[_Ts]], object], *args: *_Ts, context: Context | None = None
    ) -> asyncio.Handle:
        """Call it in the next round, asked for by another thread, and measure."""
        return super().call_soon_threadsafe(self._measured, callback, *args, context=context)

    def call_at(
        self,
        when: float,
        callback: Callable[[Unpack[_Ts]], object],
        *args: *_Ts,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Call it at a time of the loop's clock, and measure."""
        return super().call_at(when, self._measured, callback, *args, context=context)

    def _measured(self, callback: Callable[[Unpack[_Ts]], object], *args: *_Ts) -> None:
        begin = time.thread_time()
        try:
            callback(*args)
        finally:
            seconds = time.thread_time() - begin
            self.longest = max(self.longest, seconds)
            if seconds > LIMITS.waiting.callback:
                self.slow += 1
                log.debug("%s held the event loop for %.0f ms", _name(callback), seconds * 1000)


def _name(callback: Callable[..., object]) -> str:
    """Return what a callback is called in the code: of a task's step, its coroutine."""
    task = getattr(callback, "__self__", None)
    called = task.get_coro() if isinstance(task, asyncio.Task) else callback
    return str(getattr(called, "__qualname__", type(called).__name__))


def run_measured(work: Coroutine[Any, Any, None]) -> None:
    """Run the work to its end in such a loop, which threads that compute hold up as little as may be."""
    sys.setswitchinterval(LIMITS.waiting.switch)
    with asyncio.Runner(loop_factory=MeasuredLoop) as runner:
        runner.run(work)
