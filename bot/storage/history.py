"""Every change of the articles: who, when, what, from which edition to which."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of maintenance. ``actor_id`` is None for the shell and the start."""

    name: str
    actor_id: int | None = None
    details: str = ""
    from_edition: str = ""
    to_edition: str = ""


class History:
    """The deeds of the maintainers; nothing is ever deleted."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def add(self, deed: Deed) -> None:
        """Write down a deed. Raises StorageError."""
        await self._database.rows(
            "INSERT INTO history (done_at, deed, actor_id, details, from_edition, to_edition)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            self._clock(),
            deed.name,
            deed.actor_id,
            deed.details,
            deed.from_edition,
            deed.to_edition,
        )

    async def last(self, count: int) -> list[tuple[float, Deed]]:
        """Return the last deeds with their times (seconds since 1970), newest first. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT done_at, deed, actor_id, details, from_edition, to_edition FROM history"
            " ORDER BY id DESC LIMIT ?",
            count,
        )
        return [(row[0], Deed(*row[1:])) for row in rows]
