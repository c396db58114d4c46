"""Writing files so that neither a crash nor a kill leaves half of one behind."""

import os
import secrets
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bot.basics.errors import CorpusError, told
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message

TEMPORARY = ".quoth-"
"""How names of unfinished files begin: hidden, so that nobody takes them for articles."""


def inside(root: Path, file: str) -> Path:
    """Return where ``file`` lies in ``root``. Raises CorpusError if its path leads out."""
    path = root / file
    if not path.parent.resolve().is_relative_to(root.resolve()) or path.name in {"", ".."}:
        raise CorpusError(Message.WOULD_LIE_OUTSIDE, file=file, folder=str(root))
    return path


def write_file(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Put ``data`` at ``path``, all of it or nothing, making its folder; it lasts. Raises CorpusError.

    ``mode`` is what may be done with the file as far as the process lets it.
    """
    temporary = path.parent / f"{TEMPORARY}{secrets.token_hex(8)}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write_through(temporary, data, mode)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise CorpusError(Message.NOT_WRITTEN, file=str(path), problem=told(error)) from error


def remove_unfinished(folder: Path) -> None:
    """Remove the unfinished files that a death has left in a folder, and none that somebody may be writing.

    What cannot be removed stays: it is in nobody's way.
    """
    latest = time.time() - LIMITS.waiting.unfinished
    with suppress(OSError):
        for left in folder.rglob(f"{TEMPORARY}*"):
            if left.is_file() and left.stat().st_mtime < latest:
                left.unlink()


def write_new_files(files: Mapping[Path, bytes]) -> None:
    """Put all files where none are yet, or none of them. Raises CorpusError."""
    written: list[Path] = []
    try:
        for path, data in files.items():
            write_file(path, data)
            written.append(path)
    except CorpusError:
        for path in reversed(written):
            remove_file(path)
        raise


def remove_file(path: Path) -> None:
    """Remove a file, if it is there, for good. Raises CorpusError."""
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CorpusError(Message.NOT_REMOVED, file=str(path), problem=told(error)) from error


def write_through(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write a new file down to the disk. Raises OSError."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(path: Path) -> None:
    """Write the names in a folder down to the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
