"""The tools for assistants over HTTP: the protocol's application behind the page's server and bounds."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from tornado.iostream import StreamClosedError

from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.chat.wording.texts import Language
from bot.core.index.edition import Edition
from bot.core.replies import Reply
from bot.languages.interface.messages import Message
from bot.web.assistants.protocol import server_of
from bot.web.assistants.tools import Toolbox
from bot.web.http.answers import BusyError
from bot.web.http.api import Api
from bot.web.http.base import House
from bot.web.http.negotiation import preferred

_HERE = ("127.0.0.1", "localhost", "[::1]")


@asynccontextmanager
async def assistants_served(house: House, public: str) -> AsyncIterator[StreamableHTTPSessionManager]:
    """Yield what answers assistants while the block runs. ``public`` is the page's public address, or "".

    Only who names this machine or that address as Host is answered, and no script of another site.
    """

    async def ask(question: str) -> tuple[Edition, Reply]:
        try:
            return await house.answers.ask(question, "assistants")
        except BusyError:
            raise BotError(Message.TOO_MANY_QUESTIONS, seconds=LIMITS.servers.busy_seconds) from None

    manager = StreamableHTTPSessionManager(
        server_of(Toolbox(ask, house.edition), _language),
        json_response=True,
        stateless=True,
        security_settings=_known(public),
        max_request_body_size=LIMITS.servers.asked,
    )
    async with _running(manager):
        yield manager


@asynccontextmanager
async def _running(manager: StreamableHTTPSessionManager) -> AsyncIterator[None]:
    """Run it while the block runs, in a task of its own: anyio wants one to begin and to end in."""
    ready, over = asyncio.Event(), asyncio.Event()

    async def run() -> None:
        async with manager.run():
            ready.set()
            await over.wait()

    task = asyncio.create_task(run())
    await ready.wait()
    try:
        yield
    finally:
        over.set()
        await task


class AssistantApi(Api):
    """``/mcp``: a message of the protocol and its answer; there are no sessions and no streams."""

    manager: StreamableHTTPSessionManager

    def initialize(self, house: House, **given: StreamableHTTPSessionManager) -> None:
        """Take what answers, ``manager``."""
        super().initialize(house)
        self.manager = given["manager"]
        self._gone = asyncio.Event()

    async def post(self) -> None:
        """Answer a message."""
        self.count()
        self._unread = [{"type": "http.request", "body": self.request.body, "more_body": False}]
        await self.manager.handle_request(self._scope(), self._receive, self._send)

    def on_connection_close(self) -> None:
        """Tell that nobody waits any more."""
        self._gone.set()

    def _scope(self) -> dict[str, Any]:
        """Return the request as ASGI has it."""
        asked = self.request
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": asked.method,
            "scheme": asked.protocol,
            "path": asked.path,
            "raw_path": asked.path.encode(),
            "query_string": asked.query.encode(),
            "root_path": "",
            "headers": [(_signs(name.lower()), _signs(value)) for name, value in asked.headers.get_all()],
            "client": (asked.remote_ip, 0),
        }

    async def _receive(self) -> dict[str, Any]:
        if self._unread:
            return self._unread.pop()
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.set_status(message["status"])
            for name, value in message["headers"]:
                self.set_header(name.decode("latin-1"), value.decode("latin-1"))
            return
        self.write(message.get("body", b""))
        if not message.get("more_body", False):
            with suppress(StreamClosedError):
                await self.finish()
            self._gone.set()


def _signs(text: str) -> bytes:
    return text.encode("latin-1", "replace")


def _known(public: str) -> TransportSecuritySettings:
    here = [f"{host}:*" for host in _HERE]
    outside = urlsplit(public)
    hosts, origins = ([outside.netloc], [f"{outside.scheme}://{outside.netloc}"]) if public else ([], [])
    return TransportSecuritySettings(
        allowed_hosts=here + hosts, allowed_origins=[f"http://{host}" for host in here] + origins
    )


def _language(request: Any) -> Language:
    return preferred(request.headers.get("accept-language", "") if request else "")
