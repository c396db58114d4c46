import asyncio
import sqlite3
import sys
from pathlib import Path

import pytest

from bot.basics.errors import StorageError
from bot.storage.database import Database
from bot.storage.schema import MIGRATIONS


async def test_a_new_file_has_all_tables_and_the_last_version(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "deep" / "quoth.db") as database:
        tables = {
            row[0] for row in await database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }
        assert {"updates", "answers", "feedback", "chats", "history"} <= tables
        assert await database.row("PRAGMA user_version") == (len(MIGRATIONS),)
        assert await database.row("PRAGMA journal_mode") == ("wal",)


async def test_opening_again_keeps_what_was_written(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "quoth.db") as database:
        await database.rows("INSERT INTO chats (chat_id) VALUES (?)", 2**62)
    async with Database.open(tmp_path / "quoth.db") as database:
        assert await database.rows("SELECT chat_id FROM chats") == [(2**62,)]


async def test_a_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "quoth.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(StorageError, match="newer Quoth"):
        async with Database.open(path):
            pass


async def test_a_file_that_is_no_database_is_set_aside_whole(tmp_path: Path) -> None:
    path = tmp_path / "quoth.db"
    path.write_text("This is no database. " * 100)
    for aside in ("quoth.db.unread", "quoth.db.1.unread"):
        async with Database.open(path) as opened:
            assert await opened.rows("SELECT * FROM answers") == []
        assert (tmp_path / "quoth.db.unread").read_text() == "This is no database. " * 100
        assert (tmp_path / aside).exists()
        path.write_text("Nor is this. " * 100)


async def test_a_folder_that_cannot_be_made_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError):
        async with Database.open(tmp_path / "file" / "quoth.db"):
            pass


@pytest.mark.parametrize("value", [2**70, "\ud83d"])
async def test_a_value_that_cannot_be_stored_is_a_storage_error(database: Database, value: int | str) -> None:
    with pytest.raises(StorageError):
        await database.rows("INSERT INTO chats (chat_id) VALUES (?)", value)


async def fail_after_inserting(database: Database, inserted: asyncio.Event) -> None:
    async with database.transaction() as transaction:
        await transaction.rows("INSERT INTO chats (chat_id) VALUES (1)")
        inserted.set()
        raise ZeroDivisionError


async def test_a_failed_transaction_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await fail_after_inserting(database, asyncio.Event())
    assert await database.row("SELECT count(*) FROM chats") == (0,)


async def test_statements_of_others_do_not_slip_into_a_transaction(database: Database) -> None:
    inserted = asyncio.Event()

    async def insert() -> None:
        await inserted.wait()
        await database.rows("INSERT INTO chats (chat_id) VALUES (2)")

    failing = fail_after_inserting(database, inserted)
    results = await asyncio.gather(failing, insert(), return_exceptions=True)
    assert isinstance(results[0], ZeroDivisionError)
    assert await database.rows("SELECT chat_id FROM chats") == [(2,)]


@pytest.mark.parametrize("turns", range(12))
async def test_whoever_is_cancelled_at_any_moment_leaves_no_transaction_open(
    tmp_path: Path, turns: int
) -> None:
    async def insert(database: Database) -> None:
        async with database.transaction() as transaction:
            await transaction.rows("INSERT INTO chats (chat_id) VALUES (1)")
            await transaction.rows("INSERT INTO chats (chat_id) VALUES (2)")

    async with Database.open(tmp_path / "quoth.db") as database:
        task = asyncio.create_task(insert(database))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await database.rows("INSERT INTO chats (chat_id) VALUES (3)")
        async with database.transaction() as transaction:
            await transaction.rows("INSERT INTO chats (chat_id) VALUES (4)")
    async with Database.open(tmp_path / "quoth.db") as database:
        kept = [chat for (chat,) in await database.rows("SELECT chat_id FROM chats ORDER BY chat_id")]
    assert kept in ([3, 4], [1, 2, 3, 4])


async def test_a_fault_of_our_own_is_no_fault_of_the_file(database: Database) -> None:
    with pytest.raises(sqlite3.ProgrammingError):
        await database.rows("INSERT INTO chats (chat_id) VALUES (?)", 1, 2)
    with pytest.raises(ZeroDivisionError):
        await fail_after_inserting(database, asyncio.Event())


def bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_what_was_deleted_is_not_in_the_file_any_more(tmp_path: Path) -> None:
    path = tmp_path / "quoth.db"
    secret = "what nobody else may read"
    async with Database.open(path) as database:
        await database.rows("INSERT INTO history VALUES (1, 0, 0, '', ?, '', '')", secret)
        await database.rows("INSERT INTO history VALUES (2, 0, 0, '', 'x', '', '')")
    assert secret.encode() in bytes_of(tmp_path)
    async with Database.open(path) as database:
        await database.rows("DELETE FROM history WHERE id = 1")
    assert secret.encode() not in bytes_of(tmp_path)


_WRITER = """
import asyncio, sys
from pathlib import Path
from bot.storage.database import Database

async def main():
    async with Database.open(Path(sys.argv[1])) as database:
        number = 0
        while True:
            number += 1
            async with database.transaction() as transaction:
                await transaction.rows("INSERT INTO chats (chat_id) VALUES (?)", number)
                await transaction.rows("INSERT INTO history VALUES (?, 0, 0, '', '', '', '')", number)
            print(number, flush=True)

asyncio.run(main())
"""


async def test_what_keeps_the_forgotten_from_being_wiped_leaves_it_to_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "quoth.db"
    async with Database.open(path) as database:
        await database.rows("INSERT INTO chats (chat_id, language) VALUES (7, 'Edda Quill')")
        await database.empty_log()
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        assert reader.execute("SELECT language FROM chats").fetchall() == [("Edda Quill",)]
        await database.forget("DELETE FROM chats WHERE chat_id = ?1 RETURNING 1", whom=7)
        assert b"Edda Quill" in path.read_bytes(), "the reader sees it, so that it cannot be wiped"
        wal = path.with_name("quoth.db-wal").read_bytes()
        copy = tmp_path / "killed"
        copy.mkdir()
        (copy / "quoth.db").write_bytes(path.read_bytes())
        (copy / "quoth.db-wal").write_bytes(wal)
        reader.close()
        await database.forget("DELETE FROM chats WHERE chat_id = ?1 RETURNING 1", whom=8)
        assert b"Edda Quill" not in path.read_bytes(), "whoever is forgotten next, with nothing to delete"
    async with Database.open(copy / "quoth.db") as database:
        assert await database.rows("SELECT * FROM unwiped") == []
        assert not any(b"Edda Quill" in file.read_bytes() for file in copy.iterdir())


async def test_whoever_has_nothing_to_be_forgotten_keeps_no_database_busy(database: Database) -> None:
    before = await database.row("PRAGMA schema_version")  # VACUUM counts it up
    await database.forget("DELETE FROM chats WHERE chat_id = ?1 RETURNING 1", whom=7)
    assert await database.row("PRAGMA schema_version") == before


async def test_what_was_confirmed_survives_a_kill_and_the_rest_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "quoth.db"
    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _WRITER, str(path), stdout=asyncio.subprocess.PIPE
    )
    assert writer.stdout
    while int(await writer.stdout.readline()) < 50:
        pass
    writer.kill()
    confirmed = max([50, *map(int, (await writer.stdout.read()).split())])
    await writer.wait()
    async with Database.open(path) as database:
        chats, deeds = await database.row("SELECT (SELECT count(*) FROM chats), count(*) FROM history") or ()
    assert chats == deeds >= confirmed
