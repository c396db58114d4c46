"""One deed at a time, each in the history, and the old edition serves whatever happens."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.basics.errors import BotError, CorpusError
from bot.basics.limits import LIMITS
from bot.library.editions.changes import ReloadReport
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.storage.database import Database
from bot.storage.figures import Figures
from bot.storage.maintaining.history import Deed, History
from bot.upkeep import Actor, Busy, FilesChanged, Upkeep
from tests.folders import KILN, WEIR

AYA = Actor("Aya", 1001)


@pytest.fixture
async def upkeep(tmp_path: Path) -> AsyncIterator[Upkeep]:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "kiln.md").write_text(KILN)
    async with Database.open(tmp_path / "quoth.db") as database:
        made = restarted(corpus, database)
        await made.start()
        yield made


def restarted(corpus: Path, database: Database) -> Upkeep:
    shelf = Shelf(corpus, Editions(corpus.parent / "editions"))
    return Upkeep(shelf, Figures(database), History(database))


def test_a_long_reading_tells_the_log_how_far_it_is(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    busy = Busy(AYA)
    busy.count(1, 400)
    busy.told_at -= LIMITS.waiting.logged_progress
    busy.count(37, 400)
    busy.count(38, 400)
    assert caplog.messages == ["reading the articles: 37 of 400 files"]


def again(upkeep: Upkeep) -> Upkeep:
    return Upkeep(Shelf(upkeep.shelf.corpus, upkeep.shelf.editions), upkeep.figures, upkeep.history)


async def done(upkeep: Upkeep) -> list[Deed]:
    return [deed for _, deed in await upkeep.history.last(10)]


def add_weir(upkeep: Upkeep) -> None:
    (upkeep.shelf.corpus / "weir.md").write_text(WEIR)


async def test_the_first_start_reads_the_corpus(upkeep: Upkeep) -> None:
    assert [a.id for a in upkeep.shelf.current.articles] == ["kiln"]
    assert [(d.name, d.details) for d in await done(upkeep)] == [("reload", "start +1 ~0 -0 !0")]


async def test_a_start_that_changes_nothing_leaves_no_trace(upkeep: Upkeep) -> None:
    await again(upkeep).start()
    assert len(await done(upkeep)) == 1


async def test_a_start_takes_up_what_has_changed(upkeep: Upkeep) -> None:
    add_weir(upkeep)
    later = again(upkeep)
    await later.start()
    assert len(later.shelf.current.articles) == 2


async def test_a_start_without_anything_to_serve_fails(upkeep: Upkeep, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        await Upkeep(
            Shelf(tmp_path / "nowhere", Editions(tmp_path / "none")), upkeep.figures, upkeep.history
        ).start()


async def test_a_start_without_the_corpus_serves_the_last_edition(upkeep: Upkeep) -> None:
    shutil.rmtree(upkeep.shelf.corpus)
    later = again(upkeep)
    await later.start()
    assert later.shelf.current.id == upkeep.shelf.current.id


async def test_a_killed_reload_leaves_the_old_edition_after_the_restart(upkeep: Upkeep) -> None:
    add_weir(upkeep)
    await upkeep.history.begin(Deed("reload", 1001, "", upkeep.shelf.current.id))
    later = again(upkeep)
    await later.start()
    assert later.shelf.current.id == upkeep.shelf.current.id
    assert (await done(later))[0].details == "killed"
    last = again(upkeep)
    await last.start()
    assert len(last.shelf.current.articles) == 2


async def test_a_killed_rollback_is_finished_at_the_start(upkeep: Upkeep) -> None:
    first = upkeep.shelf.current.id
    add_weir(upkeep)
    await upkeep.reload(AYA)
    await upkeep.history.begin(Deed("rollback", 1001, first, upkeep.shelf.current.id))
    later = again(upkeep)
    await later.start()
    assert later.shelf.current.id == first
    assert not (upkeep.shelf.corpus / "weir.md").exists()


async def test_a_look_changes_nothing_and_is_no_deed(upkeep: Upkeep) -> None:
    before = upkeep.shelf.current
    add_weir(upkeep)
    report = await upkeep.look(AYA)
    assert isinstance(report, ReloadReport)
    assert report.changes.added == ("weir",)
    assert not report.applied
    assert upkeep.shelf.current is before
    assert len(await done(upkeep)) == 1


async def test_what_was_looked_at_is_applied_unless_the_files_have_changed_since(upkeep: Upkeep) -> None:
    add_weir(upkeep)
    looked = await upkeep.look(AYA)
    assert isinstance(looked, ReloadReport)
    (upkeep.shelf.corpus / "weir.md").write_text(WEIR.replace("spring", "autumn"))
    assert await upkeep.reload(AYA, looked.files) == FilesChanged()
    assert len(upkeep.shelf.current.articles) == 1
    add_weir(upkeep)
    applied = await upkeep.reload(AYA, looked.files)
    assert isinstance(applied, ReloadReport)
    assert applied.applied
    assert upkeep.shelf.current.id == looked.after


async def test_the_second_caller_is_told_who_is_at_it(upkeep: Upkeep) -> None:
    first = asyncio.create_task(upkeep.reload(AYA))
    await asyncio.sleep(0)
    second = await upkeep.reload(Actor("Ben", 1002))
    assert isinstance(second, Busy)
    assert second.who is AYA
    assert isinstance(await first, ReloadReport)
    assert isinstance(await upkeep.reload(Actor("Ben", 1002)), ReloadReport)


async def test_a_failed_reload_keeps_the_old_edition_and_is_written_down(upkeep: Upkeep) -> None:
    before = upkeep.shelf.current
    shutil.rmtree(upkeep.shelf.corpus)
    with pytest.raises(CorpusError):
        await upkeep.reload(AYA)
    assert upkeep.shelf.current is before
    last = (await done(upkeep))[0]
    assert last.details.startswith("failed: the folder")
    assert (last.actor_id, last.from_edition, last.to_edition) == (1001, before.id, before.id)


async def test_a_rollback_can_be_rolled_back(upkeep: Upkeep) -> None:
    first = upkeep.shelf.current.id
    add_weir(upkeep)
    await upkeep.reload(AYA)
    second = upkeep.shelf.current.id
    for target in (first, second):
        kept = upkeep.shelf.editions.find(target)
        assert kept
        assert isinstance(await upkeep.roll_back(AYA, kept), ReloadReport)
        assert upkeep.shelf.current.id == target
    assert (upkeep.shelf.corpus / "weir.md").read_text() == WEIR


async def test_a_rollback_never_loses_what_no_edition_has_kept(upkeep: Upkeep) -> None:
    add_weir(upkeep)
    kept = upkeep.shelf.editions.find(upkeep.shelf.current.id)
    assert kept
    assert await upkeep.roll_back(AYA, kept) == FilesChanged()
    assert (upkeep.shelf.corpus / "weir.md").exists()


async def test_a_change_writes_and_reloads(upkeep: Upkeep) -> None:
    report = await upkeep.change(AYA, Deed("add", 1001, "weir.md"), lambda: add_weir(upkeep))
    assert isinstance(report, ReloadReport)
    assert report.changes.added == ("weir",)
    assert (await done(upkeep))[0].details == "weir.md +1 ~0 -0 !0"


async def test_a_cancelled_reload_has_no_effect_and_is_written_down(upkeep: Upkeep) -> None:
    before = upkeep.shelf.current
    add_weir(upkeep)
    reload = asyncio.create_task(upkeep.reload(AYA))
    await asyncio.sleep(0)
    reload.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reload
    assert upkeep.shelf.current is before
    assert upkeep.busy is None
    assert isinstance(await upkeep.reload(AYA), ReloadReport)


async def test_work_that_is_told_to_stop_stops_at_the_next_file() -> None:
    busy = Busy(AYA)
    busy.count(1, 2)
    assert (busy.done, busy.total) == (1, 2)
    busy.stopping = True
    with pytest.raises(BotError, match="stopping"):
        busy.count(2, 2)
