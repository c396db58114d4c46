"""A folder is loaded in a child as it is here, and whatever becomes of the child, the old edition serves."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pydantic import TypeAdapter

from bot.basics.errors import CorpusError
from bot.basics.limits import LIMITS
from bot.basics.progress import silent
from bot.core.index.background import NO_BACKGROUND
from bot.core.nouns import ArticleId
from bot.library.editions.flat import Arrays, open_flat
from bot.library.editions.kept import Editions
from bot.library.editions.loading import LoadOrder, load, load_apart, loaders
from bot.library.editions.shelf import Shelf
from tests.folders import KILN, WEIR, folder_of, shelf_of
from tests.library.editions.test_remembered import parsed_files


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return folder_of(tmp_path, kiln=KILN, same=KILN, weir=WEIR)


@pytest.fixture
def apart() -> Iterator[None]:
    """All folders are read in children."""
    here = LIMITS.editions
    LIMITS.editions = replace(here, read_here=0)
    yield
    LIMITS.editions = here


def flats(shelf: Shelf) -> list[Path]:
    return sorted(shelf.editions.root.rglob("*.flat"))


def same(one: Arrays, other: Arrays) -> bool:
    return list(one) == list(other) and all(np.array_equal(one[name], other[name]) for name in one)


def test_a_child_loads_what_is_loaded_here(corpus: Path, tmp_path: Path) -> None:
    here, there = (LoadOrder(corpus, tmp_path / name) for name in ("here", "there"))
    there = replace(there, readers=2)
    assert load_apart(there, silent) == load(here, NO_BACKGROUND, silent)
    assert same(open_flat(here.to).arrays, open_flat(there.to).arrays)
    three = replace(there, readers=3, to=tmp_path / "three")
    load_apart(three, silent)
    assert same(open_flat(three.to).arrays, open_flat(here.to).arrays)
    (corpus / "weir.md").write_text(WEIR.replace("spring", "autumn"))
    again = [
        replace(order, before=order.to, to=tmp_path / f"{order.to.name} again") for order in (here, there)
    ]
    report = load_apart(again[1], silent)
    assert report == load(again[0], NO_BACKGROUND, silent)
    assert (report.changes.edited, report.copies) == (("weir",), (frozenset({"kiln", "same"}),))
    assert same(open_flat(again[0].to).arrays, open_flat(again[1].to).arrays)


def test_why_a_folder_cannot_be_read_is_told_from_the_child(tmp_path: Path) -> None:
    order = LoadOrder(tmp_path / "nowhere", tmp_path / "to")
    with pytest.raises(CorpusError) as here:
        load(order, NO_BACKGROUND, silent)
    with pytest.raises(CorpusError) as there:
        load_apart(order, silent)
    assert there.value.sentence == here.value.sentence


def test_a_child_that_is_killed_leaves_the_old_edition(corpus: Path, apart: None) -> None:
    shelf = shelf_of(corpus)
    shelf.put(shelf.prepare())
    before = shelf.current
    (corpus / "weir.md").unlink()

    def kill(done: int, total: int) -> None:
        for process in loaders.at_work:
            os.kill(process.pid, signal.SIGKILL)

    with pytest.raises(CorpusError, match="ended from outside"):
        shelf.prepare(on_progress=kill)
    assert shelf.current is before
    assert not loaders.at_work
    assert shelf.put(shelf.prepare()).changes.removed == ("weir",)
    assert len(flats(shelf)) == 1


class StoppedError(Exception):
    """Stands for the wish of whoever waits."""


def test_a_child_whose_parent_is_gone_ends_without_a_word(corpus: Path, tmp_path: Path) -> None:
    listening, answers = os.pipe()
    os.close(listening)
    child = subprocess.run(
        [sys.executable, "-c", "from bot.library.editions.loading import serve_order; serve_order()"],
        input=TypeAdapter(LoadOrder).dump_json(LoadOrder(corpus, tmp_path / "to")),
        stdout=answers,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(answers)
    assert (child.returncode, child.stderr) == (0, b"")


def test_a_load_that_is_not_wanted_any_more_ends(corpus: Path, apart: None) -> None:
    def stop(done: int, total: int) -> None:
        raise StoppedError

    shelf = shelf_of(corpus)
    with pytest.raises(StoppedError):
        shelf.prepare(on_progress=stop)
    assert not loaders.at_work


def test_a_restart_reads_no_article_again(corpus: Path) -> None:
    shelf = shelf_of(corpus)
    shelf.put(shelf.prepare())
    again = shelf_of(corpus)
    assert parsed_files(lambda: (again.open(), again.prepare())) == []
    assert again.current.articles == shelf.current.articles


def test_a_text_that_is_damaged_after_its_edition_was_opened_is_no_article(corpus: Path) -> None:
    shelf = shelf_of(corpus)
    shelf.put(shelf.prepare())
    again = shelf_of(corpus)
    again.open()
    (flat,) = flats(again)
    with flat.open("r+b") as stream:
        stream.seek(flat.read_bytes().index(b"spring flood"))
        stream.write(b"autumn")
    assert again.current.article(ArticleId("kiln"))
    with pytest.raises(ValueError, match="not that of its revision"):
        again.current.article(ArticleId("weir"))


@pytest.mark.parametrize("harm", ["gone", "torn", "foreign", "of another edition"])
def test_what_is_laid_out_is_made_anew_where_it_is_no_use(
    corpus: Path, harm: str, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = shelf_of(corpus)
    shelf.put(shelf.prepare())
    (flat,) = flats(shelf)
    data = flat.read_bytes()
    (corpus / "weir.md").unlink()
    shelf.put(shelf.prepare())
    (newest,) = flats(shelf)
    before = shelf.current.id, shelf.current.articles
    match harm:
        case "gone":
            newest.unlink()
        case "torn":
            newest.write_bytes(newest.read_bytes()[:-9])
        case "foreign":
            newest.write_bytes(b"nothing of Quoth's")
        case _:
            newest.write_bytes(data)
    again = shelf_of(corpus)
    assert again.open()
    assert (again.current.id, again.current.articles) == before
    assert len([r for r in caplog.records if r.levelname == "WARNING"]) == (harm in {"torn", "foreign"})
    assert parsed_files(lambda: shelf_of(corpus).open()) == []


def test_only_the_newest_edition_is_laid_out(corpus: Path) -> None:
    shelf = shelf_of(corpus)
    shelf.put(shelf.prepare())
    old = shelf.current
    (corpus / "weir.md").unlink()
    shelf.put(shelf.prepare())
    assert [path.parent for path in flats(shelf)] == [shelf.editions.all()[0].path]
    assert len(old.articles) == 3  # who has the old one open goes on reading it


def test_what_begins_apart_reads_first_in_a_child_and_small_changes_here(corpus: Path) -> None:
    shelf = Shelf(corpus, Editions(corpus.parent / "editions"), begins_apart=True)
    children: list[int] = []

    def count(done: int, total: int) -> None:
        children.append(len(loaders.at_work))

    shelf.put(shelf.prepare(on_progress=count))
    assert set(children) == {1}
    children.clear()
    (corpus / "weir.md").write_text(WEIR.replace("spring", "autumn"))
    assert shelf.put(shelf.prepare(on_progress=count)).changes.edited == ("weir",)
    assert set(children) == {0}
