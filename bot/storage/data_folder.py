"""The bot's own folder (``BOT_DATA``): what lies in it, and that nobody else on the machine reads it."""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from bot.basics.errors import told

log = logging.getLogger(__name__)

DATABASE = "quoth.db"
LOCK = "serving.lock"
SOCKET = "control.sock"
EDITIONS = "editions"
FLAT = "edition.flat"
"""What is made anew of the files beside it, where it is not there."""
VECTORS = "vectors"
UNREAD = ".unread"
"""What the name of something that could not be read ends with, since it was set aside."""
_DATABASES = tuple(f"{DATABASE}{ending}" for ending in ("", "-wal", "-shm"))
_OURS = frozenset({*_DATABASES, LOCK, SOCKET, EDITIONS, VECTORS})

PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(path: Path) -> None:
    """Make a folder for us alone, where none is, and those above it as usual. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)


def make_file(path: Path) -> None:
    """Make an empty file for us alone, where none is. Raises OSError."""
    path.touch(mode=PRIVATE_FILE)


def set_aside(path: Path) -> Path:
    """Give what cannot be read another name, with a line in the log, and return where it is now.

    A person may still save what is in it. Raises OSError.
    """
    numbers = (f".{number}" if number else "" for number in range(1_000_000))
    names = (path.with_name(f"{path.name}{number}{UNREAD}") for number in numbers)
    aside = next(name for name in names if not os.path.lexists(name))
    path.rename(aside)
    log.warning("%s cannot be read and is set aside as %s", path, aside.name)
    return aside


def make_way(folder: Path) -> None:
    """Set aside what is of another kind than is due under its name. Raises OSError."""
    due = {LOCK: Path.is_file, SOCKET: Path.is_socket, EDITIONS: Path.is_dir, VECTORS: Path.is_dir}
    for name, is_right in due.items():
        if (folder / name).exists() and not is_right(folder / name):
            set_aside(folder / name)


def make_private(folder: Path) -> None:
    """Take from all others what they may do with our own folder and with all of ours in it.

    A folder that also holds other things may be there for others, so it is left as it is; this, and what
    cannot be changed, is a warning in the log. Raises OSError if the folder cannot be read.
    """
    names = {path.name for path in folder.iterdir()}
    ours = {name for name in names if name in _OURS or UNREAD in name}
    if names == ours:
        _take_from_others(folder)
    elif stat.S_IMODE(folder.stat().st_mode) & _OTHERS:
        log.warning(
            "BOT_DATA: %s holds other things than the bot's own, so others may still look into it", folder
        )
    for name in ours:
        for path in _all_of(folder / name):
            _take_from_others(path)


def warn_of_readable(secrets: Path) -> None:
    """Warn if everybody on this machine may read a file that holds secrets, if there is one."""
    try:
        mode = secrets.stat().st_mode
    except OSError:
        return
    if mode & stat.S_IROTH:
        log.warning("%s can be read by everybody on this machine: chmod 600 it, it holds secrets", secrets)


def _all_of(path: Path) -> Iterator[Path]:
    """Yield ``path`` and all below it; links are passed over, what they lead to is not ours."""
    if path.is_symlink():
        return
    yield path
    for folder, _, files in os.walk(path):
        yield Path(folder)
        yield from (file for name in files if not (file := Path(folder, name)).is_symlink())


def _take_from_others(path: Path) -> None:
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)
    except OSError as error:
        log.warning("%s is open to others on this machine: %s", path, told(error))
