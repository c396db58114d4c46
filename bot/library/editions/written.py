"""An edition as arrays and JSON, and back: articles are read when they are asked for."""

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter

from bot.core.index.background import Background
from bot.core.index.edition import Edition, LaidOut, ReadArticle
from bot.core.index.facets import Facets
from bot.core.index.lexicon.related import Common
from bot.core.index.on_demand import OnDemand
from bot.core.index.postings import Merged
from bot.core.nouns import Article, Passage
from bot.core.words.tokens import Analysed

Arrays = dict[str, npt.NDArray[Any]]
_NUMBERS = [field.name for field in fields(Analysed) if field.name not in {"language", "words"}]


@cache
def _articles() -> TypeAdapter[Article]:
    return TypeAdapter(Article)


@cache
def _passages() -> TypeAdapter[Passage]:
    return TypeAdapter(Passage)


def as_bytes(value: object) -> npt.NDArray[np.uint8]:
    """Return a value as JSON in an array."""
    return np.frombuffer(json.dumps(value).encode(), np.uint8)


def from_bytes(array: npt.NDArray[Any]) -> Any:
    """Return the value that ``as_bytes`` wrote. Raises ValueError."""
    return json.loads(array.tobytes())


def written(edition: Edition) -> Arrays:
    """Return an edition as arrays."""
    laid_out = edition.laid_out()
    merged, facets = laid_out.merged, laid_out.facets
    entries = [as_bytes(_entry(entry)) for entry in edition.entries.values()]
    names = {
        "id": laid_out.id,
        "ids": laid_out.articles,
        "synonyms": laid_out.synonyms,
        "languages": facets.languages.tolist(),
        "names": facets.names,
        "terms": merged.terms,
        "words": merged.words,
        "common": laid_out.common and (laid_out.common.words, laid_out.common.terms),
    }
    return {
        "edition": as_bytes(names),
        "articles": np.concatenate([np.empty(0, np.uint8), *entries]),
        "ends": np.cumsum([0, *map(len, entries)]),
        "published": facets.published,
        "article_passages": facets.passages,
        "lengths": merged.lengths,
        "starts": merged.starts,
        "passages": merged.passages,
        "counts": merged.counts,
        "rows": laid_out.common.rows if laid_out.common else np.empty(0),
        **{f"numbers {language}": numbers for language, numbers in merged.numbers.items()},
    }


def edition_from(arrays: Arrays, background: Background) -> Edition:
    """Return the edition that ``written`` wrote. Raises ValueError, KeyError or TypeError for another's."""
    kept = from_bytes(arrays["edition"])
    facets = Facets(
        arrays["published"], np.array(kept["languages"], np.str_), kept["names"], arrays["article_passages"]
    )
    merged = Merged(
        kept["terms"],
        kept["words"],
        {language: arrays[f"numbers {language}"] for language in kept["words"]},
        *(arrays[name] for name in ("lengths", "starts", "passages", "counts")),
    )
    synonyms = {name: tuple(others) for name, others in kept["synonyms"].items()}
    common = Common(kept["common"][0], kept["common"][1], arrays["rows"]) if kept["common"] else None
    laid_out = LaidOut(kept["id"], kept["ids"], merged, facets, synonyms, common)
    entries = OnDemand(len(kept["ids"]), lambda place: _read_entry(arrays, place))
    return Edition.restored(laid_out, entries, background)


def read_article(arrays: Arrays, place: int) -> Article:
    """Return an article of an edition that was written, by its place."""
    return _articles().validate_python(_record(arrays, place)["article"])


def _record(arrays: Arrays, place: int) -> Mapping[str, Any]:
    start, end = arrays["ends"][place : place + 2]
    record: Mapping[str, Any] = from_bytes(arrays["articles"][start:end])
    return record


def _entry(entry: ReadArticle) -> Mapping[str, object]:
    analysed = entry.analysed
    return {
        "article": _articles().dump_python(entry.article, mode="json"),
        "passages": [
            _passages().dump_python(passage, mode="json", exclude={"article"}) for passage in entry.passages
        ],
        "language": analysed.language,
        "words": analysed.words,
        **{name: getattr(analysed, name).tolist() for name in _NUMBERS},
    }


def _read_entry(arrays: Arrays, place: int) -> ReadArticle:
    record = _record(arrays, place)
    article = _articles().validate_python(record["article"])
    passages = (_passages().validate_python({"article": article, **kept}) for kept in record["passages"])
    numbers = {name: np.array(record[name], np.int32) for name in _NUMBERS}
    words = Analysed(language=record["language"], words=tuple(record["words"]), **numbers)
    return ReadArticle(article, tuple(passages), words)
