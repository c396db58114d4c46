"""The bot's own HTTP servers: the webhook, and health and figures for operators."""

import hmac
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus

from tornado.web import HTTPError, RequestHandler, stream_request_body

from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.basics.settings import Listen, Settings
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.listening import Bounds, Quiet, bound, refuse_port, served
from bot.chat.wire.metrics import Metrics

log = logging.getLogger(__name__)

_WEBHOOK, _HEALTH, _PAGE = "BOT_WEBHOOK_LISTEN", "BOT_HEALTH_LISTEN", "BOT_WEB_LISTEN"

Receive = Callable[[object], Awaitable[bool]]
"""Takes the body of an update; False asks Telegram to come again later."""


@stream_request_body
class _Webhook(RequestHandler):
    """Takes updates from whoever knows the secret; of anybody else's request not a byte of the body is read.

    Answers 200 when the update is kept, or can never be: what is answered otherwise is sent again.
    """

    receive: Receive
    secret: str
    refusals: Allowance

    def initialize(self, receive: Receive, secret: str, refusals: Allowance) -> None:
        self.receive = receive
        self.secret = secret
        self.refusals = refusals
        self._body = bytearray()
        self._length = 0

    def prepare(self) -> None:
        given = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            raise HTTPError(HTTPStatus.FORBIDDEN)

    def data_received(self, chunk: bytes) -> None:
        self._length += len(chunk)
        if self._length <= LIMITS.servers.update:
            self._body += chunk

    async def post(self) -> None:
        self.set_status(HTTPStatus.OK if await self._done() else HTTPStatus.SERVICE_UNAVAILABLE)

    async def _done(self) -> bool:
        """Hand the update on; False asks Telegram to come again with it."""
        if self._length > LIMITS.servers.update:
            log.error("an update of %d bytes was dropped: it is too long", self._length)
            return True
        try:
            body = json.loads(self._body)
        except (ValueError, RecursionError) as error:
            log.error("an update was dropped: it cannot be read (%s)", type(error).__name__)  # noqa: TRY400
            return True
        try:
            return await self.receive(body)
        except BotError as error:
            log.error("an update could not be kept: %s", error)  # noqa: TRY400
            return False

    def write_error(self, status_code: int, **_: object) -> None:
        self.set_header(
            "Connection", "close"
        )  # the rest of the body is not read, so a proxy cannot go on here
        self.finish(str(status_code))

    def log_exception(self, *raised: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] (never called by name)
        error = raised[1]
        if not isinstance(error, HTTPError):
            log.error("an update could not be taken: %s", type(error).__name__)
        elif self.refusals.take("refused") is None:
            log.info("requests to the webhook are refused (%d)", error.status_code)


class _Operations(RequestHandler):
    metrics: Metrics

    def initialize(self, metrics: Metrics) -> None:
        self.metrics = metrics


class _Health(_Operations):
    def get(self) -> None:
        trouble = self.metrics.trouble() if self.metrics.alive else "Telegram does not answer"
        self.set_status(HTTPStatus.SERVICE_UNAVAILABLE if trouble else HTTPStatus.OK)
        self.write(f"{trouble or 'ok'}\n")


class _Figures(_Operations):
    def get(self) -> None:
        self.set_header("Content-Type", "text/plain; version=0.0.4")
        self.write(self.metrics.text())


def refuse_taken(settings: Settings) -> None:
    """Raise BotError that names the setting if a port that the bot is to listen on is taken, now."""
    wanted = [(_HEALTH, settings.health_listen), (_PAGE, settings.web_listen)]
    if settings.webhook_url:
        wanted.append((_WEBHOOK, settings.webhook_listen))
    for setting, listen in wanted:
        if listen:
            refuse_port(setting, listen)


@asynccontextmanager
async def webhook(listen: Listen, secret: str, receive: Receive) -> AsyncIterator[None]:
    """Take updates while the block runs. Raises BotError if it cannot listen there."""
    refusals = Allowance(LIMITS.servers.refusals_a_minute)
    app = Quiet([(r"/.*", _Webhook, {"receive": receive, "secret": secret, "refusals": refusals})])
    async with served(
        app, bound(_WEBHOOK, listen), Bounds(LIMITS.servers.passed_over, LIMITS.servers.idle_seconds)
    ):
        yield


@asynccontextmanager
async def operations(listen: Listen, metrics: Metrics) -> AsyncIterator[None]:
    """Serve /health and /metrics while the block runs. Raises BotError if it cannot listen there."""
    given = {"metrics": metrics}
    app = Quiet([("/health", _Health, given), ("/metrics", _Figures, given)])
    async with served(app, bound(_HEALTH, listen), Bounds(LIMITS.servers.head, LIMITS.servers.idle_seconds)):
        yield
