"""Who is to be told that a quote has changed: each chat once for each sentence, also over kills."""

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from bot.basics.limits import DAY, LIMITS
from bot.core.nouns import ArticleId, Claim, Span
from bot.storage.database import Database, Row
from bot.storage.told import Told


class _State(IntEnum):
    """How far a correction is."""

    DECIDED = 0
    """It counts once its edition serves."""
    WAITS = 1
    ANNOUNCED = 2
    """The chat has a message of ours, which is to show the correction."""
    ENDED = 3


@dataclass(frozen=True, slots=True)
class Correction:
    """A sentence that a chat has received and that has changed since.

    ``answer_message`` showed it; ``language`` is the one that was spoken there, "" where nobody knows.
    ``announced`` is the message that is to show the correction, None where there is none yet.
    """

    id: int
    chat_id: int
    answer_message: int | None
    language: str
    claim: Claim
    announced: int | None


class Corrections:
    """The corrections of all chats. They are decided before an edition serves, and count if it does."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def count(self, claims: Iterable[Claim]) -> int:
        """Return how many messages a change of these quotes makes: one a chat and sentence.

        Raises StorageError.
        """
        return len(await self._received(claims))

    async def decide(self, claims: Iterable[Claim], edition: str) -> None:
        """Note who has received these quotes, which an edition changes. Raises StorageError."""
        rows = [(*row, edition, self._clock()) for row in await self._received(claims)]
        await self._database.rows(
            "INSERT INTO corrections (chat_id, answer_message, language, claim, edition, decided_at)"
            " SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5"
            " FROM json_each(?) WHERE true ON CONFLICT DO NOTHING",
            json.dumps(rows),
        )

    async def settle(self, edition: str) -> None:
        """Let what was decided for this edition count, since it serves, and forget the rest.

        Raises StorageError.
        """
        async with self._database.transaction() as transaction:
            await transaction.rows(
                "UPDATE corrections SET state = ? WHERE state = ? AND edition = ?",
                _State.WAITS,
                _State.DECIDED,
                edition,
            )
            await transaction.rows("DELETE FROM corrections WHERE state = ?", _State.DECIDED)

    async def next(self, but: Iterable[int] = ()) -> Correction | None:
        """Return what is to be told first, None where nothing is; no chat of ``but``. Raises StorageError."""
        left_out = json.dumps(list(but))
        for state in (_State.ANNOUNCED, _State.WAITS):  # each found by the index, however many wait
            row = await self._database.row(
                "SELECT id, chat_id, answer_message, language, announced, claim FROM corrections"
                " WHERE state = ? AND chat_id NOT IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 1",
                state,
                left_out,
            )
            if row:
                return _correction(row)
        return None

    async def announce(self, correction: Correction, message: int) -> None:
        """Telegram has confirmed the message that is to show the correction. Raises StorageError."""
        await self._database.rows(
            "UPDATE corrections SET state = ?, announced = ? WHERE id = ?",
            _State.ANNOUNCED,
            message,
            correction.id,
        )

    async def end(self, correction: Correction) -> None:
        """It was told, or nobody is there to be told, or there is nothing to tell. Raises StorageError."""
        await self._database.rows(
            "UPDATE corrections SET state = ? WHERE id = ?", _State.ENDED, correction.id
        )

    async def purge(self, kept_days: int) -> None:
        """Forget what is older. Raises StorageError."""
        oldest = self._clock() - kept_days * DAY
        await self._database.rows("DELETE FROM corrections WHERE decided_at < ?", oldest)

    async def _received(self, claims: Iterable[Claim]) -> Sequence[tuple[int, int, str, str]]:
        """Return chat, message, language and claim (JSON) of what was shown at first, once for each chat.

        Of several messages it is the latest. What is being told, or was, is left out.
        """
        rows = await self._database.rows(
            "SELECT a.chat_id, a.answer_message, a.language, claim.value, claim.key, a.told,"
            " CASE WHEN a.chat_id > 0 THEN ? ELSE coalesce(chats.quotes, 1) END"
            " FROM answers AS a JOIN json_each(a.claims) AS claim"
            " LEFT JOIN chats ON chats.chat_id = a.chat_id"
            " WHERE a.answer_message IS NOT NULL AND claim.value IN (SELECT value FROM json_each(?))"
            " AND NOT EXISTS (SELECT 1 FROM corrections AS c WHERE c.chat_id = a.chat_id"
            " AND c.claim = claim.value AND c.state > 0) ORDER BY a.id",
            LIMITS.asking.quotes,
            json.dumps([_packed(claim) for claim in claims], ensure_ascii=False),
        )
        shown = {
            (chat, claim): (chat, message, language, claim)
            for chat, message, language, claim, number, told, most in rows
            if number < Told.read(told).shown_first(most)
        }
        return list(shown.values())


def _packed(claim: Claim) -> list[object]:
    return [claim.article_id, claim.revision, claim.span.start, claim.span.end, claim.text]


def _correction(row: Row) -> Correction:
    article, revision, start, end, text = json.loads(row[-1])
    claim = Claim(ArticleId(article), revision, Span(start, end), text)
    number, chat, message, language, announced = row[:-1]
    return Correction(number, chat, message, language, claim, announced)
