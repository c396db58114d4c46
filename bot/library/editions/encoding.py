"""Gives an edition the vectors of its sentences: those that are kept, and those that are made now.

A folder holds every vector by its text (see ``KeptVectors``), so that only new sentences are encoded, and
for the latest editions their tables, which are mapped into memory: such an edition is searched at once.
"""

import logging
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.basics.progress import Progress, silent
from bot.core.index.edition import Edition
from bot.core.index.vectors.encoded import Encoded, Scale, Table, Texts
from bot.core.index.vectors.encoder import Encoder, EncoderError, Matrix
from bot.library.corpus.disk import write_file
from bot.library.editions.program import program
from bot.search.kept_vectors import KeptVectors
from bot.search.scale import scale_of, talk_of

log = logging.getLogger(__name__)


_PARTS = ("factors", "starts", "heading", "lengths", "scale", "talk")
"""What is kept of a table beside its codes, which are mapped."""

HasToStop = Callable[[], bool]
"""Tells that the work should end."""


def _never() -> bool:
    return False


class StoppedError(Exception):
    """The work was told to end; what was encoded so far is kept."""


class Encoding:
    """Encodes editions by one encoder and keeps what it makes in a folder. Blocks; any thread may use it."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        """Name the encoder and the folder, which is made when there is something to keep."""
        self.encoder = encoder
        self._folder = folder
        self._of_encoder: tuple[Scale, Matrix] | None = None
        self._kept = KeptVectors(folder / "texts.sqlite3", encoder.revision)

    def opened(self, edition: Edition) -> Edition | None:
        """Return the edition with its vectors if its table is kept, else None."""
        name = self._table_of(edition)
        try:
            packed = BytesIO(name.with_suffix(".npz").read_bytes())
            with np.load(packed, allow_pickle=False) as parts:
                codes = np.load(name.with_suffix(".npy"), mmap_mode="r", allow_pickle=False)
                factors, starts, heading, lengths, scale, talk = (parts[part] for part in _PARTS)
                table = Table(codes, factors, starts, heading, lengths, Scale(*scale.tolist()), talk)
            _check(table, edition)
        except FileNotFoundError:
            return None
        except Exception as error:
            log.debug("%s is not used: %s", name, error)
            return None
        return replace(edition, encoded=Encoded(self.encoder, table))

    def encoded(self, edition: Edition, on_progress: Progress = silent, stop: HasToStop = _never) -> Edition:
        """Return the edition with its vectors, and keep its table: see ``made``."""
        if opened := self.opened(edition):
            return opened
        made = self.made(edition, on_progress, stop)
        if made.encoded:
            self.keep(edition, made.encoded.table)
        return made

    def left(self, edition: Edition) -> int:
        """Return about how many texts are new, by some passages: all of a large edition take seconds."""
        all_of_them = edition.passages
        some = all_of_them[:: len(all_of_them) // LIMITS.meaning.looked_at + 1]
        texts = {*Texts.of(some).all}
        return (len(texts) - len(self._known([*texts]))) * len(all_of_them) // max(1, len(some))

    def made(self, edition: Edition, on_progress: Progress = silent, stop: HasToStop = _never) -> Edition:
        """Return the edition with its vectors. ``on_progress`` hears how many new texts are encoded.

        Raises EncoderError if the encoder fails, StoppedError if ``stop`` says so. What was made stays kept.
        """
        texts = Texts.of(edition.passages)
        found = self._known(texts.all)
        new = sorted(
            {*texts.all} - found.keys(), key=lambda text: (len(text), text)
        )  # a batch costs its longest
        for start in range(0, len(new), LIMITS.meaning.batch):
            on_progress(start, len(new))
            if stop():
                raise StoppedError
            some = new[start : start + LIMITS.meaning.batch]
            rows = self._encode(some)
            found.update(zip(some, rows, strict=True))
        on_progress(len(new), len(new))
        rows = np.array([found[text] for text in texts.all], np.float16)
        return replace(edition, encoded=Encoded(self.encoder, Table.of(texts, rows, *self._measured())))

    def _measured(self) -> tuple[Scale, Matrix]:
        if self._of_encoder is None:
            self._of_encoder = scale_of(self.encoder), talk_of(self.encoder)
        return self._of_encoder

    def _encode(self, texts: Sequence[str]) -> npt.NDArray[np.float16]:
        rows = self.encoder.passages(texts)
        if rows.ndim != 2 or len(rows) != len(texts) or not np.isfinite(rows).all():
            raise EncoderError(f"{self.encoder.name} returned no vectors")
        halves = rows.astype(np.float16)
        try:
            self._kept.keep(texts, halves)
        except (OSError, sqlite3.Error) as error:
            log.debug("vectors are not kept: %s", error)
        return halves

    def _known(self, texts: Sequence[str]) -> dict[str, npt.NDArray[np.float16]]:
        try:
            return self._kept.known(texts)
        except (OSError, sqlite3.Error) as error:
            log.debug("no kept vectors are used: %s", error)
            self._kept.begin_anew(error)
            return {}

    def _table_of(self, edition: Edition) -> Path:
        """Return where the table of an edition lies: another program may cut the same articles otherwise."""
        facts = (edition.id, self.encoder.revision, program())
        return self._folder / sha256(repr(facts).encode()).hexdigest()[:32]

    def keep(self, edition: Edition, table: Table) -> None:
        """Keep an edition's table; what hinders that is only logged."""
        name = self._table_of(edition)
        scale = np.array(table.scale)
        arrays = (table.factors, table.starts, table.heading, table.lengths, scale, table.talk)
        parts = dict(zip(_PARTS, arrays, strict=True))
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_file(name.with_suffix(".npy"), _bytes(lambda file: np.save(file, table.codes)))
            packed = _bytes(lambda file: np.savez(file, allow_pickle=False, **parts))
            write_file(name.with_suffix(".npz"), packed)
            self._forget_oldest()
            self._kept.forget_unused()
        except (OSError, BotError, sqlite3.Error) as error:
            log.debug("the table %s is not kept: %s", name, error)

    def _forget_oldest(self) -> None:
        """Remove all tables but the latest. Raises OSError."""
        whole = sorted(self._folder.glob("*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in whole[LIMITS.meaning.tables :]:
            path.unlink(missing_ok=True)
            path.with_suffix(".npy").unlink(missing_ok=True)


def _bytes(write: Callable[[BytesIO], None]) -> bytes:
    file = BytesIO()
    write(file)
    return file.getvalue()


def _check(table: Table, edition: Edition) -> None:
    """Raise ValueError where a table cannot be an edition's."""
    passages, sentences = len(edition.passages), len(table.lengths)
    headings = len(table.codes) - sentences - passages
    if not (
        table.starts.shape == (passages + 1,)
        and table.heading.shape == (passages,)
        and int(table.starts[-1]) == sentences
        and table.codes.dtype == np.int8
        and table.factors.shape == table.codes.shape[:1]
        and set(table.heading.tolist()) == set(range(headings))
    ):
        raise ValueError("it does not fit the edition")
