"""Answers that are still to be sent: written down first, so that no death of the process loses one."""

from dataclasses import astuple, dataclass

from bot.basics.limits import LIMITS
from bot.storage.database import Database

INSERT = (
    "INSERT INTO owed (answer_id, chat_id, reply_to, thread, language, quiet, due_at, begun)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET due_at = excluded.due_at,"
    " begun = excluded.begun"
)


@dataclass(frozen=True, slots=True)
class Debt:
    """An answer of the journal that a chat is still to get, at ``due_at`` in seconds since 1970.

    ``thread`` is the topic, 0 where there is none. Where ``begun`` nobody knows whether it has arrived.
    """

    answer: int
    chat_id: int
    reply_to: int
    thread: int
    language: str
    quiet: bool
    due_at: float
    begun: bool = False

    def seconds_left(self, now: float) -> float:
        """Return how long it is to wait; where the clock was set back, as long as Telegram may have asked."""
        return min(max(self.due_at - now, 0.0), LIMITS.waiting.flood)


class Owed:
    """What is owed to chats. An answer that is deleted is owed no longer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, debt: Debt) -> None:
        """Keep in mind that an answer is to be sent. Raises StorageError."""
        await self._database.rows(INSERT, *astuple(debt))

    async def holds(self, debt: Debt) -> bool:
        """Tell whether it is owed still, and due when it was. Raises StorageError."""
        row = "SELECT 1 FROM owed WHERE answer_id = ? AND due_at = ?"
        return await self._database.row(row, debt.answer, debt.due_at) is not None

    async def begin(self, answer: int) -> None:
        """The answer is about to be sent. Raises StorageError."""
        await self._database.rows("UPDATE owed SET begun = 1 WHERE answer_id = ?", answer)

    async def settle(self, answer: int) -> None:
        """The answer is owed no longer. Raises StorageError."""
        await self._database.rows("DELETE FROM owed WHERE answer_id = ?", answer)

    async def take_back(self, answer: int) -> bool:
        """Owe it no longer; tell whether it was owed and has surely not arrived. Raises StorageError."""
        rows = await self._database.rows("DELETE FROM owed WHERE answer_id = ? RETURNING begun", answer)
        return rows == [(0,)]

    async def all(self) -> list[Debt]:
        """Return all that is owed, what is due first. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT answer_id, chat_id, reply_to, thread, language, quiet, due_at, begun FROM owed"
            " ORDER BY due_at"
        )
        return [
            Debt(answer, chat, reply_to, thread, language, bool(quiet), due_at, bool(begun))
            for answer, chat, reply_to, thread, language, quiet, due_at, begun in rows
        ]
