"""What people say around a question: greetings, thanks, requests to be told, talk about themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from bot.core.words.spoken import language_spoken
from bot.core.words.terms import fold
from bot.core.words.tokens import word_texts
from bot.languages.known import LANGUAGES, read_in
from bot.languages.language import Talk

_Phrase = tuple[str, ...]


def told(text: str) -> _Phrase:
    """Return the words of a text in the form that they are compared in."""
    return tuple(fold(word).replace("'", "").replace("’", "") for word in word_texts(text))


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Phrases to be found at either end of words, the longest first."""

    known: frozenset[_Phrase]
    longest: int

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Phrases":
        """Prepare phrases as they are written."""
        known = frozenset(filter(None, map(told, texts)))
        return cls(known, max(map(len, known), default=0))

    def at_start(self, words: _Phrase) -> int:
        """Return how many of the first words are such phrases, one after the other."""
        taken = 0
        while step := next(
            (n for n in self._lengths(words, taken) if words[taken : taken + n] in self.known), 0
        ):
            taken += step
        return taken

    def at_end(self, words: _Phrase) -> int:
        """Return how many of the last words are such phrases, one after the other."""
        end = len(words)
        while step := next(
            (n for n in range(min(self.longest, end), 0, -1) if words[end - n : end] in self.known), 0
        ):
            end -= step
        return len(words) - end

    def _lengths(self, words: _Phrase, start: int) -> range:
        return range(min(self.longest, len(words) - start), 0, -1)


def _all(of: str) -> frozenset[str]:
    return frozenset[str]().union(*(getattr(language.talk, of) for language in LANGUAGES.values()))


# Whoever writes in one language may greet and thank in another.
SOCIAL = Phrases.of(
    _all("greetings") | _all("thanks") | _all("agreement") | _all("courtesies") | _all("addressed")
)
"""What a message may begin with, or be made of, that tells and asks nothing."""
PARTING = Phrases.of(_all("thanks") | _all("courtesies"))
"""What it may end with."""
ABOUT_US = Phrases.of(_all("about_us")).known
"""Whole messages that ask about the bot."""
LEANING = Phrases.of(_all("leaning"))
"""Whole messages that mean nothing without an answer before them."""


@cache
def _requests(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the words of a request to be told something, those it needs, and those for oneself."""
    talks: Sequence[Talk] = [known.talk for known in read_in(language)]
    around, telling, first = (
        frozenset(word for talk in talks for text in getattr(talk, name) for word in told(text))
        for name in ("around", "telling", "first_person")
    )
    return around, telling, first


def is_about_self(text: str) -> bool:
    """Tell whether somebody speaks of himself."""
    return not _requests(language_spoken(text))[2].isdisjoint(told(text))


def request_lengths(words: _Phrase, language: str, *, at_end: bool = False) -> list[int]:
    """Return how many words at one end may be a request to be told something, the longest first."""
    around, telling, _ = _requests(language)
    found, has_telling = [], False
    for count, word in enumerate(reversed(words) if at_end else words, 1):
        if word not in around:
            break
        has_telling = has_telling or word in telling
        if has_telling:
            found.append(count)
    return found[::-1]
