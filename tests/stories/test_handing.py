"""A refused question is handed over to maintainers: what they choose comes once, proven, to whoever asked."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition
from tests.fake_telegram import FakeTelegram, Group, Person, Private, Sent
from tests.stories.process import process
from tests.stories.world import BRIDGE, BRIDGES, HARBOUR, QUESTION, Served, edition, serving

HAND_OVER = "ask the maintainers"
NOW = "There is an answer now to your question"
ODD = "Is the crossing above the ravine far?"
"""A question that no article answers, though one could."""
WORDS = "the rope bridge at Hollin Gorge"
"""By what a maintainer finds the quote that answers it."""


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at once whether other articles serve."""
    monkeypatch.setattr(LIMITS, "waiting", replace(LIMITS.waiting, wishes=0.05))


@pytest.fixture
def desk(telegram: FakeTelegram) -> Group:
    """The maintainers' group."""
    return telegram.group("Desk", forum=True)


@pytest.fixture
def chosen(desk: Group, keeper: Person) -> dict[str, Any]:
    return {"maintainers": str(keeper.id), "hand_over": f"{desk.id}/{desk.topic('Questions')}"}


@pytest.fixture
async def asked(telegram: FakeTelegram, tmp_path: Path, chosen: dict[str, Any]) -> AsyncIterator[Served]:
    async with serving(telegram, tmp_path, **chosen) as served:
        yield served


async def handed(chat: Private, desk: Group, question: str = ODD) -> Sent:
    """Ask what is refused, hand it over, and return what maintainers read."""
    refused = await chat.asks(question)
    assert "Passed on" in await chat.pop_up(chat.press(chat.person, refused, HAND_OVER))
    return await desk.reply()


async def found(desk: Group, keeper: Person, question: Sent, words: str = WORDS) -> Sent:
    """Reply to a question that was handed over; return what is offered."""
    desk.write(keeper, words, reply_to=question, **desk.in_topic(question.thread or 0))
    return await desk.reply()


async def test_what_a_maintainer_chooses_comes_cited_and_once(
    telegram: FakeTelegram, asked: Served, desk: Group, keeper: Person, aya: Person
) -> None:
    chat = telegram.private(aya)
    question = await handed(chat, desk)
    assert ODD in question.text
    assert "Aya" not in question.text
    assert str(aya.id) not in str(question.message)
    assert question.thread
    offered = await found(desk, keeper, question)
    assert offered.quotes[0] == BRIDGE
    assert "Sent to whoever asked" in await desk.pop_up(desk.press(keeper, offered, "send 1"))
    told = await chat.reply()
    assert told.quotes == [BRIDGE]
    assert f"{NOW}: {ODD}" in told.text
    assert "A bridge of ropes" in told.text
    assert "Nobody waits" in await desk.pop_up(desk.press(keeper, offered, "send 1"))
    assert chat.unread == []


async def test_it_comes_after_a_restart_too(
    telegram: FakeTelegram, tmp_path: Path, chosen: dict[str, Any], desk: Group, keeper: Person
) -> None:
    chat = telegram.private(telegram.user("Aya"))
    async with serving(telegram, tmp_path, **chosen):
        question = await handed(chat, desk)
    async with serving(telegram, tmp_path, **chosen):
        offered = await found(desk, keeper, question)
    async with serving(telegram, tmp_path, **chosen):
        await desk.pop_up(desk.press(keeper, offered, "send 1"))
        assert (await chat.reply()).quotes == [BRIDGE]


async def test_a_new_article_answers_what_was_handed_over(
    telegram: FakeTelegram, asked: Served, desk: Group, keeper: Person, aya: Person
) -> None:
    asked.shelf.current = Edition.of([BRIDGES])
    chat = telegram.private(aya)
    question = await handed(chat, desk, QUESTION)
    asked.shelf.current = edition()
    assert (await chat.reply()).quotes == [HARBOUR]
    desk.write(keeper, WORDS, reply_to=question, **desk.in_topic(question.thread or 0))
    assert "Nobody waits" in (await desk.reply()).text


async def test_what_articles_do_not_say_cannot_be_sent(
    telegram: FakeTelegram, asked: Served, desk: Group, keeper: Person, aya: Person
) -> None:
    chat = telegram.private(aya)
    question = await handed(chat, desk)
    nothing = await found(desk, keeper, question, "Yes, it is quite far, believe me.")
    assert (nothing.quotes, nothing.buttons) == ([], [])
    offered = await found(desk, keeper, question)
    asked.shelf.current = Edition.of([])
    assert "changed" in await desk.pop_up(desk.press(keeper, offered, "send 1"))
    assert chat.unread == []


async def test_only_what_the_asker_sees_can_be_sent(
    telegram: FakeTelegram, asked: Served, desk: Group, keeper: Person, aya: Person
) -> None:
    chat = telegram.private(aya)
    await asked.chats.set_scope(aya.id, "mines.md")
    question = await handed(chat, desk)
    assert (await found(desk, keeper, question)).quotes == []


async def test_nobody_but_a_maintainer_answers(
    telegram: FakeTelegram, asked: Served, desk: Group, keeper: Person, aya: Person
) -> None:
    chat, ben = telegram.private(aya), telegram.user("Ben")
    question = await handed(chat, desk)
    offered = await found(desk, keeper, question)
    assert "Only maintainers" in await desk.pop_up(desk.press(ben, offered, "send 1"))
    assert "Only maintainers" in await desk.pop_up(desk.press(ben, question, "leave"))
    assert await desk.pop_up(desk.press(keeper, question, "leave")) == ""
    assert chat.unread == []


async def test_a_question_is_handed_over_once_and_few_a_day(
    telegram: FakeTelegram, asked: Served, desk: Group, aya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = telegram.private(aya)
    refused = await chat.asks(ODD)
    assert "Passed on" in await chat.pop_up(chat.press(aya, refused, HAND_OVER))
    assert "already" in await chat.pop_up(chat.press(aya, refused, HAND_OVER))
    said = [
        await chat.pop_up(chat.press(aya, await chat.asks(f"{ODD} {number}"), HAND_OVER))
        for number in range(LIMITS.asking.handed_a_day)
    ]
    assert "cannot be asked now" in said[-1]


async def test_forget_takes_it_back(
    telegram: FakeTelegram, asked: Served, desk: Group, keeper: Person, aya: Person
) -> None:
    chat = telegram.private(aya)
    question = await handed(chat, desk)
    offered = await found(desk, keeper, question)
    assert "pass on to the maintainers" in (await chat.asks("/privacy")).text
    await chat.asks("/forget")
    assert "Nobody waits" in await desk.pop_up(desk.press(keeper, offered, "send 1"))
    assert chat.unread == []


async def test_where_maintainers_are_out_of_reach_it_can_be_tried_again(
    telegram: FakeTelegram, asked: Served, desk: Group, aya: Person
) -> None:
    chat = telegram.private(aya)
    refused = await chat.asks(ODD)
    desk.room.statuses[telegram.bot.id] = "kicked"
    assert "cannot be asked now" in await chat.pop_up(chat.press(aya, refused, HAND_OVER))
    desk.room.statuses[telegram.bot.id] = "member"
    assert "Passed on" in await chat.pop_up(chat.press(aya, refused, HAND_OVER))


async def test_a_question_that_a_death_kept_from_maintainers_comes_after_it(
    telegram: FakeTelegram, tmp_path: Path, chosen: dict[str, Any], desk: Group, aya: Person
) -> None:
    chat = telegram.private(aya)
    environment = {f"BOT_{name.upper()}": value for name, value in chosen.items()}
    telegram.server.faults.add("429", "sendMessage", retry_after=50, chat_id=desk.id)
    async with process(telegram, tmp_path, **environment) as bot:
        chat.press(aya, await chat.asks(ODD), HAND_OVER)
        await telegram.until(lambda: telegram.server.faults.happened, "the flood limit")
        await bot.kill()
    async with process(telegram, tmp_path, **environment):
        assert ODD in (await desk.reply()).text


async def test_without_the_setting_nobody_is_asked(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    refused = await telegram.private(aya).asks(ODD)
    assert [button["text"] for button in refused.buttons] == ["Tell me when there is an answer"]
