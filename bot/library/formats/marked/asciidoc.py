"""AsciiDoc. Nothing is included from other files, nor read that needs an unknown attribute."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from textwrap import dedent

from bot.core.nouns import BlockKind
from bot.core.reading.shape import HOLE
from bot.library.formats.marked.drafted import drafted
from bot.library.formats.marked.line_by_line import LineReader, ReadsLine, nothing
from bot.library.parsing.decoding import decode
from bot.library.parsing.draft import CELLS_JOINED, Piece
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.front_matter import read_front_matter, split_front_matter
from bot.library.parsing.header import Header
from bot.library.parsing.raised import lowered, raised

_HEADING = re.compile(r"(?P<level>={1,6}|#{1,6})[ ]+(?P<title>\S.*)")
_UNDERLINED = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
"""The level of a title by the sign of the line under it, which is as long as the title, give or take one."""
_ATTRIBUTE = re.compile(r":(?P<name>[\w-]{1,60}):(?:[ ]+(?P<value>.*))?")
_AUTHOR = re.compile(r"(?P<name>[^\W\d_][\w .'-]{1,80}?)(?:[ ]+<[^<>]+>)?")
_REVISION = re.compile(r"(?:v?[\d.]{1,20},[ ]{0,9})?(?P<date>\d{4}-\d\d-\d\d).{0,200}")
_FENCE = re.compile(r"(?P<sign>-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|/{4,}|\+{4,}|--|`{3}[\w-]*)[ ]*")
_TABLE = re.compile(r"[|,:!]={3,}[ ]*")
_LISTED = re.compile(r"[ ]{0,60}(?P<mark>\*{1,5}|-|\.{1,5}|\d{1,4}\.)[ ]{1,9}(?P<text>\S.*)")
_TERM = re.compile(r"[ ]{0,60}(?P<term>\S.{0,200}?)(?P<mark>:{2,4}|;;)(?:[ ]{1,9}(?P<text>.*))?")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ ]+(?P<text>.*)")
_OF_BLOCK = re.compile(r"\[(?P<style>[^\[\]]*)\]|\[\[[^\[\]]+\]\]")
_TITLE = re.compile(r"\.(?P<title>[^\s.].*)")
_UNREAD = re.compile(r"//(?!/).*|(?:image|video|audio|include|toc)::.*|'{3,}|<{3,}")
_CONDITION = re.compile(r"(?P<how>ifdef|ifndef|ifeval)::(?P<name>[^\[]*)\[(?P<text>.*)\]")
_END_IF = "endif::"
_CONDITION_END = re.compile(r"endif::.*")
_NO_MORE = re.compile(r"\+?")
"""What parts a paragraph from what comes: an empty line, or the sign that the item goes on."""
_CODE, _TOLD, _HIDDEN = frozenset("-.`"), frozenset("_"), frozenset("/+")
_CODE_STYLES = ("source", "listing", "literal")
_CELL = re.compile(r"(?<!\\)(?:[\d.*+<>^]{0,8}[a-z]?)\|")
_HEADED = re.compile(r"options?=[\"']?[^\"']*header|%header")
_COLUMNS = re.compile(r"cols=[\"']?(?P<cols>[^\"'\]]+)")

_SIGNS = re.compile(
    r"(?P<older>(?<![\w`])``(?=[^\s`'])(?P<quoted>[^`]{1,400}?)(?<=\S)''(?![\w'`]))"
    r"|(?P<code>(?<![\w`])`{1,2}\+?(?=\S)(?P<verbatim>[^`]{1,400}?)\+?`{1,2}(?!\w))"
    r"|(?P<curved>(?P<mark>[\"'])`(?=\S)(?P<within>[^`]{1,400})`(?P=mark)(?!\w))"
    r"|(?P<note>[ ]?footnote(?:ref)?:[\w-]{0,40}\[[^\[\]]{0,2000}\])"
    r"|(?P<math>(?:stem|latexmath|asciimath|math):\[[^\[\]]{0,400}\])"
    r"|(?P<key>(?:kbd|btn|pass|menu):(?P<menu>[^\[\]\s]{0,100})\[(?P<pressed>[^\[\]]{0,400})\])"
    r"|(?P<picture>(?:image|icon|anchor|indexterm2?):[^\[\]\s]{0,300}\[[^\[\]]{0,400}\])"
    r"|(?P<link>(?:link:|xref:|mailto:)?(?P<target>(?:(?<=link:)|(?<=xref:)|(?<=mailto:)|https?://)[^\[\]\s]{1,300})"
    r"\[(?P<shown>[^\[\]]{0,400})\])"
    r"|(?P<reference><<(?P<id>[^<>,]{1,200})(?:,(?P<words>[^<>]{1,400}))?>>)"
    r"|(?P<unseen>\[\[[^\[\]]{1,200}\]\]|\(\(\([^()]{1,300}\)\)\)|\[[.\w-]*(?:line-through|strike)\]#{1,2}[^#\n]{1,400}#{1,2})"
    r"|(?P<attribute>\{(?P<name>[\w-]{1,60})\})"
    r"|(?P<raised>(?<=\w)\^(?P<above>[^\s^]{1,40})\^)|(?P<lowered>(?<=\w)~(?P<below>[^\s~]{1,40})~)"
    r"|(?P<styled>(?:\[[^\[\]]{0,60}\])?(?<![\w*_#])(?P<sign>\*{1,2}|_{1,2}|\#{1,2})(?=\S)(?P<inner>[\s\S]{1,400}?)"
    r"(?<=\S)(?P=sign)(?![\w*_#]))"
    r"|(?P<break>[ ]\+(?=\n|$))"
)
_BUILT_IN = {
    "nbsp": "\u00a0", "zwsp": "", "wj": "", "apos": "'", "quot": '"', "lsquo": "‘", "rsquo": "’",
    "ldquo": "“", "rdquo": "”", "deg": "°", "plus": "+", "lt": "<", "gt": ">", "amp": "&", "empty": "",
    "sp": " ", "blank": "",
    "startsb": "[", "endsb": "]", "vbar": "|", "caret": "^", "asterisk": "*", "tilde": "~", "backslash": "\\",
    "backtick": "`",
}  # fmt: skip
_SEVERAL = re.compile(" {2,}")


def parse_asciidoc(data: bytes, beside: Header) -> Drafts:
    """Yield the article of a text, or a remark if it is a draft. Raises ArticleError for a bad header."""
    front, text = split_front_matter(decode(data))
    known = read_front_matter(front)
    yield from known.remarks
    reader = _Reader(text.split("\n"))
    pieces = list(reader.pieces())
    told = {name.removeprefix("page-"): value for name, value in reader.attributes.items()}
    told["draft"] = "true" if known.is_draft else told.get("draft", "")
    told["date"] = told.get("revdate") or told.get("date", "")
    yield from drafted(pieces, told, beside.over(known.header))


class _Reader(LineReader):
    """Reads the lines of a text one after the other."""

    def __init__(self, lines: list[str], attributes: dict[str, str] | None = None) -> None:
        super().__init__(lines)
        self.attributes = {} if attributes is None else attributes
        self._marks: list[str] = []
        """What marks the items of the lists around."""
        self._numbers: dict[str, int] = defaultdict(int)
        self._style = ""
        """What stands in brackets above the block that comes."""

    @property
    def _begins(self) -> Sequence[tuple[re.Pattern[str], ReadsLine]]:
        return (
            (_FENCE, self._fenced),
            (_TABLE, self._table),
            (_CONDITION, self._condition),
            (_CONDITION_END, nothing),
            (_UNREAD, nothing),
            (_LISTED, self._item),
            (_HEADING, self._heading),
            (_ATTRIBUTE, self._attribute),
            (_OF_BLOCK, self._of_block),
            (_TITLE, self._titled),
            (_ADMONITION, self._admonition),
            (_TERM, self._term),
            (_NO_MORE, nothing),
        )

    def _of_line(self, line: str) -> Callable[[], Iterator[Piece]] | None:
        if not self._written and (level := self._underlined(line)):
            self._place += 1
            return partial(self._titled_part, line, level)
        if (read := super()._of_line(line)) or self._written:
            return read
        is_code = line[0].isspace() or self._style.startswith(_CODE_STYLES)
        return self._literal if is_code else None

    def _underlined(self, line: str) -> int:
        """Return the level of the title that a line is by the line under it, 0 if it is none."""
        under = self._lines[self._place].rstrip() if self._place < len(self._lines) else ""
        is_line = len(under) > 1 and len(set(under)) == 1 and abs(len(under) - len(line)) <= 1
        is_title = is_line and line[:1].isalnum() and not line.endswith("::")
        return _UNDERLINED.get(under[0], 0) if is_title else 0

    def _literal(self) -> Iterator[Piece]:
        """Read a paragraph as it is written: its first line is indented, or it is said to be a program."""
        self._taken_style()
        lines = list(takewhile(str.strip, self._lines[self._place - 1 :]))
        self._place += len(lines) - 1
        yield Piece(dedent("\n".join(lines)), BlockKind.CODE)

    def _heading(self, heading: re.Match[str]) -> Iterator[Piece]:
        return self._titled_part(heading["title"], len(heading["level"]))

    def _titled_part(self, written: str, level: int) -> Iterator[Piece]:
        self._leave_lists()
        title = self._shown(written)
        if level == 1 and "title" not in self.attributes:
            self.attributes["title"] = title
            self._head()
        yield Piece(title, BlockKind.HEADING, level)

    def _head(self) -> None:
        """Read who wrote the text and when, in the lines below its title."""
        for name, pattern in (("author", _AUTHOR), ("revdate", _REVISION)):
            line = self._lines[self._place].strip() if self._place < len(self._lines) else ""
            if found := pattern.fullmatch(line):
                self.attributes[name] = found["name" if name == "author" else "date"]
                self._place += 1

    def _attribute(self, attribute: re.Match[str]) -> Iterator[Piece]:
        self.attributes[attribute["name"]] = attribute["value"] or ""
        return nothing()

    def _of_block(self, found: re.Match[str]) -> Iterator[Piece]:
        self._style = found["style"] or self._style
        return nothing()

    def _titled(self, titled: re.Match[str]) -> Iterator[Piece]:
        yield Piece(self._shown(titled["title"]), BlockKind.NOTE)

    def _admonition(self, admonition: re.Match[str]) -> Iterator[Piece]:
        return self._begin(BlockKind.PROSE, 0, admonition["text"])

    def _condition(self, condition: re.Match[str]) -> Iterator[Piece]:
        """Pass over what is only read where an attribute is known that is not, or the other way round."""
        names = re.split("[,+]", condition["name"])
        is_known = any(name in self.attributes for name in names)
        if condition["how"] == "ifeval" or is_known != (condition["how"] == "ifdef"):
            self._place = self._end_of(_END_IF) + (not condition["text"])
        elif condition["text"]:
            yield Piece(self._shown(condition["text"]))

    def _end_of(self, end: str) -> int:
        """Return the number of the line that ends what has just begun; that before the next if none does."""
        lines = ((n, self._lines[n].rstrip()) for n in range(self._place, len(self._lines)))
        ends = (n for n, line in lines if line == end or (end == _END_IF and line.startswith(end)))
        return next(ends, self._place - 1)

    def _fenced(self, fence: re.Match[str]) -> Iterator[Piece]:
        sign, style = fence["sign"], self._taken_style()
        end = self._end_of(sign[:3] if sign[0] == "`" else sign)
        if end < self._place:
            return
        lines, self._place = self._lines[self._place : end], end + 1
        is_code = sign[0] in _CODE and sign != "--"
        if sign[0] in _HIDDEN or style.partition(",")[0] in {"stem", "latexmath", "asciimath"}:
            yield Piece(HOLE if sign[0] != "/" else "")
        elif is_code or style.startswith(_CODE_STYLES):
            yield Piece("\n".join(lines).strip("\n"), BlockKind.CODE)
        else:
            for piece in _Reader(lines, self.attributes).pieces():
                is_told = sign[0] in _TOLD and piece.kind is BlockKind.PROSE
                yield Piece(piece.text, inset=True) if is_told else piece

    def _table(self, table: re.Match[str]) -> Iterator[Piece]:
        style = self._taken_style()
        end = self._end_of(table[0].strip())
        if end < self._place:
            return
        lines, self._place = self._lines[self._place : end], end + 1
        cells = [_CELL.split(line)[1:] for line in lines]
        first = next((row for row in cells if row), [])
        columns = _columns(style) or len(first)
        is_headed = _HEADED.search(style) is not None or self._is_apart(lines)
        flat = [self._shown(" ".join(cell.split())) for row in cells for cell in row]
        for number in range(0, len(flat), max(1, columns)):
            row = CELLS_JOINED.join(flat[number : number + columns]).strip()
            yield Piece(row, BlockKind.HEAD if is_headed and not number else BlockKind.ROW)

    def _is_apart(self, lines: list[str]) -> bool:
        """Tell whether a blank line parts the first row from the others, as it does the names of columns."""
        return len(lines) > 2 and bool(lines[0].strip()) and not lines[1].strip()

    def _item(self, item: re.Match[str]) -> Iterator[Piece]:
        mark = "." if item["mark"][0].isdigit() else item["mark"]
        self._enter(mark)
        number = ""
        if mark[0] == ".":
            self._numbers[mark] += 1
            number = f"{self._numbers[mark]}. " if mark == item["mark"] else f"{item['mark']} "
        return self._begin(BlockKind.ITEM, 2 * len(self._marks), number + item["text"])

    def _term(self, term: re.Match[str]) -> Iterator[Piece]:
        self._enter(term["mark"])
        level = 2 * len(self._marks)
        yield Piece(self._shown(term["term"]), BlockKind.NOTE, level, inset=True)
        yield from self._begin(BlockKind.ITEM, level + 1, term["text"] or "")

    def _enter(self, mark: str) -> None:
        """Go on with the list whose items are marked so, or begin it."""
        if mark in self._marks:
            for left in self._marks[self._marks.index(mark) + 1 :]:
                self._numbers.pop(left, None)
            del self._marks[self._marks.index(mark) + 1 :]
        else:
            self._marks.append(mark)

    def _leave_lists(self) -> None:
        self._marks.clear()
        self._numbers.clear()

    def _taken_style(self) -> str:
        style, self._style = self._style, ""
        return style

    def _piece(self, written: str, kind: BlockKind, level: int) -> Piece:
        if kind is BlockKind.PROSE and not level:
            self._leave_lists()
        is_told = self._taken_style().startswith(("quote", "verse"))
        return Piece(self._shown(written), kind, level, inset=kind is BlockKind.ITEM or is_told)

    def _shown(self, text: str) -> str:
        return _shown(text, self.attributes)


def _shown(text: str, attributes: Mapping[str, str]) -> str:
    """Return what a reader sees of a paragraph, on one line unless its author broke it."""
    read, end = "", 0
    for found in _SIGNS.finditer(text):
        read += text[end : found.start()].replace("\n", " ")
        read += _of_sign(found, read, attributes)
        end = found.end()
    return _SEVERAL.sub(" ", read + text[end:].replace("\n", " ")).strip()


def _of_sign(found: re.Match[str], before: str, attributes: Mapping[str, str]) -> str:
    match found.lastgroup:
        case "code" | "styled":
            shown = (found["verbatim"] or "").replace("\n", " ") or _shown(found["inner"] or "", attributes)
        case "curved":
            left, right = "“”" if found["mark"] == '"' else "‘’"
            shown = left + _shown(found["within"], attributes) + right
        case "older":
            shown = f"“{_shown(found['quoted'], attributes)}”"
        case "key":
            shown = " > ".join(filter(None, (found["menu"], *found["pressed"].split(" > "))))
        case "link":
            is_address = "://" in found["target"]
            shown = found["shown"].partition(",")[0].rstrip("^") or (found["target"] if is_address else HOLE)
        case "reference" | "math":
            shown = (found["words"] or "").strip() or HOLE
        case "attribute":
            known = {**_BUILT_IN, **attributes}
            shown = known.get(found["name"], HOLE)
        case "raised":
            shown = raised(found["above"], before)
        case "lowered":
            shown = lowered(found["below"], before)
        case kind:
            shown = "\n" if kind == "break" else ""
    return shown


def _columns(style: str) -> int:
    """Return how many columns a table declares, 0 if it declares none: "1,2,1", "3*"."""
    found = _COLUMNS.search(style)
    if found is None:
        return 0
    parts = found["cols"].replace(";", ",").split(",")
    repeated = re.match(r"(\d{1,2})\*", parts[0])
    return int(repeated[1]) if repeated and len(parts) == 1 else len(parts)


FORMATS = (
    Format(suffixes=(".adoc", ".asciidoc", ".asc"), media_types=("text/asciidoc",), parse=parse_asciidoc),
)
