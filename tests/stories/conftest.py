import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import SystemRandom
from typing import Any

import pytest

from bot.core.answer import Model, answer
from bot.core.index.edition import Edition
from bot.library.learned import load_model
from tests.fake_telegram import FakeTelegram, Group, Person, Private
from tests.stories.audited import strange_words
from tests.stories.secrets import kept, told_of
from tests.stories.world import ARTICLES, FERRIES, Served, serving


class _Written(logging.Handler):
    """Keeps all that a log would show, tracebacks included."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture(autouse=True)
def _no_secret_is_logged(tmp_path: Path) -> Iterator[None]:
    """What a story makes the bot log at debug level, here or in a process, or keep, never tells a secret."""
    log, written = logging.getLogger("bot"), _Written()
    before = log.level
    log.addHandler(written)
    log.setLevel(logging.DEBUG)
    yield
    log.setLevel(before)
    log.removeHandler(written)
    assert told_of({"log": "\n".join(written.lines), "files": kept(tmp_path)}) == []


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
    async with serving(telegram, tmp_path, **received_by(request.param)) as served:
        yield served


@pytest.fixture(scope="session")
def learned() -> Model:
    """What the bot has learned, as it is served."""
    return load_model()


@pytest.fixture(params=["polling", "webhook"])
async def reader(
    request: pytest.FixtureRequest, telegram: FakeTelegram, tmp_path: Path, learned: Model
) -> AsyncIterator[Served]:
    """The bot as it answers in earnest, by both ways of receiving updates."""
    answers = partial(answer, model=learned)
    async with serving(telegram, tmp_path, answer=answers, **received_by(request.param)) as served:
        yield served


@pytest.fixture
def aya(telegram: FakeTelegram) -> Person:
    return telegram.user("Aya")


@pytest.fixture
def group(telegram: FakeTelegram) -> Group:
    return telegram.group("Readers")


@pytest.fixture
def keeper(telegram: FakeTelegram) -> Person:
    """Whom the stories of maintainers let maintain."""
    return telegram.user("Keeper")


@pytest.fixture
def chat(telegram: FakeTelegram, keeper: Person) -> Private:
    """The maintainer's."""
    return telegram.private(keeper)


@pytest.fixture
def ferries(bot: Served) -> Served:
    """The bot, with an article that answers in many sentences."""
    bot.shelf.current = Edition.of([FERRIES, *ARTICLES[:2]])
    return bot


def received_by(way: str) -> dict[str, Any]:
    """Return the settings for one way of receiving updates, "polling" or "webhook"."""
    if way == "polling":
        return {}
    address = f"127.0.0.1:{free_port()}"
    return {"webhook_url": f"http://{address}/hook", "webhook_listen": address}


def free_port() -> int:
    """A port below those that a system gives to whoever connects: none of them takes it in the meantime."""
    for port in SystemRandom().sample(range(10_000, 32_000), 100):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")
