"""What the files of a folder are: articles, the headers beside them, synonyms, or a problem."""

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.languages.interface.messages import Message
from bot.languages.interface.saying import Said, say
from bot.library.corpus.synonyms import FILE as SYNONYMS
from bot.library.corpus.untrusted import visible_files
from bot.library.formats.registry import SUFFIXES
from bot.library.parsing.format import HEADERS, is_about, is_asset
from bot.library.parsing.problem import Problem


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """What lies in a folder. ``articles`` maps a file to the header file beside it, None if there is none."""

    articles: dict[str, str | None]
    has_synonyms: bool
    problems: tuple[Problem, ...]
    passed_over: tuple[str, ...] = ()
    """What could be an article, but tells what the folder is."""


def find_files(root: Path) -> FolderFiles:
    """Return what lies in ``root`` and below it; paths are relative, with "/", and in order.

    Hidden files, the folder's own README and what saved pages bring along are passed over; all else that
    cannot be an article is a problem. Raises CorpusError if ``root`` is no folder that can be read.
    """
    visible, unreadable = visible_files(root)
    files, problems = set(visible), list(unreadable)
    articles = {file: header_beside(file, files) for file in sorted(files) if is_article(file)}
    for file in files - {*articles, *articles.values(), SYNONYMS}:
        problems += [Problem(file, why) for why in _why_unknown(PurePosixPath(file))]
    about = tuple(sorted(file for file in files if _has_known_ending(file) and is_about(file)))
    return FolderFiles(articles, SYNONYMS in files, tuple(problems), about)


def is_article(file: str) -> bool:
    """Tell by its name whether a file may hold articles."""
    return _has_known_ending(file) and not is_about(file)


def _has_known_ending(file: str) -> bool:
    return PurePosixPath(file).suffix.lower() in SUFFIXES


def header_beside(file: str, files: Container[str]) -> str | None:
    """Return the file that holds the header of the article in ``file``."""
    names = (str(PurePosixPath(file).with_suffix(suffix)) for suffix in HEADERS)
    return next((name for name in names if name in files), None)


def _why_unknown(path: PurePosixPath) -> tuple[Said, ...]:
    """Return why the file is a problem, nothing if it is passed over."""
    if is_about(str(path)) or is_asset(str(path)):
        return ()
    if path.suffix.lower() in HEADERS:
        return (say(Message.HEADER_ALONE, name=repr(path.stem)),)
    known = ", ".join(SUFFIXES)
    if not path.suffix:
        return (say(Message.NO_ENDING, known=known),)
    return (say(Message.UNKNOWN_ENDING, suffix=repr(path.suffix), known=known),)
