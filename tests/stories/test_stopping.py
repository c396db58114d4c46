"""A signal ends it soon, whatever it is waiting for."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from tests.fake_telegram import FakeTelegram
from tests.stories.conftest import free_port
from tests.stories.process import Process, process
from tests.stories.test_maintenance import document

SOON = 25.0
"""Seconds: ten are promised, and a busy machine is no defect; what is waited for here takes minutes."""


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    """A Telegram for a bot that reads a folder of its own."""
    async with FakeTelegram() as fake:
        fake.server.patience = 60.0  # the process loads its models first
        yield fake


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "kiln.md").write_text("The kiln at Orrin Bank was fired for nine days.\n")
    return folder


async def ends(bot: Process) -> None:
    bot.child.send_signal(signal.SIGTERM)
    async with asyncio.timeout(SOON):
        assert await bot.child.wait() == 0
    assert "Traceback" not in bot.output


async def test_a_signal_ends_it_though_a_server_that_encodes_does_not_answer(
    telegram: FakeTelegram, tmp_path: Path, corpus: Path
) -> None:
    asked, never = asyncio.Event(), asyncio.Event()

    async def answer(_: web.Request) -> web.Response:
        asked.set()
        await never.wait()
        return web.Response()

    app = web.Application()
    app.router.add_post("/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    settings = {
        "BOT_CORPUS": str(corpus),
        "BOT_MEANING": "true",
        "BOT_MEANING_URL": f"http://127.0.0.1:{port}",
    }
    async with process(telegram, tmp_path, "bot", "serve", **settings) as bot:
        async with asyncio.timeout(telegram.server.patience):
            await asked.wait()
        await ends(bot)
    never.set()
    await runner.cleanup()


async def test_a_signal_ends_it_though_a_maintainers_file_is_read(
    telegram: FakeTelegram, tmp_path: Path, corpus: Path
) -> None:
    aya = telegram.user("Aya")
    page = "<p>" + "The mill at Hollin burned down in 1931, and nobody built it anew. " * 40 + "</p>"
    settings = {"BOT_CORPUS": str(corpus), "BOT_MAINTAINERS": str(aya.id)}
    async with process(telegram, tmp_path, "bot", "serve", **settings) as bot:
        telegram.private(aya).says("", **document(telegram, "mill.html", (page * 1800).encode()))
        await telegram.until(
            lambda: "getFile" in [method for method, _ in telegram.server.calls], "its reading"
        )
        await ends(bot)
