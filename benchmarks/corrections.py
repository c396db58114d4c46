"""Corrections lost and doubled while readers are told that a quote has changed and the bot is killed.

    ./run bench corrections [READERS] [KILLS]

Every reader has received one quote. The article is changed, the bot starts, tells them one after the other
and is killed on the way; one call in fifty to the Bot API fails. The pause between two readers is left out;
at the end it is measured how fast the bot goes with it.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.basics import logs
from bot.basics.limits import LIMITS
from bot.basics.settings import read_settings
from bot.core.nouns import Claim, Span
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.serving.app import serve_until_signal
from bot.serving.loop import run_measured
from bot.storage.database import Database
from bot.storage.figures import Figures
from bot.storage.journal import Entry, Journal
from bot.storage.maintaining.history import History
from bot.upkeep import Upkeep
from tests.fake_telegram import FakeTelegram
from tests.stories.process import process
from tests.stories.world import answerer

OLD = "The kiln at Orrin Bank was fired for nine days."
NEW = OLD.replace("nine", "eleven")


def main() -> None:
    if sys.argv[1:2] == ["child"]:
        os.environ["PTB_TIMEDELTA"] = "1"
        if os.environ.get("WITHOUT_PAUSE"):
            LIMITS.waiting = replace(LIMITS.waiting, between_corrections=0.0)
        settings = read_settings()
        logs.set_up("human", "INFO", settings.required_token)
        shelf = Shelf(settings.corpus, Editions(settings.data / "editions"))
        run_measured(serve_until_signal(settings, shelf, answerer))
        return
    readers = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    asyncio.run(_measure(readers, kills))


async def _measure(readers: int, kills: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        async with FakeTelegram() as telegram:
            telegram.server.patience = 3600
            people, told = await _asked(telegram, root, readers), Told(telegram)
            (root / "corpus" / "kiln.md").write_text(f"{NEW} Its bricks went to the lighthouse.\n")
            telegram.server.faults.chance = 0.02
            started = time.perf_counter()
            marks = [readers * (n + 1) // (kills + 1) for n in range(kills)]
            for mark in [*marks, readers]:
                async with _bot(telegram, root, WITHOUT_PAUSE="1") as bot:
                    await telegram.until(lambda mark=mark: told.count() >= mark, f"{mark} corrections")
                    if mark < readers:
                        await bot.kill()
            seconds = time.perf_counter() - started
            shown = Counter(
                room.id
                for room in telegram.world.rooms.values()
                for message in room.messages.values()
                if NEW in message.get("text", "")
            )
            lost = len(people - set(shown))
            doubled = sum(1 for count in shown.values() if count > 1)
            announced = sum(
                1
                for room in telegram.world.rooms.values()
                for message in room.messages.values()
                if message.get("text", "") == "A quote that I gave here has changed."
            )
            faults = len(telegram.server.faults.happened)
    table = Table("readers", "kills", "faults", "lost", "doubled", "announced once more", "seconds")
    table.add_row(*map(str, (readers, kills, faults, lost, doubled, announced, f"{seconds:.0f}")))
    Console().print(table, f"with the pause: {await _pace():.1f} calls a second", sep="\n")


async def _pace() -> float:
    """Return how many calls that send or edit there are a second, with the pause."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        async with FakeTelegram() as telegram:
            telegram.server.patience = 600
            await _asked(telegram, root, 60)
            told = Told(telegram)
            (root / "corpus" / "kiln.md").write_text(f"{NEW} Its bricks went to the lighthouse.\n")
            async with _bot(telegram, root):
                await telegram.until(lambda: told.count() >= 1, "the first")
                begun, before = time.perf_counter(), told.count()
                await telegram.until(lambda: told.count() >= 60, "all")
                return 2 * (60 - before) / (time.perf_counter() - begun)


class Told:
    """Counts the readers who see the correction; each message is looked at once, for there are many."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self._telegram = telegram
        self._looked = 0
        self._chats = set[int]()

    def count(self) -> int:
        """Return how many do by now."""
        sent = self._telegram.transcript
        self._chats.update(one.chat_id for one in sent[self._looked :] if NEW in one.text)
        self._looked = len(sent)
        return len(self._chats)


def _bot(telegram: FakeTelegram, root: Path, **more: str):  # type: ignore[no-untyped-def]
    module = ["benchmarks.corrections", "child"]
    return process(telegram, root / "data", *module, BOT_CORPUS=str(root / "corpus"), **more)


async def _asked(telegram: FakeTelegram, root: Path, readers: int) -> set[int]:
    """Let so many readers have an answer with the quote, as the journal has it."""
    corpus, data = root / "corpus", root / "data"
    corpus.mkdir()
    (corpus / "kiln.md").write_text(f"{OLD} Its bricks went to the lighthouse.\n")
    async with Database.open(data / "quoth.db") as database:
        shelf = Shelf(corpus, Editions(data / "editions"))
        await Upkeep(shelf, Figures(database), History(database)).start()
        article = shelf.current.articles[0]
        claim = Claim.of(article, Span(0, len(OLD)))
        journal, people = Journal(database), set[int]()
        for number in range(readers):
            person = telegram.user(f"Reader {number}")
            chat = telegram.private(person)
            message = chat.post(person, "How long?")["message_id"]
            entry = Entry(person.id, message, person.id, "How long?", "e", claims=(claim,), language="en")
            await journal.sent(await journal.begin(entry), message)
            people.add(person.id)
    return people


if __name__ == "__main__":
    main()
