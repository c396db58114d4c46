"""An edition is what its articles say, and nothing of how it was made."""

from dataclasses import fields, replace
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.index.edition import Edition
from bot.core.nouns import Article, ArticleId, BlockKind, Span
from bot.core.words.tokens import question_terms
from bot.library.editions.changes import compare, differing_passages
from tests.core.texts import article, harbour, orchard


def test_the_order_of_reading_does_not_matter() -> None:
    assert Edition.of([harbour(), orchard()]).id == Edition.of([orchard(), harbour()]).id


RETOLD = harbour().text.replace("boats", "ships")
CHANGES: dict[str, object] = {
    "id": ArticleId("pier"),
    "file": "pier.md",
    "revision": sha256(RETOLD.encode()).hexdigest(),
    "blocks": tuple(replace(block, inset=True) for block in harbour().blocks),
    "title": "Ice",
    "publisher": "Tarn Post",
    "author": "Osk Varrin",
    "published": date(2023, 1, 1),
    "modified": date(2025, 1, 1),
    "url": "https://tarn.test/ice",
    "language": "ru",
    "retracted": "true",
    "corrected": "true",
    "tags": "sea",
    "page_starts": (0, 9),
}


def test_every_fact_of_an_article_but_its_text_has_a_change_here() -> None:
    assert {field.name for field in fields(Article)} == {*CHANGES, "text"}  # a revision is a text's


@pytest.mark.parametrize("name", CHANGES)
def test_any_change_of_an_article_gives_another_id(name: str) -> None:
    text = {"text": RETOLD} if name == "revision" else {}
    changed = replace(harbour(), **{name: CHANGES[name]}, **text)  # type: ignore[arg-type]
    assert Edition.of([changed]).id != Edition.of([harbour()]).id


@pytest.mark.parametrize("change", [{"inset": True}, {"level": 2}, {"kind": BlockKind.ITEM}])
def test_any_change_of_a_block_gives_another_id(change: dict[str, object]) -> None:
    first, *others = harbour().blocks
    changed = replace(harbour(), blocks=(replace(first, **change), *others))  # type: ignore[arg-type]
    assert Edition.of([changed]).id != Edition.of([harbour()]).id


def test_any_change_of_the_articles_or_synonyms_gives_another_id() -> None:
    base = Edition.of([harbour()]).id
    assert Edition.of([harbour()], {"boat": ("ship",)}).id != base
    assert Edition.of([harbour(), orchard()]).id != base


def test_two_articles_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="harbour"):
        Edition.of([harbour(), harbour()])


def test_unchanged_articles_are_not_analysed_again() -> None:
    old = Edition.of([harbour(), orchard()])
    new = Edition.of([harbour(), replace(orchard(), title="Frost")], previous=old)
    assert new.entries[ArticleId("harbour")] is old.entries[ArticleId("harbour")]
    assert new.entries[ArticleId("orchard")] is not old.entries[ArticleId("orchard")]


def test_a_comparison_names_each_article_once() -> None:
    old = Edition.of([harbour(), orchard()])
    new = Edition.of([replace(harbour(), title="Ice"), article("tower", "The tower fell. Nobody was hurt.")])
    changes = compare(old, new)
    assert (changes.added, changes.removed) == (("tower",), ("orchard",))
    assert (changes.edited, changes.unchanged) == (("harbour",), ())


def test_an_empty_edition_has_no_passages() -> None:
    assert Edition.of([]).passages == ()


@given(st.integers(0, 260), st.integers(1, 80))
def test_every_place_has_the_passage_that_holds_it_or_none(start: int, length: int) -> None:
    edition = Edition.of([harbour()])
    span = Span(start, start + length)
    found = edition.passage_around(ArticleId("harbour"), span)
    holding = [p for p in edition.passages if p.span.contains(span)]
    assert found == (holding[0] if holding else None)


def test_passages_that_differ_are_counted_once_a_place() -> None:
    changed = article("harbour", harbour().text.replace("with saws", "with axes"))
    old, new = Edition.of([harbour()]), Edition.of([changed])
    assert differing_passages(old, new, ArticleId("harbour")) == 1
    assert differing_passages(old, old, ArticleId("harbour")) == 0


def test_what_is_carried_over_changes_nothing() -> None:
    old = Edition.of([harbour(), article("gone", "Nobody fished at Nowhereby. Lanternbey slept.")])
    articles = [replace(harbour(), title="Ice"), orchard()]
    carried, fresh = Edition.of(articles, previous=old), Edition.of(articles)
    assert carried.id == fresh.id
    for question in ("Who is Quill?", "Did Kwill pay for Lanternbi?", "What is Nowhereby?"):
        words = [
            edition.spellings.expand(question_terms(question, edition.languages))
            for edition in (carried, fresh)
        ]
        assert words[0] == words[1]
        weights = [edition.vocabulary.weights(words[0]) for edition in (carried, fresh)]
        assert weights[0] == weights[1]
        assert carried.ranking.top(weights[0], 9) == fresh.ranking.top(weights[1], 9)
