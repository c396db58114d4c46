"""What people do in several stories."""

from tests.fake_telegram import Chat, FakeTelegram, Group, Person, Sent

FERRY_QUESTION = "Which ferry to Sund left?"
"""Answered by many sentences of one article."""


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
