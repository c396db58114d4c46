"""Arrays in one file that is mapped into memory: it opens at once, and processes share what they look at.

A header tells each array's form and the sum of all. A file is written beside and renamed, so it is there as
a whole or not at all; one that is replaced or removed stays on the disk until no process has it open. Nothing
in it is run.
"""

import json
import mmap
import os
import secrets
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from bot.library.corpus.disk import TEMPORARY, sync_folder

Arrays = Mapping[str, npt.NDArray[Any]]

_MAGIC = b"quoth flat 1\n"
"""The form of the file; another form has another line."""
_ALIGNED = 64
"""Bytes that arrays begin at a multiple of: more than any of their numbers has."""
_LENGTH = np.dtype("<u8")


@dataclass(frozen=True, slots=True, eq=False)
class Flat:
    """What a file holds: facts that are JSON, and arrays that are read only."""

    facts: Mapping[str, Any]
    arrays: Arrays
    size: int
    """Bytes on the disk."""


def write_flat(path: Path, facts: Mapping[str, object], arrays: Arrays, mode: int = 0o600) -> None:
    """Put a file at ``path``, all of it or nothing; it lasts. Raises OSError."""
    temporary = path.parent / f"{TEMPORARY}{secrets.token_hex(8)}"
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
            stream.write(_header(facts, arrays))
            stream.writelines(_body(arrays))
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def open_flat(path: Path) -> Flat:
    """Map a file that ``write_flat`` wrote. Raises OSError, or ValueError for another's or a damaged one."""
    with path.open("rb") as stream:
        header, start = _read_header(stream)
        mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    if zlib.crc32(memoryview(mapped)[start:]) != header["sum"]:
        raise ValueError("it is damaged")
    arrays = {}
    for name, (kind, shape) in header["arrays"].items():
        array = np.frombuffer(mapped, np.dtype(kind), int(np.prod(shape, dtype=np.int64)), start)
        arrays[name] = array.reshape(shape)
        start += array.nbytes + -array.nbytes % _ALIGNED
    return Flat(header["facts"], arrays, len(mapped))


def _header(facts: Mapping[str, object], arrays: Arrays) -> bytes:
    """Return what stands before the arrays, in a length at which arrays may begin."""
    told = {name: (array.dtype.str, array.shape) for name, array in arrays.items()}
    total = 0
    for part in _body(arrays):
        total = zlib.crc32(part, total)
    header = json.dumps({"facts": facts, "arrays": told, "sum": total}).encode()
    before = len(_MAGIC) + sha256().digest_size + _LENGTH.itemsize
    header += b" " * (-(before + len(header)) % _ALIGNED)
    return _MAGIC + sha256(header).digest() + np.array([len(header)], _LENGTH).tobytes() + header


def _body(arrays: Arrays) -> Iterator[bytes | memoryview]:
    """Yield the bytes of all arrays, each filled up to where the next may begin."""
    for array in arrays.values():
        if array.size:
            yield np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        yield bytes(-array.nbytes % _ALIGNED)
    yield bytes(_ALIGNED)  # so that an array without members has a place too


def _read_header(stream: BinaryIO) -> tuple[Mapping[str, Any], int]:
    """Return the header of a file and where it ends. Raises ValueError."""
    if stream.read(len(_MAGIC)) != _MAGIC:
        raise ValueError("it is of another form")
    digest, length = stream.read(sha256().digest_size), stream.read(_LENGTH.itemsize)
    if len(length) < _LENGTH.itemsize:
        raise ValueError("it has no header")
    header = stream.read(min(int(np.frombuffer(length, _LENGTH)[0]), os.fstat(stream.fileno()).st_size))
    if sha256(header).digest() != digest:
        raise ValueError("its header is damaged")
    known: Mapping[str, Any] = json.loads(header)
    return known, stream.tell()
