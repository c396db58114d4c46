"""Static word vectors: the files that the package wordllama carries, read without its code.

Its import alone, which brings a client for downloads, took twice as long as a whole answer, and the library
that reads its tokenizer holds four times the memory that single words need.
"""

import json
import mmap
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise, zip_longest
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt

from bot.basics.limits import LIMITS
from bot.core.index.vectors.encoder import Matrix, Vectors

_TOKENIZER = "tokenizers/l2_supercat_tokenizer_config.json"
_WEIGHTS = "weights/l2_supercat_256.safetensors"
_BEGINS = "\u2581"
"""What the vocabulary writes for a blank, which stands before each word."""
_LONGEST = 64
"""Signs of a word that are looked at: joining them takes time in proportion to their square."""
_NO_PIECE = 1 << 30
"""Above the number of every piece."""


class WordPieces:
    """Cuts a word into the pieces of a vocabulary that is numbered by how early its pieces are joined."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Take a vocabulary of byte-pair encoding that holds every byte as ``<0x00>`` to ``<0xFF>``."""
        self._numbers = vocabulary

    def of(self, word: str) -> list[int]:
        """Return the numbers of a word's pieces, of its first 64 signs where it is longer."""
        if not word:
            return []
        parts = list(_BEGINS + word[:_LONGEST].replace(" ", _BEGINS))
        joined = [self._joined(first, second) for first, second in pairwise(parts)]
        while joined and (earliest := min(joined)) != _NO_PIECE:
            place = joined.index(earliest)
            parts[place : place + 2] = [parts[place] + parts[place + 1]]
            del joined[place]
            for beside in range(max(0, place - 1), min(place + 1, len(joined))):
                joined[beside] = self._joined(parts[beside], parts[beside + 1])
        return [number for part in parts for number in self._known(part)]

    def _joined(self, first: str, second: str) -> int:
        return self._numbers.get(first + second, _NO_PIECE)

    def _known(self, part: str) -> list[int]:
        number = self._numbers.get(part)
        return (
            [number] if number is not None else [self._numbers[f"<0x{byte:02X}>"] for byte in part.encode()]
        )


class WordLlamaVectors:
    """The vectors that wordllama carries (256 dimensions, English mostly); looked up once a word."""

    def __init__(self) -> None:
        """Load the vectors. Raises ImportError where the package is not installed."""
        folder = _folder()
        self._pieces = WordPieces(_vocabulary(folder / _TOKENIZER))
        self._map, self._tokens = _mapped(folder / _WEIGHTS)
        self._lock = Lock()
        self._places: dict[str, int] = {}
        self._rows = np.empty((LIMITS.caches.vectors, self._tokens.shape[1]), np.float32)  # no memory yet
        self.is_word = lru_cache(LIMITS.caches.vectors)(self._is_word)

    def of_words(self, words: Sequence[str]) -> Matrix:
        """Return one row of 256 numbers a word."""
        with self._lock:
            new = self._unknown(words)
            if len(self._places) + len(new) > len(self._rows):
                self._places = {}
                new = self._unknown(words)
            if len(new) > len(self._rows):
                return self._means(words)
            if new:
                known = len(self._places)
                self._rows[known : known + len(new)] = self._means(new)
                self._places.update(zip(new, range(known, known + len(new)), strict=True))
            return self._rows[[self._places[word] for word in words]]

    def _unknown(self, words: Sequence[str]) -> list[str]:
        return [word for word in dict.fromkeys(words) if word not in self._places]

    def _means(self, words: Sequence[str]) -> Matrix:
        """Return the mean of each word's pieces, zeros where it has none."""
        pieces = [self._pieces.of(word) for word in words]
        means = np.zeros((len(words), self._tokens.shape[1]), np.float32)
        counts = np.fromiter(map(len, pieces), np.int64, len(pieces))
        for place, nth in enumerate(zip_longest(*pieces, fillvalue=0)):  # added in order, as sums round
            having = np.flatnonzero(counts > place)
            means[having] += self._tokens[np.array(nth)[having]]
        means /= np.maximum(counts, 1)[:, np.newaxis].astype(np.float32)
        self._map.madvise(mmap.MADV_DONTNEED)  # what was read is kept as rows; its pages need not be ours
        return means

    def _is_word(self, word: str) -> bool:
        return len(self._pieces.of(word)) == 1


def load_vectors() -> Vectors | None:
    """Return the word vectors, None where they are not installed."""
    try:
        return WordLlamaVectors()
    except ImportError:
        return None


def _folder() -> Path:
    """Return where the package lies, without importing it. Raises ImportError where it is not installed."""
    found = find_spec("wordllama")
    if found is None or found.origin is None:
        raise ImportError("wordllama is not installed")
    return Path(found.origin).parent


def _vocabulary(file: Path) -> dict[str, int]:
    """Return the pieces of a tokenizer with their numbers; most of its file is not parsed."""
    text = file.read_text("utf-8")
    found: dict[str, int]
    found, _ = json.JSONDecoder().raw_decode(text, text.index("{", text.index('"vocab"')))
    return found


def _mapped(file: Path) -> tuple[mmap.mmap, npt.NDArray[np.float16]]:
    """Return the only array of a file of safetensors, mapped: what no word asks for takes no memory.

    Such a file is eight bytes of length, so many bytes of JSON that tell type, shape and place, and numbers.
    """
    with file.open("rb") as read:
        whole = mmap.mmap(read.fileno(), 0, access=mmap.ACCESS_READ)
    length = int.from_bytes(whole[:8], "little")
    (told,) = json.loads(whole[8 : 8 + length]).values()
    rows, columns = told["shape"]
    numbers = np.frombuffer(whole, np.float16, rows * columns, 8 + length + told["data_offsets"][0])
    return whole, numbers.reshape(rows, columns)
