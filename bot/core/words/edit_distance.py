"""Words that differ by a slip of the fingers, found among hundreds of thousands in milliseconds."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_Bits = npt.NDArray[np.uint64]
_LONGEST = 63
"""Letters of a word that fit into 64 bits beside the carry."""


class _Group(NamedTuple):
    """Words of one length: their letters (place x word), and each word's set of letters as bits."""

    words: list[str]
    letters: npt.NDArray[np.uint32]
    sets: _Bits


class Likeness:
    """Words, findable by edit distance: insertions, deletions, substitutions and swaps of neighbours."""

    def __init__(self, words: Iterable[str]) -> None:
        by_length = groupby(sorted(set(words), key=len), key=len)
        self._groups = {length: _group(list(group)) for length, group in by_length if 0 < length <= _LONGEST}
        letters = (int(group.letters.max()) for group in self._groups.values())
        self._letters = max(letters, default=-1) + 1

    def near(self, word: str, limit: int) -> list[str]:
        """Return the words at the least distance from ``word``, if that is at most ``limit``."""
        if not 0 < len(word) <= _LONGEST:
            return []
        places = _places(word, self._letters)
        found: dict[int, list[str]] = {}
        for length in range(len(word) - limit, len(word) + limit + 1):
            if length in self._groups:
                for distance, other in _near(word, places, self._groups[length], limit):
                    found.setdefault(distance, []).append(other)
        return found[min(found)] if found else []


def _places(word: str, letters: int) -> _Bits:
    """Return, for every letter up to the last one that any word has, its places in the word as bits."""
    places = np.zeros(letters, np.uint64)
    for place, code in enumerate(_codes(word).tolist()):
        if code < letters:  # no word has the others
            places[code] |= np.uint64(1) << np.uint64(place)
    return places


def _near(word: str, places: _Bits, group: _Group, limit: int) -> Iterable[tuple[int, str]]:
    own = np.bitwise_or.reduce(_bits(_codes(word)))
    # An edit changes the set of letters by two at most: counting bits leaves few words to compare.
    alike = np.flatnonzero(np.bitwise_count(group.sets ^ own) <= 2 * limit)
    distances = _distances(len(word), places, group.letters[:, alike])
    close = np.flatnonzero(distances <= limit)
    return [(int(distances[n]), group.words[alike[n]]) for n in close]


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


def _group(words: list[str]) -> _Group:
    letters = _codes("".join(words)).reshape(len(words), -1).T.copy()
    return _Group(words, letters, np.bitwise_or.reduce(_bits(letters), axis=0))


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le"), np.uint32)


def _bits(codes: npt.NDArray[np.uint32]) -> _Bits:
    return np.asarray(np.uint64(1) << (codes & 63).astype(np.uint64))
