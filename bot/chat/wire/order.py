"""Who is served when: one person's messages in order, all else side by side, inline the latest."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from inspect import iscoroutine
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.chat.wire.intake import Dropped, Intake
from bot.chat.wire.tasks import Tasks

Key = tuple[str, int]


def lane_of(update: Update) -> Key:
    """Return what an update queues up for: its chat, for inline its person, else nothing but itself.

    What people write in groups queues up for each of them: nobody waits for what others asked there, and who
    asks in many groups takes no more of the event loop than who asks in one.
    """
    if update.inline_query:
        return ("inline", update.inline_query.from_user.id)
    chat, written = update.effective_chat, update.message or update.edited_message
    if chat is None:
        return ("update", update.update_id)
    writer = update.effective_sender if written and chat.type != chat.PRIVATE else None
    return ("writer", writer.id) if writer else ("chat", chat.id)


@dataclass(slots=True)
class _Lane:
    """The work on the updates of one key, in the order of arrival."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    tasks: list[asyncio.Task[Any]] = field(default_factory=list)


class Order(BaseUpdateProcessor):
    """First come, first served within a lane. A newer inline query ends the older one of that person.

    An update is handled when its work has ended, well or badly, and what was begun for it beside the chats;
    what ``cancel`` or the stop ends comes again.
    """

    __slots__ = ("_cancelled", "_intake", "_lanes", "_tasks")

    def __init__(self, intake: Intake, limit: int, tasks: Tasks) -> None:
        super().__init__(limit)
        self._intake = intake
        self._tasks = tasks
        self._lanes: dict[Key, _Lane] = {}
        self._cancelled = False

    async def initialize(self) -> None:
        """Prepare nothing."""

    async def shutdown(self) -> None:
        """Release nothing: the work was awaited or cancelled before."""

    def cancel(self) -> None:
        """End all work at once; its updates come again at the next start."""
        self._cancelled = True
        for lane in self._lanes.values():
            _end(lane)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Do the work on an update when it is its turn."""
        if not isinstance(update, Update) or isinstance(update, Dropped):
            await coroutine
            return
        key = lane_of(update)
        lane = self._lanes.setdefault(key, _Lane())
        if update.inline_query:
            _end(lane)
        try:
            await _take_turn(lane, coroutine)
        finally:
            if not lane.tasks:
                self._lanes.pop(key, None)
            await self._finish(update.update_id)

    async def _finish(self, update_id: int) -> None:
        if await self._tasks.ended(update_id) and not self._cancelled:
            await self._intake.handled(update_id)
        else:
            self._intake.put_back(update_id)


async def _take_turn(lane: _Lane, coroutine: Awaitable[Any]) -> None:
    task = asyncio.current_task()
    assert task  # noqa: S101 (a coroutine always runs in a task)
    lane.tasks.append(task)
    try:
        async with lane.turn:
            await coroutine
    finally:
        lane.tasks.remove(task)
        if iscoroutine(coroutine):
            coroutine.close()


def _end(lane: _Lane) -> None:
    for task in lane.tasks:
        task.cancel()
