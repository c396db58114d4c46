"""A stop while articles are read ends it there, and says nothing about what was not read."""

import logging
from pathlib import Path

import pytest

from bot.basics.settings import Settings
from bot.chat.running.lifecycle import Stop
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.serving.app import serve_page
from tests.stories.world import answerer


async def test_articles_that_were_not_read_to_the_end_are_not_called_missing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    settings = Settings.model_validate({"corpus": tmp_path, "data": tmp_path / "data"})
    stop = Stop()
    stop.asked.set()
    await serve_page(settings, Shelf(tmp_path, Editions(tmp_path / "editions")), answerer, stop)
    assert "articles" not in caplog.text
