"""KnownPages that are fetched again and again: when next, and what was known of them the last time."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass

from bot.storage.database import Database

_COLUMNS = "url, due_at, etag, modified, revision, state"


@dataclass(frozen=True, slots=True)
class KnownPage:
    """What is known of an address; ``due_at`` is in seconds since 1970.

    ``etag`` and ``modified`` are what its server said. ``revision`` is that of the text of which maintainers
    know, and ``state`` what they were told last of it; "" for nothing.
    """

    url: str
    due_at: float
    etag: str = ""
    modified: str = ""
    revision: str = ""
    state: str = ""


class KnownPages:
    """All addresses that are fetched again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> dict[str, KnownPage]:
        """Return what is known of each. Raises StorageError."""
        rows = await self._database.rows(f"SELECT {_COLUMNS} FROM addresses")  # noqa: S608
        return {row[0]: KnownPage(*row) for row in rows}

    async def keep(self, address: KnownPage) -> None:
        """Keep what is known now. Raises StorageError."""
        await self._database.rows(
            f"INSERT OR REPLACE INTO addresses ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
            *astuple(address),
        )

    async def forget(self, urls: Iterable[str]) -> None:
        """Forget addresses that nothing has any more. Raises StorageError."""
        for url in urls:
            await self._database.rows("DELETE FROM addresses WHERE url = ?", url)
