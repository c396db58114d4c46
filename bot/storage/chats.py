"""What each chat has chosen, and whether the bot can reach it."""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from bot.basics.limits import LIMITS
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Choices:
    """How a chat wants its answers.

    ``language`` is an ISO 639-1 code, "" for that of each asker; ``quotes`` are 1 to 3 in an answer;
    ``mentions`` tells whether naming the bot counts as asking; ``quiet`` leaves refusals out.
    """

    language: str = ""
    quotes: int = 1
    mentions: bool = True
    quiet: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.quotes <= LIMITS.asking.quotes:
            raise ValueError(f"an answer shows 1 to {LIMITS.asking.quotes} quotes, not {self.quotes}")


class Chats:
    """The chats that the bot was or is in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def choices(self, chat_id: int) -> Choices:
        """Return what the chat has chosen, else the defaults. Raises StorageError."""
        row = await self._database.row(
            "SELECT language, quotes, mentions, quiet FROM chats WHERE chat_id = ?", chat_id
        )
        return Choices(row[0], row[1], bool(row[2]), bool(row[3])) if row else Choices()

    async def language(self, chat_ids: Iterable[int]) -> str:
        """Return what the first of these that has chosen a language has chosen, else "". Raises StorageError.

        A person's own choice is that of their private chat, which has their id.
        """
        row = await self._database.row(
            "SELECT language FROM chats JOIN json_each(?) ON chat_id = value WHERE language <> ''"
            " ORDER BY key LIMIT 1",
            json.dumps(list(chat_ids)),
        )
        return str(row[0]) if row else ""

    async def choose(self, chat_id: int, choices: Choices) -> None:
        """Keep what the chat has chosen. Raises StorageError."""
        await self._database.rows(
            "INSERT INTO chats (chat_id, language, quotes, mentions, quiet) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET language = excluded.language, quotes = excluded.quotes,"
            " mentions = excluded.mentions, quiet = excluded.quiet",
            chat_id,
            *astuple(choices),
        )

    async def set_active(self, chat_id: int, *, active: bool) -> None:
        """Remember whether the bot can reach the chat. Raises StorageError."""
        await self._database.rows(
            "INSERT INTO chats (chat_id, active) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET active = excluded.active",
            chat_id,
            int(active),
        )

    async def is_told(self, chat_id: int) -> bool:
        """Note that a chat was told what is read there; tell whether that is news. Raises StorageError."""
        rows = await self._database.rows(
            "INSERT INTO chats (chat_id, told) VALUES (?, 1)"
            " ON CONFLICT DO UPDATE SET told = 1 WHERE NOT told RETURNING 1",
            chat_id,
        )
        return bool(rows)

    async def active(self, chat_id: int) -> bool:
        """Tell whether the bot can reach the chat, as far as it knows. Raises StorageError."""
        row = await self._database.row("SELECT active FROM chats WHERE chat_id = ?", chat_id)
        return row is None or bool(row[0])

    async def groups(self, most: int) -> list[int]:
        """Return the ids of up to ``most`` groups that the bot can reach. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT chat_id FROM chats WHERE active AND chat_id < 0 ORDER BY chat_id LIMIT ?", most
        )
        return [int(row[0]) for row in rows]

    async def scope(self, chat_id: int) -> str | None:
        """Return the folders of articles that maintainers let a chat see, None where they chose none.

        Raises StorageError.
        """
        row = await self._database.row("SELECT folders FROM scopes WHERE chat_id = ?", chat_id)
        return str(row[0]) if row else None

    async def set_scope(self, chat_id: int, folders: str | None) -> None:
        """Keep the folders of articles that a chat sees; None undoes the choice. Raises StorageError."""
        if folders is None:
            await self._database.rows("DELETE FROM scopes WHERE chat_id = ?", chat_id)
            return
        await self._database.rows(
            "INSERT INTO scopes (chat_id, folders) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET folders = excluded.folders",
            chat_id,
            folders,
        )

    async def forget(self, chat_id: int) -> None:
        """Delete what the chat has chosen, and what it was to be told. Raises StorageError."""
        async with self._database.transaction() as transaction:
            for table in ("chats", "corrections"):
                await transaction.rows(f"DELETE FROM {table} WHERE chat_id = ?", chat_id)  # noqa: S608

    async def move(self, old_id: int, new_id: int) -> None:
        """Follow a group that became a supergroup; doing it twice is harmless. Raises StorageError.

        Messages get new ids there, so an answer under the old id is not found under the new one.
        """
        async with self._database.transaction() as transaction:
            await transaction.rows(
                "UPDATE OR REPLACE corrections SET chat_id = ?, answer_message = NULL, announced = NULL,"
                " state = iif(state = 2, 1, state) WHERE chat_id = ?",
                new_id,
                old_id,
            )
            await transaction.rows(
                "UPDATE OR REPLACE chats SET chat_id = ?, active = 1 WHERE chat_id = ?", new_id, old_id
            )
            for table, column in (("allowed", "id"), ("guests", "chat_id"), ("scopes", "chat_id")):
                # What was decided of the supergroup itself is newer, where the news of the move is late.
                await transaction.rows(
                    f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?",  # noqa: S608
                    new_id,
                    old_id,
                )
                await transaction.rows(f"DELETE FROM {table} WHERE {column} = ?", old_id)  # noqa: S608
            await transaction.rows(
                "UPDATE answers SET chat_id = ?1, question_message = -id, answer_message = NULL"
                " WHERE chat_id = ?2",
                new_id,
                old_id,
            )
