"""Who and what exists on the fake Telegram: people, chats, messages, pending updates."""

import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

from tests.fake_telegram.markup import utf16

Json = dict[str, Any]
ChatType = Literal["private", "group", "supergroup", "channel"]

ANONYMOUS_ADMIN = 1087968824
LINKED_CHANNEL = 777000


@dataclass
class Person:
    """A user of Telegram, or a bot."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = "en"
    is_bot: bool = False

    def as_json(self) -> Json:
        person: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            person["username"] = self.username
        if self.language_code and not self.is_bot:
            person["language_code"] = self.language_code
        return person


@dataclass
class Room:
    """A chat as the server knows it."""

    id: int
    type: ChatType
    title: str
    is_forum: bool = False
    messages: dict[int, Json] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    """Thread id -> "open" or "closed"; General is 1 and is never named in calls."""
    statuses: dict[int, str] = field(default_factory=dict)
    bot_may_write: bool = True
    blocked_by_user: bool = False
    started: bool = True
    migrated_to: int | None = None

    def as_json(self) -> Json:
        chat: Json = {"id": self.id, "type": self.type}
        chat["first_name" if self.type == "private" else "title"] = self.title
        if self.is_forum:
            chat["is_forum"] = True
        return chat


@dataclass
class World:
    """Everything that the server remembers."""

    bot: Person
    people: dict[int, Person] = field(default_factory=dict)
    rooms: dict[int, Room] = field(default_factory=dict)
    updates: list[Json] = field(default_factory=list)
    """What the bot has not acknowledged yet."""
    callbacks: dict[str, bool] = field(default_factory=dict)
    """Id of a button press -> answered."""
    inline: dict[str, bool] = field(default_factory=dict)
    inline_messages: dict[str, Json] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    descriptions: dict[tuple[str, str], str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    ahead: float = 0.0
    """Seconds by which this world's clock is ahead of ours."""
    update_ids: "count[int]" = field(default_factory=lambda: count(5000))
    keys: "count[int]" = field(default_factory=lambda: count(1))
    _shared_ids: "count[int]" = field(default_factory=lambda: count(100))
    _own_ids: "dict[int, count[int]]" = field(default_factory=lambda: defaultdict(lambda: count(10)))

    @property
    def clock(self) -> float:
        """The time, in seconds since 1970; a story can move it."""
        return time.time() + self.ahead

    @clock.setter
    def clock(self, moment: float) -> None:
        self.ahead = moment - time.time()

    def next_message_id(self, room: Room) -> int:
        """Private chats and basic groups share one sequence, each supergroup has its own."""
        ids = self._own_ids[room.id] if room.type in ("supergroup", "channel") else self._shared_ids
        return next(ids)

    def add_update(self, kind: str, body: Json) -> Json:
        """Queue an update for the bot and return it."""
        update = {"update_id": next(self.update_ids), kind: body}
        self.updates.append(update)
        return update

    def store(self, room: Room, message: Json) -> Json:
        """Give ``message`` an id and a date, and keep it."""
        message = {
            "message_id": self.next_message_id(room),
            "date": int(self.clock),
            "chat": room.as_json(),
            **message,
        }
        room.messages[message["message_id"]] = message
        return message

    def reply_fields(self, room: Room, message_id: int) -> Json:
        """What a message that replies to ``message_id`` carries of it."""
        original = room.messages[message_id]
        shown = {k: v for k, v in original.items() if k != "reply_to_message"}
        fields: Json = {"reply_to_message": shown}
        if room.type == "supergroup" and not room.is_forum:
            fields["message_thread_id"] = original.get("message_thread_id", message_id)
        return fields


def find_entities(text: str) -> list[Json]:
    """Return the commands and mentions in what a user typed, in UTF-16 units."""

    found = []
    for match in re.finditer(r"(?<![\w/@])(/[A-Za-z0-9_]{1,64}(?:@\w+)?|@\w{4,32})(?!\w)", text):
        kind = "bot_command" if match[0].startswith("/") else "mention"
        found.append({"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match[0])})
    return found
