"""Links and commands that open an answer, a proof or an article in private."""

import pytest

from tests.fake_telegram import FakeTelegram, Group, Person
from tests.stories.world import ARTICLES, HARBOUR, QUESTION, Served, edited_edition


def payload(url: str) -> str:
    return url.partition("?start=")[2]


async def test_an_answer_in_a_group_opens_in_private_with_all_its_quotes(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.write(aya, f"/ask {QUESTION}")
    answer = await group.reply()
    chat, link = telegram.private(aya), answer.button("private")["url"]
    opened = await chat.asks(f"/start {payload(link)}")
    assert opened.quotes == answer.quotes == [HARBOUR]
    assert not [button for button in opened.buttons if "url" in button]
    bot.shelf.current = edited_edition()
    assert "changed since" in (await chat.asks(f"/start {payload(link)}")).text


async def test_a_proof_opens_in_private_from_the_wider_context(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.write(aya, f"/ask {QUESTION}")
    group.press(aya, await group.reply(), "wider context")
    link = (await group.edited()).button("proof")["url"]
    assert ARTICLES[0].revision in (await telegram.private(aya).asks(f"/start {payload(link)}")).text


@pytest.mark.parametrize(
    "words", ["1-a-zzzzzzzzzzzz", "2-a-1", "1-a-", "inline", "<b>", "1-a-1 1-a-2", "x" * 64]
)
async def test_a_link_that_is_forged_or_old_is_a_plain_start(
    telegram: FakeTelegram, bot: Served, aya: Person, words: str
) -> None:
    chat = telegram.private(aya)
    assert "Ask me a question" in (await chat.asks(f"/start {words}")).text
    assert "You could ask" in (await chat.reply()).text


async def test_a_link_opens_nothing_in_a_group(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    await telegram.private(aya).asks(QUESTION)
    group.write(aya, "/start@quoth_test_bot 1-a-1")
    assert "Ask me a question" in (await group.reply()).text


async def test_proof_is_given_by_reply_or_by_number(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    for words, fields in (("/proof", {"reply_to": answer}), ("/proof 1", {}), ("/proof 1 1", {})):
        proof = await chat.asks(words, **fields)
        assert "Answer 1, quote 1" in proof.text
        assert proof.quotes == [HARBOUR]


@pytest.mark.parametrize("words", ["/proof", "/proof x", "/proof -1", "/proof 1 2 3", "/proof " + "9" * 30])
async def test_proof_without_an_answer_says_how_to_ask_for_it(
    telegram: FakeTelegram, bot: Served, aya: Person, words: str
) -> None:
    assert "Reply with /proof" in (await telegram.private(aya).asks(words)).text


async def test_a_proof_that_cannot_be_given_says_why(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    refusal = await chat.asks("Which football club won the cup?")
    assert "do not seem to answer" in (await chat.asks("/proof", reply_to=refusal)).text
    await chat.asks(QUESTION)
    assert "no more quotes" in (await chat.asks("/proof 2 9")).text
    assert "not kept any more" in (await chat.asks("/proof 77")).text
    bot.shelf.current = edited_edition()
    assert "changed since" in (await chat.asks("/proof 2")).text


async def test_a_proof_is_given_in_the_group_that_was_answered(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.write(aya, f"/ask {QUESTION}")
    answer = await group.reply()
    group.write(telegram.user("Ben"), "/proof@quoth_test_bot", reply_to=answer)
    assert ARTICLES[0].revision in (await group.reply()).text
