"""Articles of made-up words with the statistics of real ones, in any number, the same in every run."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from bot.core.nouns import Article, ArticleId, Block, BlockKind, Passage, Span
from bot.languages.known import LANGUAGES

WORDS = 500_000
"""Distinct words, nearly. That of rank r is met in proportion to (r + 2.7) ** -1.15 (Zipf, Mandelbrot).

A little richer than real text: 1,000 distinct words in 2,160, where Wikipedia has 820."""
PASSAGES_PER_ARTICLE = 20
WORDS_PER_PASSAGE = 108
WORDS_PER_SENTENCE = 18

_ONSETS = ["", *"bcdfghjklmnprstvwz", "ch", "sh", "st", "tr", "pl", "gr"]
_CODAS = ["", "", *"lmnrst"]

Generated = tuple[Article, tuple[Passage, ...]]


def articles(passages: int) -> Iterator[Generated]:
    """Yield articles of 20 passages each, the last perhaps shorter, until there are as many as asked for."""
    words = _words()
    odds = np.cumsum((np.arange(len(words)) + 2.7) ** -1.15)
    for first in range(0, passages, PASSAGES_PER_ARTICLE):
        rng = np.random.default_rng(first)
        size = min(PASSAGES_PER_ARTICLE, passages - first), WORDS_PER_PASSAGE // WORDS_PER_SENTENCE
        ranks = np.searchsorted(odds, rng.random((*size, WORDS_PER_SENTENCE)) * odds[-1])
        yield _article(
            f"article {first}", [[_sentence(row) for row in rows] for rows in words[ranks].tolist()]
        )


def questions(passages: Sequence[Passage], asked: int) -> list[str]:
    """Return questions, each of three to six words of one passage, with the stop words of a question."""
    rng = np.random.default_rng(len(passages))
    return [_question(passages[n].text, rng) for n in rng.integers(0, len(passages), asked).tolist()]


def _question(text: str, rng: np.random.Generator) -> str:
    content = [
        word for word in text.replace(".", "").split() if word.lower() not in LANGUAGES["en"].words.stop_words
    ]
    return f"What did the {' '.join(rng.choice(content, size=int(rng.integers(3, 7))))}?"


def _words() -> np.ndarray:
    """Return the words by rank: stop words, then words of two to four syllables, a third of them names."""
    stops = sorted(LANGUAGES["en"].words.stop_words)
    syllables = ["".join(parts) for parts in product(_ONSETS, "aeiou", _CODAS)]
    drawn = np.random.default_rng(0).integers(0, len(syllables), (WORDS, 4)).tolist()
    made = ("".join(syllables[n] for n in row[: 2 + rank % 3]) for rank, row in enumerate(drawn))
    different = list(dict.fromkeys(made))[: WORDS - len(stops)]
    return np.array(stops + [w if n % 3 else w.title() for n, w in enumerate(different)], dtype=object)


def _sentence(words: list[str]) -> str:
    return f"{words[0][0].upper()}{words[0][1:]} {' '.join(words[1:])}."


def _article(name: str, paragraphs: list[list[str]]) -> Generated:
    """Set the sentences one blank apart, the paragraphs two lines apart; every paragraph is a passage."""
    text = "\n\n".join(map(" ".join, paragraphs))
    sentences = []
    start = 0
    for paragraph in paragraphs:
        ends = start - 1 + np.cumsum([len(sentence) + 1 for sentence in paragraph])
        starts = [start, *(ends[:-1] + 1).tolist()]
        sentences.append(tuple(map(Span, starts, ends.tolist())))
        start = int(ends[-1]) + 2
    spans = [Span(row[0].start, row[-1].end) for row in sentences]
    blocks = tuple(Block(span, BlockKind.PROSE) for span in spans)
    revision = hashlib.sha256(text.encode()).hexdigest()
    article = Article(
        ArticleId(name), f"{name}.md", text, revision, blocks, title=name.title(), language="en"
    )
    return article, tuple(Passage(article, span, row) for span, row in zip(spans, sentences, strict=True))
