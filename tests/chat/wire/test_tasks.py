"""What goes on beside the chats outlives whatever fails in it."""

import asyncio

import pytest

from bot.basics.errors import StorageError
from bot.chat.wire.tasks import for_ever


async def test_work_goes_on_whatever_has_failed_and_says_so(caplog: pytest.LogCaptureFixture) -> None:
    rounds = iter((StorageError("the disk is full"), ValueError("nobody thought of that")))

    async def go_round() -> None:
        if failure := next(rounds, None):
            raise failure
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await for_ever(go_round, 0, "news have to wait")
    assert [record.getMessage() for record in caplog.records] == [
        "news have to wait: the disk is full",
        "news have to wait",
    ]
    assert "nobody thought of that" in caplog.text
