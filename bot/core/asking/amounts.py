"""Amounts written another way: "two thousand" and "2,000", "1.2 million" and "1.200.000", "$3bn".

Only what surely means the same is searched as well: "3m" may be metres, unless it is money. Numbers up to ten
alone ("two", "2") are left as they are: on SQuAD they found as many wrong passages as right ones.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from bot.core.index.lexicon.spellings import widened
from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.nouns import Term
from bot.core.words.spoken import language_spoken
from bot.core.words.terms import fold, term
from bot.core.words.tokens import QuestionWord, Variant
from bot.languages.known import LANGUAGES, read_in
from bot.languages.language import KnownLanguage, Words

_SCALES = (1_000, 1_000_000, 1_000_000_000)
_FIGURES = re.compile(r"\d{1,12}(?:\.\d{1,9})?")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_AFTER_YEARS = 2100
"""Smaller numbers of four digits may be years, which nobody writes as thousands."""
_FEW = 10
_MOST_SMALL = 20
"""The last number of ``small_numbers``."""
_DENOMINATORS = ("2", "3", "4")
_GLUED_THOUSAND = "k"
"""What people write behind a figure for thousands, in any language."""
_MONEY = re.compile(r"(?<=[$€£])(\d[\d.,–-]*)m\b", re.IGNORECASE)


@cache
def _values(language: str) -> Mapping[str, int]:
    """Return the numbers from two to twenty by their folded names in texts of a language."""
    rows = [enumerate(known.words.small_numbers, 2) for known in read_in(language)]
    return {fold(name): value for row in rows for value, names in row for name in names.split()}


@cache
def _tens_of(language: str) -> Mapping[str, int]:
    rows = [enumerate(known.words.tens, 2) for known in read_in(language)]
    return {fold(name): 10 * value for row in rows for value, names in row for name in names.split()}


@cache
def _in_one_word_of(language: str) -> Mapping[str, int]:
    """Return the numbers above twenty that texts of a language write as one word: "achtunddreissig"."""
    known = [one.words for one in read_in(language)]
    values = [10 * tens + unit for tens in range(2, 10) for unit in range(1, 10)]
    return {fold(name): value for words in known for value in values for name in _joined(words, value)}


def _joined(words: Words, value: int) -> list[str]:
    """Return a number such as 38 as one word, in its forms; none where a language writes two."""
    tens, unit = divmod(value, 10)
    if not words.one or not unit:
        return []
    units = words.small_numbers[unit - 2] if unit > 1 else words.one
    return [_glued(words, ten, one) for ten in words.tens[tens - 2].split() for one in units.split()]


def _glued(words: Words, ten: str, one: str) -> str:
    if words.unit_first:
        return f"{one}{words.unit_first}{ten}"
    return f"{ten[:-1] if one[0] in words.elided else ten}{one}"


@cache
def _scale_of(language: str) -> Mapping[str, int]:
    return {
        fold(name): scale
        for known in read_in(language)
        for scale, names in zip(_SCALES, known.words.scales, strict=True)
        for name in names.split()
    }


@cache
def _thousands_of(language: str) -> tuple[str, ...]:
    return tuple(name for name, scale in _scale_of(language).items() if scale == _SCALES[0])


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


def is_scale(word: str, language: str = "") -> bool:
    """Tell whether a word multiplies the figure before it in a text of a language: million, Mrd."""
    return fold(word) in _scale_of(language)


def amount_in_words(text: str) -> str:
    """Return the text with the short scales behind figures written out: "$2-3bn" as "$2-3 billion"."""
    text, language = _MONEY.sub(r"\1 million", text), language_spoken(text)
    return _short_scale(language).sub(lambda found: f" {_long(language)[found[1].lower()]}", text)


def with_amounts(
    words: Sequence[QuestionWord], text: str, vocabulary: Vocabulary
) -> tuple[QuestionWord, ...]:
    """Return a question's words, those of amounts with the other forms that the articles have."""
    found, language = list(words), language_spoken(text)
    languages = (language, *vocabulary.words)
    for n, word in enumerate(words):
        following = words[n + 1 : n + 2]
        if (value := _value(word, languages)) is not None:
            scale = _scale_of(language).get(fold(following[0].surface)) if following else None
            forms = _figures(value, scale, vocabulary) if scale else _alone(word.surface, value, vocabulary)
            found[n] = widened(found[n], _known(forms, vocabulary))
            if scale:
                names = _names(scale, vocabulary.counts.other_spelling, vocabulary)
                found[n + 1] = widened(
                    found[n + 1], _known([*_figures(value, scale, vocabulary), *names], vocabulary)
                )
        elif thousands := _in_one_word(word.surface, languages):
            found[n] = widened(found[n], _known(_figures(thousands, _SCALES[0], vocabulary), vocabulary))
        elif (told := _ten(word.surface, following, languages)) is not None:
            number, many = told
            figure = [(str(number), vocabulary.counts.other_spelling)]
            for place in range(n, n + many):
                found[place] = widened(found[place], _known(figure, vocabulary))
    for n, named in _fractions(words, text, vocabulary):
        found[n] = widened(found[n], _known(named, vocabulary))
    return tuple(found)


_Form = tuple[str, float]
"""A word to search as well, and how much it counts."""


def _fractions(
    words: Sequence[QuestionWord], text: str, vocabulary: Vocabulary
) -> Iterator[tuple[int, list[_Form]]]:
    """Yield the numbers of the words of fractions such as 1/3, with what those are called."""
    for n, (over, under) in enumerate(pairwise(words)):
        if text[over.span.end : under.span.start] == "/" and under.surface in _DENOMINATORS:
            names = [
                known.words.fractions[_DENOMINATORS.index(under.surface)] for known in _languages(vocabulary)
            ]
            forms = [(form, vocabulary.counts.other_spelling) for form in " ".join(names).split()]
            yield from ((place, forms) for place in ((n, n + 1) if over.surface == "1" else (n + 1,)))


def _value(word: QuestionWord, languages: Sequence[str]) -> Decimal | None:
    if _FIGURES.fullmatch(word.terms[0]):
        return Decimal(word.terms[0])
    value = _told(word.surface, languages)
    return None if value is None else Decimal(value)


def _told(word: str, languages: Sequence[str]) -> int | None:
    """Return the number that a word tells: up to 20 in the first of the languages, 21 to 99 in each."""
    folded = fold(word)
    joined = (_in_one_word_of(code).get(folded) for code in languages)
    return small_number(word, languages[0]) or next(filter(None, joined), None)


def _in_one_word(word: str, languages: Sequence[str]) -> Decimal | None:
    """Return how many thousands a word tells: "sechzehntausend", "16mila"; None if it tells none."""
    folded = fold(word)
    for code in languages:
        ends = _thousands_of(code)
        if not folded.endswith(ends):
            continue
        for begun in (folded.removesuffix(end) for end in ends if folded.endswith(end)):
            if _FIGURES.fullmatch(begun):
                return Decimal(begun)
            if count := _told(begun, [code]) or _tens_of(code).get(begun):
                return Decimal(count)
    return None


def _ten(word: str, following: Sequence[QuestionWord], languages: Iterable[str]) -> tuple[int, int] | None:
    """Return the number of a ten and the unit behind it, and in how many words; None if there is no ten."""
    folded = fold(word)
    for code in languages:
        if tens := _tens_of(code).get(folded):
            unit = _unit(following, code)
            return tens + (unit or 0), 1 + (unit is not None)
    teens = (_small(known.words, following) for known in LANGUAGES.values() if known.words.ten == folded)
    return next(((10 + unit, 2) for unit in teens if unit), None)


def _small(words: Words, following: Sequence[QuestionWord]) -> int:
    """Return the number from 2 to 9 that is told right behind a ten in these words, 0 if none is."""
    told = fold(following[0].surface) if following else ""
    return next((n for n, names in enumerate(words.small_numbers[:8], 2) if told in fold(names).split()), 0)


def _unit(following: Sequence[QuestionWord], language: str) -> int | None:
    """Return the number from 2 to 9 that is told right behind a ten."""
    value = small_number(following[0].surface, language) if following else None
    return value if value and value < 10 else None


def _alone(surface: str, value: Decimal, vocabulary: Vocabulary) -> Iterator[_Form]:
    """Yield the other forms of a number that no scale follows."""
    if _ONE_GROUP.fullmatch(surface):  # sixteen thousand, or sixteen to three places
        yield surface.replace(".", ""), vocabulary.counts.other_spelling
        yield from _in_thousands(surface, value * _SCALES[0], vocabulary)
    if value == int(value):
        yield from ((form, vocabulary.counts.other_spelling) for form in _in_one_group(int(value)))
        if value > _FEW and not surface.isdecimal():
            yield str(int(value)), vocabulary.counts.other_spelling
        yield from ((name, vocabulary.counts.part) for name in _in_words(int(value), vocabulary))
    yield from _in_thousands(surface, value, vocabulary)


def _in_one_group(value: int) -> list[str]:
    """Return a number of thousands as it is written where a dot groups; none has no such form."""
    thousands, rest = divmod(value, _SCALES[0])
    return [f"{thousands}.{rest:03}"] if 0 < thousands < _SCALES[0] else []


def _in_words(value: int, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the words of a number from 11 to 99: "eleven", "thirty" and "eight", or both as one word."""
    tens, unit = divmod(value, 10)
    for known in _languages(vocabulary):
        of_tens = " ".join(known.words.tens[tens - 2 : tens - 1]).split() if tens in range(2, 10) else []
        of_unit = " ".join(known.words.small_numbers[unit - 2 : unit - 1]).split() if unit > 1 else []
        if _FEW < value < 20 and known.words.ten:
            yield from (known.words.ten, *of_unit)
        elif _FEW < value < 20:
            yield from " ".join(known.words.small_numbers[value - 2 : value - 1]).split()
        elif of_tens and unit and known.words.one:
            yield from _joined(known.words, value)
        elif of_tens:
            yield from (*of_tens, *of_unit)


def _in_thousands(surface: str, value: Decimal, vocabulary: Vocabulary) -> Iterator[_Form]:
    """Yield the two words of a round number: "2 thousand", "two thousand", "1.2 million"; a year has none."""
    if surface.isdecimal() and value < _AFTER_YEARS:
        return
    scale = next((s for s in reversed(_SCALES) if value >= s and value * 100 % s == 0), None)
    if scale is None:
        return
    count, part = (value / scale).normalize(), vocabulary.counts.part
    yield f"{count:f}", part
    if scale == _SCALES[0]:
        yield from _glued_thousands(count, vocabulary)
    for known in _languages(vocabulary):
        yield from ((name, part) for name in _names_of(known.words, count))
    yield from _names(scale, part, vocabulary)


def _glued_thousands(count: Decimal, vocabulary: Vocabulary) -> Iterator[_Form]:
    """Yield so many thousands as one word: "16k", "16mila", "sechzehntausend"."""
    joining = [known.words for known in _languages(vocabulary) if known.words.one]
    begins = [(begin, words) for words in joining for begin in (f"{count:f}", *_names_of(words, count))]
    names = (f"{begin}{end}" for begin, words in begins for end in words.scales[0].split())
    yield from ((name, vocabulary.counts.other_spelling) for name in (f"{count:f}{_GLUED_THOUSAND}", *names))


def _names_of(words: Words, count: Decimal) -> list[str]:
    """Return the single words for a number from 2 to 20, and above where a language joins tens and units."""
    if count != int(count) or not 2 <= count < 100:
        return []
    if count <= _MOST_SMALL:
        return words.small_numbers[int(count) - 2].split()
    tens, unit = divmod(int(count), 10)
    return _joined(words, int(count)) if unit or not words.one else words.tens[tens - 2].split()


def _names(scale: int, weight: float, vocabulary: Vocabulary) -> Iterator[_Form]:
    for known in _languages(vocabulary):
        yield from ((name, weight) for name in known.words.scales[_SCALES.index(scale)].split())


def _figures(value: Decimal, scale: int, vocabulary: Vocabulary) -> Iterator[_Form]:
    """Yield an amount in figures alone, and with a short scale at its end."""
    if value * scale == int(value * scale):
        whole, spelling = int(value * scale), vocabulary.counts.other_spelling
        yield from ((form, spelling) for form in (str(whole), *_in_one_group(whole)))
    if scale == _SCALES[0]:
        yield from _glued_thousands(value, vocabulary)
    else:
        for known in _languages(vocabulary):
            endings = known.words.glued_scales[_SCALES.index(scale) - 1].split()
            yield from ((f"{value}{ending}", vocabulary.counts.other_spelling) for ending in endings)


def _languages(vocabulary: Vocabulary) -> list[KnownLanguage]:
    """Return the languages whose amounts the articles may have."""
    return [known for code, known in LANGUAGES.items() if known.is_everywhere or code in vocabulary.words]


def _known(forms: Iterable[_Form], vocabulary: Vocabulary) -> list[Variant]:
    """Return the forms that the articles have as variants."""
    return [
        Variant(found, weight, form)
        for form, weight in forms
        for found in dict.fromkeys(Term(term(form, language)) for language in vocabulary.words)
        if found in vocabulary
    ]
