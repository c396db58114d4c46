"""Every change of the articles: who, when, what, from which edition to which."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of maintenance. ``actor_id`` is None for the shell and the start.

    ``to_edition`` is "" as long as the deed is not done.
    """

    name: str
    actor_id: int | None = None
    details: str = ""
    from_edition: str = ""
    to_edition: str = ""


class History:
    """The deeds of the maintainers: written down before they are done, and again when they have ended."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def begin(self, deed: Deed) -> int:
        """Write down a deed before it is done, and return its number. Raises StorageError."""
        row = await self._database.row(
            "INSERT INTO history (done_at, deed, actor_id, details, from_edition, to_edition)"
            " VALUES (?, ?, ?, ?, ?, '') RETURNING id",
            self._clock(),
            deed.name,
            deed.actor_id,
            deed.details,
            deed.from_edition,
        )
        return int(row[0]) if row else 0

    async def end(self, number: int, details: str, to_edition: str) -> None:
        """Write down how a deed ended, and which edition serves since. Raises StorageError."""
        await self._database.rows(
            "UPDATE history SET done_at = ?, details = ?, to_edition = ? WHERE id = ?",
            self._clock(),
            details,
            to_edition,
            number,
        )

    async def discard(self, number: int) -> None:
        """Forget a deed that turned out to do nothing. Raises StorageError."""
        await self._database.rows("DELETE FROM history WHERE id = ?", number)

    async def unfinished(self) -> list[tuple[int, Deed]]:
        """Return the deeds that a kill has cut short, with their numbers. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT id, deed, actor_id, details, from_edition FROM history WHERE to_edition = '' ORDER BY id"
        )
        return [(row[0], Deed(*row[1:])) for row in rows]

    async def last_change(self) -> tuple[float, Deed] | None:
        """Return the last deed after which another edition served, with its time. Raises StorageError."""
        row = await self._database.row(
            "SELECT done_at, deed, actor_id, details, from_edition, to_edition FROM history"
            " WHERE to_edition NOT IN ('', from_edition) ORDER BY id DESC LIMIT 1"
        )
        return (row[0], Deed(*row[1:])) if row else None

    async def since(self, moment: float, most: int) -> list[tuple[float, Deed]]:
        """Return the last ``most`` deeds that ended after a moment, newest first. Raises StorageError."""
        return [(done_at, deed) for done_at, deed in await self.last(most) if done_at > moment]

    async def last(self, count: int) -> list[tuple[float, Deed]]:
        """Return the last deeds with their times (seconds since 1970), newest first. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT done_at, deed, actor_id, details, from_edition, to_edition FROM history"
            " ORDER BY id DESC LIMIT ?",
            count,
        )
        return [(row[0], Deed(*row[1:])) for row in rows]
