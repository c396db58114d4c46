"""Who talks to the bot in the course of a day: private chats, a busy group, a maintainer."""

import asyncio
import json
import random
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.day.tally import Asked, Tally, kind_of
from tests.fake_telegram import FakeTelegram, Group, Person, Private, Sent
from tests.stories.test_maintenance import document

HOUR, MINUTE = 3600.0, 60.0
PATIENCE = 3 * HOUR
"""How long somebody waits for an answer: Telegram may ask the bot to wait for half an hour."""
GOLDEN = Path("tests/golden/corpus.jsonl")
LAMP = "The lamp of Orrin burns for {} nights, and no more.\n"
LAMP_QUESTION = "For how many nights burns the lamp of Orrin?"
_FOLLOW_UPS = ("And in Almaty?", "And the soldiers?", "And the journalists?", "And when was that?")
_POINTING = ("more", "source?", "Who said that?")
"""Words that show something of an answer, as its buttons do."""
_COMMANDS = ("/saved", "/saved", "/privacy", "/help", "/sources", "/start", "/forget")
_MORNING, _NIGHT = 7, 23
_BY_NIGHT = 0.1
"""Of what is said by day."""


def is_day(moment: float) -> bool:
    """Tell whether people are awake at a time of the world's clock."""
    return _MORNING <= moment / HOUR % 24 < _NIGHT


@dataclass
class Town:
    """Where all of them live: their Telegram, what is counted of them, and how long they go on."""

    telegram: FakeTelegram
    tally: Tally
    chance: random.Random
    hours: float

    def __post_init__(self) -> None:
        self.begin = self._now()
        self.began_at = self.telegram.world.clock
        self.end = self.begin + self.hours * HOUR
        lines = GOLDEN.read_text("utf-8").splitlines()
        self.known = [json.loads(line)["question"] for line in lines if line.strip()]

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    @property
    def hour(self) -> float:
        """How many hours have passed."""
        return (self._now() - self.begin) / HOUR

    @property
    def is_over(self) -> bool:
        """Tell whether nobody begins anything any more."""
        return self._now() >= self.end

    def question(self) -> str:
        """Return something that somebody may ask, now and then with a word that nobody has used before."""
        kind = self.chance.random()
        if kind < 0.1:
            return LAMP_QUESTION
        if kind < 0.2:
            return f"Where does {self.word().title()} {self.word()} the {self.word()}?"
        asked = self.chance.choice(self.known)
        return f"{asked} {self.word()}" if self.chance.random() < 0.2 else asked

    def word(self) -> str:
        """Return a word that was made up."""
        parts = [self.chance.choice("bdfgklmnprstvz") + self.chance.choice("aeiou") for _ in range(4)]
        return "".join(parts) + self.chance.choice("nrst")

    def moments(self, count: int) -> list[float]:
        """Return so many moments of these hours, most of them by day."""
        found = list[float]()
        while len(found) < count:
            seconds = self.chance.uniform(0, self.hours * HOUR)
            if is_day(self.began_at + seconds) or self.chance.random() < _BY_NIGHT:
                found.append(self.begin + seconds)
        return sorted(found)

    def count(self, mean: float) -> int:
        """Return a whole number that is this one on average."""
        return int(mean * self.chance.uniform(0.5, 1.5) + self.chance.random())

    async def until(self, moment: float) -> None:
        """Wait for that moment."""
        await asyncio.sleep(max(0.0, moment - self._now()))

    async def see(self, asked: Asked, person: Person, chat: Private | Group) -> None:
        """Wait for the answer; where only the offer of one is there, press its button after a while."""
        waiting = [asyncio.create_task(event.wait()) for event in (asked.settled, asked.offered)]
        await asyncio.wait(waiting, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        for waits in waiting:
            waits.cancel()
        for _ in range(6):
            if asked.answers or asked.popped_up or asked.left or not asked.offered.is_set():
                return
            await asyncio.sleep(self.chance.uniform(1, 3) * MINUTE)
            offer = next((sent for sent in asked.shown.values() if kind_of(sent) == "offer"), None)
            if offer and not asked.answers:
                asked.pressed = True
                self.tally.presses[chat.press(person, offer, "Show")] = asked
                await asyncio.sleep(MINUTE)


@dataclass
class Reader:
    """Somebody who talks to the bot in private, and in the group."""

    town: Town
    person: Person
    chat: Private

    async def live(self, visits: int) -> None:
        """Come back so often."""
        for moment in self.town.moments(visits):
            await self.town.until(moment)
            if not self.town.is_over:
                await self._visit()

    async def _visit(self) -> None:
        chance = self.town.chance
        act = chance.choices(
            (self._talks, self._commands, self._edits, self._types, self._leaves), (70, 10, 6, 10, 4)
        )[0]
        await act()

    async def _talks(self) -> None:
        asked = await self._asks(self.town.question())
        while asked.answers and self.town.chance.random() < 0.4:
            await asyncio.sleep(self.town.chance.uniform(0.3, 3) * MINUTE)
            asked = await self._asks(self.town.chance.choice(_FOLLOW_UPS))
        if asked.answers and self.town.chance.random() < 0.1:
            await self._says(self.town.chance.choice(_POINTING))
        if asked.answers and self.town.chance.random() < 0.5:
            await self._presses(asked)

    async def _asks(self, words: str) -> Asked:
        message = self.chat.says(words)
        asked = self.town.tally.asked(message)
        await self.town.see(asked, self.person, self.chat)
        return asked

    async def _presses(self, asked: Asked) -> None:
        """Press some buttons, one after the other, and see that each press is answered."""
        await asyncio.sleep(MINUTE)
        self.town.tally.does_something_else(self.chat.id)
        for _ in range(self.town.chance.randrange(1, 4)):
            sent = next(iter(asked.answers))
            buttons = [button["callback_data"] for button in sent.buttons if "callback_data" in button]
            if not buttons:
                return
            press = self.chat.press_forged(self.person, sent, self.town.chance.choice(buttons))
            await asyncio.sleep(5 * MINUTE)
            pressed = self.town.telegram.world.callbacks.pop(press)
            self.town.tally.others["presses", pressed] += 1

    async def _commands(self) -> None:
        await self._says(self.town.chance.choice(_COMMANDS))

    async def _says(self, words: str) -> None:
        """Say what is no question; see whether there is a reply."""
        self.chat.says(words)
        self.town.tally.does_something_else(self.chat.id)
        before = self.town.tally.heard[self.chat.id]
        await asyncio.sleep(10 * MINUTE)
        self.town.tally.others["commands", self.town.tally.heard[self.chat.id] > before] += 1

    async def _edits(self) -> None:
        """Ask, and change the question."""
        message = self.chat.says(self.town.question())
        asked = self.town.tally.asked(message)
        await self.town.see(asked, self.person, self.chat)
        await asyncio.sleep(MINUTE)
        self.chat.edit(message, self.town.question())
        await asyncio.sleep(10 * MINUTE)

    async def _types(self) -> None:
        """Look for something inline, letter by letter."""
        words, telegram = self.town.question(), self.town.telegram
        for end in (len(words) // 2, len(words)):
            key = telegram.inline(self.person, words[:end])
            await asyncio.sleep(0.7 if end < len(words) else MINUTE)
        self.town.tally.others["inline queries", telegram.world.inline.pop(key)] += 1

    async def _leaves(self) -> None:
        """Ask, block the bot at once, and come back after a while."""
        message = self.chat.says(self.town.question())
        asked = self.town.tally.asked(message)
        await asyncio.sleep(self.town.chance.uniform(0, 2))
        asked.left = True
        self.chat.blocks()
        await asyncio.sleep(self.town.chance.uniform(0.5, 2) * HOUR)
        self.town.tally.does_something_else(self.chat.id)
        self.chat.room.blocked_by_user = False
        self.town.telegram.member_changed(self.chat.room, self.person, "kicked", "member")
        self.chat.says("/start")
        await asyncio.sleep(10 * MINUTE)


@dataclass
class Crowd:
    """All who talk in the group; one message in ten is for the bot."""

    town: Town
    group: Group
    readers: list[Reader]
    a_minute: float

    async def live(self) -> None:
        """Talk until the day is over."""
        town, busy = self.town, set[asyncio.Task[None]]()
        count = 0
        while not town.is_over:
            pace = self.a_minute * (1.0 if is_day(town.telegram.world.clock) else _BY_NIGHT)
            await asyncio.sleep(town.chance.uniform(0.5, 1.5) * MINUTE / pace)
            count += 1
            reader = town.chance.choice(self.readers)
            if count % 10:
                self._chats(reader)
                continue
            task = asyncio.create_task(self._asks(reader))
            busy.add(task)
            task.add_done_callback(busy.discard)
        await asyncio.gather(*busy)

    def _chats(self, reader: Reader) -> None:
        words = f"{self.town.word()} {self.town.word()}, {self.town.word()}!"
        message = self.group.write(reader.person, words)
        if self.town.chance.random() < 0.05:
            self.group.edit(message, f"{words} ({self.town.word()})")
        del self.group.room.messages[message["message_id"]]  # nobody comes back to it

    async def _asks(self, reader: Reader) -> None:
        way = self.town.chance.choice(("/ask {}", "/ask@quoth_test_bot {}", "@quoth_test_bot {}", "reply"))
        words = self.town.question()
        if way == "reply" and "?" not in words:
            way = "/ask {}"  # what asks nothing, below an answer, is meant for people
        latest = islice(reversed(self.group.room.messages.values()), 40)
        answers = [said for said in latest if said["from"]["id"] == self.town.telegram.bot.id]
        if way == "reply" and answers:
            message = self.group.write(reader.person, words, reply_to=self.town.chance.choice(answers))
        else:
            message = self.group.write(reader.person, way.replace("reply", "/ask {}").format(words))
        asked = self.town.tally.asked(message)
        await self.town.see(asked, reader.person, self.group)


@dataclass
class Maintainer:
    """Adds articles, corrects one, reloads; what the network swallowed is asked for again."""

    town: Town
    person: Person
    chat: Private
    corpus: Path

    def __post_init__(self) -> None:
        self._said: list[Sent] = []
        self.town.tally.desk[self.chat.id] = self._said.append

    async def live(self, every: float) -> None:
        """Do something every so many seconds."""
        number = 0
        while not self.town.is_over:
            await asyncio.sleep(self.town.chance.uniform(0.5, 1.5) * every)
            number += 1
            deed = self._corrects if number % 2 else self._uploads
            for _ in range(3):
                if is_done := await deed():
                    break
            self.town.tally.others["maintainer's deeds", is_done] += 1

    async def _corrects(self) -> bool:
        """Write an article anew and reload; tell whether all was heard to its end."""
        nights = self.town.chance.randrange(10, 10_000)
        try:
            (self.corpus / "lamp.md").write_text(LAMP.format(nights), "utf-8")
        except OSError:  # the disk is full
            await asyncio.sleep(15 * MINUTE)
            return False
        self.chat.says("/reload")
        shown = await self._hears("Nothing was changed yet", "Reloaded", "Nothing has changed")
        if shown and "yet" in shown.text:
            self.chat.press(self.person, shown, "apply")
            shown = await self._hears("Reloaded", "Nothing has changed")
        return shown is not None

    async def _uploads(self) -> bool:
        """Send an article and confirm it; tell whether all was heard to its end."""
        name, place = self.town.word(), self.town.word()
        words = f"The wreck that divers call {name} lies in the sand off Point {place}."
        self.chat.says("", **document(self.town.telegram, f"{name}.md", words.encode()))
        shown = await self._hears(words)
        if shown is None:
            return False
        self.chat.press(self.person, shown, "Confirm")
        return await self._hears("Added as") is not None

    async def _hears(self, *words: str) -> Sent | None:
        """Wait ten minutes at most for a message with one of these words, and return it."""
        self._said.clear()
        for _ in range(60):
            await asyncio.sleep(10)
            for sent in self._said:
                if any(one in sent.text for one in words):
                    return sent
        return None
