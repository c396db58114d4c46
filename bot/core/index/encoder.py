"""What the core asks of word vectors; where they come from is the library's business."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]


class Vectors(Protocol):
    """Static word vectors."""

    def of_words(self, words: Sequence[str]) -> Matrix:
        """Return one row a word; similar words have similar rows. A row may be all zeros."""
        ...

    def is_word(self, word: str) -> bool:
        """Tell whether it is very likely a common word of some language; False says nothing."""
        ...


def unit(rows: Matrix) -> Matrix:
    """Return the rows at unit length; a row of zeros stays."""
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.where(length == 0, 1.0, length), dtype=np.float32)
