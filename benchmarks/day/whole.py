"""The day itself: a Telegram, a bot that is restarted now and then, people, faults; what is told of it."""

import asyncio
import random
import sqlite3
import tempfile
import time
from argparse import Namespace
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from shutil import copytree
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.day.clock import Clock, LeapingLoop, without_threads_for_databases
from benchmarks.day.faults import Weather
from benchmarks.day.people import HOUR, LAMP, MINUTE, PATIENCE, Crowd, Maintainer, Reader, Town
from benchmarks.day.tally import Tally
from bot.basics import logs
from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.core.answer import answer
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.library.learned import load_model
from bot.storage.data_folder import DATABASE
from tests.fake_telegram import TOKEN, FakeTelegram
from tests.stories.world import serving

MEMBERS = 200
"""Who of the people talks in the group too, at most."""
KEPT = 4 * HOUR
"""How long the emulation keeps messages: else what grows would be its memory, not the bot's."""
BACKLOG = 60
"""BOT_GROUP_BACKLOG_MINUTES: a group's questions that wait for longer are passed over, as it is meant."""


@dataclass
class Day:
    """What is simulated, and what was found."""

    chosen: Namespace
    root: Path
    telegram: FakeTelegram
    town: Town
    weather: Weather
    faults: Counter[str] = field(default_factory=Counter)
    starts: Counter[str] = field(default_factory=Counter)
    megabytes: list[tuple[float, float]] = field(default_factory=list)
    """By hour."""
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def live(self) -> None:
        """Let everybody live until the last question is settled."""
        readers, maintainer = self._readers(), self._maintainer()
        group = self.telegram.group("The square")
        self.weather.group = group.id
        crowd = Crowd(self.town, group, readers[:MEMBERS], self.chosen.a_minute)
        visits = self.chosen.visits * self.chosen.hours / 24
        lives = [reader.live(self.town.count(visits)) for reader in readers]
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._serve(maintainer.person.id))
            changing, looking = tasks.create_task(self.weather.change()), tasks.create_task(self._look())
            everybody = asyncio.gather(crowd.live(), maintainer.live(HOUR), *lives)
            await self.town.until(self.town.end)
            changing.cancel()
            self.weather.end()
            await everybody
            self.over.set()
            looking.cancel()
        self._prune()
        self.town.tally.close(before=float("inf"))

    def _readers(self) -> list[Reader]:
        people = [self.telegram.user(f"Reader {number}") for number in range(self.chosen.people)]
        return [Reader(self.town, person, self.telegram.private(person)) for person in people]

    def _maintainer(self) -> Maintainer:
        person = self.telegram.user("Keeper")
        return Maintainer(self.town, person, self.telegram.private(person), self.root / "corpus")

    async def _serve(self, maintainer: int) -> None:
        """Serve, with restarts; what ends by itself is started again, as a supervisor would."""
        model, data = load_model(), self.root / "data"
        restarts = self.chosen.restarts
        moments = [
            self.town.end - self.chosen.hours * HOUR * n / (restarts + 1) for n in range(restarts, 0, -1)
        ]
        while not self.over.is_set():
            shelf = Shelf(self.root / "corpus", Editions(data / "editions"), model.background)
            given: dict[str, Any] = {
                "corpus": self.root / "corpus",
                "maintainers": str(maintainer),
                "meaning": False,
            }
            self.starts["starts"] += 1
            try:
                async with serving(
                    self.telegram,
                    data,
                    shelf,
                    partial(answer, model=model),
                    group_backlog_minutes=BACKLOG,
                    **given,
                ) as served:
                    until = self.town.until(moments[0]) if moments else self.over.wait()
                    waiting = asyncio.create_task(until)
                    await asyncio.wait([served.task, waiting], return_when=asyncio.FIRST_COMPLETED)
                    if waiting.done():
                        moments = moments[1:]
            except BotError as error:
                self.starts[f"ended: {error}"] += 1
            if not self.over.is_set():
                await asyncio.sleep(self.town.chance.uniform(5, 60))

    async def _look(self) -> None:
        """Look at the memory each hour, and drop what the emulation remembers."""
        while True:
            for _ in range(6):
                await asyncio.sleep(10 * MINUTE)
                self._prune()
            self.megabytes.append((self.town.hour, megabytes()))
            self.town.tally.close(before=self.town.begin + self.town.hour * HOUR - PATIENCE - HOUR)
            with suppress(OSError):  # the disk is "full": it is written with the next line
                print("\n".join([self._line(), *self.town.tally.wrong]), flush=True)
                self.town.tally.wrong.clear()

    def _line(self) -> str:
        hour, size = self.megabytes[-1]
        tally = self.town.tally
        spent = f"{tally.heard.total():,} messages, {time.process_time() / 60:.1f} min"
        return f"hour {hour:.0f}: {size:.1f} MB, {spent}, {dict(tally.fates)}"

    def _prune(self) -> None:
        server, world = self.telegram.server, self.telegram.world
        self.faults.update(kind for _, kind in server.faults.happened)
        server.faults.happened.clear()
        server.calls.clear()
        world.files.clear()
        for room in world.rooms.values():
            old = [number for number, said in room.messages.items() if said["date"] < world.clock - KEPT]
            for number in old:
                del room.messages[number]


def simulated(clock: Clock, chosen: Namespace) -> bool:
    """Simulate a day and tell what was found; return whether nothing was lost or doubled."""
    logs.set_up("human", chosen.log, TOKEN)
    without_threads_for_databases()
    LIMITS.waiting = replace(LIMITS.waiting, encoding=HOUR)  # there is no encoder
    with tempfile.TemporaryDirectory(prefix="day-") as folder:
        corpus = copytree("corpus", Path(folder, "corpus"))
        (corpus / "lamp.md").write_text(LAMP.format(7), "utf-8")
        with asyncio.Runner(loop_factory=partial(LeapingLoop, clock)) as runner:
            day = runner.run(_lived(chosen, Path(folder)))
    _tell(day)
    return not (day.town.tally.fates["lost"] or day.town.tally.fates["doubled"])


async def _lived(chosen: Namespace, root: Path) -> Day:
    chance = random.Random(chosen.seed)
    async with FakeTelegram() as telegram:
        telegram.server.patience = 24 * HOUR
        spared = partial(_is_spared, root / "data" / DATABASE)
        tally = telegram.server.transcript = Tally(asyncio.get_running_loop().time, spared)
        town = Town(telegram, tally, chance, chosen.hours)
        day = Day(chosen, root, telegram, town, Weather(telegram, random.Random(f"{chosen.seed}'s weather")))
        await day.live()
        return day


def _is_spared(journal: Path, chat: int, question: int) -> bool:
    """Tell whether a refusal is written down that nobody was told."""
    refusal = "reason <> '' AND answer_message IS NULL"
    row = f"SELECT 1 FROM answers WHERE chat_id = ? AND question_message = ? AND {refusal}"  # noqa: S608
    with closing(sqlite3.connect(f"{journal.as_uri()}?mode=ro", uri=True)) as database:
        return database.execute(row, (chat, question)).fetchone() is not None


def megabytes() -> float:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def _tell(day: Day) -> None:
    tally = day.town.tally
    table = Table("questions", "", title=f"{day.chosen.hours:g} hours, seed {day.chosen.seed}")
    table.add_row("asked", f"{tally.fates.total():,}")
    for fate in ("lost", "doubled", *sorted(set(tally.fates) - {"lost", "doubled"})):
        table.add_row(fate, f"{tally.fates[fate]:,}")
    for name, count in tally.offers.items():
        table.add_row(f"offered by a button, {name}", f"{count:,}")
    for name in sorted({name for name, _ in tally.others}):
        table.add_row(
            f"{name} answered",
            f"{tally.others[name, True]:,} of {sum(tally.others[name, b] for b in (True, False)):,}",
        )
    console = Console(width=110)
    console.print(table)
    for name, counted in (("failed calls", day.faults), ("spells", day.weather.had), ("the bot", day.starts)):
        console.print(
            f"{name}: {counted.total()}", ", ".join(f"{count} {one}" for one, count in counted.items())
        )
    for wrong in tally.wrong:
        console.print(wrong, markup=False)
    hours, sizes = np.array(day.megabytes).T
    later = hours > day.chosen.hours / 2
    if later.sum() > 1:
        slope = np.polyfit(hours[later], sizes[later], 1)[0]
        between = f"{sizes[later].min():.1f} to {sizes[later].max():.1f} MB"
        console.print(f"memory in the second half: {between}, {slope:+.2f} MB an hour")
