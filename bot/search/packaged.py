"""Static word vectors: the files that the package wordllama carries, read without its code.

Its import alone, which brings a client for downloads, took twice as long as a whole answer.
"""

import json
import os
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.basics.limits import LIMITS
from bot.core.index.vectors.encoder import Matrix, Vectors

_TOKENIZER = "tokenizers/l2_supercat_tokenizer_config.json"
_WEIGHTS = "weights/l2_supercat_256.safetensors"


class WordLlamaVectors:
    """The vectors that wordllama carries (256 dimensions, English mostly); looked up once a word."""

    def __init__(self) -> None:
        """Load the vectors. Raises ImportError where the package is not installed."""
        # For single words the tokenizer's threads cost more than they save: 6 ms a batch instead of 3.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        import tokenizers  # noqa: PLC0415 - an extra

        folder = _folder()
        self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / _TOKENIZER))
        self._tokens = _mapped(folder / _WEIGHTS)
        self._rows: dict[str, Matrix] = {}
        self.is_word = lru_cache(LIMITS.caches.vectors)(self._is_word)

    def of_words(self, words: Sequence[str]) -> Matrix:
        """Return one row of 256 numbers a word."""
        rows = self._rows
        if len(rows) > LIMITS.caches.vectors:
            rows = self._rows = {}  # a new one: another thread may be reading the old
        new = [word for word in dict.fromkeys(words) if word not in rows]
        if new:
            rows.update(zip(new, map(self._mean, self._pieces(new)), strict=True))
        return np.concatenate([rows[word] for word in words]).reshape(len(words), -1)

    def _pieces(self, words: list[str]) -> list[list[int]]:
        return [piece.ids for piece in self._tokenizer.encode_batch(words, add_special_tokens=False)]

    def _mean(self, pieces: list[int]) -> Matrix:
        """Return the mean of a word's pieces, zeros where it has none."""
        tokens = np.asarray(self._tokens[pieces], np.float32)
        return np.asarray(tokens.sum(axis=0) / max(len(pieces), 1), np.float32)

    def _is_word(self, word: str) -> bool:
        return len(self._pieces([word])[0]) == 1


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


def _mapped(file: Path) -> npt.NDArray[np.float16]:
    """Return the only array of a file of safetensors, mapped: what no word asks for takes no memory.

    Such a file is eight bytes of length, so many bytes of JSON that tell type, shape and place, and numbers.
    """
    with file.open("rb") as read:
        length = int.from_bytes(read.read(8), "little")
        (told,) = json.loads(read.read(length)).values()
    return np.memmap(file, np.float16, "r", 8 + length + told["data_offsets"][0], tuple(told["shape"]))
