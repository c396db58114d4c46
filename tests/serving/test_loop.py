"""The event loop knows what held it, by its own thread's time."""

import asyncio
import logging
import time

import pytest

from bot.basics.limits import LIMITS
from bot.serving.loop import MeasuredLoop, run_measured


def work() -> None:
    """Take twice what a callback may take of the processor."""
    end = time.thread_time() + 2 * LIMITS.waiting.callback
    while time.thread_time() < end:
        pass


def test_what_holds_the_loop_is_counted_and_named(caplog: pytest.LogCaptureFixture) -> None:
    async def busy_harbour() -> None:
        await asyncio.sleep(0)
        work()

    async def main() -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, MeasuredLoop)
        await asyncio.create_task(busy_harbour())
        assert loop.slow == 1
        for later in (loop.call_soon, loop.call_soon_threadsafe):
            later(work)
            await asyncio.sleep(0)
        done = asyncio.Event()
        loop.call_later(0, work)
        loop.call_later(0.001, done.set)
        await done.wait()
        assert loop.slow == 4
        assert loop.longest >= 2 * LIMITS.waiting.callback

    with caplog.at_level(logging.DEBUG, "bot.serving.loop"):
        run_measured(main())
    assert "busy_harbour held the event loop" in caplog.messages[0]
    assert all(message.startswith("work held") for message in caplog.messages[1:])


def test_work_beside_the_loop_does_not_hold_it() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        await asyncio.to_thread(work)
        assert isinstance(loop, MeasuredLoop)
        assert loop.slow == 0

    run_measured(main())


def test_what_a_callback_raises_is_raised() -> None:
    async def main() -> None:
        await asyncio.sleep(0)
        raise LookupError

    with pytest.raises(LookupError):
        run_measured(main())
