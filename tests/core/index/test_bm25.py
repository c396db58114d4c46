from itertools import chain

import numpy as np
import pytest
from hypothesis import assume, given
from rank_bm25 import BM25Okapi

from bot.core.index.bm25 import Ranking
from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.words.terms import term
from bot.core.words.tokens import Analysed
from tests.core.index.made import (
    CORPORA,
    QUERIES,
    Corpus,
    analysed,
    asked,
    query,
    vocabulary_in,
    vocabulary_of,
)


def ranking_of(*passages: str) -> Ranking:
    return Ranking(vocabulary_of(*passages))


class Oracle(BM25Okapi):  # type: ignore[misc]  # rank_bm25 is not typed
    """The library, which adds up the words' weights for a mean in the order of the words, as we do."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        super()._calc_idf(dict(sorted(nd.items())))


def oracle_of(corpus: Corpus) -> BM25Okapi:
    documents = [list(chain(*passage)) for article in corpus for passage in article]
    assume(any(documents))  # the library divides by zero
    return Oracle(documents)


def top_of(oracle: BM25Okapi, words: list[str], count: int) -> list[tuple[int, float]]:
    scores = oracle.get_scores(words).tolist()
    matched = [n for n, document in enumerate(oracle.doc_freqs) if any(word in document for word in words)]
    return [(n, scores[n]) for n in sorted(matched, key=lambda n: (-scores[n], n))[:count]]


@given(CORPORA, QUERIES)
def test_every_score_is_exactly_that_of_rank_bm25(corpus: Corpus, words: list[str]) -> None:
    oracle = oracle_of(corpus)
    assume(all(oracle.idf.get(word, 1) > 0 for word in words))
    ranking = Ranking(vocabulary_in(corpus))
    assert ranking.scores(query(*words), range(len(ranking))) == oracle.get_scores(words).tolist()
    assert ranking.top(query(*words), 10) == top_of(oracle, words, 10)
    assert ranking.top(query(*words), 2) == top_of(oracle, words, 2)


def test_a_large_corpus_has_the_top_ten_of_rank_bm25() -> None:
    rng = np.random.default_rng(5)
    documents = [[f"w{n}" for n in rng.zipf(1.3, 60) if n < 5000] for _ in range(20_000)]
    oracle = Oracle(documents)
    ranking = Ranking(
        vocabulary_in([[[document] for document in documents[n : n + 20]] for n in range(0, 20_000, 20)])
    )
    for words in (["w1", "w40"], ["w3", "w77", "w500", "w4999"], ["w2500"]):
        assert ranking.top(query(*words), 10) == top_of(oracle, words, 10)


@given(CORPORA, QUERIES)
def test_a_passage_ranks_if_and_only_if_it_shares_a_term(corpus: Corpus, words: list[str]) -> None:
    ranking = Ranking(vocabulary_in(corpus))
    passages = [set(chain(*passage)) for article in corpus for passage in article]
    sharing = [number for number, found in enumerate(passages) if found & set(words)]
    top = ranking.top(query(*words), len(passages))
    assert sorted(number for number, _ in top) == sharing
    assert all(score > 0 for _, score in top)


@pytest.mark.parametrize(
    "articles", [[], [analysed([])], [analysed([[[]]])], [analysed([[[]], [[], []]]), analysed([])]]
)
def test_an_edition_without_words_ranks_nothing(articles: list[Analysed]) -> None:
    vocabulary = Vocabulary(articles)
    assert Ranking(vocabulary).top(query("a"), 10) == []
    assert term("a", "") not in vocabulary
    assert vocabulary.weights([asked("a", "a")]) == {}


def test_the_only_passage_of_an_edition_can_be_found() -> None:
    assert [number for number, _ in ranking_of("the ferry sank").top(query("ferry"), 10)] == [0]


def test_a_word_in_half_of_the_passages_still_ranks() -> None:
    ranking = ranking_of("ferry sank", "ferry docked", "port closed", "storm came")
    assert [number for number, _ in ranking.top(query("ferry", "docked"), 10)] == [1, 0]


def test_in_a_tiny_edition_more_matched_words_rank_higher() -> None:
    ranking = ranking_of("the ferry sank", "the ferry docked")
    assert [number for number, _ in ranking.top(query("ferry", "docked"), 10)] == [1, 0]


def test_equal_scores_stand_in_the_order_of_the_passages() -> None:
    ranking = ranking_of(*["ferry"] * 30, *["port"] * 70)
    assert [number for number, _ in ranking.top(query("ferry"), 10)] == list(range(10))


def test_a_passage_is_found_by_its_headings_too() -> None:
    ranking = Ranking(
        Vocabulary([analysed([[["port"]], [["storm"]], [["calm"]]], [["ferry"], ["ferry", "port"], []])])
    )
    assert [number for number, _ in ranking.top(query("ferry"), 10)] == [0, 1]


@given(CORPORA, QUERIES)
def test_every_score_is_bounded_by_the_question_mass(corpus: Corpus, words: list[str]) -> None:
    vocabulary = vocabulary_in(corpus)
    question = [asked(word, word) for word in words]
    top = Ranking(vocabulary).top(vocabulary.weights(question), 10)
    mass = sum(vocabulary.word_idf(word) for word in question)
    assert all(score <= 2.5 * mass + 1e-9 for _, score in top)
