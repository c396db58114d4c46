import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.core.index.edition import Edition
from tests.fake_telegram import FakeTelegram, Group, Person
from tests.stories.audited import strange_words
from tests.stories.world import ARTICLES, FERRIES, Served, serving


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


@pytest.fixture
def aya(telegram: FakeTelegram) -> Person:
    return telegram.user("Aya")


@pytest.fixture
def group(telegram: FakeTelegram) -> Group:
    return telegram.group("Readers")


@pytest.fixture
def ferries(bot: Served) -> Served:
    """The bot, with an article that answers in many sentences."""
    bot.shelf.current = Edition.of([FERRIES, *ARTICLES[:2]])
    return bot


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
