"""Compounds by the articles' own words: who asks for the "Beitrag des Semesters" finds the "Semesterbeitrag".

A language whose words are put together says what may join them (see ``bot.languages``). A compound is a word
made of two others that the articles have as well: no list of words, and no guess at what a word may mean.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from bot.core.nouns import Term
from bot.core.words.terms import WORDS, fold, term

_SHORTEST = 4
"""Letters of a part; shorter ones stand within words by chance."""


class Compounds:
    """What the compounds of an edition are made of. Immutable."""

    def __init__(self, words: Mapping[str, Collection[str]]) -> None:
        """Take the articles' words, by language, apart where the language puts words together."""
        self._parts = {
            code: _Parts(WORDS[code].joints.split("|"), known)
            for code, known in words.items()
            if _joins(code)
        }
        self._made: defaultdict[frozenset[Term], dict[Term, str]] = defaultdict(dict)
        for code, parts in self._parts.items():
            for word in words[code]:
                if made_of := parts.of(word):
                    both = frozenset(term(part, code) for part in made_of)
                    self._made[both].setdefault(term(word, code), word)

    def made_of(self, one: Sequence[Term], other: Sequence[Term]) -> Iterator[str]:
        """Yield a spelling of each compound of the articles whose parts are words with these terms."""
        for pair in product(one, other):
            yield from self._made.get(frozenset(pair), {}).values()

    def parts(self, word: str) -> Iterator[str]:
        """Yield the words of the articles that this one is put together from."""
        for parts in self._parts.values():
            yield from parts.of(word)


class _Parts:
    """The words of a language that others may be made of."""

    def __init__(self, joints: Sequence[str], words: Collection[str]) -> None:
        self._joints = sorted(joints, key=len)
        self._known = {
            folded for word in words if len(folded := fold(word)) >= _SHORTEST and folded.isalpha()
        }

    def of(self, word: str) -> Sequence[str]:
        """Return the two words that this one is made of, the last one as long as can be, or none."""
        folded = fold(word)
        for cut in range(_SHORTEST, len(folded) - _SHORTEST + 1):
            if folded[cut:] in self._known and (first := self._first(folded[:cut])):
                return first, folded[cut:]
        return ()

    def _first(self, begin: str) -> str:
        """Return the word that a compound begins with, without what joins it to the next."""
        for joint in self._joints:
            first = begin.removesuffix(joint)
            if begin.endswith(joint) and len(first) >= _SHORTEST and first in self._known:
                return first
        return ""


def _joins(language: str) -> bool:
    return language in WORDS and bool(WORDS[language].joints)
