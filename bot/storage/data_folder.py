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
_OURS = frozenset({DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", LOCK, SOCKET, EDITIONS})

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


def make_private(folder: Path) -> None:
    """Take from all others what they may do with our own folder and with all of ours in it.

    A folder that also holds other things may be there for others, so it is left as it is; this, and what
    cannot be changed, is a warning in the log. Raises OSError if the folder cannot be read.
    """
    names = {path.name for path in folder.iterdir()}
    if names <= _OURS:
        _take_from_others(folder)
    elif stat.S_IMODE(folder.stat().st_mode) & _OTHERS:
        log.warning(
            "BOT_DATA: %s holds other things than the bot's own, so others may still look into it", folder
        )
    for name in names & _OURS:
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
