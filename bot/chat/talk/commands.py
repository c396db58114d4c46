"""The commands that ask no question: hello, help, sources, proof, settings, what is kept."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from telegram import KeyboardButton, Message, ReplyKeyboardMarkup, Update
from telegram.constants import ChatType

from bot.chat.access.sight import Sight
from bot.chat.pages.buttons import (
    MoreQuotes,
    OpenAnswer,
    OpenArticle,
    OpenPassage,
    OpenProof,
    Proof,
    ReadPassage,
    parse_start,
)
from bot.chat.pages.page import Ours
from bot.chat.pages.places import example_of
from bot.chat.pages.post import reply
from bot.chat.talk.addressing import command_of, names_me
from bot.chat.talk.answering import Context
from bot.chat.talk.bookmarking import Bookmarking
from bot.chat.talk.browsing import Browsing
from bot.chat.talk.given import Viewing
from bot.chat.talk.settings_menu import SettingsMenu
from bot.chat.wire.pressing import Presses
from bot.chat.wording.markup import NOTHING, join
from bot.chat.wording.speaking import language_for
from bot.chat.wording.texts import Filling, Language, plain, text
from bot.core.nouns import Listed
from bot.languages.interface.messages import Message as Words
from bot.languages.interface.saying import say
from bot.storage.chats import Chats
from bot.storage.journal import Journal
from bot.storage.personal.bookmarks import Bookmarks
from bot.storage.personal.guests import Guests
from bot.storage.personal.wishes import Wishes

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Privacy:
    """What is kept about people, for how many days, and how it is deleted."""

    journal: Journal
    chats: Chats
    bookmarks: Bookmarks
    wishes: Wishes
    guests: Guests
    kept_days: int

    async def forget(self, user_id: int) -> None:
        """Delete all that is kept about a person. Raises StorageError."""
        await self.journal.forget(user_id)
        await self.bookmarks.forget(user_id)
        await self.wishes.forget(user_id)
        await self.guests.forget(user_id)
        await self.chats.forget(user_id)  # a private chat has the id of its person


@dataclass(frozen=True, slots=True)
class Commands:
    """Answers commands in private; in groups those that name the bot, and an administrator's /settings."""

    sight: Sight
    privacy: Privacy
    viewing: Viewing
    reading: Browsing
    settings: SettingsMenu
    bookmarking: Bookmarking

    @property
    def presses(self) -> Presses:
        """What is done when one of the buttons of readers is pressed."""
        return {
            **self.viewing.presses,
            **self.reading.presses,
            **self.settings.presses,
            **self.bookmarking.presses,
        }

    async def on_command(self, update: Update, context: Context) -> None:
        """Do what the command says; say so where a command in private is not known."""
        message = update.message
        command = command_of(message, context.bot.bot) if message else None
        if message is None or command is None or not await self._is_meant(message, command[0], context):
            return
        language = await language_for(message.from_user, message.chat, self.privacy.chats)
        name, words = command
        does = next((known.does for known in COMMANDS if known.name == name), None) or _unknown
        await does(self, Call(message, words, language))

    async def on_wordless(self, update: Update, _: Context) -> None:
        """Say once in a private chat what is read there: somebody sent what holds no words."""
        message = update.message
        if message and await self.privacy.chats.is_told(message.chat.id):
            language = await language_for(message.from_user, message.chat, self.privacy.chats)
            await reply(message, Ours(text(Words.READS_TEXT, language)))

    async def _is_meant(self, message: Message, name: str, context: Context) -> bool:
        """Tell whether a command is for this bot: in a group others may have one of that name."""
        if message.chat.type == ChatType.PRIVATE or names_me(message, context.bot.bot):
            return True
        return name == "settings" and await self.settings.may_open(message)


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody's command: ``words`` are what follows it."""

    message: Message
    words: str
    language: Language

    @property
    def in_private(self) -> bool:
        """Tell whether nobody else reads what is replied."""
        return self.message.chat.type == ChatType.PRIVATE

    async def tell(self, words: Words, **values: Filling) -> None:
        """Reply with a message of the catalogue."""
        await reply(self.message, Ours(text(words, self.language, **values)))


async def _start(commands: Commands, call: Call) -> None:
    """Open what a deep link leads to; anything else is a plain start."""
    message, language = call.message, call.language
    match parse_start(call.words) if call.in_private else None:
        case OpenAnswer(answer):
            await commands.viewing.open(message, MoreQuotes(answer, 0), language)
        case OpenProof(answer, quote):
            await commands.viewing.open(message, Proof(answer, quote), language)
        case OpenArticle(key):
            await commands.reading.open(message, ReadPassage(key, 1), language)
        case OpenPassage(key, number):
            await commands.reading.open(message, ReadPassage(key, number), language)
        case None:
            await _hello(commands, call)


async def _hello(commands: Commands, call: Call) -> None:
    articles = (await commands.sight.of(call.message.chat.id)).edition.listed
    hello = text(Words.START, call.language, count=len(articles))
    others = _languages(articles, call.language)
    told = text(Words.START_LANGUAGES, call.language, languages=others) if others else NOTHING
    await reply(call.message, Ours(join([hello, told], "\n\n")))
    titles = [example_of(article) for article in articles if article.title][:_EXAMPLES]
    if titles and call.in_private:
        keyboard = ReplyKeyboardMarkup(
            [[KeyboardButton(title)] for title in titles], resize_keyboard=True, one_time_keyboard=True
        )
        await reply(call.message, Ours(text(Words.START_EXAMPLES, call.language)), keyboard)


def _languages(articles: Sequence[Listed], language: Language) -> str:
    """Return the languages of the articles by their own names, "" where all are in the reader's."""
    codes = dict.fromkeys(article.language for article in articles if article.language)
    known = {known.value: plain(Words.LANGUAGE_NAME, known) for known in Language}
    return ", ".join(known.get(code, code) for code in codes) if set(codes) - {language} else ""


async def _help(_: Commands, call: Call) -> None:
    await call.tell(Words.HELP)


async def _sources(commands: Commands, call: Call) -> None:
    await commands.reading.sources(call.message, call.language)


async def _proof(commands: Commands, call: Call) -> None:
    await commands.viewing.prove(call.message, call.words, call.language)


async def _saved(commands: Commands, call: Call) -> None:
    person = call.message.from_user
    if call.in_private and person:
        await commands.bookmarking.open(call.message, person.id, call.language)
    else:
        await call.tell(Words.PRIVATE_ONLY)


async def _privacy(commands: Commands, call: Call) -> None:
    host = commands.sight.sends_to
    passed_on = say(Words.PASSED_ON_QUESTIONS, host=host) if host else say(Words.PASSED_ON_NOTHING)
    await call.tell(Words.PRIVACY, days=commands.privacy.kept_days, passed_on=passed_on)


async def _forget(commands: Commands, call: Call) -> None:
    message = call.message
    if message.from_user and message.sender_chat is None:
        await commands.privacy.forget(message.from_user.id)
        await call.tell(Words.FORGOTTEN)


async def _settings(commands: Commands, call: Call) -> None:
    await commands.settings.open(call.message, call.language)


async def _language(commands: Commands, call: Call) -> None:
    await commands.settings.open_languages(call.message, call.language)


async def _unknown(_: Commands, call: Call) -> None:
    if call.in_private:
        await call.tell(Words.UNKNOWN_COMMAND)


class Menu(Enum):
    """Where Telegram shows a command to those who type a slash."""

    PRIVATE = "private chats"
    GROUPS = "groups"
    ADMINISTRATORS = "groups, for their administrators"


_GROUPS = (Menu.GROUPS, Menu.ADMINISTRATORS)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of readers. ``does`` is None where it asks a question, as any other message may."""

    name: str
    does: Callable[[Commands, Call], Awaitable[None]] | None
    described: Words | None = None
    menus: tuple[Menu, ...] = ()


COMMANDS = (
    Command("start", _start),
    Command("ask", None, Words.COMMAND_ASK, _GROUPS),
    Command("help", _help, Words.COMMAND_HELP, tuple(Menu)),
    Command("sources", _sources, Words.COMMAND_SOURCES, tuple(Menu)),
    Command("proof", _proof, Words.COMMAND_PROOF, tuple(Menu)),
    Command("saved", _saved, Words.COMMAND_SAVED, (Menu.PRIVATE,)),
    Command("privacy", _privacy, Words.COMMAND_PRIVACY, tuple(Menu)),
    Command("forget", _forget, Words.COMMAND_FORGET, (Menu.PRIVATE,)),
    Command("language", _language, Words.COMMAND_LANGUAGE, (Menu.PRIVATE,)),
    Command("settings", _settings, Words.COMMAND_SETTINGS, (Menu.ADMINISTRATORS,)),
)
"""All that readers may type after a slash, in the order of the menus."""
