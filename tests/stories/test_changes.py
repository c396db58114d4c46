"""Maintainers look back on what an article said, sentence by sentence; nobody else does."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from tests.fake_telegram import FakeTelegram, Sent
from tests.fake_telegram.chats import Private
from tests.fake_telegram.world import Person
from tests.folders import KILN, folder_of
from tests.stories.test_maintenance import done
from tests.stories.world import Served, serving

MENDED = KILN.replace("nine days", "eleven days")
HEADER = "---\ntitle: The kiln\npublisher: Bank News\n---\n\n"
OLD, NEW = (text.split(". ")[0] + "." for text in (KILN, MENDED))


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake
    assert fake.server.methods.complaints == []


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return folder_of(tmp_path, kiln=HEADER + KILN)


@pytest.fixture
async def bot(telegram: FakeTelegram, corpus: Path, keeper: Person) -> AsyncIterator[Served]:
    shelf = Shelf(corpus, Editions(corpus.parent / "data" / "editions"))
    async with serving(telegram, corpus.parent / "data", shelf, maintainers=str(keeper.id)) as served:
        yield served


async def reloaded(chat: Private, times: int) -> None:
    """Ask for a reload, and wait until so many are done."""
    chat.says("/reload")
    sent = chat.telegram.transcript
    await chat.telegram.until(lambda: sum("Reloaded" in s.text for s in sent) == times, "a reload")


def last(telegram: FakeTelegram, part: str) -> Sent:
    return next(sent for sent in reversed(telegram.transcript) if part in sent.text)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("name", ["kiln", "kiln.md"])
async def test_each_change_of_an_article_is_shown_with_both_wordings(
    telegram: FakeTelegram, chat: Private, corpus: Path, name: str
) -> None:
    await done(chat, f"/history {name}", "No kept edition has another text")
    (corpus / "kiln.md").write_text(HEADER + MENDED)
    await reloaded(chat, 1)
    (corpus / "kiln.md").write_text(HEADER + MENDED + " Nobody counted them.")
    await reloaded(chat, 2)
    await done(chat, f"/history {name}", "change 1 of 2")
    newest = last(telegram, "change 1 of 2")
    assert newest.quotes == ["Nobody counted them."]
    assert f"/history {name} 2" in newest.text
    await done(chat, f"/history {name} 2", "change 2 of 2")
    before = last(telegram, "change 2 of 2")
    assert before.quotes == [OLD, NEW]
    assert before.text.count("The kiln – Bank News") == 2


@pytest.mark.usefixtures("bot")
async def test_an_article_that_was_removed_has_its_history(
    telegram: FakeTelegram, chat: Private, corpus: Path
) -> None:
    (corpus / "kiln.md").unlink()
    (corpus / "weir.md").write_text("The weir below Tessel Mill broke.")
    await done(chat, "/reload", "Reloaded")
    await done(chat, "/history kiln.md", "change 1 of 1")
    assert last(telegram, "change 1 of 1").quotes == [f"{part}." for part in KILN[:-1].split(". ")]
    await done(chat, "/history nothing", "There is no article nothing")
