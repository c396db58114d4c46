"""Maintainers see what a page says otherwise than its article, and decide; nothing goes in by itself."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.basics.limits import LIMITS
from bot.chat.maintainers.unasked import notices
from bot.chat.pages.buttons import Decide, button_data
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.serving import app
from bot.storage.maintaining.discoveries import Discoveries
from bot.storage.maintaining.keepers import Keepers
from tests.fake_telegram import FakeTelegram, Sent
from tests.fake_telegram.chats import Private
from tests.fake_telegram.world import Person
from tests.library.corpus.sites import Clock, Local, WebSite, page, served
from tests.library.corpus.test_refreshing import BROKE, BY_HAND, LOST, MOVED
from tests.stories.test_maintenance import told
from tests.stories.world import Served, serving

OTHERWISE = "reads otherwise on its page now"
NEVER = "off"


def around_now() -> str:
    """Hours that hold now, and for some more."""
    hour = datetime.now(UTC).hour
    return f"{(hour - 2) % 24}:00-{(hour + 6) % 24}:00"


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake
    assert fake.server.methods.complaints == []


@pytest.fixture
def site() -> WebSite:
    return WebSite(Clock(), {"/weir": page(BROKE, LOST)})


@pytest.fixture
async def network(site: WebSite) -> AsyncIterator[Local]:
    async with served(site) as local:
        yield local


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "weir.md").write_text(BY_HAND)
    return folder


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often: what is due, and who is to be told."""
    often = replace(LIMITS, waiting=replace(LIMITS.waiting, notices=0.05, rounds=0.05))
    for module in (notices, app):
        monkeypatch.setattr(module, "LIMITS", often)


@pytest.fixture
def second(telegram: FakeTelegram) -> Person:
    return telegram.user("Second")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
async def bot(
    telegram: FakeTelegram, corpus: Path, chat: Private, second: Person, network: Local
) -> AsyncIterator[Served]:
    shelf = Shelf(corpus, Editions(corpus.parent / "data" / "editions"))
    maintainers = f"{chat.id}, {second.id}"
    chosen: dict[str, Any] = {"maintainers": maintainers, "refresh_hours": 24, "quiet_hours": NEVER}
    async with serving(telegram, corpus.parent / "data", shelf, network=network, **chosen) as served:
        yield served


def shown(telegram: FakeTelegram, chat: Private, part: str = OTHERWISE) -> Sent:
    return next(s for s in reversed(telegram.transcript) if s.chat_id == chat.id and part in s.text)


@pytest.mark.usefixtures("bot")
async def test_what_changed_is_shown_and_goes_in_when_a_maintainer_takes_it(
    telegram: FakeTelegram, chat: Private, keeper: Person, corpus: Path, site: WebSite
) -> None:
    await told(chat, OTHERWISE)
    difference = shown(telegram, chat)
    assert difference.quotes == [MOVED, LOST]
    assert difference.text.count("The weir") >= 2
    assert names(corpus) == ["weir.md"]
    assert (corpus / "weir.md").read_text() == BY_HAND
    chat.press(keeper, difference, "take")
    await told(chat, "Reloaded")
    assert names(corpus) == ["weir.html", "weir.yaml"]
    assert await chat.pop_up(
        chat.press_forged(keeper, difference, difference.button("take")["callback_data"])
    )
    chat.says("/history")
    assert "refresh weir.md" in await told(chat, "refresh weir.md")


async def test_an_article_that_is_kept_stays_and_nobody_is_asked_again(
    telegram: FakeTelegram, chat: Private, keeper: Person, corpus: Path, bot: Served
) -> None:
    await told(chat, OTHERWISE)
    chat.press(keeper, shown(telegram, chat), "keep")
    await told(chat, "The article stays as it is")
    assert (corpus / "weir.md").read_text() == BY_HAND
    assert await Discoveries(bot.database).after(0) == []


async def test_maintainers_are_told_in_the_language_that_they_speak(
    telegram: FakeTelegram, corpus: Path, network: Local
) -> None:
    olga = telegram.user("Olga", language_code="ru")
    own = telegram.private(olga)
    shelf = Shelf(corpus, Editions(corpus.parent / "data" / "editions"))
    chosen: dict[str, Any] = {"maintainers": str(olga.id), "refresh_hours": 24, "quiet_hours": around_now()}
    async with serving(telegram, corpus.parent / "data", shelf, network=network, **chosen):
        own.says("/quiet off")
        await told(own, "на странице теперь другой текст")


@pytest.mark.usefixtures("bot")
async def test_an_article_that_was_changed_meanwhile_is_not_overwritten(
    telegram: FakeTelegram, chat: Private, keeper: Person, corpus: Path
) -> None:
    await told(chat, OTHERWISE)
    mended = BY_HAND.replace("spring", "autumn")
    (corpus / "weir.md").write_text(mended)
    chat.press(keeper, shown(telegram, chat), "take")
    await told(chat, "changed since")
    assert (corpus / "weir.md").read_text() == mended
    chat.says("/reload")
    await told(chat, "Reloaded")


async def test_both_maintainers_are_told_and_the_first_decides(
    telegram: FakeTelegram, chat: Private, keeper: Person, second: Person, bot: Served
) -> None:
    other = telegram.private(second)
    other.says("/start")
    await told(chat, OTHERWISE)
    await told(other, OTHERWISE)
    chat.press(keeper, shown(telegram, chat), "keep")
    await told(chat, "The article stays as it is")
    assert "too old" in await other.pop_up(other.press(second, shown(telegram, other), "take"))


async def test_nobody_else_decides(telegram: FakeTelegram, chat: Private, bot: Served, corpus: Path) -> None:
    await told(chat, OTHERWISE)
    (finding,) = await Discoveries(bot.database).after(0)
    stranger = telegram.user("Stranger")
    own = telegram.private(stranger)
    below = await own.asks("How was the weir broken in the flood?")
    data = button_data(Decide(finding.id, take=True))
    assert "Only maintainers" in await own.pop_up(own.press_forged(stranger, below, data))
    assert (corpus / "weir.md").read_text() == BY_HAND


async def test_in_the_quiet_time_it_waits_also_over_a_restart(
    telegram: FakeTelegram, chat: Private, corpus: Path, network: Local, site: WebSite
) -> None:
    data, shelf = corpus.parent / "data", Shelf(corpus, Editions(corpus.parent / "data" / "editions"))
    chosen: dict[str, Any] = {"maintainers": str(chat.id), "refresh_hours": 24}
    async with serving(telegram, data, shelf, network=network, quiet_hours=around_now(), **chosen) as served:
        await Keepers(served.database).change(chat.id, quiet=around_now())
        findings = Discoveries(served.database)
        while not await findings.after(0):
            chat.says("/status")
            await chat.reply()
        assert [s for s in telegram.transcript if OTHERWISE in s.text] == []
    async with serving(telegram, data, shelf, network=network, quiet_hours=around_now(), **chosen) as served:
        chat.says("/quiet off")
        await told(chat, OTHERWISE)
        assert site.times("/weir") == 1


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((404, {}, ""), "its server answers 404 now"),
        ((301, {"Location": "/"}, ""), "leads to http://mill.example/"),
    ],
)
async def test_what_became_of_the_page_is_told(
    chat: Private, corpus: Path, site: WebSite, answer: tuple[int, dict[str, str], str], words: str
) -> None:
    site.pages |= {"/weir": answer, "/": page(LOST)}
    shelf = Shelf(corpus, Editions(corpus.parent / "data" / "editions"))
    chosen: dict[str, Any] = {"maintainers": str(chat.id), "refresh_hours": 24, "quiet_hours": NEVER}
    async with (
        served(site) as network,
        serving(chat.telegram, corpus.parent / "data", shelf, network=network, **chosen),
    ):
        assert "The article stays as it is" in await told(chat, words)
    assert (corpus / "weir.md").read_text() == BY_HAND
