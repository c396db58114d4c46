"""Answers for the page: the same that the chat gives, thought about in the same turns."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

from bot.basics.limits import LIMITS
from bot.chat.access.sight import Seen
from bot.chat.wire.turns import Turns
from bot.core.index.edition import Edition
from bot.core.nouns import Article, ArticleId, Span
from bot.core.proving.fate import Fate
from bot.core.replies import Abstention, Reason, Reply
from bot.library.editions.past import Past, Version

Replies = Callable[[str, Edition], Reply]


class BusyError(Exception):
    """So many questions wait that one more had better come again later."""


@dataclass(slots=True)
class Answers:
    """Answers questions about what the page shows, and remembers the replies while that serves.

    ``turns`` is shared with the chat.
    """

    look: Callable[[], Awaitable[Seen]]
    """Returns what the page shows: the articles in its scope, as they serve now."""
    answering: Replies
    past: Past
    turns: Turns
    _waiting: int = 0
    _edition: str = ""
    _replies: OrderedDict[str, Reply] = field(default_factory=OrderedDict)
    _revisions: dict[str, ArticleId] = field(default_factory=dict)

    async def ask(self, question: str, client: str) -> tuple[Edition, Reply]:
        """Return the reply and the edition that it is from. Raises BusyError."""
        edition = (await self.seen()).edition
        if (known := self._replies.get(question)) is not None:
            self._replies.move_to_end(question)
            return edition, known
        if self._waiting >= LIMITS.servers.waiting:
            raise BusyError
        self._waiting += 1
        try:
            reply = await self.turns.think("page", client, partial(self.answering, question, edition))
        finally:
            self._waiting -= 1
        is_known = not (isinstance(reply, Abstention) and reply.reason is Reason.CANNOT_LOOK_UP)
        if edition.id == self._edition and is_known:
            self._replies[question] = reply
            if len(self._replies) > LIMITS.caches.replies:
                self._replies.popitem(last=False)
        return edition, reply

    async def fate(self, revision: str, span: Span) -> Fate | None:
        """Return what has become of a quote; None if no kept edition had it in sight. See ``Past``."""
        seen = await self.seen()
        edition = seen.edition
        if not self._revisions:
            self._revisions = {article.revision: article.id for article in edition.listed}
        known_as = self._revisions.get(revision)
        found = await asyncio.to_thread(self.past.fate, revision, span, edition, known_as)
        return found if found and seen.admits_past(found.then.quote.article) else None

    async def versions(self, article: Article) -> list[Version]:
        """Return what an article has said while it was in sight, newest first; see ``Past``."""
        seen = await self.seen()
        found = await asyncio.to_thread(self.past.versions, article.id, article.file)
        return [one for one in found if one.article is None or seen.admits_past(one.article)]

    async def seen(self) -> Seen:
        """Return what the page shows now; what was remembered of another edition is forgotten."""
        seen = await self.look()
        if seen.edition.id != self._edition:
            self._edition, self._revisions = seen.edition.id, {}
            self._replies.clear()
        return seen
