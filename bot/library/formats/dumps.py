"""Dumps: many articles in one file, a row of .csv or a line of .jsonl each.

Columns are named as in a header, or by what they are often called. Unknown columns and bad values are passed
over: a dump is made by a program, and nobody should have to correct it by hand.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.languages.interface.messages import Message
from bot.library.formats.exports.chat_days import Posted, chat_drafts, message_pieces
from bot.library.formats.exports.left_out import left_out
from bot.library.formats.saved.web_page import whole_text
from bot.library.parsing.decoding import decode_raw, tidy
from bot.library.parsing.draft import CELLS_JOINED, Draft, Piece
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.front_matter import is_unpublished
from bot.library.parsing.header import Header, found_header, one_line
from bot.library.parsing.wrapping import unwrap

_NAMES = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text"),
    "id": ("id", "key", "guid"),
    "title": ("title", "headline", "subject", "name"),
    "question": ("question",),
    "sender": ("sender", "from", "from_name", "username", "user", "author_name"),
    "url": ("html_url", "url", "link", "permalink"),
    "publisher": ("publisher", "source", "outlet", "site"),
    "author": ("author", "authors", "byline"),
    "published": (
        "published",
        "date",
        "published_at",
        "pubdate",
        "datetime",
        "timestamp",
        "created_at",
        "time",
    ),
    "modified": ("modified", "updated", "updated_at", "lastmod"),
    "language": ("language", "lang"),
}
"""What each field is called, the best name first."""
_SHORT_TEXTS = ("answer", "message", "description")
"""What is a row's text where all other columns are known too; else they say something beside it: a table."""

_MARKUP = re.compile(r"</?(?:p|div|br|h[1-6]|span|a|ul|li)\b[^<>]*>", re.IGNORECASE)

csv.field_size_limit(LIMITS.files.characters)


def parse_csv(data: bytes, beside: Header) -> Drafts:
    """Yield the article of each row, or why it was refused. The first row names the columns.

    Where no column holds a text, the file is one article: a table. Raises ArticleError for a single column.
    """
    text = decode_raw(data)
    first_line = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=first_line.count))
    try:
        names = next(rows, [])
        columns = [name.strip().lower() for name in names]
        if not _holds_texts(columns):
            if len(columns) < 2:
                raise ArticleError(Message.CSV_NO_TEXT, 1, columns=", ".join(columns)[:200])
            yield _table(names, rows, beside)
            return
        written = ((dict(zip(columns, row, strict=False)), rows.line_num) for row in rows if any(row))
        yield from read_dump_rows(written, beside)
    except csv.Error as error:
        raise ArticleError(Message.CSV_BROKEN, rows.line_num, problem=str(error)) from error


def _holds_texts(columns: list[str]) -> bool:
    """Tell whether a row is an article: a column is a text, or may be one and says all that the row does."""
    known = {name for called in _NAMES.values() for name in called}
    short = set(columns) & set(_SHORT_TEXTS)
    return bool(set(columns) & set(_NAMES["text"]) or (short and set(columns) <= known | short))


def _table(names: list[str], rows: Iterable[list[str]], beside: Header) -> Draft:
    def piece(cells: list[str], kind: BlockKind) -> Piece:
        return Piece(CELLS_JOINED.join(" ".join(tidy(cell).split()) for cell in cells).strip(), kind)

    read = (piece(row, BlockKind.ROW) for row in rows if any(row))
    return Draft((piece(names, BlockKind.HEAD), *read), beside)


def parse_jsonl(data: bytes, beside: Header) -> Drafts:
    """Yield the article of each line, or why it was refused."""
    lines = enumerate(decode_raw(data).split("\n"), start=1)
    yield from read_dump_rows(((_object(text, line), line) for line, text in lines if text.strip()), beside)


DumpRow = Mapping[str, str] | ArticleError
"""The fields of a row by their names in small letters, or why it cannot be read."""


def read_dump_rows(rows: Iterable[tuple[DumpRow, int]], beside: Header) -> Drafts:
    """Yield the article of each row, which has its line, or why it was refused, and how many are drafts.

    What somebody sent in a chat is read at the end: an article is what was sent on one day.
    """
    posted, drafts = list[Posted](), 0
    for number, (fields, line) in enumerate(rows, start=1):
        if not isinstance(fields, ArticleError) and is_unpublished(fields):
            drafts += 1
            continue
        found = fields if isinstance(fields, ArticleError) else _draft(fields, beside, number, line)
        if isinstance(found, Posted):
            posted.append(found)
        else:
            yield found
    yield from chat_drafts(posted, beside)
    yield from left_out({"draft": drafts} if drafts else {})


def _object(text: str, line: int) -> DumpRow:
    try:
        return row_of(json.loads(text))
    except (ValueError, RecursionError) as error:
        problem = getattr(error, "msg", type(error).__name__)
        return ArticleError(Message.JSON_BROKEN, line, problem=problem)
    except ArticleError as error:
        return ArticleError(error.sentence, line)


def row_of(fields: object) -> dict[str, str]:
    """Return the fields of an object of JSON as texts. Raises ArticleError for what is no object."""
    if not isinstance(fields, dict):
        raise ArticleError(Message.JSON_NO_OBJECT)
    return {name.lower(): _plain(value, name.lower()) for name, value in fields.items()}


def _plain(value: object, name: str) -> str:
    """Return a value as text: paragraphs of a list stay apart, nothing is put between words of a text."""
    if isinstance(value, list):
        between = "\n\n" if name in _NAMES["text"] else ", "
        return between.join(item for item in value if isinstance(item, str))
    return str(value) if isinstance(value, str | int | float) else ""


def _draft(
    fields: Mapping[str, str], beside: Header, number: int, line: int
) -> Draft | ArticleError | Posted:
    called = {**_NAMES, "text": (*_NAMES["text"], *_SHORT_TEXTS)}
    values = {name: next(filter(None, map(fields.get, names)), "") for name, names in called.items()}
    try:
        text = tidy(values.pop("text"))
        key = one_line(values.pop("id")) or str(number)
        sender, question = values.pop("sender"), one_line(values.pop("question"))
        marked_up = _MARKUP.search(text) is not None
        if sender and not marked_up and not values["title"] and not question:
            head = f"{sender}, {values['published']}".rstrip(", ")
            return Posted(head, text, found_header(values).published)
        values["title"], values["author"] = values["title"] or question, values["author"] or sender
        above = (Piece(question, BlockKind.HEADING, 1),) if question else ()
        pieces = whole_text(text) if marked_up else message_pieces("", unwrap(text))
        return Draft((*above, *pieces), found_header(values).over(beside), key, line)
    except ArticleError as error:
        return ArticleError(error.sentence, line)


FORMATS = (
    Format(suffixes=(".csv",), holds_many=True, parse=parse_csv),
    Format(suffixes=(".jsonl",), holds_many=True, parse=parse_jsonl),
)
