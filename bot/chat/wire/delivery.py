"""Calls to the Bot API: patient with limits, and never sending twice what may have arrived.

The home of httpx, which python-telegram-bot calls through.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from itertools import count
from math import ceil
from typing import Any

import httpx
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.basics.limits import LIMITS
from bot.basics.logs import Sparing
from bot.chat.wire.metrics import Metrics

log = logging.getLogger(__name__)

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)

Moved = Callable[[int, int], Awaitable[None]]
"""Told of a group's old and new id when it has become a supergroup."""
Result = bool | dict[str, Any] | list[dict[str, Any]]


def may_have_arrived(error: TelegramError) -> bool:
    """Tell whether the server may have done what failed with ``error``."""
    failed_on_the_way = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
    return failed_on_the_way and not isinstance(error.__cause__, _NEVER_LEFT)


def seconds_of(error: RetryAfter) -> float:
    """Return for how many seconds Telegram asks to wait."""
    wait = error.retry_after
    return wait if isinstance(wait, int) else wait.total_seconds()


class Delivery(BaseRateLimiter[None]):
    """Waits where Telegram asks a chat to wait, without stopping other chats.

    After a failure of the network a call is repeated only if repeating does no harm: what sends a message
    is repeated only if the first try never left.
    """

    def __init__(
        self,
        metrics: Metrics,
        moved: Moved,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._metrics = metrics
        self._moved = moved
        self._clock = clock
        self._sleep = sleep
        self._free_at: dict[Any, float] = {}
        self._unreached = Sparing(log, clock)

    async def initialize(self) -> None:
        """Prepare nothing."""

    async def shutdown(self) -> None:
        """Release nothing."""

    async def process_request(  # noqa: PLR0913, PLR0917 (python-telegram-bot's signature)
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002
    ) -> Result:
        """Make the call. Raises what the last try raised."""
        give_up_at = self._clock() + LIMITS.waiting.call
        for attempt in count(1):
            chat = data.get("chat_id")
            try:
                await self._wait_for(chat, give_up_at)
                begun = self._clock()
                result = await callback(*args, **kwargs)
            except RetryAfter as error:
                self._hold(None if endpoint.startswith("get") else chat, error, give_up_at)
            except ChatMigrated as error:
                await self._moved(data["chat_id"], error.new_chat_id)
                if data["chat_id"] == error.new_chat_id or not endpoint.startswith("send"):
                    raise  # an edit names a message, and in the new chat that number is another message's
                data["chat_id"] = error.new_chat_id
            except NetworkError as error:
                self._metrics.count("api_errors", type(error).__name__)
                pause = min(0.1 * 3**attempt, 10.0)
                if self._clock() + pause > give_up_at or not _harmless(endpoint, error):
                    raise
                self._unreached.warn("", "%s failed (%s), trying again in %.1f s", endpoint, error, pause)
                await self._sleep(pause)
            else:
                self._metrics.called_in(self._clock() - begun)
                return result
        raise AssertionError("unreachable")

    async def _wait_for(self, chat: object, give_up_at: float) -> None:
        """Wait until ``chat`` may be written to. Raises RetryAfter where that takes too long."""
        while (wait := self._free_at.get(chat, 0) - self._clock()) > 0:
            if self._clock() + wait > give_up_at:
                raise RetryAfter(ceil(wait))
            await self._sleep(wait)
        self._free_at.pop(chat, None)

    def _hold(self, chat: object, error: RetryAfter, give_up_at: float) -> None:
        """Hold back calls to ``chat``, or raise the error if that would take too long.

        Where a chat was only asked about, nothing is known of writing to it: then it is None.
        """
        self._metrics.count("api_errors", "RetryAfter")
        free_at = self._clock() + seconds_of(error)
        if chat is None:
            raise error
        self._free_at[chat] = free_at
        if free_at > give_up_at:
            raise error
        log.warning("chat %s has to wait for %g s", chat, seconds_of(error))


def _harmless(endpoint: str, error: NetworkError) -> bool:
    if isinstance(error, BadRequest):
        return False
    return not endpoint.startswith(("send", "copy", "forward")) or not may_have_arrived(error)
