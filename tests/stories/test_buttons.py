"""Who may press the buttons below an answer, and what becomes of a press: late, twice, forged."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.basics.limits import LIMITS
from tests.fake_telegram import FakeTelegram, Group, Person
from tests.stories.steps import FERRY_QUESTION, asked, followed, pressed
from tests.stories.world import (
    BRIDGE,
    BRIDGE_QUESTION,
    HARBOUR,
    QUESTION,
    Served,
    serving,
)


async def test_buttons_work_after_a_restart(telegram: FakeTelegram, tmp_path: Path, aya: Person) -> None:
    chat = telegram.private(aya)
    async with serving(telegram, tmp_path):
        answer = await chat.asks(QUESTION)
    async with serving(telegram, tmp_path):
        assert HARBOUR in (await pressed(chat, aya, answer, "wider context")).quotes[0]


async def test_a_button_that_is_pressed_twice_does_its_deed_once(
    telegram: FakeTelegram, ferries: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(FERRY_QUESTION)
    presses = [chat.press(aya, answer, "more quotes") for _ in range(3)]
    assert [await chat.pop_up(press) for press in presses] == ["", "", ""]
    assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes[0]
    assert [s.method for s in telegram.transcript].count("editMessageText") == 1


async def test_others_in_a_group_rate_and_open_but_do_not_turn(
    telegram: FakeTelegram, ferries: Served, group: Group, aya: Person
) -> None:
    ben = telegram.user("Ben")
    group.room.statuses[ben.id] = "member"
    answer = await asked(group, aya, FERRY_QUESTION)
    assert "whoever asked" in await group.pop_up(group.press(ben, answer, "more quotes"))
    for label in ("👍", "👎", "👎"):
        assert "Thank you" in await group.pop_up(group.press(ben, answer, label))
    opened = await followed(telegram, ben, answer.button("private")["url"])
    assert len(opened.quotes) == 3
    assert (await pressed(telegram.private(ben), ben, opened, "more quotes")).quotes


async def test_an_anonymous_question_belongs_to_the_group(
    telegram: FakeTelegram, ferries: Served, group: Group, aya: Person
) -> None:
    group.write(None, f"/ask {FERRY_QUESTION}", **group.anonymous())
    assert (await pressed(group, aya, await group.reply(), "more quotes")).quotes


async def test_what_was_answered_elsewhere_is_shown_to_nobody_else(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    eve = telegram.user("Eve")
    spying = telegram.private(eve)
    await telegram.private(aya).asks(QUESTION)
    await asked(group, aya, QUESTION)
    own = await spying.asks(BRIDGE_QUESTION)
    for number in (1, 2):
        for data in (
            f"1|m|{number}|0",
            f"1|w|{number}|0",
            f"1|p|{number}|0",
            f"1|s|{number}",
            f"1|r|{number}|1",
        ):
            assert "not kept any more" in await spying.pop_up(spying.press_data(eve, own, data))
        assert "not kept any more" in (await spying.asks(f"/start 1-a-{number}")).text
        assert "not kept any more" in (await spying.asks(f"/proof {number}")).text


async def test_an_offered_answer_is_shown_in_its_own_chat_only(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    chat = telegram.private(aya)
    own = await chat.asks(BRIDGE_QUESTION)
    group.write(aya, f"/ask {QUESTION}")
    await group.reply()
    assert "not kept any more" in await chat.pop_up(chat.press_data(aya, own, "1|s|2"))
    (places,) = await bot.database.rows("SELECT chat_id, answer_message FROM answers WHERE id = 2")
    assert places[0] == group.id
    assert places[1] != own.message_id
    assert [sent.quotes for sent in telegram.server.transcript.in_chat[chat.id]] == [own.quotes]


async def test_a_message_that_is_out_of_reach_is_left_alone(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    for data in ("1|w|1|0", "1|s|1", "1|c|1|2", "1|l|1", "1|a|1|1"):
        await chat.pop_up(chat.press_gone(aya, answer, data))
        await chat.pop_up(chat.press_inline(aya, data))
    assert "editMessageText" not in [method for method, _ in telegram.server.calls]
    assert "Thank you" in await chat.pop_up(chat.press_gone(aya, answer, "1|r|1|1"))
    chat.room.messages.pop(answer.message_id)
    assert await chat.pop_up(chat.press(aya, answer, "wider context")) == ""
    assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes[0]


async def test_a_press_that_is_too_old_to_be_answered_still_does_its_deed(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    press = chat.press(aya, answer, "wider context")
    telegram.world.callbacks[press] = True
    assert "Mayor" in (await chat.edited()).quotes[0]


async def test_forgetting_takes_the_buttons_of_an_answer_away(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    await chat.asks("/forget")
    assert "not kept any more" in await chat.pop_up(chat.press(aya, answer, "proof"))


async def test_who_presses_too_much_is_told_to_wait(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    presses = [chat.press(aya, answer, "👍") for _ in range(31)]
    pop_ups = [await chat.pop_up(press) for press in presses]
    assert set(pop_ups[:30]) == {"Thank you, noted."}
    assert "a lot at once" in pop_ups[30]


async def test_only_members_of_a_group_open_its_answers_elsewhere(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asked(group, aya, QUESTION)
    ben = telegram.user("Ben")
    chat = telegram.private(ben)
    for status, words in (
        ("member", HARBOUR),
        ("left", "not kept any more"),
        ("kicked", "not kept any more"),
    ):
        group.room.statuses[ben.id] = status
        assert words in (await chat.asks("/start 1-a-1")).text
    group.room.statuses[ben.id] = "member"
    telegram.server.faults.add("429", "getChatMember", retry_after=100)
    assert "not kept any more" in (await chat.asks("/start 1-a-1")).text
    monkeypatch.setattr(LIMITS, "waiting", replace(LIMITS.waiting, rights=0))
    assert "not kept any more" in (await chat.asks("/start 1-a-1")).text


async def test_a_refusal_that_was_only_offered_is_shown(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    telegram.server.faults.add("502", "sendMessage")
    offer = await chat.asks("Which football club won the cup?")
    assert "do not seem to answer" in (await pressed(chat, aya, offer, "show")).text
