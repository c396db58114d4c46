"""In a group the bot answers whoever addresses it, in the right place, once; all else meets silence."""

from typing import Any

import pytest

from bot.storage.chats import Choices
from bot.storage.journal import Journal
from tests.fake_telegram import FakeTelegram, Group, Person, Sent
from tests.stories.world import BRIDGE, BRIDGE_QUESTION, HARBOUR, QUESTION, Served

pytestmark = pytest.mark.parametrize("bot", ["polling"], indirect=True)


async def answered(group: Group, author: Person | None, text: str, **fields: Any) -> Sent:
    """Write a message and expect the one answer about the harbour, as a reply to it."""
    message = group.write(author, text, **fields)
    answer = await group.reply()
    assert HARBOUR in answer.quotes[0]
    assert answer.replies_to == message["message_id"]
    return answer


async def silent(group: Group, *writers: Person) -> None:
    """Each is served in order, so once a later question of theirs is answered, nothing else will come."""
    for writer in writers:
        assert BRIDGE in await first_quote(group, writer)
    assert group.unread == []


async def first_quote(group: Group, writer: Person | None, **fields: Any) -> str:
    group.write(writer, f"/ask {BRIDGE_QUESTION}", **fields)
    return (await group.reply()).quotes[0]


@pytest.mark.parametrize(
    "text",
    [
        f"/ask {QUESTION}",
        f"/ASK@Quoth_Test_BOT\n{QUESTION}",
        f"@quoth_test_bot {QUESTION}",
        f"@QUOTH_test_bot, {QUESTION}",
        f"😀😀 {QUESTION} @quoth_test_bot",
    ],
)
async def test_whoever_addresses_the_bot_is_answered(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person, text: str
) -> None:
    await answered(group, aya, text)


async def test_a_mention_without_a_username_counts(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    text = f"👍 «Quoth» {QUESTION}"
    await answered(group, aya, text, **group.mention(text, telegram.bot))


async def test_a_reply_to_the_bot_is_a_question(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.write(aya, f"/ask {BRIDGE_QUESTION}")
    first = await group.reply()
    await answered(group, aya, QUESTION, reply_to=first)


@pytest.mark.parametrize("text", ["/ask", "/ask@quoth_test_bot", "@quoth_test_bot", "@quoth_test_bot?"])
async def test_addressing_the_bot_in_reply_asks_what_was_replied_to(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person, text: str
) -> None:
    asked = group.post(telegram.user("Ben"), QUESTION)
    await answered(group, aya, text, reply_to=asked)


@pytest.mark.parametrize("doubt", ["@quoth_test_bot true?", "/ask is this right?", "@quoth_test_bot verify"])
async def test_who_doubts_what_somebody_wrote_asks_where_it_stands(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person, doubt: str
) -> None:
    claim = group.post(telegram.user("Ben"), HARBOUR)
    await answered(group, aya, doubt, reply_to=claim)
    (asked,) = await bot.database.rows("SELECT question FROM answers")
    assert asked == (f"“{HARBOUR}”",)
    marked = group.post(telegram.user("Ben"), f"Somebody sent this. {HARBOUR} What now?")
    await answered(group, aya, doubt, reply_to=marked, quote={"text": HARBOUR, "position": 20})
    assert (await bot.database.rows("SELECT question FROM answers"))[1] == asked


async def test_asking_without_a_question_explains_how(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.write(aya, "/ask")
    assert "after /ask" in (await group.reply()).text


async def test_an_anonymous_administrator_and_a_channel_may_ask(
    telegram: FakeTelegram, bot: Served, group: Group
) -> None:
    await answered(group, None, f"/ask {QUESTION}", **group.anonymous())
    channel = {"id": -1009999, "type": "channel", "title": "News"}
    author = Person(136817688, "Channel", "Channel_Bot", is_bot=True)
    await answered(group, author, f"/ask {QUESTION}", sender_chat=channel)


async def test_everything_else_meets_silence(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    bot_author = Person(555, "Other", "other_bot", is_bot=True)
    ben = telegram.user("Ben")
    group.write(aya, QUESTION)
    group.write(aya, f"/ask@other_bot {QUESTION}")
    group.write(aya, f"/asking {QUESTION}")
    group.write(aya, f"I wrote /ask {QUESTION} to them")
    group.write(aya, f"@other_bot {QUESTION}")
    group.write(aya, f"mail quoth_test_bot {QUESTION}")
    group.write(aya, "/help")
    group.write(aya, "/dance@quoth_test_bot")
    group.write(bot_author, f"/ask {QUESTION}")
    group.write(aya, f"/ask {QUESTION}", via_bot=telegram.bot.as_json())
    group.write(ben, QUESTION, reply_to=group.post(aya, "What do you think?"))
    group.write(None, f"/ask {QUESTION}", is_automatic_forward=True, **group.anonymous())
    group.write(aya, "", new_chat_title="Readers and writers")
    assert BRIDGE in await first_quote(group, None, **group.anonymous())
    await silent(group, ben, aya)


async def test_commands_that_name_the_bot_are_answered_in_groups(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.write(aya, "/help@quoth_test_bot")
    assert "/ask" in (await group.reply()).text


async def test_an_answer_stays_in_its_topic(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    forum = telegram.group("Forum", forum=True)
    topic = forum.topic("Harbours")
    answer = await answered(forum, aya, f"/ask {QUESTION}", **forum.in_topic(topic))
    assert answer.thread == topic
    general = await answered(forum, aya, f"/ask {QUESTION}")
    assert general.thread is None


async def test_a_message_in_a_topic_that_the_bot_made_is_no_reply_to_it(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    forum = telegram.group("Forum", forum=True)
    topic = forum.topic("Harbours", telegram.bot)
    forum.write(aya, QUESTION, **forum.in_topic(topic))
    await silent(forum, aya)


async def test_a_thread_outside_topics_is_answered(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    first = group.post(aya, "Any news?")
    await answered(group, aya, f"/ask {QUESTION}", reply_to=first)


async def test_a_closed_topic_does_no_harm(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    forum = telegram.group("Forum", forum=True)
    topic = forum.topic("Harbours")
    forum.room.topics[topic] = "closed"
    forum.write(aya, f"/ask {QUESTION}", **forum.in_topic(topic))
    await silent(forum, aya)


async def test_a_question_that_was_deleted_meanwhile_is_still_answered(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    message = group.post(aya, f"/ask {QUESTION}")
    del group.room.messages[message["message_id"]]
    group.deliver(message)
    answer = await group.reply()
    assert answer.replies_to is None
    assert HARBOUR in answer.quotes[0]


async def test_an_edited_question_edits_the_answer_and_an_old_one_does_not(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    question = group.write(aya, f"/ask {QUESTION}")
    first = await group.reply()
    group.edit(question, f"/ask {BRIDGE_QUESTION}")
    second = await group.edited()
    assert (second.message_id, BRIDGE in second.quotes[0]) == (first.message_id, True)
    telegram.world.clock += 11 * 60
    group.edit(question, f"/ask {QUESTION}")
    telegram.world.clock -= 11 * 60
    await silent(group, aya)
    assert len(telegram.transcript) == 3


async def test_a_group_that_was_quiet_for_long_is_not_woken(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.write(aya, f"/ask {QUESTION}", date=int(telegram.world.clock) - 6 * 60)
    chat = telegram.private(aya)
    assert HARBOUR in (await chat.asks(QUESTION)).quotes[0]
    await silent(group, aya)


async def test_a_group_is_greeted_once(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    telegram.member_changed(group.room, aya, "left", "member")
    assert "@quoth_test_bot" in (await group.reply()).text
    telegram.member_changed(group.room, aya, "member", "administrator")
    await silent(group, aya)


async def test_a_group_that_becomes_a_supergroup_goes_on(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    old = telegram.group("Readers", supergroup=False)
    await bot.chats.choose(old.id, Choices(language="ru"))
    new = old.migrates()
    new.write(aya, "/ask")
    assert "/ask" in (await new.reply()).text
    assert (await bot.chats.choices(new.id)).language == "ru"


async def test_an_answer_on_its_way_follows_a_migration(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    old = telegram.group("Readers", supergroup=False)
    message = old.post(aya, f"/ask {QUESTION}")
    new = telegram.group("Readers")
    old.room.migrated_to = new.id
    old.deliver(message)
    assert HARBOUR in (await new.reply()).quotes[0]


@pytest.mark.parametrize("status", ["kicked", "left"])
async def test_a_group_without_the_bot_is_left_alone(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person, status: str
) -> None:
    await bot.chats.choose(group.id, Choices(language="ru"))
    group.deliver(group.post(aya, f"/ask {QUESTION}"))
    await group.reply()
    telegram.member_changed(group.room, aya, "member", status)
    group.write(aya, f"/ask {QUESTION}")
    await group.was_written_to(2)
    assert await bot.chats.choices(group.id) == Choices()
    assert not await bot.chats.active(group.id)


async def test_no_right_to_write_is_met_with_silence(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.room.bot_may_write = False
    group.write(aya, f"/ask {QUESTION}")
    await group.was_written_to(1)
    group.room.bot_may_write = True
    await silent(group, aya)


async def test_a_group_hears_nothing_about_thanks(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.write(aya, "@quoth_test_bot thank you!")
    await silent(group, aya)


async def test_choices_of_a_group_are_followed(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    await bot.chats.choose(group.id, Choices(mentions=False, quiet=True))
    group.write(aya, f"@quoth_test_bot {QUESTION}")
    group.write(aya, "/ask Which football club won the cup?")
    await silent(group, aya)
    assert [gap.question for gap in await Journal(bot.database).gaps()] == [
        "Which football club won the cup?"
    ]


async def test_a_group_that_asks_too_much_is_told_once(
    telegram: FakeTelegram, bot: Served, group: Group
) -> None:
    asked = [group.write(telegram.user(f"User {number}"), f"/ask {QUESTION}") for number in range(21)]
    replies = [await group.reply() for _ in asked]
    assert sorted(reply.replies_to or 0 for reply in replies) == [each["message_id"] for each in asked]
    (told,) = (reply for reply in replies if not reply.quotes)  # at once: it waits for nobody's answer
    assert "This chat asks a lot at once" in told.text
    ben = telegram.user("Ben")
    group.write(ben, f"/ask {QUESTION}")
    group.write(ben, "/help@quoth_test_bot")
    assert "Commands" in (await group.reply()).text
    assert group.unread == []
