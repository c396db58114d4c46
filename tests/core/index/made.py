"""Small made-up editions of words, and what is asked of them."""

from itertools import accumulate, chain

import numpy as np
from hypothesis import strategies as st

from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.nouns import Span, Term
from bot.core.words.terms import term
from bot.core.words.tokens import Analysed, QuestionWord, Variant

Sentence = list[str]
Corpus = list[list[list[Sentence]]]
"""Articles of passages of sentences of words."""


def analysed(passages: list[list[Sentence]], headings: list[Sentence] | None = None) -> Analysed:
    sentences = list(chain.from_iterable(passages))
    headed = headings or [[] for _ in passages]
    different = list(dict.fromkeys(chain(*sentences, *headed)))

    def ids(words: list[str]) -> np.ndarray:
        return np.array([different.index(word) for word in words], np.int32)

    def starts(rows: list[list[str]] | list[list[Sentence]]) -> np.ndarray:
        return np.fromiter(accumulate(map(len, rows), initial=0), np.int32)

    return Analysed(
        language="",
        words=tuple(different),
        ids=ids([*chain(*sentences)]),
        sentence_starts=starts(sentences),
        passage_starts=starts(passages),
        heading_ids=ids([*chain(*headed)]),
        heading_starts=starts(headed),
    )


def vocabulary_of(*passages: str) -> Vocabulary:
    """One article for each passage, one sentence for each passage."""
    return Vocabulary([analysed([[passage.split()]]) for passage in passages])


def vocabulary_in(corpus: Corpus) -> Vocabulary:
    """The vocabulary of these articles."""
    return Vocabulary([analysed(article) for article in corpus])


def query(*words: str) -> dict[Term, float]:
    return {term(word, ""): 1.0 for word in words}


def asked(
    surface: str, *terms: str, is_stop: bool = False, variants: tuple[Variant, ...] = ()
) -> QuestionWord:
    return QuestionWord(surface, Span(0, 1), tuple(term(word, "") for word in terms), is_stop, variants)


WORDS = st.sampled_from("abcdefgh")
CORPORA = st.lists(
    st.lists(st.lists(st.lists(WORDS, max_size=5), min_size=1, max_size=3), max_size=5),
    min_size=1,
    max_size=6,
)
QUERIES = st.lists(st.sampled_from("abcdefghxyz"), unique=True, max_size=6)
