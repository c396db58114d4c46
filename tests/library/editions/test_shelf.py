"""One edition serves at any time, and it survives whatever happens to the making of the next."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.errors import CorpusError
from bot.basics.limits import LIMITS
from bot.core.nouns import Claim, Span
from bot.library.editions.changes import ReloadReport
from bot.library.editions.encoding import Encoding, StoppedError
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from tests.core.encoders import SenseEncoder
from tests.folders import KILN, WEIR, folder_of, shelf_of


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return shelf_of(folder_of(tmp_path, kiln=KILN, weir=WEIR))


def reload(shelf: Shelf) -> ReloadReport:
    return shelf.put(shelf.prepare())


def claim(shelf: Shelf, words: str) -> Claim:
    article = next(a for a in shelf.current.articles if words in a.text)
    start = article.text.index(words)
    return Claim(article.id, article.revision, Span(start, start + len(words)), words)


def test_a_new_shelf_is_empty(shelf: Shelf) -> None:
    assert shelf.current.articles == ()
    assert not shelf.open()


@pytest.mark.parametrize("is_older", [False, True])
def test_an_edition_without_articles_opens_again_with_another_program(shelf: Shelf, is_older: bool) -> None:
    for file in shelf.corpus.iterdir():
        file.unlink()
    reload(shelf)
    (kept,) = shelf.editions.all()
    if is_older:  # then no folder was made where no file was kept
        kept.folder.rmdir()
    for flat in shelf.editions.root.rglob("*.flat"):
        flat.unlink()
    again = shelf_of(shelf.corpus)
    assert again.open()
    assert again.current.id == shelf.current.id


def test_a_reload_tells_what_it_did_to_every_article(shelf: Shelf) -> None:
    reload(shelf)
    before = shelf.current.id
    given = [claim(shelf, "Its bricks went to the lighthouse."), claim(shelf, WEIR)]
    (shelf.corpus / "kiln.md").write_text(KILN.replace("lighthouse", "harbour"))
    (shelf.corpus / "weir.md").unlink()
    (shelf.corpus / "ferry.md").write_text("The ferry sailed twice a day. Nobody paid for dogs.")
    (shelf.corpus / "empty.md").write_text("")
    report = shelf.put(shelf.prepare(given))
    changes = report.changes
    assert (changes.added, changes.edited, changes.removed) == (("ferry",), ("kiln",), ("weir",))
    assert [(p.file, p.reason) for p in changes.problems] == [("empty.md", "the file is empty")]
    assert (report.before, report.after) == (before, shelf.current.id)
    assert report.differing == {"kiln": 1}
    assert report.lost == {"kiln": 1, "weir": 1}
    assert report.summary == "+1 ~1 -1 !1"


def test_preparing_changes_nothing(shelf: Shelf) -> None:
    reload(shelf)
    before = shelf.current
    (shelf.corpus / "kiln.md").unlink()
    assert not shelf.prepare().report.same
    assert shelf.current is before
    assert len(shelf.editions.all()) == 1


def test_an_unchanged_corpus_keeps_the_very_edition(shelf: Shelf) -> None:
    reload(shelf)
    before = shelf.current
    assert reload(shelf).same
    assert shelf.current is before
    assert len(shelf.editions.all()) == 1


def test_copies_and_near_copies_are_told_apart(shelf: Shelf) -> None:
    (shelf.corpus / "same.md").write_text(KILN)
    (shelf.corpus / "near.md").write_text(f"{KILN} It smoked.")
    report = reload(shelf)
    assert report.copies == (frozenset({"kiln", "same"}),)
    assert report.similar == (frozenset({"kiln", "near"}),)


def test_a_corpus_that_cannot_be_read_leaves_the_old_edition_also_after_a_restart(shelf: Shelf) -> None:
    reload(shelf)
    before = shelf.current
    shutil.rmtree(shelf.corpus)
    with pytest.raises(CorpusError, match="cannot be read"):
        shelf.prepare()
    assert shelf.current is before
    restarted = shelf_of(shelf.corpus)
    assert restarted.open()
    assert restarted.current.id == before.id


def test_a_file_that_changes_while_it_is_read_stops_the_reload(shelf: Shelf) -> None:
    reload(shelf)
    before = shelf.current
    (shelf.corpus / "kiln.md").write_text(KILN + " It rained.")
    prepared = shelf.prepare()
    (shelf.corpus / "kiln.md").write_text(KILN + " It snowed.")
    with pytest.raises(CorpusError, match=r"kiln\.md has changed"):
        shelf.put(prepared)
    assert shelf.current is before
    assert len(shelf.editions.all()) == 1


def test_editions_share_the_files_that_stayed(shelf: Shelf) -> None:
    reload(shelf)
    (shelf.corpus / "kiln.md").write_text(KILN + " It rained.")
    reload(shelf)
    new, old = shelf.editions.all()
    assert (new.folder / "weir.md").samefile(old.folder / "weir.md")
    assert not (new.folder / "kiln.md").samefile(old.folder / "kiln.md")


def test_a_file_that_editions_share_takes_room_once(shelf: Shelf) -> None:
    (shelf.corpus / "large.md").write_text(f"# Tides\n\n{'The tide rose two metres. ' * 20_000}")
    shelf.put(shelf.prepare())
    before = shelf.editions.size()
    (shelf.corpus / "note.md").write_text("A note came on Monday.\n")
    shelf.put(shelf.prepare())
    assert len(shelf.editions.all()) == 2
    assert before > 500_000
    assert shelf.editions.size() < before + 250_000


def test_only_the_last_editions_are_kept(shelf: Shelf) -> None:
    for number in range(LIMITS.editions.kept + 3):
        (shelf.corpus / "kiln.md").write_text(f"{KILN} It took {number} men.")
        reload(shelf)
    editions = shelf.editions.all()
    assert len(editions) == LIMITS.editions.kept
    assert [edition.number for edition in editions] == list(range(LIMITS.editions.kept + 3, 3, -1))
    assert {path.name for path in shelf.editions.root.iterdir()} == {
        edition.path.name for edition in editions
    }


def test_a_damaged_edition_gives_way_to_the_one_before(shelf: Shelf) -> None:
    reload(shelf)
    before = shelf.current.id
    (shelf.corpus / "kiln.md").write_text(KILN + " It rained.")
    reload(shelf)
    (shelf.editions.all()[0].folder / "kiln.md").write_text("half of")
    (shelf.corpus / "kiln.md").unlink()
    restarted = shelf_of(shelf.corpus)
    assert restarted.open()
    assert restarted.current.id == before


def test_restoring_brings_every_file_back_and_can_be_taken_back(shelf: Shelf) -> None:
    (shelf.corpus / "notes.bin").write_bytes(b"\0")
    (shelf.corpus / "kiln.yaml").write_text("title: The kiln\n")
    (shelf.corpus / "synonyms.yaml").write_text("kiln: oven\n")
    reload(shelf)
    first = shelf.current.id
    (shelf.corpus / "kiln.md").unlink()
    (shelf.corpus / "kiln.yaml").unlink()
    (shelf.corpus / "synonyms.yaml").unlink()
    (shelf.corpus / "deep").mkdir()
    (shelf.corpus / "deep" / "weir.md").write_text(WEIR)
    reload(shelf)
    second = shelf.current.id
    for target in (first, second, first):
        found = shelf.editions.find(target[:8])
        assert found
        shelf.restore(found)
        assert reload(shelf).after == target
    assert (shelf.corpus / "notes.bin").exists()
    assert {p.name for p in shelf.corpus.rglob("*.md")} == {"kiln.md", "weir.md"}


def test_a_beginning_that_fits_two_editions_finds_none(shelf: Shelf) -> None:
    reload(shelf)
    (shelf.corpus / "kiln.md").unlink()
    reload(shelf)
    assert shelf.editions.find("") is None
    assert shelf.editions.find("no such") is None
    assert shelf.editions.find(shelf.current.id[:8])


class Killed(BaseException):
    """Stands for the end of the process."""


@given(st.integers(0, 30))
def test_a_kill_at_any_write_leaves_one_of_the_two_editions(
    tmp_path_factory: pytest.TempPathFactory, writes: int
) -> None:
    corpus = tmp_path_factory.mktemp("killed") / "corpus"
    corpus.mkdir()
    (corpus / "kiln.md").write_text(KILN)
    shelf = shelf_of(corpus)
    reload(shelf)
    ids = {shelf.current.id}
    (corpus / "weir.md").write_text(WEIR)
    prepared = shelf.prepare()
    ids.add(prepared.edition.id)
    with pytest.MonkeyPatch.context() as patch:
        _kill_after(patch, writes)
        with suppress(Killed):
            shelf.put(prepared)
    restarted = shelf_of(corpus)
    assert restarted.open()
    assert restarted.current.id in ids
    assert reload(restarted).after == prepared.edition.id


def _kill_after(patch: pytest.MonkeyPatch, calls: int) -> None:
    """Let the process die at the n-th call that touches the disk."""
    left = iter(range(calls))

    def dying(real: object) -> object:
        def call(*args: object, **named: object) -> object:
            if next(left, None) is None:
                raise Killed
            return real(*args, **named)  # type: ignore[operator]

        return call

    for module, name in ((os, "fsync"), (Path, "rename"), (Path, "hardlink_to"), (shutil, "rmtree")):
        patch.setattr(module, name, dying(getattr(module, name)))


def flip(path: Path) -> None:
    """Let the disk lose one bit, in every edition that shares the file."""
    data = bytearray(path.read_bytes())
    data[7] ^= 4
    with path.open("r+b") as stream:
        stream.write(data)


def test_a_new_edition_does_not_share_a_damaged_file(shelf: Shelf) -> None:
    reload(shelf)
    flip(shelf.editions.all()[0].folder / "kiln.md")
    (shelf.corpus / "weir.md").write_text(WEIR.replace("spring", "autumn"))
    reload(shelf)
    newest = shelf.editions.all()[0]
    assert (newest.folder / "kiln.md").read_text() == KILN


def test_a_damaged_file_is_mended_from_the_corpus_in_every_edition(shelf: Shelf) -> None:
    for number in range(4):
        (shelf.corpus / "weir.md").write_text(f"{WEIR} It was mended {number} times.")
        reload(shelf)
    flip(shelf.editions.all()[0].folder / "kiln.md")
    again = shelf_of(shelf.corpus)
    assert again.open()
    assert again.current.id == shelf.current.id
    for kept in again.editions.all():
        again.restore(kept)
        assert (again.corpus / "kiln.md").read_text() == KILN


def test_a_damaged_file_never_comes_back_into_the_corpus(shelf: Shelf) -> None:
    reload(shelf)
    (shelf.corpus / "kiln.md").unlink()
    (shelf.corpus / "oven.md").write_text("The oven stood beside the kiln for a year.")
    reload(shelf)
    old = shelf.editions.all()[1]
    flip(old.folder / "kiln.md")
    with pytest.raises(CorpusError, match="damaged"):
        shelf.restore(old)
    assert {path.name for path in shelf.corpus.iterdir()} == {"oven.md", "weir.md"}


SOUND = '{"edition": "e", "made_at": 1.5, "articles": 0, "passages": 0, "files": {}}'


@pytest.mark.parametrize(
    "facts",
    [
        *("", SOUND[:-9], "[]", "null", '{"files": []}', "[" * 5_000, "\0", '{"name": "another program\'s"}'),
        *(SOUND.replace("1.5", moment) for moment in ("1e300", "-1e300", "NaN", '"soon"', "[]")),
        SOUND.replace("{}", "[]"),
        SOUND.replace("{}", '{"kiln.md": 7}'),
    ],
)
def test_an_edition_whose_facts_are_broken_is_set_aside(
    shelf: Shelf, facts: str, caplog: pytest.LogCaptureFixture
) -> None:
    reload(shelf)
    strange = shelf.editions.root / "000002"
    (strange / "files").mkdir(parents=True)
    (strange / "edition.json").write_text(facts)
    again = shelf_of(shelf.corpus)
    assert again.open()
    assert "is set aside" in caplog.text
    assert (shelf.editions.root / "000002.unread" / "edition.json").read_text() == facts
    (shelf.corpus / "kiln.md").unlink()
    assert reload(again).applied
    assert len(again.editions.all()) == 2


@pytest.mark.parametrize("name", ["000002", "1²", "٣", "7 of May", "edition.json", "9" * 200])
def test_a_file_of_another_among_the_editions_stops_no_reload(shelf: Shelf, name: str) -> None:
    reload(shelf)
    (shelf.editions.root / name).write_text("not ours")
    again = shelf_of(shelf.corpus)
    assert again.open()
    (shelf.corpus / "kiln.md").unlink()
    assert reload(again).applied
    assert len(again.editions.all()) == 2


def encoding_shelf(shelf: Shelf, encoder: SenseEncoder) -> Shelf:
    """A shelf on the same folder that encodes what serves."""
    data = shelf.corpus.parent
    return Shelf(shelf.corpus, Editions(data / "editions"), encoding=Encoding(encoder, data / "vectors"))


def test_a_reload_serves_by_words_at_once_and_meaning_follows(shelf: Shelf) -> None:
    shelf = encoding_shelf(shelf, SenseEncoder())
    reload(shelf)
    assert shelf.current.encoded is None
    edition = shelf.current.id
    shelf.encode(lambda: False)
    assert shelf.current.encoded
    assert shelf.current.id == edition
    done, total = shelf.encoded_so_far
    assert done == total > 0


def test_after_a_restart_meaning_is_there_at_once(shelf: Shelf) -> None:
    encoder = SenseEncoder()
    first = encoding_shelf(shelf, encoder)
    reload(first)
    first.encode(lambda: False)
    asked = len(encoder.asked)
    second = encoding_shelf(shelf, encoder)
    assert second.open()
    assert second.current.encoded
    assert len(encoder.asked) == asked


def test_what_is_encoded_too_late_does_not_serve(shelf: Shelf) -> None:
    shelf = encoding_shelf(shelf, SenseEncoder())
    reload(shelf)

    def meanwhile() -> bool:
        (shelf.corpus / "ferry.md").write_text("The ferry sailed twice a day. Nobody paid for dogs.")
        reload(shelf)
        return False

    with pytest.raises(StoppedError):
        shelf.encode(meanwhile)
    assert len(shelf.current.articles) == 3
    shelf.encode(lambda: False)
    assert shelf.current.encoded


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system that has room for some files but not for an edition that is laid out."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(  # noqa: S603
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)],  # noqa: S607
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607


def test_an_edition_serves_though_there_is_no_room_to_lay_it_out_where_it_is_kept(
    shelf: Shelf, full: Path
) -> None:
    reload(shelf)
    kept = shelf.editions.all()[0]
    kept.flat.unlink()
    shutil.copytree(shelf.editions.root, full / "editions")
    with suppress(OSError), (full / "filler").open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(4096))
    opened = Shelf(shelf.corpus, Editions(full / "editions"))
    assert opened.open()
    assert opened.current.id == shelf.current.id
    (full / "filler").unlink()
    (shelf.corpus / "weir.md").unlink()
    assert not reload(opened).same
