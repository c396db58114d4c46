"""Hundreds of thousands of strings in two arrays: they take their letters' room and can be mapped.

A string is made when it is asked for, and found by bisection. Any string of Python's can be held.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TypeVar, overload

import numpy as np
import numpy.typing as npt

from bot.basics.limits import LIMITS

Utf8 = npt.NDArray[np.uint8]
Ends = npt.NDArray[np.int64]

_Else = TypeVar("_Else")

_ERRORS = "surrogatepass"
_STEP = 64
"""Strings from one signpost of a dictionary to the next."""
_UNKNOWN = -2
_NOWHERE = -1


class Strings(Sequence[str]):
    """A row of strings. Immutable."""

    def __init__(self, letters: Utf8, ends: Ends) -> None:
        """Take the strings' UTF-8 in one; string ``i`` is from ``ends[i]`` to ``ends[i + 1]``."""
        self.letters, self.ends = letters, ends
        self._letters, self._ends = letters.data, ends.data

    @classmethod
    def of(cls, strings: Iterable[str]) -> "Strings":
        """Lay the strings out, in their order."""
        return cls(*_laid_out(strings))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        """Return the string at a place, or those of a range. Raises IndexError."""
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        return self.encoded(range(len(self))[place]).decode("utf-8", _ERRORS)

    def __iter__(self) -> Iterator[str]:
        """Yield all, in order."""
        letters = self.letters.tobytes()
        return (letters[start:end].decode("utf-8", _ERRORS) for start, end in pairwise(self.ends.tolist()))

    def encoded(self, place: int) -> bytes:
        """Return the string at a place, which is in range, as UTF-8."""
        return bytes(self._letters[self._ends[place] : self._ends[place + 1]])


class Dictionary(Strings):
    """Different strings in the order of their code points, each found in microseconds."""

    def __init__(self, letters: Utf8, ends: Ends) -> None:
        """See ``Strings``."""
        super().__init__(letters, ends)
        self._known: dict[str, int] = {}

    @classmethod
    def of(cls, strings: Iterable[str]) -> "Dictionary":
        """Lay the strings out, each once."""
        return cls(*_laid_out(sorted(set(strings))))

    def __contains__(self, text: object) -> bool:
        """Tell whether it is one of them."""
        return isinstance(text, str) and self.place(text) is not None

    def place(self, text: str) -> int | None:
        """Return where a string stands, None if it is not there."""
        if (found := self._known.get(text, _UNKNOWN)) == _UNKNOWN:
            if len(self._known) > LIMITS.caches.looked_up:
                self._known = {}  # a new one: another thread may be reading the old
            found = self._known[text] = self._look_up(text)
        return None if found == _NOWHERE else found

    def beginning(self, start: str) -> Iterator[str]:
        """Yield those that begin so, in order."""
        wanted = start.encode("utf-8", _ERRORS)
        for place in range(self._first_from(wanted), len(self)):
            if not (found := self.encoded(place)).startswith(wanted):
                return
            yield found.decode("utf-8", _ERRORS)

    def _look_up(self, text: str) -> int:
        wanted = text.encode("utf-8", _ERRORS)
        place = self._first_from(wanted)
        return place if place < len(self) and self.encoded(place) == wanted else _NOWHERE

    def _first_from(self, wanted: bytes) -> int:
        """Return the place of the first string that is not before the wanted one, or how many there are."""
        post = bisect_left(self._signposts, wanted)
        within = range(max(0, post - 1) * _STEP, min(post * _STEP, len(self)))
        return within.start + bisect_left(within, wanted, key=self.encoded)

    @cached_property
    def _signposts(self) -> Sequence[bytes]:
        """Return every so many of the strings, made: fewer have to be for each that is looked up."""
        return [self.encoded(place) for place in range(0, len(self), _STEP)]


class TextMap(Mapping[str, str]):
    """A string for each of some others. Immutable."""

    def __init__(self, keys: Dictionary, values: Strings) -> None:
        """Take what is looked up, and what is found, in the same order."""
        self.names, self.found = keys, values

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> "TextMap":
        """Lay out what stands for what."""
        return cls(Dictionary.of(texts), Strings.of(texts[key] for key in sorted(texts)))

    def __getitem__(self, key: str) -> str:
        """Return what stands for a string. Raises KeyError."""
        if (place := self.names.place(key)) is None:
            raise KeyError(key)
        return self.found[place]

    @overload
    def get(self, key: str, default: None = None, /) -> str | None: ...
    @overload
    def get(self, key: str, default: str, /) -> str: ...
    @overload
    def get(self, key: str, default: _Else, /) -> str | _Else: ...
    def get(self, key: str, default: _Else | None = None, /) -> str | _Else | None:
        """Return what stands for a string, or the default: told without an error, for most have nothing."""
        return default if (place := self.names.place(key)) is None else self.found[place]

    def __contains__(self, key: object) -> bool:
        """Tell whether something stands for it."""
        return key in self.names

    def __iter__(self) -> Iterator[str]:
        """Yield all that something stands for, in order."""
        return iter(self.names)

    def __len__(self) -> int:
        """Return for how many something stands."""
        return len(self.names)


def _laid_out(strings: Iterable[str]) -> tuple[Utf8, Ends]:
    encoded = [text.encode("utf-8", _ERRORS) for text in strings]
    ends = np.fromiter(accumulate(map(len, encoded), initial=0), np.int64, len(encoded) + 1)
    return np.frombuffer(b"".join(encoded), np.uint8), ends
