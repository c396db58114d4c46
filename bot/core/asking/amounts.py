"""Amounts written another way: "two thousand" and "2,000", "3 million" and "3,000,000", "$3bn".

Only what surely means the same is searched as well: "3m" may be metres, unless it is money. Small numbers
alone ("two", "2") are left as they are: on SQuAD they found as many wrong passages as right ones.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from bot.core.index.bm25 import Ranking
from bot.core.index.spellings import OTHER_SPELLING, PART, widened
from bot.core.nouns import Term
from bot.core.words.terms import fold, term
from bot.core.words.tokens import QuestionWord, Variant

_SMALL = (
    "two два две двух екі", "three три трёх үш", "four четыре четырёх төрт", "five пять пяти бес",
    "six шесть шести алты", "seven семь семи жеті", "eight восемь восьми сегіз", "nine девять девяти тоғыз",
    "ten десять десяти", "eleven одиннадцать", "twelve двенадцать", "thirteen тринадцать",
    "fourteen четырнадцать", "fifteen пятнадцать", "sixteen шестнадцать", "seventeen семнадцать",
    "eighteen восемнадцать", "nineteen девятнадцать", "twenty двадцать жиырма",
)  # fmt: skip
"""From two to twenty in English, Russian and Kazakh: what is often written in words."""
_SCALES = {
    1_000: "thousand тысяч тысячи тысяча тысячу тыс мың",
    1_000_000: "million millions миллионов миллиона миллион mln млн",
    1_000_000_000: "billion billions миллиардов миллиарда миллиард bn млрд",
}
_VALUES = {fold(name): value for value, names in enumerate(_SMALL, 2) for name in names.split()}
_SCALE_OF = {fold(name): scale for scale, names in _SCALES.items() for name in names.split()}
_FIGURES = re.compile(r"\d{1,12}(?:\.\d{1,9})?")
_ENDING = re.compile(r"(?<=\d)\s?(bn|mln|млн|млрд)\b\.?", re.IGNORECASE)
_MONEY = re.compile(r"(?<=[$€£])(\d[\d.,–-]*)m\b", re.IGNORECASE)
_LONG = {"bn": "billion", "mln": "million", "млн": "миллионов", "млрд": "миллиардов"}


def small_number(word: str) -> int | None:
    """Return the number, 2 to 20, that a word tells in English, Russian or Kazakh; None if it tells none."""
    return _VALUES.get(fold(word))


def amount_in_words(text: str) -> str:
    """Return the text with the short scales behind figures written out: "$2-3bn" as "$2-3 billion"."""
    text = _MONEY.sub(r"\1 million", text)
    return _ENDING.sub(lambda found: f" {_LONG[found[1].lower()]}", text)


def with_amounts(words: Sequence[QuestionWord], ranking: Ranking) -> tuple[QuestionWord, ...]:
    """Return a question's words, those of amounts with the other forms that the articles have."""
    found = list(words)
    for n, word in enumerate(words):
        value = _value(word)
        scale = _SCALE_OF.get(fold(words[n + 1].surface)) if n + 1 < len(words) else None
        if value is None:
            continue
        if scale is None:
            found[n] = widened(word, _known(_in_thousands(word.surface, value), ranking))
            continue
        figures = _known(_figures(value, scale), ranking)
        found[n] = widened(word, figures)
        found[n + 1] = widened(words[n + 1], [*figures, *_known(_names(scale, OTHER_SPELLING), ranking)])
    return tuple(found)


_Form = tuple[str, float]
"""A word to search as well, and how much it counts."""


def _value(word: QuestionWord) -> Decimal | None:
    if _FIGURES.fullmatch(word.terms[0]):
        return Decimal(word.terms[0])
    value = small_number(word.surface)
    return None if value is None else Decimal(value)


def _in_thousands(surface: str, value: Decimal) -> Iterator[_Form]:
    """Yield the two words of a round number, such as "2 thousand" and "two thousand"; a year has none."""
    scale = next((s for s in sorted(_SCALES, reverse=True) if value >= s and value % s == 0), None)
    if scale is None or (surface.isdecimal() and value < 2100):
        return
    count = int(value / scale)
    names = _SMALL[count - 2].split() if count in _VALUES.values() else []
    yield from ((name, PART) for name in [str(count), *names])
    yield from _names(scale, PART)


def _names(scale: int, weight: float) -> Iterator[_Form]:
    return ((name, weight) for name in _SCALES[scale].split())


def _figures(value: Decimal, scale: int) -> Iterator[_Form]:
    """Yield an amount in figures alone, and with a short scale at its end."""
    if value * scale == int(value * scale):
        yield str(int(value * scale)), OTHER_SPELLING
    if short := {1_000_000: "mln m млн", 1_000_000_000: "bn млрд"}.get(scale):
        yield from ((f"{value}{ending}", OTHER_SPELLING) for ending in short.split())


def _known(forms: Iterable[_Form], ranking: Ranking) -> list[Variant]:
    """Return the forms that the articles have as variants."""
    return [
        Variant(found, weight, form)
        for form, weight in forms
        for found in dict.fromkeys(Term(term(form, language)) for language in ranking.words)
        if found in ranking
    ]
