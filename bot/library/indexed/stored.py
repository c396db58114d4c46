"""What an edition is in an index: a document for each passage, for each article, and for its statistics.

Passages and articles are named by article and place in it, and hold nothing of their edition: so the next
edition takes over those that have not changed. What an edition knows of all of them, the words and how many
passages have each, is read by every bot as a whole; it does not grow as the texts do.
"""

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition, ReadArticle
from bot.core.nouns import Article, ArticleId, Card, Passage, Term
from bot.library.editions.flat import Arrays
from bot.library.editions.written import ELSEWHERE, as_bytes, from_bytes, written
from bot.library.indexed.cluster import IndexTroubleError

INDEX_FORMAT = 1
"""The form of an index; one of another form is refused, and written anew."""
_LONGEST_TERM = 200
"""Bytes of a term that is sent as it is; the cluster would cut longer ones in two."""


def settings_of(edition: Edition, shards: int) -> Mapping[str, Any]:
    """Return how an edition's index is made: it takes terms as they are and ranks as the edition does."""
    counts = edition.vocabulary.counts
    return {
        "settings": {
            "number_of_shards": shards,
            "number_of_replicas": 0,
            "refresh_interval": -1,
            "similarity.default": {"type": "BM25", "k1": counts.repetition, "b": counts.length},
        },
        "mappings": {
            "dynamic": False,
            "_source": {"excludes": ["terms"]},
            "properties": {
                "article": {"type": "keyword"},
                "place": {"type": "integer"},
                "terms": {"type": "text", "analyzer": "whitespace", "index_options": "freqs"},
            },
        },
    }


def sent(term: str) -> str:
    """Return a term as it is sent: as it is, unless the cluster would cut it."""
    if len(term.encode()) <= _LONGEST_TERM and not any(map(str.isspace, term)):
        return term
    return f"#{sha256(term.encode()).hexdigest()}"


def passage_document(article: ArticleId, place: int) -> str:
    """Return the name of the document of an article's passage."""
    return f"{_key(article)}-{place}"


def article_document(article: ArticleId) -> str:
    """Return the name of an article's document."""
    return _key(article)


def _key(article: ArticleId) -> str:
    return sha256(article.encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class SaidTerms:
    """The terms of a passage: those above it, and those of each sentence."""

    headings: Sequence[Term]
    sentences: Sequence[Sequence[Term]]

    @property
    def terms(self) -> list[Term]:
        """All of them."""
        return [*self.headings, *(term for sentence in self.sentences for term in sentence)]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as it is stored: a JSON text, and its SHA-256."""

    text: str

    @classmethod
    def of(cls, entry: ReadArticle) -> "StoredArticle":
        """Write an article down."""
        passages = [_passages().dump_python(p, mode="json", exclude={"article"}) for p in entry.passages]
        record = {"article": _articles().dump_python(entry.article, mode="json"), "passages": passages}
        return cls(json.dumps(record, ensure_ascii=False, sort_keys=True))

    @property
    def hash(self) -> str:
        """What tells it from any other."""
        return sha256(self.text.encode()).hexdigest()

    def read(self, expected: str) -> tuple[Article, tuple[Passage, ...]]:
        """Return the article with its passages.

        Raises IndexTroubleError if it is not the one with that hash, or its text not what its revision says.
        """
        if self.hash != expected:
            raise IndexTroubleError("an article of the index is not what was written there; write it anew")
        record = json.loads(self.text)
        try:
            told = record["article"]
            article = _articles().validate_python({**told, "blocks": tuple(told["blocks"])})
        except ValueError as error:
            raise IndexTroubleError("an article of the index has the text of another revision") from error
        return article, tuple(
            _passages().validate_python({"article": article, **kept}) for kept in record["passages"]
        )


def statistics_of(edition: Edition, hashes: Sequence[str]) -> Iterator[Mapping[str, str]]:
    """Yield the documents that hold what an edition knows of all its articles, in order."""
    arrays = {name: array for name, array in written(edition).items() if name not in ELSEWHERE}
    cards = [_cards().dump_python(Card.of(article), mode="json") for article in edition.articles]
    packed = BytesIO()
    np.savez_compressed(packed, allow_pickle=False, cards=as_bytes(cards), hashes=as_bytes(hashes), **arrays)
    data = packed.getvalue()
    for start in range(0, len(data), LIMITS.index.piece):
        yield {"piece": base64.b64encode(data[start : start + LIMITS.index.piece]).decode()}


@dataclass(frozen=True, slots=True, eq=False)
class Statistics:
    """What an edition knows of all its articles: the arrays of ``written``, the list, and their hashes."""

    arrays: Arrays
    cards: Sequence[Card]
    hashes: Sequence[str]

    @classmethod
    def read(cls, pieces: Sequence[Mapping[str, str]]) -> "Statistics":
        """Return what the documents hold. Raises ValueError or KeyError for another's."""
        data = b"".join(base64.b64decode(piece["piece"]) for piece in pieces)
        with np.load(BytesIO(data), allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        cards = [_cards().validate_python(card) for card in from_bytes(arrays.pop("cards"))]
        return cls(arrays, cards, from_bytes(arrays.pop("hashes")))


@cache
def _articles() -> TypeAdapter[Article]:
    return TypeAdapter(Article)


@cache
def _passages() -> TypeAdapter[Passage]:
    return TypeAdapter(Passage)


@cache
def _cards() -> TypeAdapter[Card]:
    return TypeAdapter(Card)
