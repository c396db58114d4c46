import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.fake_telegram import FakeTelegram
from tests.stories.audited import strange_words
from tests.stories.world import ARTICLES, Served, serving


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    """A Telegram that never had to correct anything; and nothing was said that is nobody's."""
    async with FakeTelegram() as fake:
        yield fake
    assert fake.server.methods.complaints == []
    assert strange_words(fake, ARTICLES) == []


@pytest.fixture(params=["polling", "webhook"])
async def bot(
    request: pytest.FixtureRequest, telegram: FakeTelegram, tmp_path: Path
) -> AsyncIterator[Served]:
    """The bot, by both ways of receiving updates."""
    settings: dict[str, Any] = {}
    if request.param == "webhook":
        address = f"127.0.0.1:{free_port()}"
        settings = {"webhook_url": f"http://{address}/hook", "webhook_listen": address}
    async with serving(telegram, tmp_path, **settings) as served:
        yield served


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
