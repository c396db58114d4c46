"""How well passages are found when the rarest word of a question is misspelt."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.core.answer import Model
from bot.core.asking.question import understand
from bot.core.choosing.selection import rank
from bot.core.index.edition import Edition
from bot.core.nouns import Passage
from bot.core.words.tokens import QuestionWord, question_terms
from bot.lab.question_sets import Expected
from bot.lab.rewording import slip

FIRST = 5
"""Passages among which the answer is looked for."""
SHORTEST = 5
"""Letters of a word in which a slip is made."""


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of the questions whose answer is in one of the five best passages, 0 to 1.

    ``count`` questions have a word of five letters or more in which a slip can be made.
    """

    count: int
    as_written: float
    with_slip: float
    """Searched as misspelt, by its exact terms only."""
    with_variants: float
    as_written_in_answers: float
    """With the passages in the order of their best sentence, as an answer ranks them."""
    with_variants_in_answers: float


def recall(
    questions: Iterable[Expected],
    edition: Edition,
    model: Model,
    on_progress: Callable[[], None] = lambda: None,
) -> Recall:
    """Ask each answerable question as written, then misspelt, with and without spelling variants.

    The model ranks the sentences of an answer.

    The slips are the same in every run: each is drawn with the question itself as the seed.
    """
    found = []
    for expected in questions:
        misspelt = _misspelt(expected.question, edition) if expected.answerable else None
        if misspelt:
            plain = _plain(misspelt, edition)
            best = (
                _best(_plain(expected.question, edition), edition),
                _best(plain, edition),
                _best(edition.spellings.expand(plain), edition),
                _best_in_answer(expected.question, edition, model),
                _best_in_answer(misspelt, edition, model),
            )
            found.append([any(map(expected.stands_in, passages)) for passages in best])
        on_progress()
    shares = [sum(column) / len(found) for column in zip(*found, strict=True)] or [0.0] * 5
    return Recall(len(found), *shares)


def _plain(text: str, edition: Edition) -> tuple[QuestionWord, ...]:
    return question_terms(text, edition.languages)


def _misspelt(text: str, edition: Edition) -> str | None:
    """Return the question with a slip in its rarest word that the edition knows, None if it has none."""
    known = [
        word
        for word in _plain(text, edition)
        if not word.is_stop
        and len(word.surface) >= SHORTEST
        and word.surface.isalpha()
        and any(term in edition.vocabulary for term in word.terms)
    ]
    if not known:
        return None
    rarest = max(known, key=edition.vocabulary.word_idf).span
    rng = random.Random(text)  # noqa: S311 - no secret
    word = misspelt = rarest.of(text)
    while misspelt == word:  # two equal letters were swapped
        misspelt = slip(word, rng)
    return text[: rarest.start] + misspelt + text[rarest.end :]


def _best(words: Sequence[QuestionWord], edition: Edition) -> list[Passage]:
    best = edition.ranking.top(edition.vocabulary.weights(words), FIRST)
    return [edition.passages[number] for number, _ in best]


def _best_in_answer(text: str, edition: Edition, model: Model) -> list[Passage]:
    """Return the passages of the best sentences, which BM25 may have in another order."""
    ranked = rank(understand(text, edition), edition, model.ranker, model.background.vectors)
    passages = {id(candidate.passage): candidate.passage for candidate in ranked.candidates}
    return list(passages.values())[:FIRST]
