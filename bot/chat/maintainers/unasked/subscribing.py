"""Maintainers follow feeds and site maps: what they list anew is offered, never added by itself."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.basics.errors import ArticleError, CorpusError
from bot.chat.maintainers.desk import Request
from bot.chat.pages.page import Ours
from bot.chat.wording.markup import join
from bot.chat.wording.texts import text
from bot.languages.interface.messages import Message as Words
from bot.library.corpus.afar.listing_pages import pages_listed
from bot.library.corpus.afar.politeness import Polite
from bot.storage.maintaining.followed import Followed, Lists
from bot.upkeep import Upkeep


@dataclass(frozen=True, slots=True)
class Subscribing:
    """Begins and ends the following of lists; ``every`` is how often one is looked at, in seconds."""

    upkeep: Upkeep
    lists: Lists
    polite: Polite
    every: float
    clock: Callable[[], float] = time.time

    async def follow(self, request: Request) -> None:
        """Follow the list at an address, or say what is followed."""
        if not request.words.strip():
            await self._say(request, await self.lists.all())
            return
        url = request.words.split()[0]
        try:
            self.upkeep.shelf.refuse_changes()
            listing = await pages_listed(url, self.polite)
        except (ArticleError, CorpusError) as error:
            await request.tell(Words.FOLLOW_REFUSED, url=url[:200], problem=error.sentence)
            return
        pages = listing.pages or ()
        await self.lists.add(url, self.clock() + self.every, (page.url for page in pages))
        await request.tell(Words.FOLLOW_BEGUN, url=url, count=len(pages))

    async def unfollow(self, request: Request) -> None:
        """Follow a list no more, by its number or its address."""
        wanted = request.words.strip()
        known = dict(enumerate(await self.lists.all(), 1))
        found = next((one for n, one in known.items() if wanted in {str(n), one.url}), None)
        if found is None:
            await request.tell(Words.FOLLOW_UNKNOWN)
            return
        await self.lists.remove(found.id)
        await request.tell(Words.FOLLOW_ENDED, url=found.url)

    async def _say(self, request: Request, followed: list[Followed]) -> None:
        if not followed:
            await request.tell(Words.FOLLOW_USAGE)
            return
        heading = text(Words.FOLLOW_HEADING, request.language, count=len(followed))
        lines = [
            text(Words.FOLLOW_LINE, request.language, number=number, url=one.url)
            for number, one in enumerate(followed, 1)
        ]
        whole = [heading, *lines]
        while not (page := join(whole, "\n")).fits:
            whole.pop()
        await request.say(Ours(page))
