"""Words that differ by a slip of the fingers, found among hundreds of thousands in milliseconds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_Bits = npt.NDArray[np.uint64]
_LONGEST = 63
"""Letters of a word that fit into 64 bits beside the carry."""


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """Words by length: those of ``n`` letters are from ``starts[n]`` up to ``starts[n + 1]``.

    ``places`` tells where each stands in a row of words, ``sets`` are its letters as bits. ``codes`` holds,
    for each length, all first letters, all second ones, and so on.
    """

    starts: npt.NDArray[np.int64]
    places: npt.NDArray[np.int32]
    sets: _Bits
    codes: npt.NDArray[np.uint32]

    @classmethod
    def of(cls, words: Sequence[str], shortest: int) -> "Letters":
        """Lay out the words that have at least ``shortest`` letters, and no more than can be compared."""
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        fitting = np.flatnonzero((lengths >= shortest) & (lengths <= _LONGEST))
        places = fitting[np.argsort(lengths[fitting], kind="stable")].astype(np.int32)
        starts = np.searchsorted(lengths[places], np.arange(_LONGEST + 2))
        groups = [_codes_of([words[int(n)] for n in places[a:b]]) for a, b in pairwise(starts.tolist())]
        sets = [np.bitwise_or.reduce(_bits(group), axis=0) for group in groups if len(group)]
        return cls(
            starts,
            places,
            np.concatenate([np.empty(0, np.uint64), *sets]),
            np.concatenate([np.empty(0, np.uint32), *(group.ravel() for group in groups)]),
        )

    def group(self, length: int) -> "_Group":
        """Return the words of a length."""
        start, end = self.starts[length : length + 2].tolist()
        before = int(np.arange(length) @ np.diff(self.starts[: length + 1]))
        codes = self.codes[before : before + length * (end - start)].reshape(length, -1)
        return _Group(self.places[start:end], codes, self.sets[start:end])


class _Group(NamedTuple):
    """Words of one length: where they stand, their letters (place x word), and each one's as bits."""

    places: npt.NDArray[np.int32]
    letters: npt.NDArray[np.uint32]
    sets: _Bits


class Likeness:
    """Words, findable by edit distance: insertions, deletions, substitutions and swaps of neighbours."""

    def __init__(self, words: Sequence[str], letters: Letters | None = None, shortest: int = 1) -> None:
        """Take a row of different words, and their letters if they are laid out; shorter words are left."""
        self._words = words
        self.letters = letters or Letters.of(words, shortest)

    @cached_property
    def _codes(self) -> int:
        """How many codes of letters there are up to the last one that any word has."""
        codes = self.letters.codes
        return int(codes.max()) + 1 if codes.size else 0

    def near(self, word: str, limit: int) -> list[str]:
        """Return the words at the least distance from ``word``, if that is at most ``limit``."""
        if not 0 < len(word) <= _LONGEST:
            return []
        places = _places(word, self._codes)
        found: dict[int, list[str]] = {}
        for length in range(max(len(word) - limit, 1), min(len(word) + limit, _LONGEST) + 1):
            group = self.letters.group(length)
            if len(group.places):
                for distance, place in _near(word, places, group, limit):
                    found.setdefault(distance, []).append(self._words[place])
        return found[min(found)] if found else []


def _places(word: str, letters: int) -> _Bits:
    """Return, for every letter up to the last one that any word has, its places in the word as bits."""
    places = np.zeros(letters, np.uint64)
    for place, code in enumerate(_codes(word).tolist()):
        if code < letters:  # no word has the others
            places[code] |= np.uint64(1) << np.uint64(place)
    return places


def _near(word: str, places: _Bits, group: _Group, limit: int) -> Iterable[tuple[int, int]]:
    own = np.bitwise_or.reduce(_bits(_codes(word)))
    # An edit changes the set of letters by two at most: counting bits leaves few words to compare.
    alike = np.flatnonzero(np.bitwise_count(group.sets ^ own) <= 2 * limit)
    distances = _distances(len(word), places, group.letters[:, alike])
    close = np.flatnonzero(distances <= limit)
    return [(int(distances[n]), int(group.places[alike[n]])) for n in close]


def _distances(length: int, places: _Bits, letters: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """Return the optimal string alignment distance of a word to each of many, given by their letters.

    Hyyrö's bit-parallel algorithm (2003): a column of the dynamic programme is a number's bits.
    """
    one = np.uint64(1)
    last = np.uint64(length - 1)
    distances = np.full(letters.shape[1], length, np.int64)
    rises = np.full_like(distances, -1).astype(np.uint64)
    falls = matched_before = diagonal = np.zeros_like(rises)
    for row in letters:
        matched = places[row]
        swapped = ((~diagonal & matched) << one) & matched_before
        diagonal = (((matched & rises) + rises) ^ rises) | matched | falls | swapped
        up, down = falls | ~(diagonal | rises), diagonal & rises
        distances += ((up >> last) & one).astype(np.int64) - ((down >> last) & one).astype(np.int64)
        up, down = (up << one) | one, down << one
        rises, falls = down | ~(diagonal | up), up & diagonal
        matched_before = matched
    return distances


def _codes_of(words: list[str]) -> npt.NDArray[np.uint32]:
    """Return the letters of words of one length, place x word."""
    return _codes("".join(words)).reshape(len(words), -1).T if words else np.empty((0, 0), np.uint32)


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le"), np.uint32)


def _bits(codes: npt.NDArray[np.uint32]) -> _Bits:
    return np.asarray(np.uint64(1) << (codes & 63).astype(np.uint64))
