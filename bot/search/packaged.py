"""Static word vectors from the package wordllama; its only importer."""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from bot.basics.limits import LIMITS
from bot.core.vectors.encoder import Matrix, Vectors


class WordLlamaVectors:
    """The vectors that wordllama carries (256 dimensions, English mostly); looked up once a word."""

    def __init__(self) -> None:
        """Load the vectors. Raises ImportError where the package is not installed."""
        # For single words the tokenizer's threads cost more than they save: 6 ms a batch instead of 3.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        import wordllama  # noqa: PLC0415 - 0.4 s

        # Its loader looks for the bundled tokenizer only in the cache folder: so that is the package's own.
        self._model = wordllama.WordLlama.load(
            cache_dir=Path(wordllama.__file__).parent, disable_download=True
        )
        self._rows: dict[str, Matrix] = {}
        self.is_word = lru_cache(LIMITS.caches.vectors)(self._is_word)

    def of_words(self, words: Sequence[str]) -> Matrix:
        """Return one row of 256 numbers a word."""
        rows = self._rows
        if len(rows) > LIMITS.caches.vectors:
            rows = self._rows = {}  # a new one: another thread may be reading the old
        new = [word for word in dict.fromkeys(words) if word not in rows]
        if new:
            rows.update(zip(new, np.asarray(self._model.embed(new, norm=False), np.float32), strict=True))
        return np.stack([rows[word] for word in words])

    def _is_word(self, word: str) -> bool:
        return len(self._model.tokenizer.encode(word, add_special_tokens=False).ids) == 1


def load_vectors() -> Vectors | None:
    """Return the word vectors, None where they are not installed."""
    try:
        return WordLlamaVectors()
    except ImportError:
        return None
