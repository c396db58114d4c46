"""A scope admits the articles of its folders, and includes a scope of which it admits every article."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.access.scope import EVERYTHING, Scope
from tests.chat.articles import article

FOLDER = st.sampled_from(["news", "news/2031", "newspaper", "news.md", "reports"])
SCOPES = st.lists(FOLDER, max_size=3).map(tuple).map(Scope)
FILES = [
    f"{folder}/{name}" for folder in ("news", "news/2031", "newspaper", "reports") for name in ("a", "b")
]
ARTICLES = [replace(article(), file=file) for file in (*FILES, "news.md", "news", "other.md")]


@given(SCOPES, SCOPES)
def test_every_article_of_an_included_scope_is_admitted(wide: Scope, narrow: Scope) -> None:
    if wide.includes(narrow):
        assert all(wide.admits(one) for one in ARTICLES if narrow.admits(one))
    elif not narrow.is_all:
        assert any(not wide.admits(one) for one in ARTICLES if narrow.admits(one))


@given(SCOPES)
def test_every_scope_is_read_as_it_is_written(scope: Scope) -> None:
    assert Scope.parse(str(scope)).folders == tuple(dict.fromkeys(scope.folders))
    assert not (scope.folders and scope.includes(EVERYTHING))
    assert EVERYTHING.includes(scope)


def test_a_folder_is_more_than_the_beginning_of_a_name() -> None:
    admitted = {one.file for one in ARTICLES if Scope.parse(" /news/ , ,other.md").admits(one)}
    assert admitted == {"news", "news/a", "news/b", "news/2031/a", "news/2031/b", "other.md"}
