"""Saved web pages: main text and metadata. The home of trafilatura, and of lxml's HTML parser.

libxml2 stops at 256 levels of nesting; elements and attributes are counted before a tree is built.
"""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree, html  # pyright: ignore[reportAttributeAccessIssue] (it has no types)
from trafilatura import bare_extraction, baseline
from trafilatura.settings import Document

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.parsing.decoding import decode_raw, tidy
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.header import Header, found_header

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s*url:\s*)(\S{1,1000})"
)
_WANTED: dict[str, Any] = {
    "include_comments": False,
    "with_metadata": True,
    # A date that was guessed from the text is worse than none.
    "date_extraction_params": {"extensive_search": False, "original_date": True},
}

_HEADINGS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"cell", "td", "th"})
_INSETS = frozenset({"blockquote", "item", "li", "quote"})
_BREAKS = frozenset({"lb", "br"})
_BLOCK_NAMES = (
    "address article aside blockquote body code dd div dl dt figcaption figure footer header item li list "
    "main ol p pre quote row section table tr ul"
)
_BLOCKS = _HEADINGS | frozenset(_BLOCK_NAMES.split())
_UNREAD = ("head", "script", "style", "template", "noscript", "svg", "iframe", "object", "form", "nav")
_BLANKS = re.compile(r"[ \t\r\n\f]+")

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # their remarks on odd pages help no one


def parse_web_page(data: bytes, beside: Header) -> Draft:
    """Return the article of a saved page; what is written beside it goes before the page's metadata."""
    declared = _DECLARED.search(data[:4096])
    page = tidy(decode_raw(data, declared[1].decode("ascii") if declared else ""))
    pieces, found = main_text(page)
    if not pieces:
        raise ArticleError(Message.HTML_EMPTY)
    saved_from = _SAVED_FROM.search(page[:8192])
    address = found_header({"url": saved_from[1] if saved_from else ""})
    return Draft(pieces, beside.over(found).over(address))


def main_text(page: str) -> tuple[tuple[Piece, ...], Header]:
    """Return the main text of an HTML page, without what surrounds it, and the page's metadata.

    Raises ArticleError if the page has more elements or attributes than any page to be read.
    """
    tree = _tree(page)
    _limit_metadata(tree)
    language = (tree.get("lang") or "")[:2]
    document = bare_extraction(tree, **_WANTED)
    if not isinstance(document, Document):
        body, _, _ = baseline(tree)
        return tuple(_pieces(body)), found_header({"language": language})
    found = {
        "title": document.title,
        "author": document.author,
        "publisher": document.sitename,
        "url": document.url,
        "published": document.date,
        "language": language,
    }
    return tuple(_pieces(document.body)), found_header(found)


def whole_text(markup: str) -> tuple[Piece, ...]:
    """Return all text of an HTML fragment that is known to be nothing but an article."""
    tree = _tree(markup)
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    return tuple(_pieces(tree))


def _tree(page: str) -> Any:  # lxml is not typed
    data = page.encode()
    try:
        etree.fromstring(data, etree.HTMLParser(encoding="utf-8", target=_Census()))
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = html.document_fromstring(data, parser)
    except etree.LxmlError as error:
        raise ArticleError(Message.HTML_BROKEN) from error
    etree.strip_tags(tree, "q")  # which would be taken for a block quotation inside of a sentence
    return tree


def _limit_metadata(tree: Any) -> None:
    """Remove the JSON-LD that is too long to be looked at."""
    left, left_broken = LIMITS.pages.metadata, LIMITS.pages.broken_metadata
    for script in tree.iterfind(".//script[@type]"):
        text = script.text or ""
        if not script.get("type").endswith("json"):
            continue
        left -= len(text)
        left_broken -= 0 if left < 0 or _is_json(text) else len(text)
        if left < 0 or left_broken < 0:
            script.text = None


def _is_json(text: str) -> bool:
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return True


class _Census:
    """A parser's target that builds nothing and refuses what would take too long to build."""

    def __init__(self) -> None:
        self.elements = 0
        self.attributes = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        if self.elements > LIMITS.pages.elements:
            raise ArticleError(Message.HTML_TOO_LARGE, limit=LIMITS.pages.elements)
        if len(attributes) > LIMITS.pages.attributes:
            raise ArticleError(Message.HTML_ATTRIBUTES, tag=tag[:40], limit=LIMITS.pages.attributes)
        self.attributes += len(attributes)
        if self.attributes > LIMITS.pages.all_attributes:
            raise ArticleError(Message.HTML_ALL_ATTRIBUTES, limit=LIMITS.pages.all_attributes)

    def end(self, tag: str) -> None:
        pass

    def data(self, data: str) -> None:
        pass

    def close(self) -> None:
        pass


def _pieces(body: Any) -> Iterator[Piece]:
    """Yield the headings and paragraphs under ``body``, whose tags are HTML's or trafilatura's."""
    words: list[str] = []
    inset = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            if text := _text(words):
                yield Piece(text, event == "end" and element.tag in _HEADINGS, inset > 0)
            words.clear()
        if element.tag in _INSETS:
            inset += 1 if event == "start" else -1
        if event == "start":
            words.append("\n" if element.tag in _BREAKS else "")
            words.append(_BLANKS.sub(" ", element.text or ""))
        else:
            words.append(" | " if element.tag in _CELLS else "")
            words.append(_BLANKS.sub(" ", element.tail or ""))
    if text := _text(words):
        yield Piece(text)


def _text(words: list[str]) -> str:
    lines = tidy("".join(words)).split("\n")
    return "\n".join(" ".join(line.split(" ")).strip(" |") for line in lines).strip()
