"""The commands that ask no question: hello, help, sources, proof, settings, what is kept."""

from dataclasses import dataclass

from telegram import KeyboardButton, Message, ReplyKeyboardMarkup, Update
from telegram.constants import ChatType

from bot.chat.pages.codes import (
    MoreQuotes,
    OpenAnswer,
    OpenArticle,
    OpenProof,
    Proof,
    ReadPassage,
    parse_start,
)
from bot.chat.pages.page import Ours
from bot.chat.pages.post import reply
from bot.chat.talk.addressing import command_of, names_me
from bot.chat.talk.asking import Context, Serves
from bot.chat.talk.browsing import Browsing
from bot.chat.talk.given import Viewing
from bot.chat.talk.settings_menu import SettingsMenu
from bot.chat.wording.markup import Html, shortened
from bot.chat.wording.speaking import language_for
from bot.chat.wording.texts import Language, text
from bot.languages.interface.messages import Message as Words
from bot.storage.chats import Chats
from bot.storage.journal import Journal

_EXAMPLES = 3
_LONGEST_EXAMPLE = 100


@dataclass(frozen=True, slots=True)
class Privacy:
    """What is kept about people, for how many days, and how it is deleted."""

    journal: Journal
    chats: Chats
    kept_days: int

    async def forget(self, user_id: int) -> None:
        """Delete all that is kept about a person. Raises StorageError."""
        await self.journal.forget(user_id)
        await self.chats.forget(user_id)  # a private chat has the id of its person


@dataclass(frozen=True, slots=True)
class Commands:
    """Answers commands in private; in groups those that name the bot, and an administrator's /settings."""

    shelf: Serves
    privacy: Privacy
    viewing: Viewing
    reading: Browsing
    settings: SettingsMenu

    async def on_command(self, update: Update, context: Context) -> None:
        """Do what the command says; say so where a command in private is not known."""
        message = update.message
        command = command_of(message, context.bot.bot) if message else None
        if message is None or command is None or not await self._is_meant(message, command[0], context):
            return
        language = await language_for(message.from_user, message.chat, self.privacy.chats)
        name, words = command
        match name:
            case "start":
                await self._start(message, words, language)
            case "help":
                await _say(message, text(Words.HELP, language))
            case "sources":
                await self.reading.sources(message, language)
            case "proof":
                await self.viewing.prove(message, words, language)
            case "settings":
                await self.settings.open(message, language)
            case "privacy":
                await _say(message, text(Words.PRIVACY, language, days=self.privacy.kept_days))
            case "forget":
                await self._forget(message, language)
            case _:
                await _unknown(message, language)

    async def _is_meant(self, message: Message, name: str, context: Context) -> bool:
        """Tell whether a command is for this bot: in a group others may have one of that name."""
        if message.chat.type == ChatType.PRIVATE or names_me(message, context.bot.bot):
            return True
        return name == "settings" and await self.settings.may_open(message)

    async def _start(self, message: Message, payload: str, language: Language) -> None:
        """Open what a deep link leads to; anything else is a plain start."""
        in_private = message.chat.type == ChatType.PRIVATE
        match parse_start(payload) if in_private else None:
            case OpenAnswer(answer):
                await self.viewing.open(message, MoreQuotes(answer, 0), language)
            case OpenProof(answer, quote):
                await self.viewing.open(message, Proof(answer, quote), language)
            case OpenArticle(key):
                await self.reading.open(message, ReadPassage(key, 1), language)
            case None:
                await self._hello(message, language)

    async def _hello(self, message: Message, language: Language) -> None:
        articles = self.shelf.current.articles
        await _say(message, text(Words.START, language, count=len(articles)))
        titles = [shortened(a.title, _LONGEST_EXAMPLE) for a in articles if a.title][:_EXAMPLES]
        if titles and message.chat.type == ChatType.PRIVATE:
            keyboard = ReplyKeyboardMarkup(
                [[KeyboardButton(title)] for title in titles], resize_keyboard=True, one_time_keyboard=True
            )
            await reply(message, Ours(text(Words.START_EXAMPLES, language)), keyboard)

    async def _forget(self, message: Message, language: Language) -> None:
        if message.from_user and message.sender_chat is None:
            await self.privacy.forget(message.from_user.id)
            await _say(message, text(Words.FORGOTTEN, language))


async def _unknown(message: Message, language: Language) -> None:
    if message.chat.type == ChatType.PRIVATE:
        await _say(message, text(Words.UNKNOWN_COMMAND, language))


async def _say(message: Message, words: Html) -> None:
    await reply(message, Ours(words))
