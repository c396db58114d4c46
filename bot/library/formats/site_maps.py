"""Site maps: lists of a site's addresses, and lists of such lists (sitemaps.org)."""

import hashlib
from collections.abc import Iterator

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.parsing.draft import Draft
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.header import Header, found_header

NESTED = "nested"
"""The key of a draft that names another site map."""


def list_site_map(data: bytes, _: Header) -> Drafts:
    """Yield a draft without text for each address of a site map. Raises ArticleError if ``data`` is none."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (it has no types)

    if len(data) > LIMITS.files.one:
        raise ArticleError(Message.TOO_MANY_BYTES, size=len(data), limit=LIMITS.files.one)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ArticleError(Message.FEED_NONE) from error
    name = etree.QName(root).localname
    if name not in {"urlset", "sitemapindex"}:
        raise ArticleError(Message.FEED_NONE)
    yield from _drafts(root, NESTED if name == "sitemapindex" else "")


def _drafts(root: object, key: str) -> Iterator[Draft]:
    for element in root:  # type: ignore[attr-defined]
        url = next(
            (part.text for part in element if str(part.tag).endswith("}loc") or part.tag == "loc"), None
        )
        header = found_header({"url": (url or "").strip()})
        if header.url:
            yield Draft((), header, key or hashlib.sha256(header.url.encode()).hexdigest()[:12])


SITE_MAP_LISTING = Format(suffixes=("site map",), holds_many=True, parse=list_site_map)
