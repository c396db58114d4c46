"""One process at a time per folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.basics.errors import StorageError


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder while the block runs; the death of the process lets it go.

    Raises StorageError if another process holds it or it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "serving.lock").open("w")
    except OSError as error:
        raise StorageError(f"BOT_DATA: {folder} cannot be written: {error.strerror}") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StorageError(f"another Quoth serves from {folder}: stop it, or change BOT_DATA") from None
        yield
