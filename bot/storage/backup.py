"""One file that holds all that an installation cannot make again: the articles and the bot's own folder.

A tar archive, packed with gzip: ``backup.json``, ``articles/...`` and ``data/...``. No settings, no token.
"""

import io
import json
import shutil
import sqlite3
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.metadata import version
from pathlib import Path

from bot.basics.errors import StorageError, told
from bot.storage.data_folder import DATABASE, EDITIONS, FLAT, make_file, make_folder
from bot.storage.lock import alone_in
from bot.storage.schema import DATA_VERSION

_FACTS = "backup.json"
_ARTICLES, _DATA = "articles", "data"
_UNFINISHED = ".unfinished"


def back_up(data: Path, corpus: Path, file: Path) -> int:
    """Write both folders to ``file``, readable by its owner alone; return its size in bytes.

    A bot may serve meanwhile. ``file`` is there whole or not at all. Raises StorageError.
    """
    unfinished = file.with_name(file.name + _UNFINISHED)
    with _translated(file):
        if not corpus.is_dir():
            raise StorageError(f"there is no folder of articles {corpus}")
        try:
            unfinished.unlink(missing_ok=True)
            make_file(unfinished)
            with tarfile.open(unfinished, "w:gz") as archive:
                _add_facts(archive)
                archive.add(corpus, _ARTICLES, filter=_without_unfinished)
                _add_data(archive, data)
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
        return file.stat().st_size


def restore(file: Path, data: Path, corpus: Path, replace: bool = False) -> int:
    """Put what ``back_up`` wrote into both folders; return the number of files.

    The whole archive is read once before anything is written. Raises StorageError where it cannot be, was
    written by a newer Quoth, where a bot serves, or where a folder is not empty and ``replace`` is False.
    """
    with _translated(file):
        _check(file)
        for folder in (data, corpus):
            if not replace and folder.is_dir() and any(folder.iterdir()):
                raise StorageError(
                    f"{folder} is not empty: move it away first, or give --replace to delete it"
                )
        with alone_in(data):
            pass  # nobody serves from there
        for folder in (data, corpus):
            _empty(folder)
        make_folder(data)
        corpus.mkdir(parents=True, exist_ok=True)
        with tarfile.open(file, "r:gz") as archive:
            return _unpack(archive, {_DATA: data, _ARTICLES: corpus})


def _add_facts(archive: tarfile.TarFile) -> None:
    facts = {"quoth": version("quoth"), "data": DATA_VERSION, "made_at": time.time()}
    packed = json.dumps(facts).encode()
    about = tarfile.TarInfo(_FACTS)
    about.size = len(packed)
    archive.addfile(about, io.BytesIO(packed))


def _add_data(archive: tarfile.TarFile, data: Path) -> None:
    """Add a copy of the database as it is at one moment, and the kept editions that are complete."""
    if (data / DATABASE).exists():
        with tempfile.TemporaryDirectory(dir=data) as aside:
            copy = Path(aside) / DATABASE
            with closing(sqlite3.connect(data / DATABASE)) as ours, closing(sqlite3.connect(copy)) as theirs:
                ours.backup(theirs)
            archive.add(copy, f"{_DATA}/{DATABASE}")
    for edition in sorted((data / EDITIONS).glob("[0-9]*")):
        if edition.name.isdecimal():
            archive.add(edition, f"{_DATA}/{EDITIONS}/{edition.name}", filter=_without_flat)


def _without_flat(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Leave out what a start makes anew of the files beside it."""
    return None if member.name.endswith(FLAT) else member


def _without_unfinished(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Leave the backup itself out, where it is written into the folder of articles."""
    return None if member.name.endswith(_UNFINISHED) else member


def _check(file: Path) -> None:
    if not hasattr(tarfile, "data_filter"):
        raise StorageError("restore needs Python 3.11.4 or newer")
    with tarfile.open(file, "r:gz") as archive:
        first = archive.next()
        packed = archive.extractfile(first) if first and first.name == _FACTS else None
        facts = json.loads(packed.read()) if packed else {}
        if not isinstance(facts.get("data"), int):
            raise StorageError(f"{file} is no backup of Quoth")
        if facts["data"] > DATA_VERSION:
            raise StorageError(
                f"{file} was written by a newer Quoth ({facts.get('quoth')}): update Quoth first"
            )
        for _ in archive:
            pass  # reads all, so that a damaged archive is known before anything is deleted


def _empty(folder: Path) -> None:
    """Delete what is in a folder; it may be the root of a volume, so it stays itself."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _unpack(archive: tarfile.TarFile, roots: dict[str, Path]) -> int:
    """Unpack what lies below the names of ``roots``, never outside; return the number of files."""
    files = 0
    for member in archive:
        name, _, rest = member.name.partition("/")
        if not rest or name not in roots:
            continue
        link = member.linkname.removeprefix(f"{name}/") if member.islnk() else member.linkname
        archive.extract(member.replace(name=rest, linkname=link, deep=False), roots[name], filter="data")
        files += not member.isdir()
    return files


@contextmanager
def _translated(file: Path) -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise StorageError(f"{file} is no backup of Quoth, or damaged: {error}") from None
    except sqlite3.Error as error:
        raise StorageError(f"the database cannot be copied: {error}") from None
    except OSError as error:
        raise StorageError(f"{error.filename or file}: {told(error)}") from None
