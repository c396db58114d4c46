"""Who administers a group, asked of Telegram and remembered for a while."""

import asyncio
import time
from collections.abc import Callable

from telegram import Chat
from telegram.error import TelegramError

REMEMBERED_SECONDS = 300.0
PATIENCE = 5.0
"""Seconds to wait for Telegram to say what somebody may do: a press has to be answered soon."""
_MOST_CHATS = 1000


class Administrators:
    """The administrators of groups. Where Telegram does not say who they are, nobody is one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: dict[int, tuple[float, frozenset[int]]] = {}

    async def include(self, user_id: int, chat: Chat) -> bool:
        """Tell whether a person administers the group, as it was at most five minutes ago."""
        asked_at, known = self._known.get(chat.id, (float("-inf"), frozenset[int]()))
        if self._clock() - asked_at <= REMEMBERED_SECONDS:
            return user_id in known
        try:
            async with asyncio.timeout(PATIENCE):
                members = await chat.get_administrators()
        except (TelegramError, TimeoutError):
            return False
        if len(self._known) >= _MOST_CHATS:
            self._known.clear()
        self._known[chat.id] = (self._clock(), frozenset(member.user.id for member in members))
        return user_id in self._known[chat.id][1]

    def forget(self, chat_id: int) -> None:
        """Ask again next time: somebody's rights have changed."""
        self._known.pop(chat_id, None)
