"""The commands that answer no question: hello, help, the list of sources, what is kept."""

from dataclasses import dataclass

from telegram import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.constants import ChatType

from bot.chat.addressing import command_of, names_me
from bot.chat.asking import Context, Shelf
from bot.chat.buttons import SourcesPage, button_data
from bot.chat.html import Html, shortened
from bot.chat.messages import Message as Words
from bot.chat.pressing import acknowledge
from bot.chat.render import render_sources, source_pages
from bot.chat.texts import Language, language_of, plain, text
from bot.storage.journal import Journal

_EXAMPLES = 3
_LONGEST_EXAMPLE = 100


@dataclass(frozen=True, slots=True)
class Commands:
    """Answers /start, /help, /sources, /privacy and /forget; in groups only where they name the bot."""

    shelf: Shelf
    journal: Journal
    kept_days: int

    async def on_command(self, update: Update, context: Context) -> None:
        """Do what the command says; say so where a command in private is not known."""
        message = update.message
        command = command_of(message, context.bot.bot) if message else None
        if message is None or command is None or not _meant(message, context):
            return
        language = language_of(message.from_user.language_code if message.from_user else None)
        match command[0]:
            case "start":
                await self._start(message, language)
            case "help":
                await _say(message, text(Words.HELP, language))
            case "sources":
                await self._sources(message, language)
            case "privacy":
                await _say(message, text(Words.PRIVACY, language, days=self.kept_days))
            case "forget":
                await self._forget(message, language)
            case _:
                await _unknown(message, language)

    async def turn(self, query: CallbackQuery, page: int) -> None:
        """Turn to another page of the sources."""
        await acknowledge(query)
        if not isinstance(query.message, Message):
            return
        language = language_of(query.from_user.language_code)
        articles = self.shelf.current.articles
        await query.message.edit_text(
            str(render_sources(articles, page, language).html),
            reply_markup=_turn(page, source_pages(len(articles)), language),
        )

    async def _start(self, message: Message, language: Language) -> None:
        articles = self.shelf.current.articles
        await _say(message, text(Words.START, language, count=len(articles)))
        titles = [shortened(a.title, _LONGEST_EXAMPLE) for a in articles if a.title][:_EXAMPLES]
        if titles and message.chat.type == ChatType.PRIVATE:
            keyboard = ReplyKeyboardMarkup(
                [[KeyboardButton(title)] for title in titles], resize_keyboard=True, one_time_keyboard=True
            )
            await message.reply_text(str(text(Words.START_EXAMPLES, language)), reply_markup=keyboard)

    async def _sources(self, message: Message, language: Language) -> None:
        articles = self.shelf.current.articles
        await message.reply_text(
            str(render_sources(articles, 1, language).html),
            reply_markup=_turn(1, source_pages(len(articles)), language),
        )

    async def _forget(self, message: Message, language: Language) -> None:
        if message.from_user and message.sender_chat is None:
            await self.journal.forget(message.from_user.id)
            await _say(message, text(Words.FORGOTTEN, language))


async def _unknown(message: Message, language: Language) -> None:
    if message.chat.type == ChatType.PRIVATE:
        await _say(message, text(Words.UNKNOWN_COMMAND, language))


def _meant(message: Message, context: Context) -> bool:
    """Tell whether a command is for this bot: in a group others may have one of that name."""
    return message.chat.type == ChatType.PRIVATE or names_me(message, context.bot.bot)


def _turn(page: int, pages: int, language: Language) -> InlineKeyboardMarkup | None:
    buttons = [
        InlineKeyboardButton(plain(words, language), callback_data=button_data(SourcesPage(target)))
        for words, target in ((Words.BUTTON_PREVIOUS, page - 1), (Words.BUTTON_NEXT, page + 1))
        if 1 <= target <= pages
    ]
    return InlineKeyboardMarkup([buttons]) if buttons else None


async def _say(message: Message, words: Html) -> None:
    await message.reply_text(str(words))
