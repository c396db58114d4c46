"""Meaning follows: what serves by words is encoded aside, at the lowest priority."""

import asyncio
import logging
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from bot.basics.limits import LIMITS
from bot.core.index.vectors.encoder import EncoderError
from bot.library.editions.encoding import StoppedError
from bot.library.editions.shelf import Shelf

log = logging.getLogger(__name__)


@asynccontextmanager
async def meaning_follows(shelf: Shelf) -> AsyncIterator[None]:
    """Encode whatever edition serves while the block runs; a failing encoder is tried again later.

    At the end a batch that is being encoded is waited for, for a moment: a slow server may take minutes.
    """
    if shelf.encoding is None:
        yield
        return
    ended, running = threading.Event(), set[asyncio.Future[None]]()

    async def follow() -> None:
        while True:
            pause = LIMITS.waiting.encoding
            try:
                work = _aside(lambda: _encode(shelf, ended))
                running.add(work)
                work.add_done_callback(running.discard)
                await asyncio.shield(work)
            except EncoderError as error:
                log.warning("searching by words alone: %s", error)
                pause = LIMITS.waiting.encoder_failed
            except Exception:
                log.exception("searching by words alone")
                pause = LIMITS.waiting.encoder_failed
            await asyncio.sleep(pause)

    task = asyncio.create_task(follow())
    try:
        yield
    finally:
        ended.set()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        if running:
            await asyncio.wait(running, timeout=LIMITS.waiting.last_batch)


def _aside(work: Callable[[], None]) -> asyncio.Future[None]:
    """Begin the work in a thread of the lowest priority, which does not keep the process from ending."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()

    def settle(error: Exception | None) -> None:
        if error:
            done.set_exception(error)
        else:
            done.set_result(None)

    def run() -> None:
        _go_last()
        failure: Exception | None = None
        try:
            work()
        except Exception as error:
            failure = error
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(settle, failure)

    threading.Thread(target=run, name="encoding", daemon=True).start()
    return done


def _encode(shelf: Shelf, ended: threading.Event) -> None:
    before = shelf.current
    with suppress(StoppedError):
        shelf.encode(ended.is_set)
    encoded = shelf.current.encoded
    if encoded and before.encoded is None:
        log.info("found by meaning too, with %s", encoded.encoder.name)


def _go_last() -> None:
    """Let this thread run when no other wants to: Linux knows priorities of threads."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
