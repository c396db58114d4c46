"""Answers given, what people thought of them, and the questions that had no answer."""

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.basics.limits import DAY
from bot.core.nouns import ArticleId, Claim, Span
from bot.storage.database import Database, Row
from bot.storage.told import NOTHING_TOLD, Told

_COLUMNS = (
    "id, chat_id, question_message, answer_message, asker_id, given_at, edition, reason, claims, told, scope"
)


_WRITE = (
    "INSERT INTO answers"
    " (chat_id, question_message, asker_id, given_at, edition, question, reason, claims, told, language,"
    " scope)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (chat_id, question_message) DO UPDATE SET"
    " edition = excluded.edition, question = excluded.question, reason = excluded.reason,"
    " claims = excluded.claims, told = excluded.told, language = excluded.language,"
    " scope = excluded.scope RETURNING id"
)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer or a refusal, and where it stands. The quotes are Claims: they have to be verified.

    ``answer_message`` is None as long as Telegram has not confirmed it: it may have arrived or not.
    ``given_at`` is in seconds since 1970; ``reason`` is "" where there were quotes.
    """

    id: int
    chat_id: int
    question_message: int
    answer_message: int | None
    asker_id: int | None
    given_at: float
    edition: str
    reason: str
    claims: tuple[Claim, ...]
    told: Told = NOTHING_TOLD
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer that is about to be sent, in the ``language`` of an ISO 639-1 code.

    ``scope`` are the folders and tags of articles that its chat saw, with commas between, "" for all.
    """

    chat_id: int
    question_message: int
    asker_id: int | None
    question: str
    edition: str
    reason: str = ""
    claims: tuple[Claim, ...] = ()
    told: Told = NOTHING_TOLD
    language: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that was refused or whose answer was not useful. Says nothing about who asked."""

    question: str
    reason: str
    asked_at: float


class Journal:
    """What the bot said. Knows no names; texts of questions are kept for a limited time."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def begin(self, entry: Entry) -> int:
        """Write down an answer before it is sent, and return its id. Raises StorageError.

        The second answer to one question takes the place, and the id, of the first.
        """
        async with self._database.transaction() as transaction:
            # What people thought of an answer is not what they think of the one in its place.
            await transaction.rows(
                "DELETE FROM feedback WHERE answer_id IN (SELECT id FROM answers WHERE chat_id = ?"
                " AND question_message = ? AND (question IS NOT ? OR claims <> ? OR reason <> ?))",
                entry.chat_id,
                entry.question_message,
                entry.question,
                _pack(entry.claims),
                entry.reason,
            )
            return int((await transaction.rows(_WRITE, *_values(entry, self._clock())))[0][0])

    async def sent(self, answer_id: int, message_id: int) -> None:
        """Telegram has confirmed the answer as this message. Raises StorageError."""
        await self._database.rows("UPDATE answers SET answer_message = ? WHERE id = ?", message_id, answer_id)

    async def discard(self, answer_id: int) -> None:
        """Forget an answer that certainly did not arrive. Raises StorageError."""
        await self._database.rows("DELETE FROM answers WHERE id = ?", answer_id)

    async def given(self, answer_id: int) -> Given | None:
        """Return an answer by its id. Raises StorageError."""
        return _given(await self._database.row(f"SELECT {_COLUMNS} FROM answers WHERE id = ?", answer_id))  # noqa: S608

    async def given_to(self, chat_id: int, question_message: int) -> Given | None:
        """Return the answer to the question in this message. Raises StorageError."""
        return _given(
            await self._database.row(
                f"SELECT {_COLUMNS} FROM answers WHERE chat_id = ? AND question_message = ?",  # noqa: S608
                chat_id,
                question_message,
            )
        )

    async def given_as(self, chat_id: int, answer_message: int) -> Given | None:
        """Return the answer that this message of the bot shows. Raises StorageError."""
        return _given(
            await self._database.row(
                f"SELECT {_COLUMNS} FROM answers WHERE chat_id = ? AND answer_message = ?",  # noqa: S608
                chat_id,
                answer_message,
            )
        )

    async def question_to(self, answer_id: int) -> str:
        """Return what was asked where this is the answer, "" if it is not known any more.

        Raises StorageError.
        """
        row = await self._database.row("SELECT question FROM answers WHERE id = ?", answer_id)
        return str(row[0] or "") if row else ""

    async def latest(self, chat_id: int, seconds: float, but: Iterable[str] = ()) -> Given | None:
        """Return the last answer or refusal of the chat, if it was given within so many seconds.

        Refusals for the reasons ``but`` are passed over. Raises StorageError.
        """
        passed_over = list(but)
        return _given(
            await self._database.row(
                f"SELECT {_COLUMNS} FROM answers WHERE chat_id = ? AND given_at >= ?"  # noqa: S608
                f" AND reason NOT IN ({', '.join('?' * len(passed_over))})"
                " ORDER BY question_message DESC LIMIT 1",
                chat_id,
                self._clock() - seconds,
                *passed_over,
            )
        )

    async def rate(self, answer_id: int, user_id: int, *, useful: bool) -> bool:
        """Keep what a person thought of an answer; tell whether that is news. Raises StorageError."""
        rows = await self._database.rows(
            "INSERT INTO feedback SELECT id, ?, ?, ? FROM answers WHERE id = ?"
            " ON CONFLICT DO UPDATE SET useful = excluded.useful WHERE useful <> excluded.useful"
            " RETURNING answer_id",
            user_id,
            int(useful),
            self._clock(),
            answer_id,
        )
        return bool(rows)

    async def unrate(self, answer_id: int, user_id: int) -> bool:
        """Forget what a person thought of an answer; tell whether others' opinions are left.

        Raises StorageError.
        """
        async with self._database.transaction() as transaction:
            await transaction.rows(
                "DELETE FROM feedback WHERE answer_id = ? AND user_id = ?", answer_id, user_id
            )
            left = await transaction.rows("SELECT 1 FROM feedback WHERE answer_id = ? LIMIT 1", answer_id)
            return bool(left)

    async def gaps(self) -> list[Gap]:
        """Return the questions that were refused or found not useful, newest first. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT question, CASE reason WHEN '' THEN 'not_useful' ELSE reason END, given_at FROM answers"
            " WHERE question IS NOT NULL AND (reason <> '' OR EXISTS"
            " (SELECT 1 FROM feedback WHERE answer_id = answers.id AND NOT useful)) ORDER BY given_at DESC"
        )
        return [Gap(*row) for row in rows]

    async def forget(self, user_id: int) -> None:
        """Delete all that is kept about a person, also its bytes: questions, answers, feedback.

        Raises StorageError.
        """
        await self._database.forget(
            "DELETE FROM feedback WHERE user_id = ?1 OR answer_id IN"
            " (SELECT id FROM answers WHERE asker_id = ?1) RETURNING 1",
            "DELETE FROM answers WHERE asker_id = ?1 RETURNING 1",
            whom=user_id,
        )

    async def purge(self, kept_days: int) -> None:
        """Delete what is older, and after a day the words of questions that were answered well.

        Raises StorageError.
        """
        now = self._clock()
        async with self._database.transaction() as transaction:
            await transaction.rows("DELETE FROM answers WHERE given_at < ?", now - kept_days * DAY)
            await transaction.rows("DELETE FROM feedback WHERE answer_id NOT IN (SELECT id FROM answers)")
            await transaction.rows(
                "UPDATE answers SET question = NULL, told = json_remove(told, '$.words')"
                " WHERE reason = '' AND given_at < ? AND NOT EXISTS"
                " (SELECT 1 FROM feedback WHERE answer_id = answers.id AND NOT useful)",
                now - DAY,
            )
        await self._database.empty_log()


def _values(entry: Entry, now: float) -> tuple[str | int | float | None, ...]:
    return (
        entry.chat_id,
        entry.question_message,
        entry.asker_id,
        now,
        entry.edition,
        entry.question,
        entry.reason,
        _pack(entry.claims),
        entry.told.written(),
        entry.language,
        entry.scope,
    )


def _pack(claims: Sequence[Claim]) -> str:
    return json.dumps(
        [[c.article_id, c.revision, c.span.start, c.span.end, c.text] for c in claims], ensure_ascii=False
    )


def _given(row: Row | None) -> Given | None:
    if row is None:
        return None
    claims = tuple(
        Claim(ArticleId(article), revision, Span(start, end), text)
        for article, revision, start, end, text in json.loads(row[-3])
    )
    return Given(*(*row[:-3], claims, Told.read(row[-2]), row[-1]))  # pyright: ignore[reportCallIssue] (as the columns)
