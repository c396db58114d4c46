"""What waits for a press of a button: kept in memory, so after a restart the button is too old."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.basics.limits import LIMITS
from bot.chat.pages.codes import Cancel, Confirm, button_data
from bot.chat.wording.texts import Language, plain
from bot.languages.messages import Message as Words
from bot.upkeep import Actor

OnConfirm = Callable[[Actor, Message], Awaitable[None]]
"""What a press does: told who has pressed, and the message with the button."""


@dataclass(slots=True)
class Waiting:
    """Deeds that wait for a maintainer to press. Numbers are never used again, also after a restart."""

    deeds: dict[int, OnConfirm] = field(default_factory=dict)

    def add(self, deed: OnConfirm) -> int:
        """Let a deed wait, and return its number."""
        while len(self.deeds) >= LIMITS.waiting.deeds:
            self.deeds.pop(next(iter(self.deeds)))
        number = secrets.randbits(62)
        self.deeds[number] = deed
        return number

    def take(self, number: int) -> OnConfirm | None:
        """Return what waits under the number, and let it wait no more."""
        return self.deeds.pop(number, None)

    def keyboard(self, deed: OnConfirm, words: Words, language: Language) -> InlineKeyboardMarkup:
        """Return a button that does the deed, labelled with ``words``, and one that gives it up."""
        number = self.add(deed)
        return InlineKeyboardMarkup(
            [
                [
                    InlineKeyboardButton(plain(words, language), callback_data=button_data(Confirm(number))),
                    InlineKeyboardButton(
                        plain(Words.BUTTON_CANCEL, language), callback_data=button_data(Cancel(number))
                    ),
                ]
            ]
        )
