"""Org (.org), as Emacs writes it. Comments, drawers, plans and what is not exported are not read."""

import re
from collections.abc import Iterator, Sequence

from bot.core.nouns import BlockKind
from bot.core.reading.shape import HOLE
from bot.library.formats.marked.drafted import drafted
from bot.library.formats.marked.line_by_line import LineReader, ReadsLine, nothing
from bot.library.parsing.decoding import decode
from bot.library.parsing.draft import CELLS_JOINED, Piece
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.header import Header
from bot.library.parsing.raised import lowered, raised

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KEYWORD = re.compile(r"[ ]*#\+(?P<name>[\w-]{1,40}):[ ]*(?P<value>[^\n]*)")
_HEADING = re.compile(
    r"(?P<stars>\*+)[ ]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)[ ]+)?(?:\[#.\][ ]*)?(?P<title>.*?)"
    r"(?:[ ]+(?P<tags>:[\w@#%:]+:))?[ ]*"
)
_NOT_EXPORTED = re.compile(r":(?:noexport|ARCHIVE):")
_BLOCK = re.compile(r"[ ]*#\+BEGIN_(?P<name>\w+).*", re.IGNORECASE)
_ITEM = re.compile(
    r"(?P<inset>[ ]{0,60})(?P<mark>[-+]|(?<=[ ])\*|\d{1,4}[.)])[ ]{1,9}(?:\[@\d+\][ ]*)?(?P<text>.*)"
)
_TERM = re.compile(r"(?P<term>.{1,200}?)[ ]::(?:[ ]+(?P<text>.*)|$)")
_DRAWER = re.compile(r"[ ]*:[\w-]+:[ ]*")
_NOTE = re.compile(r"\[fn:[\w-]{1,60}\][ ]*(?P<text>.*)")
_FIXED = re.compile(r"[ ]*:(?:[ ](?P<text>.*)|$)")
_ROW = re.compile(r"[ ]*\|.*")
_RULE = re.compile(r"[ ]*\|[-+|]*[ ]*")
_ENDS = re.compile(
    r"[ ]*(?:#\+[\w-]{1,40}:.*|#(?:[ ].*)?|-{5,}[ ]*|CLOCK:.*"
    r"|(?:(?:SCHEDULED|DEADLINE|CLOSED):[ ]*[<\[][^>\]]*[>\]][ ]*)+)?"
)
"""What no paragraph goes on with: keywords, comments, rules, plans, nothing."""
_CODE = frozenset({"src", "example"})
_UNREAD = frozenset({"comment", "export", "latex", "html"})

_SIGNS = re.compile(
    r"(?P<code>(?<![\w=~])(?P<fence>[=~])(?=\S)(?P<verbatim>[\s\S]{1,400}?)(?<=\S)(?P=fence)(?![\w=~]))"
    r"|(?P<link>\[\[(?P<target>[^\[\]]{1,1000})\](?:\[(?P<shown>[^\[\]]{1,1000})\])?\])"
    r"|(?P<note>[ ]?\[(?:fn:[^\[\]]{0,2000}|cite[^\[\]:]{0,20}:[^\[\]]{0,500})\])"
    r"|(?P<math>\\\([^\n]{1,400}?\\\)|\\\[[^\n]{1,400}?\\\]|\$\$[^$]{1,400}\$\$"
    r"|(?<!\w)\$(?=[^\s$])[^$\n]{0,200}[^\s$]\$(?!\w)|\{\{\{[^{}]{1,200}\}\}\})"
    r"|(?P<time>[<\[](?P<day>\d{4}-\d\d-\d\d[^<>\[\]]{0,30})[>\]])"
    r"|(?P<unseen><<[^<>\n]{1,200}>>|@@[^@\n]{1,400}@@)"
    r"|(?P<raised>(?<=\w)\^(?:\{(?P<above>[^{}]{1,40})\}|(?P<power>[+-]?\d+)))"
    r"|(?P<lowered>(?<=\w)_\{(?P<below>[^{}]{1,40})\})"
    r"|(?P<styled>(?<![\w*/_+])(?P<sign>[*/_+])(?=\S)(?P<inner>[\s\S]{1,400}?)(?<=\S)(?P=sign)(?![\w*/_+]))"
    r"|(?P<break>\\\\\n?)"
)
_SEVERAL = re.compile(" {2,}")
_ADDRESS = re.compile(r"(?:https?|mailto|ftp):\S+")


def parse_org(data: bytes, beside: Header) -> Drafts:
    """Yield the article of a text, or a remark if it is a draft."""
    lines = decode(data).split("\n")
    found = filter(None, map(_KEYWORD.match, lines))
    told = {one["name"].lower().removeprefix("hugo_"): one["value"] for one in found}
    day = _DAY.search(told.get("date", ""))
    yield from drafted(_Reader(lines).pieces(), told | ({"date": day[0]} if day else {}), beside)


class _Reader(LineReader):
    """Reads the lines of a text one after the other."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(lines)
        self._insets: list[int] = []
        """How far the items of the lists around are set in."""
        self._endless: set[str] = set()
        """Ends of which none comes any more: looking again for each beginning takes quadratic time."""

    @property
    def _begins(self) -> Sequence[tuple[re.Pattern[str], ReadsLine]]:
        return (
            (_HEADING, self._heading),
            (_BLOCK, self._block),
            (_DRAWER, self._drawer),
            (_ROW, self._table),
            (_ITEM, self._item),
            (_NOTE, self._note),
            (_FIXED, self._fixed),
            (_ENDS, nothing),
        )

    def _shown(self, text: str) -> str:
        return _shown(text)

    def _heading(self, heading: re.Match[str]) -> Iterator[Piece]:
        level = len(heading["stars"])
        self._insets.clear()
        if heading["title"].startswith("COMMENT") or _NOT_EXPORTED.search(heading["tags"] or ""):
            self._skip_subtree(level)
        else:
            yield Piece(_shown(heading["title"]), BlockKind.HEADING, min(level, 9))

    def _skip_subtree(self, level: int) -> None:
        while self._place < len(self._lines):
            found = _HEADING.fullmatch(self._lines[self._place])
            if found and len(found["stars"]) <= level:
                return
            self._place += 1

    def _drawer(self, _: re.Match[str]) -> Iterator[Piece]:
        self._skip_to(":end:")
        return nothing()

    def _note(self, note: re.Match[str]) -> Iterator[Piece]:
        return self._begin(BlockKind.REFERENCE, 0, note["text"])

    def _fixed(self, fixed: re.Match[str]) -> Iterator[Piece]:
        yield Piece(fixed["text"] or "", BlockKind.CODE)

    def _skip_to(self, end: str) -> None:
        """Pass over the lines up to one, whatever its case; if none comes, over nothing."""
        if end in self._endless:
            return
        ends = (n for n in range(self._place, len(self._lines)) if self._lines[n].strip().lower() == end)
        last = next(ends, None)
        if last is None:
            self._endless.add(end)
        else:
            self._place = last + 1

    def _block(self, block: re.Match[str]) -> Iterator[Piece]:
        name, begin = block["name"].lower(), self._place
        self._skip_to(f"#+end_{name}")
        lines = self._lines[begin : self._place - 1]
        if name in _CODE:
            yield Piece("\n".join(lines).strip("\n"), BlockKind.CODE)
        elif name == "verse":
            yield Piece("\n".join(_shown(line.strip()) for line in lines).strip())
        elif name not in _UNREAD:
            for piece in _Reader(lines).pieces():
                is_told = name == "quote" and piece.kind is BlockKind.PROSE
                yield Piece(piece.text, inset=True) if is_told else piece

    def _table(self, _: re.Match[str]) -> Iterator[Piece]:
        begin = end = self._place - 1
        while end < len(self._lines) and self._lines[end].lstrip().startswith("|"):
            end += 1
        lines, self._place = self._lines[begin:end], end
        ruled = next((n for n, line in enumerate(lines) if n and _RULE.fullmatch(line)), None)
        has_head = ruled is not None and any(not _RULE.fullmatch(line) for line in lines[ruled:])
        for number, line in enumerate(lines):
            if not _RULE.fullmatch(line):
                cells = [_shown(cell.strip()) for cell in line.strip().strip("|").split("|")]
                is_head = has_head and ruled is not None and number < ruled
                yield Piece(CELLS_JOINED.join(cells).strip(), BlockKind.HEAD if is_head else BlockKind.ROW)

    def _item(self, item: re.Match[str]) -> Iterator[Piece]:
        inset = len(item["inset"])
        while self._insets and self._insets[-1] >= inset:
            self._insets.pop()
        self._insets.append(inset)
        level = 2 * len(self._insets)
        if term := _TERM.fullmatch(item["text"]):
            yield Piece(_shown(term["term"]), BlockKind.NOTE, level, inset=True)
            yield from self._begin(BlockKind.ITEM, level + 1, term["text"] or "")
        else:
            number = f"{item['mark']} " if item["mark"][0].isdigit() else ""
            yield from self._begin(BlockKind.ITEM, level, number + item["text"])


def _shown(text: str) -> str:
    """Return what a reader sees of a paragraph, on one line unless its author broke it."""
    read, end = "", 0
    for found in _SIGNS.finditer(text):
        read += text[end : found.start()].replace("\n", " ")
        read += _of_sign(found, read)
        end = found.end()
    return _SEVERAL.sub(" ", read + text[end:].replace("\n", " ")).strip()


def _of_sign(found: re.Match[str], before: str) -> str:
    match found.lastgroup or "":
        case "link":
            shown = (found["shown"] or _of_link(found["target"])).replace("\n", " ")
        case "raised":
            shown = raised(found["above"] or found["power"], before)
        case "lowered":
            shown = lowered(found["below"], before)
        case "styled":
            shown = "" if found["sign"] == "+" else _shown(found["inner"])
        case kind:
            code = (found["verbatim"] or "").replace("\n", " ")
            shown = {"code": code, "time": found["day"], "math": HOLE, "break": "\n"}.get(kind, "")
    return shown or ""


def _of_link(target: str) -> str:
    """Return what stands for a link without words: an address, or the heading that it leads to."""
    if target.startswith("*"):
        return target[1:]
    return target if _ADDRESS.fullmatch(target) else HOLE


FORMATS = (Format(suffixes=(".org",), media_types=("text/org",), parse=parse_org),)
