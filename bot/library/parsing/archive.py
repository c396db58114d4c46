"""Archives, opened with limits: what a stranger packed may unpack to anything and claim anything."""

import gzip
import io
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from bot.basics.called import to_install
from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message

if TYPE_CHECKING:
    from dulwich.object_store import MemoryObjectStore
    from dulwich.objects import ShaFile

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What is unpacked. The decoders of bzip2 and LZMA give all that one step yields, be it gigabytes."""

_GZIP = b"\x1f\x8b"
_PACK = b"PACK"
"""How a pack begins, in which Git sends what a commit holds."""
_ENTRY = b"PK\x01\x02"
"""How a member begins in the directory, which is counted before objects are made of it."""


@dataclass(slots=True)
class Budget:
    """How many bytes may still be unpacked; archives within archives share one."""

    left: int = LIMITS.files.unpacked

    def take(self, size: int) -> None:
        """Raises ArticleError if so many bytes are too many."""
        self.left -= size
        if self.left < 0:
            raise _too_much()


class Archive:
    """A zip file that is unpacked within a budget, whatever its directory claims."""

    def __init__(self, data: bytes, budget: Budget | None = None) -> None:
        """Open the zip file in ``data``. Raises ArticleError if it is none, is encrypted, or has too much."""
        self.members = _members(data)
        self._file = zipfile.ZipFile(io.BytesIO(data))
        self._names = frozenset(member.filename for member in self.members)
        self._budget = budget or Budget()

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
                if size > most:
                    raise ArticleError(Message.PART_TOO_LARGE, limit=most)
                self._budget.take(len(part))
                parts.append(part)
        return b"".join(parts)


def unpack(data: bytes, budget: Budget | None = None) -> tuple[tuple[str, bytes], ...]:
    """Return the visible files in a zip archive, or a pack of Git: their paths, with "/", and their contents.

    Raises ArticleError if a path leads out of the folder it is unpacked to, and as ``Archive``.
    """
    if data.startswith(_PACK):
        return tuple(_files_of_pack(data, budget or Budget()))
    archive = Archive(data, budget)
    named = ((_name(member), member.filename) for member in archive.members if not member.is_dir())
    return tuple((name, archive.read(member)) for name, member in named if _is_visible(name))


def unpack_tar(data: bytes, budget: Budget | None = None) -> tuple[tuple[str, bytes], ...]:
    """Return the visible regular files in a tar archive, which may be packed by gzip: as ``unpack``.

    Raises ArticleError as that.
    """
    try:
        return tuple(_files_of_tar(data, budget or Budget()))
    except (tarfile.TarError, EOFError, zlib.error, OSError, ValueError) as error:
        raise ArticleError(Message.ARCHIVE_BROKEN) from error


def _files_of_tar(data: bytes, budget: Budget) -> Iterator[tuple[str, bytes]]:
    packed = io.BytesIO(data)
    stream = gzip.GzipFile(fileobj=packed) if data.startswith(_GZIP) else packed
    with tarfile.open(fileobj=_Counted(stream, budget), mode="r|") as tar:
        for count, member in enumerate(tar, 1):
            if count > LIMITS.files.members:
                raise _too_many(count)
            if member.isreg() and _is_visible(member.name) and (content := tar.extractfile(member)):
                yield str(PurePosixPath(member.name)), content.read()


def _files_of_pack(data: bytes, budget: Budget) -> Iterator[tuple[str, bytes]]:
    """Yield the visible files of the one commit in a pack; what was left out of it is passed over."""
    try:
        from dulwich.object_store import MemoryObjectStore, iter_tree_contents  # noqa: PLC0415 - few follow one
        from dulwich.objects import Blob, Commit  # noqa: PLC0415
    except ModuleNotFoundError:
        raise ArticleError(Message.NOT_INSTALLED, command=to_install("git")) from None
    store, commits = MemoryObjectStore(), list[Commit]()
    for one in _objects_of_pack(data, store, budget):
        store.add_object(one)
        commits += [one] if isinstance(one, Commit) else []
    if len(commits) != 1:
        raise ArticleError(Message.ARCHIVE_BROKEN)
    for count, entry in enumerate(iter_tree_contents(store, commits[0].tree), 1):
        if count > LIMITS.files.members:  # folders may stand in each other without end
            raise _too_many(count)
        name = entry.path.decode(errors="replace")
        blob = store[entry.sha] if stat.S_ISREG(entry.mode) and entry.sha in store else None
        if isinstance(blob, Blob) and _is_visible(name):
            yield name, blob.data


def _objects_of_pack(data: bytes, store: "MemoryObjectStore", budget: Budget) -> Iterator["ShaFile"]:
    """Yield all that a pack holds. Raises ArticleError where it is broken, or unpacks to too much."""
    from dulwich.object_format import DEFAULT_OBJECT_FORMAT  # noqa: PLC0415
    from dulwich.pack import PackData, PackInflater  # noqa: PLC0415

    try:
        with PackData.from_file(io.BytesIO(data), DEFAULT_OBJECT_FORMAT, len(data)) as pack:
            pack.check()
            for one in PackInflater.for_pack_data(pack, store.get_raw):
                budget.take(one.raw_length())
                yield one
    except ArticleError:
        raise
    except Exception as error:
        # A broken pack fails in its decompressor's own way.
        raise ArticleError(Message.ARCHIVE_BROKEN) from error


def unpack_7z(data: bytes, budget: Budget | None = None) -> tuple[tuple[str, bytes], ...]:
    """Return the visible files in a 7z archive: as ``unpack``. Raises ArticleError as that."""
    import py7zr  # noqa: PLC0415 - only few have it

    try:
        with py7zr.SevenZipFile(io.BytesIO(data)) as archive:
            wanted = _wanted_of_7z(archive)
            unpacked = _Unpacked(budget or Budget())
            factory: Any = unpacked  # of the shape that py7zr asks for, whose class is only there with it
            archive.extract(targets=wanted, factory=factory)
    except ArticleError:
        raise
    except Exception as error:
        # A broken archive fails in its decompressor's own way, of which 7z has many.
        raise ArticleError(Message.ARCHIVE_BROKEN) from error
    return tuple((str(PurePosixPath(name)), b"".join(file.parts)) for name, file in unpacked.files.items())


def _wanted_of_7z(archive: Any) -> list[str]:
    """Return the names of the files to be read. Raises ArticleError for what need not be tried to unpack."""
    members = archive.list()
    if len(members) > LIMITS.files.members:
        raise _too_many(len(members))
    if sum(member.uncompressed for member in members) > LIMITS.files.unpacked:
        raise _too_much()
    if archive.needs_password():
        raise ArticleError(Message.ENCRYPTED)
    named = (file.filename for file in archive.files if not file.is_directory and not file.is_symlink)
    return [name for name in named if _is_visible(name)]


class _Unpacked:
    """The files that py7zr writes, in memory, whose bytes are taken from a budget."""

    def __init__(self, budget: Budget) -> None:
        self.files: dict[str, _Written] = {}
        self._budget = budget

    def create(self, filename: str) -> "_Written":
        """Begin a file."""
        self.files[filename] = _Written(self._budget)
        return self.files[filename]


class _Written:
    """A file that can only be written on, as py7zr does."""

    def __init__(self, budget: Budget) -> None:
        self.parts: list[bytes] = []
        self._budget = budget

    def write(self, part: bytes) -> int:
        """Add a part. Raises ArticleError if that is too much."""
        self._budget.take(len(part))
        self.parts.append(bytes(part))
        return len(part)

    def size(self) -> int:
        """Return how many bytes were written."""
        return sum(map(len, self.parts))

    def read(self, _: int | None = None) -> bytes:
        """Return nothing: nobody reads it before it is whole."""
        return b""

    def seek(self, offset: int, _: int = 0) -> int:
        """Stay where the next part is written."""
        return offset

    def flush(self) -> None:
        """Keep what was written."""

    def close(self) -> None:
        """Keep what was written."""


class _Counted(io.RawIOBase):
    """A stream whose bytes are taken from a budget while they are read."""

    def __init__(self, stream: io.BufferedIOBase, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, size: int = -1, /) -> bytes:
        part = self._stream.read(LIMITS.files.step if size < 0 else min(size, LIMITS.files.step))
        self._budget.take(len(part))
        return part


def _is_visible(name: str) -> bool:
    """Tell whether a file is meant to be seen. Raises ArticleError if it would lie somewhere else."""
    path = PurePosixPath(name)
    if any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts):
        return False
    if path.is_absolute() or ".." in path.parts or "\\" in str(path) or ":" in str(path):
        raise ArticleError(Message.PART_ELSEWHERE, part=repr(str(path)[:80]))
    return True


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
