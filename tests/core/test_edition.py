"""An edition is what its articles say, and nothing of how it was made."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.edition import Edition, compare, differing_passages
from bot.core.model import ArticleId, Span
from tests.core.texts import article, harbour, orchard


def test_the_order_of_reading_does_not_matter() -> None:
    assert Edition.of([harbour(), orchard()]).id == Edition.of([orchard(), harbour()]).id


def test_any_change_gives_another_id() -> None:
    base = Edition.of([harbour()]).id
    assert Edition.of([replace(harbour(), title="Ice")]).id != base
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
    assert [found] == (holding or [None])


def test_passages_that_differ_are_counted_once_a_place() -> None:
    changed = article("harbour", harbour().text.replace("with saws", "with axes"))
    old, new = Edition.of([harbour()]), Edition.of([changed])
    assert differing_passages(old, new, ArticleId("harbour")) == 1
    assert differing_passages(old, old, ArticleId("harbour")) == 0
