"""Maintainers say in chat who is served: everybody, those listed, single people and chats."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from telegram import Message, MessageOriginChannel, MessageOriginChat, MessageOriginUser

from bot.chat.access.admission import Admission
from bot.chat.maintainers.desk import Request
from bot.chat.pages.page import Ours
from bot.chat.wording.markup import join
from bot.chat.wording.texts import text
from bot.languages.interface.messages import Message as Words
from bot.storage.personal.guests import EVERYBODY
from bot.upkeep import Upkeep

_ID = re.compile(r"-?[1-9][0-9]{0,15}", re.ASCII)
_SHOWN = 50
"""Ids that the list shows of those let in, and of those shut out."""


@dataclass(frozen=True, slots=True)
class Allowing:
    """Keeps whom maintainers let in or shut out, and lists them."""

    admission: Admission
    upkeep: Upkeep

    async def obey(self, request: Request) -> None:
        """Do what follows ``/allow``: ``all``, ``listed``, ``here``, ids, and ``not`` before these.

        Without an id it is meant of whoever wrote the message that is replied to.
        """
        words = request.words.casefold().split()
        may = words[:1] != ["not"]
        named = words if may else words[1:]
        ids = [_id(word, request.message.chat.id) for word in named] or [_author(request.message)]
        if words in (["all"], ["listed"]):
            await self._decide(request, [EVERYBODY], may=words == ["all"])
        elif None not in ids:
            await self._decide(request, [one for one in ids if one is not None], may=may)
        else:
            await request.tell(Words.ALLOW_USAGE)

    async def _decide(self, request: Request, ids: Iterable[int], *, may: bool) -> None:
        kept = [one for one in ids if await self.admission.guests.decide(one, may=may)]
        if kept:
            details = " ".join("all" if one == EVERYBODY else str(one) for one in kept)
            await self.upkeep.note(request.actor, "allow" if may else "allow not", details)
        await request.tell(Words.ALLOW_NOTED if kept else Words.ALLOW_FULL)

    async def tell(self, request: Request) -> None:
        """List who is served."""
        decided = await self.admission.guests.all()
        listed = dict.fromkeys(self.admission.listed, True)
        for_all = decided.pop(EVERYBODY, not listed)
        rows = listed | decided
        lines = [text(Words.SERVED_ALL if for_all else Words.SERVED_LISTED, request.language)]
        for words, wanted in ((Words.SERVED_IN, True), (Words.SERVED_OUT, False)):
            ids = [str(one) for one, may in sorted(rows.items()) if may is wanted]
            if ids:
                shown = ", ".join(ids[:_SHOWN]) + (" …" if len(ids) > _SHOWN else "")
                lines.append(text(words, request.language, ids=shown, count=len(ids)))
        lines.append(text(Words.ALLOW_USAGE, request.language))
        await request.say(Ours(join(lines, "\n")))


def _author(message: Message) -> int | None:
    """Return the id of whoever wrote what is replied to, first of all; None where nobody can tell."""
    replied = message.reply_to_message
    if replied is None or (replied.from_user and replied.from_user.is_bot and not replied.sender_chat):
        return None
    match replied.forward_origin:
        case MessageOriginUser(sender_user=person):
            return person.id
        case MessageOriginChat(sender_chat=chat) | MessageOriginChannel(chat=chat):
            return chat.id
        case None:
            author = replied.sender_chat or replied.from_user
            return author.id if author else None
        case _:
            return None  # they do not let others know


def _id(word: str, here: int) -> int | None:
    """Return the id that a word names, None where it names none."""
    if word == "here":
        return here
    return int(word) if _ID.fullmatch(word) else None
