"""Feeds and site maps that are followed, and the pages that each has listed."""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.basics.limits import DAY, LIMITS
from bot.storage.database import Database

_NAMED = (
    "INSERT INTO listed (followed_id, url, seen_at) SELECT ?1, value, ?2 FROM json_each(?3)"
    " WHERE true ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at"
)


@dataclass(frozen=True, slots=True)
class Followed:
    """A list that is followed; ``due_at`` is in seconds since 1970, the others are what its server said."""

    id: int
    url: str
    due_at: float
    etag: str = ""
    modified: str = ""


class Lists:
    """All lists that are followed, in the order in which they came."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def all(self) -> list[Followed]:
        """Return what is followed. Raises StorageError."""
        rows = await self._database.rows("SELECT id, url, due_at, etag, modified FROM followed ORDER BY id")
        return [Followed(*row) for row in rows]

    async def add(self, url: str, due_at: float, urls: Iterable[str]) -> Followed:
        """Follow a list that names these pages; one that is followed already stays what it is.

        All at once: else a death in between would make all of its pages new. Raises StorageError.
        """
        async with self._database.transaction() as transaction:
            await transaction.rows(
                "INSERT INTO followed (url, due_at, etag, modified) VALUES (?, ?, '', '')"
                " ON CONFLICT DO NOTHING",
                url,
                due_at,
            )
            (row,) = await transaction.rows(
                "SELECT id, url, due_at, etag, modified FROM followed WHERE url = ?", url
            )
            followed = Followed(*row)
            await transaction.rows(_NAMED, followed.id, self._clock(), _json(urls))
        return followed

    async def keep(self, followed: Followed) -> None:
        """Keep when it is due again and what its server said. Raises StorageError."""
        await self._database.rows(
            "UPDATE followed SET due_at = ?, etag = ?, modified = ? WHERE id = ?",
            followed.due_at,
            followed.etag,
            followed.modified,
            followed.id,
        )

    async def remove(self, number: int) -> None:
        """Follow a list no more, and forget what it has listed. Raises StorageError."""
        async with self._database.transaction() as transaction:
            await transaction.rows("DELETE FROM followed WHERE id = ?", number)
            await transaction.rows("DELETE FROM listed WHERE followed_id = ?", number)

    async def new(self, followed: Followed, urls: Iterable[str]) -> list[str]:
        """Return those of the pages that a list has not named before, each once. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT value FROM json_each(?2) WHERE NOT EXISTS"
            " (SELECT 1 FROM listed WHERE followed_id = ?1 AND url = value)",
            followed.id,
            _json(urls),
        )
        return [url for (url,) in rows]

    async def named(self, followed: Followed, urls: Iterable[str]) -> None:
        """From now on a list has named these pages.

        What it has not named for ``LIMITS.keeping.listed_days`` is forgotten. Raises StorageError.
        """
        now = self._clock()
        oldest = now - LIMITS.keeping.listed_days * DAY
        async with self._database.transaction() as transaction:
            await transaction.rows(_NAMED, followed.id, now, _json(urls))
            await transaction.rows(
                "DELETE FROM listed WHERE followed_id = ? AND seen_at < ?", followed.id, oldest
            )


def _json(urls: Iterable[str]) -> str:
    return json.dumps(list(dict.fromkeys(urls)))
