"""Chats as their members see them: they type, press, edit; the bot's replies are awaited."""

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tests.fake_telegram.markup import Json, utf16
from tests.fake_telegram.transcript import Sent
from tests.fake_telegram.world import ANONYMOUS_ADMIN, Person, Room, find_entities

if TYPE_CHECKING:
    from tests.fake_telegram.stories import FakeTelegram

_SHOWN = ("sendMessage", "sendDocument", "sendPhoto")
_EDITED = ("editMessageText", "editMessageReplyMarkup")


class Chat:
    """A chat as its members see it."""

    def __init__(self, telegram: "FakeTelegram", room: Room) -> None:
        self.telegram = telegram
        self.room = room
        self._read = 0
        self._read_edits = 0

    @property
    def id(self) -> int:
        return self.room.id

    def post(self, author: Person | None, text: str, **fields: Any) -> Json:
        """Put a message into the chat without telling the bot."""
        body: Json = {"text": text, **fields}
        if author:
            body["from"] = author.as_json()
        entities = find_entities(text) + fields.get("entities", [])
        if entities:
            body["entities"] = sorted(entities, key=lambda e: int(e["offset"]))
        if (reply_to := body.pop("reply_to", None)) is not None:
            body |= self.telegram.world.reply_fields(self.room, _message_id(reply_to))
        return self.telegram.world.store(self.room, body)

    def deliver(self, message: Json, kind: str = "message") -> Json:
        """Send the bot an update about ``message``; returns the message."""
        self.telegram.update(kind, message)
        return message

    def write(self, author: Person | None, text: str, **fields: Any) -> Json:
        """Post a message and deliver it; ``reply_to`` is a message or a Sent."""
        return self.deliver(self.post(author, text, **fields))

    def edit(self, message: Json, text: str) -> Json:
        """Change the text of a message and tell the bot."""
        message |= {"text": text, "edit_date": int(self.telegram.world.clock)}
        message.pop("entities", None)
        if entities := find_entities(text):
            message["entities"] = entities
        return self.deliver(message, "edited_message")

    def reacts(self, author: Person, sent: Sent, *emojis: str, before: tuple[str, ...] = ()) -> None:
        """Put reactions in the place of those before; the bot hears of it where Telegram tells it."""
        administers = self.room.statuses.get(self.telegram.bot.id) == "administrator"
        if self.room.type != "private" and not administers:
            return
        sides = [[{"type": "emoji", "emoji": emoji} for emoji in side] for side in (before, emojis)]
        change = {"chat": self.room.as_json(), "message_id": sent.message_id, "user": author.as_json()}
        change |= {"date": int(self.telegram.world.clock), "old_reaction": sides[0], "new_reaction": sides[1]}
        self.telegram.update("message_reaction", change)

    async def reaction(self, sent: "Sent | Json", times: int = 1) -> list[str]:
        """Wait until the bot has reacted to a message so often; return the reactions that it has now."""

        def calls() -> list[Json]:
            made = [data for name, data in self.telegram.server.calls if name == "setMessageReaction"]
            return [one for one in made if one["message_id"] == _message_id(sent)]

        await self.telegram.until(lambda: len(calls()) >= times, "a reaction")
        return [str(one["emoji"]) for one in calls()[-1].get("reaction") or ()]

    async def reply(self) -> Sent:
        """Return the bot's next message in this chat that was not returned yet."""
        await self.telegram.until(lambda: self._sent(_SHOWN)[self._read :], f"a reply in {self.room.title}")
        self._read += 1
        return self._sent(_SHOWN)[self._read - 1]

    async def edited(self) -> Sent:
        """Return the bot's next edit in this chat that was not returned yet."""
        await self.telegram.until(
            lambda: self._sent(_EDITED)[self._read_edits :], f"an edit in {self.room.title}"
        )
        self._read_edits += 1
        return self._sent(_EDITED)[self._read_edits - 1]

    async def was_written_to(self, times: int) -> None:
        """Wait until the bot has tried to write here so many times, with or without success."""

        def calls() -> int:
            return sum(data.get("chat_id") == self.id for _, data in self.telegram.server.calls)

        await self.telegram.until(lambda: calls() >= times, f"{times} tries to write")

    @property
    def unread(self) -> list[Sent]:
        """The bot's messages that were not returned by ``reply`` yet."""
        return self._sent(_SHOWN)[self._read :]

    def press(self, author: Person, sent: Sent, label: str) -> str:
        """Press a button; returns the id of the press."""
        return self.press_forged(author, sent, sent.button(label)["callback_data"])

    def press_data(self, author: Person, sent: Sent, data: str) -> str:
        """Press a button with any data, which stands below the message, as one of an older version may."""
        message = self.room.messages.get(sent.message_id, sent.message)
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        stale = {"inline_keyboard": [*rows, [{"text": "?", "callback_data": data}]]}
        return self._press(author, data, message={**message, "reply_markup": stale})

    def press_forged(self, author: Person, sent: Sent, data: str) -> str:
        """Send the bot a press of a button that the message does not have, as a program can.

        The bot gets the message as it is now, however long the press is on its way.
        """
        message = self.room.messages.get(sent.message_id, sent.message)
        return self._press(author, data, message=deepcopy(message))

    def press_gone(self, author: Person, sent: Sent, data: str) -> str:
        """Press a button of a message that the bot cannot see any more."""
        gone = {"chat": self.room.as_json(), "message_id": sent.message_id, "date": 0}
        return self._press(author, data, message=gone)

    def press_inline(self, author: Person, data: str) -> str:
        """Press a button below a message that was sent in inline mode, in a chat without the bot."""
        return self._press(author, data, inline_message_id="inline-message")

    def _press(self, author: Person, data: str, **place: Any) -> str:
        key = f"press{next(self.telegram.world.keys)}"
        self.telegram.world.callbacks[key] = False
        query: Json = {"id": key, "from": author.as_json(), "chat_instance": "1", "data": data}
        self.telegram.update("callback_query", query | place)
        return key

    async def pop_up(self, press: str) -> str:
        """Wait until a press is answered; return the words that pop up, "" for none."""
        world = self.telegram.world
        await self.telegram.until(lambda: world.callbacks[press], "an answer to a button press")
        calls = [d for m, d in self.telegram.server.calls if m == "answerCallbackQuery"]
        return next(str(d.get("text", "")) for d in calls if d["callback_query_id"] == press)

    def _sent(self, methods: tuple[str, ...]) -> list[Sent]:
        return [s for s in self.telegram.server.transcript.in_chat[self.room.id] if s.method in methods]


class Private(Chat):
    """A private chat with the bot."""

    def __init__(self, telegram: "FakeTelegram", room: Room, person: Person) -> None:
        super().__init__(telegram, room)
        self.person = person

    def says(self, text: str, **fields: Any) -> Json:
        """The person writes to the bot."""
        return self.write(self.person, text, **fields)

    async def asks(self, text: str, **fields: Any) -> Sent:
        """The person writes, the bot's reply is returned."""
        self.says(text, **fields)
        return await self.reply()

    def blocks(self) -> None:
        """The person blocks the bot."""
        self.room.blocked_by_user = True
        self.telegram.member_changed(self.room, self.person, "member", "kicked")


class Group(Chat):
    """A group or supergroup."""

    def topic(self, name: str, author: Person | None = None) -> int:
        """Create a topic; returns its thread id, the id of its root message."""
        created = {"forum_topic_created": {"name": name, "icon_color": 0}, "is_topic_message": True}
        person = author or self.telegram.bot
        root = self.telegram.world.store(self.room, {"from": person.as_json(), **created})
        root["message_thread_id"] = root["message_id"]
        self.room.topics[root["message_id"]] = "open"
        return int(root["message_id"])

    def in_topic(self, thread: int) -> Json:
        """The fields of a message that is written in a topic and replies to nobody."""
        shown = {k: v for k, v in self.room.messages[thread].items() if k != "reply_to_message"}
        return {"message_thread_id": thread, "is_topic_message": True, "reply_to_message": shown}

    def anonymous(self) -> Json:
        """The fields of a message by an anonymous administrator."""
        bot = Person(ANONYMOUS_ADMIN, "Group", "GroupAnonymousBot", is_bot=True)
        return {"sender_chat": self.room.as_json(), "from": bot.as_json()}

    def mention(self, text: str, person: Person) -> Json:
        """The entities of a text whose part «…» names ``person`` without a username."""
        start, end = text.index("«"), text.index("»") + 1
        entity = {"type": "text_mention", "offset": utf16(text[:start]), "length": utf16(text[start:end])}
        return {"entities": [{**entity, "user": person.as_json()}]}

    def migrates(self) -> "Group":
        """The group becomes a supergroup: both sides announce it; returns the new chat."""
        new = self.telegram.group(self.room.title, supergroup=True)
        new.room.statuses = dict(self.room.statuses)
        self.room.migrated_to = new.id
        self.deliver(self.telegram.world.store(self.room, {"migrate_to_chat_id": new.id}))
        new.deliver(self.telegram.world.store(new.room, {"migrate_from_chat_id": self.id}))
        return new


def _message_id(message: "Json | Sent | int") -> int:
    if isinstance(message, int):
        return message
    return message.message_id if isinstance(message, Sent) else int(message["message_id"])
