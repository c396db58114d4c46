"""Likeness of meaning between a question and sentences, by static word vectors."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.core.candidates import Candidate
from bot.core.question import Question

Matrix = npt.NDArray[np.float32]

MEANING = (
    "cosine",
    "cosine_to_best",
    "cosine_passage",
    "meaning",
    "meaning_to_best",
    "meaning_passage",
    "meaning_around",
)


class Vectors(Protocol):
    """Static word vectors."""

    def of_words(self, words: Sequence[str]) -> Matrix:
        """Return one row a word; similar words have similar rows. A row may be all zeros."""
        ...


def meaning(question: Question, found: Sequence[Candidate], vectors: Vectors) -> Matrix:
    """Return one row a candidate, one column a name in ``MEANING``.

    ``cosine`` compares the means of all words; ``meaning`` is the question's mass as covered by the nearest
    word of the sentence, the sentence and its neighbours, or the passage.
    """
    sentences = [[word.lower() for word in candidate.words] for candidate in found]
    numbers = {word: n for n, word in enumerate(dict.fromkeys(w for words in sentences for w in words))}
    if not numbers or not question.words:
        return np.zeros((len(found), len(MEANING)), dtype=np.float32)
    rows = vectors.of_words(list(numbers))
    asked = vectors.of_words([word.surface.lower() for word in question.words])
    places = [[numbers[word] for word in words] for words in sentences]
    cosine = _unit(np.stack([rows[p].sum(axis=0) for p in places])) @ _unit(asked.sum(axis=0))
    near = _nearest(_unit(rows) @ _unit(asked).T, places)
    passages = _passages(found)
    by_passage = np.stack([near[passages == n].max(axis=0) for n in range(passages.max() + 1)])
    weights = np.array([word.weight for word in question.words], dtype=np.float32) / question.mass
    covered = near @ weights
    return np.column_stack(
        [
            cosine,
            cosine - cosine.max(),
            np.stack([cosine[passages == n].max() for n in range(passages.max() + 1)])[passages],
            covered,
            covered - covered.max(),
            (by_passage @ weights)[passages],
            _around(near, passages) @ weights,
        ]
    ).astype(np.float32)


def _nearest(similarity: Matrix, places: Sequence[Sequence[int]]) -> Matrix:
    """Return, a row a sentence, the likeness of its nearest word to each word of the question."""
    nothing = np.zeros(similarity.shape[1], dtype=np.float32)
    return np.stack([similarity[p].max(axis=0) if p else nothing for p in places])


def _passages(found: Sequence[Candidate]) -> npt.NDArray[np.int64]:
    """Return the number of each candidate's passage; candidates stand passage by passage."""
    starts = [n == 0 or found[n].passage is not found[n - 1].passage for n in range(len(found))]
    return np.cumsum(starts) - 1


def _around(near: Matrix, passages: npt.NDArray[np.int64]) -> Matrix:
    """Return the best of each sentence and its neighbours in the passage."""
    around = near.copy()
    same = (passages[1:] == passages[:-1])[:, np.newaxis]
    around[1:] = np.maximum(around[1:], np.where(same, near[:-1], around[1:]))
    around[:-1] = np.maximum(around[:-1], np.where(same, near[1:], around[:-1]))
    return around


def _unit(rows: Matrix) -> Matrix:
    """Return the rows at unit length; a row of zeros stays."""
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.where(length == 0, 1.0, length), dtype=np.float32)
