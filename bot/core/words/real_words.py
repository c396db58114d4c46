"""Real words of the languages: who types one does not mean another that the articles happen to have.

They are kept as the bits of a Bloom filter, in a sixth of the room: it takes each of its words for one, and
three in a thousand others.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.words.terms import fold

_BITS_A_WORD, _PLACES = 12, 8
"""With these, three in a thousand other words are taken for real ones."""


@dataclass(frozen=True, slots=True)
class RealWords:
    """A set of words, in any capitals and accents, that cannot be listed."""

    bits: bytes = b""

    @classmethod
    def of(cls, words: Iterable[str]) -> "RealWords":
        """Keep the words."""
        folded = {fold(word) for word in words if word}
        bits = bytearray(-(-len(folded) * _BITS_A_WORD // 8))
        for word in folded:
            for place in _places(word, 8 * len(bits)):
                bits[place // 8] |= 1 << place % 8
        return cls(bytes(bits))

    def __contains__(self, word: str) -> bool:
        size = 8 * len(self.bits)
        for place in _places(fold(word), size) if size and word else ():
            if not self.bits[place >> 3] >> (place & 7) & 1:
                return False
        return bool(size and word)


NO_WORDS = RealWords()


def _places(word: str, size: int) -> Iterator[int]:
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    first, step = int.from_bytes(digest[:8], "little"), int.from_bytes(digest[8:], "little") | 1
    return ((first + n * step) % size for n in range(_PLACES))
