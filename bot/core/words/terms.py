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

from bot.basics.limits import LIMITS
from bot.core.nouns import Term
from bot.languages.beyond.others import OTHER_LANGUAGES
from bot.languages.beyond.scripts import (
    DEFAULT_LANGUAGE,
    ENDINGS_PILE_UP,
    LANGUAGES_OF,
    NOT_LATIN,
    PLAIN_LETTERS,
    SCRIPTS,
    UNSPACED_LANGUAGES,
)
from bot.languages.known import LANGUAGES
from bot.languages.language import Words


def _bases(irregular: str) -> dict[str, str]:
    rows = [row.split() for row in irregular.replace("\n", ";").split(";") if row.strip()]
    return {form: base for base, *forms in rows for form in forms}


_GROUPED_NUMBER = re.compile(r"\d{1,3}(?:[ ,']\d{3})+(?:[.,]\d+)?")
_WITH_STOPS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
"""A number of millions in groups; with one group alone nobody can tell it from a fraction."""
_NUMBER = re.compile(r"\d[\d.,]*")
_ACCENT = re.compile(
    r"(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    r"\u00ad\u200b-\u200d]"
)

_SCRIPT = re.compile(SCRIPTS)
_NOTHING_KNOWN = Words()
WORDS = OTHER_LANGUAGES | {code: language.words for code, language in LANGUAGES.items()}
"""What is known of the words of each language, by ISO 639-1 code."""
BASES = {code: _bases(words.irregular) for code, words in WORDS.items()}
"""By language: form → the word that it is an irregular form of, both folded."""
_NOT_OF_THE_WORD = {
    code: re.compile(f"{words.before_apostrophes or '(?!)'}|(?:{words.behind_apostrophes or '(?!)'})$")
    for code, words in WORDS.items()
    if words.before_apostrophes or words.behind_apostrophes
}
_SHORTEST_ROOT = 3
_stemming = Lock()


@lru_cache(maxsize=LIMITS.caches.words)
def term(word: str, language: str) -> Term:
    """Return the index term of a word in an article of that language (ISO 639-1, or "")."""
    language = language_of_word(word, language)
    plain = _plain(word, language)
    plain = BASES.get(language, {}).get(plain, plain)
    if _is_abbreviation(word) and plain in WORDS.get(language, _NOTHING_KNOWN).stop_words:
        return Term(plain.upper())  # the US is not us
    return Term(plain if plain[0].isdigit() else _stem(plain, language))


def fold(word: str) -> str:
    """Return the word without capitals, accents, and typographic or compatibility forms."""
    if word.isascii():
        return word.lower()
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", word).casefold())
    return unicodedata.normalize("NFC", bare).translate(PLAIN_LETTERS)


def language_of_word(word: str, language: str) -> str:
    """Return the language to read a word in, inside a text of ``language``: the script may tell another.

    A Latin word in a Russian text is read as English, a Cyrillic one in an English text as Russian.
    """
    script = _SCRIPT.search(word)
    if script is None:
        return language
    name = script.lastgroup or ""
    is_native = language not in NOT_LATIN if name == "latin" else language in LANGUAGES_OF[name]
    return language if language and is_native else DEFAULT_LANGUAGE[name]


def languages_of(text: str) -> tuple[str, ...]:
    """Return the codes of the languages of the first script in a text that tells any; Latin tells none."""
    script = next((s.lastgroup for s in _SCRIPT.finditer(text) if s.lastgroup != "latin"), None)
    unspaced = (codes for characters, codes in UNSPACED_LANGUAGES if re.search(characters, text))
    return tuple(sorted(LANGUAGES_OF[script])) if script else next(unspaced, ())


@lru_cache(maxsize=LIMITS.caches.words)
def is_stop(word: str, language: str) -> bool:
    """Tell whether a word says nothing about the subject. ``US`` and ``U.S.`` are no pronouns."""
    if _is_abbreviation(word):
        return False
    language = language_of_word(word, language)
    return _plain(word, language) in WORDS.get(language, _NOTHING_KNOWN).stop_words


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and (word.isupper() or "." in word)


def _plain(word: str, language: str) -> str:
    folded = fold(word)
    if folded[0].isdigit():
        return _plain_number(folded) or folded
    if language in _NOT_OF_THE_WORD:
        folded = _NOT_OF_THE_WORD[language].sub("", folded) or folded
    return folded.replace("'", "").replace(".", "") or folded


def _plain_number(folded: str) -> str:
    if _GROUPED_NUMBER.fullmatch(folded):
        return re.sub("[ ,']", "", folded)
    if _WITH_STOPS.fullmatch(folded):
        return folded.replace(".", "").replace(",", ".")
    if _NUMBER.fullmatch(folded):
        return folded.replace(",", ".").lstrip("0") or "0"
    return folded.removesuffix("'s")


def _stem(plain: str, language: str) -> str:
    stemmer = None if language in ENDINGS_PILE_UP else _stemmer(language)
    if stemmer is None:
        return _bare(plain, WORDS.get(language, _NOTHING_KNOWN).led_by)[:5]
    with _stemming:
        return str(stemmer.stemWord(plain)) or plain


def _bare(plain: str, led_by: str) -> str:
    """Return a word without the small words written together with it; what is left has three letters."""
    start = 0
    while len(plain) - start > _SHORTEST_ROOT and plain[start] in led_by:
        start += 1
    return plain[start:]


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    # The stemmer's own cache is off: ours is faster, and theirs is not safe between threads.
    try:
        return Stemmer.Stemmer({"nb": "no", "nn": "no", "": "en"}.get(language, language), 0)
    except KeyError:
        return None
