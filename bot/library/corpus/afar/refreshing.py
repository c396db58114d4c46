"""What has become of the page that an article was taken from, told by what is read there."""

import asyncio
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from bot.basics.errors import ArticleError
from bot.core.nouns import Article, Listed
from bot.core.proving.difference import NO_DIFFERENCE, CameAndWent, difference
from bot.languages.interface.messages import Message
from bot.library.corpus.afar.fetching import NO_VALIDATORS, Validators, file_of
from bot.library.corpus.afar.politeness import ClosedError, Polite
from bot.library.corpus.contribution import Contribution
from bot.library.formats.registry import format_of
from bot.library.parsing.header import Header

_GONE = frozenset({404, 410})


class PageNow(Enum):
    """What has become of an article's page."""

    SAME = auto()
    CHANGED = auto()
    GONE = auto()
    MOVED = auto()
    CLOSED = auto()
    """Programs may not fetch it."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """What an article's address holds now.

    ``about`` is where a page that moved is now, or what the server answered. Where it was read, ``revision``
    is that of its text, ``given`` the page with what is known of the article, and ``found`` what differs.
    """

    became: PageNow
    validators: Validators = NO_VALIDATORS
    about: str = ""
    revision: str = ""
    given: Contribution | None = None
    found: CameAndWent = NO_DIFFERENCE


def can_be_refreshed(article: Listed) -> bool:
    """Tell whether an article was taken from one page, not from a file of many."""
    return bool(article.url) and not format_of(article.file).holds_many


async def look_at_page(article: Article, polite: Polite, validators: Validators = NO_VALIDATORS) -> PageLook:
    """Fetch an article's page and compare what is read. Raises ArticleError where nobody can tell now."""
    try:
        response = await polite.get(article.url, validators)
    except ClosedError:
        return PageLook(PageNow.CLOSED)
    if response.status in _GONE:
        return PageLook(PageNow.GONE, about=str(response.status))
    if response.status == 304:
        return PageLook(PageNow.SAME, validators)
    if response.status == 200 and _place(article.url) != _place(response.url):
        return PageLook(PageNow.MOVED, response.validators, response.url)
    given = with_facts(file_of(response), article)
    now = await asyncio.to_thread(read_page, given)
    found = await asyncio.to_thread(difference, article, now)
    became = PageNow.CHANGED if found else PageNow.SAME
    return PageLook(became, response.validators, revision=now.revision, given=given, found=found)


def read_page(given: Contribution) -> Article:
    """Return the one article of a page. Raises ArticleError where there is none, or more."""
    parsed = given.parsed
    if len(parsed.readings) == 1:
        return parsed.readings[0].article
    problem = next(iter((*parsed.problems, *parsed.remarks)), None)
    raise ArticleError(problem.sentence if problem else Message.NO_ARTICLE)


def said_otherwise(article: Article, page: Contribution) -> CameAndWent:
    """Return what a page says otherwise than its article. Raises ArticleError where nothing can be read."""
    return difference(article, read_page(with_facts(page, article)))


def with_facts(given: Contribution, article: Article) -> Contribution:
    """Return the page under the article's name and with what is known of it, but for when it was changed."""
    facts = {name: fact for name, fact in article.facts.items() if fact and name != "modified"}
    name = PurePosixPath(article.file).stem + PurePosixPath(given.name).suffix
    return Contribution(name, given.data).corrected(Header(**facts))


def _place(url: str) -> tuple[str, str]:
    """Return what tells one page from another: how it is fetched, and a stroke at its end, do not."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/")
