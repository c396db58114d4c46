"""Which language a text is in. The only importer of py3langid."""

import re
from functools import cache
from typing import Protocol

SAMPLE = 4000
"""Characters of a text that are looked at."""
SURE = 0.9
"""Probability from which py3langid's guess is taken."""

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʻ][^\W\d_]+)?")
_KAZAKH_ONLY = "ұқәғһ"
_CYRILLIC = re.compile("[а-яёәғқңөұүһії]")
_NEVER_RUSSIAN = re.compile("[іїєґўөүәңғқұһҳҷӣӯјљњћђќѓѕҡҙҫ]")
_NEVER_KAZAKH = re.compile("[їєґўҳҷӣӯјљњћђҡҙҫəʻ]|[og][‘ʻ'’]")
_ENGLISH = re.compile(r"(?:the|of|and|to|in|is|was|that|for|with|on|were|by|it)")
_LATIN_KAZAKH = re.compile(
    r"(?:zh|j)[aáä]ne|men|[uúü](?:sh|ş)in|bolyp|boldy|bolady|turaly|emes|(?:d|k)e[iıy]in|nemese|degen|dep|(?:zh|j)oq|bul"
    r"|osy|ony[nñń]?|olar|qazaq\w*|qazir|qala\w*|sondyqtan|biraq"
)
_NOT_LATIN_KAZAKH = re.compile(r"va|v[eə]|bilan|uchun|il[eə]|için|the|et|de|hám")


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, "" when unsure.

    Letters and function words tell English, Russian and Kazakh (both scripts) at once; only other texts
    cost py3langid's model, which takes about a second to load.
    """
    sample = text[:SAMPLE].casefold()
    letters = len(_LETTER.findall(sample))
    if letters < 12:
        return ""
    cyrillic = len(_CYRILLIC.findall(sample))
    told = _of_cyrillic(sample, cyrillic) if cyrillic > letters / 2 else _of_words(sample, letters)
    return told or _of_model(sample)


def _of_cyrillic(sample: str, letters: int) -> str:
    if not _NEVER_KAZAKH.search(sample) and sum(map(sample.count, _KAZAKH_ONLY)) > 0.02 * letters:
        return "kk"
    foreign = len(_NEVER_RUSSIAN.findall(sample))
    return "ru" if foreign < 0.02 * letters and any(letter in sample for letter in "ыэё") else ""


def _of_words(sample: str, letters: int) -> str:
    words = _WORD.findall(sample)
    if _share(_ENGLISH, words) >= 0.12:
        return "en"
    if _NEVER_KAZAKH.search(sample) or _share(_NOT_LATIN_KAZAKH, words) > 0.02:
        return ""
    return "kk" if _share(_LATIN_KAZAKH, words) >= 0.04 or sample.count("q") > 0.02 * letters else ""


def _share(pattern: re.Pattern[str], words: list[str]) -> float:
    return sum(1 for word in words if pattern.fullmatch(word)) / len(words)


def _of_model(sample: str) -> str:
    language, probability = _identifier().classify(sample)
    return language if probability >= SURE and len(language) == 2 else ""


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - a second to load, seldom used

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
