"""Work that goes on beside the chats that are served."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Tasks:
    """Work that goes on while its chat is served: it is cancelled when the bot stops."""

    running: set[asyncio.Task[None]] = field(default_factory=set)

    def begin(
        self, work: Coroutine[Any, Any, None], trouble: Callable[[Exception], Awaitable[object]]
    ) -> None:
        """Do the work beside everything else; ``trouble`` learns of its failure."""

        async def guarded() -> None:
            try:
                await work
            except Exception as error:
                await trouble(error)

        task = asyncio.create_task(guarded())
        self.running.add(task)
        task.add_done_callback(self.running.discard)

    async def end(self) -> None:
        """Cancel what is running and wait for its end."""
        for task in self.running:
            task.cancel()
        await asyncio.gather(*self.running, return_exceptions=True)
