"""Where the words of a question were found, and what its candidates are like: read from an answer's trace."""

from collections.abc import Mapping
from enum import Enum

from bot.core.answer import Traced
from bot.core.asking.question import Question, SoughtWord
from bot.core.choosing.features import names_of
from bot.core.choosing.matching import lookup, match, united
from bot.core.words.tokens import word_texts


class Where(Enum):
    """The nearest place to the best sentence in which a word of the question stands."""

    SENTENCE = "in the sentence"
    PASSAGE = "in its passage"
    ARTICLES = "elsewhere"
    NOWHERE = "nowhere"


def places(traced: Traced) -> list[tuple[SoughtWord, Where]]:
    """Return the question's words with where the best candidate has them."""
    return [(word, _place(traced, n, word)) for n, word in enumerate(traced.question.words)]


def words_left_out(question: Question) -> list[str]:
    """Return the words of a question that are not searched, each once: they say nothing of a subject."""
    searched = {word.surface for word in question.words}
    return [word for word in dict.fromkeys(word_texts(question.text)) if word not in searched]


def features_of(traced: Traced, place: int) -> Mapping[str, float]:
    """Return the features of the candidate at this place, from 0, by name."""
    if traced.ranked is None:
        return {}
    rows = traced.ranked.rows
    return dict(zip(names_of(rows), map(float, rows[place]), strict=True))


def _place(traced: Traced, number: int, word: SoughtWord) -> Where:
    if word.surface in traced.question.missing:
        return Where.NOWHERE
    if traced.ranked is None:
        return Where.ARTICLES
    wanted, best = lookup(traced.question.words), traced.ranked.candidates[0]
    if number in match(wanted, best.sentence.terms).weights:
        return Where.SENTENCE
    around = [other.sentence.terms for other in traced.ranked.candidates if other.passage is best.passage]
    in_passage = united(match(wanted, terms) for terms in [best.heading.terms, *around])
    return Where.PASSAGE if number in in_passage else Where.ARTICLES
