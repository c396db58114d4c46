"""Pages that are pictures of text, read by Tesseract where it is installed. The home of pytesseract.

A reader of the page must find each quoted word there: a word that Tesseract is not sure of is a hole, so that
its sentence is never quoted, and a page with many such words is not read at all (decision 0115).
"""

import os
import time
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.reading.shape import HOLE
from bot.languages.interface.messages import Message

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_CODES = {
    "en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "pl": "pol", "ru": "rus", "uk": "ukr",
    "kk": "kaz",
}  # fmt: skip
"""What Tesseract calls the languages."""
_SURE, _CLEAR = 90, 0.95
"""Per cent from which on a word is sure, and the share of sure words from which on a page is clear enough."""
_PLACE = itemgetter("block_num", "par_num", "line_num")


def recognised(reader: "PdfReader", language: str) -> list[list[str]]:
    """Return the lines of each page as Tesseract reads them; no page where it is not installed.

    ``language`` is an ISO 639-1 code, "" if unknown. Raises ArticleError for more than can be read in time.
    """
    try:
        from pytesseract import TesseractNotFoundError, get_languages
    except ModuleNotFoundError:
        return []
    try:
        languages = _languages(language, get_languages())
    except TesseractNotFoundError:
        return []
    os.environ["OMP_THREAD_LIMIT"] = "1"  # for Tesseract: a file is read on one core
    end = time.monotonic() + LIMITS.pages.recognising
    return [_page(page, languages, end) for page in reader.pages] if languages else []


def _languages(language: str, installed: list[str]) -> str:
    """Return how Tesseract is asked for a language, or all that we know; "" for none."""
    wanted = [_CODES[language]] if language in _CODES else list(_CODES.values())
    return "+".join(code for code in wanted if code in installed)


def _page(page: "PageObject", languages: str, end: float) -> list[str]:
    pictures = (file.image for file in page.images)
    largest = max(filter(None, pictures), key=lambda picture: picture.width * picture.height, default=None)
    if largest is None:
        return []
    if largest.width * largest.height > LIMITS.pages.pixels:
        raise ArticleError(Message.PDF_TOO_COMPLEX)
    words = _words(largest.convert("L"), languages, end)
    return list(lines_of_words(words)) if sum(map(_is_sure, words)) >= _CLEAR * len(words) else []


def _words(picture: Any, languages: str, end: float) -> list[dict[str, Any]]:
    """Return the words of a picture, with their places and how sure each is."""
    from pytesseract import Output, image_to_data

    left = end - time.monotonic()
    try:
        found: Any = image_to_data(picture, languages, output_type=Output.DICT, timeout=max(1, int(left)))
    except RuntimeError as error:  # Tesseract was killed for its time
        raise ArticleError(Message.TOO_SLOW, seconds=LIMITS.pages.recognising) from error
    rows = (dict(zip(found, values, strict=True)) for values in zip(*found.values(), strict=True))
    return [row for row in rows if str(row["text"]).strip()]


def lines_of_words(words: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of a page, an empty one between two paragraphs; no word of them is unsure."""
    paragraph = None
    for place, line in groupby(words, _PLACE):
        if paragraph not in {None, place[:2]}:
            yield ""
        paragraph = place[:2]
        yield " ".join(word["text"] if _is_sure(word) else HOLE for word in line)


def _is_sure(word: dict[str, Any]) -> bool:
    return float(word["conf"]) >= _SURE
