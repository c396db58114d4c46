"""What the words around a question do: greet, thank, ask to be told, speak of the asker.

All languages are looked at, since people greet in others than they ask in.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Flag, auto

from bot.core.words.terms import WORDS, fold
from bot.languages.beyond.others import MANNERS
from bot.languages.known import LANGUAGES


class Deed(Flag):
    """What a word may do in a language; a word may have several."""

    GREETING = auto()
    THANKS = auto()
    PLEA = auto()
    URGENCY = auto()
    ADDRESS = auto()
    REQUEST = auto()
    WISH = auto()
    BESIDE = auto()
    ASKER = auto()
    YOU = auto()
    ABOUT_YOU = auto()
    LEANING = auto()
    STOP = auto()
    """It says nothing about a subject."""


NO_DEED = Deed(0)
COURTESY = Deed.GREETING | Deed.THANKS | Deed.PLEA | Deed.URGENCY | Deed.REQUEST | Deed.WISH
"""What alone makes a clause courteous, whatever says nothing may stand beside it."""
SAYS_NOTHING = Deed.STOP | Deed.ASKER | Deed.YOU | Deed.BESIDE | Deed.ADDRESS

Deeds = Mapping[str, Deed]
"""What a word does, by the codes of the languages in which it does anything."""

_FIELDS = {
    "greetings": Deed.GREETING,
    "thanks": Deed.THANKS,
    "pleas": Deed.PLEA,
    "urgency": Deed.URGENCY,
    "addresses": Deed.ADDRESS,
    "requests": Deed.REQUEST,
    "wishes": Deed.WISH,
    "beside": Deed.BESIDE,
    "asker": Deed.ASKER,
    "you": Deed.YOU,
    "about_you": Deed.ABOUT_YOU,
    "leaning": Deed.LEANING,
}
_NOTHING: Deeds = {}


def _table() -> dict[str, dict[str, Deed]]:
    table: dict[str, dict[str, Deed]] = {}
    for word, code, role in _listed():
        of_word = table.setdefault(_plain(word), {})
        of_word[code] = of_word.get(code, NO_DEED) | role
    return table


def _listed() -> Iterator[tuple[str, str, Deed]]:
    known = MANNERS | {code: language.manners for code, language in LANGUAGES.items()}
    for code, manners in known.items():
        for field, role in _FIELDS.items():
            yield from ((word, code, role) for word in getattr(manners, field))
        yield from ((word, code, Deed.STOP) for word in WORDS[code].stop_words)


def _plain(word: str) -> str:
    return fold(word).replace("'", "").replace("’", "")


_TABLE = _table()


def deeds(word: str) -> Deeds:
    """Return what the word does in each language."""
    return _TABLE.get(_plain(word), _NOTHING)


def spoken_in(words: Sequence[Deeds], allowed: Deed) -> Iterator[str]:
    """Yield the codes of the languages in which each of the words, at least one, does one of these things."""
    for code in words[0] if words else ():
        if all(word.get(code, NO_DEED) & allowed for word in words):
            yield code


def does(words: Sequence[Deeds], code: str) -> Deed:
    """Return all that the words do in a language."""
    done = NO_DEED
    for word in words:
        done |= word.get(code, NO_DEED)
    return done
