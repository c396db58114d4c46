"""Which language a short text is in: "was" asks in German only, and who says merci reads French."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from bot.basics.limits import LIMITS
from bot.core.words.manners import speech_acts
from bot.core.words.terms import WORDS, fold, languages_of
from bot.core.words.tokens import words
from bot.languages.known import LANGUAGES

_ENOUGH = 100
"""Words of a text that tell its language."""


@lru_cache(maxsize=LIMITS.caches.questions)
def language_spoken(text: str) -> str:
    """Return the code of the language of which a text has most function words, "" for one known everywhere.

    A language whose words count in its own texts alone must have more of them than every other.
    """
    said = list(map(_plain, _first_words(text)))
    counts = {code: _count(said, code) for code in LANGUAGES}
    shared = max(count for code, count in counts.items() if LANGUAGES[code].is_everywhere)
    own = [code for code in LANGUAGES if not LANGUAGES[code].is_everywhere and counts[code] > shared]
    return max(own, key=counts.__getitem__, default="")


@lru_cache(maxsize=LIMITS.caches.questions)
def may_be_in(text: str, at_least: int = 1) -> tuple[str, ...]:
    """Return the codes of the languages that a text may be in: those of most of its small and polite words.

    With fewer than ``at_least`` it may be in each of its script; Latin letters alone tell nothing.
    """
    said = [(_plain(word), speech_acts(word)) for word in _first_words(text)]
    counts = {
        code: sum(plain in known.stop_words or code in acts for plain, acts in said)
        for code, known in WORDS.items()
    }
    most = max(counts.values())
    if most >= at_least:
        return tuple(code for code, count in counts.items() if count == most)
    return languages_of(text)


def _first_words(text: str) -> list[str]:
    return [word.text for word in islice(words(text), _ENOUGH)]


def _plain(word: str) -> str:
    return fold(word).replace("'", "")


def _count(said: Sequence[str], language: str) -> int:
    return sum(word in LANGUAGES[language].words.stop_words for word in said)
