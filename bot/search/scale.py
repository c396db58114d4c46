"""What is asked of an encoder once: how large its cosines are, and what people say to each other as vectors.

Encoders differ: one gives unrelated texts .75, another .1. A few pairs of our own tell.
"""

import numpy as np

from bot.core.index.vectors.encoded import Scale
from bot.core.index.vectors.encoder import Encoder, Matrix
from bot.languages.beyond.pairs import PAIRS
from bot.languages.beyond.small_talk import TALK


def scale_of(encoder: Encoder) -> Scale:
    """Return the mean cosines of the pairs and of all other questions and sentences. Raises EncoderError."""
    questions = np.stack([encoder.question(question) for question, _ in PAIRS])
    cosines = questions @ encoder.passages([sentence for _, sentence in PAIRS]).T
    others = cosines[~np.eye(len(PAIRS), dtype=bool)]
    return Scale(unrelated=float(others.mean()), related=float(np.diag(cosines).mean()))


def talk_of(encoder: Encoder) -> Matrix:
    """Return what people say to each other, a row each, encoded as questions are. Raises EncoderError."""
    return np.stack([encoder.question(said) for said in TALK])
