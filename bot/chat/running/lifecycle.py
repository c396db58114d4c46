"""From the start to the stop: receive updates by polling or webhook, let running work end, lose nothing."""

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from random import random
from typing import Any

from telegram import User
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.basics import logs
from bot.basics.errors import BotError, SettingsError
from bot.basics.limits import LIMITS
from bot.basics.settings import Settings
from bot.chat.running.granting import Telling, wishes_granted
from bot.chat.running.handlers import App
from bot.chat.running.menus import give_late_menus, set_menus
from bot.chat.wire import webhook
from bot.chat.wire.intake import ALLOWED_UPDATES, Intake
from bot.chat.wire.metrics import Metrics
from bot.chat.wire.order import Order
from bot.chat.wire.tasks import Tasks

log = logging.getLogger(__name__)

_OTHER = "another process polls with this token: stop it, or use another token"
_UNKNOWN = "Telegram does not know this BOT_TOKEN: ask @BotFather for it"


@dataclass(slots=True)
class Stop:
    """A request to stop, and why, if something failed."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    failure: BotError | None = None

    def fail(self, failure: BotError) -> None:
        """Ask to stop because of a failure."""
        self.failure = self.failure or failure
        self.asked.set()


@dataclass(frozen=True, slots=True)
class Serving:
    """What a running bot consists of."""

    app: App
    order: Order
    intake: Intake
    metrics: Metrics
    tasks: Tasks
    telling: Telling
    aside: Sequence[Callable[[], Coroutine[Any, Any, None]]] = ()
    """What goes on beside the chats, until the stop."""


@asynccontextmanager
async def running(serving: Serving, settings: Settings, stop: Stop) -> AsyncIterator[None]:
    """Receive and handle updates while the block runs. Raises BotError if Telegram refuses the bot."""
    app = serving.app
    try:
        await _patiently(app.initialize)
        _say_who_serves(app.bot.bot, settings.maintainers)
        give_late_menus(app, await set_menus(app.bot, settings.maintainers))
        await app.start()
        for update in await serving.intake.left_over(app.bot):
            await app.update_queue.put(update)
        receiving = _webhook(serving, settings) if settings.webhook_url else _polling(serving, stop)
        for work in serving.aside:
            serving.tasks.begin(work(), _end_badly)
        async with receiving, wishes_granted(serving.telling, app.bot):
            yield
    finally:
        await _stop(serving)


async def _end_badly(error: Exception) -> None:
    log.error("work that goes on beside the chats has ended: %s", type(error).__name__)


async def unless_stopped(stop: Stop, work: Awaitable[object]) -> None:
    """Wait for the work, or end it when a stop is asked for. Raises what the work raises."""
    working, asked = asyncio.ensure_future(work), asyncio.create_task(stop.asked.wait())
    await asyncio.wait([working, asked], return_when=asyncio.FIRST_COMPLETED)
    asked.cancel()
    if not working.done():
        working.cancel()
        await asyncio.wait([working])
    if not working.cancelled():
        working.result()


def _say_who_serves(bot: User, maintainers: Collection[int]) -> None:
    logs.tell(
        log,
        serving_as=f"@{bot.username}",
        inline_mode="on" if bot.supports_inline_queries else "off",
        privacy_mode="off" if bot.can_read_all_group_messages else "on",
        maintainers=", ".join(map(str, sorted(maintainers))) or "none",
    )
    if not bot.supports_inline_queries:
        log.warning("inline mode is off; @BotFather switches it on with /setinline")
    if bot.can_read_all_group_messages:
        log.warning("groups send all that they write; @BotFather switches privacy mode on with /setprivacy")


@asynccontextmanager
async def _polling(serving: Serving, stop: Stop) -> AsyncIterator[None]:
    app, updater = serving.app, serving.app.updater
    assert updater  # noqa: S101 (the builder always makes one)
    await _patiently(app.bot.delete_webhook)
    serving.metrics.heard()
    serving.intake.on_revoked = lambda: stop.fail(SettingsError(_UNKNOWN))
    await updater.start_polling(
        allowed_updates=list(ALLOWED_UPDATES), bootstrap_retries=-1, error_callback=PollingErrors(stop)
    )
    try:
        yield
    finally:
        with contextlib.suppress(TimeoutError, TelegramError):
            await asyncio.wait_for(updater.stop(), LIMITS.waiting.last_poll)


class PollingErrors:
    """Logs what fails while polling; asks to stop where another process goes on polling with the token.

    A short overlap is left alone: it is what a restart looks like. The longer one had polled alone, the
    longer it bears another one, so that a second bot does not end the one that serves.
    """

    def __init__(
        self, stop: Stop, clock: Callable[[], float] = time.monotonic, chance: Callable[[], float] = random
    ) -> None:
        self._stop = stop
        self._clock = clock
        self._sparing = logs.Sparing(log, clock)
        self._started = clock()
        self._least = (1 + chance()) * LIMITS.waiting.conflict
        self._first = self._last = float("-inf")

    def __call__(self, error: TelegramError) -> None:
        """Deal with one error."""
        self._sparing.warn(type(error).__name__, "polling failed: %s", error)
        if not isinstance(error, Conflict):
            return
        now = self._clock()
        if now - self._last > LIMITS.waiting.conflict_over:
            self._first = now
        self._last = now
        alone = self._first - self._started
        if now - self._first >= self._least + LIMITS.waiting.conflict_each * alone:
            self._stop.fail(BotError(_OTHER))


@asynccontextmanager
async def _webhook(serving: Serving, settings: Settings) -> AsyncIterator[None]:
    app, chosen = serving.app, settings.webhook_secret
    secret = chosen.get_secret_value() if chosen else secrets.token_urlsafe()

    async def receive(body: object) -> bool:
        if serving.intake.full:
            return False
        for update in await serving.intake.take([body], app.bot):
            await app.update_queue.put(update)
        return True

    allowed = list(ALLOWED_UPDATES)
    async with webhook.webhook(settings.webhook_listen, secret, receive):
        url = settings.webhook_url
        await _patiently(partial(app.bot.set_webhook, url, allowed_updates=allowed, secret_token=secret))
        yield


async def _stop(serving: Serving) -> None:
    app = serving.app
    await serving.tasks.end()
    if app.running:
        stopping = asyncio.create_task(app.stop())
        _, late = await asyncio.wait([stopping], timeout=LIMITS.waiting.stop)
        if late:
            log.warning("ending work that takes too long; it comes again at the next start")
            serving.order.cancel()
        await stopping
    await app.shutdown()
    await app.bot.shutdown()  # the application does not, where its start has failed


async def _patiently(call: Callable[[], Awaitable[object]]) -> None:
    """Make a call that the bot cannot do without, for as long as the network needs.

    Raises SettingsError if Telegram does not know the token, BotError if it refuses the call.
    """
    wait = 1.0
    while True:
        try:
            await call()
        except InvalidToken:
            raise SettingsError(_UNKNOWN) from None
        except BadRequest as error:
            raise BotError(f"Telegram refuses to start the bot: {error}") from None
        except RetryAfter as error:
            pause = error.retry_after
            wait = pause.total_seconds() if isinstance(pause, timedelta) else pause
            log.warning("Telegram asks to wait for %g s", wait)
        except NetworkError as error:
            log.debug("trying again in %g s: %s", wait, error)  # each try has warned of its cause
        else:
            return
        await asyncio.sleep(wait)
        wait = min(30.0, 2 * wait)
