"""The file system, which is never trusted: the files in a folder, and the bytes of one."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from bot.basics.errors import ArticleError, CorpusError, told
from bot.basics.visible import visible_name
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.parsing.problem import Problem


def visible_files(root: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the regular files in ``root`` and below it, as relative paths with "/", and what is none.

    Hidden files and what saved pages bring along are passed over. Raises CorpusError if ``root`` is no folder
    that can be read.
    """
    problems: list[Problem] = []
    return tuple(_regular_files(root, problems)), tuple(problems)


def size_of(root: Path) -> int:
    """Return how many bytes these files have. Raises CorpusError too."""
    size = 0
    for file in visible_files(root)[0]:
        with suppress(OSError):  # one that has just gone
            size += (root / file).stat().st_size
    return size


def read_bytes(root: Path, file: str, most: int) -> bytes:
    """Return the content of the regular file ``file`` in ``root``, which a link may not lead out of.

    Raises ArticleError if it cannot be read, or is longer than ``most`` bytes.
    """
    try:
        path = _inside(root, root / file)
        # Not blocking: a pipe put in the file's place would keep us waiting for ever.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(path, flags), "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise ArticleError(Message.NOT_A_FILE)
            data = b"" if status.st_size > most else stream.read(most + 1)
    except OSError as error:
        raise ArticleError(Message.UNREADABLE, problem=told(error)) from error
    size = max(status.st_size, len(data))
    if size > most:
        raise ArticleError(Message.TOO_MANY_BYTES, size=size, limit=most)
    return data


def _regular_files(root: Path, problems: list[Problem]) -> Iterator[str]:
    """Yield the visible files in ``root`` and below it; what is wrong with others goes to ``problems``."""
    folders = [root]
    while folders:
        folder = folders.pop()
        for entry in _entries(root, folder, problems):
            file = Path(entry.path).relative_to(root).as_posix()
            try:
                if _is_folder(root, entry):
                    folders.append(Path(entry.path))
                else:
                    yield file
            except ArticleError as error:
                problems.append(Problem.of(error, visible_name(file)))


def _entries(root: Path, folder: Path, problems: list[Problem]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            visible = [entry for entry in entries if not entry.name.startswith(".") and entry.name[-1] != "~"]
    except OSError as error:
        if folder == root:
            raise CorpusError(Message.FOLDER_UNREADABLE, folder=str(root), problem=told(error)) from error
        name = visible_name(folder.relative_to(root).as_posix())
        problems.append(Problem(name, say(Message.UNREADABLE, problem=told(error))))
        return []
    pages = {PurePosixPath(entry.name).stem for entry in visible if entry.name.endswith((".html", ".htm"))}
    return [entry for entry in visible if entry.name.removesuffix("_files") not in pages - {entry.name}]


def _is_folder(root: Path, entry: os.DirEntry[str]) -> bool:
    """Tell a folder from a regular file. Raises ArticleError if it is neither, or may not be read."""
    if visible_name(entry.name) != entry.name:
        raise ArticleError(Message.NAME_UNPRINTABLE)
    if entry.is_dir(follow_symlinks=False):
        return True
    try:
        mode = _inside(root, Path(entry.path)).stat().st_mode
    except OSError as error:
        raise ArticleError(Message.UNREADABLE_LINK, problem=told(error)) from error
    if stat.S_ISDIR(mode):
        raise ArticleError(Message.LINK_TO_FOLDER)
    if not stat.S_ISREG(mode):
        raise ArticleError(Message.NOT_A_FILE)
    return False


def _inside(root: Path, path: Path) -> Path:
    """Return where ``path`` leads. Raises ArticleError if that is outside of ``root``."""
    if not path.is_symlink():
        return path
    target = Path(os.path.realpath(path, strict=True))
    if not target.is_relative_to(root.resolve()):
        raise ArticleError(Message.LINK_LEADS_OUT)
    return target
