"""SentenceLikeness of meaning between a question and sentences, by static word vectors."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain

import numpy as np
import numpy.typing as npt

from bot.core.asking.question import Question
from bot.core.choosing.candidates import Candidate
from bot.core.index.vectors.encoder import Matrix, Vectors, unit
from bot.core.words.terms import fold

MEANING = (
    "cosine",
    "cosine_to_best",
    "cosine_passage",
    "meaning",
    "meaning_to_best",
    "meaning_passage",
    "meaning_around",
    "meaning_worst",
    "meaning_worst_passage",
    "meaning_head",
    "meaning_head_passage",
)


def meaning(question: Question, found: Sequence[Candidate], vectors: Vectors) -> Matrix:
    """Return one row a candidate (at least one), one column a name in ``MEANING``.

    ``cosine`` compares the sums of all words' vectors; ``meaning`` is the question's mass as covered by the
    nearest word of the sentence, the sentence and its neighbours, or the passage with its headings; ``worst``
    is the question's word that is covered least, ``head`` the one that it asks about (the mean of all where
    there is none).
    """
    passages, firsts = _passages(found)
    sentences = [candidate.sentence.words or [""] for candidate in found]
    headings = [found[n].heading.words or [""] for n in firsts]
    numbers = {word: n for n, word in enumerate(dict.fromkeys(chain(*sentences, *headings)))}
    rows = vectors.of_words(list(map(str.lower, numbers)))
    asked = vectors.of_words([word.spelling.lower() for word in question.words])
    places = np.array([numbers[word] for word in chain.from_iterable(sentences)])
    starts = np.array([0, *accumulate(map(len, sentences))])[:-1]

    cosine = unit(np.add.reduceat(rows[places], starts)) @ unit(asked.sum(axis=0))
    # Not a matrix product: BLAS shares it out to threads, for which a busy machine makes it wait 16 ms.
    # Rounded, so that a word is like itself by exactly 1 on every machine: trees split there.
    cosines = np.vecdot(unit(rows)[:, np.newaxis], unit(asked)).round(4)
    _liken_spellings(cosines, numbers, question)
    near = np.maximum.reduceat(cosines[places], starts)
    near_heading = np.array([cosines[[numbers[word] for word in words]].max(axis=0) for words in headings])
    near_passage = np.maximum(np.maximum.reduceat(near, firsts), near_heading)
    around = _around(near, passages)
    around[firsts] = np.maximum(around[firsts], near_heading)
    weights = np.array([word.weight for word in question.words], dtype=np.float32) / question.mass
    covered = near @ weights
    return np.column_stack(
        [
            cosine,
            cosine - cosine.max(),
            np.maximum.reduceat(cosine, firsts)[passages],
            covered,
            covered - covered.max(),
            (near_passage @ weights)[passages],
            around @ weights,
            near.min(axis=1),
            near_passage.min(axis=1)[passages],
            _head(near, question.head),
            _head(near_passage, question.head)[passages],
        ]
    ).astype(np.float32)


def _liken_spellings(cosines: Matrix, numbers: Mapping[str, int], question: Question) -> None:
    """Make words fully like those that only differ by accents, ё and the like: vectors do not know."""
    asked = [fold(word.spelling) for word in question.words]
    for word in [word for word in numbers if not word.isascii()]:
        if (folded := fold(word.lower())) in asked:
            cosines[numbers[word], [spelling == folded for spelling in asked]] = 1.0


def _passages(found: Sequence[Candidate]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the number of each candidate's passage, and the first candidate of each passage."""
    begins = [n == 0 or found[n].passage is not found[n - 1].passage for n in range(len(found))]
    return np.cumsum(begins) - 1, np.flatnonzero(begins)


def _head(near: Matrix, head: int | None) -> Matrix:
    return near.mean(axis=1) if head is None else near[:, head]


def _around(near: Matrix, passages: npt.NDArray[np.int64]) -> Matrix:
    """Return the best of each sentence and its neighbours in the passage."""
    around = near.copy()
    same = (passages[1:] == passages[:-1])[:, np.newaxis]
    around[1:] = np.maximum(around[1:], np.where(same, near[:-1], around[1:]))
    around[:-1] = np.maximum(around[:-1], np.where(same, near[1:], around[:-1]))
    return around
