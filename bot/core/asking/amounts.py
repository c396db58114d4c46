"""Amounts written another way: "two thousand" and "2,000", "3 million" and "3,000,000", "$3bn".

Only what surely means the same is searched as well: "3m" may be metres, unless it is money. Small numbers
alone ("two", "2") are left as they are: on SQuAD they found as many wrong passages as right ones.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from bot.core.index.bm25 import Ranking
from bot.core.index.spellings import OTHER_SPELLING, PART, widened
from bot.core.nouns import Term
from bot.core.words.spoken import language_spoken
from bot.core.words.terms import fold, term
from bot.core.words.tokens import QuestionWord, Variant
from bot.languages.known import LANGUAGES, read_in
from bot.languages.language import Language

_SCALES = (1_000, 1_000_000, 1_000_000_000)
_FIGURES = re.compile(r"\d{1,12}(?:\.\d{1,9})?")
_MONEY = re.compile(r"(?<=[$€£])(\d[\d.,–-]*)m\b", re.IGNORECASE)


@cache
def _values(language: str) -> Mapping[str, int]:
    """Return the numbers from two to twenty by their folded names in texts of a language."""
    rows = [enumerate(known.words.small_numbers, 2) for known in read_in(language)]
    return {fold(name): value for row in rows for value, names in row for name in names.split()}


@cache
def _scale_of(language: str) -> Mapping[str, int]:
    return {
        fold(name): scale
        for known in read_in(language)
        for scale, names in zip(_SCALES, known.words.scales, strict=True)
        for name in names.split()
    }


@cache
def _long(language: str) -> Mapping[str, str]:
    """Return short scales in small letters, and what they are written out as."""
    rows = [row.split() for known in read_in(language) for row in known.words.short_scales.splitlines()]
    return {row[0]: row[1] for row in rows if row}


@cache
def _short_scale(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\d)\s?({'|'.join(map(re.escape, _long(language)))})\b\.?", re.IGNORECASE)


def small_number(word: str, language: str = "") -> int | None:
    """Return the number, 2 to 20, that a word tells in a text of a language; None if it tells none."""
    return _values(language).get(fold(word))


def amount_in_words(text: str) -> str:
    """Return the text with the short scales behind figures written out: "$2-3bn" as "$2-3 billion"."""
    text, language = _MONEY.sub(r"\1 million", text), language_spoken(text)
    return _short_scale(language).sub(lambda found: f" {_long(language)[found[1].lower()]}", text)


def with_amounts(words: Sequence[QuestionWord], text: str, ranking: Ranking) -> tuple[QuestionWord, ...]:
    """Return a question's words, those of amounts with the other forms that the articles have."""
    found, language = list(words), language_spoken(text)
    for n, word in enumerate(words):
        value = _value(word, language)
        scale = _scale_of(language).get(fold(words[n + 1].surface)) if n + 1 < len(words) else None
        if value is None:
            continue
        if scale is None:
            found[n] = widened(word, _known(_in_thousands(word.surface, value, ranking), ranking))
            continue
        figures = _known(_figures(value, scale, ranking), ranking)
        found[n] = widened(word, figures)
        names = _known(_names(scale, OTHER_SPELLING, ranking), ranking)
        found[n + 1] = widened(words[n + 1], [*figures, *names])
    return tuple(found)


_Form = tuple[str, float]
"""A word to search as well, and how much it counts."""


def _value(word: QuestionWord, language: str) -> Decimal | None:
    if _FIGURES.fullmatch(word.terms[0]):
        return Decimal(word.terms[0])
    value = small_number(word.surface, language)
    return None if value is None else Decimal(value)


def _in_thousands(surface: str, value: Decimal, ranking: Ranking) -> Iterator[_Form]:
    """Yield the two words of a round number, such as "2 thousand" and "two thousand"; a year has none."""
    scale = next((s for s in sorted(_SCALES, reverse=True) if value >= s and value % s == 0), None)
    if scale is None or (surface.isdecimal() and value < 2100):
        return
    count = int(value / scale)
    yield str(count), PART
    for known in _languages(ranking):
        names = " ".join(known.words.small_numbers[count - 2 : count - 1]) if count > 1 else ""
        yield from ((name, PART) for name in names.split())
    yield from _names(scale, PART, ranking)


def _names(scale: int, weight: float, ranking: Ranking) -> Iterator[_Form]:
    for known in _languages(ranking):
        yield from ((name, weight) for name in known.words.scales[_SCALES.index(scale)].split())


def _figures(value: Decimal, scale: int, ranking: Ranking) -> Iterator[_Form]:
    """Yield an amount in figures alone, and with a short scale at its end."""
    if value * scale == int(value * scale):
        yield str(int(value * scale)), OTHER_SPELLING
    if scale > _SCALES[0]:
        for known in _languages(ranking):
            endings = known.words.glued_scales[_SCALES.index(scale) - 1].split()
            yield from ((f"{value}{ending}", OTHER_SPELLING) for ending in endings)


def _languages(ranking: Ranking) -> list[Language]:
    """Return the languages whose amounts the articles may have."""
    return [known for code, known in LANGUAGES.items() if known.is_everywhere or code in ranking.words]


def _known(forms: Iterable[_Form], ranking: Ranking) -> list[Variant]:
    """Return the forms that the articles have as variants."""
    return [
        Variant(found, weight, form)
        for form, weight in forms
        for found in dict.fromkeys(Term(term(form, language)) for language in ranking.words)
        if found in ranking
    ]
