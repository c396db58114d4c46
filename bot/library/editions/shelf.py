"""The shelf holds the edition that serves; a new one is made aside and put in its place by one assignment."""

import gc
import logging
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from bot.basics.errors import ArticleError, CorpusError
from bot.basics.limits import LIMITS
from bot.basics.progress import Progress, silent
from bot.core.index.background import NO_BACKGROUND, Background
from bot.core.index.duplicates import Sketch, copies, similar, sketch
from bot.core.index.edition import Edition
from bot.core.nouns import Article, ArticleId, Claim
from bot.core.proving.quote import lost
from bot.languages.interface.messages import Message
from bot.library.corpus.check import CheckReport, check_folder
from bot.library.corpus.disk import inside, remove_file, write_file
from bot.library.corpus.folder import Folder, read_folder
from bot.library.corpus.untrusted import read_bytes
from bot.library.editions.changes import ReloadReport, compare, differing_passages
from bot.library.editions.encoding import Encoding, HasToStop
from bot.library.editions.kept import Editions, Kept, stamped

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An edition that was made aside, with what it was read from and what it changes."""

    folder: Folder
    edition: Edition
    report: ReloadReport


class Shelf:
    """Holds the edition that serves. Everything but its attributes blocks, and is for one thread at a time.

    ``read_at`` is when the files of ``current`` were read (UTC).
    """

    def __init__(
        self,
        corpus: Path,
        editions: Editions,
        background: Background = NO_BACKGROUND,
        encoding: Encoding | None = None,
    ) -> None:
        self.current = Edition.of([])
        self.read_at = datetime.now(UTC)
        self.corpus = corpus
        self.editions = editions
        self.encoding = encoding
        self.encoded_so_far = (0, 0)
        """How many of how many new sentences of the current edition are encoded."""
        self._changing = threading.Lock()
        self._background = background
        self._folder = Folder()
        self._sketches: dict[str, Sketch] = {}
        self._groups: tuple[str, tuple[frozenset[ArticleId], ...]] = ("", ())

    @property
    def sends_to(self) -> str:
        """The host that questions are sent to, to find by meaning; empty where they stay on this machine."""
        return self.encoding.encoder.sends_to if self.encoding else ""

    def open(self, on_progress: Progress = silent) -> bool:
        """Put the edition on the shelf that served last; False where none is kept, or none undamaged."""
        self.editions.set_aside()
        for kept in self.editions.all():
            folder = read_folder(kept.folder, on_progress=on_progress)
            if folder.files != kept.facts.files and self.editions.mend(kept, self.corpus):
                folder = read_folder(kept.folder, folder, on_progress)
            if folder.files == kept.facts.files:
                self._folder = folder
                edition = Edition.of(folder.articles, folder.synonyms, background=self._background)
                self._let_serve(edition)
                self.read_at = datetime.fromtimestamp(kept.facts.made_at, UTC)
                gc.freeze()
                return True
            log.warning("the kept edition %s is damaged", kept.path)
        return False

    def prepare(self, claims: Iterable[Claim] = (), on_progress: Progress = silent) -> Prepared:
        """Read the corpus into an edition aside. ``claims`` are the quotes given so far.

        Raises CorpusError where the folder as a whole cannot be read.
        """
        begun = time.monotonic()
        with _letting_others_go_first():
            folder = read_folder(self.corpus, self._folder, on_progress)
            edition = self.current
            if folder.digest != self._folder.digest:
                edition = Edition.of(folder.articles, folder.synonyms, self.current, self._background)
            report = self._report(folder, edition, claims)
        return Prepared(folder, edition, replace(report, seconds=time.monotonic() - begun))

    def put(self, prepared: Prepared) -> ReloadReport:
        """Let the edition serve, once it is kept. Raises CorpusError if a file has changed since."""
        edition, folder = prepared.edition, prepared.folder
        newest = next(iter(self.editions.all()), None)
        if newest is None or newest.facts.files != folder.files or newest.facts.edition != edition.id:
            facts = stamped(edition.id, len(edition.entries), len(edition.passages), folder.files)
            self.editions.add(facts, self.corpus)
        self._folder, self.read_at = folder, datetime.now(UTC)
        self._let_serve(edition)
        gc.freeze()  # a collection that looks at every passage stops all questions for a second
        return replace(prepared.report, applied=True)

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
        return read_folder(self.corpus, self._folder).files == self._folder.files

    def check(self) -> CheckReport:
        """Return everything worth knowing about the corpus as it is now. Raises CorpusError."""
        return check_folder(self.corpus, self._folder)

    def has_read(self, file: str) -> bool:
        """Tell whether a file of the corpus is as the edition that serves has read it."""
        data = _bytes(self.corpus, file)
        return data is not None and sha256(data).hexdigest() == self._folder.files.get(file)

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

    def _report(self, folder: Folder, edition: Edition, claims: Iterable[Claim]) -> ReloadReport:
        changes = replace(compare(self.current, edition), problems=folder.problems)
        return ReloadReport(
            before=self.current.id,
            after=edition.id,
            files=folder.digest,
            changes=changes,
            articles=len(edition.entries),
            passages=len(edition.passages),
            seconds=0.0,
            differing={i: differing_passages(self.current, edition, i) for i in changes.edited},
            lost=lost(claims, self.current, edition) if self.current is not edition else {},
            copies=copies(edition.articles),
            similar=self._similar(edition),
        )

    def _similar(self, edition: Edition) -> tuple[frozenset[ArticleId], ...]:
        """Return the groups of articles that are nearly, but not wholly, the same; found once an edition."""
        if self._groups[0] != edition.id:
            articles = edition.articles
            self._sketches = {a.revision: self._sketch(a) for a in articles}
            different = {a.revision: a for a in reversed(articles)}.values()
            self._groups = edition.id, similar({a.id: self._sketches[a.revision] for a in different})
        return self._groups[1]

    def _sketch(self, article: Article) -> Sketch:
        known = self._sketches.get(article.revision)
        return sketch(article.text) if known is None else known


def _bytes(root: Path, file: str) -> bytes | None:
    try:
        return read_bytes(root, file, LIMITS.files.many)
    except ArticleError:
        return None


@contextmanager
def _letting_others_go_first() -> Iterator[None]:
    """Let threads that wait for the interpreter have it sooner while the block runs.

    A question gives it up a dozen times on its way, and would else wait 5 ms each time to get it back.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(LIMITS.editions.switch_seconds)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
