"""A scope admits its folders and tags, and includes a scope of which it admits every article."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.access.scope import EVERYTHING, Scope
from tests.chat.articles import article

NAME = st.sampled_from(
    ["news", "news/2031", "newspaper", "news.md", "reports", "tag:sea", "tag:sea/deep", "tag:air"]
)
SCOPES = st.lists(NAME, max_size=3).map(tuple).map(Scope)
FILES = [
    f"{folder}/{name}" for folder in ("news", "news/2031", "newspaper", "reports") for name in ("a", "b")
]
ARTICLES = [
    replace(article(), file=file, tags=tags)
    for file in (*FILES, "news.md", "news", "other.md")
    for tags in ("", "sea", "sea/deep", "air, sea", "air")
]


@given(SCOPES, SCOPES)
def test_every_article_of_an_included_scope_is_admitted(wide: Scope, narrow: Scope) -> None:
    if wide.includes(narrow):
        assert all(wide.admits(one) for one in ARTICLES if narrow.admits(one))
    elif not narrow.is_all:
        assert any(not wide.admits(one) for one in ARTICLES if narrow.admits(one))


@given(SCOPES)
def test_every_scope_is_read_as_it_is_written(scope: Scope) -> None:
    assert Scope.parse(str(scope)).names == tuple(dict.fromkeys(scope.names))
    assert not (scope.names and scope.includes(EVERYTHING))
    assert EVERYTHING.includes(scope)


def test_a_folder_is_more_than_the_beginning_of_a_name() -> None:
    admitted = {one.file for one in ARTICLES if Scope.parse(" /news/ , ,other.md").admits(one)}
    assert admitted == {"news", "news/a", "news/b", "news/2031/a", "news/2031/b", "other.md"}


@pytest.mark.parametrize("tags", ["Deep sea", "air, deep  SEA", "deep sea,air", "de\u0301ep sea, deep sea"])
def test_a_tag_is_one_however_it_is_written(tags: str) -> None:
    scope = Scope.parse("other, Tag: deep sea")
    assert scope.admits(replace(article(), tags=tags))
    assert str(scope) == "other, tag:deep sea"


@pytest.mark.parametrize("tags", ["", "deep", "deep sea water", ",", "tag:deep sea"])
def test_an_article_without_the_tag_is_not_admitted(tags: str) -> None:
    assert not Scope.parse("tag:deep sea").admits(replace(article(), tags=tags))
    assert not Scope.parse("tag: ").admits(replace(article(), tags=tags))
