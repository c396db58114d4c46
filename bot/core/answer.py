"""A question and an edition → quotes that answer, or an honest refusal."""

from dataclasses import dataclass

from bot.core.confidence import Confidence, signals
from bot.core.disagreement import sources_differ
from bot.core.edition import Edition
from bot.core.meaning import Vectors
from bot.core.model import Abstention, Answer, Citation, Reason, Reply, cite
from bot.core.question import understand
from bot.core.selection import MAX_QUOTES, Ranked, Ranker, rank, select
from bot.core.verify import verify

NEAREST = 3
"""Articles that a refusal points to."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What was learned: how to rank sentences, how sure to be, when to refuse."""

    ranker: Ranker
    confidence: Confidence
    vectors: Vectors | None = None


def answer(text: str, edition: Edition, model: Model, most: int = MAX_QUOTES) -> Reply:
    """Answer from the edition with up to ``most`` verified quotes, or abstain and say why. Never fails."""
    question = understand(text, edition)
    if not edition.passages:
        return Abstention(Reason.EMPTY_CORPUS, 0.0)
    if not question.words:
        return Abstention(Reason.EMPTY_QUESTION, 0.0)
    ranked = rank(question, edition, model.ranker, model.vectors)
    if not ranked.candidates:
        return Abstention(Reason.NO_MATCH, 0.0, question.missing, (), dict(question.also_searched))
    row = signals(question, ranked)
    sure = model.confidence.probability(row)
    quotes = [quote for claim in select(ranked, most) if (quote := verify(claim, edition))]
    if not quotes or not model.confidence.covers(row):
        return Abstention(
            Reason.NOT_COVERED, sure, question.missing, _nearest(ranked), dict(question.also_searched)
        )
    return Answer(
        lead=quotes[0],
        others=tuple(quotes[1:]),
        confidence=sure,
        also_searched=dict(question.also_searched),
        missing=question.missing,
        sources_differ=sources_differ(question, ranked, quotes),
    )


def _nearest(ranked: Ranked) -> tuple[Citation, ...]:
    """Return the articles of the best candidates, each once."""
    articles = {c.passage.article.id: c.passage.article for c in ranked.candidates}
    return tuple(cite(article) for article in list(articles.values())[:NEAREST])
