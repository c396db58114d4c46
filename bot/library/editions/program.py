"""What stands for everything that reads: what was kept by another program is made anew."""

import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import bot


@cache
def program() -> str:
    """Return a digest of Python, of the libraries by version, and of our own files."""
    home = Path(bot.__file__).parent
    stamps = ((str(path), path.stat()) for path in sorted(home.rglob("*")) if path.suffix in {".py", ".json"})
    own = [(name, status.st_size, status.st_mtime_ns) for name, status in stamps]
    libraries: list[str] = []
    for place in sys.path:
        with suppress(OSError):
            libraries += sorted(path.name for path in Path(place).glob("*.dist-info"))
    return sha256(repr((sys.version, libraries, own)).encode(errors="surrogateescape")).hexdigest()
