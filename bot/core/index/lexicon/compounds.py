"""Compounds by the articles' own words: who asks for the "Beitrag des Semesters" finds the "Semesterbeitrag".

A language whose words are put together says what may join them (see ``bot.languages``). A compound is a word
made of two others that the articles have as well, or the question: no list of words, and no guess at what a
word may mean.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from bot.basics.limits import LIMITS
from bot.core.nouns import Term
from bot.core.words.strings import Dictionary, TextMap
from bot.core.words.terms import WORDS, fold, term

_SHORTEST = 4
"""Letters of a part; shorter ones stand within words by chance."""
_BETWEEN = "\n"
"""Between words or terms, which have none."""


class Compounds:
    """What the compounds of an edition are made of. Immutable."""

    def __init__(self, known: Mapping[str, Dictionary], made: TextMap) -> None:
        """Take the words that others may be made of, folded, by language, and what is made of two terms."""
        self.known, self.made = known, made
        self._parts = {code: _Parts(WORDS[code].joints.split("|"), folded) for code, folded in known.items()}

    @classmethod
    def of(cls, words: Mapping[str, Iterable[str]]) -> "Compounds":
        """Take the articles' words, by language, apart where the language puts words together."""
        joining = {code: list(written) for code, written in words.items() if _joins(code)}
        known = {code: Dictionary.of(filter(_may_be_part, map(fold, w))) for code, w in joining.items()}
        made: defaultdict[str, dict[Term, str]] = defaultdict(dict)
        for code, written in joining.items():
            parts = _Parts(WORDS[code].joints.split("|"), frozenset(known[code]))
            for word in written:
                if made_of := parts.of(word):
                    made[_pair(term(part, code) for part in made_of)].setdefault(term(word, code), word)
        return cls(known, TextMap.of({pair: _BETWEEN.join(wholes.values()) for pair, wholes in made.items()}))

    def made_of(self, one: Sequence[Term], other: Sequence[Term]) -> Iterator[str]:
        """Yield a spelling of each compound of the articles whose parts are words with these terms."""
        if self.made:
            for pair in product(one, other):
                if (wholes := self.made.get(_pair(pair))) is not None:
                    yield from wholes.split(_BETWEEN)

    def of_both(self, first: str, others: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Yield the articles' words that begin with the first word and end with another, with its number.

        The articles need to have neither: "Frist zur Rückgabe" finds "Rückgabefrist".
        """
        lasts = [(n, fold(other)) for n, other in enumerate(others) if _may_be_part(fold(other))]
        for code, known in self.known.items() if lasts and _may_be_part(fold(first)) else ():
            joints = WORDS[code].joints.split("|")
            for begin in dict.fromkeys((fold(first), term(first, code))):
                for whole in islice(known.beginning(begin), LIMITS.looking.compounds):
                    rest = whole.removeprefix(begin)
                    ends = ((n, rest.removesuffix(last)) for n, last in lasts if rest.endswith(last))
                    yield from ((n, whole) for n, joint in ends if joint in joints)

    def parts(self, word: str) -> Iterator[str]:
        """Yield the words of the articles that this one is put together from."""
        for parts in self._parts.values():
            yield from parts.of(word)


class _Parts:
    """The words of a language that others may be made of."""

    def __init__(self, joints: Sequence[str], known: Container[str]) -> None:
        self._joints = sorted(joints, key=len)
        self._known = known

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


def _may_be_part(folded: str) -> bool:
    return len(folded) >= _SHORTEST and folded.isalpha()


def _pair(terms: Iterable[str]) -> str:
    """Return what stands for two terms, in any order."""
    return _BETWEEN.join(sorted(set(terms)))


def _joins(language: str) -> bool:
    return language in WORDS and bool(WORDS[language].joints)
