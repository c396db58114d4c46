"""A disk that is full while people ask, and has room again."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fake_telegram import FakeTelegram
from tests.stories.world import HARBOUR, QUESTION, serving


@contextmanager
def no_room(data: Path) -> Iterator[None]:
    """No file grows beyond what the database's log takes now."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((data / "quoth.db-wal").stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_full_disk_is_told_once_and_nothing_is_lost(
    telegram: FakeTelegram, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    operators = telegram.private(telegram.user("Operator"))
    chats = [telegram.private(telegram.user(f"Reader {number}")) for number in range(20)]
    async with serving(telegram, tmp_path, error_chat=operators.id):
        with no_room(tmp_path):
            polls = telegram.server.polls
            for chat in chats:
                chat.says(QUESTION)
            await telegram.until(lambda: telegram.server.polls > polls + 1, "the bot to poll again")
        for chat in chats:
            while not (answer := await chat.reply()).quotes:
                pass
            assert HARBOUR in answer.quotes[0]
    for chat in (*chats, operators):
        told = [sent for sent in telegram.transcript if sent.chat_id == chat.id and not sent.quotes]
        assert len(told) <= 1
    assert "cannot be used" in caplog.text, "the disk was full indeed"
