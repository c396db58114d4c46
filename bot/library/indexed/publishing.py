"""An edition is written to a cluster, looked over, and serves from one moment to the next."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from bot.basics.limits import LIMITS
from bot.basics.progress import Progress, silent
from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId
from bot.core.words.terms import term
from bot.core.words.tokens import Analysed
from bot.library.editions.program import program
from bot.library.indexed.cluster import Cluster, IndexTroubleError, JsonObject, new_name
from bot.library.indexed.opened import IndexFacts, index_facts, piece_key, statistics_in
from bot.library.indexed.stored import (
    INDEX_FORMAT,
    SaidTerms,
    StoredArticle,
    article_document,
    passage_document,
    sent,
    settings_of,
    statistics_of,
)

_PASSAGES_A_SHARD = 5_000_000
"""A shard of so many passages is some gigabytes, which is searched and moved well."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was written: the index, how many articles it has, and how many of them were sent anew."""

    index: str
    articles: int
    passages: int
    sent: int
    dropped: int
    seconds: float


def publish(
    edition: Edition, cluster: Cluster, copies: int, on_progress: Progress = silent
) -> Published | None:
    """Let an edition serve from the cluster; None where it does already.

    Articles that are there already are taken over. ``copies`` other nodes hold each part; ``on_progress``
    hears of each document that is sent. The index that served before stays, to go back to.
    Raises IndexTroubleError; then what served goes on serving.
    """
    begun = time.monotonic()
    writing = _Writing(edition, cluster)
    if writing.serves:
        return None
    try:
        done = writing.write(copies, on_progress)
        writing.look_over()
        cluster.lead_to(writing.index, instead=writing.before)
    except BaseException:
        with suppress(IndexTroubleError):
            cluster.delete(writing.index)
        raise
    for index in cluster.all():
        if index < writing.index and index != writing.before:
            cluster.delete(index)
    total = len(edition.entries)
    return Published(writing.index, total, len(edition.passages), *done, time.monotonic() - begun)


def go_back(cluster: Cluster) -> IndexFacts | None:
    """Let the edition serve that served before; None where none is kept. Raises IndexTroubleError."""
    serving = cluster.serving()
    older = [index for index in cluster.all() if index < serving]
    if not older:
        return None
    facts = index_facts(cluster, older[-1])
    cluster.lead_to(older[-1], instead=serving)
    return facts


class _Writing:
    """An edition on its way to a new index. Raises IndexTroubleError from the beginning."""

    def __init__(self, edition: Edition, cluster: Cluster) -> None:
        self.edition, self._cluster = edition, cluster
        self.index, self.before = new_name(cluster.address.name), cluster.serving()
        self._entries = list(edition.entries.values())
        self._stored = [StoredArticle.of(entry) for entry in self._entries]
        self._old = self._known() if self.before else None

    @property
    def serves(self) -> bool:
        """Tell whether this very edition serves already."""
        return self._old is not None and _is_ours(self._old[0]) and self._old[0].edition == self.edition.id

    def write(self, copies: int, on_progress: Progress) -> tuple[int, int]:
        """Write what the index before has not. Return how many articles were sent, and dropped."""
        known = self._old[1] if self._old else {}
        new = [n for n, entry in enumerate(self._entries) if known.get(entry.article.id) != self._fact(n)]
        kept = {entry.article.id for entry in self._entries} - {self._entries[n].article.id for n in new}
        gone = {article: fact for article, fact in known.items() if article not in kept}
        if known:
            self._cluster.clone(self.before, self.index)
        else:
            shards = 1 + len(self.edition.passages) // _PASSAGES_A_SHARD
            self._cluster.create(self.index, settings_of(self.edition, shards))
        pieces = list(statistics_of(self.edition, [stored.hash for stored in self._stored]))
        self._send(gone, new, pieces, on_progress)
        self._cluster.note(self.index, asdict(self._facts(len(pieces))))
        self._cluster.settle(self.index, copies)
        return len(new), len(gone.keys() - {entry.article.id for entry in self._entries})

    def look_over(self) -> None:
        """Raise IndexTroubleError unless all is there, and some articles are what they should be."""
        facts = index_facts(self._cluster, self.index)
        if (count := self._cluster.count(self.index)) != facts.documents:
            raise IndexTroubleError(f"{self.index} has {count} documents instead of {facts.documents}")
        step = max(1, len(self._entries) // LIMITS.index.sampled)
        sample = range(0, len(self._entries), step)
        keys = [article_document(self._entries[n].article.id) for n in sample]
        found = self._cluster.documents(self.index, keys) if keys else []
        for n, source in zip(sample, found, strict=True):
            StoredArticle(source["stored"]).read(self._stored[n].hash)
        if statistics_in(self._cluster, self.index, facts).hashes != [s.hash for s in self._stored]:
            raise IndexTroubleError(f"the statistics of {self.index} are not what was written")

    def _known(self) -> tuple[IndexFacts, Mapping[ArticleId, tuple[str, int]]]:
        """Return what the index before holds of each article, nothing where another program made it."""
        facts = IndexFacts(**{**_NOTHING, **self._cluster.about(self.before)})
        if not _is_ours(facts):
            return facts, {}
        old = statistics_in(self._cluster, self.before, facts)
        counts = old.arrays["article_passages"].tolist()
        ids = [card.id for card in old.cards]
        return facts, dict(zip(ids, zip(old.hashes, counts, strict=True), strict=True))

    def _fact(self, place: int) -> tuple[str, int]:
        return self._stored[place].hash, len(self._entries[place].passages)

    def _facts(self, pieces: int) -> IndexFacts:
        edition = self.edition
        held = len(edition.entries), len(edition.passages), pieces
        return IndexFacts(edition.id, *held, made_at=time.time(), form=INDEX_FORMAT, program=program())

    def _send(
        self,
        gone: Mapping[ArticleId, tuple[str, int]],
        new: Sequence[int],
        pieces: Sequence[JsonObject],
        on_progress: Progress,
    ) -> None:
        """Send the documents of the new articles and of the statistics, and delete those that are gone."""
        total = sum(1 + len(self._entries[n].passages) for n in new)
        done = 0

        def count() -> None:
            nonlocal done
            done += 1
            on_progress(min(done, total), total)

        deleted = _deleted(gone)
        if self._old and self._old[1]:
            statistics = [piece_key(n) for n in range(self._old[0].pieces)]
            deleted = [*deleted, *({"_op_type": "delete", "_id": key} for key in statistics)]
        self._cluster.write(self.index, deleted, lambda: None)
        self._cluster.write(self.index, self._documents(new), count)
        named = ({"_id": piece_key(n), "_source": piece} for n, piece in enumerate(pieces))
        self._cluster.write(self.index, named, lambda: None)

    def _documents(self, new: Sequence[int]) -> Iterator[JsonObject]:
        analysed = self.edition.vocabulary.postings.reader()
        for n in new:
            article = self._entries[n].article.id
            yield {"_id": article_document(article), "_source": {"stored": self._stored[n].text}}
            for place, said in enumerate(_said(analysed(n))):
                source: dict[str, Any] = {"article": article, "place": place}
                source["terms"] = " ".join(map(sent, said.terms))
                source["said"] = [said.headings, said.sentences]
                yield {"_id": passage_document(article, place), "_source": source}


_NOTHING = asdict(IndexFacts("", 0, 0, 0, 0.0, 0, ""))


def _is_ours(facts: IndexFacts) -> bool:
    return (facts.form, facts.program) == (INDEX_FORMAT, program())


def _deleted(gone: Mapping[ArticleId, tuple[str, int]]) -> list[JsonObject]:
    keys = [
        key
        for article, (_, passages) in gone.items()
        for key in [article_document(article), *(passage_document(article, n) for n in range(passages))]
    ]
    return [{"_op_type": "delete", "_id": key} for key in keys]


def _said(read: Analysed) -> Iterator[SaidTerms]:
    """Yield the terms of each passage of an article."""
    terms = [term(word, read.language) for word in read.words]
    for number in range(len(read.passage_starts) - 1):
        headings = read.heading_ids[read.heading_starts[number] : read.heading_starts[number + 1]]
        sentences = range(read.passage_starts[number], read.passage_starts[number + 1])
        ids = [read.ids[read.sentence_starts[n] : read.sentence_starts[n + 1]] for n in sentences]
        yield SaidTerms([terms[n] for n in headings], [[terms[n] for n in sentence] for sentence in ids])
