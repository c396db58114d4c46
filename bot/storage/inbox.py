"""Updates that were received: each is handled once, also when the process dies in between."""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.basics.limits import LIMITS
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Received:
    """An update as Telegram sent it: JSON that was not looked at yet. A ``fleeting`` one is not kept."""

    id: int
    body: str
    fleeting: bool = False


class Inbox:
    """The updates of one bot. Ids are remembered, bodies only until they are handled."""

    def __init__(self, database: Database, bot_id: int, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._bot_id = bot_id
        self._clock = clock

    async def add(self, updates: Iterable[Received]) -> set[int]:
        """Keep the updates and return the ids that were not known before. Raises StorageError."""
        packed = json.dumps([[update.id, update.body] for update in updates])
        rows = await self._database.rows(
            "INSERT INTO updates (bot_id, update_id, received_at, body)"
            " SELECT ?, value ->> 0, ?, value ->> 1 FROM json_each(?) WHERE true"
            " ON CONFLICT DO NOTHING RETURNING update_id",
            self._bot_id,
            self._clock(),
            packed,
        )
        return {row[0] for row in rows}

    async def handled(self, update_id: int) -> None:
        """Forget the body of an update; its id stays known. Raises StorageError."""
        await self._database.rows(
            "UPDATE updates SET body = NULL WHERE bot_id = ? AND update_id = ?", self._bot_id, update_id
        )

    async def unhandled(self) -> list[Received]:
        """Return what was received but not handled, oldest first. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT update_id, body FROM updates WHERE bot_id = ? AND body IS NOT NULL ORDER BY update_id",
            self._bot_id,
        )
        return [Received(*row) for row in rows]

    async def purge(self) -> None:
        """Forget ids that cannot come again. Raises StorageError."""
        await self._database.rows(
            "DELETE FROM updates WHERE body IS NULL AND received_at < ?",
            self._clock() - LIMITS.waiting.updates,
        )
