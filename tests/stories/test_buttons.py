"""The buttons below an answer: the same after a restart, honest after a reload, deaf to forgery."""

from pathlib import Path

import pytest

from bot.core.edition import Edition
from bot.storage.chats import Choices
from tests.fake_telegram import Chat, FakeTelegram, Group, Person, Sent
from tests.stories.world import (
    ARTICLES,
    BRIDGE,
    BRIDGE_QUESTION,
    FERRIES,
    HARBOUR,
    QUESTION,
    REPORTS,
    Served,
    edited_edition,
    serving,
)

FERRY_QUESTION = "Which ferry to Sund left?"


@pytest.fixture
def aya(telegram: FakeTelegram) -> Person:
    return telegram.user("Aya")


@pytest.fixture
def group(telegram: FakeTelegram) -> Group:
    return telegram.group("Readers")


@pytest.fixture
def ferries(bot: Served) -> Served:
    """The bot, with an article that answers in many sentences."""
    bot.shelf.current = Edition.of([FERRIES, *ARTICLES[:2]])
    return bot


async def pressed(chat: Chat, author: Person, sent: Sent, label: str) -> Sent:
    """Press a button and return what the message shows then; nothing may pop up."""
    assert await chat.pop_up(chat.press(author, sent, label)) == ""
    return await chat.edited()


async def asked(group: Group, author: Person, question: str) -> Sent:
    group.write(author, f"/ask {question}")
    return await group.reply()


async def followed(telegram: FakeTelegram, person: Person, url: str) -> Sent:
    """Follow a link to the private chat."""
    link, _, payload = url.partition("?start=")
    assert link == "https://t.me/quoth_test_bot"
    return await telegram.private(person).asks(f"/start {payload}")


async def test_a_group_gets_the_lead_and_more_where_it_stands(
    telegram: FakeTelegram, ferries: Served, group: Group, aya: Person
) -> None:
    first = await asked(group, aya, FERRY_QUESTION)
    assert len(first.quotes) == 1
    more = await pressed(group, aya, first, "more quotes")
    assert more.message_id == first.message_id
    assert [q in FERRIES.text and q not in first.quotes for q in more.quotes] == [True] * 3
    last = await pressed(group, aya, more, "more quotes")
    assert len(last.quotes) == 1
    assert "5. The ferries" in last.text
    assert not [b for b in last.buttons if "More" in b["text"]]
    assert (await pressed(group, aya, last, "back")).quotes == first.quotes
    assert group.unread == []


async def test_a_private_answer_pages_on_after_three_quotes(
    telegram: FakeTelegram, ferries: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    first = await chat.asks(FERRY_QUESTION)
    more = await pressed(chat, aya, first, "more quotes")
    assert (len(first.quotes), len(more.quotes)) == (3, 2)
    assert not set(first.quotes) & set(more.quotes)


async def test_a_quote_is_shown_among_its_neighbours(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    context = await pressed(chat, aya, await chat.asks(QUESTION), "wider context")
    assert HARBOUR in context.quotes[0]
    assert "Mayor Inga Brandt" in context.quotes[0]
    assert "Alder Courier" in context.text


async def test_a_proof_tells_where_a_quote_stands(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    proof = await pressed(chat, aya, await chat.asks(QUESTION), "proof")
    assert ARTICLES[0].revision in proof.text
    assert "2031-05-06 12:00:00 UTC" in proof.text
    assert "Answer 1, quote 1" in proof.text
    assert HARBOUR in (await pressed(chat, aya, proof, "back")).quotes[0]


async def test_contexts_and_proofs_lead_on_to_the_next_quote(
    telegram: FakeTelegram, ferries: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    context = await pressed(chat, aya, await chat.asks(FERRY_QUESTION), "wider context")
    second = await pressed(chat, aya, context, "next")
    proof = await pressed(chat, aya, second, "proof")
    assert "quote 2" in proof.text
    assert "quote 3" in (await pressed(chat, aya, proof, "next")).text


async def test_buttons_work_after_a_restart(telegram: FakeTelegram, tmp_path: Path, aya: Person) -> None:
    chat = telegram.private(aya)
    async with serving(telegram, tmp_path):
        answer = await chat.asks(QUESTION)
    async with serving(telegram, tmp_path):
        assert HARBOUR in (await pressed(chat, aya, answer, "wider context")).quotes[0]


async def test_after_a_reload_only_what_still_stands_is_quoted(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer, other = await chat.asks(QUESTION), await chat.asks(BRIDGE_QUESTION)
    bot.shelf.current = edited_edition()
    for label in ("wider context", "proof"):
        assert "changed since" in await chat.pop_up(chat.press(aya, answer, label))
        await pressed(chat, aya, other, label)
    bot.shelf.current = Edition.of(ARTICLES[1:2])
    assert "no longer among the sources" in await chat.pop_up(chat.press(aya, answer, "proof"))
    assert "14 mines" not in telegram.transcript[-1].text


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


@pytest.mark.parametrize("data", ["1|m|1|99", "1|w|1|99", "1|p|1|99"])
async def test_a_quote_that_an_answer_does_not_have_is_said_not_to_be_there(
    telegram: FakeTelegram, bot: Served, aya: Person, data: str
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    assert "no more quotes" in await chat.pop_up(chat.press_data(aya, answer, data))


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


async def test_a_hedged_answer_stays_hedged_in_every_view(
    telegram: FakeTelegram, ferries: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks("Which ferry to Sund left, perhaps?")
    assert answer.text.startswith("The closest passages")
    more = await pressed(chat, aya, answer, "more quotes")
    assert more.text.startswith("The closest passages")
    assert (await pressed(chat, aya, more, "back")).text.startswith("The closest passages")


async def test_an_article_is_read_passage_by_passage(
    telegram: FakeTelegram, ferries: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    ferries.shelf.current = Edition.of([FERRIES])
    sources = await chat.asks("/sources")
    first = await pressed(chat, aya, sources, "1")
    assert "part 1 of 3" in first.text
    assert first.quotes[0] in FERRIES.text
    second = await pressed(chat, aya, first, "next")
    assert "part 2 of 3" in second.text
    assert (await pressed(chat, aya, second, "back")).quotes == first.quotes
    assert (await pressed(chat, aya, second, "all sources")).text == sources.text
    ferries.shelf.current = edited_edition()
    assert "no longer among" in await chat.pop_up(chat.press(aya, sources, "1"))


async def test_the_list_of_sources_is_turned(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    bot.shelf.current = Edition.of(REPORTS)
    group.write(aya, "/sources@quoth_test_bot")
    first = await group.reply()
    assert [b["text"] for b in first.buttons] == ["Next ›"]
    second = await pressed(group, aya, first, "next")
    assert "page 2 of 2" in second.text
    assert "page 1 of 2" in (await pressed(group, aya, second, "back")).text


async def test_who_presses_too_much_is_told_to_wait(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    presses = [chat.press(aya, answer, "👍") for _ in range(31)]
    pop_ups = [await chat.pop_up(press) for press in presses]
    assert set(pop_ups[:30]) == {"Thank you, noted."}
    assert "a lot at once" in pop_ups[30]


async def test_an_edited_question_gets_buttons_of_its_new_answer(
    telegram: FakeTelegram, ferries: Served, group: Group, aya: Person
) -> None:
    question = group.write(aya, f"/ask {FERRY_QUESTION}")
    await pressed(group, aya, await group.reply(), "more quotes")
    group.edit(question, f"/ask {BRIDGE_QUESTION}")
    answer = await group.edited()
    assert BRIDGE in answer.quotes[0]
    assert BRIDGE in (await pressed(group, aya, answer, "wider context")).quotes[0]
    group.edit(question, "/ask Which football club won the cup?")
    refusal = await group.edited()
    assert (refusal.quotes, refusal.buttons) == ([], [])


async def test_a_group_that_chose_two_quotes_gets_two(
    telegram: FakeTelegram, ferries: Served, group: Group, aya: Person
) -> None:
    await ferries.chats.choose(group.id, Choices(quotes=2))
    answer = await asked(group, aya, FERRY_QUESTION)
    assert len(answer.quotes) == 2
    more = await pressed(group, aya, answer, "more quotes")
    assert not set(more.quotes) & set(answer.quotes)
    assert (await pressed(group, aya, more, "back")).quotes == answer.quotes


async def test_only_members_of_a_group_open_its_answers_elsewhere(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
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
    telegram.server.faults.add("500", "getChatMember", times=4)
    assert "not kept any more" in (await chat.asks("/start 1-a-1")).text


async def test_a_refusal_that_was_only_offered_is_shown(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    telegram.server.faults.add("502", "sendMessage")
    offer = await chat.asks("Which football club won the cup?")
    assert "do not seem to answer" in (await pressed(chat, aya, offer, "show")).text
