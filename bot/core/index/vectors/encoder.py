"""What the core asks of vectors of words and of sentences; where they come from is others' business."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
"""Rows of vectors; a single vector has one dimension."""


class EncoderError(Exception):
    """An encoder cannot tell now: what asked goes on by words."""


class Encoder(Protocol):
    """Turns texts into vectors whose cosines tell how like their meanings are, whatever their words."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    @property
    def revision(self) -> str:
        """What changes whenever the same text may get another vector; fit for a folder's name."""
        ...

    @property
    def sends_to(self) -> str:
        """The host that texts are sent to, empty where they stay on this machine."""
        ...

    def passages(self, texts: Sequence[str]) -> Matrix:
        """Return one row of unit length for each text of an article. Raises EncoderError."""
        ...

    def question(self, text: str) -> Matrix:
        """Return a question's vector, of unit length. Raises EncoderError."""
        ...


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
