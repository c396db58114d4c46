"""Whatever has become of a file that Quoth reads back: it starts, says so, and loses nothing else."""

import random
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.storage.data_folder import LOCK, SOCKET
from tests.fake_telegram import FakeTelegram
from tests.folders import KILN, KILN_QUESTION
from tests.stories.world import serving


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    """Change a bit in a tenth of all bytes."""
    data, dice = bytearray(path.read_bytes()), random.Random(7)
    for place in range(0, len(data), 10):
        data[place] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def replace(path: Path) -> None:
    path.write_bytes(b"{}\nnothing of Quoth's\n")


def remove(path: Path) -> None:
    path.unlink()


def to_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()
    (path / "of somebody").write_text("else")


HARMS: tuple[Callable[[Path], None], ...] = (truncate, flip, replace, remove, to_folder)
FILES = ("quoth.db", "editions/*/edition.json", "editions/*/files/kiln.md", LOCK, SOCKET, "editions")


def shelf(folder: Path) -> Shelf:
    return Shelf(folder / "corpus", Editions(folder / "data" / "editions"))


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def harm(data: Path, name: str, how: Callable[[Path], None]) -> None:
    if name == "editions":
        shutil.rmtree(data / name)
        (data / name).write_text("nothing of Quoth's")
        return
    for path in [data / name] if "*" not in name else sorted(data.glob(name)):
        path.touch()  # a socket is gone when nobody serves, and the lock is empty
        how(path)


@pytest.mark.parametrize("how", HARMS, ids=lambda how: how.__name__)
@pytest.mark.parametrize("name", FILES)
async def test_it_starts_says_so_and_loses_nothing_else(
    telegram: FakeTelegram,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    name: str,
    how: Callable[[Path], None],
) -> None:
    data, corpus = tmp_path / "data", tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "kiln.md").write_text(f"---\ntitle: The kiln\n---\n\n{KILN}\n")
    chat = telegram.private(telegram.user("Aya"))
    async with serving(telegram, data, shelf(tmp_path)):
        await chat.asks(KILN_QUESTION)
    articles = contents(corpus)
    harm(data, name, how)
    caplog.clear()
    telegram.server.polls = 0  # so that the next one is waited for
    async with serving(telegram, data, shelf(tmp_path)) as bot:
        assert (await chat.asks(KILN_QUESTION)).quotes
        answers = await bot.database.rows("SELECT id FROM answers")
        assert len(answers) == (1 if name == "quoth.db" else 2)
        assert bot.shelf.editions.all()
    warned = [record for record in caplog.records if record.levelname in {"WARNING", "ERROR"}]
    assert not [record for record in caplog.records if record.exc_info]
    if name == "quoth.db" and how is not remove:
        assert any("quoth.db" in record.getMessage() for record in warned)
        assert list(data.glob("quoth.db.unread*"))
    assert contents(corpus) == articles
    telegram.server.polls = 0
    async with serving(telegram, data, shelf(tmp_path)):
        assert (await chat.asks(KILN_QUESTION)).quotes
