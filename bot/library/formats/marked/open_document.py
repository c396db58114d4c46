"""Documents of LibreOffice and others (.odt). What is struck, hidden or deleted is not read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.core.reading.shape import HOLE
from bot.languages.interface.messages import Message
from bot.library.formats.epub import xml_part
from bot.library.parsing.archive import Archive
from bot.library.parsing.decoding import refuse_long, tidy
from bot.library.parsing.draft import CELLS_JOINED, Draft, Piece
from bot.library.parsing.format import Format
from bot.library.parsing.header import Header, found_header
from bot.library.parsing.raised import lowered, raised

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _STYLE = (f"{{{_NAMESPACE}{name}:1.0}}" for name in ("text", "table", "style"))
_OFFICE, _DRAW = (f"{{{_NAMESPACE}{name}:1.0}}" for name in ("office", "drawing"))
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_UNREAD = frozenset(
    {
        *(
            _TEXT + name
            for name in ("note", "tracked-changes", "ruby-text", "table-of-content", "hidden-text")
        ),
        *(_OFFICE + name for name in ("annotation", "annotation-end", "forms")),
        f"{_DRAW}image",
    }
)
_SIGNS = {f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " ", f"{_DRAW}object": HOLE}
_MANIFEST, _ENCRYPTED = "META-INF/manifest.xml", b"encryption-data"


@dataclass(frozen=True, slots=True)
class _Looks:
    """The names of the styles by which words are not seen, raised or lowered."""

    unseen: frozenset[str]
    above: frozenset[str]
    below: frozenset[str]


def parse_open_document(data: bytes, beside: Header) -> Draft:
    """Return the article of a document. Raises ArticleError for files that are encrypted or broken."""
    archive = Archive(data)
    if _MANIFEST in archive and _ENCRYPTED in archive.read(_MANIFEST, LIMITS.files.one):
        raise ArticleError(Message.DOCX_ENCRYPTED)
    try:
        content = xml_part(archive, "content.xml", LIMITS.pages.docx_tags)
    except ArticleError as error:
        raise ArticleError(Message.DOCX_BROKEN, kind="content.xml") from error
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise ArticleError(Message.DOCX_BROKEN, kind="content.xml")
    refuse_long("".join(body.itertext()))
    pieces = tuple(piece for piece in _pieces(body, _looks(content), 0) if piece.text)
    return Draft(pieces, beside.over(_metadata(archive)))


def _metadata(archive: Archive) -> Header:
    if "meta.xml" not in archive:
        return Header()
    meta = xml_part(archive, "meta.xml", LIMITS.pages.package_tags)

    def first(name: str) -> str:
        return next((element.text or "" for element in meta.iter(f"{{*}}{name}")), "").strip()

    author = first("initial-creator") or first("creator")
    return found_header({"title": first("title"), "author": author, "language": first("language")[:2]})


def _looks(content: Any) -> _Looks:
    unseen, above, below = set[str](), set[str](), set[str]()
    for style in content.iter(f"{_STYLE}style"):
        name = style.get(f"{_STYLE}name") or ""
        facts = {key.rpartition("}")[2]: value for part in style for key, value in part.items()}
        position = facts.get("text-position", "").split(" ")[0]
        struck = facts.get("text-line-through-style", facts.get("text-line-through-type", "none")) != "none"
        if struck or facts.get("display") == "none":
            unseen.add(name)
        if position == "super" or (position[:1].isdigit() and position != "0%"):
            above.add(name)
        if position == "sub" or position.startswith("-"):
            below.add(name)
    return _Looks(frozenset(unseen), frozenset(above), frozenset(below))


def _pieces(element: Any, looks: _Looks, depth: int) -> Iterator[Piece]:
    """Yield the headings, paragraphs, items and rows under an element; ``depth`` is that of its list."""
    for child in element:
        if child.tag in _UNREAD or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_TABLE}table-row":
            yield from _row(child, looks)
        elif child.tag in _PARAGRAPHS:
            yield _paragraph(child, looks, depth)
            yield from (piece for box in child.iter(f"{_DRAW}text-box") for piece in _pieces(box, looks, 0))
        else:
            yield from _pieces(child, looks, depth + (child.tag == f"{_TEXT}list"))


def _paragraph(paragraph: Any, looks: _Looks, depth: int) -> Piece:
    text = _read(paragraph, looks)
    if paragraph.tag == f"{_TEXT}h":
        level = paragraph.get(f"{_TEXT}outline-level") or "1"
        return Piece(text, BlockKind.HEADING, int(level) if level in set("123456789") else 1)
    return Piece(text, BlockKind.ITEM, depth, inset=True) if depth else Piece(text)


def _row(row: Any, looks: _Looks) -> Iterator[Piece]:
    """Yield a row of short cells as one piece, and what merely lays out the page paragraph by paragraph."""
    cells = [cell for cell in row if cell.tag == f"{_TABLE}table-cell"]
    if any(sum(1 for _ in cell.iter(*_PARAGRAPHS)) > 1 for cell in cells):
        yield from (piece for cell in cells for piece in _pieces(cell, looks, 0))
        return
    written = [" ".join(_read(p, looks) for p in cell.iter(*_PARAGRAPHS)) for cell in cells]
    is_head = row.getparent().tag == f"{_TABLE}table-header-rows"
    if sum(map(bool, written)) > 1:
        yield Piece(CELLS_JOINED.join(written).strip(), BlockKind.HEAD if is_head else BlockKind.ROW)
    else:
        yield from map(Piece, written)


def _read(paragraph: Any, looks: _Looks) -> str:
    return " ".join(tidy(_words(paragraph, looks, "")).split(" ")).strip()


def _words(element: Any, looks: _Looks, before: str) -> str:
    """Return ``before`` with what a reader sees of an element behind it."""
    style = element.get(f"{_TEXT}style-name") or ""
    if element.tag in _UNREAD or style in looks.unseen:
        return before
    if element.tag in _SIGNS:
        return before + _SIGNS[element.tag]
    words = element.text or ""
    if element.tag == f"{_TEXT}span" and style in looks.above | looks.below:
        words = "".join(element.itertext())
        return before + (raised(words, before) if style in looks.above else lowered(words, before))
    before += words
    for child in element:
        if isinstance(child.tag, str) and child.tag != f"{_DRAW}text-box":
            before = _words(child, looks, before)
        before += child.tail or ""
    return before


FORMATS = (
    Format(
        suffixes=(".odt",),
        media_types=("application/vnd.oasis.opendocument.text",),
        parse=parse_open_document,
    ),
)
