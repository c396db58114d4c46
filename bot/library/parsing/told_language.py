"""Which language a text is in. The only importer of py3langid."""

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import chain
from typing import Protocol

from bot.basics.limits import LIMITS
from bot.languages.known import LANGUAGES
from bot.languages.language import Signs

SAMPLE = 4000
"""Characters of a text that are looked at."""
SURE = 0.9
"""Probability from which py3langid's guess is taken."""

_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʻ][^\W\d_]+)?")
_NO_LETTER = re.compile(r"[\W\d_]")
_PLAIN_WORD, _NO_PLAIN_LETTER = re.compile("[a-z]+(?:'[a-z]+)?"), re.compile("[^a-z]")
"""The same in small letters of ASCII, found in a third of the time."""
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]")
"""Signs of vowels that Hebrew and Arabic seldom write: the model has hardly seen them."""
_CYRILLIC = re.compile("[\u0400-\u052f]")
_FEW = 0.02
"""The share of letters, or of words, up to which they do not count: names, quotations."""


class _Told:
    """A language with what tells it at once."""

    def __init__(self, code: str, signs: Signs) -> None:
        self.code, self.signs = code, signs
        self.foreign_letters = re.compile(signs.foreign_letters or "(?!)")
        self.words = re.compile(signs.words or "(?!)")
        self.foreign_words = re.compile(signs.foreign_words or "(?!)")

    def has_own_letters(self, sample: str, letters: int) -> bool:
        own = sum(map(sample.count, self.signs.own_letters))
        return own > _FEW * letters and not self.foreign_letters.search(sample)

    def has_needed_letters(self, sample: str, letters: int) -> bool:
        needed = any(letter in sample for letter in self.signs.needed_letters)
        return needed and len(self.foreign_letters.findall(sample)) < _FEW * letters

    def has_words(self, sample: str, words: "_Words") -> bool:
        enough = words.share(self.words) >= self.signs.words_share
        return enough and not self.foreign_letters.search(sample)

    def has_foreign_words(self, words: "_Words") -> bool:
        return words.share(self.foreign_words) > _FEW


_KNOWN = [_Told(code, known.reading.signs) for code, known in LANGUAGES.items()]
_TELLING = {pattern for told in _KNOWN for pattern in (told.words, told.foreign_words)}


@lru_cache(maxsize=LIMITS.caches.words)
def _told_by(word: str) -> tuple[str, ...]:
    """Return the patterns of languages that a word matches: most match none, and texts repeat their words."""
    return tuple(telling.pattern for telling in _TELLING if telling.fullmatch(word))


class _Words:
    """The words of a sample, of which there is at least one."""

    def __init__(self, sample: str) -> None:
        found = _PLAIN_WORD.findall(sample) if sample.isascii() else _WORD.findall(sample)
        self._count = len(found)
        self._matching = Counter(pattern for word in found for pattern in _told_by(word))

    def share(self, pattern: re.Pattern[str]) -> float:
        return self._matching[pattern.pattern] / self._count


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, "" when unsure.

    Letters and function words tell some languages at once (their ``signs``); only other texts cost
    py3langid's model, which takes about a second to load.
    """
    sample = _POINTS.sub("", text[:SAMPLE].casefold())
    others = _NO_PLAIN_LETTER.findall(sample) if sample.isascii() else _NO_LETTER.findall(sample)
    letters = len(sample) - len(others)
    if letters < 12:
        return ""
    cyrillic = len(_CYRILLIC.findall(sample))
    told = _of_cyrillic(sample, cyrillic) if cyrillic > letters / 2 else _of_words(sample, letters)
    return told or _of_model(sample)


def _of_cyrillic(sample: str, letters: int) -> str:
    words = _Words(sample)
    own = (told.code for told in _KNOWN if told.has_own_letters(sample, letters))
    needed = (told.code for told in _KNOWN if told.has_needed_letters(sample, letters))
    worded = (told.code for told in _KNOWN if told.has_words(sample, words))
    return next(chain(own, worded, needed), "")


def _of_words(sample: str, letters: int) -> str:
    words = _Words(sample)
    found = (one for one in _KNOWN if one.has_words(sample, words) or one.has_own_letters(sample, letters))
    return next((one.code for one in found if not one.has_foreign_words(words)), "")


def _of_model(sample: str) -> str:
    language, probability = _identifier().classify(sample)
    return language if probability >= SURE and len(language) == 2 else ""


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - a second to load, seldom used

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
