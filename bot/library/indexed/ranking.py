"""Passages ranked in a cluster: it finds them, and what it finds is weighed here, with the exact statistics.

The cluster knows each passage's length to four bits only and counts in single precision. But what it keeps of
a length is never more than that, so its score of a passage is never less than the exact one: whatever scores
here more than the cluster's last hit scores there comes before all that was not fetched. So the order is
exactly that of the engine in memory, and where too few are certain more are fetched.
"""

import math
from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from threading import Lock
from typing import Any, Generic, TypeVar

import numpy as np

from bot.basics.limits import LIMITS
from bot.core.index.bm25 import Saturation
from bot.core.index.engine import ALL, Among, Mask, Scored
from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.nouns import ArticleId, Term
from bot.core.words.tokens import Ids
from bot.library.indexed.cluster import JsonObject
from bot.library.indexed.stored import SaidTerms, passage_document, sent

_Name = TypeVar("_Name")
_Value = TypeVar("_Value")
Search = Callable[[JsonObject], Sequence[JsonObject]]
"""Asks the cluster for hits."""
Documents = Callable[[Sequence[str]], Sequence[JsonObject]]
"""Asks the cluster for the documents of these names."""
_ROUNDING = 1 + 1e-5
"""How much more than exact a score in single precision may be, and not be more."""
_PLACES = {"_source": False, "stored_fields": "_none_", "track_total_hits": False}
"""What lets a search return the values that it sorts by alone: no hit is unpacked for them."""
_ORDER = [{"_score": "desc"}, {"article": "asc"}, {"place": "asc"}]


class Latest(Generic[_Name, _Value]):
    """The values that were used last, by name, for many threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[_Name, _Value] = OrderedDict()
        self._lock = Lock()

    def get(self, name: _Name) -> _Value | None:
        """Return a value, None if it is not there any more."""
        with self._lock:
            if name in self._values:
                self._values.move_to_end(name)
            return self._values.get(name)

    def put(self, name: _Name, value: _Value) -> None:
        """Keep a value."""
        with self._lock:
            self._values[name] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)


class Numbering:
    """The numbers of an edition's passages, by article and place in it."""

    def __init__(self, articles: Sequence[ArticleId], passages: Iterable[int]) -> None:
        """Number the passages of the articles, each of which has so many."""
        self.articles = articles
        self.starts: list[int] = [0, *np.cumsum(np.fromiter(passages, np.int64)).tolist()]
        self._places = {article: place for place, article in enumerate(articles)}

    def __len__(self) -> int:
        """Return the number of passages."""
        return self.starts[-1]

    def number(self, article: ArticleId, place: int) -> int:
        """Return the number of an article's passage."""
        return self.starts[self._places[article]] + place

    def article_of(self, number: int) -> int:
        """Return the place, among the articles, of the one that a passage is of."""
        return bisect_right(self.starts, number) - 1


class RankedElsewhere:
    """The passages of an edition that lies in a cluster. It raises IndexFailure, else as ``Engine`` says."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        numbering: Numbering,
        search: Search,
        fetch: Documents,
        expect: Callable[[Sequence[int]], None],
    ) -> None:
        """Rank with the statistics of ``vocabulary``; ``expect`` hears which articles may be read next."""
        self._vocabulary, self._numbering = vocabulary, numbering
        self._search, self._fetch, self._expect = search, fetch, expect
        self._saturation = Saturation.of(vocabulary)
        self._with_words = int(np.count_nonzero(vocabulary.postings.lengths))
        self._said: Latest[int, SaidTerms] = Latest(LIMITS.index.passages)

    def top(self, query: Mapping[Term, float], count: int, among: Among = ALL) -> list[Scored]:
        """Return the best passages, as ``Engine`` says."""
        return list(islice(self._proven(query, among, max(LIMITS.index.weighed, 2 * count)), count))

    def best(self, query: Mapping[Term, float], among: Among = ALL) -> Iterator[Scored]:
        """Yield all passages that share a term with the query, best first."""
        return self._proven(query, among, LIMITS.index.weighed)

    def scores(self, query: Mapping[Term, float], passages: Sequence[int]) -> list[float]:
        """Return the scores of these passages."""
        return list(map(float, self._exact(query, self._terms(passages))))

    def each(self, among: Among) -> Iterator[int]:
        """Yield the numbers of the passages that are looked at, in order."""
        wanted = {"query": {"bool": {"filter": self._filters(among) or [{"exists": {"field": "place"}}]}}}
        for hits in self._pages({**wanted, "sort": _ORDER[1:]}):
            numbers = [self._numbering.number(*hit["sort"]) for hit in hits]
            self._expect([self._numbering.article_of(number) for number in numbers])
            yield from numbers

    def sentences(self, passage: int) -> Sequence[Ids]:
        """Return the numbers of the terms of each sentence of a passage, in order."""
        number = self._vocabulary.number
        (said,) = self._terms([passage])
        found = ([number(term) for term in sentence] for sentence in said.sentences)
        return [np.array([n for n in numbers if n is not None], np.int32) for numbers in found]

    def _proven(self, query: Mapping[Term, float], among: Among, first: int) -> Iterator[Scored]:
        """Yield the passages, each as soon as nothing that was not weighed can come before it."""
        known = {t: w for t, w in query.items() if w > 0 and t in self._vocabulary}
        if not known:
            return
        wanted = {"bool": {"should": self._matches(known), "minimum_should_match": 1}}
        wanted["bool"]["filter"] = self._filters(among)
        pages = self._pages({"query": wanted, "sort": _ORDER, "track_scores": True})
        waiting: list[Scored] = []
        for hits in _in_parts(chain.from_iterable(pages), first):
            numbers = [self._numbering.number(*hit["sort"][1:]) for hit in hits]
            scores = self._exact(known, self._terms(numbers))
            waiting = sorted([*waiting, *zip(numbers, scores.tolist(), strict=True)], key=_best_first)
            bound = float(hits[-1]["_score"]) * _ROUNDING
            certain = sum(score > bound for _, score in waiting)
            self._expect([self._numbering.article_of(number) for number, _ in waiting])
            yield from waiting[:certain]
            waiting = waiting[certain:]
        yield from waiting

    def _pages(self, body: JsonObject) -> Iterator[Sequence[JsonObject]]:
        """Yield the hits, without what they hold, by pages, each twice as large as the one before."""
        size, behind = LIMITS.index.page, dict[str, Any]()
        while True:
            hits = self._search({**body, **behind, **_PLACES, "size": size})
            if hits:
                yield hits
            if len(hits) < size:
                return
            behind = {"search_after": hits[-1]["sort"]}
            size = min(2 * size, LIMITS.index.largest_page)

    def _terms(self, numbers: Sequence[int]) -> list[SaidTerms]:
        """Return the terms of passages, asking once for all that are not remembered."""
        found = {number: said for number in numbers if (said := self._said.get(number))}
        lacking = [number for number in dict.fromkeys(numbers) if number not in found]
        documents = self._fetch([self._document(number) for number in lacking]) if lacking else []
        for number, source in zip(lacking, documents, strict=True):
            found[number] = SaidTerms(*source["said"])
            self._said.put(number, found[number])
        return [found[number] for number in numbers]

    def _document(self, number: int) -> str:
        article = self._numbering.article_of(number)
        place = number - self._numbering.starts[article]
        return passage_document(self._numbering.articles[article], place)

    def _exact(self, query: Mapping[Term, float], said: Sequence[SaidTerms]) -> "np.ndarray[Any, Any]":
        """Return the scores in the order of operations of the engine in memory."""
        counts = [Counter(one.terms) for one in said]
        norms = self._saturation.norms(np.array([one.total() for one in counts], np.int64))
        scores = np.zeros(len(said))
        for term, weight in query.items():
            if term in self._vocabulary and weight > 0:
                found = np.array([one[term] for one in counts], np.float64)
                scores += weight * self._vocabulary.idf(term) * self._saturation.gained(found, norms)
        return scores

    def _matches(self, query: Mapping[Term, float]) -> list[JsonObject]:
        """Return the query to the cluster, whose own weight by rarity is taken out again."""
        return [
            {"term": {"terms": {"value": sent(term), "boost": weight * self._boost(term)}}}
            for term, weight in query.items()
        ]

    def _boost(self, term: Term) -> float:
        having = self._vocabulary.frequency(term)
        theirs = math.log(1 + (self._with_words - having + 0.5) / (having + 0.5))
        return self._vocabulary.idf(term) * (self._saturation.k1 + 1) / theirs

    def _filters(self, among: Among) -> list[JsonObject]:
        """Return the conditions that passages have to meet."""
        words: list[JsonObject] = [{"terms": {"terms": list(map(sent, terms))}} for terms in among.words]
        return words if among.articles is None else [*words, self._of(among.articles)]

    def _of(self, allowed: Mask) -> JsonObject:
        """Return the condition to be of these articles, said by those that are fewer."""
        others = np.count_nonzero(allowed) > len(allowed) / 2
        ids = [self._numbering.articles[int(n)] for n in np.flatnonzero(allowed != others)]
        parts = [ids[n : n + LIMITS.index.ids] for n in range(0, len(ids), LIMITS.index.ids)]
        named = [{"terms": {"article": part}} for part in parts]
        if others:
            return {"bool": {"must_not": named, "filter": [{"exists": {"field": "place"}}]}}
        return {"bool": {"should": named or [{"match_none": {}}], "minimum_should_match": 1}}


def _in_parts(hits: Iterable[JsonObject], first: int) -> Iterator[Sequence[JsonObject]]:
    """Yield the hits in parts, each twice as large as the one before."""
    rest = iter(hits)
    while part := list(islice(rest, first)):
        yield part
        first = min(2 * first, LIMITS.index.largest_page)


def _best_first(found: Scored) -> tuple[float, int]:
    return -found[1], found[0]
