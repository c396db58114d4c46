"""Which file is read how. Every refusal is a value here, so that one file never stops another.

A format's library is imported when its first file is met: a folder of Markdown starts fast.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath

from bot.basics.errors import ArticleError
from bot.languages.messages import Message
from bot.languages.saying import say
from bot.library.parsing.draft import Draft, Drafted, read_draft
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Problem

_log = logging.getLogger(__name__)

MAX_BYTES = 20_000_000
"""The largest file with one article; Telegram hands bots no larger one either."""

MAX_DUMP = 100_000_000
"""The largest file with many articles, in bytes."""

_PARSERS = {
    ".md": "markdown.parse_markdown",
    ".markdown": "markdown.parse_markdown",
    ".txt": "markdown.parse_text",
    ".text": "markdown.parse_text",
    ".html": "web_page.parse_web_page",
    ".htm": "web_page.parse_web_page",
    ".xhtml": "web_page.parse_web_page",
    ".pdf": "pdf.parse_pdf",
    ".docx": "docx.parse_docx",
    ".epub": "epub.parse_epub",
    ".xml": "feeds.parse_feed",
    ".rss": "feeds.parse_feed",
    ".atom": "feeds.parse_feed",
    ".csv": "dumps.parse_csv",
    ".jsonl": "dumps.parse_jsonl",
}
_DUMPS = (".csv", ".jsonl")

FAILED = "its reader failed"
"""How the reason begins where a library met what it was not made for."""

SUFFIXES = tuple(_PARSERS)
"""The endings of files that hold articles, in lower case."""

Drafts = Iterable[Draft | ArticleError]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file holds: its articles, and why it, or parts of it, were refused."""

    readings: tuple[Drafted, ...] = ()
    problems: tuple[Problem, ...] = ()


def parse_file(file: str, data: bytes, beside: Header | None = None) -> Parsed:
    """Return the articles in ``data``, the content of ``file``, read as its ending tells.

    ``file`` is a path with "/"; ``beside`` is the header in the ``NAME.yaml`` next to it. Raises nothing for
    bad input.
    """
    readings: list[Drafted] = []
    problems: list[Problem] = []
    try:
        for draft in _drafts(PurePosixPath(file).suffix.lower(), data, beside or Header()):
            match _reading(draft, file):
                case Drafted() as reading:
                    readings.append(reading)
                case ArticleError() as error:
                    problems.append(Problem.of(error, file, getattr(draft, "line", None)))
    except ArticleError as error:
        problems.append(Problem.of(error, file))
    except Exception as error:
        # A library's defect in one file must not keep all others from loading.
        _log.exception("cannot read %s", file)
        problems.append(Problem(file, say(Message.READER_FAILED, kind=type(error).__name__)))
    if not readings and not problems:
        problems.append(Problem(file, say(Message.NO_ARTICLE)))
    return Parsed(tuple(readings), tuple(problems))


def _reading(draft: Draft | ArticleError, file: str) -> Drafted | ArticleError:
    if isinstance(draft, ArticleError):
        return draft
    try:
        return read_draft(draft, file)
    except ArticleError as error:
        return error


def limit(file: str) -> int:
    """Return how many bytes ``file`` may have."""
    return MAX_DUMP if file.lower().endswith(_DUMPS) else MAX_BYTES


def _drafts(suffix: str, data: bytes, beside: Header) -> Drafts:
    if suffix not in _PARSERS:
        raise ArticleError(Message.UNKNOWN_ENDING, suffix=repr(suffix), known=", ".join(SUFFIXES))
    if len(data) > limit(suffix):
        raise ArticleError(Message.TOO_MANY_BYTES, size=len(data), limit=limit(suffix))
    module, name = _PARSERS[suffix].split(".")
    parse: Callable[[bytes, Header], Draft | Drafts]
    parse = getattr(import_module(f"bot.library.formats.{module}"), name)
    drafts = parse(data, beside)
    return [drafts] if isinstance(drafts, Draft) else drafts
