"""Vectors that were made before, by the encoder's revision and the text: what stays is encoded once."""

import logging
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.basics.limits import DAY, LIMITS

log = logging.getLogger(__name__)

Rows = npt.NDArray[np.float16]
_PRIMARY = 0xFF
"""The bits of SQLite's error codes that tell the kind."""
_SCHEMA = """CREATE TABLE IF NOT EXISTS vectors (
    encoder TEXT NOT NULL, key BLOB NOT NULL, vector BLOB NOT NULL, used INTEGER NOT NULL,
    PRIMARY KEY (encoder, key)
) WITHOUT ROWID"""
_SELECT = "SELECT vector FROM vectors WHERE encoder = ? AND key = ?"
_USE = "UPDATE vectors SET used = ? WHERE encoder = ? AND key = ? AND used <> ?"


class KeptVectors:
    """The vectors in one file. Threads and processes may use it at once; every call opens it anew."""

    def __init__(self, file: Path, encoder: str) -> None:
        """Name the file and the encoder's revision."""
        self._file = file
        self._encoder = encoder

    def known(self, texts: Sequence[str]) -> dict[str, Rows]:
        """Return the vectors of the texts that have one; they count as used. Raises sqlite3.Error."""
        keys = {text: _key(text) for text in texts}
        with self._opened() as database:
            rows = {
                text: database.execute(_SELECT, (self._encoder, key)).fetchone() for text, key in keys.items()
            }
            found = {text: np.frombuffer(row[0], np.float16) for text, row in rows.items() if row}
            used = [(_today(), self._encoder, keys[text], _today()) for text in found]
            database.executemany(_USE, used)
        return found

    def keep(self, texts: Sequence[str], rows: Rows) -> None:
        """Keep a row for each text. Raises sqlite3.Error."""
        kept = [
            (self._encoder, _key(text), row.tobytes(), _today())
            for text, row in zip(texts, rows, strict=True)
        ]
        with self._opened() as database:
            database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", kept)

    def forget_unused(self) -> None:
        """Forget what no edition had for long, of any encoder. Raises sqlite3.Error."""
        with self._opened() as database:
            database.execute("DELETE FROM vectors WHERE used < ?", (_today() - LIMITS.meaning.unused_days,))

    def begin_anew(self, error: Exception) -> None:
        """Remove the file if the error says that it is broken: all that is in it can be made again."""
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
        if code & _PRIMARY in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            log.warning("%s cannot be read and is made anew", self._file)
            for ending in ("-wal", "-shm", ""):
                self._file.with_name(self._file.name + ending).unlink(missing_ok=True)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (
            closing(sqlite3.connect(self._file, timeout=LIMITS.meaning.writer_seconds)) as database,
            database,
        ):
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")  # what a power cut may take can be made again
            database.execute(_SCHEMA)
            yield database


def _today() -> int:
    return int(time.time() // DAY)


def _key(text: str) -> bytes:
    return sha256(text.encode(errors="surrogatepass")).digest()[:16]
