"""Each page is looked at when it is due, and what was found is kept once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.errors import StorageError
from bot.basics.limits import DAY, HOUR, LIMITS
from bot.library.corpus.afar.politeness import Polite
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.serving.rounds import ListRounds, Rounds
from bot.storage.database import Database
from bot.storage.figures import Figures
from bot.storage.maintaining.discoveries import Discoveries, Discovery, Sort
from bot.storage.maintaining.followed import Lists
from bot.storage.maintaining.history import History
from bot.storage.maintaining.known_pages import KnownPages
from bot.upkeep import START, Upkeep
from tests.library.corpus.sites import Clock, WebSite, page, served
from tests.library.corpus.test_listing_pages import HOST, feed
from tests.library.corpus.test_refreshing import BROKE, BY_HAND, LOST, MOVED


@dataclass
class Desk:
    """Rounds over a site and a folder with one article, a look a day."""

    site: WebSite
    rounds: Rounds
    corpus: Path
    database: Database

    async def later(self, seconds: float = 1.2 * DAY) -> list[Discovery]:
        """Let time pass, go round, and return all that waits."""
        self.site.clock.now += seconds
        await self.rounds.round()
        return await self.rounds.findings.after(0)


@asynccontextmanager
async def opened(folder: Path, site: WebSite, chance: float = 0.5) -> AsyncIterator[Desk]:
    """Open it as each start does."""
    corpus = folder / "corpus"
    shelf = Shelf(corpus, Editions(folder / "editions"))
    async with served(site) as network, Database.open(folder / "quoth.db") as database:
        upkeep = Upkeep(shelf, Figures(database), History(database))
        await upkeep.reload(START)
        findings = Discoveries(database, site.clock)
        steady = Clock()
        polite = Polite(network, steady, steady.wait)
        made = Rounds(upkeep, polite, KnownPages(database), findings, DAY, site.clock, lambda: chance)
        yield Desk(site, made, corpus, database)


@pytest.fixture
def site() -> WebSite:
    return WebSite(Clock(), {"/weir": page(BROKE, MOVED)})


@pytest.fixture
async def desk(site: WebSite, tmp_path: Path) -> AsyncIterator[Desk]:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "weir.md").write_text(BY_HAND)
    async with opened(tmp_path, site) as desk:
        yield desk


async def test_a_page_is_looked_at_when_it_is_due(desk: Desk) -> None:
    assert await desk.later(0) == []
    assert await desk.later(HOUR) == []
    assert desk.site.times("/weir") == 1
    assert await desk.later() == []
    assert desk.site.times("/weir") == 2


async def test_a_change_is_kept_with_the_page_and_told_again_only_when_the_page_changes_again(
    desk: Desk,
) -> None:
    desk.site.pages["/weir"] = page(BROKE, LOST)
    (found,) = await desk.later()
    assert (found.sort, found.article, found.name) == (Sort.CHANGED, "weir", "weir.html")
    assert found.data.decode() == page(BROKE, LOST)
    assert await desk.rounds.findings.settle(found.id)
    assert not await desk.rounds.findings.settle(found.id)
    assert await desk.later() == []
    desk.site.pages["/weir"] = page(BROKE, LOST, MOVED)
    (again,) = await desk.later()
    assert again.id > found.id
    desk.site.pages["/weir"] = page(BROKE, MOVED)
    assert await desk.later() == []


@pytest.mark.parametrize(
    ("answer", "sort", "about"),
    [
        ((404, {}, ""), Sort.GONE, "404"),
        ((410, {}, ""), Sort.GONE, "410"),
        ((301, {"Location": "/"}, ""), Sort.MOVED, "http://mill.example/"),
    ],
)
async def test_what_became_of_a_page_is_told_once(
    desk: Desk, answer: tuple[int, dict[str, str], str], sort: Sort, about: str
) -> None:
    desk.site.pages |= {"/weir": answer, "/": page(LOST)}
    (found,) = await desk.later()
    assert (found.sort, found.about, found.data) == (sort, about, b"")
    await desk.rounds.findings.settle(found.id)
    assert await desk.later() == []
    desk.site.pages["/weir"] = page(BROKE, MOVED)
    assert await desk.later() == []
    desk.site.pages["/weir"] = answer
    assert [again.sort for again in await desk.later()] == [sort]


async def test_a_closed_page_is_told_once(desk: Desk) -> None:
    desk.site.pages["/robots.txt"] = "User-agent: *\nDisallow: /"
    assert [found.sort for found in await desk.later()] == [Sort.CLOSED]
    assert await desk.later() == await desk.rounds.findings.after(0)
    assert len(await desk.rounds.findings.after(0)) == 1


async def test_a_server_that_fails_is_asked_sooner_than_one_that_answers(desk: Desk) -> None:
    desk.site.pages["/weir"] = 500, {}, ""
    assert await desk.later() == []
    desk.site.pages["/weir"] = page(BROKE, LOST)
    assert len(await desk.later(1.2 * LIMITS.fetching.later)) == 1


async def test_a_page_that_says_nothing_has_changed_is_not_read(desk: Desk) -> None:
    desk.site.pages["/weir"] = 200, {"ETag": '"7"'}, page(BROKE, LOST)
    (found,) = await desk.later()
    assert await desk.later() == [found]
    assert desk.site.asked[-1].headers["If-None-Match"] == '"7"'


async def test_what_is_known_outlives_a_restart(site: WebSite, desk: Desk, tmp_path: Path) -> None:
    desk.site.pages["/weir"] = page(BROKE, LOST)
    await desk.later()
    async with opened(tmp_path, site) as again:
        assert len(await again.later(0)) == 1
        assert site.times("/weir") == 1


async def test_a_clock_that_was_ahead_keeps_no_page_from_being_looked_at(desk: Desk) -> None:
    await desk.later(1000 * DAY)
    await desk.later(-1000 * DAY)
    assert desk.site.times("/weir") == 2


async def test_an_address_that_no_article_has_is_forgotten(desk: Desk) -> None:
    await desk.later()
    (desk.corpus / "weir.md").write_text(BROKE)
    await desk.rounds.upkeep.reload(START)
    await desk.later()
    assert await desk.rounds.addresses.all() == {}


async def test_some_hosts_are_asked_at_a_time(desk: Desk) -> None:
    for number in range(2 * LIMITS.fetching.hosts):
        text = BY_HAND.replace("mill.example", f"mill{number}.example").replace(
            MOVED, f"It was {number} o'clock."
        )
        (desk.corpus / f"weir{number}.md").write_text(text)
    await desk.rounds.upkeep.reload(START)
    assert len(await desk.later()) == 2 * LIMITS.fetching.hosts


@asynccontextmanager
async def following(folder: Path, site: WebSite) -> AsyncIterator[tuple[ListRounds, Database]]:
    """Follow a feed that names one page, a look a day."""
    (folder / "corpus").mkdir()
    async with opened(folder, site) as desk:
        of, database = desk.rounds, desk.database
        lists = Lists(database, site.clock)
        await lists.add(f"{HOST}/feed", site.clock(), [f"{HOST}/weir"])
        yield ListRounds(of.upkeep, of.polite, lists, of.findings, DAY, site.clock, lambda: 0.5), database


async def test_a_list_that_does_not_change_for_long_names_what_it_named(
    site: WebSite, tmp_path: Path
) -> None:
    site.pages["/feed"] = 200, {"ETag": '"7"'}, feed("weir")
    async with following(tmp_path, site) as (rounds, _):
        for _ in range(3):
            site.clock.now += LIMITS.keeping.listed_days * DAY
            await rounds.round()
        site.pages["/feed"] = 200, {"ETag": '"8"'}, feed("weir", "mill")
        site.clock.now += 2 * DAY
        await rounds.round()
        assert [entry.url for entry in await rounds.findings.entries()] == [f"{HOST}/mill"]


async def test_what_cannot_be_written_down_is_found_again(site: WebSite, tmp_path: Path) -> None:
    site.pages["/feed"] = feed("weir", "mill")
    refusing = "CREATE TRIGGER full BEFORE INSERT ON findings BEGIN SELECT RAISE(ABORT, 'full'); END"
    async with following(tmp_path, site) as (rounds, database):
        await database.rows(refusing)
        with pytest.raises(StorageError):
            await rounds.round()
        await database.rows("DROP TRIGGER full")
        await rounds.round()
        assert [entry.url for entry in await rounds.findings.entries()] == [f"{HOST}/mill"]


@given(st.floats(0, 1), st.integers(1, 100))
def test_every_look_is_about_as_far_away_as_it_is_to_be(chance: float, hours: int) -> None:
    assert LIMITS.waiting.rounds <= HOUR / 10
    made = Rounds(None, None, None, None, hours * HOUR, lambda: 0.0, lambda: chance)  # type: ignore[arg-type]
    assert 0.89 <= made._in(hours * HOUR) / (hours * HOUR) <= 1.11  # noqa: SLF001
