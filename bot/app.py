"""The composition root: settings → shelf, database, bot. Everything is wired here, by hand, once."""

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import Application, Defaults
from telegram.request import HTTPXRequest

from bot import logs
from bot.chat import web
from bot.chat.administrators import Administrators
from bot.chat.asking import Answerer, Asking, Rules, Shelf
from bot.chat.commands import Commands, Privacy
from bot.chat.html import Html
from bot.chat.inline import Inline
from bot.chat.limits import Allowance
from bot.chat.membership import Membership
from bot.chat.metrics import Metrics
from bot.chat.order import Order
from bot.chat.reading import Reading
from bot.chat.replying import Replying
from bot.chat.sending import Delivery
from bot.chat.serving import Serving, Stop, running, unless_stopped
from bot.chat.settings_menu import SettingsMenu
from bot.chat.trouble import Report, Trouble
from bot.chat.updates import Intake, QuothBot
from bot.chat.viewing import Viewing
from bot.chat.wiring import Handlers, register
from bot.core.answer import answer
from bot.core.edition import Edition
from bot.errors import BotError
from bot.library.folder import read_folder
from bot.settings import Settings
from bot.storage.chats import Chats
from bot.storage.database import Database
from bot.storage.inbox import Inbox
from bot.storage.journal import Journal
from bot.storage.lock import alone_in

log = logging.getLogger(__name__)

PURGE_SECONDS = 3600.0
_CONNECTIONS = 64


@dataclass(frozen=True, slots=True)
class _Read:
    """The articles as they were read at the start."""

    current: Edition
    read_at: datetime


def run(settings: Settings) -> int:
    """Serve until SIGINT or SIGTERM. Returns 0. Raises BotError where it cannot serve."""
    from bot.library.learned import load_model  # noqa: PLC0415

    token = settings.required_token
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # durations as timedelta, as in its next major version
    logs.set_up(token, settings.log_format, settings.log_level)
    folder = read_folder(settings.corpus)
    for problem in folder.problems:
        log.warning("%s was refused: %s", problem.file, problem.reason)
    shelf = _Read(Edition.of(folder.articles, folder.synonyms), datetime.now(UTC))
    asyncio.run(serve_until_signal(settings, shelf, partial(answer, model=load_model())))
    return 0


async def serve(settings: Settings, shelf: Shelf, answerer: Answerer, stop: Stop) -> None:
    """Serve until a stop is asked for. Raises BotError if the bot cannot start or has to give up."""
    with alone_in(settings.data):
        async with AsyncExitStack() as stack:
            database = await stack.enter_async_context(Database.open(settings.data / "quoth.db"))
            serving = build(settings, shelf, answerer, database)
            if settings.health_listen:
                await stack.enter_async_context(web.operations(settings.health_listen, serving.metrics))
            await stack.enter_async_context(_purging(settings, database))
            started = stack.enter_async_context(running(serving, settings, stop))
            await unless_stopped(stop, started)
            await stop.asked.wait()
    if stop.failure:
        raise stop.failure


def build(settings: Settings, shelf: Shelf, answerer: Answerer, database: Database) -> Serving:
    """Wire a bot together; nothing runs yet."""
    metrics = Metrics()
    journal, chats = Journal(database), Chats(database)
    bot_id = int(settings.required_token.partition(":")[0])
    intake = Intake(Inbox(database, bot_id), metrics, settings.in_flight)
    order = Order(intake, 2 * settings.in_flight)
    bot = _bot(settings, intake, Delivery(metrics, chats.move))
    app = Application.builder().bot(bot).concurrent_updates(order).job_queue(None).build()
    replying, administrators = Replying(journal, metrics), Administrators()
    register(
        app,
        Handlers(
            Asking(shelf, answerer, journal, chats, replying, _rules(settings), metrics),
            Inline(shelf, answerer, metrics),
            Commands(
                shelf,
                Privacy(journal, chats, settings.kept_days),
                Viewing(shelf, journal, chats, replying),
                Reading(shelf, chats, replying),
                SettingsMenu(chats, administrators, replying),
            ),
            Membership(chats, administrators),
            Trouble(chats, metrics, _report(settings, bot)),
        ),
    )
    return Serving(app, order, intake, metrics)


async def serve_until_signal(settings: Settings, shelf: Shelf, answerer: Answerer) -> None:
    """Serve until SIGINT or SIGTERM. Raises what ``serve`` raises."""
    stop = Stop()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.asked.set)
    await serve(settings, shelf, answerer, stop)


def _rules(settings: Settings) -> Rules:
    return Rules(
        user=Allowance(settings.user_questions_per_minute, 60),
        chat=Allowance(settings.chat_questions_per_minute, 60),
        edit_time=timedelta(minutes=settings.edit_minutes),
        group_backlog=timedelta(minutes=settings.group_backlog_minutes),
    )


def _bot(settings: Settings, intake: Intake, delivery: Delivery) -> QuothBot:
    return QuothBot(
        intake,
        token=settings.required_token,
        base_url=settings.api_base_url,
        base_file_url=settings.api_base_file_url,
        request=_request(settings, _CONNECTIONS),
        get_updates_request=_request(settings, 2),
        defaults=Defaults(
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            allow_sending_without_reply=True,
        ),
        rate_limiter=delivery,
    )


def _request(settings: Settings, connections: int) -> HTTPXRequest:
    seconds = settings.api_timeout_seconds
    return HTTPXRequest(
        connections,
        read_timeout=seconds,
        write_timeout=seconds,
        connect_timeout=seconds,
        pool_timeout=seconds,
    )


def _report(settings: Settings, bot: QuothBot) -> Report | None:
    chat = settings.error_chat
    if chat is None:
        return None

    async def report(html: Html) -> None:
        await bot.send_message(chat, str(html))

    return report


@asynccontextmanager
async def _purging(settings: Settings, database: Database) -> AsyncIterator[None]:
    """Delete what is too old, now and then, while the block runs."""

    async def purge() -> None:
        while True:
            try:
                await Journal(database).purge(settings.kept_days)
                await Inbox(database, 0).purge()
            except BotError as error:
                log.error("old rows could not be deleted: %s", error)  # noqa: TRY400
            await asyncio.sleep(PURGE_SECONDS)

    task = asyncio.create_task(purge())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
