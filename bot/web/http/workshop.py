"""What maintainers do on the page: deeds that are under way, and uploads that wait to be confirmed."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.basics.limits import LIMITS
from bot.chat.maintainers.preview import Look
from bot.chat.wire.allowance import Allowance
from bot.languages.interface.messages import Message
from bot.library.corpus.contribution import write_articles
from bot.storage.journal import Journal
from bot.storage.maintaining.discoveries import Discoveries
from bot.storage.maintaining.followed import Lists
from bot.storage.maintaining.history import Deed
from bot.upkeep import Actor, Outcome, Upkeep
from bot.web.http.sessions import Sessions

_EVERYBODY = "everybody"
"""What stands for all addresses together where tokens are tried."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A deed: ``changed`` says that the files have changed, ``added`` are the files that it adds."""

    task: "asyncio.Task[Outcome]"
    changed: Message = Message.FILES_CHANGED_SINCE
    added: tuple[str, ...] = ()


@dataclass(slots=True)
class Workshop:
    """Lets maintainers work; ``keys`` are ``name:hash`` of each, ``public`` the page's public address or "".

    The numbers of deeds and uploads cannot be guessed and are never used again.
    """

    upkeep: Upkeep
    journal: Journal
    findings: Discoveries
    lists: Lists
    keys: tuple[str, ...]
    kept_days: int
    public: str = ""
    sessions: Sessions = field(default_factory=Sessions)
    deeds: dict[str, Begun] = field(default_factory=dict)
    uploads: dict[str, Look] = field(default_factory=dict)
    checking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _tries: Allowance = field(default_factory=lambda: Allowance(LIMITS.servers.logins_a_minute))
    _all_tries: Allowance = field(default_factory=lambda: Allowance(10 * LIMITS.servers.logins_a_minute))

    def seconds_to_wait(self, client: str) -> int:
        """Use one of the tokens that a client may try; return after how long it may again, 0 if it may."""
        refused = self._tries.take(client) or self._all_tries.take(_EVERYBODY)
        return refused.wait if refused else 0

    def begin(
        self,
        work: Coroutine[Any, Any, Outcome],
        changed: Message = Message.FILES_CHANGED_SINCE,
        added: tuple[str, ...] = (),
    ) -> str:
        """Begin a deed, and return its number. The oldest that is done makes room for it."""
        done = [number for number, begun in self.deeds.items() if begun.task.done()]
        for number in done[: max(0, len(self.deeds) + 1 - LIMITS.servers.deeds)]:
            del self.deeds[number]
        number = secrets.token_hex(8)
        self.deeds[number] = Begun(asyncio.create_task(work), changed, added)
        return number

    def offer(self, look: Look) -> str:
        """Let an upload wait to be confirmed, and return its number; too many push out the oldest."""
        while len(self.uploads) >= LIMITS.servers.deeds:
            self.uploads.pop(next(iter(self.uploads)))
        number = secrets.token_hex(8)
        self.uploads[number] = look
        return number

    def add(self, actor: Actor, look: Look) -> str:
        """Begin to add what an upload holds, and return the deed's number."""
        names = tuple(given.name for given in look.given)

        def write() -> None:
            write_articles(self.upkeep.shelf.corpus, look.given)

        work = self.upkeep.change(actor, Deed("add", None, ", ".join(names)), write)
        return self.begin(work, added=names)


@asynccontextmanager
async def open_workshop(workshop: Workshop | None) -> AsyncIterator[None]:
    """Let maintainers work while the block runs; what is under way at its end is given up."""
    try:
        yield
    finally:
        tasks = [begun.task for begun in workshop.deeds.values()] if workshop else []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
