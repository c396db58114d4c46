"""A backup holds all that an installation cannot make again, and comes back as it was, or not at all."""

import io
import json
import os
import stat
import tarfile
from pathlib import Path

import pytest

from bot.basics.errors import StorageError
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.storage.backup import back_up, restore
from bot.storage.chats import Chats, Choices
from bot.storage.database import Database
from bot.storage.lock import alone_in

CHOICES = Choices(language="kk", quotes=2)


@pytest.fixture
async def home(tmp_path: Path) -> Path:
    """An installation with two editions that share a file, and a group's choice."""
    corpus, data = tmp_path / "corpus", tmp_path / "data"
    (corpus / "deep").mkdir(parents=True)
    (corpus / "deep/mill.md").write_text("The mill of Tarn burnt down in April.\n")
    async with Database.open(data / "quoth.db") as database:
        await Chats(database).choose(-5, CHOICES)
    shelf = Shelf(corpus, Editions(data / "editions"))
    shelf.put(shelf.prepare())
    (corpus / "kiosk.txt").write_text("A kiosk opened at the harbour of Sund.\n")
    shelf.put(shelf.prepare())
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    ours = {"quoth.db", "quoth.db-wal", "quoth.db-shm", "serving.lock", "edition.flat"}
    return {str(path.relative_to(folder)): path.read_bytes() for path in files if path.name not in ours}


async def choices(data: Path) -> Choices:
    async with Database.open(data / "quoth.db") as database:
        return await Chats(database).choices(-5)


async def test_what_was_backed_up_comes_back_elsewhere(home: Path, tmp_path: Path) -> None:
    file, data, corpus = tmp_path / "b.tar.gz", tmp_path / "other/data", tmp_path / "other/corpus"
    assert back_up(home / "data", home / "corpus", file) == file.stat().st_size
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert restore(file, data, corpus)
    assert tree(corpus) == tree(home / "corpus")
    assert tree(data) == tree(home / "data")
    assert await choices(data) == CHOICES
    shelf = Shelf(corpus, Editions(data / "editions"))
    assert shelf.open()
    assert len(shelf.current.articles) == 2


async def test_a_backup_can_be_made_while_the_bot_writes(home: Path, tmp_path: Path) -> None:
    with alone_in(home / "data"):
        async with Database.open(home / "data/quoth.db") as database, database.transaction() as transaction:
            await transaction.rows("UPDATE chats SET quotes = 3")
            back_up(home / "data", home / "corpus", tmp_path / "b.tar.gz")
    restore(tmp_path / "b.tar.gz", tmp_path / "new/data", tmp_path / "new/corpus")
    assert await choices(tmp_path / "new/data") == CHOICES, "what was not committed is not in it"


async def test_a_backup_into_the_corpus_does_not_hold_itself(home: Path) -> None:
    file = home / "corpus/b.tar.gz"
    back_up(home / "data", home / "corpus", file)
    with tarfile.open(file) as archive:
        assert [name for name in archive.getnames() if "b.tar.gz" in name] == []


async def test_nothing_is_written_over_unless_it_is_said(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.tar.gz"
    back_up(home / "data", home / "corpus", file)
    (home / "corpus/new.md").write_text("The newest article of all.\n")
    before = tree(home / "corpus")
    with pytest.raises(StorageError, match="is not empty: move it away first, or give --replace"):
        restore(file, home / "data", home / "corpus")
    assert tree(home / "corpus") == before
    restore(file, home / "data", home / "corpus", replace=True)
    assert set(tree(home / "corpus")) == {"deep/mill.md", "kiosk.txt"}


async def test_nothing_is_put_back_below_a_bot_that_serves(home: Path, tmp_path: Path) -> None:
    back_up(home / "data", home / "corpus", tmp_path / "b.tar.gz")
    before = tree(home / "corpus")
    with alone_in(home / "data"), pytest.raises(StorageError, match="another Quoth serves"):
        restore(tmp_path / "b.tar.gz", home / "data", home / "corpus", replace=True)
    assert tree(home / "corpus") == before


def packed(facts: object, *members: tarfile.TarInfo) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        about = tarfile.TarInfo("backup.json")
        about.size = len(data := json.dumps(facts).encode())
        archive.addfile(about, io.BytesIO(data))
        for member in members:
            archive.addfile(member, io.BytesIO(b"x" * member.size))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no archive", "is no backup of Quoth, or damaged"),
        (packed({}), "is no backup of Quoth"),
        (packed({"data": 99, "quoth": "9.0"}), r"newer Quoth \(9\.0\): update"),
        (packed({"data": 1})[:-20], "is no backup of Quoth, or damaged"),
    ],
    ids=["no archive", "no facts", "newer", "cut"],  # what is packed holds the time
)
async def test_what_is_no_sound_backup_deletes_nothing(
    content: bytes, said: str, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "odd").write_bytes(content)
    before = tree(home)
    with pytest.raises(StorageError, match=said):
        restore(tmp_path / "odd", home / "data", home / "corpus", replace=True)
    assert tree(home) == before


@pytest.mark.parametrize("name", ["data/../../out", "articles/deep/../../../out", "articles/link"])
def test_nothing_leads_out_of_the_folders(name: str, tmp_path: Path) -> None:
    member = tarfile.TarInfo(name)
    if name.endswith("link"):
        member.type, member.linkname = tarfile.SYMTYPE, "../../out"
    (tmp_path / "odd").write_bytes(packed({"data": 1}, member))
    with pytest.raises(StorageError):
        restore(tmp_path / "odd", tmp_path / "a/data", tmp_path / "a/corpus")
    assert not (tmp_path / "out").exists()
    assert not os.path.lexists(tmp_path / "a/corpus/link")


def test_what_cannot_be_read_or_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no folder of articles"):
        back_up(tmp_path / "data", tmp_path / "none", tmp_path / "b")
    with pytest.raises(StorageError, match="none: No such file"):
        restore(tmp_path / "none", tmp_path / "data", tmp_path / "corpus")
    (tmp_path / "corpus").mkdir()
    with pytest.raises(StorageError, match="No such file"):
        back_up(tmp_path / "data", tmp_path / "corpus", tmp_path / "deep/b")
