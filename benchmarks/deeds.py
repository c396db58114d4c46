"""What a bot does while it is killed, and what has to be so at the next start.

An edition is one of two; an upload is there whole, or its maintainer heard that it is not; whoever had all
deleted is in no file; whoever received a quote hears once that it has changed; a question is answered once.
"""

import random
import re
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol

from tests.fake_telegram import FakeTelegram, Private, Sent
from tests.stories.readers import Readers
from tests.stories.test_maintenance import document
from tests.stories.world import HARBOUR, QUESTION

READERS = 4
Stop = Callable[[], Awaitable[None]]
"""Lets the bot end by itself, and waits for that."""
_ANNOUNCED = "A quote that I gave here has changed."
_DRY = "Nothing was changed yet"
_RUNNING = "A reload by"
_RELOADED = ("Reloaded.", "Nothing has changed.")


@dataclass
class World:
    """An emulated Telegram, the folders of a bot, and what was found."""

    telegram: FakeTelegram
    root: Path
    chance: random.Random
    seed: str
    found: Counter[str] = field(default_factory=Counter)
    numbers: "count[int]" = field(default_factory=count)
    at_the_end: list[Callable[[], None]] = field(default_factory=list)
    """What counts something that must never be there twice."""

    def __post_init__(self) -> None:
        self.keeper = self.telegram.user("Keeper")
        self.desk = self.telegram.private(self.keeper)
        self.corpus, self.data = self.root / "corpus", self.root / "data"
        for folder in (self.corpus, self.data):
            folder.mkdir()
        self.write("harbour", HARBOUR)

    @property
    def settings(self) -> dict[str, str]:
        """How its bot is started."""
        maintainers = str(self.keeper.id)
        return {"BOT_DATA": str(self.data), "BOT_CORPUS": str(self.corpus), "BOT_MAINTAINERS": maintainers}

    def write(self, name: str, text: str) -> None:
        """Put an article into the corpus, or another in its place."""
        (self.corpus / f"{name}.md").write_text(f"{text}\n")

    def wrong(self, what: str, details: object) -> None:
        """Count something that must not be."""
        self.found[what.upper()] += 1
        print(f"  seed {self.seed}: {what}: {details}", flush=True)

    async def quoted(self, words: str) -> str:
        """Return what the bot quotes to somebody who asks inline: it keeps nothing of that."""
        found = await self.telegram.found(self.telegram.inline(self.telegram.user("Prober"), words))
        return "\n".join(one["input_message_content"]["message_text"] for one in found.results)

    async def reload(self) -> None:
        """Let the maintainer reload, once more where one is running, and confirm where readers are told."""
        words = (*_RELOADED, _DRY, _RUNNING)
        shown = await self.told(self.desk.says("/reload")["message_id"], *words)
        while shown.text.startswith(_RUNNING):
            shown = await self.told(self.desk.says("/reload")["message_id"], *words)
        while shown.text.startswith(_DRY):
            self.desk.press(self.keeper, shown, "apply")
            shown = await self.told(shown.message_id, *_RELOADED)

    async def told(self, since: int, *words: str) -> Sent:
        """Wait until the maintainer reads one of these words in a message since that one; return it."""

        def shown() -> Sent | None:
            now = {sent.message_id: sent for sent in self.said if sent.message_id >= since}
            return next((sent for sent in now.values() if any(word in sent.text for word in words)), None)

        await self.telegram.until(shown, f"one of {words}")
        found = shown()
        assert found
        return found

    @property
    def said(self) -> list[Sent]:
        """All that the maintainer was shown."""
        return self.telegram.server.transcript.in_chat[self.desk.id]


async def _never() -> None:
    """Let the bot go on."""


class Deed(Protocol):
    """Something that a bot is asked to do, and is killed over."""

    def __init__(self, world: World) -> None:
        """Plan it."""

    async def prepare(self) -> None:
        """Do what comes before, undisturbed."""

    async def do(self, stop: Stop, /) -> None:
        """Ask for it and wait for its end."""

    async def check(self) -> None:
        """Look at what the next start has found; then do it to its end, undisturbed."""


class Reload:
    """Two articles change at once, and name the state that they are of."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._state = next(world.numbers)

    async def prepare(self) -> None:
        """Change the articles."""
        self._world.write(
            "bell", f"In state {self._state} the great bell of Orrin Church was cast anew by its smith."
        )
        self._world.write(
            "tide", f"The spring tide at Orrin Sands is higher in state {self._state} than it ever was."
        )

    async def do(self, _: Stop, /) -> None:
        """Reload."""
        await self._world.reload()

    async def check(self) -> None:
        """One edition serves, the old or the new one; after a reload the new one does."""
        before = await self._states()
        if before not in ([], *([state, state] for state in range(self._state + 1))):
            self._world.wrong("editions that are neither of the two", before)
        await self._world.reload()
        if (after := await self._states()) != [self._state] * 2:
            self._world.wrong("reloads that did not bring the new edition", after)

    async def _states(self) -> list[int]:
        shown = await self._world.quoted("Which state of the spring tide, of the great bell at Orrin?")
        return [int(number) for number in re.findall(r"state (\d+)", shown)]


class Upload:
    """A maintainer sends a file and confirms what is shown of it."""

    def __init__(self, world: World) -> None:
        self._world = world
        number = next(world.numbers)
        name, place = (f"{world.chance.getrandbits(40):x}" for _ in range(2))
        self._text = f"Wreck {number}, called {name} by divers, lies in the sand off Point {place}."
        self._name = f"wreck{number}.md"
        self._asked, self._press = 0, ""

    async def prepare(self) -> None:
        """Prepare nothing."""

    async def do(self, _: Stop, /) -> None:
        """Send the file, and confirm."""
        world, file = self._world, document(self._world.telegram, self._name, self._text.encode())
        self._asked = world.desk.says("", **file)["message_id"]
        shown = await world.told(self._asked, self._text)
        self._press = world.desk.press(world.keeper, shown, "Confirm")
        await world.told(shown.message_id, f"Added as {self._name}")

    async def check(self) -> None:
        """It is there whole, or the maintainer heard of it and can send it again; then it is there once."""
        world = self._world
        if not self._places():
            await self._heard()
            await self.do(_never)
        await world.reload()
        if self._places() != [self._name]:
            world.wrong("uploads that are not there once", self._places())
        if strange := [path.name for path in world.corpus.iterdir() if path.suffix != ".md"]:
            world.wrong("files left in the corpus", strange)
        shown = await world.quoted(self._text)
        if shown.count(self._text) != 1:
            world.wrong("uploads that are not quoted", self._text)

    def _places(self) -> list[str]:
        return [path.name for path in self._world.corpus.glob("*.md") if self._text in path.read_text()]

    async def _heard(self) -> None:
        """See that the maintainer was shown the file, and that a press did something, or was answered."""
        try:
            await self._world.told(self._asked, self._text)
            if self._press:
                await self._world.desk.pop_up(self._press)
        except AssertionError:
            self._world.wrong("uploads lost without a word", self._name)


class Forget:
    """Somebody who has asked, and saved a quote, has all deleted."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._marks = f"mark{world.chance.getrandbits(60):x}"
        self._person = world.telegram.user("Forgotten")
        self._chat = world.telegram.private(self._person)
        self._asked = 0

    async def prepare(self) -> None:
        """Ask, with words that nobody else uses, what is answered and what is not; save a quote."""
        answer = await self._chat.asks(f"{QUESTION} {self._marks}")
        await self._chat.pop_up(self._chat.press(self._person, answer, "☆"))
        refused = await self._chat.asks(f"Wherever {self._marks} {self._marks[::-1]}?")
        await self._chat.pop_up(self._chat.press(self._person, refused, "Tell me"))

    async def do(self, _: Stop, /) -> None:
        """Have all deleted."""
        self._asked = self._chat.says("/forget")["message_id"]
        await self._world.telegram.until(self._confirmed, "all to be deleted")

    def _confirmed(self) -> bool:
        messages = self._chat.room.messages.items()
        return any(n > self._asked and said.get("text", "").startswith("Deleted") for n, said in messages)

    async def check(self) -> None:
        """What was asked for is done, without being asked for again."""
        await self._world.telegram.until(self._confirmed, "all to be deleted")
        self._chat.says("/privacy")
        await self._world.telegram.until(self._is_read, "all to be handled")
        self._look("what was to be forgotten")
        await self.do(_never)
        self._look("what was to be forgotten, after another /forget")

    def _is_read(self) -> bool:
        return any("What is kept" in said.get("text", "") for said in self._chat.room.messages.values())

    def _look(self, what: str) -> None:
        with closing(sqlite3.connect(f"file:{self._world.data / 'quoth.db'}?mode=ro", uri=True)) as database:
            tables = [
                name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            ]
            rows = [(name, row) for name in tables for row in database.execute(f"SELECT * FROM {name}")]  # noqa: S608
        if left := [(name, row) for name, row in rows if self._person.id in row]:
            self._world.wrong(f"rows of {what}", left)
        files = [path for path in self._world.root.rglob("*") if path.is_file()]
        if left := [(path.name, ()) for path in files if self._marks.encode() in path.read_bytes()]:
            self._world.wrong(f"words of {what}", left)


class Correction:
    """Readers have received a quote, and its article changes."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._nights = next(world.numbers)
        people = [world.telegram.user("Reader") for _ in range(READERS)]
        self._chats = [world.telegram.private(person) for person in people]

    async def prepare(self) -> None:
        """Let readers have the quote, and change it."""
        self._world.write("lamp", f"The lamp of Orrin burns for {self._nights} nights, and no more.")
        await self._world.reload()
        for chat in self._chats:
            answer = await chat.asks("For how many nights burns the lamp of Orrin?")
            assert str(self._nights) in answer.quotes[0], answer.text
        self._changed = (
            f"The lamp of Orrin burns for {self._nights} nights, and {next(self._world.numbers)} more."
        )
        self._world.write("lamp", self._changed)

    async def do(self, _: Stop, /) -> None:
        """Reload, and wait until all have been told."""
        await self._world.reload()
        await self._world.telegram.until(lambda: all(map(self._told, self._chats)), "all to be told")

    async def check(self) -> None:
        """All are told, and in the end each was told once."""
        await self.do(_never)
        self._world.at_the_end.append(self._count)

    def _told(self, chat: Private) -> int:
        return sum(self._changed in said.get("text", "") for said in chat.room.messages.values())

    def _count(self) -> None:
        for chat in self._chats:
            if self._told(chat) != 1:
                self._world.wrong("corrections doubled", chat.id)
            texts = [said.get("text", "") for said in chat.room.messages.values()]
            self._world.found["corrections"] += 1
            self._world.found["corrections announced once more"] += texts.count(_ANNOUNCED)


class Shutdown:
    """Readers ask in groups, and the bot is stopped before it has answered them all."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._readers = Readers(world.telegram, READERS)

    async def prepare(self) -> None:
        """Prepare nothing."""

    async def do(self, stop: Stop, /) -> None:
        """Ask, let some be answered, and stop."""
        self._readers.ask()
        some = self._world.chance.randrange(READERS + 1)
        await self._world.telegram.until(lambda: len(self._readers.answers) >= some, "some answers")
        await stop()

    async def check(self) -> None:
        """Every question is answered, and in the end once."""
        await self._readers.read_all()
        self._world.at_the_end.append(self._count)

    def _count(self) -> None:
        self._world.found["questions around a stop"] += len(self._readers.asked)
        self._world.found["answers offered by a button"] += len(self._readers.offered)
        if doubled := [key for key, shown in self._readers.answers.items() if shown > 1]:
            self._world.wrong("answers doubled", doubled)


DEEDS: dict[str, Callable[[World], Deed]] = {
    "reload": Reload,
    "upload": Upload,
    "forget": Forget,
    "correction": Correction,
    "shutdown": Shutdown,
}
"""By name."""
