"""The one door through which messages leave: checked pages and words of our own, nothing else."""

from dataclasses import dataclass
from io import BytesIO

from telegram import Bot, InlineKeyboardMarkup, InputTextMessageContent, Message, ReplyKeyboardMarkup
from telegram.error import BadRequest

from bot.chat.pages.page import Checked, Ours
from bot.chat.pages.references import References

Sendable = Checked | Ours


@dataclass(frozen=True, slots=True)
class Post:
    """A message with the buttons below it. ``about`` are the words of the one before it that it is about.

    A ``quiet`` one comes without a sound.
    """

    page: Sendable
    keyboard: InlineKeyboardMarkup | None = None
    about: str = ""
    quiet: bool = False


async def reply(
    message: Message,
    page: Sendable,
    keyboard: InlineKeyboardMarkup | ReplyKeyboardMarkup | None = None,
    about: str = "",
    *,
    quiet: bool = False,
) -> Message:
    """Send the page in reply to the message, or to its words ``about``. Raises TelegramError."""
    if about:
        quoting = message.build_reply_arguments(quote=about)
        try:
            return await message.reply_text(str(page.html), reply_markup=keyboard, do_quote=quoting)
        except BadRequest as error:
            if "quote" not in error.message.casefold():
                raise  # else the words have been edited away meanwhile
    return await message.reply_text(str(page.html), reply_markup=keyboard, disable_notification=quiet or None)


async def redraw(
    message: Message, page: Sendable, keyboard: InlineKeyboardMarkup | None = None
) -> Message | None:
    """Put the page in the place of what the message shows; None where it shows that already.

    Raises TelegramError.
    """
    try:
        changed = await message.edit_text(str(page.html), reply_markup=keyboard)
    except BadRequest as error:
        if "not modified" not in error.message.casefold():
            raise
        return None
    return changed if isinstance(changed, Message) else None


async def send(
    bot: Bot,
    chat_id: int,
    page: Sendable,
    replied: int | None = None,
    keyboard: InlineKeyboardMarkup | None = None,
) -> Message:
    """Send the page to a chat of its own accord, below the message ``replied``. Raises TelegramError."""
    return await bot.send_message(chat_id, str(page.html), reply_to_message_id=replied, reply_markup=keyboard)


async def send_in(bot: Bot, chat_id: int, topic: int | None, post: Post) -> Message:
    """Send a message to a chat's topic, if it is to be in one, of its own accord. Raises TelegramError."""
    return await bot.send_message(
        chat_id, str(post.page.html), reply_markup=post.keyboard, message_thread_id=topic
    )


async def attach(message: Message, page: Ours, name: str) -> None:
    """Send the words, without markup, as a text file. Raises TelegramError."""
    await message.reply_document(BytesIO(f"{page.html.visible}\n".encode()), filename=name)


async def hand_over(message: Message, found: References, name: str, words: Ours | None = None) -> None:
    """Send references as a file of that name, below it words of ours. Raises TelegramError."""
    file = BytesIO(found.text.encode())
    caption = str(words.html) if words else None
    await message.reply_document(file, filename=name + found.ending, caption=caption)


async def show(message: Message, chart: bytes) -> None:
    """Send a chart of figures, without a caption. Raises TelegramError."""
    await message.reply_photo(BytesIO(chart))


def content(page: Checked) -> InputTextMessageContent:
    """Return the message that choosing an inline result sends."""
    return InputTextMessageContent(str(page.html))
