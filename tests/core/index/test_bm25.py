from itertools import accumulate, chain

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from bot.core.index.bm25 import Ranking
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


def ranking_of(*passages: str) -> Ranking:
    """One article for each passage, one sentence for each passage."""
    return Ranking([analysed([[passage.split()]]) for passage in passages])


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


def oracle_of(corpus: Corpus) -> BM25Okapi:
    documents = [list(chain(*passage)) for article in corpus for passage in article]
    assume(any(documents))  # the library divides by zero
    return BM25Okapi(documents)


def top_of(oracle: BM25Okapi, words: list[str], count: int) -> list[tuple[int, float]]:
    scores = oracle.get_scores(words).tolist()
    matched = [n for n, document in enumerate(oracle.doc_freqs) if any(word in document for word in words)]
    return [(n, scores[n]) for n in sorted(matched, key=lambda n: (-scores[n], n))[:count]]


@given(CORPORA, QUERIES)
def test_every_score_is_exactly_that_of_rank_bm25(corpus: Corpus, words: list[str]) -> None:
    oracle = oracle_of(corpus)
    assume(all(oracle.idf.get(word, 1) > 0 for word in words))
    ranking = Ranking([analysed(article) for article in corpus])
    assert ranking.scores(query(*words)).tolist() == oracle.get_scores(words).tolist()
    assert ranking.top(query(*words), 10) == top_of(oracle, words, 10)
    assert ranking.top(query(*words), 2) == top_of(oracle, words, 2)


def test_a_large_corpus_has_the_top_ten_of_rank_bm25() -> None:
    rng = np.random.default_rng(5)
    documents = [[f"w{n}" for n in rng.zipf(1.3, 60) if n < 5000] for _ in range(20_000)]
    oracle = BM25Okapi(documents)
    ranking = Ranking(
        [analysed([[document] for document in documents[n : n + 20]]) for n in range(0, 20_000, 20)]
    )
    for words in (["w1", "w40"], ["w3", "w77", "w500", "w4999"], ["w2500"]):
        assert ranking.top(query(*words), 10) == top_of(oracle, words, 10)


@given(CORPORA, QUERIES)
def test_a_passage_ranks_if_and_only_if_it_shares_a_term(corpus: Corpus, words: list[str]) -> None:
    ranking = Ranking([analysed(article) for article in corpus])
    passages = [set(chain(*passage)) for article in corpus for passage in article]
    sharing = [number for number, found in enumerate(passages) if found & set(words)]
    top = ranking.top(query(*words), len(passages))
    assert sorted(number for number, _ in top) == sharing
    assert all(score > 0 for _, score in top)


@given(CORPORA, WORDS)
def test_every_term_has_a_weight_above_zero_and_its_true_frequency(corpus: Corpus, word: str) -> None:
    ranking = Ranking([analysed(article) for article in corpus])
    passages = [set(chain(*passage)) for article in corpus for passage in article]
    frequency = sum(word in passage for passage in passages)
    assert ranking.frequency(term(word, "")) == frequency
    assert (term(word, "") in ranking) == (frequency > 0)
    assert ranking.idf(term(word, "")) > 0 or not passages


@given(CORPORA)
def test_every_passage_gives_back_its_sentences(corpus: Corpus) -> None:
    ranking = Ranking([analysed(article) for article in corpus])
    names = {ranking.number(term(word, "")): word for word in "abcdefgh"}
    passages = [passage for article in corpus for passage in article]
    assert [
        [[names[n] for n in ids.tolist()] for ids in ranking.sentence_terms(p)] for p in range(len(ranking))
    ] == (passages)


@pytest.mark.parametrize(
    "articles", [[], [analysed([])], [analysed([[[]]])], [analysed([[[]], [[], []]]), analysed([])]]
)
def test_an_edition_without_words_ranks_nothing(articles: list[Analysed]) -> None:
    ranking = Ranking(articles)
    assert ranking.top(query("a"), 10) == []
    assert term("a", "") not in ranking
    assert ranking.weights([asked("a", "a")]) == {}


def test_an_edition_knows_its_words_as_they_are_written() -> None:
    words = ranking_of("The ferry sank", "the port").words
    assert {language: list(known) for language, known in words.items()} == {
        "": ["The", "ferry", "sank", "the", "port"]
    }


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
    ranking = Ranking([analysed([[["port"]], [["storm"]], [["calm"]]], [["ferry"], ["ferry", "port"], []])])
    assert [number for number, _ in ranking.top(query("ferry"), 10)] == [0, 1]


def test_stop_words_are_not_searched() -> None:
    ranking = ranking_of("the ferry", "the port", "the storm")
    assert ranking.weights([asked("The", "the", is_stop=True), asked("ferry", "ferry")]) == query("ferry")


def test_no_variant_outweighs_the_word_itself() -> None:
    ranking = ranking_of("tokayev", "tokayev", "tokayev port", "toqaev", *["storm"] * 20)
    weights = ranking.weights(
        [asked("Tokayev", "tokayev", variants=(Variant(term("toqaev", ""), 0.8, "Toqaev"),))]
    )
    assert weights[term("tokayev", "")] == 1
    assert weights[term("toqaev", "")] * ranking.idf(term("toqaev", "")) == pytest.approx(
        0.8 * ranking.idf(term("tokayev", ""))
    )


def test_a_variant_of_an_unknown_word_keeps_its_weight() -> None:
    ranking = ranking_of("ferry", "port", "storm")
    assert ranking.weights([asked("fery", "feri", variants=(Variant(term("ferry", ""), 0.8, "ferry"),))]) == {
        term("ferry", ""): 0.8
    }


def test_an_unknown_word_weighs_as_much_as_the_rarest() -> None:
    ranking = ranking_of("ferry", "port", "storm", "storm")
    known, unknown = asked("ferry", "ferry"), asked("whale", "whale")
    assert ranking.word_idf(unknown) > ranking.word_idf(known) > 0


@given(CORPORA, QUERIES)
def test_every_score_is_bounded_by_the_question_mass(corpus: Corpus, words: list[str]) -> None:
    ranking = Ranking([analysed(article) for article in corpus])
    question = [asked(word, word) for word in words]
    top = ranking.top(ranking.weights(question), 10)
    mass = sum(ranking.word_idf(word) for word in question)
    assert all(score <= 2.5 * mass + 1e-9 for _, score in top)
