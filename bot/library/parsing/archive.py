"""Zip files, opened with limits: what a stranger packed may unpack to anything."""

import io
import zipfile
from pathlib import PurePosixPath

from bot.basics.errors import ArticleError

MAX_UNPACKED = 100_000_000
"""The most bytes that one archive may unpack to."""

MAX_MEMBERS = 5_000


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Return the zip file in ``data``; what its members claim to unpack to is what they can unpack to.

    Raises ArticleError if it is none, is encrypted, or unpacks to too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise ArticleError("the file is broken: it is no zip archive; save it anew") from error
    members = archive.infolist()
    size = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS:
        raise ArticleError(f"its {len(members):,} parts are more than the limit of {MAX_MEMBERS:,}; split it")
    if size > MAX_UNPACKED:
        raise ArticleError(f"it unpacks to {size:,} bytes, more than the limit of {MAX_UNPACKED:,}; split it")
    if any(member.flag_bits & 1 for member in members):
        raise ArticleError("it is encrypted; save it without a password")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the content of the member ``name``. Raises ArticleError if it is missing or broken."""
    try:
        return archive.read(name)
    except KeyError as error:
        raise ArticleError(f"the file is broken: its part {name[:80]!r} is missing; save it anew") from error
    except Exception as error:
        # A broken member fails in its decompressor's own way: zlib.error, lzma.LZMAError, EOFError …
        raise ArticleError(
            f"the file is broken: its part {name[:80]!r} cannot be unpacked; save it anew"
        ) from error


def unpack(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return the visible files in a zip archive: their paths, with "/", and their contents.

    Raises ArticleError if a path leads out of the folder it is unpacked to, and as ``open_archive``.
    """
    archive = open_archive(data)
    files = []
    for member in archive.infolist():
        path = PurePosixPath(_name(member))
        if member.is_dir() or any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts):
            continue
        if path.is_absolute() or ".." in path.parts or "\\" in str(path) or ":" in str(path):
            raise ArticleError(f"its part {str(path)[:80]!r} would be unpacked elsewhere; pack it anew")
        files.append((str(path), read_member(archive, member.filename)))
    return tuple(files)


def _name(member: zipfile.ZipInfo) -> str:
    """Return the member's path; names without the mark of Unicode are UTF-8 or cp866 in practice."""
    if member.flag_bits & 0x800:
        return member.filename
    raw = member.filename.encode("cp437", errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp866")
