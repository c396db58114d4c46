"""What something between the bot and Telegram, or a broken server, may answer."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.chat.wire.delivery import may_have_arrived
from bot.chat.wire.request import CheckedRequest, TelegramClock
from tests.fake_telegram import TOKEN, FakeTelegram

PAGE = "<html><body><h1>Not Found</h1></body></html>"


def ok(result: Any) -> str:
    return json.dumps({"ok": True, "result": result})


def refused(**fields: Any) -> str:
    return json.dumps({"ok": False, "description": "x", **fields})


NOBODYS = [
    (200, ""),
    (200, PAGE),
    (200, "null"),
    (200, "[]"),
    (200, "7"),
    (200, '"ok"'),
    (200, "{}"),
    (200, '{"ok": true}'),
    (200, '{"result": true}'),
    (200, '{"ok": "yes", "result": true}'),
    (200, refused()),
    (200, ok(None)),
    (200, ok([])),
    (200, ok({})),
    (200, ok("sent")),
    (200, ok({"message_id": "x", "date": "y", "chat": "z"})),
    (200, ok({"message_id": 5, "date": 0, "chat": []})),
    (200, "[" * 5_000 + "]" * 5_000),
    (302, PAGE),
    (401, PAGE),
    (403, PAGE),
    (404, PAGE),
    (404, "[]"),
    (404, '{"error": "no such page"}'),
    (409, "null"),
    (429, PAGE),
    (429, refused(parameters=[])),
    (429, refused(parameters={"retry_after": "soon"})),
    (500, "null"),
    (503, ok(True)),
]


FITTING = {("getMyCommands", ok([])), ("getUpdates", ok([]))}
"""What one method may answer, if no other may."""


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake


@pytest.fixture
async def api(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    async with CheckedRequest() as calls, CheckedRequest() as polls:
        yield Bot(TOKEN, f"{telegram.server.url}/bot", request=calls, get_updates_request=polls)


@pytest.mark.parametrize(
    "method", ["getMe", "sendMessage", "setMyDescription", "getMyCommands", "getUpdates"]
)
async def test_what_is_not_the_bot_apis_answer_is_a_failure_on_the_way(
    telegram: FakeTelegram, api: Bot, method: str
) -> None:
    chat = telegram.private(telegram.user("Ben"))
    calls: dict[str, Callable[[], Awaitable[object]]] = {
        "getMe": api.get_me,
        "sendMessage": lambda: api.send_message(chat.id, "The ferry has left."),
        "setMyDescription": lambda: api.set_my_description("A library."),
        "getMyCommands": api.get_my_commands,
        "getUpdates": api.get_updates,
    }
    for status, body in NOBODYS:
        if (method, body) in FITTING:
            continue
        telegram.server.faults.add("odd", method, status=status, body=body)
        with pytest.raises(NetworkError) as failure:
            await calls[method]()
        assert may_have_arrived(failure.value), (status, body)


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, refused(error_code=401), InvalidToken),
        (400, refused(error_code=400), BadRequest),
        (429, refused(parameters={"retry_after": 3_600}), RetryAfter),
    ],
)
async def test_what_telegram_itself_says_is_heard(
    telegram: FakeTelegram, api: Bot, status: int, body: str, kind: type[TelegramError]
) -> None:
    telegram.server.faults.add("odd", "getMe", status=status, body=body)
    with pytest.raises(kind):
        await api.get_me()


@pytest.mark.parametrize("date", ["", "soon", "Fri, 99 Mar 2031 10:00:00 GMT"])
async def test_an_answer_without_a_date_that_can_be_read_sets_no_clock(date: str) -> None:
    clock = TelegramClock()
    for told in ("Fri, 09 May 2031 10:00:00 GMT", date):
        await clock.hear(httpx.Response(200, headers={"Date": told}))
    assert datetime(2031, 5, 9, 10, tzinfo=UTC) <= clock.now() < datetime(2031, 5, 9, 11, tzinfo=UTC)


async def test_a_date_without_a_zone_is_in_utc() -> None:
    clock = TelegramClock()
    await clock.hear(httpx.Response(200, headers={"Date": "Fri, 09 May 2031 10:00:00 -0000"}))
    assert clock.now().utcoffset() == timedelta(0)
