"""Which sentences answer: candidates from the best passages, scored, joined and spread over sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.core.candidates import Candidate, candidates
from bot.core.edition import Edition
from bot.core.features import features
from bot.core.lexicon import REFERS_BACK
from bot.core.meaning import Matrix, Vectors
from bot.core.model import Claim, Passage, Span
from bot.core.question import Question

Scores = npt.NDArray[np.float64]

MAX_QUOTE = 350
"""Code points of a quote of two sentences; a single sentence may be longer."""
MAX_QUOTES = 5
SECOND_WITHIN = 1.0
"""A neighbouring sentence joins the quote if its score is at most this much lower."""


class Ranker(Protocol):
    """Says how well each candidate answers."""

    def scores(self, rows: Matrix) -> Scores:
        """Return one number a row of features (see ``bot.core.features``), higher is better."""
        ...


@dataclass(frozen=True, slots=True)
class Ranked:
    """The candidates of a question with their features and scores, best first."""

    candidates: tuple[Candidate, ...]
    rows: Matrix
    scores: Scores


def rank(question: Question, edition: Edition, ranker: Ranker, vectors: Vectors | None) -> Ranked:
    """Score all candidates of a question; equal scores keep the order of the passages."""
    found = candidates(question, edition)
    rows = features(question, found, vectors)
    return ordered(found, rows, ranker.scores(rows))


def ordered(found: Sequence[Candidate], rows: Matrix, scores: Scores) -> Ranked:
    """Return the candidates best first."""
    order = np.argsort(-scores, kind="stable")
    return Ranked(tuple(found[n] for n in order), rows[order], scores[order])


def select(ranked: Ranked) -> list[Claim]:
    """Return up to ``MAX_QUOTES`` claims, best first; no two overlap."""
    chosen: list[Claim] = []
    for place in range(len(ranked.candidates)):
        if len(chosen) == MAX_QUOTES:
            break
        claim = _claim(ranked, place)
        if not any(_overlap(claim, other) for other in chosen):
            chosen.append(claim)
    return chosen


def _overlap(some: Claim, other: Claim) -> bool:
    return some.article_id == other.article_id and some.span.overlaps(other.span)


def _claim(ranked: Ranked, place: int) -> Claim:
    """Return the candidate, with the neighbour that it needs or that answers nearly as well."""
    candidate = ranked.candidates[place]
    span = candidate.span
    joined = [_joined(candidate, n, ranked, place) for n in (candidate.number - 1, candidate.number + 1)]
    best = max((j for j in joined if j), key=lambda j: j[0], default=None)
    if best is not None:
        span = best[1]
    article = candidate.passage.article
    return Claim(article.id, article.revision, span, span.of(article.text))


def _joined(candidate: Candidate, neighbour: int, ranked: Ranked, place: int) -> tuple[float, Span] | None:
    """Return how much the neighbour adds and the span of both, None if they should not be joined."""
    passage = candidate.passage
    if not 0 <= neighbour < len(passage.sentences):
        return None
    other = passage.sentences[neighbour]
    span = Span(min(other.start, candidate.span.start), max(other.end, candidate.span.end))
    if len(span) > MAX_QUOTE or "\n" in span.of(passage.article.text):
        return None
    needed = neighbour < candidate.number and REFERS_BACK.match(candidate.text) is not None
    score = _score_of(ranked, passage, neighbour)
    if score is None or (score < ranked.scores[place] - SECOND_WITHIN and not needed):
        return None
    return score + needed, span


def _score_of(ranked: Ranked, passage: Passage, number: int) -> float | None:
    for candidate, score in zip(ranked.candidates, ranked.scores, strict=True):
        if candidate.passage is passage and candidate.number == number:
            return float(score)
    return None
