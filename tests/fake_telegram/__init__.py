"""A Bot API emulation for stories: people talk, the bot answers over real HTTP, nobody sleeps."""

from tests.fake_telegram.chats import Chat, Group, Private
from tests.fake_telegram.markup import parse_html, utf16
from tests.fake_telegram.stories import TOKEN, FakeTelegram, InlineAnswer
from tests.fake_telegram.transcript import Sent
from tests.fake_telegram.world import Person

__all__ = [
    "TOKEN",
    "Chat",
    "FakeTelegram",
    "Group",
    "InlineAnswer",
    "Person",
    "Private",
    "Sent",
    "parse_html",
    "utf16",
]
