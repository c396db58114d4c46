"""What each chat sees: the edition that serves, or an edition of the articles in its scope alone."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.basics.limits import LIMITS
from bot.chat.access.scope import Scope
from bot.core.index.background import Background
from bot.core.index.edition import Edition
from bot.core.nouns import Article, ArticleId
from bot.storage.chats import Chats
from bot.storage.journal import Given


class Serves(Protocol):
    """Whatever holds the edition that serves now."""

    @property
    def current(self) -> Edition:
        """The edition that new questions are answered from."""
        ...

    @property
    def read_at(self) -> datetime:
        """When its files were read, in UTC."""
        ...

    @property
    def sends_to(self) -> str:
        """The host that questions are sent to, to find by meaning; empty where they stay on this machine."""
        ...

    @property
    def background(self) -> Background:
        """What an edition of a part is built with."""
        ...


def _nothing(_: object) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Seen:
    """The edition that a chat sees, with the scope that it was made for, and when its files were read."""

    edition: Edition
    scope: Scope
    read_at: datetime
    hides: Callable[[ArticleId], bool] = _nothing
    """Tells which of the articles that serve are out of this scope."""
    hides_text: Callable[[str], bool] = _nothing
    """Tells of which revision an article out of this scope is, and none in it."""

    def may_show(self, given: Given) -> bool:
        """Tell whether an answer that was given, with all that is told beside it, may be shown here."""
        told_of = (*(claim.article_id for claim in given.claims), *given.told.nearest)
        return self.scope.includes(Scope.parse(given.scope)) and not any(map(self.hides, told_of))

    def admits_past(self, article: Article) -> bool:
        """Tell whether what an article said may be shown here: it was in sight, and is not hidden now.

        One that was moved out of sight is hidden, though its name is another there.
        """
        is_hidden = self.hides(article.id) or self.hides_text(article.revision)
        return self.scope.admits(article) and not is_hidden


@dataclass(slots=True)
class Sight:
    """The one place where chats get an edition from: what is out of a chat's scope is in none that it gets.

    The edition of a part is built when a chat first asks after a change, beside everything else.
    """

    shelf: Serves
    chats: Chats
    usual: Scope
    """Of chats for which none was chosen."""
    _parts: OrderedDict[Scope, tuple[Edition, Edition]] = field(default_factory=OrderedDict)
    """The whole that an edition is a part of, and that."""
    _building: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def sends_to(self) -> str:
        """The host that questions are sent to, empty where they stay on this machine."""
        return self.shelf.sends_to

    @property
    def serving(self) -> str:
        """What tells apart the editions that serve, of which chats see parts."""
        return self.shelf.current.id

    async def scope(self, chat_id: int) -> Scope:
        """Return what a chat may see. Raises StorageError."""
        chosen = await self.chats.scope(chat_id)
        return self.usual if chosen is None else Scope.parse(chosen)

    async def of(self, chat_id: int) -> Seen:
        """Return what a chat sees now. Raises StorageError."""
        return await self.through(await self.scope(chat_id))

    async def through(self, scope: Scope) -> Seen:
        """Return what a chat of this scope sees now."""
        whole, read_at = self.shelf.current, self.shelf.read_at
        self._drop_parts_of_others(whole)
        part = whole if scope.is_all else self._known(scope, whole)
        if part is None:
            async with self._building:
                part = self._known(scope, whole) or await self._built(scope, whole)
        if scope.is_all:
            return Seen(whole, scope, read_at)
        return Seen(part, scope, read_at, partial(_hides, whole, part), partial(_hides_text, whole, part))

    def _known(self, scope: Scope, whole: Edition) -> Edition | None:
        of, part = self._parts.get(scope, (None, None))
        if of is not whole:
            return None
        self._parts.move_to_end(scope)
        return part

    def _drop_parts_of_others(self, whole: Edition) -> None:
        """Let go of what served before: a part keeps all of it in memory, and its chats may not ask again."""
        for scope in [scope for scope, (of, _) in self._parts.items() if of is not whole]:
            del self._parts[scope]

    async def _built(self, scope: Scope, whole: Edition) -> Edition:
        part = await asyncio.to_thread(whole.within, scope.admits, self.shelf.background)
        self._parts[scope] = whole, part
        if len(self._parts) > LIMITS.caches.scopes:
            self._parts.popitem(last=False)
        return part


def _hides(whole: Edition, part: Edition, one: ArticleId) -> bool:
    return one in whole.entries and one not in part.entries


def _hides_text(whole: Edition, part: Edition, revision: str) -> bool:
    return _has_text(whole, revision) and not _has_text(part, revision)


def _has_text(edition: Edition, revision: str) -> bool:
    return any(one.revision == revision for one in edition.listed)
