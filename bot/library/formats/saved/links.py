"""An ordinary page as a list: of the feed that it announces, or else of its site's pages that it names."""

import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag, urlsplit

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.formats.site_maps import NESTED
from bot.library.parsing.draft import Draft
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.header import Header, found_header

_FEEDS = frozenset({"application/rss+xml", "application/atom+xml"})
_LONGEST = 200
"""Signs of a link's words that are taken for a title."""


def list_links(data: bytes, page: Header) -> Drafts:
    """Yield a draft without text for the feed of the page at ``page.url``, else for each page of its site.

    Raises ArticleError if there is neither.
    """
    from lxml import html  # pyright: ignore[reportAttributeAccessIssue] (it has no types)
    from lxml.etree import ParserError  # pyright: ignore[reportAttributeAccessIssue]

    if len(data) > LIMITS.files.one:
        raise ArticleError(Message.TOO_MANY_BYTES, size=len(data), limit=LIMITS.files.one)
    try:
        root = html.document_fromstring(data)
        root.make_links_absolute(page.url, handle_failures="discard")
    except (ParserError, ValueError) as error:
        raise ArticleError(Message.FEED_NONE) from error
    feed = next(
        (one.get("href", "") for one in root.iter("link") if one.get("type", "").lower() in _FEEDS), ""
    )
    links = {feed: ""} if feed else dict(_of_its_site(root, page.url))
    headers = (found_header({"url": url, "title": title[:_LONGEST]}) for url, title in links.items())
    drafts = [
        Draft((), header, NESTED if feed else hashlib.sha256(header.url.encode()).hexdigest()[:12])
        for header in headers
        if header.url
    ]
    if not drafts:
        raise ArticleError(Message.FEED_NONE)
    yield from drafts


def _of_its_site(root: Any, page: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses of other pages of the site, with the words of the links."""
    site, own = urlsplit(page).netloc, urldefrag(page).url
    for link in root.iter("a"):
        url = urldefrag(link.get("href", "")).url
        if urlsplit(url).netloc == site and url != own:
            yield url, " ".join(link.text_content().split())


PAGE_LISTING = Format(suffixes=("page",), holds_many=True, parse=list_links)
