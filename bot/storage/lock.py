"""One process at a time per folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.basics.errors import StorageError
from bot.storage.data_folder import LOCK, make_file, make_folder, make_private, make_way


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder while the block runs; the death of the process lets it go.

    Raises StorageError if another process holds it or it cannot be written.
    """
    try:
        make_folder(folder)
        make_way(folder)
        make_file(folder / LOCK)
        make_private(folder)
        lock = (folder / LOCK).open("w")
        itself = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise StorageError(f"BOT_DATA: {folder} cannot be written: {error.strerror}") from None
    try:
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _hold_folder(itself)
            except OSError:
                raise StorageError(
                    f"another Quoth serves from {folder}: stop it, or change BOT_DATA"
                ) from None
            yield
    finally:
        os.close(itself)


def is_held(folder: Path) -> bool:
    """Tell whether a process holds the folder; nothing is made or changed."""
    try:
        with (folder / LOCK).open() as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _hold_folder(folder: int) -> None:
    """Hold the folder itself too: its lock file may be deleted while it is held. Raises BlockingIOError.

    Some file systems, such as NFS, cannot lock folders; there the file alone has to do.
    """
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        return
