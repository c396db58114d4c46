"""Zip files, opened with limits: what a stranger packed may unpack to anything and claim anything."""

import io
import zipfile
from collections.abc import Container
from pathlib import PurePosixPath

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What is unpacked. The decoders of bzip2 and LZMA give all that one step yields, be it gigabytes."""

_ENTRY = b"PK\x01\x02"
"""How a member begins in the directory, which is counted before objects are made of it."""


class Archive:
    """A zip file that is unpacked within ``LIMITS.files.unpacked``, whatever its directory claims."""

    def __init__(self, data: bytes) -> None:
        """Open the zip file in ``data``. Raises ArticleError if it is none, is encrypted, or has too much."""
        self.members = _members(data)
        self._file = zipfile.ZipFile(io.BytesIO(data))
        self._names = frozenset(member.filename for member in self.members)
        self._left = LIMITS.files.unpacked

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str, most: int = LIMITS.files.unpacked) -> bytes:
        """Return the content of the member ``name``.

        Raises ArticleError if it is missing or broken, has more than ``most`` bytes, or if with it more than
        ``LIMITS.files.unpacked`` bytes were unpacked.
        """
        if name not in self._names:
            raise ArticleError(Message.PART_MISSING, part=repr(name[:80]))
        try:
            return self._unpacked(name, most)
        except ArticleError:
            raise
        except Exception as error:
            # A broken member fails in its decompressor's own way: zlib.error, BadZipFile, EOFError …
            raise ArticleError(Message.PART_BROKEN, part=repr(name[:80])) from error

    def copy(self, most: int, unread: Container[str]) -> bytes:
        """Return a zip file of the same parts, unpacked and counted, for a library that opens it itself.

        The parts in ``unread`` are empty there. Raises ArticleError as ``read``.
        """
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made:
            for name in dict.fromkeys(member.filename for member in self.members):
                made.writestr(name, b"" if name in unread else self.read(name, most))
        return stream.getvalue()

    def _unpacked(self, name: str, most: int) -> bytes:
        parts, size = list[bytes](), 0
        with self._file.open(name) as stream:
            while part := stream.read(LIMITS.files.step):
                size += len(part)
                self._left -= len(part)
                if size > most:
                    raise ArticleError(Message.PART_TOO_LARGE, limit=most)
                if self._left < 0:
                    raise _too_much()
                parts.append(part)
        return b"".join(parts)


def unpack(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return the visible files in a zip archive: their paths, with "/", and their contents.

    Raises ArticleError if a path leads out of the folder it is unpacked to, and as ``Archive``.
    """
    archive = Archive(data)
    files = []
    for member in archive.members:
        path = PurePosixPath(_name(member))
        if member.is_dir() or any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts):
            continue
        if path.is_absolute() or ".." in path.parts or "\\" in str(path) or ":" in str(path):
            raise ArticleError(Message.PART_ELSEWHERE, part=repr(str(path)[:80]))
        files.append((str(path), archive.read(member.filename)))
    return tuple(files)


def _members(data: bytes) -> tuple[zipfile.ZipInfo, ...]:
    """Return what the directory lists. Raises ArticleError for what need not be tried to unpack."""
    # Twice as many, since the files in an archive may be archives themselves.
    if (count := data.count(_ENTRY)) > 2 * LIMITS.files.members:
        raise _too_many(count)
    try:
        members = tuple(zipfile.ZipFile(io.BytesIO(data)).infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise ArticleError(Message.ARCHIVE_BROKEN) from error
    if len(members) > LIMITS.files.members:
        raise _too_many(len(members))
    if sum(member.file_size for member in members) > LIMITS.files.unpacked:
        raise _too_much()
    if any(member.flag_bits & 1 for member in members):
        raise ArticleError(Message.ENCRYPTED)
    if any(member.compress_type not in _METHODS for member in members):
        raise ArticleError(Message.ARCHIVE_UNUSUAL)
    return members


def _too_many(count: int) -> ArticleError:
    return ArticleError(Message.TOO_MANY_PARTS, size=count, limit=LIMITS.files.members)


def _too_much() -> ArticleError:
    return ArticleError(Message.UNPACKS_TO_TOO_MUCH, limit=LIMITS.files.unpacked)


def _name(member: zipfile.ZipInfo) -> str:
    """Return the member's path; names without the mark of Unicode are UTF-8 or cp866 in practice."""
    if member.flag_bits & 0x800:
        return member.filename
    raw = member.filename.encode("cp437", errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp866")
