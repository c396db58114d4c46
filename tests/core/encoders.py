"""An encoder for tests: words of one sense have one direction, so that texts are alike that share senses."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bot.core.index.edition import Edition
from bot.core.index.vectors.encoded import Encoded, Scale, Table, Texts
from bot.core.index.vectors.encoder import EncoderError, Matrix, unit
from bot.core.words.tokens import word_texts

SENSES = {"cops": "police", "officers": "police", "полиция": "police", "wage": "salary", "pay": "salary"}
WIDTH = 64


class SenseEncoder:
    """Deterministic and fast; ``fails`` makes it fail, ``asked`` holds what it has encoded."""

    name = "senses"
    sends_to = ""

    def __init__(self, revision: str = "senses-1") -> None:
        self.revision = revision
        self.fails = False
        self.asked: list[str] = []

    def passages(self, texts: Sequence[str]) -> Matrix:
        if self.fails:
            raise EncoderError("senses: asleep")
        self.asked.extend(texts)
        return np.array([_vector(text) for text in texts], np.float32).reshape(len(texts), WIDTH)

    def question(self, text: str) -> Matrix:
        if self.fails:
            raise EncoderError("senses: asleep")
        return _vector(text)


def encoded(edition: Edition) -> Edition:
    """Return the edition with the vectors of its sentences."""
    texts, encoder = Texts.of(edition.passages), SenseEncoder()
    table = Table.of(texts, encoder.passages(texts.all).astype(np.float16), Scale(0, 1))
    return replace(edition, encoded=Encoded(encoder, table))


def _vector(text: str) -> Matrix:
    row = np.full(WIDTH, 0.01, np.float32)
    for word in word_texts(text.lower()):
        sense = SENSES.get(word, word)
        row += np.random.default_rng(list(sense.encode())).standard_normal(WIDTH).astype(np.float32)
    return unit(row)
