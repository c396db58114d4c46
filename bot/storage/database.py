"""One SQLite file: opening, migrating, and the only place where aiosqlite and its errors are known."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Self

import aiosqlite

from bot.basics.errors import StorageError
from bot.languages.interface.messages import Message
from bot.storage.data_folder import make_file, make_folder, set_aside
from bot.storage.schema import DATA_VERSION, MIGRATIONS

SqlValue = int | float | str | bytes | None
Row = tuple[Any, ...]
_DATED = (
    "SELECT tables.name, columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns"
    " WHERE tables.type = 'table' AND columns.name LIKE '%\\_at' ESCAPE '\\' AND columns.name <> 'due_at'"
)
"""All columns that tell when something has happened."""
_PRIMARY = 0xFF
"""The bits of SQLite's error codes that tell the kind."""


class Database:
    """An open database. Every statement is atomic; ``transaction`` makes several atomic together.

    What was written survives the death of the process at any point (WAL).
    """

    def __init__(self, connection: aiosqlite.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path) -> AsyncIterator[Self]:
        """Open the file, making it and its folder where they are missing, and migrate it.

        What is no database, or a broken one, is set aside. Raises StorageError when it cannot be opened or
        was written by a newer Quoth.
        """
        with _translated(path):
            make_folder(path.parent)
            if await asyncio.to_thread(_is_damaged, path):
                _set_aside(path)
            make_file(path)  # what SQLite puts beside it gets its mode
            connection = await aiosqlite.connect(path, isolation_level=None)
        database = cls(connection, path)
        try:
            await database._prepare()
            yield database
        finally:
            await connection.close()

    async def rows(self, statement: str, *values: SqlValue) -> list[Row]:
        """Run one statement and return its rows. Raises StorageError."""
        async with self._lock:
            return await self._execute(statement, values)

    async def row(self, statement: str, *values: SqlValue) -> Row | None:
        """Run one statement and return its first row. Raises StorageError."""
        return next(iter(await self.rows(statement, *values)), None)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator["Transaction"]:
        """Run several statements that happen together or not at all. Raises StorageError."""
        async with self._lock:
            try:
                # Inside: who is cancelled while this waits has begun a transaction all the same.
                await self._execute("BEGIN IMMEDIATE")
                yield Transaction(self)
                await self._execute("COMMIT")
            except BaseException:
                with suppress(StorageError, sqlite3.ProgrammingError):  # nothing had begun, or all is done
                    await self._execute("ROLLBACK")
                raise

    async def forget(self, *statements: str, whom: int) -> None:
        """Delete rows, together, and leave none of their bytes in any file. Raises StorageError.

        Each statement has ``whom`` in place of "?1", and returns what it deletes: where nothing is deleted
        the file stays as it is. What keeps the bytes from being wiped, be it the death of the process, leaves
        that to the next start or to whoever is forgotten next.
        """
        async with self.transaction() as transaction:
            deleted = [await transaction.rows(statement, whom) for statement in statements]
            if any(deleted):
                await transaction.rows("INSERT OR IGNORE INTO unwiped (id) VALUES (1)")
        await self._wipe()

    async def _wipe(self) -> None:
        """Leave none of the bytes of what was forgotten, where there may be any.

        ``secure_delete`` alone is not enough: where SQLite moves rows between pages, copies of them stay in
        the free space of pages until these are written anew, and in its log (WAL) until that begins anew.
        While another connection reads, they stay in the log.
        """
        if await self.rows("SELECT 1 FROM unwiped"):
            await self.rows("VACUUM")
            if await self.empty_log():
                await self.rows("DELETE FROM unwiped")

    async def end_the_future(self, now: float) -> None:
        """Let all that has happened, by its date, after ``now`` have happened now. Raises StorageError.

        A clock that was ahead has dated it: else it would be kept, and be the latest, for so much longer.
        """
        for table, column in await self.rows(_DATED):
            await self.rows(f"UPDATE {table} SET {column} = ?1 WHERE {column} > ?1", now)  # noqa: S608

    async def empty_log(self) -> bool:
        """Move all from SQLite's log (WAL) to its place and leave the log empty; tell whether that was done.

        Nobody can while another connection reads from it. Raises StorageError.
        """
        return not (await self.rows("PRAGMA wal_checkpoint(TRUNCATE)"))[0][0]

    async def _execute(self, statement: str, values: Sequence[SqlValue] = ()) -> list[Row]:
        with _translated(self._path):
            return [tuple(row) for row in await self._connection.execute_fetchall(statement, values)]

    async def _prepare(self) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON"):
            await self._execute(f"PRAGMA {pragma}")
        version = int((await self._execute("PRAGMA user_version"))[0][0])
        if version > DATA_VERSION:
            raise StorageError(f"{self._path} was written by a newer Quoth: update Quoth, or change BOT_DATA")
        for number, script in enumerate(MIGRATIONS[version:], version + 1):
            with _translated(self._path):
                await self._connection.executescript(
                    f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; COMMIT;"
                )
        with suppress(StorageError):  # a full disk: the next start tries again
            await self._wipe()


def version_of(path: Path) -> int:
    """Return the version of the data in a database that is there; nothing is changed. Raises StorageError."""
    with (
        _translated(path),
        closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as opened,
    ):
        return int(opened.execute("PRAGMA user_version").fetchone()[0])


def _is_damaged(path: Path) -> bool:
    """Tell whether something stands where the database is due that SQLite cannot read as one."""
    if not path.is_file():
        return path.exists()
    try:
        with closing(sqlite3.connect(path)) as opened:
            return bool(opened.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & _PRIMARY in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _set_aside(path: Path) -> None:
    """Set a database aside with its log, which holds what it does not yet. Raises OSError."""
    aside = set_aside(path)
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))


class Transaction:
    """Statements inside ``Database.transaction``."""

    def __init__(self, database: Database) -> None:
        self._run = database._execute  # noqa: SLF001 (its own module)

    async def rows(self, statement: str, *values: SqlValue) -> list[Row]:
        """Run one statement and return its rows. Raises StorageError."""
        return await self._run(statement, values)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Tell what befalls the file and what it cannot hold; a fault of our own code stays what it is."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except (sqlite3.Error, OSError, OverflowError, UnicodeEncodeError) as error:
        raise StorageError(Message.DATABASE_UNUSABLE, path=str(path), problem=str(error)) from error
