"""A chat sees the edition of its scope, built once for each that serves."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.basics.limits import LIMITS
from bot.chat.access.scope import EVERYTHING, Scope
from bot.chat.access.sight import Sight
from bot.core.index.background import NO_BACKGROUND
from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId
from bot.storage.chats import Chats
from bot.storage.database import Database
from bot.storage.journal import Given
from bot.storage.told import Told
from tests.chat.articles import article

NEWS, REPORT = (
    replace(article(), id=ArticleId(f"{folder}/a"), file=f"{folder}/a.md") for folder in ("news", "reports")
)


class Served:
    """What serves; a test changes it."""

    def __init__(self) -> None:
        self.current = Edition.of([NEWS, REPORT])
        self.read_at = datetime(2031, 5, 6, tzinfo=UTC)
        self.sends_to = ""
        self.background = NO_BACKGROUND


@pytest.fixture
async def sight(tmp_path: Path) -> AsyncIterator[Sight]:
    async with Database.open(tmp_path / "quoth.db") as database:
        yield Sight(Served(), Chats(database), EVERYTHING)


async def test_a_chat_without_a_scope_sees_what_serves(sight: Sight) -> None:
    assert (await sight.of(7)).edition is sight.shelf.current


async def test_a_part_is_built_once_until_something_else_serves(sight: Sight) -> None:
    await sight.chats.set_scope(7, "news")
    before = (await sight.of(7)).edition
    assert list(before.entries) == [NEWS.id]
    assert (await sight.of(7)).edition is before
    sight.shelf.current = Edition.of([REPORT])  # type: ignore[misc]
    assert list((await sight.of(7)).edition.entries) == []


async def test_what_lost_its_tag_is_shown_no_more_as_it_was(sight: Sight) -> None:
    scope, report = Scope.parse("news, tag:sea"), REPORT.revision
    tagged = replace(REPORT, tags="Sea")
    told = Told(nearest=(tagged.id,))
    given = Given(1, 7, 1, 1, 7, 0.0, report, "", (), told, str(scope))
    sight.shelf.current = Edition.of([NEWS, tagged])  # type: ignore[misc]
    before = await sight.through(scope)
    assert before.may_show(given)
    assert before.admits_past(tagged)
    sight.shelf.current = Edition.of([NEWS, REPORT])  # type: ignore[misc]
    after = await sight.through(scope)
    assert not after.may_show(given)
    assert not after.admits_past(tagged)
    sight.shelf.current = Edition.of([NEWS])  # type: ignore[misc]
    assert (await sight.through(scope)).admits_past(tagged)  # it is gone, and hides from nobody


async def test_the_parts_that_were_used_last_are_kept(sight: Sight, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LIMITS, "caches", replace(LIMITS.caches, scopes=1))
    news = (await sight.through(Scope(("news",)))).edition
    await sight.through(Scope(("reports",)))
    assert (await sight.through(Scope(("news",)))).edition is not news


async def test_what_served_before_is_let_go_whoever_asks_next(sight: Sight) -> None:
    await sight.through(Scope(("news",)))
    await sight.through(Scope(("reports",)))
    sight.shelf.current = Edition.of([REPORT])  # type: ignore[misc]
    await sight.through(EVERYTHING)
    assert not sight._parts  # noqa: SLF001


async def test_a_scope_stays_when_a_chat_is_forgotten_and_moves_with_it(sight: Sight) -> None:
    await sight.chats.set_scope(-7, "news")
    await sight.chats.forget(-7)
    assert await sight.scope(-7) == Scope(("news",))
    await sight.chats.move(-7, -100)
    assert await sight.scope(-100) == Scope(("news",))
    await sight.chats.set_scope(-100, None)
    assert await sight.scope(-100) == EVERYTHING


async def test_a_scope_that_a_supergroup_got_is_not_undone_by_late_news_of_its_move(sight: Sight) -> None:
    await sight.chats.set_scope(-7, "")
    await sight.chats.set_scope(-100, "news")
    await sight.chats.move(-7, -100)
    assert await sight.scope(-100) == Scope(("news",))
    assert await sight.scope(-7) == EVERYTHING


async def test_what_was_moved_out_of_sight_is_shown_no_more_as_it_was(sight: Sight) -> None:
    moved = replace(NEWS, id=ArticleId("reports/b"), file="reports/b.md")
    sight.shelf.current = Edition.of([moved])  # type: ignore[misc]
    assert not (await sight.through(Scope(("news",)))).admits_past(NEWS)
    sight.shelf.current = Edition.of([moved, replace(NEWS, file="news/c.md")])  # type: ignore[misc]
    assert (await sight.through(Scope(("news",)))).admits_past(NEWS)  # a copy of it is in sight
