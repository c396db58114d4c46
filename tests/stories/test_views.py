"""What the buttons below an answer show in its place, always verified anew."""

import pytest

from bot.core.index.edition import Edition
from bot.storage.chats import Choices
from tests.fake_telegram import FakeTelegram, Group, Person
from tests.stories.steps import FERRY_QUESTION, asked, pressed
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
)


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


@pytest.mark.parametrize("data", ["1|m|1|99", "1|w|1|99", "1|p|1|99"])
async def test_a_quote_that_an_answer_does_not_have_is_said_not_to_be_there(
    telegram: FakeTelegram, bot: Served, aya: Person, data: str
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    assert "no more quotes" in await chat.pop_up(chat.press_data(aya, answer, data))


async def test_a_hedged_answer_stays_hedged_in_every_view(
    telegram: FakeTelegram, ferries: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks("Which ferry to Sund left, perhaps?")
    assert answer.text.startswith("Closest passages")
    more = await pressed(chat, aya, answer, "more quotes")
    assert more.text.startswith("Closest passages")
    assert (await pressed(chat, aya, more, "back")).text.startswith("Closest passages")


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
    assert refusal.quotes == []
    assert [button["text"] for button in refusal.buttons] == ["Tell me when there is an answer"]


async def test_a_group_that_chose_two_quotes_gets_two(
    telegram: FakeTelegram, ferries: Served, group: Group, aya: Person
) -> None:
    await ferries.chats.choose(group.id, Choices(quotes=2))
    answer = await asked(group, aya, FERRY_QUESTION)
    assert len(answer.quotes) == 2
    more = await pressed(group, aya, answer, "more quotes")
    assert not set(more.quotes) & set(answer.quotes)
    assert (await pressed(group, aya, more, "back")).quotes == answer.quotes
