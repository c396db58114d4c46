"""Exports of WordPress (WXR): posts and pages that were published, and nothing else."""

import html
import io
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from bot.basics.errors import ArticleError
from bot.languages.interface.messages import Message
from bot.library.formats.exports.html_article import page_draft
from bot.library.formats.exports.left_out import left_out
from bot.library.parsing.draft import Draft
from bot.library.parsing.format import Drafts
from bot.library.parsing.header import Header, found_header

_SIGN = b"wordpress.org/export/"
_SITE = frozenset({"title", "language"})
_FURNITURE = re.compile(
    r"(?:wp|oembed|custom|user|jetpack|elementor|acf)[-_].*|nav_menu_item|attachment|revision|customize_changeset"
)
"""Types of entries that are no pages: menus, files, styles, templates."""
_PICTURED = re.compile(
    r"\[(caption|wp_caption|gallery|playlist|audio|video|embed|contact-form)\b[^\[\]]{0,2000}\](?:[^\[]{0,5000}\[/\1\])?"
)
_SHORTCODE = re.compile(r"\[(/?)([a-z][\w-]{0,40})(\s+[\w-]{1,40}=[^\[\]]{0,2000})?\s?(/?)\]")
_PARAGRAPH = re.compile(r"<p[\s>]|<!-- wp:", re.IGNORECASE)


def is_wordpress(data: bytes) -> bool:
    """Tell whether an XML file is an export of WordPress."""
    return _SIGN in data[:5_000]


def parse_wordpress(data: bytes, beside: Header) -> Drafts:
    """Yield each published post and page, and what was left out: drafts, private and protected ones, files.

    Raises ArticleError if it is no XML.
    """
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (it has no types)

    site, kinds = dict[str, str](), Counter[str]()
    try:
        walk = etree.iterparse(
            io.BytesIO(data), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        for _, element in walk:
            name = _name(element)
            if name in _SITE and _name(element.getparent()) == "channel":
                site.setdefault(name, element.text or "")
            if name != "item":
                continue
            entry = {_name(child): child.text or "" for child in element}
            entry["content"] = next((c.text or "" for c in element if c.tag.endswith("content/}encoded")), "")
            if kind := _left_out_as(entry):
                kinds[kind] += 1
            else:
                yield _draft(entry, site, beside)
            element.clear()
    except etree.XMLSyntaxError as error:
        raise ArticleError(Message.XML_BROKEN, problem=str(error)[:200]) from error
    yield from left_out(kinds)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if element is not None else ""


def _left_out_as(entry: Mapping[str, str]) -> str:
    """Return why nobody was to read an entry, "" if everybody was."""
    kind, status = entry.get("post_type", "post"), entry.get("status", "")
    if _FURNITURE.fullmatch(kind):
        return kind
    if status != "publish":
        return status or "without status"
    return "protected" if entry.get("post_password") else ""


def _draft(entry: Mapping[str, str], site: Mapping[str, str], beside: Header) -> Draft | ArticleError:
    found = {
        "title": html.unescape(entry.get("title", "")),
        "url": entry.get("link", ""),
        "publisher": html.unescape(site.get("title", "")),
        "author": entry.get("creator", ""),
        "published": entry.get("post_date") or entry.get("pubDate", ""),
        "modified": entry.get("post_modified", ""),
        "language": site.get("language", ""),
    }
    key = entry.get("post_id", "") or entry.get("link", "")
    return page_draft(_markup(entry["content"]), found_header(found).over(beside), key)


def _markup(content: str) -> str:
    """Return what the site shows: no shortcodes, and paragraphs where blank lines stand for them."""
    text = _PICTURED.sub("", content)
    closed = {found[2] for found in _SHORTCODE.finditer(text) if found[1]}
    text = _SHORTCODE.sub(lambda found: "" if _is_shortcode(found, closed) else found[0], text)
    if _PARAGRAPH.search(text):
        return text
    return re.sub(r"\n\s*\n", "\n<p>", text.strip().replace("\r", "")).replace("\n", "<br>\n")


def _is_shortcode(found: re.Match[str], closed: set[str]) -> bool:
    """Tell a shortcode from words in brackets: it has a value, an end, or a name of several words."""
    return bool(found[1] or found[3] or found[4]) or found[2] in closed or "_" in found[2]
