"""A web server for tests, at any name, that knows what it is asked for, and when by a clock that is set."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpcore
from aiohttp import web


@dataclass
class Clock:
    """Seconds; waiting moves it."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    async def wait(self, seconds: float) -> None:
        self.now += seconds


@dataclass(frozen=True)
class Asked:
    """A request, and the moment of the clock."""

    host: str
    path: str
    moment: float
    headers: dict[str, str]


@dataclass
class WebSite:
    """Serves ``pages``: paths to texts, or to a status with headers and a text."""

    clock: Clock
    pages: dict[str, str | bytes | tuple[int, dict[str, str], str]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(Asked(request.host, request.path_qs, self.clock.now, dict(request.headers)))
        page = self.pages.get(request.path_qs, (404, {}, "there is nothing"))
        if isinstance(page, bytes):
            return web.Response(body=page)
        status, headers, text = page if isinstance(page, tuple) else (200, {}, page)
        if headers.get("ETag") and request.headers.get("If-None-Match") == headers["ETag"]:
            return web.Response(status=304, headers=headers)
        return web.Response(
            status=status,
            headers=headers,
            text=text,
            content_type=None if "Content-Type" in headers else "text/html",
        )

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked.path == path for asked in self.asked)


class Local(httpcore.AsyncNetworkBackend):
    """Connects to the site, whatever name is asked for."""

    def __init__(self, site: WebSite) -> None:
        self._site = site
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (httpcore's own)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return await self._backend.connect_tcp("127.0.0.1", self._site.port, timeout)


@asynccontextmanager
async def served(site: WebSite) -> AsyncIterator[Local]:
    """Serve the site while the block runs; yields what connects to it."""
    app = web.Application()
    app.router.add_route("*", "/{any:.*}", site.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        listener = web.TCPSite(runner, "127.0.0.1", 0)
        await listener.start()
        site.port = runner.addresses[0][1]
        yield Local(site)
    finally:
        await runner.cleanup()


def page(*sentences: str, around: str = "") -> str:
    """A web page with these sentences, and something around them."""
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    head = "<head><title>The weir</title></head>"
    return f"<html>{head}<body>{around}<article>{paragraphs}</article></body></html>"
