"""Saved web pages: main text and metadata. The home of trafilatura, and of lxml's HTML parser.

libxml2 stops at 256 levels of nesting; elements and attributes are counted before a tree is built.
"""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.core.reading.shape import HOLE
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.formats.markdown.signs import TAG
from bot.library.formats.saved.blocks import BLOCKS
from bot.library.formats.saved.documents import document_of
from bot.library.formats.saved.names import keep_named, name_main_part
from bot.library.formats.saved.paragraphs import show_paragraphs
from bot.library.formats.saved.preformatted import open_letters, paragraphs_of
from bot.library.formats.saved.seen import NOTE_SIGN, publication_day, show_only_seen
from bot.library.formats.saved.spacing import Spacing
from bot.library.formats.saved.standfirst import folded, with_standfirst
from bot.library.formats.saved.teasers import drop_named_parts, drop_other_pages
from bot.library.parsing.decoding import declared_encoding, decode_raw, tidy
from bot.library.parsing.draft import CELLS_JOINED, Draft, Piece
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.front_matter import read_front_matter, split_front_matter
from bot.library.parsing.header import Header, found_header, merge_headers
from bot.library.parsing.problem import Remark

_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s*url:\s*)(\S{1,1000})"
)
_OF_TOOL = re.compile(TAG)
_NO_TEXT = re.compile(
    r"(\f|&#(?:[xX]0*[cC](?![\da-fA-F])|0*12(?!\d));?)|[\x00-\x08\v\x0e-\x1f\ufffe\uffff]"
    r"|&#(?:[xX]0*(?:[0-8bBeEfF]|1[\da-fA-F]|[fF]{3}[eEfF])(?![\da-fA-F])"
    r"|0*(?:[0-8]|1[14-9]|2\d|3[01]|6553[45])(?!\d));?"
)
"""Signs that no text has, plain or by number, of which the first is a blank: lxml reads them, and refuses to
write them."""
_WANTED: dict[str, Any] = {
    "include_comments": False,
    "with_metadata": True,
    "date_extraction_params": {"extensive_search": False, "original_date": True},
}

_HEADINGS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"cell", "td", "th"})
_ROWS = frozenset({"row", "tr"})
_LISTS = frozenset({"list", "ol", "ul", "dl"})
_ITEMS = frozenset({"item", "li", "dt", "dd"})
_INSETS = _ITEMS | {"blockquote", "quote"}
_BREAKS = frozenset({"lb", "br"})
_EDGED = BLOCKS | _HEADINGS | _CELLS | _ROWS | _LISTS | _ITEMS | {"quote"}
_WITHIN = frozenset({"p", "span", "q"}) | _HEADINGS | _CELLS | _ITEMS
"""What holds a line of text, so that code in it belongs to the line."""
_NEARLY_ALL = 0.9
"""The share of an extraction's letters from which pieces of the page are the same text."""
_LONGEST_ROW = 600
"""Characters; what is longer is a table that only lays out a page, and its cells are read one by one."""
_NEVER_SHOWN = ("script", "style", "template", "noscript")
_UNREAD = (*_NEVER_SHOWN, "head", "svg", "iframe", "object", "form", "nav")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SEVERAL = re.compile(" {2,}")

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # their remarks on odd pages help no one


def parse_web_page(data: bytes, beside: Header) -> Drafts:
    """Yield the article of a saved page; what is written beside it goes before the page's metadata.

    A page with front matter is the source of a site: a value that only its tool knows leaves a hole.
    """
    yaml, page = split_front_matter(tidy(decode_raw(data, declared_encoding(data))))
    front = read_front_matter(yaml)
    yield from front.remarks
    if front.is_draft:
        yield Remark(say(Message.IS_A_DRAFT))
        return
    pieces, found = main_text(_OF_TOOL.sub(HOLE, page) if yaml else page)
    if not pieces:
        raise ArticleError(Message.HTML_EMPTY)
    saved_from = _SAVED_FROM.search(page[:8192])
    address = found_header({"url": saved_from[1] if saved_from else ""})
    yield Draft(pieces, merge_headers(front.header, beside).over(found).over(address))


def main_text(page: str) -> tuple[tuple[Piece, ...], Header]:
    """Return the main text of an HTML page, without what surrounds it, and the page's metadata.

    Raises ArticleError if the page has more elements or attributes than any page to be read.
    """
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (it has no types)
    from trafilatura import bare_extraction, baseline
    from trafilatura.settings import Document

    tree = _tree(page)
    published = publication_day(tree)
    if whole := document_of(tree):
        show_paragraphs(tree)
        return tuple(_pieces(whole.body)), whole.header
    _limit_metadata(tree)
    drop_other_pages(tree)
    drop_named_parts(tree)
    show_paragraphs(tree)  # where something was dropped a line goes on
    language = (tree.get("lang") or "")[:2]
    keep_named(tree)
    name_main_part(tree)
    document = bare_extraction(tree, **_WANTED)
    body = document.body if isinstance(document, Document) else baseline(tree)[0]
    etree.strip_elements(tree, *_NEVER_SHOWN, with_tail=False)
    spacing = Spacing(tree)
    pieces = tuple(map(spacing.restored, _laid_out(body, tree)))
    if not isinstance(document, Document):
        return pieces, found_header({"language": language, "published": published})
    found = {
        "title": document.title,
        "author": document.author,
        "publisher": document.sitename,
        "url": document.url,
        "published": published,
        "language": language,
    }
    return with_standfirst(tree, pieces), found_header(found)


def _laid_out(extracted: Any, tree: Any) -> Iterator[Piece]:
    """Yield the pieces of an extraction; where it is all the page's text in one paragraph, those of the page.

    So is trafilatura's last resort, in which a title, labels and what stands in a list run into the text.
    """
    from trafilatura.baseline import basic_cleaning

    if len(extracted) != 1 or len(extracted[0]) or tree.find("body") is None:
        yield from _pieces(extracted)
        return
    kept, read = folded(extracted[0].text or ""), 0
    found: list[Piece] = []
    for piece in _pieces(basic_cleaning(deepcopy(tree.find("body")))):
        letters = folded(piece.text)
        if kept.startswith(letters, read):
            found.append(piece)
            read += len(letters)
    yield from found if read >= _NEARLY_ALL * len(kept) else _pieces(extracted)


def whole_text(markup: str) -> tuple[Piece, ...]:
    """Return all text of an HTML fragment that is known to be nothing but an article."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (it has no types)

    tree = _tree(markup)
    show_paragraphs(tree)
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    return tuple(_pieces(tree))


def _tree(page: str) -> Any:  # lxml is not typed
    from lxml import etree, html  # pyright: ignore[reportAttributeAccessIssue]

    data = _NO_TEXT.sub(lambda found: " " if found[1] else "", page).encode()
    try:
        etree.fromstring(data, etree.HTMLParser(encoding="utf-8", target=_Census()))
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        # One class for all, told in C: lxml.html asks Python for the class anew wherever an element is met.
        parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
        tree = html.document_fromstring(data, parser)
    except etree.LxmlError as error:
        raise ArticleError(Message.HTML_BROKEN) from error
    if tree.xpath("count(//p[ancestor::p])") > LIMITS.pages.nested_paragraphs:
        raise ArticleError(Message.HTML_BROKEN)
    etree.strip_tags(tree, "q")  # which would be taken for a block quotation inside of a sentence
    show_only_seen(tree)
    open_letters(tree)
    _number_items(tree)
    return tree


def _number_items(tree: Any) -> None:
    """Write the numbers of numbered lists out, as a reader sees them."""
    for numbered in tree.iter("ol"):
        if (
            numbered.get("type", "1") != "1"
            or "none" in numbered.get("style", "")
            or "reversed" in numbered.attrib
        ):
            continue
        number = _whole_number(numbered.get("start"), 1)
        for item in numbered.iterchildren("li"):
            number = _whole_number(item.get("value"), number)
            _put_before(item, f"{number}. ")
            number += 1


def _whole_number(written: str | None, otherwise: int) -> int:
    return (
        int(written)
        if written and written.isascii() and written.isdigit() and len(written) < 5
        else otherwise
    )


def _put_before(item: Any, mark: str) -> None:
    """Put the mark in front of the item's first words, if it has any and no such mark yet."""
    for element in item.iter():
        if element.text and element.text.strip():
            if not element.text.lstrip()[0].isdigit() and not element.text.startswith(NOTE_SIGN):
                element.text = mark + element.text.lstrip()
            return
        if element.tail and element.tail.strip() and element is not item:
            return


def _limit_metadata(tree: Any) -> None:
    """Remove the JSON-LD, and the properties, that are too long to be looked at."""
    for told in tree.iterfind(".//meta[@content]"):
        if len(told.get("content")) > LIMITS.pages.property:
            del told.attrib["content"]
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
    """Yield the headings, paragraphs, items, rows and programs under ``body``.

    Its tags are HTML's or trafilatura's.
    """
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    words: list[str] = []
    place = _Place()
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        whole = _whole(element) if event == "start" else []
        if whole or element.tag in _EDGED:
            if text := _text(words):
                yield place.piece(text)
            words.clear()
        if whole:
            yield from whole
            walk.skip_subtree()  # its end comes still, and what stands behind it then
            continue
        place.move(event, element)
        if event == "start":
            words.append("\n" if element.tag in _BREAKS else "")
            words.append(_BLANKS.sub(" ", element.text or ""))
        else:
            words.append(_BLANKS.sub(" ", element.tail or ""))
    if text := _text(words):
        yield place.piece(text)


class _Place:
    """Where a walk through a page is: in which heading, list or block quotation."""

    def __init__(self) -> None:
        self._heading = self._lists = self._insets = 0
        self._item = False
        self._role = ""

    def move(self, event: str, element: Any) -> None:
        """Follow the walk into an element or out of it."""
        step = 1 if event == "start" else -1
        if element.tag in _HEADINGS:
            self._heading = _level(element) if step > 0 else 0
        if element.tag in _LISTS:
            self._lists += step
        if element.tag in _INSETS:
            self._insets += step
        if element.tag in _ITEMS:
            self._item = step > 0
            self._role = (element.get("rend") or element.tag)[:2]

    def piece(self, text: str) -> Piece:
        """Return the text, as what stands there; of an item only the first stretch is one."""
        if self._heading:
            return Piece(text, BlockKind.HEADING, self._heading)
        if self._item and text.startswith(NOTE_SIGN):
            return Piece(text.removeprefix(NOTE_SIGN), BlockKind.REFERENCE)
        if self._item and self._lists:
            self._item = False
            kind = BlockKind.NOTE if self._role == "dt" else BlockKind.ITEM
            return Piece(text, kind, 2 * self._lists + (self._role == "dd"), inset=True)
        return Piece(text, inset=self._insets > 0)


def _level(heading: Any) -> int:
    name = heading.get("rend") or heading.tag
    return int(name[1]) if len(name) == 2 and name[1].isdigit() else 1


def _whole(element: Any) -> list[Piece]:
    """Return what is read as one: a row of a table, lines of a program; paragraphs of preformatted lines."""
    if element.tag in _ROWS:
        row = _row(element)
        return [row] if row else []
    if element.tag == "code" and not _is_of_line(element):
        text = tidy("".join(element.itertext())).strip("\n")
        if paragraphs := paragraphs_of(text):
            return list(map(Piece, paragraphs))
        return [Piece(text, BlockKind.CODE)] if text.strip() else []
    return []


def _is_of_line(code: Any) -> bool:
    around = next((one for one in code.iterancestors() if one.tag in _EDGED or one.tag in _WITHIN), None)
    return around is not None and around.tag in _WITHIN


def _row(row: Any) -> Piece | None:
    """Return a row of at least two written cells; None if it only lays out the page."""
    found = [cell for cell in row if cell.tag in _CELLS]
    cells = [" ".join("".join(cell.itertext()).split()) for cell in found]
    text = CELLS_JOINED.join(cells).strip()
    if (
        sum(map(bool, cells)) < 2
        or len(text) > _LONGEST_ROW
        or next(row.iterdescendants("table"), None) is not None
    ):
        return None
    names = all(
        cell.tag == "th" or cell.get("role") == "head" for cell in found if "".join(cell.itertext()).strip()
    )
    return Piece(text, BlockKind.HEAD if names else BlockKind.ROW)


def _text(words: list[str]) -> str:
    lines = tidy("".join(words)).split("\n")
    return "\n".join(_SEVERAL.sub(" ", line).strip() for line in lines).strip()


FORMATS = (
    Format(
        suffixes=(".html", ".htm", ".xhtml"),
        media_types=("text/html", "application/xhtml+xml"),
        parse=parse_web_page,
    ),
)
