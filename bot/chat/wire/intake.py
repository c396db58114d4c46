"""Updates from Telegram: each is kept until it is handled, and one that cannot be read harms no other."""

import asyncio
import json
import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any

from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.basics.errors import StorageError
from bot.basics.limits import LIMITS
from bot.chat.wire.metrics import Metrics
from bot.storage.inbox import Inbox, Received

log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.CHAT_MEMBER,
    Update.MESSAGE_REACTION,  # comes from private chats, and from groups that the bot administers
)
"""Always named: without a list Telegram keeps the one of the last start."""


class Intake:
    """The one way in, for polling and webhook: keeps each update, lets it through once, limits their number.

    Inline queries are not kept: they are dead within seconds, and what people type is theirs. However many
    come, nothing else waits for them: those beyond ``LIMITS.waiting.inline_at_once`` are let go.
    ``limit`` is how many other updates may be worked on at once.
    """

    def __init__(self, inbox: Inbox, metrics: Metrics, limit: int) -> None:
        self._inbox = inbox
        self._metrics = metrics
        self._limit = limit
        self._in_flight: dict[int, bool] = {}
        """Id of an update -> whether it is kept."""
        self._less = asyncio.Event()
        self.on_revoked: Callable[[], None] = lambda: None
        """Called when Telegram no longer knows the token: nothing will ever arrive again."""
        told = "Updates that wait or are worked on"
        metrics.show("updates_in_flight", told, lambda: float(len(self._in_flight)))

    @property
    def full(self) -> bool:
        """Tell whether as many updates are being worked on as may be."""
        return sum(self._in_flight.values()) >= self._limit

    def heard(self) -> None:
        """Telegram has answered a poll."""
        self._metrics.heard()

    async def room(self) -> None:
        """Wait until another update may be worked on."""
        while self.full:
            self._less.clear()
            await self._less.wait()

    async def take(self, bodies: Iterable[object], bot: ExtBot[None]) -> list[Update]:
        """Keep what Telegram sent and return the updates that are new, can be read, and do not come too late.

        Raises StorageError; then nothing may be acknowledged.
        """
        received = [update for body in bodies if (update := self._read(body))]
        once = {update.id: update for update in received}.values()
        new = await self._inbox.add(update for update in once if not update.fleeting)
        fresh = [update for update in once if update.fleeting or update.id in new]
        self._metrics.count("updates", "again", len(received) - len(fresh))
        return self._in_time(await self._parse(fresh, bot))

    async def left_over(self, bot: ExtBot[None]) -> list[Update]:
        """Return what was received before the last stop, or death, and not handled. Raises StorageError."""
        return await self._parse(await self._inbox.unhandled(), bot)

    async def handled(self, update_id: int) -> None:
        """The update needs no further work. Raises StorageError."""
        if self._in_flight.get(update_id):
            await self._inbox.handled(update_id)
        self.put_back(update_id)

    def put_back(self, update_id: int) -> None:
        """The update is not worked on any more; unless it was handled, it comes again at the next start."""
        self._in_flight.pop(update_id, None)
        self._less.set()

    def _in_time(self, updates: list[Update]) -> list[Update]:
        """Let inline queries go that a newer one of their person replaces, or that too many wait before."""
        queries = {
            update.update_id: update.inline_query.from_user.id for update in updates if update.inline_query
        }
        newest = {person: number for number, person in queries.items()}
        latest = [number for number, person in queries.items() if newest[person] == number]
        waiting = len(self._in_flight) - sum(self._in_flight.values()) - len(queries)
        room = max(0, LIMITS.waiting.inline_at_once - waiting)
        late = queries.keys() - latest[:room]
        for number in late:
            self.put_back(number)
        self._metrics.count("inline", "let_go", len(late))
        return [update for update in updates if update.update_id not in late]

    def _read(self, body: object) -> Received | None:
        if not isinstance(body, dict) or not _has_id(body):
            self._metrics.count("updates", "malformed")
            log.error("an update without a usable id was dropped")
            return None
        try:
            text = _without_lone_surrogates(json.dumps(body))
        except RecursionError:
            self._metrics.count("updates", "malformed")
            log.error("update %d is nested too deep and was dropped", body["update_id"])  # noqa: TRY400
            return None
        return Received(body["update_id"], text, fleeting="inline_query" in body)

    async def _parse(self, updates: Iterable[Received], bot: ExtBot[None]) -> list[Update]:
        parsed: list[Update] = []
        for received in updates:
            kind = "nothing"
            try:
                body = json.loads(received.body)
                kind = next((key for key in body if key != "update_id"), kind)
                parsed.append(Update.de_json(body, bot))
            except Exception as error:
                self._metrics.count("updates", "poison")
                log.error("update %d (%s) cannot be read: %s", received.id, kind, type(error).__name__)  # noqa: TRY400
                await self._inbox.handled(received.id)
            else:
                self._metrics.count("updates", "new")
                self._in_flight[received.id] = not received.fleeting
        return parsed


class Dropped(Update):
    """Stands for the last update of a batch where that is not handed on, so that it is acknowledged.

    It must not be taken for the update itself, which may be at work since it came the first time.
    """

    __slots__ = ()


class QuothBot(ExtBot[None]):
    """A bot whose ``get_updates`` gives each readable update once; the rest is counted and left out."""

    __slots__ = ("_intake",)

    def __init__(self, intake: Intake, **options: Any) -> None:
        super().__init__(**options)
        self._intake = intake

    def __repr__(self) -> str:
        return "QuothBot()"

    async def get_updates(
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: int | timedelta | None = None,  # noqa: ASYNC109 (the Bot API's own)
        allowed_updates: Sequence[str] | None = None,
        **_: Any,
    ) -> tuple[Update, ...]:
        """Return new updates; they are kept before the next call acknowledges them.

        Raises TelegramError, also where they cannot be kept: then they are asked for again after a pause.
        """
        await self._intake.room()
        seconds = int(timeout.total_seconds()) if isinstance(timeout, timedelta) else timeout or 0
        data = {"offset": offset, "limit": limit, "timeout": seconds, "allowed_updates": allowed_updates}
        try:
            bodies = await self._post("getUpdates", data, read_timeout=seconds + LIMITS.waiting.poll)
        except InvalidToken:
            self._intake.on_revoked()
            raise
        self._intake.heard()
        try:
            updates = await self._intake.take(bodies, self)
        except StorageError as error:
            raise TelegramError(f"what was received cannot be kept: {error}") from error
        last = max((b["update_id"] for b in bodies if _has_id(b)), default=None)
        if last is not None and (not updates or updates[-1].update_id != last):
            updates.append(Dropped(last))
        return tuple(updates)


def _has_id(body: object) -> bool:
    number = body.get("update_id") if isinstance(body, dict) else None
    return type(number) is int and 0 <= number < 2**63


def _without_lone_surrogates(text: str) -> str:
    if "\\ud" not in text:
        return text
    mended = json.dumps(json.loads(text), ensure_ascii=False)
    return mended.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
