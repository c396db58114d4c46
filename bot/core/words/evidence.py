"""What a word, or a line, is evidence of, by the lists of the languages.

They are hints for ranking, not rules: an unknown language simply has no hints.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from bot.basics.limits import LIMITS
from bot.core.nouns import Span
from bot.core.words.terms import is_stop
from bot.languages.known import LANGUAGES, alternatives, joined, read_in
from bot.languages.language import KnownLanguage


def _pattern(of: Callable[[KnownLanguage], str], language: str, also: str = "") -> re.Pattern[str]:
    return re.compile(alternatives(language, of) + also)


CAPITAL, NUMBER, TIME, CAUSE, SPEECH, BEFORE_PLACE = (1 << n for n in range(6))
"""What a single word may be evidence of. Plain numbers: a flag type made reading 20 times slower."""


_FIGURES = r"|\A.*\d.*"
_TIMES = r"|1[0-9]{3}|20[0-9]{2}|[0-9]{1,2}[:.][0-9]{2}"
_AT_BEGINNING = r"^\W*(?:{})\b"


@cache
def _patterns(language: str) -> dict[int, re.Pattern[str]]:
    return {
        NUMBER: _pattern(lambda known: known.words.numbers, language, _FIGURES),
        TIME: _pattern(lambda known: known.words.times, language, _TIMES),
        CAUSE: _pattern(lambda known: known.words.causes, language),
        SPEECH: _pattern(lambda known: known.words.speech, language),
    }


@cache
def _before_places(language: str) -> frozenset[str]:
    return frozenset().union(*(known.words.before_places for known in read_in(language)))


@lru_cache(maxsize=LIMITS.caches.words)
def marks(word: str, language: str = "") -> int:
    """Return what a word, as it stands in a text of a language, may be evidence of: a sum of marks."""
    lower = word.lower()
    found = sum(mark for mark, pattern in _patterns(language).items() if pattern.fullmatch(lower))
    named = word[:1].isupper() and not is_stop(word, language)  # "The" begins a line or somebody's words
    return found + CAPITAL * named + BEFORE_PLACE * (lower in _before_places(language))


_MARK = r"(?m:^)[ \t]*+(?:\(\d{1,3}[^\W\d_]?\)|\d{1,3}[^\W\d_]?[.)])(?=\s)"
"""The number of an item or paragraph, where its line begins."""
_SIGNED = r"§{1,4}\s?\d{1,9}"
_ONE_OF_PARTS = r"\b(?:{})\s?\(?\d+[^\W\d_]?(?:\s?[-–/]\s?\d+)?\)?"


def part_numbers(text: str, language: str = "") -> list[Span]:
    """Return where a text of a language gives numbers that count nothing: those of items and of a text's parts."""
    return [Span(*found.span()) for found in _numbering(language).finditer(text)]


@cache
def _numbering(language: str) -> re.Pattern[str]:
    parts = _ONE_OF_PARTS.format(alternatives(language, lambda known: known.words.parts))
    return re.compile(f"{_MARK}|{_SIGNED}|{parts}", re.IGNORECASE)


def refers_back(text: str, language: str = "") -> bool:
    """Tell whether a sentence of a language leans on the one before it by its first word."""
    return _refers_back(language).match(text) is not None


@cache
def _refers_back(language: str) -> re.Pattern[str]:
    words = alternatives(language, lambda known: known.words.refers_back)
    return re.compile(_AT_BEGINNING.format(words), re.IGNORECASE)


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{joined(known.words.reports for known in LANGUAGES.values())})", re.IGNORECASE)


def reports(lead: str) -> bool:
    """Tell whether a line that ends with a colon says that somebody's words follow."""
    return _reports().search(lead) is not None


@lru_cache(maxsize=LIMITS.caches.words)
def says_so(word: str) -> bool:
    """Tell whether a word only says that somebody says or writes something, in any language."""
    lower = word.lower()
    return any(
        lower in known.asking.writes or _patterns(code)[SPEECH].fullmatch(lower)
        for code, known in LANGUAGES.items()
    )
