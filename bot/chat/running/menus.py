"""The menus of commands and the bot's description, per kind of chat and language."""

import asyncio
import logging
from collections.abc import Iterable, Mapping

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.chat.wording.texts import Language, plain
from bot.languages.interface.messages import Message as Words

log = logging.getLogger(__name__)

Menu = Mapping[str, Words]
"""Commands with their descriptions."""

_PRIVATE: Menu = {
    "help": Words.COMMAND_HELP,
    "sources": Words.COMMAND_SOURCES,
    "proof": Words.COMMAND_PROOF,
    "privacy": Words.COMMAND_PRIVACY,
    "forget": Words.COMMAND_FORGET,
}
_GROUP: Menu = {
    "ask": Words.COMMAND_ASK,
    "help": Words.COMMAND_HELP,
    "sources": Words.COMMAND_SOURCES,
    "proof": Words.COMMAND_PROOF,
    "privacy": Words.COMMAND_PRIVACY,
}
_ADMINISTRATORS: Menu = {**_GROUP, "settings": Words.COMMAND_SETTINGS}
_MAINTAINERS: Menu = {
    **_PRIVATE,
    "reload": Words.COMMAND_RELOAD,
    "add": Words.COMMAND_ADD,
    "edit": Words.COMMAND_EDIT,
    "remove": Words.COMMAND_REMOVE,
    "editions": Words.COMMAND_EDITIONS,
    "rollback": Words.COMMAND_ROLLBACK,
    "history": Words.COMMAND_HISTORY,
    "gaps": Words.COMMAND_GAPS,
    "stats": Words.COMMAND_STATS,
    "status": Words.COMMAND_STATUS,
}
_EVERYWHERE: tuple[tuple[BotCommandScope, Menu], ...] = (
    (BotCommandScopeAllPrivateChats(), _PRIVATE),
    (BotCommandScopeAllGroupChats(), _GROUP),
    (BotCommandScopeAllChatAdministrators(), _ADMINISTRATORS),
)


async def set_menus(bot: ExtBot[None], maintainers: Iterable[int]) -> None:
    """Tell Telegram the menus where they differ. A failure is logged: the bot works without them.

    They only show commands: who may use one is looked at when it comes.
    """
    try:
        async with asyncio.TaskGroup() as languages:  # side by side: nobody is served before
            for language in Language:
                languages.create_task(_set_language(bot, language))
    except* TelegramError as errors:
        log.warning("the menus could not be set: %s", errors.exceptions[0])
    async with asyncio.TaskGroup() as all_maintainers:
        for maintainer in maintainers:
            all_maintainers.create_task(_set_maintainers_menu(bot, maintainer))


async def _set_language(bot: ExtBot[None], language: Language) -> None:
    for scope, menu in _EVERYWHERE:
        await _set_menu(bot, scope, menu, language)
    await _set_descriptions(bot, language)


async def _set_maintainers_menu(bot: ExtBot[None], maintainer: int) -> None:
    try:
        for language in Language:
            await _set_menu(bot, BotCommandScopeChat(maintainer), _MAINTAINERS, language)
    except TelegramError as error:
        log.info("maintainer %d has no menu before their first message to the bot: %s", maintainer, error)


async def _set_menu(bot: ExtBot[None], scope: BotCommandScope, menu: Menu, language: Language) -> None:
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
