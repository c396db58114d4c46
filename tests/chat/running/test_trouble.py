from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.basics.errors import StorageError
from bot.chat.running.trouble import Trouble, outline
from bot.chat.wire.metrics import Metrics
from bot.chat.wording.markup import Html
from bot.core.index.engine import IndexFailure
from bot.storage.chats import Chats
from bot.storage.database import Database


def failing(question: str) -> None:
    try:
        int(question)
    except ValueError as error:
        raise StorageError("the disk is full") from error


def test_an_outline_tells_where_and_what_but_nothing_that_was_asked() -> None:
    with pytest.raises(StorageError) as caught:
        failing("how many mines")
    lines = "\n".join(outline(caught.value))
    assert "StorageError: the disk is full" in lines
    assert "ValueError" in lines
    assert "test_trouble.py" in lines
    assert "mines" not in lines


async def test_operators_get_five_reports_a_minute_and_the_log_has_all(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reports: list[Html] = []

    async def report(words: Html) -> None:
        reports.append(words)

    async with Database.open(tmp_path / "quoth.db") as database:
        trouble = Trouble(Chats(database), Metrics(), report)
        for number in range(9):
            error = StorageError(f"page {number} cannot be written")
            await trouble.handle(None, SimpleNamespace(error=error))  # type: ignore[arg-type]
    assert len(reports) == 5
    assert caplog.text.count("cannot be written") == 9


async def test_trouble_that_comes_with_every_update_is_reported_once(tmp_path: Path) -> None:
    reports: list[Html] = []

    async def report(words: Html) -> None:
        reports.append(words)

    async with Database.open(tmp_path / "quoth.db") as database:
        trouble = Trouble(Chats(database), Metrics(), report)
        for _ in range(20):
            error = StorageError("the disk is full")
            await trouble.handle(None, SimpleNamespace(error=error))  # type: ignore[arg-type]
    assert len(reports) == 1


async def test_an_index_that_cannot_be_asked_is_no_error_of_ours(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with Database.open(tmp_path / "quoth.db") as database:
        trouble = Trouble(Chats(database), Metrics())
        await trouble.handle(None, SimpleNamespace(error=IndexFailure()))  # type: ignore[arg-type]
    assert "trouble" not in caplog.text
