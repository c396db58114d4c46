"""Meaning follows: what serves by words is encoded aside, at the lowest priority."""

import asyncio
import logging
import os
import sys
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress

from bot.basics.limits import LIMITS
from bot.core.vectors.encoder import EncoderError
from bot.library.editions.encoding import StoppedError
from bot.library.editions.shelf import Shelf

log = logging.getLogger(__name__)


@asynccontextmanager
async def meaning_follows(shelf: Shelf) -> AsyncIterator[None]:
    """Encode whatever edition serves while the block runs; a failing encoder is tried again later."""
    ended = threading.Event()

    async def follow(worker: ThreadPoolExecutor) -> None:
        loop = asyncio.get_running_loop()
        while True:
            pause = LIMITS.waiting.encoding
            try:
                await loop.run_in_executor(worker, _encode, shelf, ended)
            except EncoderError as error:
                log.warning("searching by words alone: %s", error)
                pause = LIMITS.waiting.encoder_failed
            await asyncio.sleep(pause)

    with ThreadPoolExecutor(1, "encoding", _go_last) as worker:
        task = asyncio.create_task(follow(worker))
        try:
            yield
        finally:
            ended.set()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


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
