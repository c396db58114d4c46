"""PDF: the text of its pages, put together to paragraphs. The home of pypdf.

pypdf bounds what one stream and one page may cost; pages and CPU time are bounded here.
"""

import io
import logging
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.formats.printed.columns import Printed, column_by_column
from bot.library.formats.printed.scans import recognised
from bot.library.parsing.decoding import tidy
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.format import Format
from bot.library.parsing.header import Header, found_header
from bot.library.parsing.raised import raised
from bot.library.parsing.wrapping import join_lines

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_RUNNING = 2
"""How many lines at the top and at the foot of a page may be running heads."""

_SIDES, _OFTEN = 2, 3
"""How many pages a running head's next page may be away, and on how many it stands."""
_SMALLER = 0.8
"""The share of the size of the signs before it below which a figure is raised."""
_FEW_SIGNS = 20
_LONGEST_WORD = 60
_FIGURE = re.compile(r"\s*(\d{1,3}(?:[,–-]\d{1,3})*)(\s*)")
_NOTE = re.compile(r"\s*(\d{1,3})[ .)]+\S")
_NO_BASE = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,}$|(?<!\d)(?!10$)\d+$")
_NUMBER = re.compile(r"\W*\d{1,4}\W*")
_NO_TITLE = re.compile(r"microsoft word|untitled|\.(?:docx?|pdf|indd|qxd|rtf|tex|dvi)\b", re.IGNORECASE)
_UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd]|/?\\(cid:\\d+\\)")

_NOTE_SIZE = 0.93
"""The share of the size of most of a page below which the lines at its foot may be notes."""
_WORDS = re.compile(r"[^\W\d_]{2}")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]⁰¹²³⁴-⁹]*\s*$")


@dataclass(slots=True)
class _Line:
    """A line of a page, and the size of its signs."""

    text: str = ""
    size: float = 0.0

    def add(self, text: str, size: float) -> None:
        """Let text follow on the line."""
        self.size = max(self.size, round(size, 1)) if text.strip() else self.size
        self.text += text


logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on odd files help no one


def parse_pdf(data: bytes, beside: Header) -> Draft:
    """Return the article of a PDF file, with the offset at which each of its pages begins.

    Raises ArticleError for files that are encrypted, scanned, broken, or too much work.
    """
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import DependencyError, LimitReachedError

    try:
        with apply_configuration(**_limits()):
            reader = PdfReader(io.BytesIO(data))
            pages = list(_pages(reader, seconds_for_pages(len(data))))
            if _holds_pictures("".join(chain(*pages)), len(pages)):
                pages = recognised(reader, beside.language) or pages
            title = (reader.metadata.title if reader.metadata else None) or ""
    except ArticleError:
        raise
    except (LimitReachedError, MemoryError) as error:
        raise ArticleError(Message.PDF_TOO_COMPLEX) from error
    except DependencyError as error:
        raise ArticleError(Message.ENCRYPTED) from error
    except Exception as error:
        # A broken file makes pypdf fail in ways beyond its own errors: KeyError, TypeError, RecursionError …
        raise ArticleError(Message.PDF_BROKEN, kind=type(error).__name__) from error
    text, page_starts = join_lines(_without_running_lines(pages))
    _refuse_unreadable(text, len(pages))
    found = found_header({"title": "" if _NO_TITLE.search(title) else title})
    return Draft((Piece(text),), beside.over(found), page_starts=page_starts)


def _limits() -> dict[str, Any]:
    """Return what pypdf may spend on a file, as it was chosen for this process."""
    return {
        "zlib_maximum_output_length": LIMITS.files.one,
        "lzw_maximum_output_length": LIMITS.files.one,
        "run_length_maximum_output_length": LIMITS.files.one,
        "array_based_stream_maximum_output_length": LIMITS.files.one,
        "zlib_maximum_recovery_input_length": LIMITS.pages.recovered,
        "stream_parsing_work_maximum_count": LIMITS.pages.operations,
        "xform_maximum_invocations_per_extraction": LIMITS.pages.forms,
        "page_tree_maximum_entries": LIMITS.pages.pages * 2,
        "jbig2dec_binary": None,  # no program is started for what a file holds, but for whole pages
    }


def seconds_for_pages(size: int) -> float:
    """Return how much CPU time, in seconds, a file of ``size`` bytes may take."""
    return min(
        LIMITS.pages.least_seconds + size / 1_000_000 * LIMITS.pages.seconds_a_megabyte, LIMITS.pages.seconds
    )


def _pages(reader: "PdfReader", seconds: float) -> Iterator[list[str]]:
    """Yield the lines of each page."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise ArticleError(Message.ENCRYPTED)
    count = len(reader.pages)
    if count > LIMITS.pages.pages:
        raise ArticleError(Message.TOO_MANY_PAGES, size=count, limit=LIMITS.pages.pages)
    end = time.thread_time() + seconds
    for page in reader.pages:
        if time.thread_time() > end:
            raise ArticleError(Message.TOO_SLOW, seconds=round(seconds))
        text = tidy("\n".join(_without_notes(_lines(page))).replace("\xad\n", "")).strip()
        yield [line.strip() for line in text.split("\n")]


def _lines(page: "PageObject") -> list[_Line]:
    """Return the lines of a page; smaller figures right behind a word or a number are raised."""
    parts = list[Printed]()

    def add(text: str, place: Any, matrix: Any, _: Any, size: float) -> None:
        if text:
            left = matrix[4] * place[0] + matrix[5] * place[2] + place[4]
            parts.append(Printed(text, abs(size * (matrix[3] or matrix[1])), left))

    page.extract_text(visitor_text=add)
    usual = max((part.size for part in parts if len(part.text) > _FEW_SIGNS), default=0.0)
    notes = dict[str, float]()
    for part in parts:
        if found := _NOTE.match(part.text):
            notes[found[1]] = min(part.size, notes.get(found[1], part.size))
    read, before = list[_Line]([_Line()]), usual
    for part in column_by_column(parts):
        figure = _FIGURE.fullmatch(part.text) if part.size < before * _SMALLER else None
        if figure and read[-1].text[-1:].strip():
            last = read[-1].text
            is_note = notes.get(figure[1], before) < before and _may_have_a_note(last)
            text = raised(figure[1], last, is_note) + figure[2]
        else:
            text, before = part.text, part.size
        first, *others = text.split("\n")
        read[-1].add(first, part.size)
        for other in others:
            read.append(_Line())
            read[-1].add(other, part.size)
    return read


def _without_notes(lines: list[_Line]) -> list[str]:
    """Return the lines of a page, the notes at its foot behind the last line that ends a sentence.

    There they part no sentence that goes on on the next page; without such a line they are left out.
    """
    usual = Counter[float]()
    for line in lines:
        usual[line.size] += len(line.text)
    body = usual.most_common(1)[0][0] if usual else 0.0
    first = len(lines)
    while first and (lines[first - 1].size < body * _NOTE_SIZE or not _WORDS.search(lines[first - 1].text)):
        first -= 1
    first += next((n for n, line in enumerate(lines[first:]) if _NOTE.match(line.text)), len(lines) - first)
    notes = [line.text for line in lines[first:]]
    text = [line.text for line in lines[:first]]
    if not notes:
        return text
    end = next((n for n in range(len(text), 0, -1) if _ENDED.search(text[n - 1])), None)
    return text if end is None else [*text[:end], "", *notes, "", *text[end:]]


def _may_have_a_note(before: str) -> bool:
    """Tell whether a raised figure is no power there: behind a word that is no unit, or a number but ten."""
    return _NO_BASE.search(before[-_LONGEST_WORD:]) is not None


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Return the pages without page numbers, and without the heads and feet that pages repeat.

    These may change from left to right and from chapter to chapter.
    """
    places = defaultdict[str, list[int]](list)
    for number, page in enumerate(pages):
        for shape in {_shape(page[n]) for n in _margin(page)}:
            places[shape].append(number)
    kept = []
    for number, page in enumerate(pages):
        running = {
            n for n in _margin(page) if _NUMBER.fullmatch(page[n]) or _runs(places[_shape(page[n])], number)
        }
        kept.append([line for n, line in enumerate(page) if n not in running])
    return kept


def _runs(places: list[int], number: int) -> bool:
    """Tell whether a line that these pages have runs over the page of that number, and pages beside it."""
    first = last = places.index(number)
    while first > 0 and places[first] - places[first - 1] <= _SIDES:
        first -= 1
    while last + 1 < len(places) and places[last + 1] - places[last] <= _SIDES:
        last += 1
    return last - first + 1 >= _OFTEN


def _margin(page: list[str]) -> list[int]:
    """Return the numbers of the lines that stand at the top and at the foot of a page."""
    written = [n for n, line in enumerate(page) if line]
    return written[:_RUNNING] + written[_RUNNING:][-_RUNNING:]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _refuse_unreadable(text: str, pages: int) -> None:
    if _holds_pictures(text, pages):
        raise ArticleError(Message.PDF_PICTURES)
    if len(_UNREADABLE.findall(text)) * 20 > sum(map(str.isalpha, text)):
        raise ArticleError(Message.PDF_FONTS)


def _holds_pictures(text: str, pages: int) -> bool:
    return sum(map(str.isalpha, text)) < 20 + pages


FORMATS = (Format(suffixes=(".pdf",), media_types=("application/pdf",), parse=parse_pdf),)
