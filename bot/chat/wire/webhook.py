"""The bot's own HTTP servers: the webhook, and health and figures for operators. The home of tornado."""

import hmac
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from errno import EADDRINUSE
from http import HTTPStatus
from socket import AF_INET, AF_INET6, create_server, socket

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets, bind_unix_socket
from tornado.web import Application, HTTPError, RequestHandler, stream_request_body

from bot.basics.errors import BotError, told
from bot.basics.limits import LIMITS
from bot.basics.settings import Listen, Settings
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.metrics import Metrics

log = logging.getLogger(__name__)

_WEBHOOK, _HEALTH = "BOT_WEBHOOK_LISTEN", "BOT_HEALTH_LISTEN"

Receive = Callable[[object], Awaitable[bool]]
"""Takes the body of an update; False asks Telegram to come again later."""


class _Quiet(Application):
    """Answers without naming addresses or paths in the log."""

    def log_request(self, handler: RequestHandler) -> None:
        log.debug("%s %d", handler.request.method, handler.get_status())


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
        self.set_status(HTTPStatus.OK if self.metrics.alive else HTTPStatus.SERVICE_UNAVAILABLE)
        self.write("ok\n" if self.metrics.alive else "Telegram does not answer\n")


class _Figures(_Operations):
    def get(self) -> None:
        self.set_header("Content-Type", "text/plain; version=0.0.4")
        self.write(self.metrics.text())


def refuse_taken(settings: Settings) -> None:
    """Raise BotError that names the setting if a port that the bot is to listen on is taken, now."""
    wanted = [(_HEALTH, settings.health_listen)]
    if settings.webhook_url:
        wanted.append((_WEBHOOK, settings.webhook_listen))
    for setting, listen in wanted:
        if listen and not listen.socket:
            family = AF_INET6 if ":" in listen.host else AF_INET
            with _named(setting, listen), create_server((listen.host, listen.port), family=family):
                pass


@asynccontextmanager
async def webhook(listen: Listen, secret: str, receive: Receive) -> AsyncIterator[None]:
    """Take updates while the block runs. Raises BotError if it cannot listen there."""
    refusals = Allowance(LIMITS.servers.refusals_a_minute)
    app = _Quiet([(r"/.*", _Webhook, {"receive": receive, "secret": secret, "refusals": refusals})])
    async with _served(app, _bound(_WEBHOOK, listen), LIMITS.servers.passed_over):
        yield


@asynccontextmanager
async def operations(listen: Listen, metrics: Metrics) -> AsyncIterator[None]:
    """Serve /health and /metrics while the block runs. Raises BotError if it cannot listen there."""
    given = {"metrics": metrics}
    app = _Quiet([("/health", _Health, given), ("/metrics", _Figures, given)])
    async with _served(app, _bound(_HEALTH, listen), LIMITS.servers.head):
        yield


@asynccontextmanager
async def _served(app: Application, sockets: list[socket], longest: int) -> AsyncIterator[None]:
    """Serve while the block runs. ``longest`` is the longest body in bytes of which anything is read."""
    limits = LIMITS.servers
    server = HTTPServer(
        app,
        xheaders=False,
        max_header_size=limits.head,
        max_buffer_size=limits.update,
        max_body_size=longest,
        body_timeout=limits.body_seconds,
        idle_connection_timeout=limits.idle_seconds,
    )
    server.add_sockets(sockets)
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


def _bound(setting: str, listen: Listen) -> list[socket]:
    """Return sockets that listen there. Raises BotError that names the setting."""
    with _named(setting, listen):
        if listen.socket:
            return [bind_unix_socket(str(listen.socket), mode=0o660)]
        return bind_sockets(listen.port, listen.host)


@contextmanager
def _named(setting: str, listen: Listen) -> Iterator[None]:
    """Name the setting where the block cannot listen."""
    try:
        yield
    except OSError as error:
        reason = "is in use" if error.errno == EADDRINUSE else f"cannot be listened on: {told(error)}"
        raise BotError(f"{setting}: {listen} {reason}") from None
