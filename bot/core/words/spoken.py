"""Which language a question is in, where that changes what its words mean: "was" asks in German only."""

from collections.abc import Sequence
from functools import lru_cache

from bot.basics.limits import LIMITS
from bot.core.words.terms import fold
from bot.core.words.tokens import word_texts
from bot.languages.known import LANGUAGES


@lru_cache(maxsize=LIMITS.caches.questions)
def language_spoken(text: str) -> str:
    """Return the code of the language of which a text has most function words, "" for one known everywhere.

    A language whose words count in its own texts alone must have more of them than every other.
    """
    words = [fold(word).replace("'", "") for word in word_texts(text)]
    counts = {code: _count(words, code) for code in LANGUAGES}
    shared = max(count for code, count in counts.items() if LANGUAGES[code].is_everywhere)
    own = [code for code in LANGUAGES if not LANGUAGES[code].is_everywhere and counts[code] > shared]
    return max(own, key=counts.__getitem__, default="")


def _count(words: Sequence[str], language: str) -> int:
    return sum(word in LANGUAGES[language].words.stop_words for word in words)
