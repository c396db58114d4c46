"""Folders that were read before: a second call starts in a second, and never from what is no longer there.

One file a folder lies in the user's own cache. It holds the edition as arrays (see ``flat``), and what the
files and the program were like. Where a file differs, all that does not is taken from it; where it is damaged
or another's, it counts as not there. It is replaced as a whole, so calls may overlap.
"""

# What reads articles is imported when there is something to read: a folder that has not changed is opened
# in the time that those imports take.
# ruff: noqa: PLC0415

import logging
import os
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from pydantic import TypeAdapter

from bot.basics.apart import cores
from bot.basics.limits import LIMITS
from bot.basics.progress import Progress, silent
from bot.core.index.background import NO_BACKGROUND, Background
from bot.core.index.edition import Edition
from bot.library.corpus.untrusted import size_of, visible_files
from bot.library.editions.flat import Arrays, open_flat, write_flat
from bot.library.editions.mapped import Mapped, laid_out
from bot.library.editions.program import program

if TYPE_CHECKING:
    from bot.library.corpus.check import CheckReport
    from bot.library.parsing.draft import Hands

log = logging.getLogger(__name__)

State = dict[str, Any]
"""What a folder looks like from outside: its files, what they were last like, and why some cannot be read."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A folder's edition, and how many problems the folder has."""

    edition: Edition
    problems: int


class Memory:
    """What was read before, kept in the folder ``root``, which is the user's cache where none is named.

    What was read in less than ``worth`` seconds is not kept. A file that changed less than ``settled``
    seconds ago is told by its bytes instead of its time.
    """

    def __init__(
        self,
        root: Path | None = None,
        worth: float = LIMITS.editions.worth_keeping,
        settled: float = LIMITS.editions.settled,
    ) -> None:
        self._root = root or cache_folder()
        self._worth = worth
        self._settled = settled

    def open(
        self, corpus: Path, background: Background, reading: Progress = silent, indexing: Progress = silent
    ) -> Opened:
        """Return the edition of the folder ``corpus`` as it is now.

        ``reading`` and ``indexing`` hear how far it is. What hinders keeping it is only logged.
        Raises CorpusError if there is no such folder.
        """
        seen = self._seen(corpus, "edition")
        kept = seen.kept
        edition = kept.edition(background) if kept else None
        if kept and edition and kept.is_of(seen.state):
            return Opened(edition, kept.problems)
        from bot.library.corpus.folder import read_folder

        with _hands(corpus, from_nothing=edition is None) as hands:
            folder = read_folder(corpus, kept.folder(edition) if kept and edition else None, reading, hands)
        if edition is None or kept is None or kept.digest != folder.digest:
            read = [reading.read or reading.article for reading in folder.readings]
            edition = Edition.of(read, folder.synonyms, edition, background, indexing)
        self._keep(seen, lambda: laid_out(folder, edition))
        return Opened(edition, len(folder.problems))

    def check(self, corpus: Path, on_progress: Progress = silent) -> "CheckReport":
        """Return what is worth knowing about the folder ``corpus`` as it is now: see ``check_folder``.

        Raises CorpusError if there is no such folder.
        """
        seen = self._seen(corpus, "check")
        if seen.kept and seen.kept.is_of(seen.state):
            return seen.kept.report()
        from bot.library.corpus.check import check_folder

        kept = self._kept(self._file(corpus, "edition"))
        folder = kept.folder(kept.edition(NO_BACKGROUND)) if kept else None
        report = check_folder(corpus, folder, on_progress)
        self._keep(seen, lambda: {"report": np.frombuffer(_reports().dump_json(report), np.uint8)})
        return report

    def _seen(self, corpus: Path, what: str) -> "_Seen":
        """Return what the folder looks like now, and what is kept of it."""
        begun = time.time()
        state = _state(corpus, begun - self._settled)
        file = self._file(corpus, what)
        return _Seen(begun, state, file, self._kept(file))

    def _file(self, corpus: Path, what: str) -> Path | None:
        name = sha256(os.fsencode(corpus.resolve())).hexdigest()[:32]
        return self._root / f"{name}-{what}.flat" if self._root else None

    def _kept(self, file: Path | None) -> "_Kept | None":
        if not file:
            return None
        try:
            if not _is_ours(file.parent):
                return None
            kept = _Kept(open_flat(file))
            os.utime(file)
            return kept if kept.program == program() else None
        except FileNotFoundError:
            return None
        except Exception as error:  # whatever is wrong with it, the folder itself is there to be read
            log.debug("%s is not used: %s", file, error)
            return None

    def _keep(self, seen: "_Seen", made: Callable[[], Arrays]) -> None:
        """Keep what was made of a folder that was seen so, if making it took long or it was kept before."""
        file = seen.file
        if not file or not (seen.kept or time.time() - seen.begun >= self._worth):
            return
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_ours(file.parent):
                return
            write_flat(file, {"program": program(), "state": seen.state}, made())
            _forget_oldest(file.parent)
        except OSError as error:
            log.debug("%s is not kept: %s", file, error)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A folder as it was at the moment ``begun``, and the file that is kept of it with what that holds."""

    begun: float
    state: State
    file: Path | None
    kept: "_Kept | None"


class _Kept(Mapped):
    """What a file of the cache holds."""

    def is_of(self, state: State) -> bool:
        """Tell whether the folder is as it was, and long enough so that a change would have been seen."""
        return bool(self.flat.facts["state"] == state and None not in state["files"].values())

    def report(self) -> "CheckReport":
        return _reports().validate_json(self.flat.arrays["report"].tobytes())


@cache
def _reports() -> "TypeAdapter[CheckReport]":
    from bot.library.corpus.check import CheckReport

    return TypeAdapter(CheckReport)


def _hands(corpus: Path, *, from_nothing: bool) -> "AbstractContextManager[Hands]":
    """Return the hands of a process for each core where there is much to read."""
    from multiprocessing import get_context

    from bot.library.editions.readers import readers

    many = from_nothing and size_of(corpus) > LIMITS.editions.read_alone
    return readers(cores() if many else 1, get_context("spawn"))  # bars have threads, which no fork outlives


def _state(corpus: Path, settled: float) -> State:
    """Return what a folder looks like; what changed after ``settled``, and may do so unseen, has None."""
    files, unreadable = visible_files(corpus)
    return {
        "files": {name: _stamp(corpus / name, settled) for name in sorted(files)},
        "problems": sorted([problem.file, problem.reason] for problem in unreadable),
    }


def _stamp(path: Path, settled: float) -> list[int] | None:
    try:
        status = path.stat()
    except OSError:
        return []
    if max(status.st_mtime, status.st_ctime) >= settled:
        return None
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_mode]


def cache_folder() -> Path | None:
    """Return the folder that the XDG Base Directory Specification gives us; None where there is no home."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "quoth"
    except RuntimeError:
        return None


def _is_ours(folder: Path) -> bool:
    """Tell whether nobody else can put something there. Raises OSError."""
    status = folder.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _forget_oldest(folder: Path) -> None:
    """Remove what was not used for longest. Raises OSError."""
    files = (path for path in folder.iterdir() if path.is_file())
    newest_first = sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest_first[LIMITS.editions.remembered :]:
        path.unlink(missing_ok=True)
