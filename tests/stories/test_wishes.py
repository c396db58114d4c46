"""Who was refused can be told when there is an answer: once, where they wish, and for nobody else."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition
from bot.storage.database import Database
from bot.storage.personal.owed import Debt, Owed
from tests.fake_telegram import Chat, FakeTelegram, Group, Person, Sent
from tests.stories.steps import pressed
from tests.stories.world import (
    ARTICLES,
    BRIDGE,
    BRIDGE_QUESTION,
    BRIDGES,
    HARBOUR,
    QUESTION,
    Served,
    Shelf,
    edition,
    serving,
)

TELL = "tell me when"
NOW = "There is an answer now to your question"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at once whether other articles serve."""
    monkeypatch.setattr(LIMITS, "waiting", replace(LIMITS.waiting, wishes=0.05))


@pytest.fixture
def poor(bot: Served) -> Served:
    """The bot, without an article about the harbour."""
    bot.shelf.current = Edition.of([BRIDGES])
    return bot


async def wished(chat: Chat, person: Person, refused: Sent) -> str:
    return await chat.pop_up(chat.press(person, refused, TELL))


async def waits_in_vain(telegram: FakeTelegram, served: Served) -> None:
    """Let other articles serve, and an answer to somebody else's wish come."""
    other = telegram.user("Other")
    chat = telegram.private(other)
    served.shelf.current = Edition.of([])
    await wished(chat, other, await chat.asks(BRIDGE_QUESTION))
    served.shelf.current = edition()
    assert NOW in (await chat.reply()).text


async def test_whoever_is_served_in_a_group_alone_is_told_there(
    telegram: FakeTelegram, tmp_path: Path, aya: Person
) -> None:
    group = telegram.group("Harbour")
    telegram.private(aya)
    async with serving(telegram, tmp_path, allowed=str(group.id)) as served:
        served.shelf.current = Edition.of([BRIDGES])
        group.write(aya, f"/ask {QUESTION}")
        await wished(group, aya, await group.reply())
        served.shelf.current = edition()
        assert NOW in (await group.reply()).text


async def test_who_was_refused_is_told_once_there_is_an_answer(
    telegram: FakeTelegram, poor: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    assert "tell you here" in await wished(chat, aya, await chat.asks(QUESTION))
    poor.shelf.current = edition()
    told = await chat.reply()
    assert told.quotes == [HARBOUR]
    assert f"{NOW}: {QUESTION}" in told.text


async def test_a_wish_that_comes_after_the_articles_have_changed_is_granted_too(
    telegram: FakeTelegram, poor: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    refused = await chat.asks(QUESTION)
    await waits_in_vain(telegram, poor)  # so the wishes were looked at with the articles that answer
    await wished(chat, aya, refused)
    assert (await chat.reply()).quotes == [HARBOUR]


async def test_it_is_told_once_however_often_articles_change(
    telegram: FakeTelegram, poor: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    await wished(chat, aya, await chat.asks(QUESTION))
    poor.shelf.current = edition()
    assert (await chat.reply()).quotes == [HARBOUR]
    await waits_in_vain(telegram, poor)
    assert chat.unread == []


async def test_a_told_answer_has_all_that_an_answer_has(
    telegram: FakeTelegram, poor: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    await wished(chat, aya, await chat.asks(QUESTION))
    poor.shelf.current = edition()
    context = await pressed(chat, aya, await chat.reply(), "context")
    assert HARBOUR in context.quotes[0]
    assert NOW in context.text
    assert "Saved" in await chat.pop_up(chat.press(aya, context, "☆"))


async def test_a_change_that_does_not_answer_tells_nothing(
    telegram: FakeTelegram, poor: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    await wished(chat, aya, await chat.asks("Who was the harbour master of Tarn?"))
    await waits_in_vain(telegram, poor)
    assert chat.unread == []


async def test_the_closest_passages_are_no_answer_to_a_wish(
    telegram: FakeTelegram, poor: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    await wished(chat, aya, await chat.asks(f"perhaps: {QUESTION}"))
    await waits_in_vain(telegram, poor)
    assert chat.unread == []


async def test_a_second_press_takes_the_wish_back(telegram: FakeTelegram, poor: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    refused = await chat.asks(QUESTION)
    await wished(chat, aya, refused)
    assert "Taken back" in await wished(chat, aya, refused)
    await waits_in_vain(telegram, poor)
    assert chat.unread == []


async def test_forget_takes_all_wishes_back(telegram: FakeTelegram, poor: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    await wished(chat, aya, await chat.asks(QUESTION))
    await chat.asks("/forget")
    assert await poor.database.rows("SELECT * FROM wishes") == []
    await waits_in_vain(telegram, poor)
    assert chat.unread == []


async def test_nobody_has_more_than_some_wishes(
    telegram: FakeTelegram, poor: Served, aya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "keeping", replace(LIMITS.keeping, wishes=1))
    chat = telegram.private(aya)
    await wished(chat, aya, await chat.asks(QUESTION))
    assert "at most 1 of one person" in await wished(chat, aya, await chat.asks("Who is the mayor of Tarn?"))


async def test_a_wish_from_a_group_is_granted_in_private(
    telegram: FakeTelegram, poor: Served, group: Group, aya: Person
) -> None:
    chat = telegram.private(aya)
    group.write(aya, f"/ask {QUESTION}")
    assert "private chat" in await wished(group, aya, await group.reply())
    poor.shelf.current = edition()
    told = await chat.reply()
    assert told.quotes == [HARBOUR]
    assert QUESTION in told.text
    assert group.unread == []


async def test_whom_the_bot_may_not_write_to_is_told_in_the_group_without_a_sound(
    telegram: FakeTelegram, poor: Served, group: Group, aya: Person
) -> None:
    question = group.write(aya, f"/ask {QUESTION}")
    assert "tell you here" in await wished(group, aya, await group.reply())
    poor.shelf.current = edition()
    told = await group.reply()
    assert (told.quotes, told.replies_to) == ([HARBOUR], question["message_id"])
    sent = [data for name, data in telegram.server.calls if name == "sendMessage"]
    assert sent[-1]["disable_notification"] is True


async def test_in_a_topic_it_is_told_in_the_topic(telegram: FakeTelegram, poor: Served, aya: Person) -> None:
    forum = telegram.group("Forum", forum=True)
    topic = forum.topic("News")
    forum.write(aya, f"/ask {QUESTION}", **forum.in_topic(topic))
    await wished(forum, aya, await forum.reply())
    poor.shelf.current = edition()
    assert (await forum.reply()).thread == topic


async def test_a_wish_is_for_whoever_was_refused(
    telegram: FakeTelegram, poor: Served, group: Group, aya: Person
) -> None:
    group.write(aya, f"/ask {QUESTION}")
    refused, ben = await group.reply(), telegram.user("Ben")
    assert "belongs to" in await wished(group, ben, refused)
    assert await poor.database.rows("SELECT * FROM wishes") == []


@pytest.mark.parametrize("words", ["thanks!", "hello"])
async def test_what_no_article_could_answer_has_no_such_button(
    telegram: FakeTelegram, bot: Served, aya: Person, words: str
) -> None:
    assert (await telegram.private(aya).asks(words)).buttons == []


async def test_a_wish_outlives_a_restart_with_other_articles(
    telegram: FakeTelegram, tmp_path: Path, aya: Person
) -> None:
    chat = telegram.private(aya)
    async with serving(telegram, tmp_path, Shelf(Edition.of([BRIDGES]))):
        await wished(chat, aya, await chat.asks(QUESTION))
    async with serving(telegram, tmp_path):
        assert (await chat.reply()).quotes == [HARBOUR]
    async with serving(telegram, tmp_path, Shelf(Edition.of(ARTICLES[:2]))):
        assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes


async def test_what_was_being_sent_at_a_death_is_offered_and_not_repeated(
    telegram: FakeTelegram, tmp_path: Path, aya: Person
) -> None:
    chat = telegram.private(aya)
    async with serving(telegram, tmp_path) as bot:
        answer = await chat.asks(QUESTION)
        number = (await bot.database.rows("SELECT id FROM answers"))[0][0]
        await Owed(bot.database).add(Debt(number, aya.id, answer.message_id, 0, "en", False, 0.0, begun=True))
    async with serving(telegram, tmp_path):
        offered = await chat.reply()
        assert offered.quotes == []
        assert (await pressed(chat, aya, offered, "show")).quotes == [HARBOUR]
    async with Database.open(tmp_path / "quoth.db") as database:
        assert await Owed(database).all() == []
