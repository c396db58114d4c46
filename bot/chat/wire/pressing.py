"""Answering a press of a button: at once, once, and never failing because it came too late."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

from telegram import CallbackQuery, Message
from telegram.error import TelegramError

from bot.chat.wire import telegram

Presses = Mapping[type, Callable[[CallbackQuery, Any], Awaitable[None]]]
"""What is done when a button is pressed, by what the button carries; that is given as well."""


def pressed_message(query: CallbackQuery) -> Message | None:
    """Return the message with the button; None where it is out of reach, or in no chat of ours."""
    message = query.message
    return message if isinstance(message, Message) and message.is_accessible else None


def stands_below(message: Message, data: str) -> bool:
    """Tell whether a message has the button that was pressed on it: a program can send any press of any."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return any(button.callback_data == data for row in rows for button in row)


async def acknowledge(query: CallbackQuery, words: str = "") -> None:
    """Stop the button's clock, with words that pop up; what is too old to be answered is left alone."""
    with suppress(TelegramError):
        await query.answer(words[: telegram.POP_UP_CHARACTERS] or None)
