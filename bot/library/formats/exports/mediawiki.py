"""Exports of MediaWiki: the articles of a wiki as they stand now. The home of mwparserfromhell.

Talk, users' pages, files, templates and redirects are not read. What a template shows nobody can tell from
the export: one that stands in a sentence is a hole, so that the sentence is not quoted.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from bot.basics.errors import ArticleError
from bot.core.nouns import BlockKind
from bot.core.reading.shape import CLOSERS, HOLE, TERMINALS
from bot.languages.interface.messages import Message
from bot.library.formats.exports.left_out import left_out
from bot.library.parsing.decoding import refuse_long, tidy
from bot.library.parsing.draft import CELLS_JOINED, Draft, Piece
from bot.library.parsing.format import Drafts
from bot.library.parsing.header import Header, found_header
from bot.library.parsing.raised import lowered, raised

_SIGN = re.compile(rb"<mediawiki\b[^>]{0,1000}mediawiki\.org/xml/export")
_MAIN = "0"
_OF_PAGE = {"title": "title", "ns": "place", "id": "number", "redirect": "is_redirect"}
"""What a page says of itself, and where it is kept."""
_UNREAD_PLACES = frozenset({6, 14})
"""The numbers of the name spaces of files and categories, links to which show nothing of theirs."""
_ALWAYS = frozenset({"file", "image", "category", "media"})
_INTERWIKI = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8})?")
_READ_APART = {"sup": raised, "sub": lowered}
_UNREAD = frozenset(
    {"ref", "references", "gallery", "timeline", "score", "imagemap", "s", "del", "strike", "templatedata"}
)
_FORMULAS = frozenset({"math", "ce", "chem"})
_PROGRAMS = frozenset({"pre", "syntaxhighlight", "source"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MAGIC = re.compile(r"__[A-Z]{3,30}__")
_ITEM = re.compile(r"(?P<marks>[*#:;]{1,20})[ ]*(?P<text>.*)")
_ENDED = tuple(TERMINALS + CLOSERS + ",;:")


@dataclass(slots=True)
class _Page:
    """A page while its parts are read. ``text`` is that of the latest revision so far."""

    title: str = ""
    place: str = _MAIN
    number: str = ""
    is_redirect: bool = False
    model: str = "wikitext"
    moment: str = ""
    text: str = ""


@dataclass(slots=True)
class _Site:
    """What the export says of its wiki; ``places`` are the names of its name spaces."""

    name: str = ""
    base: str = ""
    language: str = ""
    places: dict[str, str] = field(default_factory=dict)

    def address(self, title: str) -> str:
        """Return the address of a page, beside the one that the export names."""
        folder, slash, _ = self.base.rpartition("/")
        return f"{folder}{slash}{quote(title.replace(' ', '_'), safe='/:,()!*')}" if folder else ""

    def shows_nothing(self, target: str) -> bool:
        """Tell whether a link with that target only puts the page, or a picture, somewhere."""
        name = target.partition(":")[0].strip()
        unread = {self.places.get(str(number), "").lower() for number in _UNREAD_PLACES}
        return ":" in target and (name.lower() in _ALWAYS | unread or _INTERWIKI.fullmatch(name) is not None)


def is_mediawiki(data: bytes) -> bool:
    """Tell whether an XML file is an export of MediaWiki."""
    return _SIGN.search(data[:5_000]) is not None


def parse_mediawiki(data: bytes, beside: Header) -> Drafts:
    """Yield each article of the wiki, or why it was refused, and what was left out.

    Raises ArticleError if it is no XML.
    """
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (it has no types)

    site, kinds = _Site(), Counter[str]()
    try:
        for page in _pages(etree, data, site):
            if kind := _left_out_as(page, site):
                kinds[kind] += 1
            else:
                yield _draft(page, site, beside)
    except etree.XMLSyntaxError as error:
        raise ArticleError(Message.XML_BROKEN, problem=str(error)[:200]) from error
    yield from left_out(kinds)


def _pages(etree: Any, data: bytes, site: _Site) -> Iterator[_Page]:
    walk = etree.iterparse(
        io.BytesIO(data), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    page = _Page()
    for _, element in walk:
        name, text = str(element.tag).rpartition("}")[2], element.text or ""
        if name == "siteinfo":
            _read_site(element, site)
        elif name == "revision":
            _read_revision(element, page)
            element.clear()
        elif name == "page":
            yield page
            page = _Page()
            element.clear()
            _drop_before(element)
        elif name in _OF_PAGE and str(element.getparent().tag).endswith("}page"):
            setattr(page, _OF_PAGE[name], name == "redirect" or text)


def _drop_before(element: Any) -> None:
    """Forget the pages that were read, since they would stay as empty elements."""
    while element.getprevious() is not None and element.getprevious().tag == element.tag:
        element.getparent().remove(element.getprevious())


def _read_site(info: Any, site: _Site) -> None:
    site.name, site.base = info.findtext("{*}sitename") or "", info.findtext("{*}base") or ""
    site.language = info.getparent().get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    site.places = {place.get("key"): place.text or "" for place in info.iter("{*}namespace")}


def _read_revision(revision: Any, page: _Page) -> None:
    moment = revision.findtext("{*}timestamp") or ""
    if moment >= page.moment:
        page.moment, page.text = moment, revision.findtext("{*}text") or ""
        page.model = revision.findtext("{*}model") or "wikitext"


def _left_out_as(page: _Page, site: _Site) -> str:
    """Return why a page is no article, "" if it is one."""
    if page.place != _MAIN:
        return site.places.get(page.place) or f"name space {page.place}"
    if page.is_redirect:
        return "redirect"
    return "" if page.model == "wikitext" else page.model


def _draft(page: _Page, site: _Site, beside: Header) -> Draft | ArticleError:
    import mwparserfromhell

    found = {
        "title": page.title,
        "publisher": site.name,
        "modified": page.moment[:10],
        "language": site.language,
        "url": site.address(page.title),
    }
    try:
        text = tidy(page.text)
        refuse_long(text)
        pieces = tuple(
            piece for piece in _Reader(site).pieces(mwparserfromhell.parse(text).nodes) if piece.text
        )
    except ArticleError as error:
        return error
    return Draft(pieces, found_header(found).over(beside), page.number or page.title)


class _Reader:
    """Reads the nodes of a page; what no block begins is read line by line."""

    def __init__(self, site: _Site) -> None:
        self._site = site
        self._numbers: dict[str, int] = {}

    def pieces(self, nodes: Iterable[Any]) -> Iterator[Piece]:
        """Yield the headings, paragraphs, items, rows and programs."""
        run: list[Any] = []
        for node in nodes:
            block = self._block(node)
            if block is None:
                run.append(node)
                continue
            yield from self._lines(self._words(run))
            run = []
            yield from block
        yield from self._lines(self._words(run))

    def _block(self, node: Any) -> Iterator[Piece] | None:
        """Return what is read as one; None of what belongs to the lines around."""
        if type(node).__name__ == "Heading":
            title = " ".join(self._words(node.title.nodes).split())
            return iter([Piece(title, BlockKind.HEADING, node.level)])
        tag = str(node.tag).lower() if type(node).__name__ == "Tag" else ""
        if tag == "table":
            return self._rows(node)
        if tag in _PROGRAMS:
            return iter([Piece(str(node.contents).strip("\n"), BlockKind.CODE)])
        return None

    def _rows(self, table: Any) -> Iterator[Piece]:
        rows = _tags(table, "tr")
        for cells in ([*_tags(table, "th", "td")], *(_tags(row, "th", "td") for row in rows)):
            written = [" ".join(self._words(cell.contents.nodes).split()) for cell in cells]
            kind = BlockKind.HEAD if all(str(cell.tag) == "th" for cell in cells) else BlockKind.ROW
            if sum(map(bool, written)) > 1:
                yield Piece(CELLS_JOINED.join(written).strip(), kind)
            else:
                yield from map(Piece, written)

    def _lines(self, text: str) -> Iterator[Piece]:
        """Yield the paragraphs and items in lines; those of a paragraph are one."""
        paragraph: list[str] = []
        for line in (*text.split("\n"), ""):
            item = _ITEM.fullmatch(line)
            if line.strip() and not item:
                paragraph.append(line.strip())
                continue
            if paragraph:
                self._numbers.clear()
                yield Piece(" ".join(" ".join(paragraph).split()))
            paragraph = []
            if item:
                yield self._item(item["marks"], " ".join(item["text"].split()))

    def _item(self, marks: str, text: str) -> Piece:
        self._numbers = {key: count for key, count in self._numbers.items() if marks.startswith(key)}
        level = 2 * len(marks)
        if marks[-1] == ";":
            return Piece(text, BlockKind.NOTE, level, inset=True)
        if marks[-1] == "#":
            self._numbers[marks] = self._numbers.get(marks, 0) + 1
            text = f"{self._numbers[marks]}. {text}" if text else ""
        return Piece(text, BlockKind.ITEM, level + (marks[-1] == ":"), inset=True)

    def _words(self, nodes: Iterable[Any]) -> str:
        """Return what a reader sees of nodes."""
        found = list(nodes)
        read = ""
        for number, node in enumerate(found):
            following = str(found[number + 1]) if number + 1 < len(found) else ""
            read += self._of_node(node, read, following)
        return _MAGIC.sub("", read)

    def _of_node(self, node: Any, before: str, following: str) -> str:
        match type(node).__name__:
            case "Text" | "HTMLEntity":
                shown = str(node.value if type(node).__name__ == "Text" else node.normalize())
            case "Wikilink":
                shown = self._link(node)
            case "ExternalLink":
                shown = self._words(node.title.nodes) if node.title is not None else ""
                shown = shown or ("" if node.brackets else str(node.url))
            case "Tag":
                shown = self._tag(node, before)
            case "Template":
                shown = "" if _stands_apart(before, following) else HOLE
            case name:
                shown = "" if name == "Comment" else HOLE
        return shown

    def _link(self, link: Any) -> str:
        target = str(link.title)
        if self._site.shows_nothing(target):
            return ""
        return self._words(link.text.nodes) if link.text is not None else target.lstrip(":")

    def _tag(self, node: Any, before: str) -> str:
        tag = str(node.tag).lower()
        if node.wiki_markup and node.self_closing:
            return "\n" if tag == "hr" else str(node.wiki_markup)
        if tag == "br":
            return "\n"
        if tag in _FORMULAS:
            return HOLE
        if tag in _UNREAD or any(_HIDDEN.search(str(one)) for one in node.attributes):
            return ""
        words = self._words(node.contents.nodes) if node.contents is not None else ""
        return _READ_APART[tag](words, before) if tag in _READ_APART else words


def _tags(around: Any, *names: str) -> list[Any]:
    """Return the elements with one of these names right inside of another."""
    tags = around.contents.filter_tags(recursive=False)
    return [tag for tag in tags if str(tag.tag).lower() in names]


def _stands_apart(before: str, following: str) -> bool:
    """Tell whether a template stands alone in its lines, or behind a sentence as a mark of a note does."""
    line = before.rpartition("\n")[2].strip()
    ends = not following or following[0] == "\n"
    if not line:
        return ends
    return line.endswith(_ENDED) and (ends or following[0].isspace() or following.startswith(("<ref", "{{")))
