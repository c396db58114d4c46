"""The shelf of a bot that answers from an index which others have written."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from bot.basics.errors import CorpusError
from bot.basics.progress import Progress, silent
from bot.core.index.background import Background
from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId, Card, Claim, Listed
from bot.languages.interface.messages import Message
from bot.library.corpus.check import CheckReport
from bot.library.editions.changes import Changes, ReloadReport
from bot.library.editions.kept import Editions, Kept
from bot.library.editions.shelf import Prepared, Shelf
from bot.library.indexed.cluster import Cluster
from bot.library.indexed.opened import index_facts, open_edition


class SharedShelf(Shelf):
    """Holds the edition that an index has; a reload takes the newest. Nothing is changed from here."""

    def __init__(self, cluster: Cluster, corpus: Path, editions: Editions, background: Background) -> None:
        super().__init__(corpus, editions, background)
        self._cluster, self._known_background = cluster, background
        self._index = ""

    @property
    def source(self) -> str:
        """Where the articles come from, as people write it."""
        return str(self._cluster.address)

    @property
    def trouble(self) -> str:
        """What keeps questions from being answered, "" where nothing does."""
        return self._cluster.trouble

    def has_moved(self) -> bool:
        """Tell whether the name leads to another index than the one that serves.

        Raises IndexTroubleError where either cannot be asked.
        """
        if self._cluster.serving_now() != self._index:
            return True
        self._cluster.search(self._index, {"size": 0})
        return False

    def open(self, on_progress: Progress = silent) -> bool:  # noqa: ARG002
        """Return False: nothing is kept here."""
        return False

    def prepare(self, claims: Iterable[Claim] = (), on_progress: Progress = silent) -> Prepared:  # noqa: ARG002
        """Open the newest edition aside. Raises IndexTroubleError."""
        begun = time.monotonic()
        index = self._cluster.serving_now()
        edition = self.current
        if index != self._index:
            edition = open_edition(self._cluster, index, self._known_background)
        report = replace(
            _report(self.current, edition, claims), files=index, seconds=time.monotonic() - begun
        )
        return Prepared(edition, report)

    def put(self, prepared: Prepared) -> ReloadReport:
        """Let the edition serve. Raises IndexTroubleError."""
        index = prepared.report.files
        self.read_at = datetime.fromtimestamp(index_facts(self._cluster, index).made_at, UTC)
        self._index, self.current = index, prepared.edition
        return replace(prepared.report, applied=True)

    def is_read(self) -> bool:
        """Return True: what serves is what was written."""
        return True

    def has_read(self, file: str) -> bool:  # noqa: ARG002
        """Return False: files are not read here."""
        return False

    def refuse_changes(self) -> NoReturn:
        """Raise CorpusError that tells where articles are changed."""
        raise CorpusError(Message.INDEX_IS_SHARED, name=self._cluster.address.name)

    def check(self) -> CheckReport:
        """Raise CorpusError: the folder is checked where it is."""
        self.refuse_changes()

    def restore(self, kept: Kept) -> None:  # noqa: ARG002
        """Raise CorpusError: ``index --back`` goes back."""
        self.refuse_changes()


def _report(old: Edition, new: Edition, claims: Iterable[Claim]) -> ReloadReport:
    before, after = ({card.id: card for card in map(_card, one.listed)} for one in (old, new))
    shared = [i for i in after if i in before]
    given = [claim for claim in claims if old is not new and _holds(before, claim)]
    return ReloadReport(
        before=old.id,
        after=new.id,
        files="",
        changes=Changes(
            added=tuple(i for i in after if i not in before),
            removed=tuple(i for i in before if i not in after),
            edited=tuple(i for i in shared if before[i] != after[i]),
            unchanged=tuple(i for i in shared if before[i] == after[i]),
        ),
        articles=len(new.entries),
        passages=len(new.passages),
        seconds=0.0,
        lost=Counter(claim.article_id for claim in given if not _holds(after, claim)),
    )


def _card(article: Listed) -> Card:
    return article if isinstance(article, Card) else Card.of(article)


def _holds(cards: dict[ArticleId, Card], claim: Claim) -> bool:
    """Tell whether an article is as it was when it was quoted."""
    return claim.article_id in cards and cards[claim.article_id].revision == claim.revision
