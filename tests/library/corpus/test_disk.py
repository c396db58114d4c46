"""What is written is there as a whole and for good, and nothing leads out of the folder."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.basics.errors import ArticleError, CorpusError
from bot.basics.limits import LIMITS
from bot.library.corpus.disk import inside, remove_file, remove_unfinished, write_file, write_new_files
from bot.library.corpus.untrusted import read_bytes


def test_who_reads_a_file_while_it_is_written_reads_all_of_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "kiln.md"
    write_file(file, b"The old kiln was lit in May.")
    with file.open("rb") as reader:
        write_file(file, b"The new one was lit in June.")
        assert reader.read() == b"The old kiln was lit in May."
    assert file.read_bytes() == b"The new one was lit in June."
    assert [path.name for path in tmp_path.iterdir()] == ["kiln.md"]


def test_a_file_lasts_before_it_takes_the_place_of_another_and_then_its_name_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def syncing(descriptor: int) -> None:
        done.append(f"sync {os.stat(descriptor).st_ino}")
        sync(descriptor)

    def replacing(path: Path, target: Path) -> Path:
        done.append("replace")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(Path, "replace", replacing)
    write_file(tmp_path / "kiln.md", b"The kiln was lit in May.")
    file, folder = (tmp_path / "kiln.md").stat().st_ino, tmp_path.stat().st_ino
    assert done == [f"sync {file}", "replace", f"sync {folder}"]
    remove_file(tmp_path / "kiln.md")
    assert done[3:] == [f"sync {folder}"]


@pytest.mark.parametrize(
    "file",
    ["../kiln.md", "a/../../kiln.md", "/etc/passwd", "..", "", "a/..", "out/kiln.md"],
)
def test_no_path_leads_out_of_the_folder(tmp_path: Path, file: str) -> None:
    root = tmp_path / "corpus"
    (root / "a").mkdir(parents=True)
    (root / "out").symlink_to(tmp_path)
    with pytest.raises(CorpusError, match="outside"):
        inside(root, file)


@pytest.mark.parametrize("file", ["kiln.md", "a/kiln.md", "a/../kiln.md", "new/folder/kiln.md"])
def test_every_path_inside_is_let_through(tmp_path: Path, file: str) -> None:
    assert inside(tmp_path, file) == tmp_path / file


@pytest.fixture
def hurry() -> Iterator[None]:
    """Whatever waits for longer than a few seconds fails."""

    def fail(*_: object) -> None:
        raise AssertionError("it waits for ever")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(5)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def make_link(path: Path) -> None:
    path.symlink_to(path.parents[1] / "secret")


@pytest.mark.usefixtures("hurry")
@pytest.mark.parametrize("make", [make_link, os.mkfifo])
def test_what_takes_the_place_of_a_file_after_it_was_looked_at_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None]
) -> None:
    (tmp_path / "secret").write_text("Nobody may quote this.")
    root = tmp_path / "corpus"
    root.mkdir()
    (root / "kiln.md").write_text("The kiln was lit in May.")
    look = Path.is_symlink

    def swapping(path: Path) -> bool:
        found = look(path)
        path.unlink()
        make(path)
        return found

    monkeypatch.setattr(Path, "is_symlink", swapping)
    with pytest.raises(ArticleError):
        read_bytes(root, "kiln.md", 1_000)


def test_where_one_of_several_files_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "full").write_text("x")
    with pytest.raises(CorpusError):
        write_new_files({tmp_path / "weir.md": b"one", tmp_path / "taken": b"two"})
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
    write_new_files({tmp_path / "weir.md": b"one", tmp_path / "kiln.md": b"two"})
    assert (tmp_path / "kiln.md").read_bytes() == b"two"


def test_what_a_death_has_left_of_a_file_is_removed_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    for name in (".quoth-left", "deep/.quoth-left", ".quoth-written", "old.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The kiln was fired.")
        past = time.time() - (0 if "written" in name else 2 * LIMITS.waiting.unfinished)
        os.utime(tmp_path / name, (past, past))
    remove_unfinished(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [".quoth-written", "old.md"]
