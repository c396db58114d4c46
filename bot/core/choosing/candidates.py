"""The sentences that may answer a question: those of the passages that match it best."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import contains

from bot.basics.limits import LIMITS
from bot.core.asking.question import Question
from bot.core.choosing.facts import Facts, facts
from bot.core.choosing.matching import BEFORE_THING, THING, introduces
from bot.core.index.edition import Edition
from bot.core.index.facets import stands_in
from bot.core.index.vectors.encoded import SentenceLikeness
from bot.core.nouns import Passage, Span, Term
from bot.core.words.terms import term
from bot.core.words.tokens import Ids, word_texts
from bot.core.words.weights import WEIGHTS

_INTRODUCING = 2
"""Passages that introduce what a question asks about which are candidates too, and of how many best ones."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence, read once: its words as they stand there, their index terms, and its facts."""

    words: Sequence[str]
    terms: Sequence[Term]
    facts: Facts


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A sentence that may answer, read with its lead-ins; its headings, read as one; its passage's score.

    ``place`` is the passage's number in the edition; ``by_words`` and ``by_meaning`` tell how it was found.
    """

    passage: Passage
    place: int
    number: int
    """The sentence's number in its passage."""
    sentence: Sentence
    heading: Sentence
    passage_score: float
    by_words: bool = True
    by_meaning: bool = False

    @property
    def span(self) -> Span:
        """Where the sentence stands in its article."""
        return self.passage.sentences[self.number]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.span.of(self.passage.article.text)


def candidates(
    question: Question,
    edition: Edition,
    passages: int = WEIGHTS.passages,
    likeness: SentenceLikeness | None = None,
) -> list[Candidate]:
    """Return the sentences of the best passages that pass the question's filters, best passage first.

    Behind those found by words come those that only ``likeness`` found. Where no passage has its quoted
    phrases word for word, they may stand there in other forms of their words, or corrected where no article
    has a word.
    """
    found: list[Candidate] = []
    above = _above_references(_best(question, edition, 2 * passages), edition, passages)
    best = dict(above) | _introducing(question, edition)
    alike = _alike(question, edition, likeness) if likeness else {}
    for number, score in {**best, **alike}.items():
        passage = edition.passages[number]
        found.extend(_of_passage((number, passage), score, number in best, number in alike))
    return found


def _above_references(
    best: Iterable[tuple[int, float]], edition: Edition, count: int
) -> Iterator[tuple[int, float]]:
    """Yield as many passages of text, and the lists of sources found before the last of them."""
    for number, score in best:
        yield number, score
        count -= not edition.passages[number].is_reference
        if not count:
            return


def _introducing(question: Question, edition: Edition) -> dict[int, float]:
    """Return the numbers and scores of the best passages that introduce what a question asks about.

    What an edition is all about stands everywhere, and those that have it most often say other things of it.
    """
    if not question.defines or len(question.words) > THING or question.filters.phrases:
        return {}
    top = edition.ranking.top(question.query, LIMITS.looking.introducing, edition.among(question.filters))
    numbers = [{edition.vocabulary.number(term) for term in word.readings} for word in question.words]
    begun = (found for found in top if _begins(edition.ranking.sentences(found[0]), numbers))
    told = (found for found in begun if _introduces(question, edition.passages[found[0]]))
    return dict(islice(told, _INTRODUCING))


def _begins(sentences: Iterable[Ids], wanted: Sequence[Collection[int | None]]) -> bool:
    """Tell by the numbers of terms whether a sentence may begin with all that is wanted."""
    heads = (ids[: THING + BEFORE_THING].tolist() for ids in sentences)
    return any(all(any(n in numbers for n in head) for numbers in wanted) for head in heads)


def _introduces(question: Question, passage: Passage) -> bool:
    text, language = passage.article.text, passage.article.language
    said = (read(span.of(text), language) for span in passage.sentences)
    return any(introduces(question, sentence.words, sentence.terms, language) for sentence in said)


def _alike(question: Question, edition: Edition, likeness: SentenceLikeness) -> dict[int, float]:
    """Return the numbers and scores of the passages that are alike in meaning and pass the filters.

    A quoted phrase has to stand there: then there are none but those found by words.
    """
    filters = question.filters
    if filters.phrases:
        return {}
    allowed = edition.facets.allowed(filters) if filters.of_articles else None
    weights = edition.weights
    alike = likeness.best_passages(weights.sentences_alike, weights.passages_alike, allowed)
    return dict(zip(alike, edition.ranking.scores(question.query, alike), strict=True))


def _best(question: Question, edition: Edition, count: int) -> Iterator[tuple[int, float]]:
    """Yield the numbers and scores of the passages that pass the question's filters, best first."""
    filters, among = question.filters, edition.among(question.filters)
    if not filters.given:
        yield from edition.ranking.top(question.query, count)
        return
    stand_there = False
    for number, score in edition.ranking.best(question.query, among):
        if all(stands_in(phrase, edition.passages[number]) for phrase in filters.phrases):
            stand_there = True
            yield number, score
    if stand_there or not filters.phrases:
        return
    forms = [_numbers(phrase, edition) for phrase in filters.phrases]
    for number, score in edition.ranking.top(question.query, LIMITS.looking.other_forms, among):
        sentences = [ids.tolist() for ids in edition.ranking.sentences(number)]
        if all(any(_holds(sentence, wanted) for sentence in sentences) for wanted in forms):
            yield number, score


def _numbers(phrase: str, edition: Edition) -> list[set[int | None]]:
    """Return, for each word of a phrase, the numbers of the terms that it may stand as."""
    return [{edition.vocabulary.number(term) for term in terms} for terms in edition.forms(phrase)]


def _holds(sentence: Sequence[int], wanted: Sequence[Collection[int | None]]) -> bool:
    """Tell whether one of the numbers wanted at each place stands there, side by side."""
    return any(
        sentence[n] in wanted[0] and all(map(contains, wanted, sentence[n:]))
        for n in range(len(sentence) - len(wanted) + 1)
    )


def _of_passage(
    numbered: tuple[int, Passage], score: float, by_words: bool, by_meaning: bool
) -> Iterator[Candidate]:
    place, passage = numbered
    text, language = passage.article.text, passage.article.language
    headings = (passage.article.title, *(section.of(text) for section in passage.sections))
    heading = read("\n".join(headings), language)
    for number, span in enumerate(passage.sentences):
        told = "\n".join(part.of(text) for part in (*passage.above(number), span))
        yield Candidate(passage, place, number, read(told, language), heading, score, by_words, by_meaning)


@lru_cache(maxsize=LIMITS.caches.sentences)
def read(text: str, language: str) -> Sentence:
    """Return the words, terms and facts of a sentence."""
    found = word_texts(text)
    return Sentence(found, [term(word, language) for word in found], facts(text, found, language))
