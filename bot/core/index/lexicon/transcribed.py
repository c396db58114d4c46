"""Questions in Latin letters about articles in Cyrillic: "skolko stoit bilet" asks "сколько стоит билет".

Nothing is guessed: each word has to be one of the articles', or a small word of their language.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from bot.core.words.strings import Dictionary
from bot.core.words.terms import WORDS, fold, is_stop
from bot.core.words.tokens import words
from bot.languages.beyond.scripts import CYRILLIC_FOR_LATIN, LANGUAGES_OF, WITHOUT_SOUND
from bot.languages.known import LANGUAGES

_LONGEST = 20
"""Letters of a word that is looked for in the other script."""
_MOST = 16
"""Words of a question that are looked for."""
_SURELY = 2
"""Words, and half of all, that have to be found: a single one may be chance."""


def in_cyrillic(
    text: str, languages: frozenset[str], written: Dictionary, is_word: Callable[[str], bool]
) -> tuple[str, Mapping[str, tuple[str, ...]]]:
    """Return the text with its words in Cyrillic where that is meant, and what became of which word.

    ``written`` are the articles' words, folded; what ``is_word`` knows speaks against it.
    """
    small = _small_words(tuple(sorted(languages & LANGUAGES_OF["cyrillic"])))
    said = [word for word in words(text) if word.text.isalpha()]
    if not small or not text.isascii() or not 1 < len(said) <= _MOST:
        return text, {}
    foreign = sum(not _is_latin(word.text, is_word) for word in said if len(word.text) > 1)
    if foreign < _SURELY or 2 * foreign < len(said):  # sooner told than how each may be written
        return text, {}
    found = {word: spelt for word in said if (spelt := next(_spelt_in(fold(word.text), small, written), ""))}
    sure = sum(not _is_latin(word.text, is_word) for word in found if len(word.text) > 1)
    if sure < _SURELY or 2 * sure < len(said):
        return text, {}
    for word, spelt in reversed(found.items()):
        meant = spelt.capitalize() if word.text[0].isupper() else spelt
        text = text[: word.start] + meant + text[word.span.end :]
    return text, {word.text: (spelt,) for word, spelt in found.items() if spelt in written}


@cache
def _small_words(languages: tuple[str, ...]) -> Dictionary:
    return Dictionary.of(word for code in languages if code in WORDS for word in WORDS[code].stop_words)


def _is_latin(word: str, is_word: Callable[[str], bool]) -> bool:
    return is_word(fold(word)) or any(is_stop(word.lower(), code) for code in LANGUAGES)


def _spelt_in(word: str, *known: Dictionary) -> Iterator[str]:
    """Yield the known words that may be written so in Latin letters."""
    for dictionary in known if len(word) <= _LONGEST else ():
        yield from _spelt(word, "", dictionary)


def _spelt(rest: str, begun: str, known: Dictionary) -> Iterator[str]:
    if next(known.beginning(begun), None) is None:
        return
    if not rest:
        yield from (whole for whole in (begun, begun + WITHOUT_SOUND) if whole in known)
        return
    for length in range(min(len(rest), 4), 0, -1):
        for letters in CYRILLIC_FOR_LATIN.get(rest[:length], "").split():
            for soft in ("", WITHOUT_SOUND):
                yield from _spelt(rest[length:], begun + letters + soft, known)
