"""An edition as arrays, and back: they are used where they lie, and articles read when they are asked for."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter

from bot.core.index.background import Background
from bot.core.index.edition import Edition, LaidOut, ReadArticle
from bot.core.index.facets import Facets
from bot.core.index.lexicon.compounds import Compounds
from bot.core.index.lexicon.rarity import KeptRarity
from bot.core.index.lexicon.related import Common
from bot.core.index.lexicon.spellings import KeptSpellings
from bot.core.index.on_demand import OnDemand
from bot.core.index.postings import Postings, Tokens
from bot.core.nouns import Article, Block, BlockKind, Card, Passage, Span
from bot.core.words.edit_distance import Letters
from bot.core.words.strings import Dictionary, Strings, TextMap
from bot.library.editions.flat import Arrays

_OF_BLOCK = 5
"""Numbers that a block is kept as: start, end, which of the kinds, level, whether it is inset."""
_TOKENS = ("words", "sentences", "passages", "headings", "heading_starts")
ELSEWHERE = frozenset({"articles letters", "passages", "cases", *(f"tokens {name}" for name in _TOKENS)})
"""The arrays that grow as the texts do: what they hold lies elsewhere where an index is shared."""


@cache
def _articles() -> TypeAdapter[Article]:
    return TypeAdapter(Article)


@cache
def _cards() -> TypeAdapter[Card]:
    return TypeAdapter(Card)


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
    postings, spellings, facets = laid_out.postings, laid_out.spellings, laid_out.facets
    names = {
        "id": laid_out.id,
        "ids": laid_out.articles,
        "synonyms": laid_out.synonyms,
        "languages": facets.languages.tolist(),
        "names": facets.names,
        "rarity": laid_out.rarity.made_with,
        "words": list(postings.words),
        "compounds": list(spellings.compounds.known),
        "common": laid_out.common and (laid_out.common.words, laid_out.common.terms),
    }
    return {
        "edition": as_bytes(names),
        **_rows(
            "articles", Strings.of(entry.record or record_of(entry) for entry in edition.entries.values())
        ),
        "published": facets.published,
        "article_passages": facets.passages,
        "rarity": laid_out.rarity.weights,
        "rows": laid_out.common.rows if laid_out.common else np.empty(0),
        **_of_postings(postings),
        **_of_spellings(spellings),
    }


def edition_from(arrays: Arrays, background: Background) -> Edition:
    """Return the edition that ``written`` wrote. Raises ValueError, KeyError or TypeError for another's."""
    kept = from_bytes(arrays["edition"])
    facets = Facets(
        arrays["published"], np.array(kept["languages"], np.str_), kept["names"], arrays["article_passages"]
    )
    laid_out = LaidOut(
        id=kept["id"],
        articles=kept["ids"],
        postings=_postings(arrays, kept["words"]),
        rarity=KeptRarity(arrays["rarity"], kept["rarity"]),
        spellings=_spellings(arrays, kept["compounds"]),
        facets=facets,
        synonyms={name: tuple(others) for name, others in kept["synonyms"].items()},
        common=Common(kept["common"][0], kept["common"][1], arrays["rows"]) if kept["common"] else None,
    )
    records = Strings(*_parts(arrays, "articles"))
    return Edition.restored(
        laid_out, OnDemand(len(records), lambda place: reading_from(records[place])), background
    )


def lacking(new: Arrays, old: Arrays) -> Iterator[tuple[str, str]]:
    """Yield what ``old`` has of articles that ``new`` has not, or has read otherwise, with their revisions.

    Raises KeyError or ValueError where one of both was written in another way.
    """
    there, before = Strings(*_parts(new, "articles")), Strings(*_parts(old, "articles"))
    known = {sha256(there.encoded(place)).digest() for place in range(len(there))}
    for place in range(len(before)):
        if sha256(before.encoded(place)).digest() not in known:
            entry = reading_from(before[place])  # perhaps in the form of before
            record = record_of(entry)
            if sha256(record.encode()).digest() not in known:
                yield entry.article.revision, record


def reading_from(record: str) -> ReadArticle:
    """Return an article and how it was cut, as an edition has kept it, be it in one of the forms of before.

    Its blocks and passages are made when they are met, of numbers and strings until then: the collector of
    garbage looks through every object that holds others, again and again. Raises ValueError, KeyError or
    TypeError.
    """
    kept: Mapping[str, Any] = json.loads(record)
    if "passages" in kept:
        told = kept["article"]
        article = _articles().validate_python({**told, "blocks": tuple(told["blocks"])})
        passages = (_passages().validate_python({"article": article, **p}) for p in kept["passages"])
        return ReadArticle(article, tuple(passages))
    facts = dict(kept["article"])
    text = facts.pop("text")
    card = _cards().validate_python(facts)
    blocks = _blocks(kept)
    known = {field.name: getattr(card, field.name) for field in fields(Card)}
    article = Article(text=text, blocks=blocks, **known)
    cut = kept["cut"]
    return ReadArticle(article, OnDemand(len(cut), lambda place: _passage(article, cut[place])))


def _blocks(kept: Mapping[str, Any]) -> Sequence[Block]:
    if "kinds" not in kept:  # a record of before 0125
        return tuple(Block(Span(*ends), BlockKind(kind), *more) for ends, kind, *more in kept["blocks"])
    kinds = tuple(map(BlockKind, kept["kinds"]))
    rows = np.array(kept["blocks"], np.int32).reshape(-1, _OF_BLOCK)

    def block(place: int) -> Block:
        start, end, kind, level, inset = rows[place].tolist()
        return Block(Span(start, end), kinds[kind], level, bool(inset))

    return OnDemand(len(rows), block)


def _of_postings(postings: Postings) -> dict[str, npt.NDArray[Any]]:
    found = {
        **_rows("terms", postings.terms),
        **{field.name: getattr(postings, field.name) for field in fields(Postings) if field.name in _COUNTED},
        **{f"tokens {field.name}": getattr(postings.tokens, field.name) for field in fields(Tokens)},
    }
    for language, words in postings.words.items():
        found |= {**_rows(f"words {language}", words), f"numbers {language}": postings.numbers[language]}
    return found


_COUNTED = ("lengths", "starts", "passages", "cases", "case_counts", "case_lengths")


def _postings(arrays: Arrays, languages: list[str]) -> Postings:
    return Postings(
        terms=Dictionary(*_parts(arrays, "terms")),
        words={language: Dictionary(*_parts(arrays, f"words {language}")) for language in languages},
        numbers={language: arrays[f"numbers {language}"] for language in languages},
        tokens=Tokens(*(arrays[f"tokens {field.name}"] for field in fields(Tokens))),
        **{name: arrays[name] for name in _COUNTED},
    )


def _of_spellings(spellings: KeptSpellings) -> dict[str, npt.NDArray[Any]]:
    found = {
        **_texts("written", spellings.written),
        **_texts("spelled", spellings.names),
        **_texts("made", spellings.compounds.made),
        **{f"letters {field.name}": getattr(spellings.letters, field.name) for field in fields(Letters)},
    }
    for language, known in spellings.compounds.known.items():
        found |= _rows(f"parts {language}", known)
    return found


def _spellings(arrays: Arrays, languages: list[str]) -> KeptSpellings:
    parts = {language: Dictionary(*_parts(arrays, f"parts {language}")) for language in languages}
    return KeptSpellings(
        written=_read_texts(arrays, "written"),
        names=_read_texts(arrays, "spelled"),
        letters=Letters(*(arrays[f"letters {field.name}"] for field in fields(Letters))),
        compounds=Compounds(parts, _read_texts(arrays, "made")),
    )


def _texts(name: str, texts: TextMap) -> dict[str, npt.NDArray[Any]]:
    return {**_rows(name, texts.names), **_rows(f"{name} as", texts.found)}


def _read_texts(arrays: Arrays, name: str) -> TextMap:
    return TextMap(Dictionary(*_parts(arrays, name)), Strings(*_parts(arrays, f"{name} as")))


def _rows(name: str, strings: Strings) -> dict[str, npt.NDArray[Any]]:
    return {f"{name} letters": strings.letters, f"{name} ends": strings.ends}


def _parts(arrays: Arrays, name: str) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    return arrays[f"{name} letters"], arrays[f"{name} ends"]


def record_of(entry: ReadArticle) -> str:
    """Return an article and how it was cut as ``reading_from`` reads it."""
    kinds = {kind: number for number, kind in enumerate(BlockKind)}
    blocks = [
        number
        for b in entry.article.blocks
        for number in (b.span.start, b.span.end, kinds[b.kind], b.level, int(b.inset))
    ]
    cut = [
        (_ends(p.span), _ends(*p.sentences), _ends(*p.sections), p.begins, [_ends(*a) for a in p.lead_ins])
        for p in entry.passages
    ]
    article = _articles().dump_python(entry.article, mode="json", exclude={"blocks"})
    named = [kind.value for kind in kinds]
    return json.dumps(
        {"article": article, "kinds": named, "blocks": blocks, "cut": list(map(json.dumps, cut))}
    )


def _passage(article: Article, cut: Any) -> Passage:
    span, sentences, sections, begins, lead_ins = json.loads(cut) if isinstance(cut, str) else cut
    above = tuple(map(_spans, lead_ins))
    return Passage(article, Span(*span), _spans(sentences), _spans(sections), tuple(begins), above)


def _ends(*spans: Span) -> list[int]:
    """Return where each of some ranges begins and ends: numbers alone are read three times as fast."""
    return [place for span in spans for place in (span.start, span.end)]


def _spans(ends: list[int]) -> tuple[Span, ...]:
    return tuple(map(Span, ends[::2], ends[1::2]))
