"""PDF: the text of its pages, put together to paragraphs. The home of pypdf.

pypdf bounds what one stream and one page may cost; pages and CPU time are bounded here.
"""

import io
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.parsing.decoding import tidy
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.format import Format
from bot.library.parsing.header import Header, found_header
from bot.library.parsing.wrapping import join_lines

if TYPE_CHECKING:
    from pypdf import PdfReader

_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": LIMITS.files.one,
    "lzw_maximum_output_length": LIMITS.files.one,
    "run_length_maximum_output_length": LIMITS.files.one,
    "array_based_stream_maximum_output_length": LIMITS.files.one,
    "zlib_maximum_recovery_input_length": LIMITS.pages.recovered,
    "stream_parsing_work_maximum_count": LIMITS.pages.operations,
    "xform_maximum_invocations_per_extraction": LIMITS.pages.forms,
    "page_tree_maximum_entries": LIMITS.pages.pages * 2,
    "jbig2dec_binary": None,  # no other program is started for a file
}
_RUNNING = 2
"""How many lines at the top and at the foot of a page may be running heads."""

_NUMBER = re.compile(r"\W*\d{1,4}\W*")
_NO_TITLE = re.compile(r"microsoft word|untitled|\.(?:docx?|pdf|indd|qxd|rtf|tex|dvi)\b", re.IGNORECASE)
_UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd]|/?\\(cid:\\d+\\)")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on odd files help no one


def parse_pdf(data: bytes, beside: Header) -> Draft:
    """Return the article of a PDF file, with the offset at which each of its pages begins.

    Raises ArticleError for files that are encrypted, scanned, broken, or too much work.
    """
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import DependencyError, LimitReachedError

    try:
        with apply_configuration(**_LIMITS):
            reader = PdfReader(io.BytesIO(data))
            pages = list(_pages(reader, seconds_for(len(data))))
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


def seconds_for(size: int) -> float:
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
        text = tidy(page.extract_text().replace("\xad\n", "")).strip()
        yield [line.strip() for line in text.split("\n")]


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Return the pages without page numbers, and without the heads and feet that most pages repeat."""
    counts = Counter(shape for page in pages for shape in {_shape(page[n]) for n in _margin(page)})
    often = max(3, len(pages) / 2)
    kept = []
    for page in pages:
        running = {n for n in _margin(page) if _NUMBER.fullmatch(page[n]) or counts[_shape(page[n])] >= often}
        kept.append([line for n, line in enumerate(page) if n not in running])
    return kept


def _margin(page: list[str]) -> list[int]:
    """Return the numbers of the lines that stand at the top and at the foot of a page."""
    written = [n for n, line in enumerate(page) if line]
    return written[:_RUNNING] + written[_RUNNING:][-_RUNNING:]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _refuse_unreadable(text: str, pages: int) -> None:
    letters = sum(map(str.isalpha, text))
    if letters < 20 + pages:
        raise ArticleError(Message.PDF_PICTURES)
    if len(_UNREADABLE.findall(text)) * 20 > letters:
        raise ArticleError(Message.PDF_FONTS)


FORMATS = (Format(suffixes=(".pdf",), media_types=("application/pdf",), parse=parse_pdf),)
