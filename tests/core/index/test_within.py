"""An edition of some articles knows nothing of the others: it is the edition that these alone would make."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.asking.question import understand
from bot.core.index.background import NO_BACKGROUND
from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId, Listed
from tests.chat.articles import article
from tests.core.encoders import encoded

WORDS = st.sampled_from(["kiln", "weir", "Orrin", "harbour", "bricks", "ferry", "Tessel", "mines", "piers"])
SENTENCES = st.lists(WORDS, min_size=2, max_size=6).map(lambda words: f"The {' '.join(words)} stood there.")
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3), min_size=1, max_size=6)
SYNONYMS = {"kiln": ("oven", "furnace"), "weir": ("dam",), "harbour": ("kiln",)}


def edition_of(texts: list[list[str]]) -> Edition:
    articles = [
        replace(article([text]), id=ArticleId(f"a{n}"), file=f"{n}.md", title=f"Title {n}")
        for n, text in enumerate(texts)
    ]
    return Edition.of(articles, SYNONYMS)


@settings(max_examples=15, deadline=None)
@given(TEXTS, st.sets(st.integers(0, 5)), st.lists(WORDS, min_size=1, max_size=4).map(" ".join))
def test_every_part_is_what_its_articles_alone_would_be(
    texts: list[list[str]], numbers: set[int], asked: str
) -> None:
    whole, names = edition_of(texts), {f"{n}.md" for n in numbers}

    def admits(listed: Listed) -> bool:
        return listed.file in names

    part = whole.within(admits, NO_BACKGROUND)
    alone = Edition.of([article for article in whole.articles if admits(article)], part.synonyms)
    assert part.is_part
    assert (part.id, part.passages) == (alone.id, alone.passages)
    assert set(part.vocabulary.terms) == set(alone.vocabulary.terms)
    assert {language: set(words) for language, words in part.vocabulary.words.items()} == {
        language: set(words) for language, words in alone.vocabulary.words.items()
    }
    of_part, of_alone = understand(asked, part), understand(asked, alone)
    assert of_part.words == of_alone.words
    for word in of_part.words:
        assert part.ranking.top(word.readings, 9) == alone.ranking.top(word.readings, 9)


@settings(max_examples=15, deadline=None)
@given(TEXTS, st.sets(st.integers(0, 5)))
def test_no_word_of_another_article_is_known_to_a_part(texts: list[list[str]], numbers: set[int]) -> None:
    secret = [*texts, ["The zorblax of Quennary was sold to Vintrope."]]
    whole = edition_of(secret)
    part = whole.within(lambda listed: listed.file != f"{len(texts)}.md", NO_BACKGROUND)
    known = {word for words in part.vocabulary.words.values() for word in words}
    assert not {"zorblax", "Quennary", "Vintrope"} & known
    found = understand("zorblex Quenary Vintrop", part)
    assert not {"zorblax", "quennary", "vintrope"} & {term for word in found.words for term in word.readings}
    assert found.also_searched == {}
    assert all("zorblax" not in word for word in part.vocabulary.terms)


def test_a_part_has_only_synonyms_of_which_all_words_are_there() -> None:
    whole = edition_of(
        [["The kiln stood there.", "An oven stood there."], ["The furnace and the dam broke."]]
    )
    part = whole.within(lambda listed: listed.file == "0.md", NO_BACKGROUND)
    assert part.synonyms == {"kiln": ("oven",)}


@settings(max_examples=15, deadline=None)
@given(TEXTS, st.sets(st.integers(0, 5)))
def test_every_part_is_encoded_as_its_articles_alone_would_be(
    texts: list[list[str]], numbers: set[int]
) -> None:
    names = {f"{n}.md" for n in numbers}
    part = encoded(edition_of(texts)).within(lambda listed: listed.file in names, NO_BACKGROUND)
    alone = encoded(replace(part, encoded=None))
    assert part.encoded
    assert alone.encoded
    found, expected = (one.encoded.likeness("kiln") for one in (part, alone) if one.encoded)
    assert (found is None) == (expected is None) == (not part.passages)
    if found and expected:
        np.testing.assert_allclose(found.closeness, expected.closeness, atol=1e-6)
        np.testing.assert_allclose(found.headings, expected.headings, atol=1e-6)
        assert found.starts.tolist() == expected.starts.tolist()


def test_of_articles_that_lie_elsewhere_a_part_has_none() -> None:
    whole = replace(edition_of([["The kiln stood there."]]), cards=())
    assert whole.within(lambda _: True, NO_BACKGROUND).articles == ()
