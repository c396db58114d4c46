"""What feeds and site maps name anew is offered to maintainers, who look first and then add."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.chat.pages.buttons import Decide, Dismiss, button_data
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.storage.maintaining.discoveries import Discoveries, Discovery, Sort
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.chats import Private
from tests.fake_telegram.world import Person
from tests.library.corpus.sites import Clock, Local, WebSite, page, served
from tests.library.corpus.test_listing_pages import HOST, feed
from tests.library.corpus.test_refreshing import BROKE, LOST, MOVED
from tests.library.corpus.test_repositories import PLACE, serve_repository
from tests.stories.test_maintenance import done, told
from tests.stories.test_refresh import names, shown, soon
from tests.stories.world import Served, serving

NEW = "New where I follow"

__all__ = ["soon"]


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake
    assert fake.server.methods.complaints == []


@pytest.fixture
def site() -> WebSite:
    pages = {name: page(BROKE, LOST) for name in ("/weir", "/mill", "/kiln")}
    return WebSite(Clock(), {**pages, "/feed": feed("weir")})


@pytest.fixture
async def network(site: WebSite) -> AsyncIterator[Local]:
    async with served(site) as local:
        yield local


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "mill.md").write_text(f"---\ntitle: The mill\nurl: {HOST}/there\n---\n\n{MOVED}\n")
    return folder


@pytest.fixture
async def bot(telegram: FakeTelegram, corpus: Path, chat: Private, network: Local) -> AsyncIterator[Served]:
    shelf = Shelf(corpus, Editions(corpus.parent / "data" / "editions"))
    chosen: dict[str, Any] = {"maintainers": str(chat.id), "quiet_hours": "off"}
    async with serving(telegram, corpus.parent / "data", shelf, network=network, **chosen) as served:
        yield served


async def listed(bot: Served, site: WebSite, *pages: str) -> None:
    """Let the feed name these pages, and be due."""
    site.pages["/feed"] = feed(*pages)
    await bot.database.rows("UPDATE followed SET due_at = 0")


async def test_what_a_feed_names_anew_is_offered_once_looked_at_and_added(
    chat: Private, keeper: Person, corpus: Path, bot: Served, site: WebSite
) -> None:
    telegram = chat.telegram
    await done(chat, f"/follow {HOST}/feed", "It lists 1 page now")
    await listed(bot, site, "mill", "weir", "there")
    await told(chat, NEW)
    offer = shown(telegram, chat, NEW)
    assert offer.text.splitlines()[1:] == ["1. The mill"]
    assert offer.quotes == []
    chat.press(keeper, offer, "1")
    await told(chat, "Add this article?")
    assert names(corpus) == ["mill.md"]
    chat.press(keeper, shown(telegram, chat, "Add this article?"), "confirm")
    await told(chat, "Added")
    assert names(corpus) == ["mill-2.html", "mill-2.yaml", "mill.md"]
    assert "too old" in await chat.pop_up(chat.press(keeper, offer, "1"))
    assert await Discoveries(bot.database).entries() == []


async def test_a_new_document_of_a_git_repository_is_offered_looked_at_and_added(
    chat: Private, keeper: Person, corpus: Path, bot: Served, site: WebSite
) -> None:
    address = PLACE.replace("http://mill.example", HOST)
    serve_repository(site, {"docs/weir.md": f"{BROKE} {LOST}".encode()})
    await done(chat, f"/follow {address}", "It lists 1 page now")
    serve_repository(site, {"docs/weir.md": b"", "docs/kiln.md": f"{BROKE} {LOST}".encode()})
    await bot.database.rows("UPDATE followed SET due_at = 0")
    await told(chat, NEW)
    offer = shown(chat.telegram, chat, NEW)
    assert offer.text.splitlines()[1:] == ["1. docs/kiln.md"]
    chat.press(keeper, offer, "1")
    await told(chat, "Add this article?")
    chat.press(keeper, shown(chat.telegram, chat, "Add this article?"), "confirm")
    await told(chat, "Added")
    assert f"url: {address}#docs/kiln.md" in (corpus / "kiln.md").read_text()


async def test_what_nobody_wants_is_left_out_together(
    telegram: FakeTelegram, chat: Private, keeper: Person, bot: Served, site: WebSite
) -> None:
    await done(chat, f"/follow {HOST}/feed", "It lists 1 page now")
    await listed(bot, site, "mill", "kiln")
    await told(chat, NEW)
    offer = shown(telegram, chat, NEW)
    assert [button["text"] for button in offer.buttons] == ["1", "2", "None of these"]
    assert "Left out" in await chat.pop_up(chat.press(keeper, offer, "None of these"))
    assert await Discoveries(bot.database).entries() == []
    await listed(bot, site, "kiln", "weir")
    await done(chat, "/follow", f"1. {HOST}/feed")
    assert [s.method for s in telegram.transcript if NEW in s.text].count("sendMessage") == 1


async def test_a_list_is_followed_no_more(chat: Private, bot: Served) -> None:
    await done(chat, "/follow", "Please write the address")
    await done(chat, f"/follow {HOST}/feed", "Followed from now on")
    await done(chat, "/unfollow 2", "Please write a number")
    await done(chat, "/unfollow 1", f"No longer followed: {HOST}/feed")
    assert await bot.database.rows("SELECT 1 FROM followed UNION SELECT 1 FROM listed") == []


@pytest.mark.usefixtures("bot")
async def test_what_cannot_be_followed_is_refused_with_a_reason(chat: Private) -> None:
    await done(chat, f"/follow {HOST}/weir", "neither a feed nor a site map")
    await done(chat, "/follow git@mill.example:weir", "begins with https:// and ends in .git")


async def test_a_page_that_is_closed_to_programs_can_be_looked_at_no_more_than_any(
    telegram: FakeTelegram, chat: Private, keeper: Person, bot: Served, site: WebSite
) -> None:
    site.pages["/robots.txt"] = "User-agent: *\nDisallow: /kiln"
    await done(chat, f"/follow {HOST}/feed", "It lists 1 page now")
    await listed(bot, site, "kiln")
    await told(chat, NEW)
    chat.press(keeper, shown(telegram, chat, NEW), "1")
    await told(chat, "robots.txt does not let programs fetch it")
    assert len(await Discoveries(bot.database).entries()) == 1
    assert site.times("/kiln") == 0


async def test_nobody_else_looks_or_leaves_out(telegram: FakeTelegram, bot: Served, corpus: Path) -> None:
    findings = Discoveries(bot.database)
    await findings.add(Discovery(Sort.ENTRY, "", f"{HOST}/weir", "The weir", f"{HOST}/feed"))
    (entry,) = await findings.entries()
    stranger = telegram.user("Stranger")
    own = telegram.private(stranger)
    below = await own.asks("Where did the miller of Tessel move his wheel?")
    for action in (Decide(entry.id, take=True), Dismiss(entry.id, entry.id)):
        assert "Only maintainers" in await own.pop_up(own.press_forged(stranger, below, button_data(action)))
    assert await findings.entries() == [entry]
