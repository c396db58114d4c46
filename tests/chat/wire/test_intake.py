import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.basics.limits import LIMITS
from bot.chat.wire.intake import Intake, QuothBot
from bot.chat.wire.metrics import Metrics
from bot.storage.database import Database
from bot.storage.inbox import Inbox
from tests.fake_telegram import TOKEN, FakeTelegram

BOT: ExtBot[None] = ExtBot("1:x")

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
kinds = st.sampled_from(["message", "edited_message", "callback_query", "inline_query", "my_chat_member"])
bodies = values | st.fixed_dictionaries({"update_id": values}) | st.dictionaries(kinds, values, max_size=2)


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    async with Database.open(tmp_path / "quoth.db") as database:
        yield Inbox(database, 1)


def message(number: int, text: str = "x") -> dict[str, Any]:
    sender = {"id": 1, "is_bot": False, "first_name": "Aya"}
    content = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "from": sender, "text": text}
    return {"update_id": number, "message": content}


def query(number: int, person: int) -> dict[str, Any]:
    sender = {"id": person, "is_bot": False, "first_name": "Ben"}
    return {
        "update_id": number,
        "inline_query": {"id": str(number), "from": sender, "query": "x", "offset": ""},
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(bodies, max_size=5))
async def test_every_good_update_gets_through_whatever_stands_beside_it(
    inbox: Inbox, strange: list[object]
) -> None:
    intake = Intake(inbox, Metrics(), limit=1000)
    known = {received.id for received in await inbox.unhandled()}
    number = max(known, default=0) + 10_000_000
    updates = await intake.take([*strange, message(number), *strange], BOT)
    assert number in {update.update_id for update in updates}


async def test_the_body_of_an_update_survives_as_it_is(inbox: Inbox) -> None:
    text = 'tab\t "quote" \u0000 \u2028 ұ 👍'
    intake = Intake(inbox, Metrics(), limit=10)
    await intake.take([message(1, text)], BOT)
    (again,) = await intake.left_over(BOT)
    assert again.message
    assert again.message.text == text


async def test_half_a_character_is_replaced(inbox: Inbox) -> None:
    intake = Intake(inbox, Metrics(), limit=10)
    (update,) = await intake.take([json.loads(json.dumps(message(1, "a\ud83d b")))], BOT)
    assert update.message
    assert update.message.text == "a\ufffd b"


async def test_what_happens_to_updates_is_counted(inbox: Inbox) -> None:
    metrics = Metrics()
    intake = Intake(inbox, metrics, limit=10)
    await intake.take([message(1), message(1), {"update_id": 2, "message": 3}, {"no": "id"}, None], BOT)
    await intake.take([message(1)], BOT)
    counted = re.findall(r'quoth_updates_total{kind="(\w+)"} (\d)', metrics.text().decode())
    assert dict(counted) == {"new": "1", "again": "2", "poison": "1", "malformed": "2"}


async def test_an_update_that_is_nested_too_deep_harms_no_other(inbox: Inbox) -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    updates = await Intake(inbox, Metrics(), limit=10).take(
        [{"update_id": 1, "message": deep}, message(2)], BOT
    )
    assert [update.update_id for update in updates] == [2]


async def test_what_cannot_be_kept_is_a_poll_that_failed_so_that_the_next_one_waits(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram, Database.open(tmp_path / "quoth.db") as database:
        bot = QuothBot(
            Intake(Inbox(database, 1), Metrics(), 9),
            token=TOKEN,
            base_url=telegram.environment["BOT_API_BASE_URL"],
        )
        telegram.private(telegram.user("Aya")).says("Is anybody here?")
        await database.rows("DROP TABLE updates")
        async with bot:
            with pytest.raises(TelegramError, match="cannot be kept"):
                await bot.get_updates()
        assert len(telegram.world.updates) == 1, "it is not acknowledged"


async def test_nothing_waits_for_inline_queries_however_many_come(inbox: Inbox) -> None:
    most = LIMITS.waiting.inline_at_once
    intake = Intake(inbox, Metrics(), limit=2)
    taken = await intake.take([*(query(number, person=number) for number in range(1, most + 50))], BOT)
    assert [update.update_id for update in taken] == [*range(1, most + 1)]
    assert not intake.full
    assert await intake.take([query(most + 50, person=7), message(most + 51)], BOT) != []
    assert await intake.take([query(most + 52, person=8)], BOT) == []
    await intake.handled(3)
    assert len(await intake.take([query(most + 53, person=8)], BOT)) == 1


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 4), max_size=8))
async def test_of_every_persons_inline_queries_that_come_together_the_last_is_taken(
    inbox: Inbox, people: list[int]
) -> None:
    intake = Intake(inbox, Metrics(), limit=2)
    taken = await intake.take([query(number, person) for number, person in enumerate(people)], BOT)
    last = {person: number for number, person in enumerate(people)}
    assert [update.update_id for update in taken] == sorted(last.values())
