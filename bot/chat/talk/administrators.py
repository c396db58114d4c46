"""Who administers a group, asked of Telegram and remembered for a while."""

import asyncio
import time
from collections.abc import Callable

from telegram import Chat
from telegram.error import TelegramError

from bot.basics.limits import LIMITS


class Administrators:
    """The administrators of groups. Where Telegram does not say who they are, nobody is one."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, patience: float = LIMITS.waiting.rights
    ) -> None:
        """Wait ``patience`` seconds for Telegram's word on a group."""
        self._patience = patience
        self._clock = clock
        self._known: dict[int, tuple[float, frozenset[int]]] = {}

    async def include(self, user_id: int, chat: Chat) -> bool:
        """Tell whether a person administers the group, as it was at most five minutes ago."""
        asked_at, known = self._known.get(chat.id, (float("-inf"), frozenset[int]()))
        if self._clock() - asked_at <= LIMITS.waiting.rights_kept:
            return user_id in known
        try:
            async with asyncio.timeout(self._patience):
                members = await chat.get_administrators()
        except (TelegramError, TimeoutError):
            return False
        if len(self._known) >= LIMITS.waiting.rights_chats:
            self._known.clear()
        self._known[chat.id] = (self._clock(), frozenset(member.user.id for member in members))
        return user_id in self._known[chat.id][1]

    def forget(self, chat_id: int) -> None:
        """Ask again next time: somebody's rights have changed."""
        self._known.pop(chat_id, None)
