"""What a feed, a site map or a page lists: addresses of pages that may become articles."""

import asyncio
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.corpus.afar.fetching import NO_VALIDATORS, Response, Validators, is_in_repository
from bot.library.corpus.afar.politeness import Polite
from bot.library.formats.child import parsed_apart
from bot.library.formats.registry import LISTINGS
from bot.library.formats.site_maps import NESTED
from bot.library.parsing.draft import Draft
from bot.library.parsing.header import Header

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page that a list names; ``title`` is "" where the list has none."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What an address lists now; None where nothing has changed since."""

    pages: tuple[ListedPage, ...] | None
    validators: Validators


def refuse_git(url: str) -> None:
    """Raise ArticleError for the address of a Git repository that is not reached by HTTP."""
    if urlsplit(url).scheme in {"git", "ssh"} or url.startswith("git@"):
        raise ArticleError(Message.FOLLOW_GIT)


async def pages_listed(url: str, polite: Polite, validators: Validators = NO_VALIDATORS) -> Listing:
    """Return which pages a feed, a site map or a page lists, also in site maps, and the feed, that it names.

    A Git repository lists the documents in a folder.

    Raises ArticleError where there is none, or nobody can tell now.
    """
    refuse_git(url)
    if is_in_repository(url):
        found = await polite.snapshot(url, validators)
        if found is None:
            return Listing(None, validators)
        return _listing(found.pages(url), Validators(found.newest.commit))
    response = await polite.get(url, validators)
    if response.status == 304:
        return Listing(None, validators)
    drafts = await _drafts(response)
    nested = [draft.header.url for draft in drafts if draft.key == NESTED][: LIMITS.fetching.site_maps]
    for inner in nested:
        drafts += [draft for draft in await _drafts(await polite.get(inner)) if draft.key != NESTED]
    pages = ((d.header.url, d.header.title) for d in drafts if d.header.url and d.key != NESTED)
    return _listing(pages, response.validators)


def _listing(found: Iterable[tuple[str, str]], validators: Validators) -> Listing:
    pages = tuple(ListedPage(url, title) for url, title in found)
    if len(pages) > LIMITS.fetching.listed:
        raise ArticleError(Message.FOLLOW_TOO_MANY, limit=LIMITS.fetching.listed)
    return Listing(pages, validators)


async def _drafts(response: Response) -> list[Draft]:
    if response.status != 200:
        raise ArticleError(Message.ADDRESS_REFUSES, status=str(response.status))
    body = await asyncio.to_thread(unpacked, response.body)
    for kind in LISTINGS:
        try:
            return await asyncio.to_thread(lambda kind=kind: list(_listed(kind, body, response.url)))  # type: ignore[misc]
        except ArticleError as error:
            if error.sentence.message is not Message.FEED_NONE:
                raise
    raise ArticleError(Message.FOLLOW_NONE)


def _listed(kind: str, body: bytes, url: str) -> Iterator[Draft]:
    """Yield what a list names, read in a child; one page more than allowed is enough. Raises ArticleError."""
    found = (draft for draft in parsed_apart(kind, body, Header(url=url)) if isinstance(draft, Draft))
    return islice(found, LIMITS.fetching.listed + 1)


def unpacked(body: bytes) -> bytes:
    """Return the bytes of a list that may be packed, as site maps are. Raises ArticleError."""
    if not body.startswith(_GZIP):
        return body
    try:
        found = zlib.decompressobj(31).decompress(body, LIMITS.files.one + 1)
    except zlib.error as error:
        raise ArticleError(Message.ADDRESS_BROKEN) from error
    if len(found) > LIMITS.files.one:
        raise ArticleError(Message.ADDRESS_TOO_LARGE, limit=LIMITS.files.one)
    return found
