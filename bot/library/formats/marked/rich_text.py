"""Rich text (.rtf). What is struck, hidden or deleted is not read, nor are headers, footers and notes."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.core.reading.shape import HOLE
from bot.languages.beyond.headings import HEADINGS
from bot.languages.interface.messages import Message
from bot.library.parsing.decoding import refuse_long, tidy
from bot.library.parsing.draft import CELLS_JOINED, Draft, Piece
from bot.library.parsing.format import Format
from bot.library.parsing.header import Header, found_header
from bot.library.parsing.raised import lowered, raised

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)"
)
_ASIDE = """
    fonttbl colortbl stylesheet info pict object mmath objdata header headerl headerr headerf footer footerl
    footerr footerf footnote annotation fldinst themedata datastore listtable listoverridetable revtbl rsidtbl
    generator xe tc bkmkstart bkmkend nonshppict pntext pnseclvl filetbl private atnid atnauthor
"""
_UNREAD = frozenset(_ASIDE.split())
"""Groups whose text stands elsewhere than in the lines, or nowhere."""
_HOLES = frozenset({"mmath", "object"})
"""Formulas, which cannot be shown as text."""
_SIGNS = {
    "tab": " ", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_ESCAPED = {"\\": "\\", "{": "{", "}": "}", "~": "\u00a0", "_": "\u2011"}
_UNSEEN = frozenset({"v", "strike", "striked", "deleted"})
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_HEADING = re.compile(rf"(?:{HEADINGS})\s*(\d?)", re.IGNORECASE)
_OTHER_STYLES = frozenset({"cs", "ds", "ts"})
"""Those of letters, sections and tables."""
_TITLED = ("title", "author")
_BEGINS = b"{\\rtf"
_BEFORE = 20
"""Pieces of text before raised signs that are looked at: a word may come in some."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside of a group, and how it began."""

    is_read: bool = True
    kept: str = ""
    """Which table or field of the head its text belongs to."""
    unseen: frozenset[str] = frozenset()
    position: str = ""
    fallback: int = 1
    """How many signs stand behind a sign of Unicode for programs that know none."""
    font: int = -1


@dataclass(slots=True)
class _Paragraph:
    """What was read since the last one ended. ``level`` is that of a heading, 0 for none."""

    text: list[str] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    """The signs that stand higher or lower, until it is known what follows."""
    position: str = ""
    """Which of both."""
    level: int = 0
    is_item: bool = False
    in_table: bool = False


def parse_rich_text(data: bytes, beside: Header) -> Draft:
    """Return the article of a document. Raises ArticleError for what is none, or nested too deeply."""
    if not data.lstrip().startswith(_BEGINS):
        raise ArticleError(Message.DOCX_BROKEN, kind="{\\rtf")
    reader = _Reader()
    pieces = tuple(piece for piece in reader.read(data) if piece.text)
    refuse_long("".join(piece.text for piece in pieces))
    return Draft(pieces, beside.over(found_header(reader.found)))


@dataclass(slots=True)
class _Reader:
    _told: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _fonts: dict[int, str] = field(default_factory=dict)
    _styles: dict[int, int] = field(default_factory=dict)
    _style: int = 0
    _state: _State = field(default_factory=_State)
    _outer: list[_State] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _encoding: str = "cp1252"
    _skip: int = 0
    _begins: bool = False
    """Whether a group has just begun, so that a word names what it is."""
    _ignorable: bool = False
    _now: _Paragraph = field(default_factory=_Paragraph)
    _cells: list[str] = field(default_factory=list)
    _is_head: bool = False

    @property
    def found(self) -> dict[str, str]:
        """What the head says of the document."""
        return {name: "".join(parts) for name, parts in self._told.items()}

    def read(self, data: bytes) -> Iterator[Piece]:
        """Yield the paragraphs, headings, items and rows."""
        place = 0
        while found := _TOKEN.match(data, place):
            place = found.end()
            if found["byte"]:
                self._byte(int(found["byte"], 16))
                continue
            if found["text"]:
                self._text(found["text"])
                continue
            self._flush_bytes()
            if found["brace"]:
                self._brace(found["brace"])
            elif found["word"]:
                word, number = found["word"].decode().lower(), int(found["number"] or -1)
                place += max(0, number) if word == "bin" else 0
                yield from self._word(word, number, found["number"] is not None)
            elif found["sign"]:
                yield from self._sign(found["sign"].decode("latin-1"))
        self._flush_bytes()
        yield from self._end()

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            if len(self._outer) >= LIMITS.pages.rtf_depth:
                raise ArticleError(Message.DOCX_BROKEN, kind="{")
            self._outer.append(self._state)
            self._begins = True
        elif self._outer:
            self._state = self._outer.pop()
        self._skip = 0

    def _word(self, word: str, number: int, is_given: bool) -> Iterator[Piece]:
        begins, self._begins = self._begins, False
        ignorable, self._ignorable = self._ignorable, False
        if begins and self._enter(word, ignorable):
            return
        if word in {"par", "row", "cell", "sect", "page", "nestcell", "nestrow"}:
            if self._state.is_read:
                yield from self._boundary(word)
        elif word in _SIGNS:
            self._show(_SIGNS[word])
        elif word == "u" and is_given:
            self._show(chr(number & 0xFFFF))
            self._skip = self._state.fallback
        else:
            self._set(word, number, is_given)

    def _enter(self, word: str, ignorable: bool) -> bool:
        """Begin a group that its first word names; tell whether that is all there is to the word."""
        if word in {"fonttbl", "stylesheet", "info"}:
            self._state = replace(self._state, is_read=False, kept=word)
        elif self._state.kept == "info" and word in _TITLED:
            self._state = replace(self._state, kept=word)
        elif word == "listtext":
            self._now.is_item = True
            return True
        elif word in _UNREAD or ignorable:
            self._show(HOLE if word in _HOLES else "")
            self._state = replace(self._state, is_read=False)
            return not ignorable
        else:
            return False
        return True

    def _sign(self, sign: str) -> Iterator[Piece]:
        if sign == "*":
            self._ignorable = self._begins
            return
        self._begins = False
        if sign in "\r\n" and self._state.is_read:
            yield from self._boundary("par")
        else:
            self._show(_ESCAPED.get(sign, ""))

    def _set(self, word: str, number: int, is_given: bool) -> None:
        """Follow a word that says how what comes looks."""
        on = not (is_given and number == 0)
        state = self._state
        if word in _UNSEEN:
            now = state.unseen | {word} if on else state.unseen - {word}
            self._state = replace(state, unseen=now)
        elif word in {"super", "sub"}:
            self._state = replace(state, position=word if on else "")
        elif word in {"nosupersub", "plain"}:
            self._state = replace(state, position="", unseen=state.unseen if word != "plain" else frozenset())
        elif word == "uc" and is_given:
            self._state = replace(state, fallback=max(0, number))
        elif word == "f" and is_given:
            self._state = replace(state, font=number)
        elif word == "fcharset" and number in _CHARSETS and state.kept == "fonttbl":
            self._fonts[state.font] = _CHARSETS[number]
        elif word == "ansicpg" and is_given:
            self._encoding = _known(f"cp{number}", self._encoding)
        elif word == "mac":
            self._encoding = "mac_roman"
        else:
            self._set_paragraph(word, number)

    def _set_paragraph(self, word: str, number: int) -> None:
        if self._state.kept == "stylesheet":
            self._style = number if word == "s" else -1 if word in _OTHER_STYLES else self._style
        elif word == "pard":
            self._now.level, self._now.in_table = 0, False
        elif word == "outlinelevel":
            self._now.level = number + 1 if 0 <= number < 9 else 0
        elif word == "s" and number in self._styles:
            self._now.level = self._styles[number]
        elif word == "intbl":
            self._now.in_table = True
        elif word in {"trowd", "trhdr"}:
            self._is_head = word == "trhdr"

    def _text(self, written: bytes) -> None:
        self._begins = False
        if self._skip:
            written, self._skip = written[self._skip :], max(0, self._skip - len(written))
        if not written.isascii():
            self._bytes += written
            return
        self._flush_bytes()
        self._show(written.decode("ascii"))

    def _byte(self, byte: int) -> None:
        self._begins = False
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(byte)

    def _flush_bytes(self) -> None:
        """Show the signs that were written as bytes, several of which may be one sign."""
        if self._bytes:
            encoding = self._fonts.get(self._state.font, self._encoding)
            shown = self._bytes.decode(encoding, errors="replace")
            self._bytes.clear()
            self._show(shown)

    def _show(self, text: str) -> None:
        if self._state.kept in _TITLED:
            self._told[self._state.kept].append(text)
        elif self._state.kept == "stylesheet":
            if self._style >= 0 and (name := _HEADING.match(text.strip())):
                self._styles[self._style] = int(name[1] or 1)
        elif self._state.is_read and not self._state.unseen:
            self._add(text)

    def _add(self, text: str) -> None:
        if self._now.position != self._state.position:
            self._settle()
            self._now.position = self._state.position
        (self._now.raised if self._now.position else self._now.text).append(text)

    def _settle(self) -> None:
        """Put the signs that stand higher or lower behind what they follow."""
        now = self._now
        if signs := "".join(now.raised):
            before = "".join(now.text[-_BEFORE:])
            now.text.append(raised(signs, before) if now.position == "super" else lowered(signs, before))
        now.raised, now.position = [], ""

    def _boundary(self, word: str) -> Iterator[Piece]:
        if word in {"cell", "nestcell"}:
            self._cells.append(" ".join(self._taken().split()))
        elif word in {"row", "nestrow"}:
            yield from self._row()
        elif self._now.in_table:
            self._add("\n")
        else:
            yield self._piece()

    def _row(self) -> Iterator[Piece]:
        cells, self._cells = self._cells, []
        if sum(map(bool, cells)) > 1:
            kind = BlockKind.HEAD if self._is_head else BlockKind.ROW
            yield Piece(CELLS_JOINED.join(cells).strip(), kind)
        else:
            yield from map(Piece, cells)

    def _piece(self) -> Piece:
        now = self._now
        text = self._taken()
        self._now = _Paragraph(level=now.level)
        if now.level:
            return Piece(" ".join(text.split()), BlockKind.HEADING, now.level)
        return Piece(text, BlockKind.ITEM, 1, inset=True) if now.is_item else Piece(text)

    def _taken(self) -> str:
        """Return the text of the paragraph, which begins anew."""
        self._settle()
        text, self._now.text = "".join(self._now.text), []
        whole = text.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="replace")
        return "\n".join(" ".join(line.split(" ")).strip() for line in tidy(whole).split("\n")).strip()

    def _end(self) -> Iterator[Piece]:
        yield from map(Piece, self._cells)
        yield self._piece()


def _known(encoding: str, otherwise: str) -> str:
    try:
        return "utf-8" if encoding == "cp65001" else "".encode(encoding).decode() or encoding
    except LookupError:
        return otherwise


FORMATS = (Format(suffixes=(".rtf",), media_types=("application/rtf", "text/rtf"), parse=parse_rich_text),)
