"""Why a question got its reply: what was understood, how its words match, how sure the model is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bot.core.answer import Model, answer
from bot.core.asking.question import Question, SoughtWord, understand
from bot.core.choosing.confidence import signals
from bot.core.choosing.features import FEATURES, LEXICAL
from bot.core.choosing.matching import lookup, match, united
from bot.core.choosing.selection import Ranked, rank
from bot.core.index.edition import Edition
from bot.core.replies import Answer, Reason, Reply


class Where(Enum):
    """The nearest place to the best sentence in which a word of the question stands."""

    SENTENCE = "in the sentence"
    PASSAGE = "in its passage"
    ARTICLES = "elsewhere"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """A question, its reply, and what led there.

    ``ranked`` is None where nothing was ranked. ``covered`` and ``right`` are the probabilities that the
    articles are about the question and that the best sentence answers it.
    """

    question: Question
    reply: Reply
    ranked: Ranked | None = None
    covered: float = 0.0
    right: float = 0.0

    def places(self) -> list[tuple[SoughtWord, Where]]:
        """Return the question's words with where the best candidate has them."""
        return [(word, self._place(n, word)) for n, word in enumerate(self.question.words)]

    def features(self, place: int) -> Mapping[str, float]:
        """Return the features of the candidate at this place, from 0, by name."""
        if self.ranked is None:
            return {}
        row = self.ranked.rows[place]
        return dict(zip(FEATURES if len(row) == len(FEATURES) else LEXICAL, map(float, row), strict=True))

    def _place(self, number: int, word: SoughtWord) -> Where:
        if word.surface in self.question.missing:
            return Where.NOWHERE
        if self.ranked is None:
            return Where.ARTICLES
        wanted, best = lookup(self.question.words), self.ranked.candidates[0]
        if number in match(wanted, best.sentence.terms).weights:
            return Where.SENTENCE
        around = [other.sentence.terms for other in self.ranked.candidates if other.passage is best.passage]
        in_passage = united(match(wanted, terms) for terms in [best.heading.terms, *around])
        return Where.PASSAGE if number in in_passage else Where.ARTICLES


def explain(text: str, edition: Edition, model: Model) -> Explanation:
    """Answer the question and tell why so. Never fails."""
    question, reply = understand(text, edition), answer(text, edition, model)
    looked_up = reply.pasted if isinstance(reply, Answer) else reply.reason is Reason.NOT_QUOTED
    if looked_up or question.filters.unclear or not question.words:
        return Explanation(question, reply)
    ranked = rank(question, edition, model.ranker, model.background.vectors)
    if not ranked.candidates:
        return Explanation(question, reply)
    row, confidence = signals(question, ranked), model.confidence
    return Explanation(question, reply, ranked, confidence.coverage(row), reply.confidence)
