"""The webhook as strangers and Telegram meet it: raw bytes over a real connection."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import aiohttp
import pytest

from bot.basics.limits import LIMITS
from bot.basics.settings import Listen
from bot.chat.wire import listening, webhook
from bot.chat.wire.metrics import Metrics
from tests.stories.conftest import free_port

SECRET = "harbour-gate"
RIGHT = f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n"
WRONG = "X-Telegram-Bot-Api-Secret-Token: guess\r\n"


@dataclass
class Door:
    """The webhook's address, and what has come through."""

    port: int
    taken: list[object] = field(default_factory=list)

    async def receive(self, body: object) -> bool:
        self.taken.append(body)
        return True

    async def says(self, headers: str, body: bytes = b"", length: int | None = None) -> str:
        """Send a request, of which the body may stop short of ``length``; return the answer's status."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        given = f"Content-Length: {len(body) if length is None else length}\r\n"
        try:
            writer.write(f"POST /hook HTTP/1.1\r\nHost: bot\r\n{given}{headers}\r\n".encode() + body)
            line = await asyncio.wait_for(reader.readline(), 5)
            return line.decode().removeprefix("HTTP/1.1 ").strip()
        finally:
            writer.close()


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    opened = Door(free_port())
    async with webhook.webhook(Listen("127.0.0.1", opened.port), SECRET, opened.receive):
        yield opened


@pytest.mark.parametrize("headers", ["", WRONG, "X-Telegram-Bot-Api-Secret-Token: \xe9\r\n"])
async def test_a_stranger_is_refused_before_a_byte_of_the_body_is_read(door: Door, headers: str) -> None:
    assert await door.says(headers, length=1_000_000) == "403 Forbidden"
    assert await door.says(headers + "Transfer-Encoding: chunked\r\n", length=0) == "403 Forbidden"
    assert door.taken == []


async def test_many_strangers_are_few_lines_of_the_log(door: Door, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "bot"):
        for _ in range(20):
            await door.says(WRONG, b"{}")
    assert [record.getMessage() for record in caplog.records if record.name.startswith("bot")] == [
        "requests to the webhook are refused (403)"
    ] * LIMITS.servers.refusals_a_minute


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff{",
        b'{"update_id": 1' + b"9" * 5_000 + b"}",
        b"[" * 5_000 + b"]" * 5_000,
        b'{"a":' * 100_000,
        b'{"update_id": 1, "message": {"text": "' + b"a" * LIMITS.servers.update + b'"}}',
    ],
    ids=["empty", "torn", "bytes", "number", "deep", "deeper", "long"],
)
async def test_what_can_never_be_read_is_not_asked_for_again(
    door: Door, caplog: pytest.LogCaptureFixture, body: bytes
) -> None:
    assert await door.says(RIGHT, body) == "200 OK"
    assert door.taken == []
    assert [r.levelname for r in caplog.records if r.name.startswith("bot")] == ["ERROR"]


async def test_what_telegram_sends_comes_through(door: Door) -> None:
    long = b'{"update_id": 7, "text": "' + b"a" * (LIMITS.servers.update - 28) + b'"}'
    assert [await door.says(RIGHT, body) for body in (b'{"update_id": 6}', long)] == ["200 OK", "200 OK"]
    assert [body["update_id"] for body in door.taken if isinstance(body, dict)] == [6, 7]


async def test_what_is_longer_than_anything_is_not_read_at_all(door: Door) -> None:
    assert (await door.says(RIGHT, length=LIMITS.servers.passed_over + 1)).startswith("400")


@pytest.mark.parametrize(
    "sent", [b"POST /hook HT", f"POST / HTTP/1.1\r\nHost: bot\r\nContent-Length: 9\r\n{RIGHT}\r\n{{".encode()]
)
async def test_who_sends_too_slowly_is_dropped(monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    hasty = replace(LIMITS, servers=replace(LIMITS.servers, body_seconds=0.05, idle_seconds=0.05))
    for module in (webhook, listening):
        monkeypatch.setattr(module, "LIMITS", hasty)
    port = free_port()
    async with webhook.webhook(Listen("127.0.0.1", port), SECRET, Door(port).receive):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        assert await asyncio.wait_for(reader.read(), 5) == b""
        writer.close()


async def test_health_is_red_while_nothing_can_be_looked_up() -> None:
    port, metrics = free_port(), Metrics()
    async with webhook.operations(Listen("127.0.0.1", port), metrics), aiohttp.ClientSession() as operator:

        async def health() -> tuple[int, str]:
            async with operator.get(f"http://127.0.0.1:{port}/health") as response:
                return response.status, await response.text()

        assert await health() == (200, "ok\n")
        metrics.trouble = lambda: "none of 127.0.0.1:9200 can be reached"
        assert await health() == (503, "none of 127.0.0.1:9200 can be reached\n")
        metrics.trouble = lambda: ""
        assert await health() == (200, "ok\n")
