"""LaTeX (.tex). The home of pylatexenc.

A formula, a reference to a number, and a command of the author's own are holes: nobody reads them here as
they are printed, so their sentences are not quoted.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from bot.basics.errors import ArticleError
from bot.core.nouns import BlockKind
from bot.core.reading.shape import HOLE
from bot.languages.interface.messages import Message
from bot.library.formats.marked.drafted import drafted
from bot.library.parsing.decoding import decode
from bot.library.parsing.draft import CELLS_JOINED, Piece
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.header import Header
from bot.library.parsing.raised import TEXT_BEFORE, lowered, raised

_SECTIONS = {"part": 1, "chapter": 2, "section": 3, "subsection": 4, "subsubsection": 5, "paragraph": 6}
_STYLED = """
    textbf textit textsl textsc textrm textsf texttt textmd textup textnormal emph underline uline mbox text
    enquote url path nolinkurl MakeUppercase title href textcolor colorbox hyperref
"""
_READ = frozenset(_STYLED.split())
"""Commands whose last argument is read as it stands."""
_ASIDE = """
    footnote footnotemark footnotetext thanks marginpar label index cite citep citet parencite textcite
    autocite sout st xout hspace vspace phantom vphantom hphantom input include includegraphics caption
    bibliography bibliographystyle usepackage documentclass newcommand renewcommand providecommand def
    setlength addcontentsline pagestyle thispagestyle markboth date author todo nocite selectlanguage
    setcounter addtocounter hypersetup tableofcontents maketitle newpage clearpage pagebreak noindent
    centering raggedright bigskip medskip smallskip appendix bfseries itshape small large Large tiny
    hline toprule midrule bottomrule cline frontmatter mainmatter backmatter protect normalfont em it bf
"""
_UNREAD = frozenset(_ASIDE.split())
_OF_ONE = """
    textsuperscript textsubscript sout st xout uline enquote path nolinkurl MakeUppercase todo thanks
    marginpar parencite textcite autocite bibliographystyle bibliography selectlanguage pagestyle
    thispagestyle hypersetup cline text index vphantom hphantom url phantom footnotetext caption nocite
"""
_OF_TWO = dict.fromkeys(["markboth", "addtocounter", "href", "textcolor", "colorbox"], "{{")
_ARGUMENTS = dict.fromkeys(_OF_ONE.split(), "{") | _OF_TWO | {"hyperref": "[{"}
"""What follows commands, of which pylatexenc would not know all."""
_ENVIRONMENTS = """
    figure figure* table* comment tikzpicture thebibliography filecontents picture pgfpicture titlepage
"""
_NOT_READ = frozenset(_ENVIRONMENTS.split())
_FORMULAS = re.compile(
    r"(?:equation|align|gather|multline|eqnarray|math|displaymath|flalign|alignat|split)\*?"
)
_PROGRAMS = frozenset({"verbatim", "verbatim*", "lstlisting", "minted", "Verbatim", "alltt"})
_TABLES = frozenset({"tabular", "tabular*", "tabularx", "longtable", "array"})
_LISTS = frozenset({"itemize", "enumerate", "description"})
_TOLD = frozenset({"title", "author", "date"})
_SIGNS = {
    "~": "\u00a0", "``": "“", "''": "”", "--": "–", "---": "—", "\n\n": "\n\n", "&": "&", "!`": "¡",
    "?`": "¿",
}  # fmt: skip
_SPACES = dict.fromkeys([" ", ",", ";", ":", "quad", "qquad", "\n", "xspace"], " ")
_WITHOUT_SIGN = dict.fromkeys(["-", "/", "!", "@"], "")
_PRINTED = {**_SPACES, **_WITHOUT_SIGN, "\\": "\n", "par": "\n\n"}
_HOLES = frozenset({"ref", "eqref", "pageref", "cref", "Cref", "autoref", "nameref", "today"})
_VERBS = frozenset({"verb", "lstinline"})
_RAISED = {"textsuperscript": raised, "textsubscript": lowered}
_ADDRESS = re.compile(r"\\(?:href|url|nolinkurl|path)[ ]?\{[^{}\n]{0,2000}\}")
_PERCENT = re.compile(r"(?<!\\)%")
"""Where a per cent sign begins no comment."""
_PLAIN = re.compile(r"""(?![\s*])(?:[^\\%{}$~&#_^\s\-'`!?]++|-(?!-)|'(?!')|[!?`](?!`)|\s++(?=[^\\]))++""")
"""A run of signs of which none means anything to TeX, as most of a text is."""
_PARAGRAPHS = re.compile(r"\n\s*\n")
_VERBATIM = re.compile(r"\A(?:\[[^\]\n]*\])?(?:\{[^}\n]*\})?")


def parse_latex(data: bytes, beside: Header) -> Drafts:
    """Yield the article of a text. Raises ArticleError where groups are nested too deeply to be read."""
    try:
        yield from _drafts(decode(data), beside)
    except RecursionError as error:
        raise ArticleError(Message.DOCX_BROKEN, kind="{") from error


def _drafts(text: str, beside: Header) -> Drafts:
    nodes = _nodes(text)
    body = next((list(one.nodelist) for one in nodes if _environment(one) == "document"), list(nodes))
    words = _Words()
    told = {
        node.macroname: words.of(_given(node)[-1:])
        for node in (*nodes, *body)
        if _macro(node) in _TOLD and _given(node)
    }
    told["date"] = "" if HOLE in told.get("date", "") else told.get("date", "")
    yield from drafted(_Reader().pieces(body), told, beside)


def _nodes(text: str) -> list[Any]:
    from pylatexenc.latexwalker import get_default_latex_context_db
    from pylatexenc.macrospec import std_macro

    known = get_default_latex_context_db()
    more = [std_macro(name, arguments) for name, arguments in _ARGUMENTS.items()]
    known.add_context_category("more", macros=more, prepend=True)
    text = _ADDRESS.sub(lambda found: _PERCENT.sub(r"\\%", found[0]), text)
    nodes, _, _ = walker()(text, latex_context=known, tolerant_parsing=True).get_latex_nodes()
    return list(nodes)


@cache
def walker() -> Any:
    """Return the package's parser, which takes a run of plain signs as one token, not a token a sign."""
    from pylatexenc.latexwalker import LatexToken, LatexWalker

    class Walker(LatexWalker):  # type: ignore[misc]
        def get_token(  # pyright: ignore[reportIncompatibleMethodOverride] (more has the rest)
            self, pos: int, include_brace_chars: Any = None, environments: bool = True, **more: Any
        ) -> Any:
            # Without environments it is an argument that is looked for, of which one sign can be all.
            plain = _PLAIN.match(self.s, pos) if environments and not include_brace_chars else None
            if plain:
                return LatexToken("char", plain[0], pos, len(plain[0]), "")
            return super().get_token(pos, include_brace_chars, environments, **more)

    return Walker


class _Reader:
    """Where a walk through a text is: in which list, and what was read since the last piece."""

    def __init__(self, inset: bool = False) -> None:
        self._run: list[Any] = []
        self._words = _Words()
        self._inset = inset
        self._lists: list[int] = []
        """For each list around, the number of its item; 0 where items have none."""
        self._kind, self._mark = BlockKind.PROSE, ""

    def pieces(self, nodes: list[Any]) -> Iterator[Piece]:
        """Yield the headings, paragraphs, items, rows and programs."""
        for node in nodes:
            name, macro = _environment(node), _macro(node)
            if macro in _SECTIONS:
                yield from self._paragraphs()
                yield Piece(self._words.of(_given(node)[-1:]), BlockKind.HEADING, _SECTIONS[macro])
            elif macro == "item" and self._lists:
                yield from self._paragraphs()
                yield from self._item(node)
            elif name and not _FORMULAS.fullmatch(name):
                yield from self._paragraphs()
                yield from self._of_environment(name, node)
            else:
                self._run.append(node)
        yield from self._paragraphs()

    def _item(self, node: Any) -> Iterator[Piece]:
        if self._lists[-1]:
            self._mark = f"{self._lists[-1]}. "
            self._lists[-1] += 1
        self._kind = BlockKind.ITEM
        if term := self._words.of(_given(node)[-1:]):
            yield Piece(term, BlockKind.NOTE, 2 * len(self._lists), inset=True)

    def _of_environment(self, name: str, node: Any) -> Iterator[Piece]:
        if name in _NOT_READ:
            return
        if name in _PROGRAMS:
            yield Piece(_VERBATIM.sub("", _verbatim(node)).strip("\n"), BlockKind.CODE)
        elif name in _TABLES:
            yield from self._rows(node)
        elif name in _LISTS:
            self._lists.append(int(name == "enumerate"))
            yield from self.pieces(list(node.nodelist))
            self._lists.pop()
        elif name in {"quote", "quotation", "verse"}:
            yield from _Reader(inset=True).pieces(list(node.nodelist))
        else:
            yield from self.pieces(list(node.nodelist))

    def _rows(self, node: Any) -> Iterator[Piece]:
        cells: list[list[Any]] = [[]]
        for part in (*node.nodelist, None):
            if part is None or _macro(part) == "\\":
                written = [self._words.of(cell) for cell in cells]
                yield Piece(CELLS_JOINED.join(written).strip() if any(written) else "", BlockKind.ROW)
                cells = [[]]
            elif getattr(part, "specials_chars", "") == "&":
                cells.append([])
            else:
                cells[-1].append(part)

    def _paragraphs(self) -> Iterator[Piece]:
        """Yield what was read since the last piece; of an item only the first paragraph is one."""
        run, self._run = self._run, []
        for paragraph in _PARAGRAPHS.split(self._words.read(run)):
            text = _on_one_line(paragraph)
            if not text:
                continue
            if self._kind is BlockKind.ITEM:
                yield Piece(self._mark + text, BlockKind.ITEM, 2 * len(self._lists) + 1, inset=True)
            else:
                yield Piece(text, inset=self._inset)
            self._kind, self._mark = BlockKind.PROSE, ""


class _Words:
    """What a reader sees of nodes: words, their styles left out."""

    def of(self, nodes: list[Any]) -> str:
        """Return the words of nodes on one line."""
        return _on_one_line(self.read(nodes))

    def read(self, nodes: list[Any]) -> str:
        """Return what a reader sees of nodes."""
        parts: list[str] = []
        self._read(nodes, parts)
        return "".join(parts)

    def _read(self, nodes: list[Any], parts: list[str]) -> None:
        """Add what a reader sees of nodes to what was read before them."""
        for node in nodes:
            match type(node).__name__:
                case "LatexCharsNode":
                    parts.append(node.chars)
                case "LatexGroupNode":
                    self._read(node.nodelist, parts)
                case "LatexMacroNode":
                    self._of_macro(node, parts)
                case "LatexSpecialsNode":
                    parts.append(str(_SIGNS.get(node.specials_chars, node.specials_chars)))
                case "LatexCommentNode":
                    pass
                case _:
                    parts.append(HOLE)

    def _of_macro(self, node: Any, parts: list[str]) -> None:
        name, given = node.macroname, _given(node)
        if name in _UNREAD:
            if parts and "cite" in name:
                parts[-1] = parts[-1].rstrip("\u00a0")
        elif name in _READ and given:
            self._read(given[-1:], parts)
        elif name in _RAISED and given:
            before = "".join(part[-TEXT_BEFORE:] for part in parts[-TEXT_BEFORE:])
            parts.append(_RAISED[name](self.of(given[-1:]), before))
        else:
            parts.append(_verbatim(node) if name in _VERBS else _known_sign(node))


def _known_sign(node: Any) -> str:
    """Return what a command prints that stands for letters: accents, signs; a hole if nobody knows."""
    if node.macroname in _PRINTED:
        return _PRINTED[node.macroname]
    converter = _converter()
    known = converter.latex_context.get_macro_spec(node.macroname)
    if known is None or not known.macroname or node.macroname in _HOLES:
        return HOLE
    try:
        shown = str(converter.node_to_text(node)).strip()
    except (LookupError, TypeError, AttributeError, ValueError):  # as of a command without what it is given
        return HOLE
    return HOLE if not shown or "<" in shown else shown


@cache
def _converter() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="remove")


def _macro(node: Any) -> str:
    return str(getattr(node, "macroname", None) or "")


def _environment(node: Any) -> str:
    return str(getattr(node, "environmentname", None) or "")


def _given(node: Any) -> list[Any]:
    """Return the arguments of a command; the parser makes empty ones of those that are missing."""
    arguments = getattr(node.nodeargd, "argnlist", None) if node.nodeargd else None
    return [one for one in arguments or () if one is not None and one.len]


def _verbatim(node: Any) -> str:
    found = getattr(node.nodeargd, "verbatim_text", None)
    return str(found if found is not None else "".join(part.latex_verbatim() for part in node.nodelist))


def _on_one_line(text: str) -> str:
    return " ".join(re.split("[ \n\t]+", text)).strip()


FORMATS = (
    Format(suffixes=(".tex", ".latex"), media_types=("application/x-tex", "text/x-tex"), parse=parse_latex),
)
