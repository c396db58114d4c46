import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Chat, Message, MessageEntity, User

from bot.chat.talk.addressing import addressed, command_of
from tests.fake_telegram import utf16

ME = User(42, "Quoth", is_bot=True, username="Quoth_Bot")
AYA = User(1, "Aya", is_bot=False)
GROUP = Chat(-100, "supergroup")
NOW = datetime(2031, 5, 6, tzinfo=UTC)

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40)


def message(text: str, *entities: MessageEntity, chat: Chat = GROUP) -> Message:
    return Message(7, NOW, chat, from_user=AYA, text=text, entities=entities)


def entity(kind: str, before: str, words: str) -> MessageEntity:
    return MessageEntity(kind, utf16(before), utf16(words))


@given(texts, texts, st.sampled_from(["@Quoth_Bot", "@quoth_bot", "@QUOTH_BOT"]))
def test_every_mention_is_cut_out_of_the_question_wherever_it_stands(
    before: str, after: str, name: str
) -> None:
    asked = addressed(message(before + name + after, entity("mention", before, name)), ME)
    assert asked is not None
    words = re.findall(r"\w+", before) + re.findall(r"\w+", after)
    assert re.findall(r"\w+", asked) == words or not words


@given(texts)
def test_every_text_after_ask_is_the_question_exactly(question: str) -> None:
    text = f"/ask {question}"
    assert addressed(message(text, entity("bot_command", "", "/ask")), ME) == question.strip() or not any(
        c.isalnum() or c == "_" for c in question
    )


@given(texts)
def test_every_text_in_private_is_a_question_and_in_a_group_none(text: str) -> None:
    assert addressed(message(text, chat=Chat(1, "private")), ME) == text.strip()
    assert addressed(message(text), ME) is None


def test_white_space_inside_a_question_is_kept() -> None:
    text = "/ask one\n\ntwo  three"
    assert addressed(message(text, entity("bot_command", "", "/ask")), ME) == "one\n\ntwo  three"


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/help", ("help", "")),
        ("/Help@quoth_BOT me", ("help", "me")),
        ("/help@other_bot", None),
        ("/start abc-_1", ("start", "abc-_1")),
    ],
)
def test_a_command_is_ours_unless_it_names_another_bot(text: str, command: tuple[str, str] | None) -> None:
    assert command_of(message(text, entity("bot_command", "", text.split(maxsplit=1)[0])), ME) == command


def test_a_command_in_the_middle_is_text() -> None:
    private = Chat(1, "private")
    inner = message("see /ask x", entity("bot_command", "see ", "/ask"), chat=private)
    assert addressed(inner, ME) == "see /ask x"
    assert command_of(inner, ME) is None


def test_a_caption_asks_as_a_text_does() -> None:
    caption = "/ask how long?"
    photo = Message(
        7, NOW, GROUP, from_user=AYA, caption=caption, caption_entities=[entity("bot_command", "", "/ask")]
    )
    assert addressed(photo, ME) == "how long?"


def test_mentions_can_be_switched_off() -> None:
    mentioned = message("@Quoth_Bot hi", entity("mention", "", "@Quoth_Bot"))
    assert addressed(mentioned, ME, mentions=False) is None


def test_replying_to_the_bot_with_nothing_but_ask_asks_nothing() -> None:
    own = Message(5, NOW, GROUP, from_user=ME, text="A quote")
    reply = Message(
        7,
        NOW,
        GROUP,
        from_user=AYA,
        text="/ask",
        entities=[entity("bot_command", "", "/ask")],
        reply_to_message=own,
    )
    assert addressed(reply, ME) == ""


def test_nobody_asks_through_a_channel_or_without_a_sender() -> None:
    command = entity("bot_command", "", "/ask")
    assert addressed(message("/ask x", command, chat=Chat(-1, "channel")), ME) is None
    assert addressed(Message(7, NOW, GROUP, text="/ask x", entities=[command]), ME) is None
