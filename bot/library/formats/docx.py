"""Word documents (.docx). The home of python-docx.

Tracked changes are read as if accepted: what was inserted counts, what was deleted does not. Nor does what is
struck out or hidden.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.core.reading.shape import HOLE
from bot.languages.interface.messages import Message
from bot.library.parsing.archive import Archive
from bot.library.parsing.decoding import tidy
from bot.library.parsing.draft import CELLS_JOINED, Draft, Piece
from bot.library.parsing.format import Format
from bot.library.parsing.header import Header, found_header
from bot.library.parsing.raised import lowered, raised

if TYPE_CHECKING:
    from docx.document import Document as Opened

_MEDIA = ("word/media/", "word/embeddings/", "word/fonts/")
"""Where pictures, tables of other programs and fonts lie; nothing is read there, nor unpacked."""

_OLE = b"\xd0\xcf\x11\xe0"
_HEADING = re.compile(r"title$|heading (\d)", re.IGNORECASE)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROW, _CELL = f"{_W}tr", f"{_W}tc"
_ROW_FACTS, _IS_HEAD = f"{_W}trPr", f"{_W}tblHeader"
_LIST_LEVEL = f"{_W}pPr/{_W}numPr/{_W}ilvl"
_PARAGRAPH = f"{_W}p"
_RUN, _LOOK, _VALUE, _RAISING = f"{_W}r", f"{_W}rPr", f"{_W}val", f"{_W}vertAlign"
_NOT_SEEN = (f"{_W}strike", f"{_W}dstrike", f"{_W}vanish", f"{_W}webHidden")
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULA = f"{_M}oMath"
_LINEAR = frozenset(_M + name for name in ("oMath", "r", "t", "rPr", "ctrlPr", "sty", "nor"))
_SEVERAL = re.compile(" {2,}")
_UNREAD = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}rt"}) | frozenset(
    {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def parse_docx(data: bytes, beside: Header) -> Draft:
    """Return the article of a Word document. Raises ArticleError for files that are encrypted or broken."""
    from docx import Document

    if data.startswith(_OLE):
        raise ArticleError(Message.DOCX_ENCRYPTED)
    readable = _readable(Archive(data))
    try:
        document = Document(io.BytesIO(readable))
        pieces = tuple(_pieces(document))
        properties = document.core_properties
        found = found_header({"title": properties.title, "author": properties.author})
    except ArticleError:
        raise
    except Exception as error:
        # A broken package fails in ways beyond python-docx's own errors: KeyError, XMLSyntaxError …
        raise ArticleError(Message.DOCX_BROKEN, kind=type(error).__name__) from error
    return Draft(pieces, beside.over(found))


def _readable(archive: Archive) -> bytes:
    """Return the document without its pictures. Raises ArticleError for more than is ever written."""
    names = [member.filename for member in archive.members]
    copy = archive.copy(LIMITS.files.one, unread={name for name in names if name.startswith(_MEDIA)})
    if len(copy) > LIMITS.files.parts:
        raise ArticleError(Message.PARTS_TOO_LARGE, limit=LIMITS.files.parts)
    if copy.count(b"<") > LIMITS.pages.docx_tags:
        raise ArticleError(Message.TOO_MANY_TAGS, limit=LIMITS.pages.docx_tags)
    return copy


def _pieces(document: "Opened") -> Iterator[Piece]:
    headings = {
        style.style_id: int(found[1] or 1)
        for style in document.styles
        if style.name and (found := _HEADING.match(style.name))
    }
    for element in _blocks(document.element.body):
        if element.tag == _ROW:
            yield _row(element)
        elif text := _text(element):
            yield _paragraph(element, text, headings)


def _blocks(element: Any) -> Iterator[Any]:
    """Yield the paragraphs of the body and of its frames, and the rows of its tables, in their order."""
    for child in element:
        if child.tag == _PARAGRAPH or (child.tag == _ROW and _is_read_whole(child)):
            yield child
        if child.tag not in _UNREAD and not (child.tag == _ROW and _is_read_whole(child)):
            yield from _blocks(child)


def _is_read_whole(row: Any) -> bool:
    """Tell whether a row has several written cells of one paragraph each: no mere layout."""
    cells = list(row.iterchildren(_CELL))
    short = all(sum(1 for _ in cell.iter(_PARAGRAPH)) == 1 for cell in cells)
    return short and sum(bool(_cell(cell)) for cell in cells) > 1


def _row(row: Any) -> Piece:
    names = row.find(f"{_ROW_FACTS}/{_IS_HEAD}") is not None
    text = CELLS_JOINED.join(map(_cell, row.iterchildren(_CELL))).strip()
    return Piece(text, BlockKind.HEAD if names else BlockKind.ROW)


def _cell(cell: Any) -> str:
    return " ".join(" ".join(map(_text, cell.iter(_PARAGRAPH))).split())


def _paragraph(paragraph: Any, text: str, headings: Mapping[str, int]) -> Piece:
    """Return a heading, an item of a list, or plain text."""
    if paragraph.style in headings:
        return Piece(text, BlockKind.HEADING, headings[paragraph.style])
    level = paragraph.find(_LIST_LEVEL)
    if level is not None or (paragraph.style or "").startswith("List"):
        depth = int(level.get(f"{_W}val", "0")) if level is not None else 0
        return Piece(text, BlockKind.ITEM, 1 + depth, inset=True)
    return Piece(text)


def _text(paragraph: Any) -> str:
    return _SEVERAL.sub(" ", tidy(_words(paragraph))).strip()


def _words(element: Any, before: str = "") -> str:
    """Return ``before`` with the text under a paragraph behind it.

    It lacks the text of paragraphs in it, which are read by themselves, and what is struck out or hidden.
    """
    for child in element:
        if child.tag == f"{_W}t":
            before += child.text or ""
        elif child.tag in _SIGNS:
            before += _SIGNS[child.tag]
        elif child.tag == _FORMULA:
            before += _formula(child)
        elif child.tag == _RUN:
            before += _run(child, before)
        elif child.tag not in _UNREAD and child.tag != _PARAGRAPH:
            before = _words(child, before)
    return before


def _run(run: Any, before: str) -> str:
    """Return what a reader sees of a run of signs that look alike."""
    look = run.find(_LOOK)
    if look is None:
        return _words(run)
    if any(_is_on(look.find(name)) for name in _NOT_SEEN):
        return ""
    raising = look.find(_RAISING)
    match raising.get(_VALUE) if raising is not None else None:
        case "superscript":
            return raised(_words(run), before)
        case "subscript":
            return lowered(_words(run), before)
        case _:
            return _words(run)


def _is_on(switch: Any) -> bool:
    return switch is not None and switch.get(_VALUE) not in {"0", "false", "off", "none"}


def _formula(formula: Any) -> str:
    if all(part.tag in _LINEAR for part in formula.iter(f"{_M}*")):
        return "".join(text.text or "" for text in formula.iter(f"{_M}t"))
    return HOLE


FORMATS = (
    Format(
        suffixes=(".docx",),
        media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        parse=parse_docx,
    ),
)
