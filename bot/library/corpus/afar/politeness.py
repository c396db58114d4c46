"""Manners on other people's servers: what robots.txt allows, one request a second, later if asked."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from bot.basics.errors import ArticleError
from bot.basics.limits import DAY, LIMITS
from bot.languages.interface.messages import Message
from bot.library.corpus.afar.fetching import (
    AGENT,
    NO_VALIDATORS,
    Network,
    Response,
    Validators,
    file_of,
    is_in_repository,
    respond,
)
from bot.library.corpus.afar.repositories import Snapshot, newest_of, snapshot_of
from bot.library.corpus.contribution import Contribution

_NOT_NOW = frozenset({429, 503})


class ClosedError(ArticleError):
    """A server does not want a page to be fetched by programs."""

    def __init__(self) -> None:
        super().__init__(Message.ADDRESS_CLOSED)


@dataclass(slots=True)
class _Host:
    """When a host may be asked again, by the clock; one request at a time waits for it."""

    free_at: float = 0.0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(slots=True)
class Polite:
    """Fetches pages that nobody waits for. ``clock`` and ``pause`` are in seconds."""

    network: Network | None = None
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _rules: dict[str, tuple[float, RobotFileParser]] = field(default_factory=dict)
    _snapshot: Snapshot | None = None
    """The last that was fetched: all files of one repository are looked at one after the other."""

    async def get(self, url: str, validators: Validators = NO_VALIDATORS) -> Response:
        """Return what a server answers, 304 where nothing has changed since it gave these validators.

        Raises ArticleError: ClosedError where robots.txt forbids it, others where it cannot be told now.
        """
        if not is_in_repository(url):
            return await self._asked(url, validators, self._admit)
        found = await self.snapshot(url, validators)
        return found.page(url) if found else Response(url, 304, {}, b"")

    async def snapshot(self, url: str, validators: Validators = NO_VALIDATORS) -> Snapshot | None:
        """Return what a Git repository holds, None where its newest commit is that of the validators.

        Raises ArticleError as ``get`` does.
        """
        newest = await newest_of(url, self._sent)
        if newest.commit == validators.etag:
            return None
        if self._snapshot is None or self._snapshot.newest != newest:
            self._snapshot = await snapshot_of(newest, self._sent)
        return self._snapshot

    async def _sent(self, url: str, sent: bytes) -> Response:
        return await self._asked(url, NO_VALIDATORS, self._admit, sent)

    async def page(self, url: str) -> Contribution:
        """Return a page as a file that may be added. Raises ArticleError as ``get`` does."""
        return file_of(await self.get(url))

    async def _asked(
        self,
        url: str,
        validators: Validators,
        before: Callable[[str], Awaitable[None]],
        sent: bytes = b"",
    ) -> Response:
        response = await respond(url, self.network, validators, before, sent)
        if response.status in _NOT_NOW:
            later = self.clock() + _seconds(response.headers.get("retry-after", ""))
            host = self._host(response.url)
            host.free_at = max(host.free_at, later)
        return response

    async def _admit(self, url: str) -> None:
        rules = await self._rules_of(url)
        if not await asyncio.to_thread(rules.can_fetch, AGENT, url):
            raise ClosedError
        await self._wait(url, float(rules.crawl_delay(AGENT) or 0))

    async def _wait(self, url: str, delay: float = 0) -> None:
        """Wait for the host's turn. Raises ArticleError where that is too far away."""
        host = self._host(url)
        async with host.turn:
            wait = host.free_at - self.clock()
            if wait > LIMITS.fetching.patience:
                raise ArticleError(Message.ADDRESS_LATER)
            if wait > 0:
                await self.pause(wait)
            between = max(LIMITS.fetching.between, min(delay, LIMITS.fetching.patience))
            host.free_at = self.clock() + between

    async def _rules_of(self, url: str) -> RobotFileParser:
        """Return what programs may fetch there, asked once a day. Raises ArticleError if nobody can tell."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        until, rules = self._rules.get(site, (0.0, None))
        if rules is None or until <= self.clock():
            response = await self._asked(f"{site}/robots.txt", NO_VALIDATORS, self._wait)
            if response.status >= 500 or response.status == 429:
                raise ArticleError(Message.ADDRESS_REFUSES, status=str(response.status))
            rules = await asyncio.to_thread(_read, response)
            self._keep(site, rules)
        return rules

    def _keep(self, site: str, rules: RobotFileParser) -> None:
        """Keep rules for a day, and of all those that were asked last: redirects lead to any site."""
        self._rules.pop(site, None)
        self._rules[site] = self.clock() + DAY, rules
        if len(self._rules) > LIMITS.caches.sites:
            del self._rules[next(iter(self._rules))]

    def _host(self, url: str) -> _Host:
        if len(self._hosts) > LIMITS.caches.sites:
            now, hosts = self.clock(), self._hosts.items()
            self._hosts = {name: one for name, one in hosts if one.free_at > now or one.turn.locked()}
        return self._hosts.setdefault(urlsplit(url).netloc, _Host())


def _read(response: Response) -> RobotFileParser:
    """Return what a robots.txt says; reading the longest takes half a second."""
    rules = RobotFileParser()
    text = response.body[: LIMITS.fetching.robots].decode(errors="replace")
    rules.parse(text.splitlines() if response.status == 200 else [])
    return rules


def _seconds(retry_after: str) -> float:
    """Return for how long a server wants to be left alone; an hour where it does not say."""
    if retry_after.strip().isdecimal():
        return min(float(retry_after.strip()[:9]), DAY)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return LIMITS.fetching.later
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max((aware - datetime.now(UTC)).total_seconds(), 0.0), DAY)
