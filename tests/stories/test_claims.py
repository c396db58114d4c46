"""What somebody claims is looked up, and the answer hangs on the very words that it is about."""

from typing import Any

import pytest

from tests.fake_telegram import FakeTelegram, Group, Person, Sent
from tests.stories.world import HARBOUR, Served

FALSE = HARBOUR.replace("14", "15")
NEWS = f"Read this, everybody! {FALSE} Pass it on."
DIFFERENT = "Here the words are different:"


def forwarded(telegram: FakeTelegram, author: Person) -> dict[str, Any]:
    """The fields of a message that was written by somebody else."""
    return {"forward_origin": {"type": "user", "date": 1_900_000_000, "sender_user": author.as_json()}}


def differs(sent: Sent) -> None:
    """The answer tells that 15 are 14 there, and quotes the sentence."""
    assert DIFFERENT in sent.text
    assert "Only in what you sent: 15" in sent.text
    assert "Only in the article: 14" in sent.text
    assert sent.quotes == [HARBOUR]


async def test_a_news_message_that_is_forwarded_is_held_against_the_articles(
    telegram: FakeTelegram, reader: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(NEWS, **forwarded(telegram, telegram.user("Ben")))
    differs(answer)
    assert answer.about == FALSE.rstrip(".")


async def test_a_forwarded_question_is_answered_as_a_question(
    telegram: FakeTelegram, reader: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(
        "How many mines did the divers find?", **forwarded(telegram, telegram.user("Ben"))
    )
    assert answer.quotes == [HARBOUR]
    assert "words" not in answer.text


@pytest.mark.parametrize("doubt", ["@quoth_test_bot true?", "/ask is this right?"])
async def test_in_a_group_the_answer_hangs_on_what_was_doubted(
    telegram: FakeTelegram, reader: Served, group: Group, aya: Person, doubt: str
) -> None:
    claim = group.post(telegram.user("Ben"), NEWS)
    group.write(aya, doubt, reply_to=claim)
    answer = await group.reply()
    differs(answer)
    assert (answer.replies_to, answer.about) == (claim["message_id"], FALSE.rstrip("."))


async def test_of_a_message_only_the_words_that_were_marked_are_looked_up(
    telegram: FakeTelegram, reader: Served, group: Group, aya: Person
) -> None:
    claim = group.post(telegram.user("Ben"), f"{FALSE} The rope bridge is 212 metres long.")
    marked = {"text": FALSE, "position": 0, "is_manual": True}
    group.write(aya, "@quoth_test_bot verify", reply_to=claim, quote=marked)
    answer = await group.reply()
    differs(answer)
    assert answer.replies_to == claim["message_id"]


@pytest.mark.parametrize("lead", ["Is it true that", "verify:", "Did anyone write that", "My uncle sent it:"])
async def test_a_claim_within_a_message_gets_a_verdict(
    telegram: FakeTelegram, reader: Served, aya: Person, lead: str
) -> None:
    differs(await telegram.private(aya).asks(f"{lead} {FALSE}"))


async def test_a_claim_that_is_nowhere_gets_the_closest_passages_as_such(
    telegram: FakeTelegram, reader: Served, aya: Person
) -> None:
    answer = await telegram.private(aya).asks(
        "Is it true that the divers painted all of the mines near the east pier green?"
    )
    assert "These words do not stand in the articles. The closest passages:" in answer.text
    assert answer.quotes


async def test_a_claim_that_was_edited_away_is_answered_all_the_same(
    telegram: FakeTelegram, reader: Served, group: Group, aya: Person
) -> None:
    claim = group.post(telegram.user("Ben"), NEWS)
    asked = group.post(aya, "@quoth_test_bot true?", reply_to=claim)
    group.post(telegram.user("Cem"), NEWS)
    claim["text"] = "Never mind."
    group.deliver(asked)
    answer = await group.reply()
    differs(answer)
    assert (answer.replies_to, answer.about) == (claim["message_id"], "")
