"""The upkeep of the articles while they are served: one deed at a time, each written down in the history."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.basics.called import called
from bot.basics.errors import ArticleError, BotError, CorpusError
from bot.basics.limits import LIMITS
from bot.core.nouns import Article, ArticleId, Claim
from bot.core.proving.quote import prove
from bot.languages.interface.messages import Message
from bot.library.corpus.contribution import Contribution, correct, remove, replace_page
from bot.library.editions.changes import ReloadReport
from bot.library.editions.kept import Kept
from bot.library.editions.loading import loaders
from bot.library.editions.shelf import Prepared, Shelf
from bot.library.formats.child import children
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Problem
from bot.storage.figures import Figures
from bot.storage.maintaining.history import Deed, History
from bot.storage.personal.corrections import Corrections

log = logging.getLogger(__name__)

_KILLED = "killed"
_RELOAD = "reload"
_ROLLBACK = "rollback"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something: a person by user id, or what people call the cause, such as SIGHUP."""

    name: str
    id: int | None = None


START, WATCH = Actor("start"), Actor("--watch")
"""What happens by itself; where it changes nothing, the history does not mention it."""


@dataclass(slots=True)
class Busy:
    """Somebody is at it. ``done`` of ``total`` files are read."""

    who: Actor
    done: int = 0
    total: int = 0
    stopping: bool = False
    told_at: float = field(default_factory=time.monotonic)

    def count(self, done: int, total: int) -> None:
        """Note the progress, in the thread that does the work. Raises StoppingError where it is to end."""
        self.done, self.total = done, total
        if self.stopping:
            raise StoppingError
        if time.monotonic() - self.told_at >= LIMITS.waiting.logged_progress:
            self.told_at = time.monotonic()
            log.info("reading the articles: %d of %d files", done, total)
        time.sleep(0)  # lets a question that waits go first


class StoppingError(BotError):
    """The bot stops, so a deed that was under way has ended without effect."""

    def __init__(self) -> None:
        super().__init__(Message.STOPPING)


@dataclass(frozen=True, slots=True)
class FilesChanged:
    """The files are not what they were when somebody decided about them."""


Outcome = ReloadReport | Busy | FilesChanged
Work = Callable[[Busy], Awaitable[ReloadReport | FilesChanged]]


@dataclass(slots=True)
class Upkeep:
    """Reloads, rolls back and changes the corpus. The second caller gets who is at it."""

    shelf: Shelf
    figures: Figures
    history: History
    corrections: Corrections | None = None
    """Whoever has received a quote that a deed changes is told so; None where nobody is."""
    busy: Busy | None = None
    problems: tuple[Problem, ...] = ()
    """The files that were refused when what serves was read."""
    started: float = field(default_factory=time.time)
    counting: Callable[[str], None] = lambda _: None
    """Hears of each deed whether it was ``applied`` or has ``failed``."""

    async def start(self) -> None:
        """Take up what served last, and read the corpus, unless a kill has ended the last try to read it.

        Raises CorpusError where there is nothing to serve.
        """
        opened = await self._open()
        await self._settle()
        if await self._end_killed() and opened:
            again = f"{called()} reload"
            log.warning("the last reload was killed, so its edition does not serve; %s tries again", again)
            return
        try:
            outcome = await self.reload(START)
        except BotError as error:
            if not opened:
                raise
            log.error("the last edition serves: %s", error)  # noqa: TRY400
            return
        for problem in outcome.changes.problems if isinstance(outcome, ReloadReport) else ():
            log.warning("%s was refused: %s", problem.file, problem.reason)

    async def look(self, who: Actor) -> Outcome:
        """Return what a reload would do. Raises CorpusError."""

        async def work(busy: Busy) -> ReloadReport:
            return (await self._prepared(busy)).report

        return await self._alone(who, work)

    async def reload(self, who: Actor, files: str = "", *, silently: bool = False) -> Outcome:
        """Read the corpus and let it serve; where ``files`` is given, only if its digest is that still.

        ``silently`` does it only where nobody has to be told of a quote that changes; else the report says
        how many. Raises CorpusError; then the old edition goes on serving.
        """

        async def work(busy: Busy) -> ReloadReport | FilesChanged:
            prepared = await self._prepared(busy)
            if files and prepared.report.files != files:
                return FilesChanged()
            if silently and prepared.report.corrections:
                return prepared.report
            return await self._put(prepared)

        return await self._written(Deed(_RELOAD, who.id), who, work)

    async def roll_back(self, who: Actor, kept: Kept) -> Outcome:
        """Restore the corpus to a kept edition and let that serve. Raises CorpusError.

        FilesChanged tells that the corpus holds changes that were never reloaded, so nothing has kept them.
        """

        self.shelf.refuse_changes()

        async def work(busy: Busy) -> ReloadReport | FilesChanged:
            if not await asyncio.to_thread(self.shelf.is_read):
                return FilesChanged()
            await asyncio.to_thread(self.shelf.restore, kept)
            return await self._put(await self._prepared(busy))

        return await self._written(Deed(_ROLLBACK, who.id, kept.facts.edition), who, work)

    async def change(self, who: Actor, deed: Deed, write: Callable[[], None]) -> Outcome:
        """Change files of the corpus with ``write``, off the event loop, and reload. Raises CorpusError."""

        self.shelf.refuse_changes()

        async def work(busy: Busy) -> ReloadReport:
            await asyncio.to_thread(write)
            return await self._put(await self._prepared(busy))

        return await self._written(deed, who, work)

    async def correct(self, who: Actor, article: Article, fields: Header) -> Outcome:
        """Correct the header of an article, and reload. Raises CorpusError where nothing can be changed."""

        def write() -> None:
            self._check_kept(article.file)
            try:
                correct(self.shelf.corpus, article, fields)
            except ArticleError as error:
                raise CorpusError(Message.PROBLEM_AT, name=article.file, problem=error.sentence) from error

        changed = ", ".join(fields.model_fields_set)
        return await self.change(who, Deed("edit", who.id, f"{article.file}: {changed}"), write)

    async def take_page(self, who: Actor, article: Article, given: Contribution) -> Outcome:
        """Let a page take the place of an article's file, and reload; what its header says stays.

        Raises CorpusError where nothing can be changed.
        """

        def write() -> None:
            self._check_kept(article.file)
            try:
                replace_page(self.shelf.corpus, article, given)
            except ArticleError as error:
                raise CorpusError(Message.PROBLEM_AT, name=article.file, problem=error.sentence) from error

        return await self.change(who, Deed("refresh", who.id, article.file), write)

    async def remove(self, who: Actor, file: str) -> Outcome:
        """Remove a file of articles, and reload. Raises CorpusError where nothing can be removed."""

        def write() -> None:
            self._check_kept(file)
            remove(self.shelf.corpus, file)

        return await self.change(who, Deed("remove", who.id, file), write)

    def article(self, name: str) -> Article | None:
        """Return the article of that id or file that serves, None if there is none."""
        edition = self.shelf.current
        found = edition.article(ArticleId(name))
        return found or next((article for article in edition.articles if article.file == name), None)

    async def quoted(self, article: Article) -> list[Claim]:
        """Return those of the quotes that were given that are of the article and still stand."""
        claims = [claim for claim in await self.figures.claims() if claim.article_id == article.id]
        current = self.shelf.current
        return await asyncio.to_thread(lambda: [claim for claim in claims if prove(claim, current)])

    def _check_kept(self, file: str) -> None:
        """Raise CorpusError if no edition has kept what a file holds: its change could not be taken back."""
        if not self.shelf.has_read(file):
            raise CorpusError(Message.CHANGED_SINCE_READ, file=file)

    async def _open(self) -> bool:
        busy = Busy(START)
        try:
            return await asyncio.to_thread(self.shelf.open, busy.count)
        finally:
            busy.stopping = True

    async def _prepared(self, busy: Busy) -> Prepared:
        claims: list[Claim] = await self.figures.claims()
        prepared = await asyncio.to_thread(self.shelf.prepare, claims, busy.count)
        count = await self.readers(prepared.report.changed)
        return replace(prepared, report=replace(prepared.report, corrections=count))

    async def readers(self, claims: Sequence[Claim]) -> int:
        """Return how many messages to readers a change of these quotes makes. Raises StorageError."""
        return await self.corrections.count(claims) if self.corrections and claims else 0

    async def _put(self, prepared: Prepared) -> ReloadReport:
        """Let an edition serve; who is to be told is written down before, and counts once it serves."""
        if self.corrections and prepared.report.corrections:
            await self.corrections.decide(prepared.report.changed, prepared.edition.id)
        try:
            report = await asyncio.to_thread(self.shelf.put, prepared)
        finally:
            await self._settle()
        self.problems = report.changes.problems
        return report

    async def _settle(self) -> None:
        if self.corrections:
            await self.corrections.settle(self.shelf.current.id)

    async def note(self, who: Actor, name: str, details: str) -> None:
        """Write down a deed that leaves the articles as they are. Raises StorageError."""
        edition = self.shelf.current.id
        number = await self.history.begin(Deed(name, who.id, details, edition))
        await self.history.end(number, details, edition)

    async def _written(self, deed: Deed, who: Actor, work: Work) -> Outcome:
        """Do the work alone, with the deed in the history before and after."""

        async def recorded(busy: Busy) -> ReloadReport | FilesChanged:
            number = await self.history.begin(_from(deed, self.shelf.current.id))
            outcome: ReloadReport | FilesChanged | None = None
            failure = "stopped"
            try:
                outcome = await work(busy)
                self.counting("applied")
            except BotError as error:
                self.counting("failed")
                failure = f"failed: {error}"
                raise
            finally:
                await self._close(number, deed, who, _told(outcome, failure))
            return outcome  # pyright: ignore[reportReturnType] (it was raised otherwise)

        return await self._alone(who, recorded)

    async def _close(self, number: int, deed: Deed, who: Actor, told: str | None) -> None:
        if told is None or (who in {START, WATCH} and told == ""):
            await self.history.discard(number)
            return
        by = "" if who.id is not None else who.name
        details = " ".join(filter(None, (deed.details, by, told)))
        await self.history.end(number, details, self.shelf.current.id)

    async def _alone(self, who: Actor, work: Work) -> Outcome:
        if self.busy:
            return self.busy
        self.busy = busy = Busy(who)
        try:
            return await work(busy)
        except asyncio.CancelledError:
            children.interrupt()  # the thread may wait for a file that takes a minute
            loaders.interrupt()
            raise
        finally:
            busy.stopping = True  # where we were cancelled, the thread goes on until it is told
            self.busy = None

    async def _end_killed(self) -> bool:
        """Finish a rollback that was killed, and tell whether a reload was."""
        killed = await self.history.unfinished()
        for number, deed in killed:
            kept = self.shelf.editions.find(deed.details) if deed.name == _ROLLBACK else None
            if kept:
                await asyncio.to_thread(self.shelf.restore, kept)
            await self.history.end(number, f"{deed.details} {_KILLED}".strip(), self.shelf.current.id)
        return any(deed.name == _RELOAD for _, deed in killed)


def _from(deed: Deed, edition: str) -> Deed:
    return Deed(deed.name, deed.actor_id, deed.details, edition)


def _told(outcome: ReloadReport | FilesChanged | None, failure: str) -> str | None:
    """Return how a deed ended, in the fewest words; "" if it has changed nothing, None if it was not done."""
    match outcome:
        case ReloadReport():
            return ("" if outcome.same else outcome.summary) if outcome.applied else None
        case FilesChanged():
            return "files changed"
        case _:
            return failure
