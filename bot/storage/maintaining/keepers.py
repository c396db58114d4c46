"""When each maintainer wants to hear something of the bot's own accord, and what they have heard."""

from dataclasses import dataclass

from bot.storage.database import Database, SqlValue


@dataclass(frozen=True, slots=True)
class Keeper:
    """What a maintainer has chosen; "" stands for what the settings say.

    ``daily`` is the minute of the day at which a report comes, None where none does. ``told_at`` is up to
    when the last one told (seconds since 1970), ``seen`` the last finding that they were told of, ``offered``
    the last page of a list that they were offered, at ``offered_at``.
    """

    user_id: int
    language: str = ""
    daily: int | None = None
    quiet: str = ""
    zone: str = ""
    told_at: float = 0.0
    seen: int = 0
    offered: int = 0
    offered_at: float = 0.0


class Keepers:
    """The choices of all maintainers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, user_id: int) -> Keeper:
        """Return what somebody has chosen. Raises StorageError."""
        row = await self._database.row(
            "SELECT user_id, language, daily, quiet, zone, told_at, seen, offered, offered_at"
            " FROM keepers WHERE user_id = ?",
            user_id,
        )
        return Keeper(*row) if row else Keeper(user_id)

    async def change(self, user_id: int, **fields: SqlValue) -> None:
        """Change these fields of somebody's ``Keeper``. Raises StorageError."""
        names, marks = ", ".join(fields), ", ".join("?" * len(fields))
        changes = ", ".join(f"{name} = excluded.{name}" for name in fields)
        await self._database.rows(
            f"INSERT INTO keepers (user_id, {names}) VALUES (?, {marks}) ON CONFLICT DO UPDATE SET {changes}",  # noqa: S608
            user_id,
            *fields.values(),
        )
