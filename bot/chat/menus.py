"""The menus of commands and the bot's description, per kind of chat and language."""

import logging
from itertools import product

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.chat.messages import Message as Words
from bot.chat.texts import Language, plain

log = logging.getLogger(__name__)

_PRIVATE = {
    "help": Words.COMMAND_HELP,
    "sources": Words.COMMAND_SOURCES,
    "privacy": Words.COMMAND_PRIVACY,
    "forget": Words.COMMAND_FORGET,
}
_GROUP = {"ask": Words.COMMAND_ASK, "help": Words.COMMAND_HELP, "sources": Words.COMMAND_SOURCES}
_ADMINISTRATORS = {**_GROUP, "settings": Words.COMMAND_SETTINGS}
_MENUS: tuple[tuple[BotCommandScope, dict[str, Words]], ...] = (
    (BotCommandScopeAllPrivateChats(), _PRIVATE),
    (BotCommandScopeAllGroupChats(), _GROUP),
    (BotCommandScopeAllChatAdministrators(), _ADMINISTRATORS),
)


async def set_menus(bot: ExtBot[None]) -> None:
    """Tell Telegram the menus where they differ. A failure is logged: the bot works without them."""
    try:
        for (scope, menu), language in product(_MENUS, Language):
            await _set_menu(bot, scope, menu, language)
        for language in Language:
            await _set_descriptions(bot, language)
    except TelegramError as error:
        log.warning("the menus could not be set: %s", error)


async def _set_menu(
    bot: ExtBot[None], scope: BotCommandScope, menu: dict[str, Words], language: Language
) -> None:
    commands = [BotCommand(name, plain(words, language)) for name, words in menu.items()]
    code = _code(language)
    if list(await bot.get_my_commands(scope, code)) != commands:
        await bot.set_my_commands(commands, scope, code)


async def _set_descriptions(bot: ExtBot[None], language: Language) -> None:
    code = _code(language)
    description, short = plain(Words.DESCRIPTION, language), plain(Words.SHORT_DESCRIPTION, language)
    if (await bot.get_my_description(code)).description != description:
        await bot.set_my_description(description, code)
    if (await bot.get_my_short_description(code)).short_description != short:
        await bot.set_my_short_description(short, code)


def _code(language: Language) -> str | None:
    """Return the language's code; English has none, which makes it stand in for all others."""
    return None if language is Language.ENGLISH else language.value
