"""The commands of whoever runs Quoth: settings, the first steps, what is wrong."""

# Each command imports what it needs when it is called, so that it starts as fast as it can.
# ruff: noqa: PLC0415

import argparse
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bot.basics.errors import BotError
from bot.command.options import CommandParsers, config_option, corpus_option
from bot.command.streams import can_write, note, write, write_json

if TYPE_CHECKING:
    from bot.core.nouns import Article
    from bot.library.corpus.afar.politeness import Polite
    from bot.library.corpus.afar.refreshing import PageLook
    from bot.library.indexed.cluster import Cluster
    from bot.serving.doctor.finding import Finding


FolderOf = Callable[[argparse.Namespace], Path]
"""Returns the folder that a call is about. Raises BotError."""


def add_operating(commands: CommandParsers, folder_of: FolderOf) -> None:
    """Add the commands to the parser's."""
    index = commands.add_parser("index", help="write the articles to the index that BOT_INDEX names")
    index.add_argument("--back", action="store_true", help="let the edition serve that served before")
    corpus_option(index)
    index.set_defaults(run=lambda options: _index(options, folder_of))

    refresh = commands.add_parser("refresh", help="fetch the pages of articles again, and show what differs")
    refresh.add_argument("--dry-run", action="store_true", help="only show it, and ask nothing")
    corpus_option(refresh)
    refresh.set_defaults(run=lambda options: _refresh(options, folder_of))

    settings = commands.add_parser(
        "settings", help="list every setting: its value, where it was set, what it means"
    )
    form = settings.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object a setting")
    form.add_argument("--toml", action="store_true", help="print a settings file to begin with")
    form.add_argument("--markdown", action="store_true", help="print the tables of the documents")
    config_option(settings)
    settings.set_defaults(run=_settings)

    init = commands.add_parser("init", help="ask for what is needed, and write .env and a first article")
    init.add_argument("--yes", action="store_true", help="ask nothing; the token is taken from BOT_TOKEN")
    init.add_argument("--corpus", default="corpus", metavar="DIR", help="the folder of articles")
    init.add_argument("--maintainers", default="", metavar="IDS", help="user ids that may change articles")
    init.add_argument("--language", default="", metavar="CODE", help="of the first article (en, ru, kk, ...)")
    init.set_defaults(run=_init)

    doctor = commands.add_parser(
        "doctor", help="look whether all is right, and say what to do where it is not"
    )
    doctor.add_argument("--json", action="store_true", help="print one JSON object a line")
    config_option(doctor)
    doctor.set_defaults(run=_doctor)

    token = commands.add_parser("token", help="make a token for a maintainer of the page")
    token.add_argument("name", metavar="NAME", help="what the history calls who holds it")
    token.set_defaults(run=_token)

    backup = commands.add_parser("backup", help="write articles, database and kept editions to one file")
    backup.add_argument("file", type=Path, metavar="FILE", help="the file, such as quoth-backup.tar.gz")
    config_option(backup)
    backup.set_defaults(run=_backup)

    restore = commands.add_parser("restore", help="put back what backup wrote")
    restore.add_argument("file", type=Path, metavar="FILE", help="the file that backup wrote")
    restore.add_argument("--replace", action="store_true", help="delete what is in both folders before")
    config_option(restore)
    restore.set_defaults(run=_restore)


def _refresh(options: argparse.Namespace, folder_of: FolderOf) -> int:
    import asyncio

    from bot.basics.settings import read_settings
    from bot.library.corpus.afar.politeness import Polite

    read_settings(options.config)  # the limits that they choose hold from then on
    return asyncio.run(look_at_pages(folder_of(options), Polite(), ask=not options.dry_run))


async def look_at_pages(corpus: Path, polite: "Polite", *, ask: bool) -> int:
    """Show what the pages of a folder's articles say otherwise; where one is agreed to, it takes the place.

    Returns the exit code: 1 where a page could not be looked at. Raises CorpusError.
    """
    from bot.basics.called import called
    from bot.basics.errors import ArticleError
    from bot.library.corpus.afar.refreshing import PageNow, can_be_refreshed, look_at_page
    from bot.library.corpus.contribution import replace_page
    from bot.library.corpus.folder import read_folder

    articles = [article for article in read_folder(corpus).articles if can_be_refreshed(article)]
    taken = failed = 0
    for article in articles:
        try:
            looked = await look_at_page(article, polite)
        except ArticleError as error:
            failed += 1
            write(f"{article.file}: {error}")
            continue
        _tell_page(article, looked)
        if ask and looked.became is PageNow.CHANGED and looked.given and _agreed():
            replace_page(corpus, article, looked.given)
            taken += 1
    write(f"pages: {len(articles)}, taken over: {taken}, not looked at: {failed}")
    if taken:
        note(f"{called()} reload lets a running bot read them")
    return 1 if failed else 0


def _tell_page(article: "Article", looked: "PageLook") -> None:
    state = {"SAME": "unchanged", "CHANGED": "reads otherwise now", "GONE": "is gone"}
    moved = {"MOVED": "its address leads elsewhere", "CLOSED": "robots.txt does not let programs fetch it"}
    about = f" ({looked.about})" if looked.about else ""
    write(f"{article.file}: {(state | moved)[looked.became.name]}{about}")
    for sign, sentences in (("-", looked.found.went), ("+", looked.found.came)):
        for held in sentences:
            write(f"  {sign} {' '.join(held.quote.text.split())}")


def _agreed() -> bool:
    try:
        return input("Take it over? [y/N] ").strip().casefold() in {"y", "yes"}
    except EOFError:
        return False


def _settings(options: argparse.Namespace) -> int:
    from bot.basics.settings import shown_settings
    from bot.command import settings_shown

    form = next((name for name in ("json", "toml", "markdown") if getattr(options, name)), "text")
    write(settings_shown.FORMS[form](shown_settings(options.config)))
    return 0


def _init(options: argparse.Namespace) -> int:
    from bot.chat.wording.texts import language_of
    from bot.command.first_steps import Wanted, begin

    language = language_of(options.language or os.environ.get("LANG", "").partition("_")[0])
    token = os.environ.get("BOT_TOKEN", "")
    return begin(Wanted(options.corpus, token, options.maintainers, language), ask=not options.yes)


def _token(options: argparse.Namespace) -> int:
    from bot.basics.settings import name_of, problem_with
    from bot.web.http.sessions import hash_of, new_token

    token = new_token()
    key = f"{options.name}:{hash_of(token)}"
    if problem_with("web_maintainers", key):
        raise BotError("the name should be 1 to 40 letters, digits, dots and hyphens")
    write(f"{token}\n\nGive this token to {options.name}; it is kept nowhere. Add to the settings:\n")
    write(f"{name_of('web_maintainers')}={key}")
    return 0


def _doctor(options: argparse.Namespace) -> int:
    import asyncio

    return asyncio.run(_tell_all(options.config, options.json))


def _backup(options: argparse.Namespace) -> int:
    from bot.basics.limits import MEGABYTE
    from bot.basics.settings import read_settings
    from bot.storage.backup import back_up

    settings = read_settings(options.config)
    size = back_up(settings.data, settings.corpus, options.file)
    held = f"{settings.corpus} and {settings.data}, without settings and token"
    write(f"{options.file}: {size / MEGABYTE:,.1f} MB of {held}")
    return 0


def _restore(options: argparse.Namespace) -> int:
    from bot.basics.settings import read_settings
    from bot.storage.backup import restore

    settings = read_settings(options.config)
    files = restore(options.file, settings.data, settings.corpus, options.replace)
    write(f"{files:,} files put back into {settings.corpus} and {settings.data}")
    return 0


async def _tell_all(config: Path | None, as_json: bool) -> int:
    """Tell each finding when it is found; return the exit code."""
    healthy = True
    async for finding in _findings(config):
        if as_json:
            write_json(asdict(finding))
        else:
            _tell(finding)
        healthy = healthy and finding.ok is not False
    return 0 if healthy else 1


async def _findings(config: Path | None) -> AsyncIterator["Finding"]:
    from bot.basics.errors import SettingsError
    from bot.basics.settings import read_settings
    from bot.serving.doctor.bot_api import look_at_telegram
    from bot.serving.doctor.finding import bad, good
    from bot.serving.doctor.finding_by_meaning import look_at_encoder
    from bot.serving.doctor.finding_in_index import look_at_index
    from bot.serving.doctor.machine import look_at_machine

    try:
        settings = read_settings(config)
    except SettingsError as error:
        yield bad("settings", str(error), "mend it; the command settings lists all")
        return
    yield good("settings", "can be followed")
    for finding in look_at_machine(settings, config):
        yield finding
    yield look_at_index(settings)
    yield look_at_encoder(settings)
    async for finding in look_at_telegram(settings):
        yield finding


def _tell(finding: "Finding") -> None:
    marks = {True: "✓", False: "✗", None: "–"} if can_write("✓✗–") else {True: "ok", False: "NO", None: "--"}
    write(f"{marks[finding.ok]} {finding.name}: {finding.found}")
    if finding.remedy:
        write(f"    {finding.remedy}")


def _index(options: argparse.Namespace, folder_of: FolderOf) -> int:
    from bot.basics.settings import read_settings
    from bot.library.indexed.connecting import cluster_of

    settings = read_settings(options.config)
    cluster = cluster_of(settings)
    if options.back:
        return _back(cluster)
    return _written(cluster, options, folder_of(options), settings.index_copies)


def _back(cluster: "Cluster") -> int:
    from bot.library.indexed.publishing import go_back

    facts = go_back(cluster)
    if facts is None:
        raise BotError(f"no older edition of {cluster.address.name} is kept")
    write(f"edition {facts.edition[:8]} serves again: {facts.articles} articles, {facts.passages} passages")
    return 0


def _written(cluster: "Cluster", options: argparse.Namespace, corpus: Path, copies: int) -> int:
    from bot.command.terminal import progress
    from bot.library.editions.remembered import Memory
    from bot.library.indexed.publishing import publish
    from bot.library.learned import load_model

    cluster.serving()  # what cannot be written to is said before anything is read
    with progress(options.quiet) as bar:
        opened = Memory().open(corpus, load_model().background, bar("reading"), bar("indexing"))
        done = publish(opened.edition, cluster, copies, bar("sending"))
    if opened.problems:
        note(f"{opened.problems} problem(s) in the folder; check tells which")
    if done is None:
        write("the index has this edition already")
        return 0
    write(
        f"{done.index} serves as {cluster.address.name}: {done.articles} articles, {done.passages} passages;"
        f" {done.sent} articles sent, {done.dropped} dropped, in {done.seconds:.1f} s"
    )
    return 0
