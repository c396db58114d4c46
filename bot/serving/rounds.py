"""The rounds that look at the pages of articles and at lists that are followed, and keep what is found."""

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from random import random
from urllib.parse import urlsplit

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition
from bot.core.nouns import Article
from bot.library.corpus.afar.fetching import Validators
from bot.library.corpus.afar.listing_pages import ListedPage, pages_listed
from bot.library.corpus.afar.politeness import Polite
from bot.library.corpus.afar.refreshing import PageLook, PageNow, can_be_refreshed, look_at_page
from bot.storage.maintaining.discoveries import Discoveries, Discovery, Sort
from bot.storage.maintaining.followed import Followed, Lists
from bot.storage.maintaining.known_pages import KnownPage, KnownPages
from bot.upkeep import Upkeep

log = logging.getLogger(__name__)

_SORTS = {PageNow.GONE: Sort.GONE, PageNow.MOVED: Sort.MOVED, PageNow.CLOSED: Sort.CLOSED}


@dataclass(frozen=True, slots=True)
class Rounds:
    """Looks at each page once in ``every`` seconds, a little more or less. ``chance`` is from 0 to 1."""

    upkeep: Upkeep
    polite: Polite
    addresses: KnownPages
    findings: Discoveries
    every: float
    clock: Callable[[], float] = time.time
    chance: Callable[[], float] = random

    async def round(self) -> None:
        """Look at all pages that are due now, some hosts at a time. Raises StorageError."""
        known, edition = await self.addresses.all(), self.upkeep.shelf.current
        due, gone = await asyncio.to_thread(self._due, edition, known)  # of all articles, every minute
        await self.addresses.forget(gone)
        hosts = defaultdict[str, list[tuple[Article, KnownPage]]](list)
        for article, address in due:
            hosts[urlsplit(address.url).netloc].append((article, address))
        some = asyncio.Semaphore(LIMITS.fetching.hosts)
        await asyncio.gather(*(self._look_at_all(some, host) for host in hosts.values()))

    def _due(
        self, edition: Edition, known: Mapping[str, KnownPage]
    ) -> tuple[list[tuple[Article, KnownPage]], set[str]]:
        """Return the articles whose pages are to be looked at now, and the pages that none has any more."""
        now = self.clock()
        pages = {listed.url: listed.id for listed in edition.listed if can_be_refreshed(listed)}
        addresses = [known.get(url, KnownPage(url, now)) for url in pages]
        due = [one for one in addresses if self._is_due(one, now)]
        found = [(edition.article(pages[one.url]), one) for one in due]
        return [(article, one) for article, one in found if article], known.keys() - pages.keys()

    def _is_due(self, address: KnownPage, now: float) -> bool:
        """Tell whether it is time; what is too far away was set by a clock that was ahead."""
        return address.due_at <= now or address.due_at > now + 2 * self.every

    async def _look_at_all(self, some: asyncio.Semaphore, pages: Iterable[tuple[Article, KnownPage]]) -> None:
        async with some:
            for article, address in pages:
                await self._look_at(article, address)

    async def _look_at(self, article: Article, known: KnownPage) -> None:
        try:
            looked = await look_at_page(article, self.polite, Validators(known.etag, known.modified))
        except ArticleError as error:
            log.info("%s cannot be looked at now: %s", article.url, error)
            await self.addresses.keep(replace(known, due_at=self._in(LIMITS.fetching.later)))
            return
        if finding := _news(article, known, looked):
            await self.findings.add(finding)
        elif looked.became is PageNow.SAME and looked.revision:
            await self.findings.drop(article.url)
        validators = looked.validators
        state = f"{looked.became.name} {looked.about}".strip() if looked.became in _SORTS else ""
        revision = looked.revision or known.revision
        due_at = self._in(self.every)
        await self.addresses.keep(
            KnownPage(article.url, due_at, validators.etag, validators.modified, revision, state)
        )

    def _in(self, seconds: float) -> float:
        """Return the moment in about so many seconds: not all pages are to come at the same time."""
        return self.clock() + min(seconds, self.every) * (0.9 + 0.2 * self.chance())


@dataclass(frozen=True, slots=True)
class ListRounds:
    """Looks at each list that is followed once in ``every`` seconds, and keeps what it names anew."""

    upkeep: Upkeep
    polite: Polite
    lists: Lists
    findings: Discoveries
    every: float
    clock: Callable[[], float] = time.time
    chance: Callable[[], float] = random

    async def round(self) -> None:
        """Look at all lists that are due now. Raises StorageError."""
        for followed in await self.lists.all():
            if not 0 < followed.due_at - self.clock() <= 2 * self.every:
                await self._look_at(followed)

    async def _look_at(self, followed: Followed) -> None:
        due_at = self.clock() + self.every * (0.9 + 0.2 * self.chance())
        try:
            known = Validators(followed.etag, followed.modified)
            listing = await pages_listed(followed.url, self.polite, known)
        except ArticleError as error:
            log.warning("%s cannot be followed now: %s", followed.url, error)
            await self.lists.keep(replace(followed, due_at=due_at))
            return
        if listing.pages is not None:  # else it names what it named, also where it has not changed for long
            await self._keep_new(followed, listing.pages)
        given = listing.validators
        await self.lists.keep(replace(followed, due_at=due_at, etag=given.etag, modified=given.modified))

    async def _keep_new(self, followed: Followed, listed: Iterable[ListedPage]) -> None:
        """Keep what is new before it is known to be named: a death in between loses none."""
        pages = {page.url: page.title for page in listed}
        listed_now = self.upkeep.shelf.current.listed
        there = await asyncio.to_thread(lambda: {article.url for article in listed_now})
        new = [url for url in await self.lists.new(followed, pages) if url not in there]
        await self.findings.add_entries({url: pages[url] for url in new}, followed.url)
        await self.lists.named(followed, pages)


def _news(article: Article, known: KnownPage, looked: PageLook) -> Discovery | None:
    """Return what maintainers do not know yet, None where there is nothing."""
    if sort := _SORTS.get(looked.became):
        told = f"{looked.became.name} {looked.about}".strip() == known.state
        return None if told else Discovery(sort, article.id, article.url, looked.about)
    if looked.given is None or looked.became is PageNow.SAME or looked.revision == known.revision:
        return None
    given = looked.given
    return Discovery(Sort.CHANGED, article.id, article.url, article.revision, given.name, given.data)
