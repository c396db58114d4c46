"""Dumps: many articles in one file, a row of .csv or a line of .jsonl each.

Columns are named as in a header, or by what they are often called. Unknown columns and bad values are passed
over: a dump is made by a program, and nobody should have to correct it by hand.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.languages.interface.messages import Message
from bot.library.formats.web_page import whole_text
from bot.library.parsing.decoding import decode_raw, tidy
from bot.library.parsing.draft import CELLS_JOINED, Draft, Piece
from bot.library.parsing.format import Format
from bot.library.parsing.header import Header, found_header, one_line
from bot.library.parsing.wrapping import unwrap

_NAMES = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text"),
    "id": ("id", "key", "guid"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "publisher": ("publisher", "source", "outlet", "site"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "date", "published_at", "pubdate"),
    "modified": ("modified", "updated", "updated_at"),
    "language": ("language", "lang"),
}
"""What each field is called, the best name first."""

_MARKUP = re.compile(r"</?(?:p|div|br|h[1-6]|span|a|ul|li)\b[^<>]*>", re.IGNORECASE)

_LONGEST_POST = 1_000
"""Characters of a post or message, whose lines seldom end in a full stop; a longer text is an article."""

csv.field_size_limit(LIMITS.files.characters)


def parse_csv(data: bytes, beside: Header) -> Iterator[Draft | ArticleError]:
    """Yield the article of each row, or why it was refused. The first row names the columns.

    Where no column holds a text, the file is one article: a table. Raises ArticleError for a single column.
    """
    text = decode_raw(data)
    first_line = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=first_line.count))
    try:
        names = next(rows, [])
        columns = [name.strip().lower() for name in names]
        if not set(columns) & set(_NAMES["text"]):
            if len(columns) < 2:
                raise ArticleError(Message.CSV_NO_TEXT, 1, columns=", ".join(columns)[:200])
            yield _table(names, rows, beside)
            return
        for number, row in enumerate((row for row in rows if any(row)), start=1):
            yield _draft(dict(zip(columns, row, strict=False)), beside, number, rows.line_num)
    except csv.Error as error:
        raise ArticleError(Message.CSV_BROKEN, rows.line_num, problem=str(error)) from error


def _table(names: list[str], rows: Iterable[list[str]], beside: Header) -> Draft:
    def piece(cells: list[str], kind: BlockKind) -> Piece:
        return Piece(CELLS_JOINED.join(" ".join(tidy(cell).split()) for cell in cells).strip(), kind)

    read = (piece(row, BlockKind.ROW) for row in rows if any(row))
    return Draft((piece(names, BlockKind.HEAD), *read), beside)


def parse_jsonl(data: bytes, beside: Header) -> Iterator[Draft | ArticleError]:
    """Yield the article of each line, or why it was refused."""
    number = 0
    for line, text in enumerate(decode_raw(data).split("\n"), start=1):
        if not text.strip():
            continue
        number += 1
        try:
            fields = _object(text)
        except ArticleError as error:
            yield ArticleError(error.sentence, line)
        else:
            yield _draft(fields, beside, number, line)


def _object(text: str) -> dict[str, str]:
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        problem = getattr(error, "msg", type(error).__name__)
        raise ArticleError(Message.JSON_BROKEN, problem=problem) from error
    if not isinstance(fields, dict):
        raise ArticleError(Message.JSON_NO_OBJECT)
    return {name.lower(): _plain(value, name.lower()) for name, value in fields.items()}


def _plain(value: object, name: str) -> str:
    """Return a value as text: paragraphs of a list stay apart, nothing is put between words of a text."""
    if isinstance(value, list):
        between = "\n\n" if name in _NAMES["text"] else ", "
        return between.join(item for item in value if isinstance(item, str))
    return str(value) if isinstance(value, str | int | float) else ""


def _draft(fields: Mapping[str, str], beside: Header, number: int, line: int) -> Draft | ArticleError:
    values = {name: next(filter(None, map(fields.get, called)), "") for name, called in _NAMES.items()}
    try:
        text = tidy(values.pop("text"))
        key = one_line(values.pop("id")) or str(number)
        kind = BlockKind.ITEM if len(text) <= _LONGEST_POST else BlockKind.PROSE
        pieces = whole_text(text) if _MARKUP.search(text) else (Piece(unwrap(text), kind),)
        return Draft(pieces, found_header(values).over(beside), key, line)
    except ArticleError as error:
        return ArticleError(error.sentence, line)


FORMATS = (
    Format(suffixes=(".csv",), holds_many=True, parse=parse_csv),
    Format(suffixes=(".jsonl",), holds_many=True, parse=parse_jsonl),
)
