"""Who is served: everybody, or whom a setting and maintainers let in; strangers may ask, once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from telegram.error import TelegramError

from bot.basics.limits import LIMITS
from bot.chat.access.admission import Admission
from bot.chat.wording.texts import Language, text
from bot.languages.interface.messages import Message as Words
from bot.storage.chats import Choices
from bot.storage.personal.guests import Guests
from bot.storage.personal.owed import Debt, Owed
from tests.fake_telegram import FakeTelegram, Group, Person, Private
from tests.stories.world import BRIDGE, BRIDGE_QUESTION, HARBOUR, QUESTION, Served, serving

NOT_SERVED = "I answer only some people and chats."
ASK_IN = "ask to be let in"


@pytest.fixture
def keeper(telegram: FakeTelegram) -> Person:
    """The maintainer, whom the bot can write to."""
    keeper = telegram.user("Keeper")
    telegram.private(keeper)
    return keeper


@pytest.fixture
async def closed(telegram: FakeTelegram, tmp_path: Path, keeper: Person) -> AsyncIterator[Served]:
    """A bot that serves its maintainer alone."""
    async with serving(telegram, tmp_path, maintainers=str(keeper.id), allowed=str(keeper.id)) as served:
        yield served


async def let_in(chat: Private, house: Private, label: str) -> None:
    """Ask to be let in, and let a maintainer decide."""
    person, keeper = chat.person, house.person
    told = await chat.asks(QUESTION)
    assert "Passed on" in await chat.pop_up(chat.press(person, told, ASK_IN))
    asked = await house.reply()
    assert f"{person.first_name} asks to be let in (id {person.id})" in asked.text
    assert await house.pop_up(house.press(keeper, asked, label)) == ""
    await house.reply()


async def test_whom_the_setting_lists_is_served_and_others_are_told_once(
    telegram: FakeTelegram, tmp_path: Path, aya: Person
) -> None:
    listed, chat = telegram.private(aya), telegram.private(telegram.user("Ben"))
    async with serving(telegram, tmp_path, allowed=str(aya.id)):
        assert (await listed.asks(QUESTION)).quotes == [HARBOUR]
        assert (await chat.asks(QUESTION)).text == NOT_SERVED
        chat.says(QUESTION)
        assert (await listed.asks(BRIDGE_QUESTION)).quotes == [BRIDGE]
        assert chat.unread == []
        assert (await chat.asks("/start")).text == NOT_SERVED  # but whoever starts hears it again
    async with serving(telegram, tmp_path, allowed=str(aya.id)):
        chat.says(QUESTION)
        assert (await listed.asks(QUESTION)).quotes == [HARBOUR]
        assert chat.unread == []


async def test_who_asks_is_let_in_when_a_maintainer_confirms(
    telegram: FakeTelegram, closed: Served, keeper: Person, aya: Person
) -> None:
    chat, house = telegram.private(aya), telegram.private(keeper)
    await let_in(chat, house, "confirm")
    assert "You have been let in" in (await chat.reply()).text
    assert (await chat.asks(QUESTION)).quotes == [HARBOUR]
    deeds = await closed.database.rows("SELECT actor_id, deed, details FROM history WHERE deed = 'allow'")
    assert deeds == [(keeper.id, "allow", str(aya.id))]


async def test_whom_maintainers_do_not_let_in_is_told_so_and_asks_no_more(
    telegram: FakeTelegram, closed: Served, keeper: Person, aya: Person
) -> None:
    chat, house = telegram.private(aya), telegram.private(keeper)
    await let_in(chat, house, "do not")
    assert "have not let you in" in (await chat.reply()).text
    again = await chat.asks("/start")
    assert "asked already" in await chat.pop_up(chat.press(aya, again, ASK_IN))
    assert house.unread == []


async def test_maintainers_are_asked_once_also_by_who_had_everything_deleted(
    telegram: FakeTelegram, closed: Served, keeper: Person, aya: Person
) -> None:
    chat, house = telegram.private(aya), telegram.private(keeper)
    told = await chat.asks(QUESTION)
    await chat.pop_up(chat.press(aya, told, ASK_IN))
    assert "asks to be let in" in (await house.reply()).text
    assert "asked already" in await chat.pop_up(chat.press(aya, told, ASK_IN))
    assert "Deleted" in (await chat.asks("/forget")).text
    assert await closed.database.rows("SELECT * FROM guests") == []
    assert "cannot be asked now" in await chat.pop_up(chat.press(aya, told, ASK_IN))
    assert house.unread == []


async def test_the_first_maintainer_who_presses_decides_also_after_a_restart(
    telegram: FakeTelegram, tmp_path: Path, keeper: Person, aya: Person
) -> None:
    second = telegram.user("Second")
    houses = [telegram.private(person) for person in (keeper, second)]
    chosen: dict[str, Any] = {"maintainers": f"{keeper.id} {second.id}", "allowed": str(keeper.id)}
    chat = telegram.private(aya)
    async with serving(telegram, tmp_path, **chosen):
        told = await chat.asks(QUESTION)
        await chat.pop_up(chat.press(aya, told, ASK_IN))
        asked = [await house.reply() for house in houses]
    async with serving(telegram, tmp_path, **chosen):
        assert await houses[1].pop_up(houses[1].press(second, asked[1], "confirm")) == ""
        assert "decided already" in await houses[0].pop_up(houses[0].press(keeper, asked[0], "do not"))
        assert "let in" in (await chat.reply()).text
        assert (await chat.asks(QUESTION)).quotes == [HARBOUR]


async def test_a_death_between_a_row_and_its_message_loses_nothing(
    telegram: FakeTelegram, closed: Served, keeper: Person, aya: Person
) -> None:
    chat, house, guests = telegram.private(aya), telegram.private(keeper), Guests(closed.database)
    told = await chat.asks(QUESTION)
    number = await guests.ask(aya.id, "en")  # and died before any maintainer was told
    assert number
    assert "Passed on" in await chat.pop_up(chat.press(aya, told, ASK_IN))
    asked = await house.reply()
    assert await guests.settle(number, may=True)  # and died before anybody was told
    assert await house.pop_up(house.press(keeper, asked, "confirm")) == ""
    assert "You have been let in" in (await chat.reply()).text
    assert "decided already" in await house.pop_up(
        house.press_forged(keeper, asked, asked.button("confirm")["callback_data"])
    )
    assert chat.unread == []


@pytest.mark.parametrize(("end", "noted"), [(asyncio.CancelledError, False), (TelegramError("shut"), True)])
async def test_that_a_chat_is_not_served_is_noted_once_it_was_said_or_cannot_be(
    closed: Served, end: BaseException | type[BaseException], *, noted: bool
) -> None:
    async def said() -> None:
        raise end

    guests = Guests(closed.database)
    with pytest.raises((asyncio.CancelledError, TelegramError)):
        await Admission(guests, frozenset(), frozenset()).turn_away(7, said)
    assert await guests.was_told(7) is noted


async def test_what_was_not_heard_is_news_once_more_and_a_decision_stays_what_it_was(closed: Served) -> None:
    guests = Guests(closed.database)
    number = await guests.ask(7, "en")
    assert number
    assert await guests.ask(7, "en") == number
    await guests.heard(number)
    assert await guests.ask(7, "en") is None
    assert await guests.settle(number, may=False)
    assert await guests.settle(number, may=True) is None
    assert await guests.settle(number, may=False)
    await guests.heard(number)
    assert await guests.settle(number, may=False) is None


async def test_nobody_but_a_maintainer_lets_in(
    telegram: FakeTelegram, closed: Served, keeper: Person, aya: Person
) -> None:
    chat, house = telegram.private(aya), telegram.private(keeper)
    told = await chat.asks(QUESTION)
    await chat.pop_up(chat.press(aya, told, ASK_IN))
    data = (await house.reply()).button("confirm")["callback_data"]
    assert await chat.pop_up(chat.press_forged(aya, told, data)) == NOT_SERVED
    assert await closed.database.rows("SELECT * FROM allowed") == []


async def test_a_group_is_told_once_and_served_once_it_is_let_in(
    telegram: FakeTelegram, closed: Served, keeper: Person, group: Group, aya: Person
) -> None:
    group.write(aya, f"/ask {QUESTION}")
    assert (await group.reply()).text == NOT_SERVED
    group.write(aya, f"/ask {QUESTION}")
    group.write(aya, "we talk about the harbour")
    group.write(keeper, "/allow here")
    assert (await group.reply()).text == "Noted."
    group.write(aya, f"/ask {QUESTION}")
    assert (await group.reply()).quotes == [HARBOUR]
    moved = group.migrates()
    moved.write(aya, f"/ask {BRIDGE_QUESTION}")
    assert (await moved.reply()).quotes == [BRIDGE]


async def test_a_member_asks_for_the_group(
    telegram: FakeTelegram, closed: Served, keeper: Person, group: Group, aya: Person
) -> None:
    house = telegram.private(keeper)
    group.write(aya, f"/ask {QUESTION}")
    told = await group.reply()
    await group.pop_up(group.press(aya, told, ASK_IN))
    asked = await house.reply()
    assert f"Readers asks to be let in (id {group.id})" in asked.text
    await house.pop_up(house.press(keeper, asked, "confirm"))
    assert "let in" in (await group.reply()).text
    group.write(telegram.user("Ben"), f"/ask {QUESTION}")
    assert (await group.reply()).quotes == [HARBOUR]


async def test_a_maintainer_shuts_out_and_lets_in_at_once(
    telegram: FakeTelegram, tmp_path: Path, keeper: Person, group: Group, aya: Person
) -> None:
    house, chat = telegram.private(keeper), telegram.private(aya)
    async with serving(telegram, tmp_path, maintainers=str(keeper.id)):
        answer = await chat.asks(QUESTION)
        assert (await house.asks(f"/allow not {aya.id}")).text == "Noted."
        assert await chat.pop_up(chat.press(aya, answer, "context")) == NOT_SERVED
        assert (await chat.asks(QUESTION)).text == NOT_SERVED
        found = await telegram.found(telegram.inline(aya, QUESTION))
        assert (found.results, found.button) == ([], {"text": NOT_SERVED, "start_parameter": "inline"})
        group.write(aya, f"/ask {QUESTION}")  # the group is served, but not she
        group.write(telegram.user("Ben"), f"/ask {BRIDGE_QUESTION}")
        assert (await group.reply()).quotes == [BRIDGE]
        listed = (await house.asks("/allow")).text
        assert "Everybody is served." in listed
        assert f"Shut out: {aya.id}" in listed
        await house.asks(f"/allow {aya.id}")
        assert (await chat.asks(QUESTION)).quotes == [HARBOUR]


async def test_the_list_can_be_closed_and_opened(
    telegram: FakeTelegram, tmp_path: Path, keeper: Person, aya: Person
) -> None:
    house, chat = telegram.private(keeper), telegram.private(aya)
    async with serving(telegram, tmp_path, maintainers=str(keeper.id)):
        await house.asks("/allow listed")
        assert (await chat.asks(QUESTION)).text == NOT_SERVED
        assert "Only those let in" in (await house.asks("/allow")).text
    async with serving(telegram, tmp_path, maintainers=str(keeper.id)):
        chat.says(QUESTION)
        assert "all serves everybody" in (await house.asks("/allow nobody knows")).text
        assert chat.unread == []
        await house.asks("/allow all")
        assert (await chat.asks(QUESTION)).quotes == [HARBOUR]


async def test_what_is_kept_is_told_and_deleted_for_everybody(
    telegram: FakeTelegram, closed: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    assert "asked to be let in" in (await chat.asks("/privacy")).text
    assert "Deleted" in (await chat.asks("/forget")).text


async def test_a_group_that_is_not_served_is_told_so_when_the_bot_is_added(
    telegram: FakeTelegram, closed: Served, group: Group, aya: Person
) -> None:
    telegram.member_changed(group.room, aya, "left", "member")
    assert (await group.reply()).text == NOT_SERVED


async def test_who_has_no_maintainer_to_ask_is_told_to_ask_later(
    telegram: FakeTelegram, tmp_path: Path, aya: Person
) -> None:
    chat = telegram.private(aya)
    async with serving(telegram, tmp_path, allowed="1"):
        told = await chat.asks(QUESTION)
        assert "cannot be asked now" in await chat.pop_up(chat.press(aya, told, ASK_IN))


async def test_what_is_owed_to_who_was_shut_out_since_never_comes(
    telegram: FakeTelegram, tmp_path: Path, aya: Person
) -> None:
    chat = telegram.private(aya)
    async with serving(telegram, tmp_path) as served:
        answer = await chat.asks(QUESTION)
        ((number,),) = await served.database.rows("SELECT id FROM answers")
        await Owed(served.database).add(Debt(number, aya.id, answer.message_id, 0, "en", False, 0.0))
        await Guests(served.database).decide(aya.id, may=False)
    ben = telegram.private(telegram.user("Ben"))
    async with serving(telegram, tmp_path) as served:
        assert (await ben.asks(QUESTION)).quotes == [HARBOUR]
        assert await Owed(served.database).all() == []
        assert chat.unread == []


async def test_strangers_ask_no_more_than_maintainers_can_look_at(
    telegram: FakeTelegram, tmp_path: Path, keeper: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "asking", replace(LIMITS.asking, requests_an_hour=1))
    chats = [telegram.private(telegram.user(name)) for name in ("Ben", "Cem")]
    async with serving(telegram, tmp_path, maintainers=str(keeper.id), allowed="1"):
        told = [await chat.asks(QUESTION) for chat in chats]
        said = [await c.pop_up(c.press(c.person, t, ASK_IN)) for c, t in zip(chats, told, strict=True)]
    assert "Passed on" in said[0]
    assert "cannot be asked now" in said[1]


async def test_an_update_that_cannot_be_judged_does_not_pass(
    telegram: FakeTelegram, closed: Served, aya: Person
) -> None:
    await closed.database.rows("DROP TABLE allowed")
    chat = telegram.private(aya)
    assert "Something went wrong" in (await chat.asks(QUESTION)).text
    assert "quote" in (await chat.asks("/privacy")).text
    assert [sent for sent in telegram.transcript if sent.quotes] == []


async def test_a_reaction_of_somebody_who_is_not_served_counts_for_nothing(
    telegram: FakeTelegram, tmp_path: Path, aya: Person, group: Group
) -> None:
    group.room.statuses[telegram.bot.id] = "administrator"
    ben = telegram.user("Ben")
    async with serving(telegram, tmp_path, allowed=str(aya.id)) as served:
        group.write(aya, f"/ask {QUESTION}")
        answer = await group.reply()
        group.reacts(ben, answer, "👎")
        group.reacts(aya, answer, "👍")
        await group.reaction(answer)
        assert await served.database.rows("SELECT user_id FROM feedback") == [(aya.id,)]


async def test_a_maintainer_lets_in_and_shuts_out_whose_message_they_reply_to(
    telegram: FakeTelegram, closed: Served, keeper: Person, group: Group, aya: Person
) -> None:
    chat = telegram.private(aya)
    told = {"id": aya.id, "is_bot": False, "first_name": "Aya"}
    known = {"type": "user", "sender_user": told, "date": 1}
    hidden = {"type": "hidden_user", "sender_user_name": "Aya", "date": 1}
    for origin, said in ((hidden, "/allow all"), (known, "Noted.")):
        forwarded = group.write(keeper, "Hello all", forward_origin=origin)
        group.write(keeper, "/allow", reply_to_message=forwarded)
        assert said in (await group.reply()).text
    assert (await chat.asks(QUESTION)).quotes == [HARBOUR]
    wrote = group.write(aya, "Hello all")
    group.write(keeper, "/allow not", reply_to_message=wrote)
    assert (await group.reply()).text == "Noted."
    assert (await chat.asks(QUESTION)).text == NOT_SERVED


async def test_whoever_asks_to_be_let_in_is_answered_in_the_language_that_they_chose(
    telegram: FakeTelegram, closed: Served, keeper: Person, aya: Person
) -> None:
    chat, house = telegram.private(aya), telegram.private(keeper)
    await closed.chats.choose(aya.id, Choices(language="de"))
    told = await chat.asks(QUESTION)
    assert told.text == text(Words.NOT_SERVED, Language.GERMAN).visible
    chat.press(aya, told, told.buttons[0]["text"])
    asked = await house.reply()
    await house.pop_up(house.press(keeper, asked, "confirm"))
    assert (await chat.reply()).text == text(Words.LET_IN, Language.GERMAN).visible
