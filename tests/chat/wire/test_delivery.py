from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TimedOut

from bot.basics.limits import LIMITS
from bot.chat.wire.delivery import Delivery
from bot.chat.wire.metrics import Metrics


@pytest.fixture
def waits() -> list[float]:
    """What was waited for; time passes only there."""
    return []


class Line:
    """A call that fails in the given ways, then succeeds."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.chats: list[object] = []

    async def __call__(self, endpoint: str, data: dict[str, Any]) -> bool:
        self.chats.append(data.get("chat_id"))
        if self.failures:
            raise self.failures.pop(0)
        return True


def never_left() -> NetworkError:
    error = NetworkError("httpx.ConnectError")
    error.__cause__ = httpx.ConnectError("refused")
    return error


@pytest.fixture
def call(waits: list[float]) -> Callable[..., Awaitable[object]]:
    moved: list[tuple[int, int]] = []

    async def move(old: int, new: int) -> None:
        moved.append((old, new))

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    delivery = Delivery(Metrics(), move, lambda: sum(waits), wait)

    async def make(line: Line, endpoint: str = "sendMessage", chat_id: int | None = 1) -> object:
        data = {} if chat_id is None else {"chat_id": chat_id}
        await delivery.process_request(line, (endpoint, data), {}, endpoint, data, None)
        return moved

    return make


@pytest.mark.parametrize("failure", [TimedOut(), NetworkError("Bad Gateway"), NetworkError("reset")])
async def test_a_send_that_may_have_arrived_is_not_repeated(
    call: Callable[..., Awaitable[object]], failure: Exception
) -> None:
    line = Line(failure)
    with pytest.raises(type(failure)):
        await call(line)
    assert len(line.chats) == 1


async def test_a_send_that_never_left_is_repeated(call: Callable[..., Awaitable[object]]) -> None:
    line = Line(never_left(), never_left())
    await call(line)
    assert len(line.chats) == 3


async def test_a_network_that_stays_away_is_given_up(
    call: Callable[..., Awaitable[object]], waits: list[float]
) -> None:
    line = Line(*[never_left() for _ in range(99)])
    with pytest.raises(NetworkError):
        await call(line)
    assert 50 < sum(waits) <= LIMITS.waiting.call


@pytest.mark.parametrize("endpoint", ["editMessageText", "answerCallbackQuery", "getChatMember"])
async def test_what_does_no_harm_is_repeated(call: Callable[..., Awaitable[object]], endpoint: str) -> None:
    line = Line(TimedOut(), NetworkError("Bad Gateway"))
    await call(line, endpoint)
    assert len(line.chats) == 3


@pytest.mark.parametrize("endpoint", ["sendMessage", "editMessageText"])
async def test_what_telegram_refuses_is_not_repeated(
    call: Callable[..., Awaitable[object]], endpoint: str
) -> None:
    line = Line(BadRequest("chat not found"))
    with pytest.raises(BadRequest):
        await call(line, endpoint)
    assert len(line.chats) == 1


async def test_a_chat_waits_as_long_as_telegram_asks(
    call: Callable[..., Awaitable[object]], waits: list[float]
) -> None:
    line = Line(RetryAfter(7), RetryAfter(5))
    await call(line)
    assert waits == [7, 5]


async def test_a_wait_that_is_too_long_is_given_up(
    call: Callable[..., Awaitable[object]], waits: list[float]
) -> None:
    for line, chat in ((Line(RetryAfter(3600)), 1), (Line(RetryAfter(3)), None)):
        with pytest.raises(RetryAfter):
            await call(line, "answerInlineQuery", chat)
    assert waits == []
    held = Line()
    with pytest.raises(RetryAfter):
        await call(held)
    assert held.chats == [], "nothing is sent to a chat before it may be written to"


async def test_a_message_follows_its_group_once(call: Callable[..., Awaitable[object]]) -> None:
    line = Line(ChatMigrated(-1002))
    assert await call(line, "sendMessage", -5) == [(-5, -1002)]
    assert line.chats == [-5, -1002]
    with pytest.raises(ChatMigrated):
        await call(Line(ChatMigrated(-1002), ChatMigrated(-1002)), "sendMessage", -5)
