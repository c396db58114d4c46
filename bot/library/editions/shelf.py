"""The shelf holds the edition that serves; a new one is made aside and put in its place by one assignment."""

import logging
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.basics.apart import cores
from bot.basics.errors import ArticleError, CorpusError
from bot.basics.limits import LIMITS
from bot.basics.progress import Progress, silent
from bot.core.index.background import NO_BACKGROUND, Background
from bot.core.index.edition import Edition
from bot.core.nouns import Claim
from bot.languages.interface.messages import Message
from bot.library.corpus.check import CheckReport, check_folder
from bot.library.corpus.disk import inside, remove_file, remove_unfinished, write_file
from bot.library.corpus.folder import files_in
from bot.library.corpus.untrusted import read_bytes, size_of
from bot.library.editions.changes import ReloadReport
from bot.library.editions.encoding import Encoding, HasToStop
from bot.library.editions.flat import open_flat
from bot.library.editions.kept import Editions, Kept, stamped
from bot.library.editions.loading import LoadOrder, load, load_apart
from bot.library.editions.mapped import Mapped
from bot.library.editions.program import program

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An edition that was made aside, and what it changes."""

    edition: Edition
    report: ReloadReport
    laid: "Laid | None" = None
    """Where it lies; None where it lies in an index."""


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """An edition as it was read, and where its file is."""

    mapped: Mapped
    path: Path


class Shelf:
    """Holds the edition that serves. Everything but its attributes blocks, and is for one thread at a time.

    ``read_at`` is when the files of ``current`` were read (UTC). Where nothing is kept, one that
    ``begins_apart`` reads even a small folder in a child, and never holds what reading needs.
    """

    def __init__(
        self,
        corpus: Path,
        editions: Editions,
        background: Background = NO_BACKGROUND,
        encoding: Encoding | None = None,
        *,
        begins_apart: bool = False,
    ) -> None:
        self._begins_apart = begins_apart
        self.current = Edition.of([])
        self.read_at = datetime.now(UTC)
        self.corpus = corpus
        self.editions = editions
        self.encoding = encoding
        self.encoded_so_far = (0, 0)
        """How many of how many new sentences of the current edition are encoded."""
        self._changing = threading.Lock()
        self._background = background
        self._mapped: Mapped | None = None
        self._path: Path | None = None

    @property
    def source(self) -> str:
        """Where the articles come from, as people write it."""
        return str(self.corpus)

    @property
    def laid_out_at(self) -> Path | None:
        """The file that ``current`` is mapped from; None where it has none, or no name any more."""
        return self._path

    @property
    def background(self) -> Background:
        """What editions are built with."""
        return self._background

    @property
    def trouble(self) -> str:
        """What keeps questions from being answered, "" where nothing does."""
        return ""

    def refuse_changes(self) -> None:
        """Raise CorpusError where the articles that serve are not those of the folder."""

    def has_moved(self) -> bool:
        """Tell whether something else is to serve than what does, where that is told without reading it."""
        return False

    @property
    def sends_to(self) -> str:
        """The host that questions are sent to, to find by meaning; empty where they stay on this machine."""
        return self.encoding.encoder.sends_to if self.encoding else ""

    def open(self, on_progress: Progress = silent) -> bool:
        """Put the edition on the shelf that served last; False where none is kept, or none undamaged."""
        remove_unfinished(self.corpus)
        self.editions.set_aside()
        for kept in self.editions.all():
            sound = kept.folder.is_dir() and files_in(kept.folder) == kept.facts.files
            if sound or self.editions.mend(kept, self.corpus):
                self._mapped = self._laid_out(kept, on_progress)
                self._path = _there(kept)
                self._let_serve(self._mapped.edition(self._background))
                self.read_at = datetime.fromtimestamp(kept.facts.made_at, UTC)
                return True
            log.warning("the kept edition %s is damaged", kept.path)
        return False

    def prepare(self, claims: Iterable[Claim] = (), on_progress: Progress = silent) -> Prepared:
        """Read the corpus into an edition aside. ``claims`` are the quotes given so far.

        Raises CorpusError where the folder as a whole cannot be read, or the edition not be laid out.
        """
        begun = time.monotonic()
        order = self._order(self.corpus, tuple(claims))
        report = self._load(order, on_progress)
        seconds = time.monotonic() - begun
        if self._mapped and self._path and report.files == self._mapped.digest:
            laid = Laid(self._mapped, self._path)
            return Prepared(self.current, replace(report, seconds=seconds), laid)
        mapped = Mapped(open_flat(order.to))
        edition = mapped.edition(self._background)
        return Prepared(edition, replace(report, seconds=seconds), Laid(mapped, order.to))

    def put(self, prepared: Prepared) -> ReloadReport:
        """Let the edition serve, once it is kept. Raises CorpusError if a file has changed since."""
        edition, laid = prepared.edition, prepared.laid
        if laid is None:
            raise ValueError("the edition lies elsewhere")
        files = laid.mapped.files
        newest = next(iter(self.editions.all()), None)
        if newest is None or newest.facts.files != files or newest.facts.edition != edition.id:
            facts = stamped(edition.id, len(edition.entries), len(edition.passages), files)
            newest = self.editions.add(facts, self.corpus)
        self.editions.lay(newest, laid.path)
        self._mapped, self._path, self.read_at = laid.mapped, _there(newest), datetime.now(UTC)
        self._let_serve(edition)
        return replace(prepared.report, applied=True)

    def _laid_out(self, kept: Kept, on_progress: Progress) -> Mapped:
        """Return what a kept edition is as it is served, made anew of its files where it is not there."""
        try:
            mapped = Mapped(open_flat(kept.flat))
            if mapped.program == program() and mapped.files == kept.facts.files:
                return mapped
            log.info("%s was made by another program and is made anew", kept.flat)
        except FileNotFoundError:
            pass
        except (OSError, ValueError) as error:
            log.warning("%s is made anew: %s", kept.flat, error)
        order = self._order(kept.folder)
        try:
            self._load(order, on_progress)
        except CorpusError as error:
            if error.sentence.message is not Message.EDITION_NOT_KEPT:
                raise
            log.warning("the edition serves without being kept: %s", error)
            return self._laid_out_aside(order, on_progress)
        mapped = Mapped(open_flat(order.to))
        self.editions.lay(kept, order.to)
        return mapped

    def _laid_out_aside(self, order: LoadOrder, on_progress: Progress) -> Mapped:
        """Return what the order lays out, mapped from a file that has no name any more."""
        with TemporaryDirectory() as aside:
            order = replace(order, to=Path(aside) / order.to.name)
            self._load(order, on_progress)
            return Mapped(open_flat(order.to))

    def _order(self, folder: Path, claims: tuple[Claim, ...] = ()) -> LoadOrder:
        learned = self._background is not NO_BACKGROUND
        return LoadOrder(folder, self.editions.beside(), self._path, claims, learned)

    def _load(self, order: LoadOrder, on_progress: Progress) -> ReloadReport:
        size = size_of(order.corpus)
        from_nothing = order.before is None
        if size > LIMITS.editions.read_here or (from_nothing and self._begins_apart):
            many = from_nothing and size > LIMITS.editions.read_alone
            return load_apart(replace(order, readers=cores() if many else 1), on_progress)
        return load(order, self._background, on_progress)

    def encode(self, stop: HasToStop) -> None:
        """Encode the sentences of what serves, where they are not, and let it serve so.

        Another thread may use the shelf meanwhile: where another edition serves by then, nothing is changed.
        Raises EncoderError where the encoder fails, StoppedError where ``stop`` said so.
        """
        edition = self.current
        if self.encoding is None or edition.encoded or not edition.passages:
            return
        made = self.encoding.encoded(
            edition, self._encoded_so_far, lambda: stop() or self.current is not edition
        )
        with self._changing:
            if self.current is edition:
                self.current = made

    def _encoded_so_far(self, done: int, total: int) -> None:
        self.encoded_so_far = done, total

    def _let_serve(self, edition: Edition) -> None:
        """Put an edition in its place, with its vectors if they are kept: else these follow."""
        opened = self.encoding.opened(edition) if self.encoding and not edition.encoded else None
        with self._changing:
            self.encoded_so_far = (0, 0)
            self.current = opened or edition

    def is_read(self) -> bool:
        """Tell whether the corpus is as the edition that serves has read it. Raises CorpusError."""
        return files_in(self.corpus) == (self._mapped.files if self._mapped else {})

    def check(self) -> CheckReport:
        """Return everything worth knowing about the corpus as it is now. Raises CorpusError."""
        return check_folder(self.corpus, self._mapped.folder(self.current) if self._mapped else None)

    def has_read(self, file: str) -> bool:
        """Tell whether a file of the corpus is as the edition that serves has read it."""
        data = _bytes(self.corpus, file)
        files = self._mapped.files if self._mapped else {}
        return data is not None and sha256(data).hexdigest() == files.get(file)

    def restore(self, kept: Kept) -> None:
        """Make the corpus hold the files that it held then; doing it twice is harmless. Raises CorpusError.

        Only files that the edition that serves has kept are removed, so that this can be taken back. Nothing
        is done where a kept file is damaged and the corpus has no other copy.
        """
        if not self.editions.mend(kept, self.corpus):
            raise CorpusError(Message.KEPT_DAMAGED, file=str(kept.folder))
        newest = next(iter(self.editions.all()), kept)
        for file in newest.facts.files.keys() - kept.facts.files.keys():
            remove_file(inside(self.corpus, file))
        for file in kept.facts.files:
            data = _bytes(kept.folder, file)
            if data is None:
                raise CorpusError(Message.KEPT_DAMAGED, file=str(kept.folder / file))
            if _bytes(self.corpus, file) != data:
                write_file(inside(self.corpus, file), data)


def _there(kept: Kept) -> Path | None:
    """Return where a kept edition is laid out, None where that could not be kept."""
    return kept.flat if kept.flat.exists() else None


def _bytes(root: Path, file: str) -> bytes | None:
    try:
        return read_bytes(root, file, LIMITS.files.many)
    except ArticleError:
        return None
