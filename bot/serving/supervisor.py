"""What systemd is told: that the bot serves, that its event loop still turns, that it stops (sd_notify)."""

import asyncio
import logging
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

log = logging.getLogger(__name__)

_SOCKET, _WATCHDOG = "NOTIFY_SOCKET", "WATCHDOG_USEC"
_SHARE = 0.4
"""Of the watchdog's time, after which it is told again: twice before it would end the bot."""


@asynccontextmanager
async def telling_supervisor() -> AsyncIterator[None]:
    """Tell that the bot serves, and while the block runs that it is alive; nothing where nobody listens."""
    _tell("READY=1")
    task = asyncio.create_task(_stay_alive())
    try:
        yield
    finally:
        _tell("STOPPING=1")
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _stay_alive() -> None:
    microseconds = os.environ.get(_WATCHDOG, "")
    while microseconds.isdecimal() and int(microseconds):
        _tell("WATCHDOG=1")
        await asyncio.sleep(_SHARE * int(microseconds) / 1e6)


def _tell(word: str) -> None:
    address = os.environ.get(_SOCKET, "")
    if not address:
        return
    name = "\0" + address[1:] if address.startswith("@") else address
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as speaking:
            speaking.setblocking(False)
            speaking.sendto(word.encode(), name)
    except OSError as error:
        log.debug("the supervisor was not told %s: %s", word, error)
