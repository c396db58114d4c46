"""Quotes that people saved. They are Claims: they have to be verified whenever they are shown."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.basics.limits import LIMITS
from bot.core.nouns import ArticleId, Claim, Span
from bot.storage.database import Database

_COLUMNS = "id, saved_at, article, revision, first, past, words"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A quote that somebody saved, at ``saved_at`` in seconds since 1970."""

    id: int
    saved_at: float
    claim: Claim


class Bookmarks:
    """What each person saved, newest first; nobody sees another's."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def add(self, user_id: int, claims: Sequence[Claim]) -> bool:
        """Keep the quotes, each once; tell whether there was room for all of them. Raises StorageError."""
        async with self._database.transaction() as transaction:
            for claim in claims:
                await transaction.rows(
                    "INSERT INTO bookmarks (user_id, saved_at, article, revision, first, past, words)"
                    " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE"
                    " (SELECT count(*) FROM bookmarks WHERE user_id = ?1) < ?8 ON CONFLICT DO NOTHING",
                    user_id,
                    self._clock(),
                    *_values(claim),
                    LIMITS.keeping.bookmarks,
                )
            kept = [await transaction.rows(_IS_KEPT, user_id, *_values(claim)[:4]) for claim in claims]
        return all(kept)

    async def count(self, user_id: int) -> int:
        """Return how many quotes somebody has saved. Raises StorageError."""
        row = await self._database.row("SELECT count(*) FROM bookmarks WHERE user_id = ?", user_id)
        return int(row[0]) if row else 0

    async def some(self, user_id: int, after: int = 0, most: int = -1) -> list[Bookmark]:
        """Return up to ``most`` saved quotes, all if -1, but for the first ``after``. Raises StorageError."""
        rows = await self._database.rows(
            f"SELECT {_COLUMNS} FROM bookmarks WHERE user_id = ? ORDER BY id DESC LIMIT ? OFFSET ?",  # noqa: S608
            user_id,
            most,
            after,
        )
        return [
            Bookmark(number, at, Claim(ArticleId(article), revision, Span(first, past), words))
            for number, at, article, revision, first, past, words in rows
        ]

    async def remove(self, user_id: int, bookmark: int) -> None:
        """Delete one quote that this person saved. Raises StorageError."""
        await self._database.rows("DELETE FROM bookmarks WHERE user_id = ? AND id = ?", user_id, bookmark)

    async def forget(self, user_id: int) -> None:
        """Delete all that somebody saved, also its bytes. Raises StorageError."""
        await self._database.forget("DELETE FROM bookmarks WHERE user_id = ?1 RETURNING 1", whom=user_id)


_IS_KEPT = (
    "SELECT 1 FROM bookmarks WHERE user_id = ? AND article = ? AND revision = ? AND first = ? AND past = ?"
)


def _values(claim: Claim) -> tuple[str, str, int, int, str]:
    return claim.article_id, claim.revision, claim.span.start, claim.span.end, claim.text
