"""Learns how to rank sentences and how sure to be; the weights ship with the project.

The trees are LightGBM's, LambdaRank for ranking; serving walks them without it (``bot.core.choosing.trees``).
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.basics.errors import BotError
from bot.core.choosing.confidence import OF_TOPIC, monotone, signal_names, signals
from bot.core.choosing.features import FEATURES, LEXICAL
from bot.core.choosing.selection import ordered, select
from bot.core.choosing.trees import Trees
from bot.core.index.background import Background
from bot.core.index.encoder import Matrix
from bot.core.index.engine import Scores
from bot.lab.learning.boosting import Task, learn
from bot.lab.learning.commonness import commonness
from bot.lab.learning.situations import Kind, Situation, situations
from bot.lab.question_sets import read_questions
from bot.library.learned import COMMONNESS, WITH_VECTORS, WITHOUT_VECTORS, real_words
from bot.search.packaged import load_vectors

PASSES = 2
"""Times that each question is asked, reworded otherwise and in another edition."""
FOLDS = 2
ANSWERED = 0.985
"""Share of the answerable training questions that must not be refused."""
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


def train(data: Path, out: Path, say: Callable[[str], None] = lambda _: None) -> None:
    """Learn from a question set with its own articles and write the weights of both models to ``out``.

    Raises BotError where the set has no articles or hardly a question, there is no folder for ``out``, or
    lightgbm or the word vectors are not installed.
    """
    if not out.parent.is_dir():
        raise BotError(f"there is no folder {out.parent} for the weights; make it")
    material = read_questions(data)
    if not material.articles:
        raise BotError(f"{data} has no articles of its own; training needs a set in SQuAD's form")
    vectors = load_vectors()
    if vectors is None:
        raise BotError("training needs the word vectors: pip install wordllama")
    background = Background(vectors, commonness(material.articles), real_words())
    met: list[Situation] = []
    for seed in range(PASSES):
        met.extend(situations(material, background, seed))
        say(f"{len(met):,} situations")
    if len({s.number % FOLDS for s in met if s.kind is Kind.ANSWERED and s.right.any()}) < FOLDS:
        raise BotError(f"{data} has too few questions that its articles answer")
    weights: dict[str, Mapping[str, Any]] = {COMMONNESS: background.commonness}
    for name, columns in ((WITH_VECTORS, FEATURES), (WITHOUT_VECTORS, LEXICAL)):
        weights[name] = _learned(met, len(columns))
        say(f"learned {name}: refuses below {weights[name]['refuse_below']:.3f}")
    out.write_text(json.dumps(weights, separators=(",", ":")) + "\n", encoding="utf-8")


def _learned(met: Sequence[Situation], columns: int) -> Mapping[str, Any]:
    """Learn one model from the first ``columns`` features."""
    rows, right = _sureness(met, _scores_out_of_fold(met, columns), columns)
    names = signal_names(columns == len(FEATURES))
    parameters = {**SURENESS, "monotone_constraints": monotone(names)}
    answered = np.array([situation.kind is Kind.ANSWERED for situation in met])
    about = answered | np.array([situation.kind is Kind.FAR for situation in met])
    topic = np.where([name in OF_TOPIC for name in names], rows, 0.0)  # what never varies is not learned from
    covered = learn(Task(topic[about], answered[about]), parameters, SURENESS_ROUNDS)
    odds = Trees.of(covered).scores(rows[answered])
    return {
        "ranker": _ranker(met, columns),
        "covered": covered,
        "right": learn(Task(rows, right), parameters, SURENESS_ROUNDS),
        "refuse_below": round(float(1 / (1 + np.exp(-np.quantile(odds, 1 - ANSWERED)))), 4),
    }


def _ranker(met: Sequence[Situation], columns: int) -> Mapping[str, Any]:
    """Learn to rank from the questions whose answer is among the candidates."""
    fit = [s for s in met if s.kind is Kind.ANSWERED and s.right.any()]
    task = Task(
        rows=np.vstack([s.rows[:, :columns] for s in fit]),
        labels=np.concatenate([s.right for s in fit]),
        groups=[len(s.right) for s in fit],
    )
    return learn(task, RANKING, RANKING_ROUNDS)


def _scores_out_of_fold(met: Sequence[Situation], columns: int) -> list[Scores]:
    """Return the scores of each situation's candidates, by rankers that have not met its question."""
    scores: dict[int, Scores] = {}
    for fold in range(FOLDS):
        ranker = Trees.of(_ranker([s for s in met if s.number % FOLDS != fold], columns))
        held_out = [n for n, s in enumerate(met) if s.number % FOLDS == fold]
        scores.update((n, ranker.scores(met[n].rows[:, :columns])) for n in held_out)
    return [scores[n] for n in range(len(met))]


def _sureness(
    met: Sequence[Situation], scores: Sequence[Scores], columns: int
) -> tuple[Matrix, npt.NDArray[np.bool_]]:
    """Return the signals of each situation, and whether its first quote answers."""
    rows, right = [], []
    for situation, values in zip(met, scores, strict=True):
        ranked = ordered(situation.found, situation.rows[:, :columns], values)
        first = select(ranked)[0]
        answering = [c for c, holds in zip(situation.found, situation.right, strict=True) if holds]
        rows.append(signals(situation.question, ranked))
        right.append(
            any(c.passage.article.id == first.article_id and first.span.contains(c.span) for c in answering)
        )
    return np.vstack(rows), np.array(right)
