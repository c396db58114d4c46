"""Pages that are a document of another tool and nothing else: those of Confluence and of Google Docs.

Such a tool says itself which part of the page is the text, so nothing has to be guessed.
"""

import re
from dataclasses import dataclass
from typing import Any

from bot.library.parsing.header import Header, found_header

_MODIFIED = re.compile(r"\bon (?P<day>[A-Z][a-z]{2} \d{1,2}, \d{4})")
_NAMED = " : "
"""What stands between a space of Confluence and the title of a page."""


@dataclass(frozen=True, slots=True)
class Document:
    """The part of a page that is the text, and what the page says of it."""

    body: Any
    header: Header


def document_of(tree: Any) -> Document | None:
    """Return the document that a page is an export of, None if it is any other page."""
    body = tree.find("body")
    if body is not None and "doc-content" in (body.get("class") or "").split():
        return Document(body, found_header({"title": _text(body, "p", "title")}))
    content = next((one for one in tree.iter("div") if one.get("id") == "main-content"), None)
    title = next((one for one in tree.iter("span") if one.get("id") == "title-text"), None)
    if content is None or title is None or "wiki-content" not in (content.get("class") or ""):
        return None
    space, _, name = " ".join(title.text_content().split()).partition(_NAMED)
    modified = _MODIFIED.search(_text(tree, "div", "page-metadata"))
    found = {
        "title": name or space,
        "publisher": space if name else "",
        "author": _text(tree, "span", "author"),
        "modified": modified["day"] if modified else "",
    }
    return Document(content, found_header(found))


def _text(around: Any, tag: str, called: str) -> str:
    """Return the text of the first element of that class, "" if there is none."""
    found = (one for one in around.iter(tag) if called in (one.get("class") or "").split())
    first = next(found, None)
    return "" if first is None else " ".join(first.text_content().split())
