"""While the bot serves, meaning follows whatever edition serves, and ends when the bot ends."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.library.editions.encoding import Encoding
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.serving.following import meaning_follows
from tests.core.encoders import SenseEncoder
from tests.folders import KILN, folder_of


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return folder_of(tmp_path, kiln=KILN)


def shelf_of(corpus: Path, encoder: SenseEncoder) -> Shelf:
    data = corpus.parent
    shelf = Shelf(corpus, Editions(data / "editions"), encoding=Encoding(encoder, data / "vectors"))
    shelf.put(shelf.prepare())
    return shelf


@asynccontextmanager
async def followed(shelf: Shelf) -> AsyncIterator[None]:
    async with asyncio.timeout(60), meaning_follows(shelf):
        yield


async def once(holds: Callable[[], bool]) -> None:
    """Return when something holds."""
    while not holds():  # noqa: ASYNC110 - a thread, not a task, is waited for
        await asyncio.sleep(0.01)


async def test_meaning_follows_a_reload(corpus: Path) -> None:
    shelf = shelf_of(corpus, SenseEncoder())
    async with followed(shelf):
        await once(lambda: shelf.current.encoded is not None)
        (corpus / "weir.md").write_text("The weir broke in the spring flood. The miller moved his wheel.")
        shelf.put(shelf.prepare())
        assert shelf.current.encoded is None
        await once(lambda: shelf.current.encoded is not None)
    assert len(shelf.current.articles) == 2


async def test_a_failing_encoder_leaves_the_bot_serving_by_words(
    corpus: Path, caplog: pytest.LogCaptureFixture
) -> None:
    encoder = SenseEncoder()
    shelf = shelf_of(corpus, encoder)
    encoder.fails = True
    with caplog.at_level(logging.WARNING):
        async with followed(shelf):
            await once(lambda: "words alone" in caplog.text)
    assert shelf.current.encoded is None
    assert len(shelf.current.articles) == 1


async def test_without_an_encoder_nothing_happens(corpus: Path) -> None:
    shelf = Shelf(corpus, Editions(corpus.parent / "editions"))
    shelf.put(shelf.prepare())
    async with followed(shelf):
        await asyncio.sleep(0)
    assert shelf.current.encoded is None
