"""SentenceLikeness of meaning between a question and whole sentences, by an encoder of texts."""

from collections.abc import Sequence

import numpy as np

from bot.core.choosing.candidates import Candidate
from bot.core.index.vectors.encoded import SentenceLikeness
from bot.core.index.vectors.encoder import Matrix

SENSE = (
    "sense",
    "sense_around",
    "sense_passage",
    "sense_heading",
    "sense_rank",
    "closeness",
    "sense_whole",
)


def sense(found: Sequence[Candidate], likeness: SentenceLikeness) -> Matrix:
    """Return one row a candidate (at least one), one column a name in ``SENSE``.

    ``sense`` is in standard deviations from the mean of the edition's sentences, so that encoders whose
    cosines differ in size tell the same; ``rank`` is the logarithm of the place among the candidates.
    ``closeness`` is what ``Scale`` makes of the cosine; ``sense_whole`` is that of the passage under its
    headings, by itself.
    """
    places = np.array([candidate.place for candidate in found])
    numbers = likeness.starts[places] + np.array([candidate.number for candidate in found])
    each, around = likeness.sentences[numbers], likeness.around[numbers]
    both = each + around
    closeness = likeness.closeness[numbers]
    rank = np.empty(len(found))
    rank[np.argsort(-both, kind="stable")] = np.log1p(np.arange(len(found)))
    best = {place: both[places == place].max() / 2 for place in set(places.tolist())}
    return np.column_stack(
        [
            each,
            around,
            [best[place] for place in places.tolist()],
            likeness.headings[places],
            rank,
            closeness,
            likeness.passages[places],
        ]
    ).astype(np.float32)
