"""Markdown and plain text, with front matter. The home of markdown-it-py.

Markdown's signs are left out and its words kept: headings are told apart, links keep their text, images go,
numbers of lists stay (a line that begins "2022." is a list to Markdown, but a year to its author).
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from bot.core.nouns import BlockKind
from bot.core.reading.shape import ends_sentence, word_count
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.formats.exports.chat_days import chat_drafts
from bot.library.formats.exports.chat_logs import messages_of
from bot.library.formats.markdown.dialects import common_markdown
from bot.library.formats.markdown.signs import TITLE
from bot.library.parsing.decoding import decode
from bot.library.parsing.draft import CELLS_JOINED, Draft, Piece
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.front_matter import FrontMatter, read_front_matter, split_front_matter
from bot.library.parsing.header import Header, merge_headers
from bot.library.parsing.problem import Remark
from bot.library.parsing.raised import lowered, raised
from bot.library.parsing.wrapping import unwrap

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
MAX_HEADING = 200
"""A longer "heading", in characters, is a paragraph that stands above a rule."""

_FEWEST_STATED = 3
"""Words of a statement."""
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_ENDED = re.compile(r"[.!…]\W*$")
_TAG_NAME = re.compile(r"<(/?[a-zA-Z][\w-]*)")
_APART = frozenset({"del", "s", "strike", "rt", "rp", "sup", "sub"})
"""What is not read as the words around it are."""
_NOTE_MARK = re.compile(r"^\[\^[^\]\s]{1,60}\]:\s*|\[\^[^\]\s]{1,60}\]")
_DOUBLED = re.compile(r"([ ])[ ]+(?=\S)")
_TAG = re.compile(r"""</?[a-zA-Z](?:[^<>"']++|"[^"]{0,2000}"|'[^']{0,2000}'){0,40}+>|</?[a-zA-Z][^<>]*>""")


def parse_text(data: bytes, beside: Header) -> Drafts:
    """Yield the article in a plain text file, or those of a log of a chat, and remarks on its header."""
    front, text = _split(data, beside)
    yield from front.remarks
    if front.is_draft:
        return
    if messages := messages_of(text):
        yield from chat_drafts(messages, front.header)
    else:
        yield Draft((Piece(unwrap(text)),), front.header)


def parse_markdown(data: bytes, beside: Header, *, has_expressions: bool = False) -> Drafts:
    """Yield the article in a Markdown file, and remarks on its header.

    A heading above all text is its title if no header gives one.
    """
    front, text = _split(data, beside)
    yield from front.remarks
    if front.is_draft:
        return
    pieces = markdown_pieces(text, has_expressions)
    title = pieces[0].text if pieces and pieces[0].kind is BlockKind.HEADING else ""
    yield Draft(pieces, front.header.over(Header(title=title)))


def _split(data: bytes, beside: Header) -> tuple[FrontMatter, str]:
    """Return what the header says, with what stands beside the file, and the text; of a draft only that."""
    yaml, text = split_front_matter(decode(data))
    front = read_front_matter(yaml)
    if front.is_draft:
        return replace(front, remarks=(Remark(say(Message.IS_A_DRAFT)),)), text
    return replace(front, header=merge_headers(front.header, beside)), text


def markdown_pieces(text: str, has_expressions: bool = False) -> tuple[Piece, ...]:
    """Return the headings, paragraphs, list items and table rows of a Markdown text, without markup.

    ``has_expressions`` tells that it is MDX. Where headings are marked, a last line without a full stop says
    something by itself.
    """
    tokens = _parser().parse(common_markdown(text, has_expressions))
    pieces = [piece for piece in _pieces(tokens) if piece.text]
    if any(piece.kind is BlockKind.HEADING for piece in pieces) and _states(pieces[-1]):
        pieces[-1] = replace(pieces[-1], kind=BlockKind.ITEM)
    return tuple(pieces)


def _states(piece: Piece) -> bool:
    """Tell whether a paragraph without a full stop is no heading, if nothing stands below it."""
    unfinished = not ends_sentence(piece.text) and not piece.text.endswith(":")
    return piece.kind is BlockKind.PROSE and unfinished and word_count(piece.text) >= _FEWEST_STATED


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # Without "code": texts indent their paragraphs more often than they quote programs.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")


def _pieces(tokens: "list[Token]") -> Iterator[Piece]:
    from markdown_it.token import Token

    opening, cells = Token("", "", 0), list[str]()
    inset = lists = 0
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        inset += token.nesting * (name in {"list_item", "blockquote"})
        lists += token.nesting * (name in {"bullet_list", "ordered_list"})
        match token.type:
            case "heading_open" | "list_item_open" | "th_open" | "td_open":
                opening = token
            case "inline" if opening.tag in {"th", "td"}:
                cells.append(_words(token))
            case "inline":
                piece = _piece(opening, _words(token), lists, inset > 0)
                yield replace(piece, kind=BlockKind.NOTE) if _is_of_links(piece, token) else piece
                opening = token
            case "tr_close":
                kind = BlockKind.HEAD if opening.tag == "th" else BlockKind.ROW
                yield Piece(CELLS_JOINED.join(cells).strip(), kind if any(cells) else BlockKind.PROSE)
                opening, cells = token, []
            case "fence":
                yield Piece(token.content.strip("\n"), BlockKind.CODE)
            case "html_block":
                yield Piece(unwrap(_read(_tokens(token.content))).strip())
            case _:
                pass


def _piece(opening: "Token", words: str, lists: int, inset: bool) -> Piece:
    """Return the first paragraph that follows ``opening``, ``lists`` deep in lists."""
    if opening.type == "heading_open" and len(words) <= MAX_HEADING:
        return Piece(words, BlockKind.HEADING, int(opening.tag[1:]))
    if words.startswith(TITLE):
        return Piece(words.removeprefix(TITLE), BlockKind.NOTE, inset=inset)
    if opening.type == "list_item_open":
        number = f"{opening.info}{opening.markup} " if opening.info else ""
        return Piece(number + words, BlockKind.ITEM, lists, inset)
    return Piece(words, inset=inset)


def _is_of_links(piece: Piece, inline: "Token") -> bool:
    """Tell whether a line is nothing but links, as in a table of contents; a linked sentence is more."""
    depth, outside = 0, ""
    for token in inline.children or []:
        depth += token.nesting * token.type.startswith("link_")
        outside += token.content if not depth else ""
    linked = outside != piece.text and not re.search(r"\w", outside)
    return piece.kind in {BlockKind.ITEM, BlockKind.PROSE} and linked and not _ENDED.search(piece.text)


def _words(inline: "Token") -> str:
    """Return what a reader sees of a paragraph, on one line unless its author broke it."""
    return unwrap(_read(_seen(inline.children or [])).strip(), inline.content)


def _seen(tokens: "Sequence[Token]") -> Iterator[tuple[str, str]]:
    """Yield words and tags, of which either is "" each time; marks of notes are left out."""
    links = False
    for token in tokens:
        match token.type:
            case "text" if links and token.content.startswith("^"):
                pass  # a note's mark, whose note is nothing but an address
            case "text":
                yield _NOTE_MARK.sub("", token.content), ""
            case "code_inline":
                yield token.content, ""
            case "softbreak" | "hardbreak":
                yield "\n", ""
            case "s_open" | "s_close":
                yield "", "s" if token.nesting > 0 else "/s"
            case "html_inline":
                yield "", _name(token.content)
            case _:
                pass
        links = token.type == "link_open"


def _tokens(markup: str) -> Iterator[tuple[str, str]]:
    """Yield words and tags of HTML inside of Markdown, of which either is "" each time."""
    end = 0
    markup = _HIDDEN.sub("", markup)
    for tag in _TAG.finditer(markup):
        yield html.unescape(markup[end : tag.start()]), ""
        yield "", _name(tag[0])
        end = tag.end()
    yield html.unescape(markup[end:]), ""


def _name(tag: str) -> str:
    """Return the name of a tag in small letters, with "/" in front where it closes."""
    found = _TAG_NAME.match(tag)
    return found[1].lower() if found else ""


def _read(tokens: Iterable[tuple[str, str]]) -> str:
    """Return what a reader reads: nothing struck out, and raised signs told apart from what they follow."""
    read, inside = "", list[tuple[str, str]]()
    for words, tag in tokens:
        if tag in _APART:
            inside.append((tag, read))
            read = ""
        elif inside and tag == f"/{inside[-1][0]}":
            name, before = inside.pop()
            read = before + _shown(name, read, before)
        else:
            read += words
    for _, before in reversed(inside):
        read = before + read  # nothing closes it, so that it is no tag
    return _DOUBLED.sub(r"\1", read)


def _shown(tag: str, words: str, before: str) -> str:
    match tag:
        case "sup":
            return raised(words, before)
        case "sub":
            return lowered(words, before)
        case _:
            return ""


FORMATS = (
    Format(suffixes=_SUFFIXES, media_types=("text/markdown",), is_text=True, parse=parse_markdown),
    Format(
        suffixes=(".mdx",),
        media_types=("text/mdx",),
        is_text=True,
        parse=partial(parse_markdown, has_expressions=True),
    ),
    Format(suffixes=(".txt", ".text"), media_types=("text/plain",), is_text=True, parse=parse_text),
)
