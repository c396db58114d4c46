"""What waits for a press of a button: kept in memory, so after a restart the button is too old."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from telegram import InlineKeyboardMarkup, Message

from bot.basics.limits import LIMITS
from bot.chat.pages.buttons import Cancel, Confirm, button
from bot.chat.wording.texts import Language
from bot.languages.interface.messages import Message as Words
from bot.upkeep import Actor

OnConfirm = Callable[[Actor, Message], Awaitable[None]]
"""What a press does: told who has pressed, and the message with the button."""


@dataclass(slots=True)
class Waiting:
    """Deeds that wait for a maintainer to press. Numbers are never used again, also after a restart."""

    deeds: dict[int, tuple[int | None, OnConfirm]] = field(default_factory=dict)

    def add(self, deed: OnConfirm, owner: int | None) -> int:
        """Let a deed wait, and return its number; too many of one ``owner`` push out only that one's oldest.

        ``owner`` is the maintainer's id, None for all who have not shown who they are.
        """
        owned = [number for number, (whose, _) in self.deeds.items() if whose == owner]
        for oldest in owned[: max(0, len(owned) + 1 - LIMITS.waiting.deeds)]:
            del self.deeds[oldest]
        number = secrets.randbits(62)
        self.deeds[number] = owner, deed
        return number

    def take(self, number: int) -> OnConfirm | None:
        """Return what waits under the number, and let it wait no more."""
        return self.deeds.pop(number, (None, None))[1]

    def keyboard(
        self, deed: OnConfirm, words: Words, language: Language, owner: int | None
    ) -> InlineKeyboardMarkup:
        """Return a button that does the deed, labelled with ``words``, and one that gives it up."""
        number = self.add(deed, owner)
        return InlineKeyboardMarkup(
            [[button(Confirm(number), language, words), button(Cancel(number), language)]]
        )
