"""Who wants to be told when a question that was refused has an answer."""

import time
from collections.abc import Callable
from dataclasses import astuple, dataclass
from enum import Enum

from bot.basics.limits import DAY, LIMITS
from bot.storage.database import Database
from bot.storage.personal.owed import INSERT, Debt

_COLUMNS = "user_id, asked_in, question_message, tell_in, reply_to, thread, language, question"


_INSERT = (
    f"INSERT INTO wishes ({_COLUMNS}, wished_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9"  # noqa: S608
    " WHERE (SELECT count(*) FROM wishes WHERE user_id = ?1) < ?10"
    " AND (SELECT count(*) FROM wishes) < ?11 ON CONFLICT DO NOTHING RETURNING 1"
)
_SAME = "user_id = ? AND asked_in = ? AND question_message = ?"


@dataclass(frozen=True, slots=True)
class Wish:
    """A question in a chat, and where and how somebody wants to be told. ``thread`` is that of ``Debt``."""

    user_id: int
    asked_in: int
    question_message: int
    tell_in: int
    reply_to: int
    thread: int
    language: str
    question: str


class Wished(Enum):
    """What became of a wish."""

    KEPT = "kept"
    TAKEN_BACK = "taken back"
    TOO_MANY = "too many"


class Wishes:
    """The wishes of all, oldest first. Nobody has more than ``LIMITS.keeping.wishes``."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def turn(self, wish: Wish) -> Wished:
        """Keep a wish, or take it back where it is kept already. Raises StorageError."""
        async with self._database.transaction() as transaction:
            if await transaction.rows(f"DELETE FROM wishes WHERE {_SAME} RETURNING 1", *_key(wish)):  # noqa: S608
                return Wished.TAKEN_BACK
            kept = await transaction.rows(_INSERT, *self._row(wish))
        return Wished.KEPT if kept else Wished.TOO_MANY

    async def to_hand_over(self, wish: Wish) -> int | Wished:
        """Keep a wish that maintainers are to hear of, and return its number.

        ``Wished.KEPT`` if they have heard of it before. Raises StorageError.
        """
        async with self._database.transaction() as transaction:
            await transaction.rows(_INSERT, *self._row(wish))
            found = await transaction.rows(f"SELECT id, handed FROM wishes WHERE {_SAME}", *_key(wish))  # noqa: S608
        number, handed = found[0] if found else (0, False)
        return Wished.TOO_MANY if not found else Wished.KEPT if handed else int(number)

    async def handed(self, number: int) -> None:
        """Maintainers have heard of the wish. Raises StorageError."""
        await self._database.rows("UPDATE wishes SET handed = 1 WHERE id = ?", number)

    async def one(self, number: int) -> Wish | None:
        """Return a wish by its number. Raises StorageError."""
        row = await self._database.row(f"SELECT {_COLUMNS} FROM wishes WHERE id = ?", number)  # noqa: S608
        return Wish(*row) if row else None

    def _row(self, wish: Wish) -> tuple[str | int | float, ...]:
        return (*astuple(wish), self._clock(), LIMITS.keeping.wishes, LIMITS.keeping.all_wishes)

    async def all(self, after: int = 0) -> dict[int, Wish]:
        """Return the wishes after a number by their numbers, oldest first. Raises StorageError."""
        query = f"SELECT id, {_COLUMNS} FROM wishes WHERE id > ? ORDER BY id"  # noqa: S608
        rows = await self._database.rows(query, after)
        return {row[0]: Wish(*row[1:]) for row in rows}

    async def grant(self, number: int, debt: Debt) -> bool:
        """Turn a wish into an answer that is owed, at once; tell whether it was still there.

        Raises StorageError.
        """
        async with self._database.transaction() as transaction:
            if not await transaction.rows("DELETE FROM wishes WHERE id = ? RETURNING 1", number):
                return False
            await transaction.rows(INSERT, *astuple(debt))
        return True

    async def forget(self, user_id: int) -> None:
        """Delete somebody's wishes, also their bytes. Raises StorageError."""
        await self._database.forget("DELETE FROM wishes WHERE user_id = ?1 RETURNING 1", whom=user_id)

    async def purge(self, kept_days: int) -> None:
        """Delete wishes that were not granted in so many days. Raises StorageError."""
        await self._database.rows("DELETE FROM wishes WHERE wished_at < ?", self._clock() - kept_days * DAY)


def _key(wish: Wish) -> tuple[int, int, int]:
    return wish.user_id, wish.asked_in, wish.question_message
