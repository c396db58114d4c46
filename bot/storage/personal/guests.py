"""Whom maintainers have let in or shut out, and who is waiting to be let in."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.basics.limits import DAY, LIMITS
from bot.storage.database import Database

EVERYBODY = 0
"""Stands for everybody of whom nothing else is decided: no person and no chat has this id."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A chat, or the person of a private one, that asks to be let in, in the language of who asked."""

    chat_id: int
    language: str


class Guests:
    """What was decided of people and chats, by their ids, and who asks, each once."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def decided(self, ids: Iterable[int]) -> dict[int, bool]:
        """Return of which of these it was decided whether they are served. Raises StorageError."""
        wanted = list(ids)
        marks = ", ".join("?" * len(wanted))
        rows = await self._database.rows(f"SELECT id, may FROM allowed WHERE id IN ({marks})", *wanted)  # noqa: S608
        return {number: bool(may) for number, may in rows}

    async def all(self) -> dict[int, bool]:
        """Return all that was decided. Raises StorageError."""
        rows = await self._database.rows("SELECT id, may FROM allowed ORDER BY id")
        return {number: bool(may) for number, may in rows}

    async def decide(self, number: int, *, may: bool) -> bool:
        """Keep whether somebody is served; tell whether there was room for it. Raises StorageError."""
        rows = await self._database.rows(
            "INSERT INTO allowed (id, may) SELECT ?1, ?2 WHERE (SELECT count(*) FROM allowed) < ?3"
            " OR EXISTS (SELECT 1 FROM allowed WHERE id = ?1)"
            " ON CONFLICT DO UPDATE SET may = excluded.may RETURNING 1",
            number,
            int(may),
            LIMITS.keeping.allowed,
        )
        return bool(rows)

    async def was_told(self, chat_id: int) -> bool:
        """Tell whether a chat was told that it is not served, or has asked to be. Raises StorageError."""
        return await self._database.row("SELECT 1 FROM guests WHERE chat_id = ?", chat_id) is not None

    async def tell(self, chat_id: int) -> None:
        """Note that a chat was told that it is not served. Raises StorageError."""
        await self._database.rows(
            "INSERT INTO guests (chat_id, told_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            chat_id,
            self._clock(),
        )

    async def ask(self, chat_id: int, language: str) -> int | None:
        """Note that a chat asks to be let in, and return the number of that; None if it was heard before.

        A death before ``heard`` makes it news once more. Raises StorageError.
        """
        row = await self._database.row(
            "INSERT INTO guests (chat_id, told_at, language, heard) VALUES (?1, ?2, ?3, 0)"
            " ON CONFLICT DO UPDATE SET language = excluded.language, heard = 0"
            " WHERE language IS NULL OR NOT (heard OR decided) RETURNING number",
            chat_id,
            self._clock(),
            language,
        )
        return int(row[0]) if row else None

    async def withdraw(self, number: int) -> None:
        """Forget that somebody has asked, since nobody was told: they may ask again. Raises StorageError."""
        await self._database.rows("UPDATE guests SET language = NULL WHERE number = ?", number)

    async def heard(self, number: int) -> None:
        """Whoever is to hear that somebody asks, or what was decided, has. Raises StorageError."""
        await self._database.rows("UPDATE guests SET heard = 1 WHERE number = ?", number)

    async def settle(self, number: int, *, may: bool) -> Guest | None:
        """Let in whoever asked under this number, or not, once, and return who it is.

        A death before ``heard`` lets the same decision be made once more. Raises StorageError.
        """
        async with self._database.transaction() as transaction:
            rows = await transaction.rows(
                "UPDATE guests SET decided = ?2, heard = 0 WHERE number = ?1 AND language IS NOT NULL"
                " AND (NOT decided OR (decided = ?2 AND NOT heard)) RETURNING chat_id, language",
                number,
                1 if may else 2,
            )
            for chat_id, _ in rows if may else ():
                await transaction.rows(
                    "INSERT INTO allowed (id, may) VALUES (?, 1) ON CONFLICT DO UPDATE SET may = 1", chat_id
                )
        return Guest(*rows[0]) if rows else None

    async def purge(self, kept_days: int) -> None:
        """Delete that somebody was told, or asked, more than so many days ago. Raises StorageError."""
        oldest = self._clock() - kept_days * DAY
        await self._database.rows("DELETE FROM guests WHERE told_at < ?", oldest)

    async def forget(self, user_id: int) -> None:
        """Delete that somebody was told or has asked; what was decided stays. Raises StorageError."""
        await self._database.forget("DELETE FROM guests WHERE chat_id = ?1 RETURNING 1", whom=user_id)
