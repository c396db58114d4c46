"""Loading a folder: read, made into an edition and laid out in a file, apart from the process that serves.

A child process of low priority does all of it, so that questions go on as if nothing happened; what it hands
over is the file, which is mapped. Wherever one of both is killed, the file is there as a whole or not at all.
"""

import atexit
import os
import resource
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import IO, cast

import numpy as np
from pydantic import TypeAdapter

from bot.basics.apart import bare_environment
from bot.basics.errors import CorpusError, told
from bot.basics.limits import LIMITS, choose
from bot.basics.progress import Progress
from bot.core.index.background import NO_BACKGROUND, Background
from bot.core.index.duplicates import Sketch, copies, similar, sketch
from bot.core.index.edition import Edition
from bot.core.nouns import Article, Claim
from bot.core.proving.fate import changed
from bot.core.proving.quote import lost
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import Said
from bot.library.corpus.folder import Folder, read_folder
from bot.library.editions.changes import ReloadReport, compare, differing_passages
from bot.library.editions.flat import Arrays, open_flat, write_flat
from bot.library.editions.mapped import Mapped, laid_out
from bot.library.editions.program import program
from bot.library.editions.readers import end_with_parent, readers
from bot.library.learned import load_model
from bot.library.parsing.draft import OWN_HANDS, Hands, read_and_sketched
from bot.storage.data_folder import make_folder


@dataclass(frozen=True, slots=True)
class LoadOrder:
    """What to read, what served ``before`` (a file that is laid out), and the file ``to`` write.

    ``claims`` are the quotes given so far. ``readers`` are the processes that read for the child, if more
    than one. ``learned`` tells whether words are weighed by what ships with the
    program. ``program`` stands for what reads, the rest are the limits that
    were chosen (see ``choose``).
    """

    corpus: Path
    to: Path
    before: Path | None = None
    claims: tuple[Claim, ...] = ()
    learned: bool = False
    readers: int = 1
    program: str = field(default_factory=program)
    largest: int = field(default_factory=lambda: LIMITS.files.one)
    fetching: float = field(default_factory=lambda: LIMITS.fetching.seconds)
    parsing: int = field(default_factory=lambda: LIMITS.children.seconds)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a child says: how far it is, at the end a report, or why the folder as a whole cannot be read."""

    progress: tuple[int, int] = (0, 0)
    report: ReloadReport | None = None
    refused: Said | None = None


@dataclass(slots=True)
class Loaders:
    """The children of this process that load."""

    at_work: set["subprocess.Popen[bytes]"] = field(default_factory=set)

    def interrupt(self) -> None:
        """Kill them: whoever waits for one is told that it has ended."""
        for process in tuple(self.at_work):
            process.kill()


loaders = Loaders()
atexit.register(loaders.interrupt)


def load(
    order: LoadOrder, background: Background, on_progress: Progress, hands: Hands = OWN_HANDS
) -> ReloadReport:
    """Read the folder and lay its edition out in a file, if it is another than before.

    Raises CorpusError where the folder as a whole cannot be read, or the file not be written, BrokenExecutor
    where the ``hands`` that read are gone.
    """
    before = Mapped(open_flat(order.before)) if order.before else None
    old = before.edition(background) if before else Edition.of([])
    folder = read_folder(order.corpus, before.folder(old) if before else None, on_progress, hands)
    is_same = before is not None and before.digest == folder.digest
    read = (reading.read or reading.article for reading in folder.readings)
    edition = old if is_same else Edition.of(read, folder.synonyms, old, background)
    made = {one.article.revision: one.sketch for one in folder.readings if one.sketch is not None}
    sketches = _sketches(edition.articles, _known_sketches(before, old) | made)
    if not is_same:
        try:
            make_folder(order.to.parent)
            facts = {"program": order.program, "files": folder.files}
            write_flat(order.to, facts, {**laid_out(folder, edition), **_laid_out(sketches, edition)})
        except OSError as error:
            raise CorpusError(
                Message.EDITION_NOT_KEPT, folder=str(order.to.parent), problem=told(error)
            ) from error
    return _report(old, edition, folder, order.claims, sketches)


def load_apart(order: LoadOrder, on_progress: Progress) -> ReloadReport:
    """Do what ``load`` does in a child process, with the background that the order names.

    Where ``on_progress`` raises something, the child is ended.

    Raises CorpusError too where the child is killed.
    """
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", "from bot.library.editions.loading import serve_order; serve_order()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=bare_environment() | {"OPENBLAS_NUM_THREADS": "1"},  # for products of matrices
        start_new_session=True,
    )
    loaders.at_work.add(process)
    orders, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    try:
        with answers, suppress(BrokenPipeError):
            with orders:
                orders.write(_orders_form().dump_json(order))
            return _heard(answers, on_progress)
        raise CorpusError(Message.LOADING_ENDED)
    finally:
        process.kill()
        process.wait()
        loaders.at_work.discard(process)


def _heard(lines: Iterable[bytes], on_progress: Progress) -> ReloadReport:
    """Return the report that a child ends with. Raises CorpusError."""
    for line in lines:
        said = _said_form().validate_json(line)
        if said.refused:
            raise CorpusError(said.refused)
        if said.report:
            return said.report
        on_progress(*said.progress)
    raise CorpusError(Message.LOADING_ENDED)


def serve_order() -> None:
    """Load what standard input orders, and tell standard output how far it is. The child's whole life."""
    order = _orders_form().validate_json(sys.stdin.buffer.read())
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    _go_last()
    choose(order.largest, order.fetching, order.parsing)

    def say(said: _Said) -> None:
        try:
            answers.write(_said_form().dump_json(said) + b"\n")
            answers.flush()
        except BrokenPipeError:
            os._exit(0)  # whoever ordered it was killed before it could be told to end with them

    background = load_model().background if order.learned else NO_BACKGROUND
    try:
        with readers(order.readers, read=read_and_sketched) as hands:
            report = load(order, background, lambda done, total: say(_Said((done, total))), hands)
    except CorpusError as error:
        say(_Said(refused=error.sentence))
    else:
        say(_Said(report=report))


def _go_last() -> None:
    """Let all others have the processor and, where it gets short, the memory first; end with the parent."""
    os.nice(LIMITS.editions.loading_niceness)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")
    end_with_parent()


def _report(
    old: Edition, edition: Edition, folder: Folder, claims: Iterable[Claim], sketches: Mapping[str, Sketch]
) -> ReloadReport:
    given = tuple(claims)
    changes = replace(compare(old, edition), problems=folder.problems)
    different = {article.revision: article for article in reversed(edition.articles)}.values()
    return ReloadReport(
        before=old.id,
        after=edition.id,
        files=folder.digest,
        changes=changes,
        articles=len(edition.entries),
        passages=len(edition.passages),
        seconds=0.0,
        differing={i: differing_passages(old, edition, i) for i in changes.edited},
        lost=lost(given, old, edition) if old is not edition else {},
        changed=tuple(changed(given, old, edition)) if old is not edition else (),
        copies=copies(edition.articles),
        similar=similar({article.id: sketches[article.revision] for article in different}),
    )


def _sketches(articles: Iterable[Article], known: Mapping[str, Sketch]) -> dict[str, Sketch]:
    """Return the sketch of each text, by revision."""
    found = dict(known)
    for article in articles:
        if article.revision not in found:
            found[article.revision] = sketch(article.text)
    return found


def _laid_out(sketches: Mapping[str, Sketch], edition: Edition) -> Arrays:
    rows = [sketches[article.revision] for article in edition.articles]
    ends = np.cumsum([0, *map(len, rows)])
    return {"sketches": np.concatenate([np.empty(0, np.uint64), *rows]), "sketch ends": ends}


def _known_sketches(before: Mapped | None, old: Edition) -> dict[str, Sketch]:
    if before is None:
        return {}
    arrays = before.flat.arrays
    rows = np.split(arrays["sketches"], arrays["sketch ends"][1:-1])
    return {article.revision: row for article, row in zip(old.articles, rows, strict=False)}


@cache
def _orders_form() -> TypeAdapter[LoadOrder]:
    return TypeAdapter(LoadOrder)


@cache
def _said_form() -> TypeAdapter[_Said]:
    return TypeAdapter(_Said)
