"""An edition's sentences as vectors: every likeness is the one that comparing texts one by one gives."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.index.edition import Edition
from bot.core.index.vectors.encoded import Encoded, Scale, SentenceLikeness, Table, Texts
from bot.core.index.vectors.encoder import unit
from tests.core.encoders import SenseEncoder, encoded
from tests.core.texts import article, harbour, orchard

WORDS = ["police", "cops", "wage", "bread", "harbour", "night", "salary", "closed"]
SENTENCES = st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=8), min_size=2, max_size=12)


def likeness(edition: Edition, question: str) -> SentenceLikeness:
    assert edition.encoded
    found = edition.encoded.likeness(question)
    assert found
    return found


@settings(max_examples=40)
@given(st.lists(SENTENCES, min_size=1, max_size=4), st.lists(st.sampled_from(WORDS), min_size=1))
def test_every_likeness_is_that_of_the_texts_compared_one_by_one(
    papers: list[list[list[str]]], asked: list[str]
) -> None:
    texts = [" ".join(f"{' '.join(words).capitalize()}." for words in paper) for paper in papers]
    edition = encoded(Edition.of(article(f"paper{n}", text) for n, text in enumerate(texts)))
    found, encoder = likeness(edition, " ".join(asked)), SenseEncoder()
    question = encoder.question(" ".join(asked))
    each, around, whole = [], [], []
    for passage in edition.passages:
        shown = f"{passage.article.title}\n{passage.span.of(passage.article.text)}"
        whole.append(encoder.passages([shown])[0] @ question)
        rows = encoder.passages([span.of(passage.article.text) for span in passage.sentences])
        for n in range(len(rows)):
            each.append(rows[n] @ question)
            around.append(unit(rows[max(0, n - 1) : n + 2].sum(axis=0)) @ question)
    ours_of = ((each, found.sentences), (around, found.around), (whole, found.passages))
    for values, ours in ((np.array(told), ours) for told, ours in ours_of):
        if values.std() > 0.05:  # else the eight bits of a number tell
            np.testing.assert_allclose(ours, (values - values.mean()) / values.std(), atol=0.05)


def test_a_sentence_is_alike_that_says_it_in_other_words() -> None:
    edition = encoded(Edition.of([harbour(), orchard(), article("night", "The police came. They left.")]))
    found = likeness(edition, "cops came")
    best = edition.passages[found.best_passages(1, 0)[0]]
    assert best.article.id == "night"


def test_only_allowed_passages_are_among_the_best() -> None:
    edition = encoded(Edition.of([harbour(), orchard(), article("night", "The police came. They left.")]))
    allowed = np.array([passage.article.id != "night" for passage in edition.passages])
    found = likeness(edition, "cops came").best_passages(50, 50, allowed)
    assert found
    assert all(allowed[number] for number in found)
    assert not likeness(edition, "cops came").best_passages(5, 5, np.zeros(len(edition.passages), np.bool_))


def test_a_passage_is_found_whose_sentences_say_together_what_is_asked() -> None:
    edition = encoded(Edition.of([harbour(), orchard(), article("night", "The police. They came.")]))
    found = likeness(edition, "cops came")
    assert edition.passages[found.best_passages(0, 1)[0]].article.id == "night"
    assert found.best_passages(0, 0) == []


def test_where_the_encoder_fails_there_is_no_likeness() -> None:
    encoder = SenseEncoder()
    texts = Texts.of(Edition.of([harbour()]).passages)
    table = Table.of(texts, encoder.passages(texts.all).astype(np.float16), Scale(0, 1))
    encoder.fails = True
    assert Encoded(encoder, table).likeness("cops") is None


def test_an_edition_without_sentences_has_no_likeness() -> None:
    texts = Texts.of([])
    assert (
        Encoded(SenseEncoder(), Table.of(texts, np.empty((0, 64), np.float16), Scale(0, 1))).likeness("cops")
        is None
    )


def test_a_table_of_another_number_of_texts_is_refused() -> None:
    with pytest.raises(ValueError, match="vectors for"):
        Table.of(Texts.of(Edition.of([harbour()]).passages), np.zeros((1, 64), np.float16), Scale(0, 1))


@settings(max_examples=40)
@given(st.integers(0, 10_000))
def test_every_cosine_is_kept_to_two_thousandths(seed: int) -> None:
    rng = np.random.default_rng(seed)
    rows = unit(rng.standard_normal((50, 384)).astype(np.float32))
    texts = Texts([str(n) for n in range(50)], np.array([0, 50], np.int32), [], np.zeros(1, np.int32), [])
    table = Table.of(texts, rows.astype(np.float16), Scale(0, 1))
    wide = table.codes.astype(np.float32) * table.factors[:, np.newaxis]
    assert np.abs(wide @ rows[0] - rows @ rows[0]).max() < 0.002


def test_what_is_more_like_talk_than_like_any_sentence_is_talk() -> None:
    made, encoder = encoded(Edition.of([harbour(), orchard()])), SenseEncoder()
    assert made.encoded
    table = replace(made.encoded.table, talk=encoder.passages(["who brings cake", "lend me a ladder"]))
    for asked, is_talk in (("who brings a ladder", True), ("the pier of the harbour", False)):
        found = Encoded(encoder, table).likeness(asked)
        assert found
        assert found.is_talk is is_talk
