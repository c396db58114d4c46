"""The sentences that may answer a question: those of the passages that match it best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.analysis import tokens
from bot.core.edition import Edition
from bot.core.model import Passage, Span, Token
from bot.core.question import Question

PASSAGES = 16
"""Best passages whose sentences are candidates: they hold the answer for 98.5 % of SQuAD's questions."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A sentence that may answer, with its words, its headings' words and its passage's BM25 score."""

    passage: Passage
    number: int
    """The sentence's number in its passage."""
    tokens: Sequence[Token]
    heading: Sequence[Token]
    passage_score: float

    @property
    def span(self) -> Span:
        """Where the sentence stands in its article."""
        return self.passage.sentences[self.number]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.span.of(self.passage.article.text)

    @property
    def words(self) -> list[str]:
        """The sentence's words as they stand there, one a token."""
        text = self.passage.article.text
        return [token.span.of(text) for token in self.tokens]


def candidates(question: Question, edition: Edition) -> list[Candidate]:
    """Return the sentences of the best passages, passage by passage, best passage first."""
    found: list[Candidate] = []
    for number, score in edition.ranking.top(question.query, PASSAGES):
        found.extend(_of_passage(edition.passages[number], score))
    return found


def _of_passage(passage: Passage, score: float) -> Iterator[Candidate]:
    text, language = passage.article.text, passage.article.language
    heading = tokens(passage.article.title, language)
    if passage.section:
        heading += tokens(passage.section.of(text), language)
    for number, span in enumerate(passage.sentences):
        yield Candidate(passage, number, _placed(span.of(text), span.start, language), heading, score)


def _placed(sentence: str, start: int, language: str) -> list[Token]:
    """Return the sentence's tokens, at their places in the article."""
    return [
        Token(token.term, Span(start + token.span.start, start + token.span.end))
        for token in tokens(sentence, language)
    ]
