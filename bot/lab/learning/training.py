"""Learns how to rank sentences and how sure to be; the weights ship with the project.

The trees are LightGBM's, LambdaRank for ranking; serving walks them without it (``bot.core.choosing.trees``).
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.basics.called import to_install
from bot.basics.errors import BotError
from bot.core.choosing.confidence import (
    in_any_language,
    monotone,
    monotone_of_first,
    signal_names,
    signals,
    topic_names,
)
from bot.core.choosing.features import FEATURES, IN_ANY_LANGUAGE, LEXICAL, OF_WORDS, compared
from bot.core.choosing.selection import ordered, select
from bot.core.choosing.trees import Trees
from bot.core.index.background import Background
from bot.core.index.engine import Scores
from bot.core.index.vectors.encoder import Matrix
from bot.lab.learning.boosting import Task, learn
from bot.lab.learning.commonness import commonness
from bot.lab.learning.situations import Encode, Kind, Situation, as_it_is, situations
from bot.lab.question_sets import Expected, QuestionSet, read_questions
from bot.library.corpus.folder import read_folder
from bot.library.learned import (
    ACROSS,
    COMMONNESS,
    ENCODED,
    LEARNED_FOR,
    WITH_VECTORS,
    WITHOUT_VECTORS,
    features_version,
    real_words,
)
from bot.search.packaged import load_vectors

PASSES = 2
"""Times that each question is asked, reworded otherwise and in another edition."""
LARGE = 1000
"""Questions from which on a set is asked once, so that smaller ones of other kinds count for more; and not at
all for questions in another language, where it would be nearly all that is learned from."""
OF_A_SET = 200
"""Questions of each other set that are asked, at most, as such that are about something else."""
OF_LARGE = 12
"""One of so many situations of a large set tells how sure to be: all of them, easy as they are, made that
a judgement about them, and more of what is right about other material was hedged (decisions 0126, 0143)."""
COUNTS: Mapping[Kind, float] = {Kind.ABSENT: 4.0, Kind.NEAR: 0.25}
"""How much a situation counts for how sure to be, where it is not 1. What people ask that the articles never
answered looks more like what they answer than a question does whose answer was taken out (0133, 0143)."""
FOLDS = 3
"""Parts that rankers are learned without, to learn how sure to be from what they say of them: whole sets if
there are so many, since a ranker that ships has not met the articles that it is asked about either."""
ANSWERED = 0.93
"""Share of the answerable training questions that must not be refused: many of them are asked in other words,
or in another language, and look like what is off the subject."""
ANSWERED_ACROSS = 0.97
"""The same for questions in another language: on a set held out 82 instead of 72 % of those that the articles
answer are not refused, and still 35 of the 36 about other things are."""
RANKING: Mapping[str, Any] = {
    "objective": "lambdarank",
    "learning_rate": 0.03,
    "num_leaves": 12,
    "min_data_in_leaf": 40,
    "lambdarank_truncation_level": 5,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
}
RANKING_ROUNDS = 500
"""Of a few kinds of trees, none did better on held-out questions of the training set."""
SURENESS: Mapping[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.03,
    "num_leaves": 6,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.6,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
}
SURENESS_ROUNDS = 200


def train(
    data: Sequence[Path], out: Path, encode: Encode | None = None, say: Callable[[str], None] = lambda _: None
) -> None:
    """Learn from question sets with their articles and write the weights of all models to ``out``.

    A set has its own articles, or a folder ``articles`` beside it. How common words are is told from the
    first one. ``encode`` gives an edition the vectors of its sentences; without it none are learned from.
    Raises BotError where a set has no articles or there is hardly a question, there is no folder for ``out``,
    or lightgbm or the word vectors are not installed.
    """
    if not out.parent.is_dir():
        raise BotError(f"there is no folder {out.parent} for the weights; make it")
    sets = [_read(path) for path in data]
    vectors = load_vectors()
    if vectors is None:
        raise BotError(f"training needs the word vectors: {to_install('words')}")
    background = Background(vectors, commonness(sets[0].articles), real_words())
    met: list[Situation] = []
    for place, material in enumerate(sets):
        foreign = [q for other in sets if other is not material for q in _some(other.questions)]
        of_large = len(material.questions) >= LARGE
        for seed in range(1 if of_large else PASSES):
            found = [
                replace(one, of_large=of_large, number=place if len(sets) >= FOLDS else one.number)
                for one in situations(material, background, seed, encode or as_it_is, foreign)
            ]
            met.extend(found)
            say(f"{len(met):,} situations")
    if len({s.number % FOLDS for s in met if s.kind is Kind.ANSWERED and s.right.any()}) < FOLDS:
        raise BotError(f"{data[0]} has too few questions that its articles answer")
    weights: dict[str, Any] = {LEARNED_FOR: features_version(), COMMONNESS: background.commonness}
    models = {ENCODED: FEATURES, ACROSS: FEATURES} if encode else {}
    for name, columns in {**models, WITH_VECTORS: OF_WORDS, WITHOUT_VECTORS: LEXICAL}.items():
        weights[name] = _learned(met, columns, name == ACROSS)
        say(f"learned {name}: refuses below {weights[name]['refuse_below']:.3f}")
    out.write_text(json.dumps(weights, separators=(",", ":")) + "\n", encoding="utf-8")


def _some(questions: Sequence[Expected]) -> Sequence[Expected]:
    return questions[:: 1 + len(questions) // OF_A_SET]


def _read(path: Path) -> QuestionSet:
    """Return a question set with its articles. Raises BotError."""
    material = read_questions(path)
    if material.articles:
        return material
    articles = read_folder(path.parent / "articles").articles
    return replace(material, articles=tuple(articles))


def _learned(met: Sequence[Situation], columns: Sequence[str], foreign: bool = False) -> Mapping[str, Any]:
    """Learn one model from these features, the first ones of all.

    For ``foreign`` questions only from those that tell the same in any language, of all questions, but not
    those of large sets where there are others.
    """
    names = signal_names(columns)
    if len(columns) < len(FEATURES):
        met = [found for situation in met if (found := situation.by_words(len(columns)))]
    if foreign:
        met = [one for one in met if not one.of_large] or met
        met = [replace(one, rows=_only(IN_ANY_LANGUAGE, columns, one.rows)) for one in met]
    rows, right = _sureness(met, _scores_out_of_fold(met))
    if foreign:
        rows = _only(in_any_language(columns), names, rows)
    kept = ANSWERED_ACROSS if foreign else ANSWERED
    return {"ranker": _ranker(met), **_judgements(met, rows, right, columns, kept)}


def _only(wanted: Collection[str], names: Sequence[str], rows: Matrix) -> Matrix:
    """Return the rows without what the columns of other names tell: what never varies is not learned from."""
    return np.where([name in wanted for name in names], rows, np.float32(0))


def _judgements(
    met: Sequence[Situation],
    rows: Matrix,
    right: npt.NDArray[np.bool_],
    columns: Sequence[str],
    kept: float,
) -> Mapping[str, Any]:
    """Learn from these signals of the situations whether there is an answer, and whether the first is one.

    Of the answerable, the share ``kept`` is not refused.
    """
    names = signal_names(columns)
    of_topic = {**SURENESS, "monotone_constraints": monotone(names)}
    of_first = {**SURENESS, "monotone_constraints": monotone_of_first(names)}
    answered = np.array([situation.kind is Kind.ANSWERED for situation in met])
    about = answered | np.array([situation.kind in {Kind.FAR, Kind.FOREIGN} for situation in met])
    topic = _only(topic_names(columns), names, rows)
    covered = learn(Task(topic[about], answered[about]), of_topic, SURENESS_ROUNDS)
    large = np.array([situation.of_large for situation in met])
    judged = ~large | (np.cumsum(large) % OF_LARGE == 1)
    counts = [COUNTS.get(one.kind, 1.0) for one, is_judged in zip(met, judged, strict=True) if is_judged]
    odds = Trees.of(covered).scores(rows[answered])
    return {
        "covered": covered,
        "right": learn(Task(rows[judged], right[judged], weights=counts), of_first, SURENESS_ROUNDS),
        "refuse_below": round(float(1 / (1 + np.exp(-np.quantile(odds, 1 - kept)))), 4),
    }


def _ranker(met: Sequence[Situation]) -> Mapping[str, Any]:
    """Learn to rank from the questions whose answer is among the candidates."""
    fit = [s for s in met if s.kind is Kind.ANSWERED and s.right.any()]
    task = Task(
        rows=np.vstack([compared(s.rows) for s in fit]),
        labels=np.concatenate([s.right for s in fit]),
        groups=[len(s.right) for s in fit],
    )
    return learn(task, RANKING, RANKING_ROUNDS)


def _scores_out_of_fold(met: Sequence[Situation]) -> list[Scores]:
    """Return the scores of each situation's candidates, by rankers that have not met its number."""
    scores: dict[int, Scores] = {}
    for fold in range(FOLDS):
        ranker = Trees.of(_ranker([s for s in met if s.number % FOLDS != fold]))
        held_out = [n for n, s in enumerate(met) if s.number % FOLDS == fold]
        scores.update((n, ranker.scores(compared(met[n].rows))) for n in held_out)
    return [scores[n] for n in range(len(met))]


def _sureness(met: Sequence[Situation], scores: Sequence[Scores]) -> tuple[Matrix, npt.NDArray[np.bool_]]:
    """Return the signals of each situation, and whether its first quote answers."""
    rows, right = [], []
    for situation, values in zip(met, scores, strict=True):
        ranked = ordered(situation.found, situation.rows, values)
        first = select(ranked)[0]
        answering = [c for c, holds in zip(situation.found, situation.right, strict=True) if holds]
        rows.append(signals(situation.question, ranked))
        right.append(
            any(c.passage.article.id == first.article_id and first.span.contains(c.span) for c in answering)
        )
    return np.vstack(rows), np.array(right)
