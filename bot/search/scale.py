"""How large an encoder's cosines are: of a question and its answer, and of texts that have nothing in common.

Encoders differ: one gives unrelated texts .75, another .1. A few pairs of our own tell, once an encoder.
"""

import numpy as np

from bot.core.index.vectors.encoded import Scale
from bot.core.index.vectors.encoder import Encoder
from bot.languages.beyond.pairs import PAIRS


def scale_of(encoder: Encoder) -> Scale:
    """Return the mean cosines of the pairs and of all other questions and sentences. Raises EncoderError."""
    questions = np.stack([encoder.question(question) for question, _ in PAIRS])
    cosines = questions @ encoder.passages([sentence for _, sentence in PAIRS]).T
    others = cosines[~np.eye(len(PAIRS), dtype=bool)]
    return Scale(unrelated=float(others.mean()), related=float(np.diag(cosines).mean()))
