"""What was found on the web and waits for a maintainer to decide, or to be told."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from bot.basics.limits import DAY, LIMITS
from bot.storage.database import Database, Row

_COLUMNS = "id, kind, article, url, about, name, data"


class Sort(IntEnum):
    """What was found; rows hold these numbers, so they stay."""

    CHANGED = 0
    """A page reads otherwise than its article: ``data`` is the page, ``name`` the file that it would be."""
    GONE = 1
    MOVED = 2
    CLOSED = 3
    ENTRY = 4
    """A list that is followed names a page: ``about`` is its title, ``name`` the list's address."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """Something of which maintainers are told once, and may decide. ``article`` is an article's id.

    ``about`` is what the server answered, or where it leads; of a change, the revision of the article that
    the page was compared with.
    """

    sort: Sort
    article: str
    url: str
    about: str = ""
    name: str = ""
    data: bytes = b""
    id: int = 0


class Discoveries:
    """All that was found and is not decided, oldest first."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def add(self, found: Discovery) -> None:
        """Keep what was found; an older one of that sort about that address is settled by it.

        Raises StorageError.
        """
        await self._database.rows(
            "INSERT OR REPLACE INTO findings (kind, article, url, about, name, data, found_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            found.sort,
            found.article,
            found.url,
            found.about,
            found.name,
            found.data,
            self._clock(),
        )

    async def add_entries(self, titles: Mapping[str, str], of_list: str) -> None:
        """Keep pages that a list names, by their addresses, as ``add`` does, all at once.

        It is one statement: a list may name thousands, and all others wait for the database meanwhile.
        Raises StorageError.
        """
        await self._database.rows(
            "INSERT OR REPLACE INTO findings (kind, article, url, about, name, data, found_at)"
            " SELECT ?1, '', json_extract(value, '$[0]'), json_extract(value, '$[1]'), ?2, x'', ?3"
            " FROM json_each(?4)",
            Sort.ENTRY,
            of_list,
            self._clock(),
            json.dumps(list(titles.items())),
        )

    async def after(self, number: int, most: int = LIMITS.keeping.told_at_once) -> list[Discovery]:
        """Return the first that were found about articles after a number; each may hold a whole page.

        Raises StorageError.
        """
        rows = await self._database.rows(
            f"SELECT {_COLUMNS} FROM findings WHERE id > ? AND kind <> ? ORDER BY id LIMIT ?",  # noqa: S608
            number,
            Sort.ENTRY,
            most,
        )
        return [_finding(row) for row in rows]

    async def entries(self, number: int = 0, most: int = LIMITS.keeping.offered_at_once) -> list[Discovery]:
        """Return the first pages that were listed, after a number, and are not decided.

        Raises StorageError.
        """
        rows = await self._database.rows(
            f"SELECT {_COLUMNS} FROM findings WHERE id > ? AND kind = ? ORDER BY id LIMIT ?",  # noqa: S608
            number,
            Sort.ENTRY,
            most,
        )
        return [_finding(row) for row in rows]

    async def has_entries(self, last: int) -> bool:
        """Tell whether pages up to this number are not decided. Raises StorageError."""
        query = "SELECT 1 FROM findings WHERE id <= ? AND kind = ? LIMIT 1"
        return await self._database.row(query, last, Sort.ENTRY) is not None

    async def dismiss(self, first: int, last: int) -> bool:
        """Leave out the pages of these numbers; tell whether any was not decided. Raises StorageError."""
        return bool(
            await self._database.rows(
                "DELETE FROM findings WHERE kind = ? AND id BETWEEN ? AND ? RETURNING 1",
                Sort.ENTRY,
                first,
                last,
            )
        )

    async def get(self, number: int) -> Discovery | None:
        """Return a finding that is not decided, None where there is none. Raises StorageError."""
        row = await self._database.row(f"SELECT {_COLUMNS} FROM findings WHERE id = ?", number)  # noqa: S608
        return _finding(row) if row else None

    async def shown(self, number: int, revision: str) -> None:
        """A change was shown beside the article of that revision. Raises StorageError."""
        await self._database.rows("UPDATE findings SET about = ? WHERE id = ?", revision, number)

    async def drop(self, url: str) -> None:
        """A page reads as its article again. Raises StorageError."""
        await self._database.rows("DELETE FROM findings WHERE url = ? AND kind = ?", url, Sort.CHANGED)

    async def settle(self, number: int) -> bool:
        """It is decided; tell whether it was not before. Raises StorageError."""
        return bool(await self._database.rows("DELETE FROM findings WHERE id = ? RETURNING 1", number))

    async def purge(self, kept_days: int) -> None:
        """Forget what nobody has decided for so long. Raises StorageError."""
        oldest = self._clock() - kept_days * DAY
        await self._database.rows("DELETE FROM findings WHERE found_at < ?", oldest)


def _finding(row: Row) -> Discovery:
    number, sort, article, url, about, name, data = row
    return Discovery(Sort(sort), article, url, about, name, data, number)
