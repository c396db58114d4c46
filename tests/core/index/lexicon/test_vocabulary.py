from itertools import chain

import pytest
from hypothesis import given

from bot.core.words.terms import term
from bot.core.words.tokens import Variant
from tests.core.index.made import CORPORA, WORDS, Corpus, asked, query, vocabulary_in, vocabulary_of


@given(CORPORA, WORDS)
def test_every_term_has_a_weight_above_zero_and_its_true_frequency(corpus: Corpus, word: str) -> None:
    vocabulary = vocabulary_in(corpus)
    passages = [set(chain(*passage)) for article in corpus for passage in article]
    frequency = sum(word in passage for passage in passages)
    assert vocabulary.frequency(term(word, "")) == frequency
    assert (term(word, "") in vocabulary) == (frequency > 0)
    assert vocabulary.idf(term(word, "")) > 0 or not passages


@given(CORPORA)
def test_every_passage_gives_back_its_sentences(corpus: Corpus) -> None:
    vocabulary = vocabulary_in(corpus)
    names = {vocabulary.number(term(word, "")): word for word in "abcdefgh"}
    passages = [passage for article in corpus for passage in article]
    assert [
        [[names[n] for n in ids.tolist()] for ids in vocabulary.postings.sentences(p)]
        for p in range(len(passages))
    ] == (passages)


def test_an_edition_knows_its_words_as_they_are_written() -> None:
    words = vocabulary_of("The ferry sank", "the port").words
    assert {language: list(known) for language, known in words.items()} == {
        "": ["The", "ferry", "port", "sank", "the"]
    }


def test_stop_words_are_not_searched() -> None:
    vocabulary = vocabulary_of("the ferry", "the port", "the storm")
    assert vocabulary.weights([asked("The", "the", is_stop=True), asked("ferry", "ferry")]) == query("ferry")


def test_no_variant_outweighs_the_word_itself() -> None:
    vocabulary = vocabulary_of("tokayev", "tokayev", "tokayev port", "toqaev", *["storm"] * 20)
    weights = vocabulary.weights(
        [asked("Tokayev", "tokayev", variants=(Variant(term("toqaev", ""), 0.8, "Toqaev"),))]
    )
    assert weights[term("tokayev", "")] == 1
    assert weights[term("toqaev", "")] * vocabulary.idf(term("toqaev", "")) == pytest.approx(
        0.8 * vocabulary.idf(term("tokayev", ""))
    )


def test_a_variant_of_an_unknown_word_keeps_its_weight() -> None:
    vocabulary = vocabulary_of("ferry", "port", "storm")
    assert vocabulary.weights(
        [asked("fery", "feri", variants=(Variant(term("ferry", ""), 0.8, "ferry"),))]
    ) == {term("ferry", ""): 0.8}


def test_an_unknown_word_weighs_as_much_as_the_rarest() -> None:
    vocabulary = vocabulary_of("ferry", "port", "storm", "storm")
    known, unknown = asked("ferry", "ferry"), asked("whale", "whale")
    assert vocabulary.word_idf(unknown) > vocabulary.word_idf(known) > 0
