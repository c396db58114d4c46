"""Maintainers hear of reloads, refused files and gaps at the time that each has set, and never at night."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from telegram import Bot

from bot.basics.hours import Hours, Times
from bot.basics.limits import DAY, LIMITS
from bot.chat.maintainers.contributing import Contributing
from bot.chat.maintainers.desk import Desk
from bot.chat.maintainers.reports import Reports
from bot.chat.maintainers.unasked.notices import Notices
from bot.chat.maintainers.unasked.offering import Offering
from bot.chat.maintainers.unasked.subscribing import Subscribing
from bot.chat.wording.texts import Language
from bot.library.corpus.afar.politeness import Polite
from bot.library.editions.kept import Editions
from bot.library.editions.past import Past
from bot.library.editions.shelf import Shelf
from bot.storage.database import Database
from bot.storage.figures import Figures
from bot.storage.journal import Entry, Journal
from bot.storage.maintaining.discoveries import Discoveries, Discovery, Sort
from bot.storage.maintaining.followed import Lists
from bot.storage.maintaining.history import History
from bot.storage.maintaining.keepers import Keepers
from bot.upkeep import Actor, Upkeep
from tests.fake_telegram import FakeTelegram, Person
from tests.fake_telegram.chats import Private
from tests.folders import KILN
from tests.stories.test_maintenance import done
from tests.stories.world import serving

NIGHT = Times(Hours.parse("22:00-07:00"), ZoneInfo("UTC"))


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake
    assert fake.server.methods.complaints == []


@dataclass
class Newsroom:
    """A bot's notices with a clock that stands until it is set."""

    telegram: FakeTelegram
    keeper: Person
    corpus: Path
    bot: Bot
    now: float = 0.0

    def at(self, moment: str) -> None:
        self.now = datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp()

    def clock(self) -> float:
        return self.now

    @asynccontextmanager
    async def open(self) -> AsyncIterator[tuple[Notices, Upkeep, Journal]]:
        """Open the database, as each start does."""
        async with Database.open(self.corpus.parent / "quoth.db") as database:
            shelf = Shelf(self.corpus, Editions(self.corpus.parent / "editions"))
            upkeep = Upkeep(shelf, Figures(database), History(database, self.clock))
            journal = Journal(database, self.clock)
            reports = Reports(upkeep, journal, Past(shelf.editions), 90)
            ids = frozenset([self.keeper.id])
            keepers = Keepers(database)
            desk, polite = Desk(upkeep), Polite()
            offering = Offering(desk, Contributing(desk), polite, Discoveries(database), keepers)
            follows = Subscribing(upkeep, Lists(database), polite, DAY, self.clock)
            yield Notices(keepers, reports, offering, follows, ids, NIGHT, self.clock), upkeep, journal

    async def told(self, notices: Notices) -> list[str]:
        """Look what is due, and return what the maintainer is told."""
        before = len(self.telegram.transcript)
        await notices.round(self.bot)
        return [sent.text for sent in self.telegram.transcript[before:] if sent.chat_id == self.keeper.id]


@pytest.fixture
async def room(
    telegram: FakeTelegram, chat: Private, keeper: Person, tmp_path: Path
) -> AsyncIterator[Newsroom]:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "kiln.md").write_text(KILN)
    (folder / "empty.md").write_text("")
    chat.says("/start")
    world = telegram.environment
    base = world["BOT_API_BASE_URL"]
    async with Bot(world["BOT_TOKEN"], base_url=base) as bot:
        yield Newsroom(telegram, keeper, folder, bot)


async def test_a_report_comes_once_a_day_at_its_time_and_only_with_news(room: Newsroom) -> None:
    room.at("2031-05-06 08:00")
    async with room.open() as (notices, upkeep, journal):
        await notices.keepers.change(room.keeper.id, daily=9 * 60, told_at=room.now - 1)
        await upkeep.reload(Actor("SIGHUP"))
        await journal.begin(Entry(7, 1, 7, "Who painted the bridge?", "e", reason="not_covered"))
        room.at("2031-05-06 08:59")
        assert await room.told(notices) == []
        room.at("2031-05-06 09:00")
        (report,) = await room.told(notices)
        assert "reload SIGHUP +1 ~0 -0 !1" in report
        assert "empty.md: the file is empty" in report
        assert "1 × Who painted the bridge?" in report
        room.at("2031-05-06 21:00")
        assert await room.told(notices) == []
        room.at("2031-05-07 09:00")
        assert await room.told(notices) == []


def test_a_report_comes_in_its_minute() -> None:
    assert 0 < LIMITS.waiting.notices < 60


async def test_what_is_due_at_night_waits_until_its_end_also_over_a_restart(room: Newsroom) -> None:
    room.at("2031-05-06 20:00")
    async with room.open() as (notices, upkeep, _):
        await notices.keepers.change(room.keeper.id, daily=21 * 60, told_at=room.now - 1)
        await notices.keepers.change(room.keeper.id, quiet="20:30-07:00")
        await upkeep.reload(Actor("SIGHUP"))
        room.at("2031-05-06 21:00")
        assert await room.told(notices) == []
    async with room.open() as (notices, _, _):
        room.at("2031-05-07 06:59")
        assert await room.told(notices) == []
        room.at("2031-05-07 07:00")
        assert len(await room.told(notices)) == 1
        assert await room.told(notices) == []


async def test_of_much_that_was_found_some_is_told_at_a_time(room: Newsroom) -> None:
    room.at("2031-05-06 12:00")
    async with room.open() as (notices, upkeep, _):
        await upkeep.reload(Actor("SIGHUP"))
        most = LIMITS.keeping.told_at_once
        for number in range(most + 2):
            gone = Discovery(Sort.GONE, "kiln", f"http://kiln.example/{number}", "404")
            await notices.offering.findings.add(gone)
        assert len(await room.told(notices)) == most
        assert len(await room.told(notices)) == 2
        assert await room.told(notices) == []


async def test_pages_are_offered_in_one_message_a_day_or_once_all_are_decided(room: Newsroom) -> None:
    room.at("2031-05-06 12:00")
    async with room.open() as (notices, _, _):
        findings, most = notices.offering.findings, LIMITS.keeping.offered_at_once
        pages = [f"http://kiln.example/{number}" for number in range(3 * most)]
        await findings.add_entries(dict.fromkeys(pages, "A kiln"), "http://kiln.example/feed")
        (offer,) = await room.told(notices)
        assert [line[:2] for line in offer.splitlines()[1:]] == [f"{n}." for n in range(1, most + 1)]
        room.at("2031-05-06 20:00")
        assert await room.told(notices) == []
        first = await findings.entries()
        assert await findings.dismiss(first[0].id, first[most - 1].id)
        assert len(await room.told(notices)) == 1
        assert await room.told(notices) == []
        room.at("2031-05-07 19:59")
        assert await room.told(notices) == []
        room.at("2031-05-07 20:00")
        assert len(await room.told(notices)) == 1


async def test_whoever_has_blocked_the_bot_is_left_alone_till_they_write(
    room: Newsroom, chat: Private
) -> None:
    room.at("2031-05-06 12:00")
    chat.room.blocked_by_user = True
    async with room.open() as (notices, _, _):
        await notices.offering.findings.add(Discovery(Sort.ENTRY, "", "http://kiln.example/1", "A kiln"))
        for _ in range(3):
            assert await room.told(notices) == []
        assert [method for method, _ in room.telegram.server.calls].count("sendMessage") == 1
        chat.room.blocked_by_user = False
        await notices.heard(room.keeper.id, Language.RUSSIAN)
        (offer,) = await room.told(notices)
        assert "Новое там" in offer


async def test_a_clock_that_was_ahead_keeps_nothing_back(room: Newsroom) -> None:
    room.at("2041-05-06 12:00")
    async with room.open() as (notices, upkeep, _):
        await notices.keepers.change(room.keeper.id, daily=9 * 60, told_at=room.now)
        room.at("2031-05-06 08:00")
        assert await room.told(notices) == []
        room.at("2031-05-06 08:30")
        await upkeep.reload(Actor("SIGHUP"))
        room.at("2031-05-06 09:00")
        assert len(await room.told(notices)) == 1


async def test_each_sets_time_and_silence_in_the_chat(
    telegram: FakeTelegram, chat: Private, keeper: Person, tmp_path: Path
) -> None:
    async with serving(telegram, tmp_path, maintainers=str(keeper.id)) as served:
        assert "Silence: 22:00-07:00 (UTC)" in await done(chat, "/notices", "No daily report")
        assert "23:00-07:00" in await done(chat, "/quiet 23:00–7:00 Europe/Berlin", "(Europe/Berlin)")
        await done(chat, "/notices 23:30", "23:30 lies in the quiet time, 23:00-07:00")
        await done(chat, "/notices 22:30", "each day at 22:30 (Europe/Berlin)")
        await done(chat, "/quiet off", "There is no quiet time")
        await done(chat, "/notices noon", "Please write a time")
        await done(chat, "/quiet 22:00-07:00 Atlantis", "Please write a time")
        kept = await Keepers(served.database).of(keeper.id)
        assert (kept.daily, kept.quiet, kept.zone) == (22 * 60 + 30, "off", "Europe/Berlin")
        chat.says("/notices off")
        await telegram.until(lambda: telegram.transcript[-1].text.startswith("No daily"), "no report")
