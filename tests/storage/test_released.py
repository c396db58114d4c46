"""What earlier versions have written is read and taken forward; nothing of it is lost.

0.1.0 and 0.2.0 write version 2 of the database; version 1 is from before the first release.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.library.editions.kept import EDITION_FORMAT, Editions
from bot.library.editions.shelf import Shelf
from bot.storage.database import Database
from bot.storage.schema import DATA_VERSION, MIGRATIONS

ROWS = (
    """INSERT INTO answers (chat_id, question_message, given_at, edition, question, reason, claims)
    VALUES (7, 1, 1800000000.5, 'e', 'who?', '', '[]')""",
    "INSERT INTO feedback VALUES (1, 7, 1, 1800000001)",
    "INSERT INTO chats (chat_id, active, language, quotes, mentions, quiet) VALUES (-5, 1, 'kk', 2, 0, 1)",
    "INSERT INTO history VALUES (1, 1800000000, 7, 'reload', '', 'd', 'e')",
    "INSERT INTO updates VALUES (42, 1, 1800000000, NULL)",
)


@pytest.mark.parametrize("version", range(1, DATA_VERSION + 1))
async def test_a_database_of_every_version_is_taken_forward(version: int, tmp_path: Path) -> None:
    file = tmp_path / "quoth.db"
    with closing(sqlite3.connect(file)) as old:
        for script in MIGRATIONS[:version]:
            old.executescript(script)
        for row in ROWS:
            old.execute(row)
        old.execute(f"PRAGMA user_version = {version}")
        old.commit()
    async with Database.open(file) as database:
        assert await database.row("PRAGMA user_version") == (DATA_VERSION,)
        assert await database.row("SELECT question FROM answers") == ("who?",)
        assert await database.row("SELECT useful FROM feedback") == (1,)
        assert await database.row("SELECT language, quotes, mentions, quiet FROM chats") == ("kk", 2, 0, 1)
        assert await database.row("SELECT deed FROM history") == ("reload",)
        assert await database.row("SELECT update_id FROM updates") == (1,)


def kept(tmp_path: Path, **changed: object) -> Shelf:
    """A shelf whose only kept edition has these facts changed; None takes a fact away."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "mill.md").write_text("The mill of Tarn burnt down in April.\n")
    shelf = Shelf(corpus, Editions(tmp_path / "editions"))
    shelf.put(shelf.prepare())
    (file,) = (tmp_path / "editions").glob("*/edition.json")
    facts = json.loads(file.read_text()) | changed
    file.write_text(json.dumps({name: fact for name, fact in facts.items() if fact is not None}))
    return Shelf(corpus, Editions(tmp_path / "editions"))


def test_an_edition_of_the_released_versions_serves(tmp_path: Path) -> None:
    shelf = kept(tmp_path, form=None)
    assert shelf.open()
    assert len(shelf.current.articles) == 1


def test_an_edition_of_a_later_form_is_set_aside_and_not_deleted(tmp_path: Path) -> None:
    shelf = kept(tmp_path, form=EDITION_FORMAT + 1)
    assert not shelf.open()
    assert len(list((tmp_path / "editions").glob("*.unread/files/mill.md"))) == 1
