"""RSS and Atom files, an article an entry, and what else is XML. The home of feedparser."""

import hashlib
import html
import io
import re
from datetime import date
from typing import Any

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.formats.exports.left_out import left_out
from bot.library.formats.exports.mediawiki import is_mediawiki, parse_mediawiki
from bot.library.formats.exports.wordpress import is_wordpress, parse_wordpress
from bot.library.formats.saved.web_page import whole_text
from bot.library.parsing.decoding import declared_encoding, decode_raw
from bot.library.parsing.draft import Draft
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.header import Header, found_header

_INLINE = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|em|i|mark|q|small|span|strong|sub|sup|u)(?:\s[^<>]{0,300})?/?>"
)
_ELEMENT = re.compile(rb"<\w")
_TIMES_ENCODED = 2
_DECLARATION = re.compile(r"<\?xml[^>]{0,300}\?>")


def parse_feed(data: bytes, beside: Header) -> Drafts:
    """Yield the article of each entry, or why it was refused; its key stays the same when entries move.

    Of two entries with one id the one that changed last is read, else the first, as feeds have the newest
    first. Those without text are counted.

    Raises ArticleError if ``data`` is no feed.
    """
    feed = _parsed(data)
    drafts, without_text, repeated = dict[str, Draft](), 0, 0
    for entry in feed.entries:
        draft = _draft(dict(entry), feed.feed, beside)  # a plain one: its own warns when asked for a date
        if isinstance(draft, ArticleError):
            yield draft
        elif not draft.pieces:
            without_text += 1
        else:
            repeated += draft.key in drafts
            drafts[draft.key] = _newer(draft, drafts.get(draft.key))
    yield from drafts.values()
    told = {"without text": without_text, "again under the same id": repeated}
    yield from left_out({kind: count for kind, count in told.items() if count})


def list_feed(data: bytes, _: Header) -> Drafts:
    """Yield a draft without text for each entry with a link. Raises ArticleError as ``parse_feed``."""
    feed = _parsed(data)
    for entry in map(dict, feed.entries):
        header = _header(entry, feed.feed)
        if header.url:
            yield Draft((), header, _key(entry))


def _parsed(data: bytes) -> Any:
    """Return a feed as feedparser reads it. Raises ArticleError if ``data`` is none."""
    import feedparser

    if len(data) > LIMITS.files.characters:
        raise ArticleError(Message.TOO_MANY_BYTES, size=len(data), limit=LIMITS.files.characters)
    # Without parsing: a tag has no more attributes than "=" up to where the next one begins.
    if sum(tag.count(b"=") ** 2 for tag in data.split(b"<")) > LIMITS.pages.feed_work:
        raise ArticleError(Message.FEED_ATTRIBUTES)
    if data.count(b"<") > LIMITS.pages.feed_tags:
        raise ArticleError(Message.TOO_MANY_TAGS, limit=LIMITS.pages.feed_tags)
    readable = _as_utf_8(data)
    if not _ELEMENT.search(readable[: LIMITS.pages.feed_head]):
        raise ArticleError(Message.FEED_NONE)
    try:
        # A stream, since feedparser takes a text for an address or a file's name.
        feed = feedparser.parse(io.BytesIO(readable), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        # Its parser for broken feeds fails in ways that feedparser does not translate.
        raise ArticleError(Message.FEED_BROKEN, kind=type(error).__name__) from error
    if not feed.get("version"):
        raise ArticleError(Message.FEED_NONE)
    return feed


def _as_utf_8(data: bytes) -> bytes:
    """Return the feed in UTF-8: which encoding an undeclared one has is decided as for any text."""
    text = decode_raw(data, declared_encoding(data)) if data.strip() else ""
    return _DECLARATION.sub("", text.lstrip(), count=1).lstrip().encode(errors="replace")


def _header(entry: dict[str, Any], feed: Any) -> Header:
    found = {
        "title": _words(entry.get("title")),
        "url": entry.get("link"),
        "publisher": _words(feed.get("title")),
        "author": _words(entry.get("author")),
        "published": _day(entry.get("published_parsed")),
        "modified": _day(entry.get("updated_parsed")),
        "language": feed.get("language"),
    }
    return found_header(found)


def _key(entry: dict[str, Any]) -> str:
    name = entry.get("id") or entry.get("link") or entry.get("title") or ""
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def _draft(entry: dict[str, Any], feed: Any, beside: Header) -> Draft | ArticleError:
    contents = [part.get("value") or "" for part in entry.get("content", ())]
    content = max([*contents, entry.get("summary") or ""], key=len)
    try:
        pieces = whole_text(content) if content.strip() else ()
    except ArticleError as error:
        return error
    return Draft(pieces, _header(entry, feed).over(beside), _key(entry))


def _newer(draft: Draft, before: Draft | None) -> Draft:
    """Return which of two entries changed last, the first if nothing tells."""
    if before is None:
        return draft
    changed, first = (found.header.modified or found.header.published for found in (draft, before))
    return draft if changed and first and changed > first else before


def _words(written: str | None) -> str:
    """Return a name as a reader sees it: feeds write markup in it, once or twice encoded."""
    text = written or ""
    for _ in range(_TIMES_ENCODED):
        text = html.unescape(_INLINE.sub("", text))
    return text


def _day(moment: Any) -> date | None:
    """Return the day, None where there is none or no calendar has it, such as 0000-00-00."""
    try:
        return date(*moment[:3]) if moment else None
    except ValueError:
        return None


def _parse_xml(data: bytes, beside: Header) -> Drafts:
    if is_mediawiki(data):
        return parse_mediawiki(data, beside)
    return parse_wordpress(data, beside) if is_wordpress(data) else parse_feed(data, beside)


FEED_LISTING = Format(suffixes=("feed",), holds_many=True, parse=list_feed)
FORMATS = (Format(suffixes=(".xml", ".rss", ".atom"), holds_many=True, parse=_parse_xml),)
