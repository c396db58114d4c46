"""How sure we are: does the edition cover the question, and does the first quote answer it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.core.asking.question import Question
from bot.core.choosing.features import IN_ANY_LANGUAGE, names_of
from bot.core.choosing.selection import Ranked
from bot.core.choosing.sense import SENSE
from bot.core.choosing.trees import Trees
from bot.core.index.vectors.encoder import Matrix
from bot.languages.language import Asked

_Places = npt.NDArray[np.intp]

ASKED = tuple(f"asked_{asked.value}" for asked in Asked)
"""What kind of fact is asked for: of those that articles leave out more are numbers and names."""
OF_FIRST = (
    "passage_bm25",
    "sentence_bm25",
    "coverage",
    "coverage_passage",
    "coverage_around",
    "coverage_by_count",
    "names",
    "names_missing",
    "names_missing_in_passage",
    "rarest_in_passage",
    "fits",
    "fits_around",
    "head",
    "head_to_fact",
    "match_to_fact",
    "introduces",
    "words",
    "density",
    "meaning",
    "meaning_around",
    "meaning_passage",
    "meaning_worst",
    "meaning_worst_passage",
    "meaning_head",
    "meaning_head_passage",
    "cosine",
    "cosine_passage",
    "sense",
    "sense_around",
    "sense_passage",
    "sense_heading",
    "sense_rank",
    "closeness",
    "sense_whole",
    *ASKED,
)
"""Features of the first sentence that tell how sure to be, and of what is asked."""
OF_ANY = ("passage_bm25", "coverage", "coverage_passage", "cosine", "meaning", "meaning_passage")
"""Features whose highest value tells it, among all candidates whose passage has a word of the question: one
that was found by a word of like meaning alone proves nothing about the subject."""
OF_ALL = ("sense", "sense_around", "closeness", "sense_whole")
"""Features whose highest value tells it, among all candidates."""
AHEAD = tuple(f"{name}_ahead" for name in OF_ALL)
"""By how much the first sentence or a neighbour of it has more of these than any of its rivals."""
OTHERS = ("score", "lead", "share", "known")
"""The ranker's score of the first sentence; by how much the third is worse; the share that it and its
neighbours have of what their scores and its rivals' promise (exponentials); and the share of the question's
mass that the edition's vocabulary has."""
RIVALS = 10
"""Best candidates behind the first sentence that are no neighbours of it: all together, of which a larger
edition has more, told less."""


OF_TOPIC = frozenset(
    {
        *(f"best_{name}" for name in (*OF_ANY, *OF_ALL)),
        "coverage_by_count",
        "names_missing_in_passage",
        "known",
    }
)
"""Signals that tell whether the edition is about the question at all, where there is no encoder: the others
made this judgement depend on how questions happen to be worded. With an encoder, on sets held out, all of
them refuse 72.0 % of what has no answer, and these 70.9 %, where as many are answered."""


def signal_names(columns: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the signals where the features have these names."""
    first = [name for name in OF_FIRST if name in columns]
    best = [f"best_{name}" for name in (*OF_ANY, *OF_ALL) if name in columns]
    ahead = [name for of, name in zip(OF_ALL, AHEAD, strict=True) if of in columns]
    return (*first, *best, *ahead, *OTHERS)


def topic_names(columns: Sequence[str]) -> frozenset[str]:
    """Return the names of the signals that tell, of features with these names, whether there is an answer."""
    return frozenset(signal_names(columns)) - {*ASKED} if set(SENSE) <= set(columns) else OF_TOPIC


def in_any_language(columns: Sequence[str]) -> frozenset[str]:
    """Return the names of the signals that tell the same whatever language the question is in."""
    of_words = {"known", *(f"best_{name}" for name in OF_ANY)}
    told = {*IN_ANY_LANGUAGE, *(f"best_{name}" for name in OF_ALL), *AHEAD, *OTHERS}
    return frozenset(name for name in signal_names(columns) if name in told - of_words)


def signals(question: Question, ranked: Ranked, best: int = 0) -> Matrix:
    """Return one row with a number a name in ``signal_names``, as if candidate ``best`` were the first one.

    There is at least one candidate.
    """
    rows, columns = ranked.rows, _columns(names_of(ranked.rows))
    about = rows[rows[:, columns.about] > 0]
    any_ = [*about[:, columns.of_any].max(axis=0, initial=0.0), *rows[:, columns.of_all].max(axis=0)]
    third = ranked.scores[min(2, len(ranked.scores) - 1)]
    own, rivals = _sides(ranked, best)
    ahead = [_ahead(rows[:, column], own, rivals) for column in columns.of_all]
    promised = np.exp(ranked.scores - ranked.scores[best])
    share = promised[own].sum() / (promised[own].sum() + promised[rivals].sum())
    others = [ranked.scores[best], ranked.scores[best] - third, share, _known(question)]
    return np.array([[*rows[best, columns.of_first], *any_, *ahead, *others]], dtype=np.float32)


class _Columns(NamedTuple):
    """Where the features stand that ``signals`` reads."""

    of_first: Sequence[int]
    of_any: Sequence[int]
    of_all: Sequence[int]
    about: int


@cache
def _columns(names: tuple[str, ...]) -> _Columns:
    first, any_, all_ = (
        [names.index(one) for one in of if one in names] for of in (OF_FIRST, OF_ANY, OF_ALL)
    )
    return _Columns(first, any_, all_, names.index("coverage_passage"))


def _sides(ranked: Ranked, best: int) -> tuple[_Places, _Places]:
    """Return where this candidate and its neighbours are, and where its rivals."""
    passages, numbers = ranked.places
    is_own = (passages == passages[best]) & (np.abs(numbers - numbers[best]) <= 1)
    return np.flatnonzero(is_own), np.flatnonzero(~is_own[best + 1 :])[:RIVALS] + best + 1


def _ahead(values: Matrix, own: _Places, rivals: _Places) -> float:
    """Return by how much the highest value of one side is above that of the other, which may be empty."""
    return float(values[own].max() - values[rivals].max(initial=0.0))


def _known(question: Question) -> float:
    unknown = sum(word.weight for word in question.words if word.surface in question.missing)
    return 1 - unknown / question.mass


@dataclass(frozen=True, slots=True, eq=False)
class Confidence:
    """Two learned probabilities and the threshold between an answer and a refusal.

    ``covered`` tells whether the edition is about the question at all, ``right`` whether the first quote
    answers it; both score a row of signals in log-odds.
    """

    covered: Trees
    right: Trees
    refuse_below: float

    def coverage(self, row: Matrix) -> float:
        """Return the probability, 0 to 1, that the articles are about the question."""
        return _probability(self.covered, row)

    def probability(self, row: Matrix) -> float:
        """Return the probability, 0 to 1, that the first quote answers."""
        return _probability(self.right, row)


def _probability(trees: Trees, row: Matrix) -> float:
    return 1 / (1 + exp(-float(trees.scores(row)[0])))


def monotone(names: Sequence[str]) -> list[int]:
    """Return for each signal how coverage may depend on it: 1 rising, -1 falling, 0 either way.

    More of the question found never makes less sure: without this rule the trees learn the accidents of the
    training corpora, and questions worded otherwise are refused.
    """
    falling, either = {"names_missing", "names_missing_in_passage", "sense_rank"}, {"words", *ASKED}
    return [-1 if name in falling else 0 if name in either else 1 for name in names]


def monotone_of_first(names: Sequence[str]) -> list[int]:
    """Return for each signal how it may depend on it that the first quote answers, as ``monotone`` does.

    What any candidate has, or any article, may go either way: what is asked and stands elsewhere, but not in
    the quote, is what a near miss misses by (decision 0143).
    """
    of_any = {"known", *(f"best_{name}" for name in (*OF_ANY, *OF_ALL))}
    return [0 if name in of_any else rule for name, rule in zip(names, monotone(names), strict=True)]
