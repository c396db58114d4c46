"""Maintainers say in chat which articles a chat sees."""

import re
from dataclasses import dataclass

from bot.chat.access.scope import NAME_OF_ALL, Scope
from bot.chat.access.sight import Sight
from bot.chat.maintainers.desk import Request
from bot.languages.interface.messages import Message as Words
from bot.upkeep import Upkeep

_OF_CHAT = re.compile(r"(?:(-?[1-9][0-9]{0,15})(?:\s+|\Z))?(.*)", re.ASCII | re.DOTALL)
_USUAL = "usual"
_LONGEST = 1_000
"""Signs of the names of one chat's folders and tags."""


@dataclass(frozen=True, slots=True)
class Scoping:
    """Keeps and tells the scopes of chats."""

    sight: Sight
    upkeep: Upkeep

    async def obey(self, request: Request) -> None:
        """Let a chat, this one if no id stands first, see what is named then; ``all``; the ``usual``.

        A number that is the name of a folder is no id.
        """
        match = _OF_CHAT.fullmatch(request.words)
        if match is None or len(request.words) > _LONGEST:
            await request.tell(Words.SCOPE_USAGE)
            return
        of_here = match[1] is None or self._is_there(request.words)
        chat_id = request.message.chat.id if of_here else int(match[1])
        named = (request.words if of_here else match[2]).strip()
        chosen = {NAME_OF_ALL: "", _USUAL: None}.get(named.casefold(), str(Scope.parse(named)))
        if chosen == "" and named.casefold() != NAME_OF_ALL:
            await request.tell(Words.SCOPE_USAGE)
            return
        await self.sight.chats.set_scope(chat_id, chosen)
        await self.upkeep.note(request.actor, "scope", f"{chat_id} {named}")
        await request.tell(Words.SCOPE_NOTED, count=await self._count(chat_id))

    async def tell(self, request: Request, chat_id: int) -> None:
        """Tell what a chat sees."""
        scope = await self.sight.scope(chat_id)
        words = Words.SCOPE_ALL if scope.is_all else Words.SCOPE_SHOWN
        await request.tell(words, count=await self._count(chat_id), folders=str(scope))
        await request.tell(Words.SCOPE_USAGE)

    def _is_there(self, words: str) -> bool:
        """Tell whether what is named first is a folder, or a file, of the articles that serve."""
        first = Scope(Scope.parse(words).names[:1])
        return not first.is_all and any(map(first.admits, self.upkeep.shelf.current.listed))

    async def _count(self, chat_id: int) -> int:
        return len((await self.sight.of(chat_id)).edition.listed)
