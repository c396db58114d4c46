"""Where and how HTTP is listened to, with the limits that hold for whoever comes. The home of tornado."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from errno import EADDRINUSE
from functools import cached_property
from socket import AF_INET, AF_INET6, create_server, socket
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.netutil import bind_sockets, bind_unix_socket
from tornado.web import Application, RequestHandler

from bot.basics.errors import BotError, told
from bot.basics.limits import LIMITS
from bot.basics.settings import Listen

log = logging.getLogger(__name__)


class Quiet(Application):
    """Answers without naming addresses or paths in the log."""

    def log_request(self, handler: RequestHandler) -> None:
        """Log the method and the status, nothing else."""
        log.debug("%s %d", handler.request.method, handler.get_status())


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a server takes: ``body`` is the longest in bytes of which anything is read.

    ``idle`` is in seconds; ``connections`` are at most open at once, ``of_one`` from one address.
    ``behind_proxy`` believes what X-Forwarded-For says of who asks.
    """

    body: int
    idle: float
    connections: int = LIMITS.servers.connections
    of_one: int = LIMITS.servers.connections
    behind_proxy: bool = False


class _Bounded(HTTPServer):
    """A server that closes connections beyond its bounds at once."""

    bounds: Bounds = Bounds(body=0, idle=0)

    def handle_stream(self, stream: IOStream, address: Any) -> None:
        """Take a connection, or close it."""
        host = str(address[0]) if isinstance(address, tuple) else ""
        hosts = self._hosts
        crowded = bool(host) and sum(open_ == host for open_ in hosts.values()) >= self.bounds.of_one
        if crowded or len(hosts) >= self.bounds.connections:
            stream.close()
            return
        hosts[stream] = host
        super().handle_stream(stream, address)

    def on_close(self, server_conn: object) -> None:
        """Forget a connection."""
        self._hosts.pop(getattr(server_conn, "stream", None), None)
        super().on_close(server_conn)

    @cached_property
    def _hosts(self) -> dict[object, str]:
        """From where each open connection is."""
        return {}


def refuse_port(setting: str, listen: Listen) -> None:
    """Raise BotError that names the setting if the port is taken, now."""
    if not listen.socket:
        family = AF_INET6 if ":" in listen.host else AF_INET
        with _named(setting, listen), create_server((listen.host, listen.port), family=family):
            pass


def bound(setting: str, listen: Listen) -> list[socket]:
    """Return sockets that listen there. Raises BotError that names the setting."""
    with _named(setting, listen):
        if listen.socket:
            return [bind_unix_socket(str(listen.socket), mode=0o660)]
        return bind_sockets(listen.port, listen.host)


@asynccontextmanager
async def served(app: Application, sockets: list[socket], bounds: Bounds) -> AsyncIterator[None]:
    """Serve while the block runs."""
    limits = LIMITS.servers
    server = _Bounded(
        app,
        xheaders=bounds.behind_proxy,
        max_header_size=limits.head,
        max_buffer_size=limits.update,
        max_body_size=bounds.body,
        body_timeout=limits.body_seconds,
        idle_connection_timeout=bounds.idle,
    )
    server.bounds = bounds
    server.add_sockets(sockets)
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


@contextmanager
def _named(setting: str, listen: Listen) -> Iterator[None]:
    """Name the setting where the block cannot listen."""
    try:
        yield
    except OSError as error:
        reason = "is in use" if error.errno == EADDRINUSE else f"cannot be listened on: {told(error)}"
        raise BotError(f"{setting}: {listen} {reason}") from None
