"""Work that goes on beside the chats that are served."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from bot.basics.errors import BotError

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Tasks:
    """Work that goes on while its chat is served: it is cancelled when the bot stops."""

    running: set[asyncio.Task[None]] = field(default_factory=set)
    _of: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    """The work that an update waits for, by its id."""

    def begin(
        self,
        work: Coroutine[Any, Any, None],
        trouble: Callable[[Exception], Awaitable[object]],
        update: int | None = None,
    ) -> None:
        """Do the work beside everything else; ``trouble`` learns of its failure.

        The ``update`` is not handled before it has ended: after a stop, or a death, it comes again.
        """

        async def guarded() -> None:
            try:
                await work
            except Exception as error:
                await trouble(error)

        task = asyncio.create_task(guarded())
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        if update is not None:
            self._of[update] = task

    async def ended(self, update: int) -> bool:
        """Wait for the work that the update waits for, if any; tell whether it has come to its end."""
        task = self._of.pop(update, None)
        if task is None:
            return True
        await asyncio.wait([task])
        return not task.cancelled()

    async def end(self) -> None:
        """Cancel what is running and wait for its end."""
        for task in self.running:
            task.cancel()
        await asyncio.gather(*self.running, return_exceptions=True)


async def for_ever(go_round: Callable[[], Awaitable[object]], pause: float, failing: str) -> None:
    """Go round again and again, ``pause`` seconds apart. Raises nothing: what fails is tried again.

    ``failing`` says in the log what has to wait. A failure that nobody foresaw is logged with its place.
    """
    while True:
        try:
            await go_round()
        except BotError as error:
            log.error("%s: %s", failing, error)  # noqa: TRY400 (it says what to do; its place helps no one)
        except Exception:
            log.exception("%s", failing)
        await asyncio.sleep(pause)
