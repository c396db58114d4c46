"""A word → its index term, in its language. PyStemmer's home.

A word becomes a term by folding (compatibility forms, case and accents fold; ё is е, й stays й), by
dropping what is not the word itself (``’s``, ``l’``, the full stops of ``U.S.``, the commas of
``10,000``), and by a Snowball stem, in English of the word that an irregular form belongs to; languages
that Snowball does not know, and those whose endings pile up, keep the first five letters.
"""

import re
import unicodedata
from functools import cache, lru_cache
from threading import Lock

import Stemmer

from bot.core.nouns import Term
from bot.core.words.irregular import IRREGULAR
from bot.core.words.stop_words import STOP_WORDS

_GROUPED_NUMBER = re.compile(r"\d{1,3}(?:[ ,']\d{3})+(?:[.,]\d+)?")
_NUMBER = re.compile(r"\d[\d.,]*")
_ACCENT = re.compile(
    r"(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u00ad\u200b-\u200d]"
)
_LETTERS = str.maketrans(
    {"’": "'", "ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|(?:jus|lors|puis|quoi)qu|(?:de|a|ne|su|da|que|be)ll|un|sant)'(?=\w)")

_SCRIPT = re.compile(
    r"(?P<latin>[A-Za-zÀ-ɏḀ-ỿ])|(?P<cyrillic>[Ѐ-ԯ])|(?P<greek>[Ͱ-Ͽἀ-῿])|(?P<armenian>[԰-֏])"
    r"|(?P<hebrew>[֐-׿])|(?P<arabic>[؀-ۿݐ-ݿ])|(?P<devanagari>[ऀ-ॿ])|(?P<tamil>[஀-௿])"
)
"""The scripts of more than one language, or of one that Snowball stems."""
_SCRIPT_DEFAULT = {
    "latin": "en", "cyrillic": "ru", "greek": "el", "armenian": "hy",
    "hebrew": "he", "arabic": "ar", "devanagari": "hi", "tamil": "ta",
}  # fmt: skip
_SCRIPT_LANGUAGES = {
    "cyrillic": frozenset(["ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt", "ba", "uz"]),
    "greek": frozenset({"el"}),
    "armenian": frozenset({"hy"}),
    "hebrew": frozenset({"he", "yi"}),
    "arabic": frozenset(["ar", "fa", "ur", "ps", "ug", "ckb"]),
    "devanagari": frozenset(["hi", "ne", "mr", "sa"]),
    "tamil": frozenset({"ta"}),
}
_ALSO_LATIN = frozenset({"sr", "uz"})
_NOT_LATIN = frozenset().union(*_SCRIPT_LANGUAGES.values(), ["zh", "ja", "ko", "th", "ka"]) - _ALSO_LATIN
_ENDINGS_PILE_UP = frozenset(["tr", "az", "kk", "ky", "uz", "tt", "ba", "tk", "ug"])
"""Measured on Turkish: the first five letters find more than the Snowball stem."""

_stemming = Lock()


@lru_cache(maxsize=2**17)
def term(word: str, language: str) -> Term:
    """Return the index term of a word in an article of that language (ISO 639-1, or "")."""
    language = language_of(word, language)
    plain = _plain(word, language)
    if language == "en":
        plain = IRREGULAR.get(plain, plain)
    return Term(plain if plain[0].isdigit() else _stem(plain, language))


def fold(word: str) -> str:
    """Return the word without capitals, accents, and typographic or compatibility forms."""
    if word.isascii():
        return word.lower()
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", word).casefold())
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def language_of(word: str, language: str) -> str:
    """Return the language to read a word in, inside a text of ``language``: the script may tell another.

    A Latin word in a Russian text is read as English, a Cyrillic one in an English text as Russian.
    """
    script = _SCRIPT.search(word)
    if script is None:
        return language
    name = script.lastgroup or ""
    is_native = language not in _NOT_LATIN if name == "latin" else language in _SCRIPT_LANGUAGES[name]
    return language if language and is_native else _SCRIPT_DEFAULT[name]


def is_stop(word: str, language: str) -> bool:
    """Tell whether a word says nothing about the subject. ``US`` and ``U.S.`` are no pronouns."""
    if len(word) > 1 and (word.isupper() or "." in word):
        return False
    language = language_of(word, language)
    return _plain(word, language) in STOP_WORDS.get(language, frozenset())


def _plain(word: str, language: str) -> str:
    folded = fold(word)
    if folded[0].isdigit():
        return _plain_number(folded) or folded
    if language == "en":
        folded = folded.removesuffix("'s")
    elif language in {"fr", "it", "ca"}:
        folded = _ELISION.sub("", folded)
    elif language in {"tr", "az"}:
        folded = folded.partition("'")[0] or folded
    return folded.replace("'", "").replace(".", "") or folded


def _plain_number(folded: str) -> str:
    if _GROUPED_NUMBER.fullmatch(folded):
        return re.sub("[ ,']", "", folded)
    if _NUMBER.fullmatch(folded):
        return folded.replace(",", ".").lstrip("0") or "0"
    return folded.removesuffix("'s")


def _stem(plain: str, language: str) -> str:
    stemmer = None if language in _ENDINGS_PILE_UP else _stemmer(language)
    if stemmer is None:
        return plain[:5]
    with _stemming:
        return str(stemmer.stemWord(plain)) or plain


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    # The stemmer's own cache is off: ours is faster, and theirs is not safe between threads.
    try:
        return Stemmer.Stemmer({"nb": "no", "nn": "no", "": "en"}.get(language, language), 0)
    except KeyError:
        return None
