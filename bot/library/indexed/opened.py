"""An edition that lies in a cluster, as the core asks it: texts are fetched when they are needed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import overload

import numpy as np

from bot.basics.limits import LIMITS
from bot.core.index.background import Background
from bot.core.index.edition import Edition, ReadArticle
from bot.core.index.on_demand import Named
from bot.core.nouns import ArticleId, Passage
from bot.library.editions.program import program
from bot.library.editions.written import ELSEWHERE, edition_from
from bot.library.indexed.cluster import Cluster, IndexTroubleError, JsonObject
from bot.library.indexed.ranking import Latest, Numbering, RankedElsewhere
from bot.library.indexed.stored import INDEX_FORMAT, Statistics, StoredArticle, article_document


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """What is written down about an index: its edition, how much it holds, and what made it."""

    edition: str
    articles: int
    passages: int
    pieces: int
    made_at: float
    form: int
    program: str

    @classmethod
    def of(cls, index: str, told: JsonObject) -> "IndexFacts":
        """Read them. Raises IndexTroubleError if the index is no whole one of our form."""
        if told.get("form") != INDEX_FORMAT:
            raise IndexTroubleError(f"{index} is not an index of this version of Quoth; write it anew: index")
        return cls(**told)

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return self.articles + self.passages + self.pieces


class _Articles(Sequence[ReadArticle]):
    """The articles of an index, each fetched when it is read, with those that are likely to be read next."""

    def __init__(self, fetch: Callable[[Sequence[str]], list[JsonObject]], statistics: Statistics) -> None:
        self._fetch, self._statistics = fetch, statistics
        self._read: Latest[int, ReadArticle] = Latest(LIMITS.index.fetched)
        self._expected: Sequence[int] = ()

    def expect(self, places: Iterable[int]) -> None:
        """Hear which articles may be read next, the likeliest first."""
        self._expected = tuple(dict.fromkeys(places))

    def __len__(self) -> int:
        return len(self._statistics.cards)

    @overload
    def __getitem__(self, place: int) -> ReadArticle: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[ReadArticle, ...]: ...
    def __getitem__(self, place: int | slice) -> ReadArticle | tuple[ReadArticle, ...]:
        """Return an article. Raises IndexTroubleError where it cannot be fetched, or is not what it was."""
        if isinstance(place, slice):
            self.expect(range(len(self))[place])
            return tuple(self[n] for n in range(*place.indices(len(self))))
        place = range(len(self))[place]
        return self._read.get(place) or self._fetched(place)

    def _fetched(self, place: int) -> ReadArticle:
        expected = self._expected
        behind = expected[expected.index(place) :] if place in expected else ()
        wanted = [place, *(n for n in behind if n != place and not self._read.get(n))][
            : LIMITS.index.together
        ]
        cards, hashes = self._statistics.cards, self._statistics.hashes
        found = self._fetch([article_document(cards[n].id) for n in wanted])
        read = [
            ReadArticle(*StoredArticle(source["stored"]).read(hashes[n]))
            for n, source in zip(wanted, found, strict=True)
        ]
        for n, one in zip(wanted, read, strict=True):
            self._read.put(n, one)
        return read[0]


class _Passages(Sequence[Passage]):
    """The passages of articles that are fetched when they are read."""

    def __init__(self, articles: _Articles, numbering: Numbering) -> None:
        self._articles, self._numbering = articles, numbering

    def __len__(self) -> int:
        return len(self._numbering)

    @overload
    def __getitem__(self, number: int) -> Passage: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, number: int | slice) -> Passage | tuple[Passage, ...]:
        """Return a passage. Raises IndexTroubleError as its article does."""
        if isinstance(number, slice):
            return tuple(self[n] for n in range(*number.indices(len(self))))
        number = range(len(self))[number]
        article = self._numbering.article_of(number)
        return self._articles[article].passages[number - self._numbering.starts[article]]


def index_facts(cluster: Cluster, index: str) -> IndexFacts:
    """Return what is written down about an index. Raises IndexTroubleError."""
    return IndexFacts.of(index, cluster.about(index))


def usable_facts(cluster: Cluster, index: str) -> IndexFacts:
    """Return what is written down about an index. Raises IndexTroubleError if we cannot answer from it."""
    facts = index_facts(cluster, index)
    if facts.program != program():
        raise IndexTroubleError(f"{index} was made by another version of Quoth; write it anew: index")
    return facts


def open_edition(cluster: Cluster, index: str, background: Background) -> Edition:
    """Return the edition in an index; its texts and passages stay there. Raises IndexTroubleError.

    From then on it raises IndexFailure wherever it cannot be asked.
    """
    statistics = statistics_in(cluster, index, usable_facts(cluster, index))
    empty = {name: np.empty(0, np.int32) for name in ELSEWHERE}
    edition = edition_from({**statistics.arrays, **empty}, background)
    fetch = partial(cluster.documents, index)
    articles = _Articles(fetch, statistics)
    ids: list[ArticleId] = [card.id for card in statistics.cards]
    numbering = Numbering(ids, edition.facets.passages.tolist())
    search = partial(cluster.search, index, is_whole=cluster.is_whole(index))
    ranking = RankedElsewhere(edition.vocabulary, numbering, search, fetch, articles.expect)
    return replace(
        edition,
        entries=Named(ids, articles),
        passages=_Passages(articles, numbering),
        ranking=ranking,
        cards=statistics.cards,
    )


def statistics_in(cluster: Cluster, index: str, facts: IndexFacts) -> Statistics:
    """Return the statistics in an index. Raises IndexTroubleError."""
    try:
        return Statistics.read(
            [piece for n in range(facts.pieces) for piece in cluster.documents(index, [piece_key(n)])]
        )
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise IndexTroubleError(f"the statistics of {index} cannot be read; write it anew: index") from error


def piece_key(number: int) -> str:
    """Return the name of a document of the statistics."""
    return f"statistics-{number}"
