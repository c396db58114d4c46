"""Which file is read how. Every refusal is a value here, so that one file never stops another."""

import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePosixPath
from pkgutil import walk_packages

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library import formats
from bot.library.formats.child import Yielded, parsed_apart, serve_orders
from bot.library.formats.exports.notion import is_of_notion, without_properties
from bot.library.formats.feeds import FEED_LISTING
from bot.library.formats.saved.links import PAGE_LISTING
from bot.library.formats.site_maps import SITE_MAP_LISTING
from bot.library.parsing.draft import OWN_HANDS, Draft, Drafted, Hands
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Problem, Remark

_log = logging.getLogger(__name__)


def _found() -> Iterator[Format]:
    """Yield what the files of this folder, and of the folders in it, can read."""
    for module in walk_packages(formats.__path__, f"{formats.__name__}."):
        yield from getattr(import_module(module.name), "FORMATS", ())


# Texts first: where endings are listed, most people look for those.
_BY_SUFFIX = {
    suffix: form for form in sorted(_found(), key=lambda form: not form.is_text) for suffix in form.suffixes
}
SUFFIXES = tuple(_BY_SUFFIX)
"""The endings of files that hold articles, in lower case."""

LISTINGS = {listing.suffixes[0]: listing for listing in (FEED_LISTING, SITE_MAP_LISTING, PAGE_LISTING)}
"""What lists pages instead of holding them, by what people call it: read in a child only."""

MEDIA_TYPES = {kind: form.suffixes[0] for form in _BY_SUFFIX.values() for kind in form.media_types}
"""The ending under which what an address gives is kept."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file holds: its articles, why it, or parts of it, were refused, and what is worth a remark."""

    readings: tuple[Drafted, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


def parse_file(
    file: str,
    data: bytes,
    beside: Header | None = None,
    known: Iterable[Drafted] = (),
    hands: Hands = OWN_HANDS,
) -> Parsed:
    """Return the articles in ``data``, the content of ``file``, read as its ending tells.

    ``file`` is a path with "/"; ``beside`` is the header in the ``NAME.yaml`` next to it; ``known`` are the
    articles that it held before: those that did not change are not read again. Raises nothing for bad input,
    and BrokenExecutor where the ``hands`` that read are gone.
    """
    before = {reading.digest: reading for reading in known if reading.digest}
    readings: list[Drafted] = []
    problems: list[Problem] = []
    remarks: list[Problem] = []
    try:
        for found in _readings(file, _drafts(file, data, beside or Header()), before, hands):
            if isinstance(found, Drafted):
                readings.append(found)
            elif isinstance(found, Remark):
                remarks.append(Problem.of(found, file))
            else:
                problems.append(Problem.of(found, file))
    except ArticleError as error:
        problems.append(Problem.of(error, file))
    except BrokenExecutor:
        raise
    except Exception as error:
        # A library's defect in one file must not keep all others from loading.
        _log.exception("cannot read %s", file)
        problems.append(Problem(file, say(Message.READER_FAILED, kind=type(error).__name__)))
    if not readings and not problems and not remarks:
        problems.append(Problem(file, say(Message.NO_ARTICLE)))
    return Parsed(tuple(readings), _told(problems), _told(remarks))


def _readings(
    file: str, drafts: Drafts, known: dict[str, Drafted], hands: Hands
) -> Iterator[Drafted | ArticleError | Remark]:
    """Yield each article in the file, or why it was refused, and where; many refusals end it."""
    read = refused = 0
    for found in hands.in_turn(_begun(draft, file, known, hands) for draft in drafts):
        yield found
        if isinstance(found, Remark):
            continue
        read, refused = (read + 1, refused) if isinstance(found, Drafted) else (read, refused + 1)
        if refused > max(LIMITS.files.refused, read):
            yield ArticleError(Message.TOO_MANY_REFUSED, limit=LIMITS.files.refused)
            return


def _begun(
    draft: Yielded, file: str, known: dict[str, Drafted], hands: Hands
) -> Callable[[], Drafted | ArticleError | Remark]:
    if not isinstance(draft, Draft):
        return lambda: draft
    digest = draft.digest(file)
    same = known.pop(digest, None)  # once: a second one like it is told as repeated
    return (lambda: same) if same else hands.begun(_reading, draft, file, digest, hands.read)


def _reading(
    draft: Draft, file: str, digest: str, read: Callable[[Draft, str], Drafted]
) -> Drafted | ArticleError:
    try:
        return replace(read(draft, file), digest=digest)
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


def format_of(file: str) -> Format:
    """Return how ``file`` is read, as its ending tells. Raises ArticleError if it is not."""
    suffix = PurePosixPath(file).suffix.lower()
    if suffix not in _BY_SUFFIX:
        raise ArticleError(Message.UNKNOWN_ENDING, suffix=repr(suffix), known=", ".join(SUFFIXES))
    return _BY_SUFFIX[suffix]


def is_known(file: str) -> bool:
    """Tell whether files of that ending are read."""
    return PurePosixPath(file).suffix.lower() in _BY_SUFFIX


def drafts_of(file: str, data: bytes, beside: Header) -> Drafts:
    """Return the articles in ``data``, parsed in this process. Raises ArticleError as ``Format.drafts``."""
    form = format_of(file)
    return form.drafts(_as_written(file, form, data), beside)


def _drafts(file: str, data: bytes, beside: Header) -> Drafts:
    form = format_of(file)
    written = _as_written(file, form, data)
    if form.is_text and len(data) <= LIMITS.children.text_here:
        return form.drafts(written, beside)
    return parsed_apart(form.suffixes[0], written, beside)


def _as_written(file: str, form: Format, data: bytes) -> bytes:
    """Return what its author wrote in a file. Raises ArticleError for too many bytes."""
    if len(data) > form.limit:
        raise ArticleError(Message.TOO_MANY_BYTES, size=len(data), limit=form.limit)
    return without_properties(data) if form.is_text and is_of_notion(file) else data


def serve_child() -> None:
    """Parse files for another process until it sends no more."""
    forms = _BY_SUFFIX | LISTINGS
    serve_orders(lambda suffix, data, beside: forms[suffix].drafts(data, beside))
