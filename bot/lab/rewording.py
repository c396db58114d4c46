"""Rewords training questions as people type them: other words, small letters, slips of the finger.

The questions of SQuAD were written with the paragraph in sight and repeat its words. Real ones do not.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable

import numpy as np

from bot.core.index.edition import Synonyms
from bot.core.index.vectors.encoder import Vectors
from bot.core.words.terms import term

SMALL_LETTERS = 0.5
OTHER_WORDS = 0.45
DROPPED_WORD = 0.15
MISSPELT = 0.12
BARE_WORDS = 0.06
"""Shares of the questions that are changed in each way."""
OTHER_WORD = 0.5
"""Share of the words that become others, in a question in which words do."""

_WORD = re.compile(r"\b[^\W\d_]{4,}\b")
_ASKING = frozenset(
    ["what", "which", "when", "where", "whom", "whose", "does", "have", "were", "many", "much"]
)
_LIKE_FROM, _RARE_BELOW, _LIKE_COUNT = 0.45, 3, 5


def synonyms(texts: Iterable[str], vectors: Vectors) -> Synonyms:
    """Return, for each usual small-letter word of the texts, other words of like meaning."""
    counts = Counter(word for text in texts for word in _WORD.findall(text) if word.islower())
    words = [word for word, count in counts.items() if count >= _RARE_BELOW and word not in _ASKING]
    if not words:
        return {}
    rows = vectors.of_words(words)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    found = {}
    for number, word in enumerate(words):
        likeness = rows @ rows[number]
        best = [n for n in np.argsort(-likeness)[: 3 * _LIKE_COUNT] if likeness[n] >= _LIKE_FROM]
        others = [words[n] for n in best if term(words[n], "en") != term(word, "en")]
        if others:
            found[word] = tuple(others[:_LIKE_COUNT])
    return found


def reword(question: str, others: Synonyms, rng: random.Random) -> str:
    """Return the question, changed at random or as it was."""
    if rng.random() < OTHER_WORDS:
        question = _WORD.sub(lambda m: _other(m[0], others, rng), question)
    if rng.random() < DROPPED_WORD:
        question = _without_a_word(question, rng)
    if rng.random() < BARE_WORDS:
        question = (
            " ".join(word for word in _WORD.findall(question) if word.lower() not in _ASKING) or question
        )
    return retype(question, rng)


def retype(question: str, rng: random.Random) -> str:
    """Return the question in its own words, with a slip and in small letters, or as it was."""
    if rng.random() < MISSPELT:
        question = with_a_slip(question, rng)
    return question.lower() if rng.random() < SMALL_LETTERS else question


def _other(word: str, others: Synonyms, rng: random.Random) -> str:
    choices = others.get(word, ())
    return rng.choice(choices) if choices and rng.random() < OTHER_WORD else word


def _words_to_change(question: str) -> list[re.Match[str]]:
    return [m for m in _WORD.finditer(question) if m[0].lower() not in _ASKING]


def _without_a_word(question: str, rng: random.Random) -> str:
    words = _words_to_change(question)
    if len(words) < 3:
        return question
    word = rng.choice(words)
    return question[: word.start()] + question[word.end() :]


def with_a_slip(question: str, rng: random.Random) -> str:
    """Return the question with a slip in one word."""
    words = _words_to_change(question)
    if not words:
        return question
    word = rng.choice(words)
    return question[: word.start()] + slip(word[0], rng) + question[word.end() :]


def slip(word: str, rng: random.Random) -> str:
    """Return the word with one letter doubled, dropped, or swapped with the next, which may be the same."""
    place = rng.randrange(len(word) - 1)
    a, b = word[place], word[place + 1]
    return word[:place] + rng.choice([a + a + b, b, b + a]) + word[place + 2 :]
