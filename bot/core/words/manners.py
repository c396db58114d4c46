"""What the words around a question do: greet, thank, ask to be told, speak of the asker.

All languages are looked at, since people greet in others than they ask in.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Flag, auto
from functools import lru_cache

from bot.basics.limits import LIMITS
from bot.core.words.terms import WORDS, fold
from bot.languages.beyond.others import MANNERS
from bot.languages.known import LANGUAGES


class SpeechAct(Flag):
    """What a word may do in a language; a word may have several."""

    GREETING = auto()
    THANKS = auto()
    PLEA = auto()
    URGENCY = auto()
    ADDRESS = auto()
    REQUEST = auto()
    WISH = auto()
    BESIDE = auto()
    FILLER = auto()
    ASKER = auto()
    YOU = auto()
    ABOUT_YOU = auto()
    LEANING = auto()
    STOP = auto()
    """It says nothing about a subject."""


NO_ACT = SpeechAct(0)
COURTESY = (
    SpeechAct.GREETING
    | SpeechAct.THANKS
    | SpeechAct.PLEA
    | SpeechAct.URGENCY
    | SpeechAct.REQUEST
    | SpeechAct.WISH
)
"""What alone makes a clause courteous, whatever says nothing may stand beside it."""
SAYS_NOTHING = (
    SpeechAct.STOP | SpeechAct.ASKER | SpeechAct.YOU | SpeechAct.BESIDE | SpeechAct.FILLER | SpeechAct.ADDRESS
)

SpeechActs = Mapping[str, SpeechAct]
"""What a word does, by the codes of the languages in which it does anything."""

_FIELDS = {
    "greetings": SpeechAct.GREETING,
    "thanks": SpeechAct.THANKS,
    "pleas": SpeechAct.PLEA,
    "urgency": SpeechAct.URGENCY,
    "addresses": SpeechAct.ADDRESS,
    "requests": SpeechAct.REQUEST,
    "wishes": SpeechAct.WISH,
    "beside": SpeechAct.BESIDE,
    "fillers": SpeechAct.FILLER,
    "asker": SpeechAct.ASKER,
    "you": SpeechAct.YOU,
    "about_you": SpeechAct.ABOUT_YOU,
    "leaning": SpeechAct.LEANING,
}
_NOTHING: SpeechActs = {}


def _table() -> dict[str, dict[str, SpeechAct]]:
    table: dict[str, dict[str, SpeechAct]] = {}
    for word, code, role in _listed():
        of_word = table.setdefault(_plain(word), {})
        of_word[code] = of_word.get(code, NO_ACT) | role
    return table


def _listed() -> Iterator[tuple[str, str, SpeechAct]]:
    known = MANNERS | {code: language.manners for code, language in LANGUAGES.items()}
    for code, manners in known.items():
        for field, role in _FIELDS.items():
            yield from ((word, code, role) for word in getattr(manners, field))
        yield from ((word, code, SpeechAct.STOP) for word in WORDS[code].stop_words)


def _plain(word: str) -> str:
    return fold(word).replace("'", "").replace("’", "")


_TABLE = _table()


@lru_cache(maxsize=LIMITS.caches.words)
def speech_acts(word: str) -> SpeechActs:
    """Return what the word does in each language."""
    return _TABLE.get(_plain(word), _NOTHING)


def spoken_in(words: Sequence[SpeechActs], allowed: SpeechAct) -> Iterator[str]:
    """Yield the codes of the languages in which each of the words, at least one, does one of these things."""
    wanted = allowed.value  # numbers, for flags are slow, and a message may be long
    for code in words[0] if words else ():
        if all(word.get(code, NO_ACT).value & wanted for word in words):
            yield code


def does(words: Sequence[SpeechActs], code: str) -> SpeechAct:
    """Return all that the words do in a language."""
    done = 0
    for word in words:
        done |= word.get(code, NO_ACT).value
    return SpeechAct(done)
