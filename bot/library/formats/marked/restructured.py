"""reStructuredText (.rst), also as Sphinx and Nikola write it. The home of docutils.

Nothing is included from other files, and marks of notes are left out. What Sphinx adds is read by its shape:
of an unknown directive the text below it, of an unknown role its words.
"""

import re
from collections.abc import Iterator
from textwrap import dedent
from typing import Any

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.core.reading.shape import HOLE
from bot.languages.interface.messages import Message
from bot.library.formats.marked.drafted import drafted
from bot.library.parsing.decoding import decode
from bot.library.parsing.draft import CELLS_JOINED, Piece
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.header import Header
from bot.library.parsing.raised import lowered, raised

_SETTINGS: dict[str, Any] = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "report_level": 5,
    "halt_level": 5,
    "warning_stream": False,
    "syntax_highlight": "none",
    "sectsubtitle_xform": False,
}
_UNREAD = frozenset(
    {"comment", "target", "raw", "image", "caption", "legend", "footnote_reference", "citation_reference"}
    | {"substitution_definition", "pending", "meta", "decoration", "docinfo", "label", "colspec", "generated"}
)
_HOLES = frozenset({"math", "math_block", "substitution_reference"})
_INLINE = frozenset(
    {"paragraph", "title", "subtitle", "rubric", "term", "classifier", "field_name", "attribution"}
)
_UNKNOWN = re.compile(r"\.\.[ ]+(?P<name>[\w:.+-]+)::[ ]*(?P<given>[^\n]*)\n?(?P<below>(?:.|\n)*)")
_OPTIONS = re.compile(r"(?:[ ]+:[\w-]+:[^\n]*\n)+")
_WITHOUT_TEXT = re.compile(
    r"toctree|index|auto\w*|graphviz|digraph|mermaid|plot|plantuml|(?:current)?module|literalinclude"
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ROLE = re.compile(r":(?P<role>[\w:.+-]{1,60}):`~?!?(?P<shown>[^`]{0,400}?)(?:\s{0,9}<[^<>`]{0,400}>)?`")
_SHOWN_ELSEWHERE = frozenset({"ref", "doc", "numref", "eq", "math", "any"})
"""Roles that show words of another place, unless they have their own."""
_TOLD = re.compile(r"(?P<name>[a-zA-Z_-]{1,40}):[ ]*(?P<value>[^\n]*)")
_DEEPEST = 4
"""Unknown directives inside of each other that are read."""


def parse_restructured(data: bytes, beside: Header) -> Drafts:
    """Yield the article of a text, or a remark if it is a draft. Raises ArticleError for very many lines."""
    text = decode(data)
    if (lines := text.count("\n")) > LIMITS.pages.restructured_lines:
        raise ArticleError(Message.TOO_MANY_LINES, size=lines, limit=LIMITS.pages.restructured_lines)
    document = _document(text)
    yield from drafted(_Reader().pieces(document), dict(_told(document)), beside)


def _document(text: str) -> Any:
    from docutils.core import publish_doctree

    try:
        return publish_doctree(text, settings_overrides=_SETTINGS)
    except Exception as error:
        # Odd texts make docutils fail in ways beyond its own errors: IndexError, RecursionError …
        raise ArticleError(Message.DOCX_BROKEN, kind=type(error).__name__) from error


def _told(document: Any) -> Iterator[tuple[str, str]]:
    """Yield what the text says of itself: in a list of fields at its top, or in comments (Nikola)."""
    yield "title", document.get("title", "")
    for element in document:
        if element.tagname == "docinfo":
            for one in element:
                is_named = one.tagname == "field"
                name = one[0].astext() if is_named else one.tagname
                yield name, one[1].astext() if is_named else one.astext()
        elif element.tagname == "comment":
            yield from ((found["name"], found["value"]) for found in _TOLD.finditer(element.astext()))


class _Reader:
    """Where a walk through a document is: how deep in sections, lists and unknown directives."""

    def __init__(self, unknown: int = 0) -> None:
        self._sections = self._lists = 0
        self._insets = 0
        self._unknown = unknown

    def pieces(self, element: Any) -> Iterator[Piece]:
        """Yield what is read of an element: headings, paragraphs, items, rows, programs."""
        name = element.tagname
        if name in _UNREAD:
            return
        read = getattr(self, f"_of_{name}", None)
        if read is not None:
            yield from read(element)
        elif name in _INLINE:
            yield Piece(_words(element), inset=self._insets > 0)
        elif name in _HOLES:
            yield Piece(HOLE)
        else:
            yield from self._inner(element)

    def _inner(self, element: Any) -> Iterator[Piece]:
        for child in element.children:
            if hasattr(child, "tagname") and child.tagname != "#text":
                yield from self.pieces(child)

    def _of_section(self, section: Any) -> Iterator[Piece]:
        self._sections += 1
        yield from self._inner(section)
        self._sections -= 1

    def _of_title(self, title: Any) -> Iterator[Piece]:
        level = self._sections + 1 if title.parent.tagname in {"section", "document"} else 0
        yield Piece(_words(title), BlockKind.HEADING, min(level, 9))

    def _of_literal_block(self, block: Any) -> Iterator[Piece]:
        yield Piece(block.astext().strip("\n"), BlockKind.CODE)

    _of_doctest_block = _of_literal_block

    def _of_line_block(self, block: Any) -> Iterator[Piece]:
        lines = (_words(line) for line in block.findall() if line.tagname == "line")
        yield Piece("\n".join(lines), inset=self._insets > 0)

    def _of_block_quote(self, block: Any) -> Iterator[Piece]:
        self._insets += 1
        yield from self._inner(block)
        self._insets -= 1

    def _of_bullet_list(self, items: Any) -> Iterator[Piece]:
        yield from self._listed(items, [""] * len(items))

    def _of_enumerated_list(self, items: Any) -> Iterator[Piece]:
        first = int(items.get("start", 1))
        numbers = [str(number) for number in range(first, first + len(items))]
        if items.get("enumtype") in {"loweralpha", "upperalpha"} and first + len(items) <= 27:
            base = ord("a" if items["enumtype"] == "loweralpha" else "A") - 1
            numbers = [chr(base + int(number)) for number in numbers]
        yield from self._listed(
            items, [f"{items.get('prefix', '')}{n}{items.get('suffix', '.')} " for n in numbers]
        )

    def _listed(self, items: Any, marks: list[str]) -> Iterator[Piece]:
        self._lists += 1
        for item, mark in zip(items, marks, strict=True):
            yield from self._item(item, mark)
        self._lists -= 1

    def _item(self, item: Any, mark: str) -> Iterator[Piece]:
        """Yield an item; its first paragraph is one, what else stands in it is read as it is."""
        self._insets += 1
        for number, child in enumerate(item.children):
            if number == 0 and child.tagname == "paragraph":
                yield Piece(mark + _words(child), BlockKind.ITEM, self._lists, inset=True)
            else:
                yield from self.pieces(child)
        self._insets -= 1

    def _of_definition_list_item(self, item: Any) -> Iterator[Piece]:
        names = [_words(child) for child in item if child.tagname in _INLINE]
        yield from self._defined(" ".join(names), [child for child in item if child.tagname == "definition"])

    def _of_field(self, field: Any) -> Iterator[Piece]:
        yield from self._defined(_words(field[0]), field[1:])

    def _of_option_list_item(self, item: Any) -> Iterator[Piece]:
        yield from self._defined(", ".join(option.astext() for option in item[0]), item[1:])

    def _defined(self, name: str, definitions: Any) -> Iterator[Piece]:
        level = 2 * (self._lists + 1)
        yield Piece(name, BlockKind.NOTE, level, inset=True)
        self._insets += 1
        for definition in definitions:
            for number, child in enumerate(definition.children):
                if number == 0 and child.tagname == "paragraph":
                    yield Piece(_words(child), BlockKind.ITEM, level + 1, inset=True)
                else:
                    yield from self.pieces(child)
        self._insets -= 1

    def _of_row(self, row: Any) -> Iterator[Piece]:
        cells = [" ".join(" ".join(piece.text for piece in self._inner(entry)).split()) for entry in row]
        kind = BlockKind.HEAD if row.parent.tagname == "thead" else BlockKind.ROW
        yield Piece(CELLS_JOINED.join(cells).strip(), kind)

    def _of_footnote(self, note: Any) -> Iterator[Piece]:
        texts = [_words(child) for child in note if child.tagname == "paragraph"]
        yield Piece(" ".join(texts), BlockKind.REFERENCE)

    _of_citation = _of_footnote

    def _of_topic(self, topic: Any) -> Iterator[Piece]:
        if "contents" not in topic.get("classes", ()):
            yield from self._inner(topic)

    def _of_system_message(self, message: Any) -> Iterator[Piece]:
        """Yield the text below a directive that docutils does not know."""
        written = next((child.astext() for child in message if child.tagname == "literal_block"), "")
        found = _UNKNOWN.fullmatch(written)
        if not found or self._unknown >= _DEEPEST or _WITHOUT_TEXT.fullmatch(found["name"]):
            return
        below = (
            _OPTIONS.sub("", found["below"], count=1)
            if found["below"].lstrip(" ").startswith(":")
            else found["below"]
        )
        text = dedent(below)
        if text.strip():
            yield from _Reader(self._unknown + 1).pieces(_document(text))


def _words(element: Any) -> str:
    """Return what a reader sees of a paragraph, on one line."""
    return " ".join(_read(element, "").split())


def _read(element: Any, before: str) -> str:
    """Return ``before`` with what a reader sees of an element behind it."""
    for child in element.children:
        name = child.tagname
        if name == "#text":
            before += child.astext()
        elif name in _HOLES:
            before += HOLE
        elif name == "superscript":
            before += raised(child.astext(), before)
        elif name == "subscript":
            before += lowered(child.astext(), before)
        elif name == "problematic":
            before += _ROLE.sub(_of_role, child.astext())
        elif name == "footnote_reference" and before.endswith(" "):
            before = before.rstrip(" ")
        elif name not in _UNREAD:
            before = _read(child, before)
    return before


def _of_role(found: re.Match[str]) -> str:
    has_words = "<" in found[0]
    name = found["role"].rpartition(":")[2]
    if name in _SHOWN_ELSEWHERE and not has_words:
        return HOLE
    shown = _ESCAPED.sub(lambda sign: sign[1].strip(), found["shown"])
    return shown.replace("\\", ".").rpartition(".")[2] if "`~" in found[0] else shown


FORMATS = (Format(suffixes=(".rst",), media_types=("text/x-rst",), parse=parse_restructured),)
