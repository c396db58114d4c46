"""The menus of commands and the bot's description, per kind of chat and language."""

import asyncio
import logging
from collections.abc import Iterable

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    Update,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot, MessageHandler, filters

from bot.chat.maintainers.maintenance import MAINTAINER_COMMANDS
from bot.chat.running.handlers import App
from bot.chat.talk.answering import Context
from bot.chat.talk.commands import COMMANDS, Menu
from bot.chat.wording.texts import Language, plain
from bot.languages.interface.messages import Message as Words

log = logging.getLogger(__name__)


def _shown(menu: Menu) -> dict[str, Words]:
    """Return the commands that a menu shows, with their descriptions."""
    return {c.name: c.described for c in COMMANDS if c.described and menu in c.menus}


_MAINTAINERS: dict[str, Words] = _shown(Menu.PRIVATE) | {c.name: c.described for c in MAINTAINER_COMMANDS}
_EVERYWHERE: tuple[tuple[BotCommandScope, Menu], ...] = (
    (BotCommandScopeAllPrivateChats(), Menu.PRIVATE),
    (BotCommandScopeAllGroupChats(), Menu.GROUPS),
    (BotCommandScopeAllChatAdministrators(), Menu.ADMINISTRATORS),
)


async def set_menus(bot: ExtBot[None], maintainers: Iterable[int]) -> set[int]:
    """Tell Telegram the menus where they differ; return the maintainers who have none yet.

    A failure is logged: the bot works without them. They only show commands: who may use one is looked at
    when it comes.
    """
    try:
        async with asyncio.TaskGroup() as languages:  # side by side: nobody is served before
            for language in Language:
                languages.create_task(_set_language(bot, language))
    except* TelegramError as errors:
        log.warning("the menus could not be set: %s", errors.exceptions[0])
    async with asyncio.TaskGroup() as group:
        tasks = {one: group.create_task(_set_maintainers_menu(bot, one)) for one in maintainers}
    return {maintainer for maintainer, task in tasks.items() if not task.result()}


def give_late_menus(app: App, late: set[int]) -> None:
    """Set the menu of each of these maintainers when they first write to the bot."""

    async def on_message(update: Update, _: Context) -> None:
        user = update.effective_user
        if user and user.id in late:
            late.discard(user.id)
            await _set_maintainers_menu(app.bot, user.id)

    if late:
        theirs = filters.User(list(late)) & filters.ChatType.PRIVATE
        app.add_handler(MessageHandler(theirs, on_message), group=1)  # beside what answers the message


async def _set_language(bot: ExtBot[None], language: Language) -> None:
    for scope, menu in _EVERYWHERE:
        await _set_menu(bot, scope, _shown(menu), language)
    await _set_descriptions(bot, language)


async def _set_maintainers_menu(bot: ExtBot[None], maintainer: int) -> bool:
    """Tell whether the maintainer has the menu now."""
    try:
        for language in Language:
            await _set_menu(bot, BotCommandScopeChat(maintainer), _MAINTAINERS, language)
    except TelegramError as error:
        log.info("maintainer %d has no menu before their first message to the bot: %s", maintainer, error)
        return False
    return True


async def _set_menu(
    bot: ExtBot[None], scope: BotCommandScope, lines: dict[str, Words], language: Language
) -> None:
    commands = [BotCommand(name, plain(words, language)) for name, words in lines.items()]
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
