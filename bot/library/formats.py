"""Which file is read how. Every refusal is a value here, so that one file never stops another.

A format's library is imported when its first file is met: a folder of Markdown starts fast.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.core.model import Problem
from bot.errors import ArticleError
from bot.library.header import Header
from bot.library.reading import Draft, Reading, read_draft

MAX_BYTES = 20_000_000
"""The largest file that is read; Telegram hands bots no larger one either."""

SUFFIXES = (".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml")
"""The endings of files that hold articles, in lower case."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file holds: its articles, and why it, or parts of it, were refused."""

    readings: tuple[Reading, ...] = ()
    problems: tuple[Problem, ...] = ()


def parse_file(file: str, data: bytes, beside: Header | None = None) -> Parsed:
    """Return the articles in ``data``, the content of ``file``, read as its ending tells.

    ``file`` is a path with "/"; ``beside`` is the header in the ``NAME.yaml`` next to it. Raises nothing for
    bad input.
    """
    readings: list[Reading] = []
    problems: list[Problem] = []
    try:
        for draft in _drafts(PurePosixPath(file).suffix.lower(), data, beside or Header()):
            match _reading(draft, file):
                case Reading() as reading:
                    readings.append(reading)
                case ArticleError() as error:
                    problems.append(Problem(file, error.reason, error.line))
    except ArticleError as error:
        problems.append(Problem(file, error.reason, error.line))
    if not readings and not problems:
        problems.append(Problem(file, "it holds no article"))
    return Parsed(tuple(readings), tuple(problems))


def _reading(draft: Draft | ArticleError, file: str) -> Reading | ArticleError:
    if isinstance(draft, ArticleError):
        return draft
    try:
        return read_draft(draft, file)
    except ArticleError as error:
        return error


def _drafts(suffix: str, data: bytes, beside: Header) -> Iterable[Draft | ArticleError]:
    if len(data) > MAX_BYTES:
        raise ArticleError(f"its {len(data):,} bytes are more than the limit of {MAX_BYTES:,}; split it")
    match suffix:
        case ".md" | ".markdown":
            from bot.library.markdown import parse_markdown

            return [parse_markdown(data, beside)]
        case ".txt" | ".text":
            from bot.library.markdown import parse_text

            return [parse_text(data, beside)]
        case ".html" | ".htm" | ".xhtml":
            from bot.library.web_page import parse_web_page

            return [parse_web_page(data, beside)]
        case _:
            raise ArticleError(f"files ending in {suffix!r} are not read; known are {', '.join(SUFFIXES)}")
