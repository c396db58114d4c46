"""The last editions' files on disk: each edition is a folder that can be read like the corpus itself.

``000012/files/`` holds the files, ``000012/edition.json`` their hashes; the newest has what was read of them
too, in ``edition.flat``. When that goes, since a newer edition or another program has read the files, what it
had of articles that are not read so any more stays in ``000012/left``. Files that did not change are hard
links to those of the edition before, so that an edition costs what has changed. A folder is made under
another name and renamed when it is complete: after a kill at any point each edition is there or is not. What
cannot be read any more is set aside as ``000012.unread`` and never counted or deleted.
"""

import hashlib
import json
import logging
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from bot.basics.errors import ArticleError, CorpusError, told
from bot.basics.limits import LIMITS, MEGABYTE
from bot.languages.interface.messages import Message
from bot.library.corpus.disk import inside, sync_folder, write_file, write_through
from bot.library.corpus.untrusted import read_bytes
from bot.library.editions.flat import open_flat
from bot.library.editions.written import lacking
from bot.storage.data_folder import FLAT, PRIVATE_FILE, make_folder

log = logging.getLogger(__name__)

EDITION_FORMAT = 1
"""The form in which editions are kept; one of a later form is set aside, for a later Quoth to read."""
_NEW = ".new"
_FACTS = "edition.json"
_LOADING = ".loading-"
_UNREAD = ".unread"
_NUMBER = re.compile("[0-9]+")
_BLOCK = 512
"""Bytes that the system counts a file in, whatever those of its disk."""
_LAST_MOMENT = 253_402_300_799  # of the year 9999: no date is later


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """What is known about a kept edition. ``made_at`` is in seconds since 1970, ``files`` are SHA-256."""

    edition: str
    made_at: Annotated[float, Field(ge=0, le=_LAST_MOMENT)]
    articles: int
    passages: int
    files: Mapping[str, str]
    form: Annotated[int, Field(ge=1, le=EDITION_FORMAT)] = EDITION_FORMAT


_FACTS_READ = TypeAdapter(EditionFacts)


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept edition: its folder and what is known about it."""

    path: Path
    facts: EditionFacts

    @property
    def folder(self) -> Path:
        """Where its files are, by their names in the corpus."""
        return self.path / "files"

    @property
    def flat(self) -> Path:
        """Where it lies as it is served, so that a start need not read its files; it need not be there."""
        return self.path / FLAT

    @property
    def left(self) -> Path:
        """What it had of articles that are not read so any more: a line has a revision and a record."""
        return self.path / "left"

    @property
    def number(self) -> int:
        """Later editions have higher numbers."""
        return int(self.path.name)


class Editions:
    """At most ``most`` editions, kept in the folder ``root``; the newest is the one that serves."""

    def __init__(self, root: Path, most: int = LIMITS.editions.kept) -> None:
        self.root = root
        self._most = most

    def all(self) -> list[Kept]:
        """Return the kept editions, newest first; one that cannot be read is left out."""
        kept = (_read(path) for path in sorted(self._numbered(), key=_number, reverse=True))
        return [edition for edition in kept if edition]

    def size(self) -> int:
        """Return the bytes of the disk that they take; a file that several share is counted once."""
        found: dict[int, int] = {}
        for path in self.root.rglob("*"):
            with suppress(OSError):
                status = path.lstat()
                found[status.st_ino] = status.st_blocks * _BLOCK
        return sum(found.values())

    def told(self) -> str:
        """Return how many there are and what they take of the disk, as people are told."""
        return f"{len(self.all())} of at most {self._most}, {self.size() / MEGABYTE:,.1f} MB"

    def set_aside(self) -> None:
        """Give what stands under an edition's number and cannot be read another name, with a line in the log.

        It may be an edition of a later version, so it is not deleted.
        """
        for path in self._numbered():
            if _read(path) is None:
                log.warning("the kept edition %s cannot be read and is set aside", path)
                with suppress(OSError):
                    path.rename(path.with_name(path.name + _UNREAD))

    def mend(self, kept: Kept, corpus: Path) -> bool:
        """Put the files of an edition that are damaged in order where ``corpus`` still holds them.

        Tells whether all are in order then. Each copy is written anew, so others that shared it are not.
        """
        damaged = [file for file, sha in kept.facts.files.items() if not _is_sound(kept.folder, file, sha)]
        try:
            make_folder(kept.folder)  # those that were kept without a file had none
            for file in damaged:
                data = _unchanged(corpus, file, kept.facts.files[file])
                write_file(inside(kept.folder, file), data, PRIVATE_FILE)
        except (CorpusError, OSError) as error:
            log.warning("the kept edition %s is damaged: %s", kept.path, error)
            return False
        return True

    def find(self, beginning: str) -> Kept | None:
        """Return the newest edition whose id begins so; None if there is none, or several ids do."""
        found = [kept for kept in self.all() if kept.facts.edition.startswith(beginning)]
        return found[0] if beginning and len({kept.facts.edition for kept in found}) == 1 else None

    def add(self, facts: EditionFacts, corpus: Path) -> Kept:
        """Keep an edition that was read from ``corpus``, and forget the oldest.

        Raises CorpusError if a file has changed since, or where it cannot be written.
        """
        before = self.all()
        try:
            self.set_aside()
            self._clear()
            _fill(self.root / _NEW, facts, corpus, before[0] if before else None)
            kept = Kept(self.root / f"{self._next:06}", facts)
            (self.root / _NEW).rename(kept.path)
            sync_folder(self.root)
        except OSError as error:
            raise CorpusError(Message.EDITION_NOT_KEPT, folder=str(self.root), problem=told(error)) from error
        for old in before[self._most - 1 :]:
            self._forget(old)
        return kept

    def beside(self) -> Path:
        """Return where an edition can be laid out until it is kept; what was left there is removed."""
        for left in self.root.glob(f"{_LOADING}*"):
            with suppress(OSError):
                left.unlink()
        return self.root / f"{_LOADING}{secrets.token_hex(8)}"

    def lay(self, kept: Kept, flat: Path) -> None:
        """Put an edition that is laid out in its place; older ones keep their files only.

        Whoever has them open can go on reading them. What hinders it is only logged.
        """
        for old in self.all():
            if old.flat.exists() and old.flat != flat:
                _leave(old, flat)
        try:
            if flat != kept.flat:
                flat.rename(kept.flat)
            for old in self.all():
                if old.path != kept.path:
                    old.flat.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s is not kept: %s", kept.flat, told(error))

    def _numbered(self) -> Iterator[Path]:
        return (path for path in self.root.glob("[0-9]*") if _NUMBER.fullmatch(path.name))

    @property
    def _next(self) -> int:
        """A number above all that are taken, also by what cannot be read nor set aside."""
        return max(map(_number, self._numbered()), default=0) + 1

    def _clear(self) -> None:
        """Remove what a kill has left behind."""
        for path in self.root.glob(".*"):
            shutil.rmtree(path, ignore_errors=True)
        for folder in (self.root, self.root / _NEW):
            make_folder(folder)

    def _forget(self, old: Kept) -> None:
        """Remove an edition: first as a whole, by its name."""
        with suppress(OSError):
            gone = old.path.rename(self.root / f".{old.path.name}")
            shutil.rmtree(gone, ignore_errors=True)


def stamped(edition: str, articles: int, passages: int, files: Mapping[str, str]) -> EditionFacts:
    """Return the facts of an edition that is made now."""
    return EditionFacts(edition, time.time(), articles, passages, files)


def _read(path: Path) -> Kept | None:
    try:
        return Kept(path, _FACTS_READ.validate_json((path / _FACTS).read_bytes()))
    except (OSError, ValueError):
        return None


def _number(path: Path) -> int:
    return int(path.name)


def _fill(new: Path, facts: EditionFacts, corpus: Path, before: Kept | None) -> None:
    make_folder(new / "files")
    for file, sha in facts.files.items():
        target = new / "files" / file
        for parent in reversed(Path(file).parents):
            make_folder(new / "files" / parent)
        if (
            before is None
            or not _is_sound(before.folder, file, sha)
            or not _linked(before.folder / file, target)
        ):
            write_through(target, _unchanged(corpus, file, sha), PRIVATE_FILE)
    write_through(new / _FACTS, json.dumps(asdict(facts)).encode(), PRIVATE_FILE)
    for folder, _, _ in os.walk(new):
        sync_folder(Path(folder))


def _is_sound(folder: Path, file: str, sha: str) -> bool:
    """Tell whether a kept file has the bytes it should have: a disk may lose some, and links share that."""
    try:
        return hashlib.sha256(read_bytes(folder, file, LIMITS.files.many)).hexdigest() == sha
    except ArticleError:
        return False


def _leave(old: Kept, successor: Path) -> None:
    """Keep what an edition had of articles that its successor lacks or has read otherwise.

    What is damaged, or was laid out in another form, is lost.
    """
    try:
        kept = old.left.read_bytes().splitlines(keepends=True) if old.left.exists() else []
        lines = dict.fromkeys(kept)
        room = LIMITS.editions.left - sum(map(len, lines))
        for revision, record in lacking(open_flat(successor).arrays, open_flat(old.flat).arrays):
            line = f"{revision} {record}\n".encode()
            room -= len(line)
            if room >= 0:
                lines[line] = None
        if lines:
            write_file(old.left, b"".join(lines), PRIVATE_FILE)
    except (OSError, ValueError, KeyError, TypeError, CorpusError) as error:
        log.info("what %s had read is not kept: %s", old.path, error)


def _linked(old: Path, new: Path) -> bool:
    """Make ``new`` the same file as ``old``, where the file system can."""
    try:
        new.hardlink_to(old)
    except OSError:
        return False
    return True


def _unchanged(corpus: Path, file: str, sha: str) -> bytes:
    try:
        data = read_bytes(corpus, file, LIMITS.files.many)
    except ArticleError as error:
        raise CorpusError(Message.PROBLEM_AT, name=file, problem=error.sentence) from error
    if hashlib.sha256(data).hexdigest() != sha:
        raise CorpusError(Message.CHANGED_WHILE_READ, file=file)
    return data
