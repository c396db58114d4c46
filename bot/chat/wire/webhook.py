"""The bot's own HTTP servers: the webhook, and health and figures for operators. The home of tornado."""

import hmac
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets, bind_unix_socket
from tornado.web import Application, HTTPError, RequestHandler

from bot.basics.errors import BotError
from bot.basics.settings import Listen
from bot.chat.wire import telegram
from bot.chat.wire.metrics import Metrics

log = logging.getLogger(__name__)

Receive = Callable[[object], Awaitable[bool]]
"""Takes the body of an update; False asks Telegram to come again later."""


class _Quiet(Application):
    """Answers without naming addresses or paths in the log."""

    def log_request(self, handler: RequestHandler) -> None:
        log.debug("%s %d", handler.request.method, handler.get_status())


class _Webhook(RequestHandler):
    """Takes updates from whoever knows the secret; answers 200 only when the update is kept."""

    receive: Receive
    secret: str

    def initialize(self, receive: Receive, secret: str) -> None:
        self.receive = receive
        self.secret = secret

    async def post(self) -> None:
        given = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        try:
            body = json.loads(self.request.body)
        except ValueError:
            raise HTTPError(HTTPStatus.BAD_REQUEST) from None
        try:
            taken = await self.receive(body)
        except BotError as error:
            log.error("an update could not be kept: %s", error)  # noqa: TRY400
            taken = False
        self.set_status(HTTPStatus.OK if taken else HTTPStatus.SERVICE_UNAVAILABLE)

    def write_error(self, status_code: int, **_: object) -> None:
        self.finish(str(status_code))

    def log_exception(self, *_: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] (never called by name)
        log.info("a request to the webhook was refused")


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


@asynccontextmanager
async def webhook(listen: Listen, secret: str, receive: Receive) -> AsyncIterator[None]:
    """Take updates while the block runs. Raises OSError if it cannot listen there."""
    app = _Quiet([(r"/.*", _Webhook, {"receive": receive, "secret": secret})])
    async with _served(app, listen):
        yield


@asynccontextmanager
async def operations(listen: Listen, metrics: Metrics) -> AsyncIterator[None]:
    """Serve /health and /metrics while the block runs. Raises OSError if it cannot listen there."""
    given = {"metrics": metrics}
    async with _served(_Quiet([("/health", _Health, given), ("/metrics", _Figures, given)]), listen):
        yield


@asynccontextmanager
async def _served(app: Application, listen: Listen) -> AsyncIterator[None]:
    server = HTTPServer(app, max_buffer_size=telegram.UPDATE_BYTES, xheaders=False)
    if listen.socket:
        server.add_socket(bind_unix_socket(str(listen.socket), mode=0o660))
    else:
        server.add_sockets(bind_sockets(listen.port, listen.host))
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()
