"""The whole fake: people, chats, inline queries, and the server they reach the bot through."""

from itertools import count
from types import TracebackType
from typing import Any, Self

from tests.fake_telegram.chats import Group, Private
from tests.fake_telegram.markup import Json
from tests.fake_telegram.server import Server
from tests.fake_telegram.transcript import Sent
from tests.fake_telegram.world import Person, Room, World

TOKEN = "424242:AAFakeFakeFakeFakeFakeFakeFakeFake_-9"


class InlineAnswer:
    """What the bot answered to an inline query, and how to choose from it."""

    def __init__(self, data: Json) -> None:
        self.results: list[Json] = data["results"]
        self.next_offset: str = data.get("next_offset", "")
        self.button: Json | None = data.get("button")
        self.cache_time: int = data.get("cache_time", 300)
        self.is_personal: bool = data.get("is_personal", False)


class FakeTelegram:
    """An async context manager: the server runs inside it."""

    def __init__(self) -> None:
        self.bot = Person(424242, "Quoth", "quoth_test_bot", is_bot=True)
        self.world = World(self.bot)
        self.server = Server(self.world, TOKEN)
        self._ids = count(1001)

    async def __aenter__(self) -> Self:
        await self.server.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.server.stop()

    @property
    def transcript(self) -> list[Sent]:
        return self.server.transcript

    @property
    def environment(self) -> dict[str, str]:
        """The settings that lead a bot here."""
        return {
            "BOT_TOKEN": TOKEN,
            "BOT_API_BASE_URL": f"{self.server.url}/bot",
            "BOT_API_BASE_FILE_URL": f"{self.server.url}/file/bot",
        }

    async def until(self, condition: Any, waited_for: str) -> None:
        """See Server.until."""
        await self.server.until(condition, waited_for)

    def update(self, kind: str, body: Json) -> Json:
        """Queue an update and wake the bot."""
        update = self.world.add_update(kind, body)
        self.server.changed()
        return update

    def again(self, update: Json) -> None:
        """Deliver an update a second time."""
        self.world.updates.append(update)
        self.server.changed()

    async def all_fetched(self) -> None:
        """Wait until the bot has acknowledged every update."""
        await self.until(lambda: not self.world.updates, "the bot to fetch all updates")

    def user(self, name: str, **fields: Any) -> Person:
        """A new person."""
        person = Person(next(self._ids), name, **fields)
        self.world.people[person.id] = person
        return person

    def private(self, person: Person) -> Private:
        """The private chat of ``person`` with the bot."""
        room = self.world.rooms.setdefault(person.id, Room(person.id, "private", person.first_name))
        return Private(self, room, person)

    def group(self, title: str, *, supergroup: bool = True, forum: bool = False) -> Group:
        """A new group with the bot in it."""
        number = next(self._ids)
        identity = -1_000_000_000_000 - number if supergroup else -number
        room = Room(identity, "supergroup" if supergroup else "group", title, is_forum=forum)
        room.statuses[self.bot.id] = "member"
        self.world.rooms[identity] = room
        return Group(self, room)

    def channel(self, title: str) -> Group:
        """A new channel that the bot administers."""
        number = next(self._ids)
        room = Room(-1_000_000_000_000 - number, "channel", title, statuses={self.bot.id: "administrator"})
        self.world.rooms[room.id] = room
        return Group(self, room)

    def member_changed(self, room: Room, actor: Person, before: str, after: str) -> None:
        """The bot was added, blocked, kicked or restored."""
        if room.type != "private":
            room.statuses[self.bot.id] = after
        user = self.bot.as_json()
        kicked = {"until_date": 0}
        sides = [{"user": user, "status": s, **(kicked if s == "kicked" else {})} for s in (before, after)]
        body: Json = {"chat": room.as_json(), "from": actor.as_json(), "date": int(self.world.clock)}
        self.update("my_chat_member", {**body, "old_chat_member": sides[0], "new_chat_member": sides[1]})

    def rights_changed(self, room: Room, person: Person, before: str, after: str) -> None:
        """A member of a group was promoted or demoted."""
        room.statuses[person.id] = after
        body: Json = {"chat": room.as_json(), "from": person.as_json(), "date": int(self.world.clock)}
        sides = [self.server.methods.rooms.member(person.id, status) for status in (before, after)]
        self.update("chat_member", {**body, "old_chat_member": sides[0], "new_chat_member": sides[1]})

    def inline(self, person: Person, query: str, offset: str = "") -> str:
        """Type an inline query; returns its id."""
        key = f"inline{next(self.world.keys)}"
        self.world.inline[key] = False
        self.update("inline_query", {"id": key, "from": person.as_json(), "query": query, "offset": offset})
        return key

    async def found(self, key: str) -> InlineAnswer:
        """Wait for the answer to an inline query."""
        await self.until(lambda: self.world.inline[key], "an answer to an inline query")
        calls = [d for m, d in self.server.calls if m == "answerInlineQuery"]
        return InlineAnswer(next(d for d in calls if d["inline_query_id"] == key))
