"""The composition root: settings → shelf, database, bot. Everything is wired here, by hand, once."""

import asyncio
import ctypes
import gc
import logging
import os
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from telegram import LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.ext import Application, Defaults

from bot.basics import logs
from bot.basics.errors import BotError
from bot.basics.hours import Times
from bot.basics.limits import HOUR, LIMITS
from bot.basics.settings import Listen, Settings, files_with_secrets
from bot.chat.access.admission import Admission
from bot.chat.access.scope import EVERYTHING, NAME_OF_ALL, Scope
from bot.chat.access.sight import Sight
from bot.chat.maintainers.allowing import Allowing
from bot.chat.maintainers.contributing import Contributing
from bot.chat.maintainers.desk import Desk
from bot.chat.maintainers.maintenance import Maintenance, register_maintenance
from bot.chat.maintainers.reports import Reports
from bot.chat.maintainers.rights import Rights
from bot.chat.maintainers.scoping import Scoping
from bot.chat.maintainers.unasked.correcting import Correcting
from bot.chat.maintainers.unasked.notices import Notices
from bot.chat.maintainers.unasked.offering import Offering
from bot.chat.maintainers.unasked.subscribing import Subscribing
from bot.chat.pages.buttons import ReadPassage, nowhere
from bot.chat.pages.page import Ours
from bot.chat.pages.post import send
from bot.chat.running.door import Door, guard
from bot.chat.running.granting import Telling
from bot.chat.running.handing import HandedTo, Handing, register_handing
from bot.chat.running.handlers import Handlers, register
from bot.chat.running.lifecycle import Serving, Stop, running, unless_stopped
from bot.chat.running.owing import Owing
from bot.chat.running.trouble import ToOperators, Trouble
from bot.chat.talk.administrators import Administrators
from bot.chat.talk.answering import Answerer, Answering, Rules, Show
from bot.chat.talk.bookmarking import Bookmarking
from bot.chat.talk.browsing import Browsing
from bot.chat.talk.commands import Commands, Privacy
from bot.chat.talk.given import Viewing
from bot.chat.talk.inline import Inline
from bot.chat.talk.membership import Membership
from bot.chat.talk.replying import Replying
from bot.chat.talk.settings_menu import SettingsMenu
from bot.chat.talk.views import View
from bot.chat.wire import webhook
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.delivery import Delivery
from bot.chat.wire.intake import Intake, QuothBot
from bot.chat.wire.metrics import Metrics
from bot.chat.wire.order import Order
from bot.chat.wire.request import CheckedRequest, TelegramClock
from bot.chat.wire.tasks import Tasks, for_ever
from bot.chat.wire.turns import Turns
from bot.chat.wording.markup import Html
from bot.chat.wording.texts import Language
from bot.core.answer import answer
from bot.core.index.background import Background
from bot.core.proving.quote import Quote
from bot.library.corpus.afar.fetching import Network, fetch, is_in_repository
from bot.library.corpus.afar.politeness import Polite
from bot.library.corpus.contribution import Contribution
from bot.library.editions.changes import SHORT
from bot.library.editions.encoding import Encoding
from bot.library.editions.kept import Editions
from bot.library.editions.past import Past
from bot.library.editions.shelf import Shelf
from bot.library.formats.child import children
from bot.library.indexed.connecting import shared_shelf
from bot.library.learned import load_model
from bot.search.encoders import encoder_of
from bot.serving import triggers
from bot.serving.following import meaning_follows
from bot.serving.loop import MeasuredLoop, run_measured
from bot.serving.rounds import ListRounds, Rounds
from bot.serving.supervisor import telling_supervisor
from bot.serving.workers import Workers, answering_apart
from bot.storage.chats import Chats
from bot.storage.data_folder import DATABASE, EDITIONS, VECTORS, warn_of_readable
from bot.storage.database import Database
from bot.storage.figures import Figures
from bot.storage.inbox import Inbox
from bot.storage.journal import Journal
from bot.storage.lock import alone_in
from bot.storage.maintaining.discoveries import Discoveries
from bot.storage.maintaining.followed import Lists
from bot.storage.maintaining.history import History
from bot.storage.maintaining.keepers import Keepers
from bot.storage.maintaining.known_pages import KnownPages
from bot.storage.personal.bookmarks import Bookmarks
from bot.storage.personal.corrections import Corrections
from bot.storage.personal.guests import Guests
from bot.storage.personal.owed import Owed
from bot.storage.personal.wishes import Wishes
from bot.upkeep import Upkeep
from bot.web.addresses import public_reading_page
from bot.web.http.answers import Answers
from bot.web.http.base import House
from bot.web.http.server import Offer, page_served
from bot.web.http.workshop import Workshop

log = logging.getLogger(__name__)

Serve = Callable[[Settings, Shelf, Answerer, Stop], Awaitable[None]]
"""Serves until a stop is asked for."""
PAGE_ADDRESS = Listen("127.0.0.1", 8082)
"""Where ``./run web`` serves if no setting says otherwise: for this machine alone."""


def run(settings: Settings, config: Path | None = None) -> int:
    """Serve until SIGINT or SIGTERM. Returns 0. Raises BotError where it cannot serve.

    ``config`` is the settings file that was named, which may hold secrets as ``.env`` may.
    """
    _ = settings.required_token  # before anything is loaded
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # durations as timedelta, as in its next major version
    return _run(settings, config, serve)


def run_page(settings: Settings, config: Path | None = None) -> int:
    """Serve the page alone, as ``run`` serves the bot. Returns 0. Raises BotError where it cannot serve."""
    listen = settings.web_listen or PAGE_ADDRESS
    return _run(settings.model_copy(update={"web_listen": listen}), config, serve_page)


async def serve(
    settings: Settings, shelf: Shelf, answerer: Answerer, stop: Stop, network: Network | None = None
) -> None:
    """Serve until a stop is asked for. Raises BotError if the bot cannot start or has to give up.

    ``network`` is what pages are fetched through, by default the public internet alone.
    """
    async with _ground(settings, shelf, answerer, stop, network) as ground, AsyncExitStack() as stack:
        serving = build(settings, ground, answerer)
        if settings.health_listen:
            await stack.enter_async_context(webhook.operations(settings.health_listen, serving.metrics))
        started = stack.enter_async_context(running(serving, settings, stop))
        await unless_stopped(stop, started)
        async with telling_supervisor():
            await stop.asked.wait()
    if stop.failure:
        raise stop.failure


async def serve_page(settings: Settings, shelf: Shelf, answerer: Answerer, stop: Stop) -> None:
    """Serve the page alone until a stop is asked for. Raises BotError if it cannot start."""
    async with _ground(settings, shelf, answerer, stop), telling_supervisor():
        await stop.asked.wait()


@dataclass(frozen=True, slots=True)
class Ground:
    """What everything that is served stands on."""

    database: Database
    upkeep: Upkeep
    turns: Turns
    network: Network | None
    """What pages are fetched through; None stands for the public internet alone."""
    polite: Polite
    sight: Sight
    """What chats and the page see of what serves."""


@asynccontextmanager
async def _ground(
    settings: Settings, shelf: Shelf, answerer: Answerer, stop: Stop, network: Network | None = None
) -> AsyncIterator[Ground]:
    """Open the folders, read the articles, and keep them up while the block runs, with the page beside it."""
    with alone_in(settings.data):
        webhook.refuse_taken(settings)
        async with AsyncExitStack() as stack:
            stack.callback(children.interrupt)
            database = await stack.enter_async_context(Database.open(settings.data / DATABASE))
            corrections = Corrections(database) if settings.corrections else None
            upkeep = Upkeep(shelf, Figures(database), History(database), corrections)
            sight = Sight(shelf, Chats(database), Scope.parse(settings.scope))
            ground = Ground(database, upkeep, Turns(settings.workers), network, Polite(network), sight)
            stack.enter_context(triggers.reloading_at_hangup(upkeep))
            await unless_stopped(stop, upkeep.start())
            if not stop.asked.is_set():  # what was not read to its end would be called empty
                _say_what_serves(shelf)
            _settle()
            await stack.enter_async_context(meaning_follows(shelf))
            await stack.enter_async_context(triggers.listening(settings.data, upkeep))
            if settings.index:
                await stack.enter_async_context(triggers.following(upkeep))
            elif settings.watch:
                await stack.enter_async_context(triggers.watching(upkeep))
            if settings.web_listen:
                await stack.enter_async_context(_page(settings, settings.web_listen, ground, answerer))
            await stack.enter_async_context(_purging(settings, database))
            yield ground


@asynccontextmanager
async def _page(
    settings: Settings, listen: Listen, ground: Ground, answerer: Answerer
) -> AsyncIterator[None]:
    """Serve the page while the block runs. Raises BotError if it cannot listen there."""
    shelf = ground.upkeep.shelf
    look = partial(ground.sight.through, _page_scope(settings))
    answers = Answers(look, answerer, Past(shelf.editions), ground.turns)
    house = House(answers, Allowance(settings.web_questions_per_minute), settings.old_after_days)
    shop = _workshop(settings, ground) if settings.web_maintainers else None
    offer = Offer(settings.web_url, settings.web_behind_proxy, settings.web_assistants, shop)
    async with page_served(listen, house, offer):
        log.info("the page to read on is served at %s", listen)
        yield


def _page_scope(settings: Settings) -> Scope:
    """Return what the page shows: what its setting names, else what chats see that have no scope."""
    chosen = settings.web_scope.strip() or settings.scope
    return EVERYTHING if chosen.casefold() == NAME_OF_ALL else Scope.parse(chosen)


def _read_at_page(address: str, shown: Scope, quote: Quote) -> str:
    """Return where the page shows a quote, "" where it does not show the article."""
    return public_reading_page(address, quote) if shown.admits(quote.article) else ""


def _workshop(settings: Settings, ground: Ground) -> Workshop:
    keys = settings.web_maintainers.get_secret_value() if settings.web_maintainers else ""
    named = tuple(keys.replace(",", " ").split())
    found, lists = Discoveries(ground.database), Lists(ground.database)
    journal = Journal(ground.database)
    return Workshop(ground.upkeep, journal, found, lists, named, settings.kept_days, settings.web_url)


def build(settings: Settings, ground: Ground, answerer: Answerer) -> Serving:
    """Wire a bot together; nothing runs yet."""
    database, upkeep = ground.database, ground.upkeep
    metrics, shelf = Metrics(), upkeep.shelf
    _show_state(metrics, upkeep, answerer)
    metrics.trouble = lambda: shelf.trouble
    journal, chats, bookmarks = Journal(database), Chats(database), Bookmarks(database)
    clock = TelegramClock()
    intake, bot = _hearing(settings, database, metrics, clock)
    tasks = Tasks()
    order = Order(intake, 2 * settings.in_flight + LIMITS.waiting.inline_at_once, tasks)
    app = Application.builder().bot(bot).concurrent_updates(order).job_queue(None).build()
    reading = partial(_read_at_page, settings.web_url, _page_scope(settings)) if settings.web_url else nowhere
    owed, wishes = Owed(database), Wishes(database)
    replying, administrators = Replying(journal, owed, metrics, tasks), Administrators()
    past, old = Past(shelf.editions), settings.old_after_days
    sight = ground.sight
    handed_to = HandedTo.parse(settings.hand_over)
    viewing = Viewing(sight, journal, chats, replying, past, reading, old, handed_to is not None)
    browsing = Browsing(sight, chats, replying)
    rights, guests = Rights(settings.maintainers), Guests(database)
    admission = Admission(guests, settings.maintainers, settings.allowed)
    turns, asks = ground.turns, handed_to is not None
    telling = Telling(viewing, answerer, wishes, Owing(viewing, owed, admission), admission, turns)
    door = Door(admission, rights, chats, upkeep)
    guard(app, door)
    handing = Handing(telling, rights, handed_to)
    register_handing(app, handing)
    maintenance = _maintenance(settings, ground, tasks, admission, sight)
    register_maintenance(app, maintenance)
    rules, show = _rules(settings), _showing(viewing, browsing)
    asking = Answering(
        sight, answerer, journal, chats, replying, rules, metrics, show, turns, reading, old, asks, clock.now
    )
    privacy = Privacy(journal, chats, bookmarks, wishes, guests, settings.kept_days)
    menu = SettingsMenu(chats, administrators, replying)
    register(
        app,
        Handlers(
            asking,
            Inline(sight, answerer, metrics, Allowance(settings.inline_per_minute), ground.turns),
            Commands(sight, privacy, viewing, browsing, menu, Bookmarking(viewing, bookmarks)),
            Membership(chats, administrators, admission),
            Trouble(chats, metrics, _report(settings, bot)),
            telling,
            {**door.presses, **handing.presses},
            Allowance(settings.presses_per_minute),
        ),
    )
    correcting = Correcting(sight, past, Corrections(database), chats, replying, admission)
    aside = [partial(correcting.work, bot), partial(maintenance.notices.work, bot)]
    return Serving(app, order, intake, metrics, tasks, telling, [*aside, *_rounds(settings, ground)])


def _rounds(settings: Settings, ground: Ground) -> list[Callable[[], Coroutine[Any, Any, None]]]:
    """Return what looks at the web; nothing where the articles are those of an index."""
    if settings.index:
        return []
    found, pages = Discoveries(ground.database), KnownPages(ground.database)
    every = settings.refresh_hours * HOUR
    lists = Lists(ground.database)
    follows = ListRounds(ground.upkeep, ground.polite, lists, found, settings.follow_hours * HOUR)
    looks = Rounds(ground.upkeep, ground.polite, pages, found, every)
    rounds = [follows.round, *([looks.round] if every else [])]
    return [
        partial(for_ever, one, LIMITS.waiting.rounds, "nothing on the web is looked at") for one in rounds
    ]


def _showing(viewing: Viewing, browsing: Browsing) -> Show:
    async def show(message: Message, wanted: View | ReadPassage, language: Language) -> None:
        if isinstance(wanted, ReadPassage):
            await browsing.open(message, wanted, language)
        else:
            await viewing.open(message, wanted, language)

    return show


def _show_state(metrics: Metrics, upkeep: Upkeep, answerer: Answerer) -> None:
    shelf, loop = upkeep.shelf, asyncio.get_running_loop()
    metrics.show("articles", "Articles that serve", lambda: len(shelf.current.entries))
    metrics.show("passages", "Passages that serve", lambda: len(shelf.current.passages))
    read_at = "edition_read_timestamp_seconds"
    metrics.show(read_at, "When the articles that serve were read", partial(_read_at, shelf))
    upkeep.counting = partial(metrics.count, "reloads")
    if isinstance(answerer, Workers):
        metrics.show("workers_ended", "Processes that ended over a question", lambda: answerer.ended)
    if isinstance(loop, MeasuredLoop):
        longest, slow = (
            "Longest time that the event loop was held",
            "How often it was held for more than 20 ms",
        )
        metrics.show("loop_longest_callback_seconds", longest, lambda: loop.longest)
        metrics.show("loop_slow_callbacks", slow, lambda: loop.slow)


def _read_at(shelf: Shelf) -> float:
    return shelf.read_at.timestamp()


def _settle() -> None:
    """Give the system what loading has needed and nobody needs any more; the C library would keep it.

    What is left stays as long as the process: it is not looked through for garbage with what questions make.
    """
    gc.collect()
    gc.freeze()
    with suppress(OSError, AttributeError):  # others than glibc do so by themselves, or cannot be asked
        ctypes.CDLL(None).malloc_trim(0)


def _say_what_serves(shelf: Shelf) -> None:
    edition = shelf.current
    counted = Counter(language or "unknown" for language in edition.facets.languages.tolist()).most_common()
    logs.tell(
        log,
        articles=len(edition.entries),
        passages=len(edition.passages),
        languages=", ".join(f"{count} {language}" for language, count in counted),
        folder=shelf.source,
        edition=edition.id[:SHORT],
    )
    if not edition.entries:
        log.warning("there are no articles in %s, so every question will be refused", shelf.source)


async def serve_until_signal(
    settings: Settings, shelf: Shelf, answerer: Answerer, serving: Serve = serve
) -> None:
    """Serve until SIGINT or SIGTERM. Raises what ``serving`` raises."""
    stop = Stop()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.asked.set)
    await serving(settings, shelf, answerer, stop)


def _run(settings: Settings, config: Path | None, serving: Serve) -> int:
    """Set up what outlives an event loop, and serve in one."""
    logs.set_up(settings.log_format, settings.log_level, *settings.secrets)
    for secrets in files_with_secrets(settings, config):
        warn_of_readable(secrets)
    model = load_model()
    editions = Editions(settings.data / EDITIONS, settings.kept_editions)
    shelf = _shelf(settings, editions, model.background)
    with answering_apart(settings, shelf, partial(answer, model=model)) as answerer:
        run_measured(serve_until_signal(settings, shelf, answerer, serving))
    return 0


def _shelf(settings: Settings, editions: Editions, background: Background) -> Shelf:
    if settings.index:
        return shared_shelf(settings, editions, background)
    encoder = encoder_of(settings)
    encoding = Encoding(encoder, settings.data / VECTORS) if encoder else None
    return Shelf(settings.corpus, editions, background, encoding, begins_apart=True)


def _maintenance(
    settings: Settings, ground: Ground, tasks: Tasks, admission: Admission, sight: Sight
) -> Maintenance:
    upkeep, database = ground.upkeep, ground.database
    desk = Desk(upkeep)
    reports = Reports(upkeep, Journal(database), Past(upkeep.shelf.editions), settings.kept_days)
    times = Times(settings.quiet_hours, settings.time_zone)
    keepers = Keepers(database)
    contributing = Contributing(desk, partial(_page_at, ground))
    offering = Offering(desk, contributing, ground.polite, Discoveries(database), keepers)
    subscribing = Subscribing(upkeep, Lists(database), ground.polite, settings.follow_hours * HOUR)
    notices = Notices(keepers, reports, offering, subscribing, settings.maintainers, times)
    rights, allowing = Rights(settings.maintainers), Allowing(admission, upkeep)
    scoping = Scoping(sight, upkeep)
    return Maintenance(desk, rights, reports, contributing, allowing, scoping, notices, tasks)


async def _page_at(ground: Ground, url: str) -> Contribution:
    """Return what a maintainer adds by its address; of a repository all is fetched, and kept for the next."""
    return await (ground.polite.page(url) if is_in_repository(url) else fetch(url, ground.network))


def _rules(settings: Settings) -> Rules:
    return Rules(
        user=Allowance(settings.user_questions_per_minute),
        chat=Allowance(settings.chat_questions_per_minute),
        edit_time=timedelta(minutes=settings.edit_minutes),
        group_backlog=timedelta(minutes=settings.group_backlog_minutes),
    )


def _hearing(
    settings: Settings, database: Database, metrics: Metrics, clock: TelegramClock
) -> tuple[Intake, QuothBot]:
    bot_id = int(settings.required_token.partition(":")[0])
    intake = Intake(Inbox(database, bot_id), metrics, settings.in_flight)
    return intake, _bot(settings, intake, Delivery(metrics, Chats(database).move), clock)


def _bot(settings: Settings, intake: Intake, delivery: Delivery, clock: TelegramClock) -> QuothBot:
    return QuothBot(
        intake,
        token=settings.required_token,
        base_url=settings.api_base_url,
        base_file_url=settings.api_base_file_url,
        request=_request(settings, LIMITS.waiting.connections, clock),
        get_updates_request=_request(settings, 2, clock),
        defaults=Defaults(
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            allow_sending_without_reply=True,
        ),
        rate_limiter=delivery,
    )


def _request(settings: Settings, connections: int, clock: TelegramClock) -> CheckedRequest:
    seconds = settings.api_timeout_seconds
    return CheckedRequest(
        connections,
        read_timeout=seconds,
        write_timeout=seconds,
        connect_timeout=seconds,
        pool_timeout=seconds,
        httpx_kwargs={"event_hooks": {"response": [clock.hear]}},
    )


def _report(settings: Settings, bot: QuothBot) -> ToOperators | None:
    chat = settings.error_chat
    if chat is None:
        return None

    async def report(html: Html) -> None:
        await send(bot, chat, Ours(html))

    return report


@asynccontextmanager
async def _purging(settings: Settings, database: Database) -> AsyncIterator[None]:
    """Delete what is too old, now and then, while the block runs."""

    async def purge() -> None:
        while True:
            try:
                await database.end_the_future(time.time())
                await Journal(database).purge(settings.kept_days)
                await Inbox(database, 0).purge()
                await Wishes(database).purge(settings.kept_days)
                await Guests(database).purge(settings.kept_days)
                await Corrections(database).purge(settings.kept_days)
                await Discoveries(database).purge(settings.kept_days)
            except BotError as error:
                log.error("old rows could not be deleted: %s", error)  # noqa: TRY400
            await asyncio.sleep(LIMITS.waiting.purge)

    task = asyncio.create_task(purge())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
