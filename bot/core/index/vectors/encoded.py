"""An edition's sentences as vectors, so that a question finds those that say the same in other words.

Exact search: a question is compared with every sentence. At 384 dimensions 20,000 sentences take about 6 ms.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.core.index.vectors.encoder import Encoder, EncoderError, Matrix
from bot.core.nouns import Passage

Numbers = npt.NDArray[np.int32]
Allowed = npt.NDArray[np.bool_]
LONGEST_ENCODED = 600
"""Code points of a sentence, heading or question that are encoded: more than a sentence has."""
_LONGEST_WHOLE = 1200
"""Code points of a passage under its headings that are encoded: about what encoders read at once."""
SMALL_EDITION = 100
"""Sentences; the smallest editions that were learned from had some 150."""
_BLOCK = 512
"""Rows widened at once: so much stays in the processor's cache."""
_NEAREST = 3
"""What a question is most like, of talk and of sentences: one alone may be like it by chance."""
_MOST = 127
"""The largest number of a vector in eight bits."""


class Scale(NamedTuple):
    """The cosines of a question, by an encoder, with what has nothing to do with it and with an answer."""

    unrelated: float
    related: float

    def closeness(self, cosines: Matrix) -> Matrix:
        """Return cosines of any encoder as 0 for the unrelated, 1 for the related."""
        return np.asarray((cosines - self.unrelated) / max(self.related - self.unrelated, 1e-3), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class SentenceLikeness:
    """How like a question the sentences of an edition are, in standard deviations from the mean of all.

    ``closeness`` tells the same of each sentence by itself (see ``Scale``). ``around`` compares the question
    with each sentence and its neighbours together, ``headings`` with the headings of each passage,
    ``passages`` with each passage whole, under its headings, in deviations from the mean of all passages.
    ``starts`` is that of ``Texts``. ``is_talk`` tells that the question is more like what people say to each
    other than like any of the sentences.
    """

    sentences: Matrix
    closeness: Matrix
    around: Matrix
    headings: Matrix
    passages: Matrix
    starts: Numbers
    is_talk: bool = False

    def best_passages(self, sentences: int, passages: int, allowed: Allowed | None = None) -> list[int]:
        """Return the numbers of the allowed passages that have so many most alike sentences, best first.

        Behind them come so many that are most alike as a whole.
        """
        of_sentence = None if allowed is None else np.repeat(allowed, np.diff(self.starts))
        best = _best(self.sentences + self.around, sentences, of_sentence)
        whole = _best(self.passages, passages, allowed)
        found = [*(np.searchsorted(self.starts, best, side="right") - 1).tolist(), *whole.tolist()]
        return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """What is encoded of an edition.

    ``sentences`` are all sentences with their lead-ins, ``starts`` the number of each passage's first one and
    the count of all. ``headings`` are all different headings, ``heading`` the number of each passage's.
    ``passages`` are all passages, each under its headings.
    """

    sentences: Sequence[str]
    starts: Numbers
    headings: Sequence[str]
    heading: Numbers
    passages: Sequence[str]

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> "Texts":
        """Return what is encoded of these passages."""
        sentences, starts, headings, whole = list[str](), [0], list[str](), list[str]()
        for passage in passages:
            sentences.extend(_told(passage))
            starts.append(len(sentences))
            headings.append(_headings(passage))
            whole.append(f"{headings[-1]}\n{passage.span.of(passage.article.text)}"[:_LONGEST_WHOLE])
        numbers = {text: number for number, text in enumerate(dict.fromkeys(headings))}
        return cls(
            sentences,
            np.array(starts, np.int32),
            list(numbers),
            np.array([numbers[text] for text in headings], np.int32),
            whole,
        )

    @property
    def all(self) -> Sequence[str]:
        """The sentences, the headings, the passages: in the order of an ``Encoded``'s rows."""
        return [*self.sentences, *self.headings, *self.passages]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The vectors of ``Texts``, in the order of ``Texts.all``, in eight bits: ``codes`` times ``factors``.

    That changes a cosine by a thousandth or two; half floats are widened six times as slowly. ``lengths`` are
    those of the sums of each sentence's vector and its neighbours'. ``talk`` has the vectors of what people
    say to each other. The arrays may be mapped files: nothing is written to them.
    """

    codes: npt.NDArray[np.int8]
    factors: Matrix
    starts: Numbers
    heading: Numbers
    lengths: Matrix
    scale: Scale
    talk: Matrix

    @classmethod
    def of(
        cls, texts: Texts, rows: npt.NDArray[np.float16], scale: Scale, talk: Matrix | None = None
    ) -> "Table":
        """Lay the vectors of the texts out. Raises ValueError if their number differs."""
        if len(rows) != len(texts.all):
            raise ValueError(f"{len(rows)} vectors for {len(texts.all)} texts")
        factors = np.abs(rows).max(axis=1, initial=0).astype(np.float32) / _MOST
        codes = np.empty(rows.shape, np.int8)
        for start in range(0, len(rows), _BLOCK):
            some = slice(start, start + _BLOCK)
            wide = rows[some] / np.maximum(factors[some], 1e-9)[:, np.newaxis]
            codes[some] = np.rint(wide)
        lengths = _lengths_around(rows, texts.starts)
        talk = np.empty((0, rows.shape[1]), np.float32) if talk is None else talk
        return cls(codes, factors, texts.starts, texts.heading, lengths, scale, talk)

    def part(self, passages: Sequence[int]) -> "Table":
        """Return the table of these passages alone, by their numbers, in order."""
        kept, starts = np.array(passages, np.intp), self.starts
        rows = np.array([n for p in kept for n in range(starts[p], starts[p + 1])], np.intp)
        headings, heading = np.unique(self.heading[kept], return_inverse=True)
        whole = kept + len(self.codes) - len(self.heading)
        taken = np.concatenate([rows, headings + len(self.lengths), whole])
        return Table(
            self.codes[taken],
            self.factors[taken],
            np.concatenate([[0], np.cumsum(np.diff(starts)[kept])]).astype(np.int32),
            heading.astype(np.int32),
            self.lengths[rows],
            self.scale,
            self.talk,
        )


class Encoded:
    """An edition's sentences as vectors, with the encoder that made them. Immutable."""

    def __init__(self, encoder: Encoder, table: Table) -> None:
        """Keep the vectors, which this encoder made."""
        self.encoder = encoder
        self.table = table

    def part(self, passages: Sequence[int]) -> "Encoded":
        """Return what is encoded of these passages alone, by their numbers, in order."""
        return Encoded(self.encoder, self.table.part(passages))

    @property
    def is_small(self) -> bool:
        """Tell whether there are so few sentences that deviations from their mean say little."""
        return len(self.table.lengths) < SMALL_EDITION

    def likeness(self, question: str) -> SentenceLikeness | None:
        """Return how like a question every sentence is; None where the encoder fails or there is none."""
        table = self.table
        if not len(table.lengths):
            return None
        try:
            vector = self.encoder.question(question[:LONGEST_ENCODED])
        except EncoderError:
            return None
        cosines = self._cosines(vector)
        each, headings, passages = np.split(cosines, [len(table.lengths), len(cosines) - len(table.heading)])
        around = _sums_around(each, table.starts) / table.lengths
        return SentenceLikeness(
            _standard(each, each),
            table.scale.closeness(each),
            _standard(around, around),
            _standard(headings, each)[table.heading],
            _standard(passages, passages),
            table.starts,
            is_talk=bool(len(table.talk)) and _nearest(table.talk @ vector) > _nearest(each),
        )

    def _cosines(self, vector: Matrix) -> Matrix:
        """Return the cosine of each row, widened block by block."""
        codes = self.table.codes
        found = np.empty(len(codes), np.float32)
        for start in range(0, len(found), _BLOCK):
            block = codes[start : start + _BLOCK].astype(np.float32)
            found[start : start + _BLOCK] = np.vecdot(block, vector)
        return np.asarray(found * self.table.factors, np.float32)


def _nearest(cosines: Matrix) -> float:
    """Return the mean of the highest few."""
    return float(np.sort(cosines)[-_NEAREST:].mean())


def _best(scores: Matrix, count: int, allowed: Allowed | None) -> Numbers:
    """Return where the ``count`` highest scores stand that are allowed, highest first."""
    scores = scores if allowed is None else np.where(allowed, scores, -np.inf)
    count = min(count, int(np.isfinite(scores).sum()))
    best = np.argpartition(-scores, count - 1)[:count] if count else np.empty(0, np.intp)
    return np.asarray(best[np.lexsort((best, -scores[best]))], np.int32)


def _told(passage: Passage) -> Iterator[str]:
    text = passage.article.text
    for number, span in enumerate(passage.sentences):
        yield "\n".join(part.of(text) for part in (*passage.above(number), span))[:LONGEST_ENCODED]


def _headings(passage: Passage) -> str:
    sections = (section.of(passage.article.text) for section in passage.sections)
    return "\n".join((passage.article.title, *sections))[:LONGEST_ENCODED]


def _sums_around(each: npt.NDArray[np.float32], starts: Numbers) -> npt.NDArray[np.float32]:
    """Return the sum of each row and its neighbours in the same passage; the first axis tells the rows."""
    inner = np.ones(len(each) + 1, np.bool_)
    inner[starts] = False
    inner = inner[1:-1].reshape(-1, *[1] * (each.ndim - 1))
    sums = each.copy()
    sums[1:] += np.where(inner, each[:-1], 0)
    sums[:-1] += np.where(inner, each[1:], 0)
    return sums


def _lengths_around(rows: npt.NDArray[np.float16], starts: Numbers) -> Matrix:
    """Return the length of the sum of each sentence's vector and its neighbours'."""
    lengths = np.empty(int(starts[-1]), np.float32)
    first = 0
    while first < len(starts) - 1:  # whole passages, about a block of sentences at a time
        last = max(first + 1, int(np.searchsorted(starts, starts[first] + _BLOCK, side="right")) - 1)
        begin, end = int(starts[first]), int(starts[last])
        block = rows[begin:end].astype(np.float32)
        lengths[begin:end] = np.linalg.norm(_sums_around(block, starts[first : last + 1] - begin), axis=1)
        first = last
    return np.maximum(lengths, 1e-6)


def _standard(values: Matrix, of: Matrix) -> Matrix:
    """Return the values as standard deviations from the mean of others."""
    return np.asarray((values - of.mean()) / max(float(of.std()), 1e-6), np.float32)
