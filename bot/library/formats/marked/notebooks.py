"""Notebooks of Jupyter (.ipynb): their text, and their programs behind it; results are not read."""

import json
from typing import Any

from bot.basics.errors import ArticleError
from bot.core.nouns import BlockKind
from bot.languages.interface.messages import Message
from bot.library.formats.markdown.reader import markdown_pieces
from bot.library.parsing.decoding import decode_raw, refuse_long, tidy
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.format import Format
from bot.library.parsing.header import Header, found_header


def parse_notebook(data: bytes, beside: Header) -> Draft:
    """Return the article of a notebook; its first heading is the title if it has none.

    Raises ArticleError for what is no notebook.
    """
    try:
        found = json.loads(decode_raw(data))
    except (ValueError, RecursionError, MemoryError) as error:
        problem = getattr(error, "msg", type(error).__name__)
        raise ArticleError(Message.JSON_BROKEN, problem=problem) from error
    cells = found.get("cells") if isinstance(found, dict) else None
    if not isinstance(cells, list):
        raise ArticleError(Message.JSON_NO_ARTICLES)
    pieces = tuple(piece for cell in cells if isinstance(cell, dict) for piece in _pieces(cell))
    metadata = found.get("metadata")
    title = metadata.get("title") if isinstance(metadata, dict) else ""
    first = next((piece.text for piece in pieces[:1] if piece.kind is BlockKind.HEADING), "")
    return Draft(pieces, beside.over(found_header({"title": title or first})))


def _pieces(cell: dict[str, Any]) -> tuple[Piece, ...]:
    source = cell.get("source")
    parts = source if isinstance(source, list) else [source]
    text = tidy("".join(part for part in parts if isinstance(part, str)))
    refuse_long(text)
    if cell.get("cell_type") == "markdown":
        return markdown_pieces(text)
    is_program = cell.get("cell_type") == "code" and text.strip()
    return (Piece(text.strip("\n"), BlockKind.CODE),) if is_program else ()


FORMATS = (Format(suffixes=(".ipynb",), parse=parse_notebook),)
