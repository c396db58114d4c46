"""Which file is read how. Every refusal is a value here, so that one file never stops another.

A format's library is imported when its first file is met: a folder of Markdown starts fast.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.formats.child import parsed_apart, serve_orders
from bot.library.parsing.draft import Draft, Drafted, read_draft
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Problem

_log = logging.getLogger(__name__)

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
PLAIN = frozenset({".md", ".markdown", ".txt", ".text"})
"""Texts that people write by hand, with a header in front; all else is parsed in a child process."""

_DUMPS = (".csv", ".jsonl")

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
        for found in _readings(file, data, beside or Header()):
            if isinstance(found, Drafted):
                readings.append(found)
            else:
                problems.append(Problem.of(found, file))
    except ArticleError as error:
        problems.append(Problem.of(error, file))
    except Exception as error:
        # A library's defect in one file must not keep all others from loading.
        _log.exception("cannot read %s", file)
        problems.append(Problem(file, say(Message.READER_FAILED, kind=type(error).__name__)))
    if not readings and not problems:
        problems.append(Problem(file, say(Message.NO_ARTICLE)))
    return Parsed(tuple(readings), _told(problems))


def _readings(file: str, data: bytes, beside: Header) -> Iterator[Drafted | ArticleError]:
    """Yield each article in the file, or why it was refused, and where; many refusals end it."""
    read = refused = 0
    for draft in _drafts(PurePosixPath(file).suffix.lower(), data, beside):
        found = _reading(draft, file)
        yield found
        read, refused = (read + 1, refused) if isinstance(found, Drafted) else (read, refused + 1)
        if refused > max(LIMITS.files.refused, read):
            yield ArticleError(Message.TOO_MANY_REFUSED, limit=LIMITS.files.refused)
            return


def _reading(draft: Draft | ArticleError, file: str) -> Drafted | ArticleError:
    if isinstance(draft, ArticleError):
        return draft
    try:
        return read_draft(draft, file)
    except ArticleError as error:
        return ArticleError(error.sentence, error.line or draft.line)


def _told(problems: list[Problem]) -> tuple[Problem, ...]:
    """Return the problems, of very many the first ones, their number and what ended the reading."""
    if len(problems) <= LIMITS.files.problems:
        return tuple(problems)
    more = len(problems) - LIMITS.files.problems
    last = problems[-1]
    rest = Problem(last.file, say(Message.MORE_REFUSED, count=more))
    return (*problems[: LIMITS.files.problems - 1], rest, last)


def limit(file: str) -> int:
    """Return how many bytes ``file`` may have."""
    return LIMITS.files.many if file.lower().endswith(_DUMPS) else LIMITS.files.one


def _drafts(suffix: str, data: bytes, beside: Header) -> Drafts:
    if suffix not in _PARSERS:
        raise ArticleError(Message.UNKNOWN_ENDING, suffix=repr(suffix), known=", ".join(SUFFIXES))
    if len(data) > limit(suffix):
        raise ArticleError(Message.TOO_MANY_BYTES, size=len(data), limit=limit(suffix))
    return (_parsed_here if suffix in PLAIN else parsed_apart)(suffix, data, beside)


def serve() -> None:
    """Parse files for another process until it sends no more."""
    serve_orders(_parsed_here)


def _parsed_here(suffix: str, data: bytes, beside: Header) -> Drafts:
    module, name = _PARSERS[suffix].split(".")
    parse: Callable[[bytes, Header], Draft | Drafts]
    parse = getattr(import_module(f"bot.library.formats.{module}"), name)
    drafts = parse(data, beside)
    return [drafts] if isinstance(drafts, Draft) else drafts
