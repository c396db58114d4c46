from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.errors import ArticleError
from bot.library.corpus.synonyms import parse_synonyms


def test_names_are_separated_by_commas_or_listed() -> None:
    text = "NHA: Harbour Authority\ntown hall: city hall, mayor's  office,\nferry:\n  - boat\n  - steamer\n"
    assert parse_synonyms(text) == {
        "NHA": ("Harbour Authority",),
        "town hall": ("city hall", "mayor's office"),
        "ferry": ("boat", "steamer"),
    }


def test_a_name_is_no_synonym_of_itself_nor_given_twice() -> None:
    assert parse_synonyms("ferry: Ferry, boat, Boat\n") == {"ferry": ("boat",)}


def test_no_synonyms_are_no_error() -> None:
    assert parse_synonyms("# none yet\n") == {}


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("a: b\nc:\n", 2, "no other name"),
        ("a: ' , '\n", 1, "no other name"),
        ("a: A\n", 1, "no other name"),
        ("a: b\nA: c\n", 2, "occurs twice (first in line 1)"),
        ("a:\n  b: c\n", 1, "separated by commas"),
        ("a: [[b]]\n", 1, "separated by commas"),
        ("'': b\n", 1, "a name is empty"),
        (f"a: {'b' * 101}\n", 1, "longer than 100"),
        (f"a: {'b' * 1001}\n", 1, "longer than 1,000"),
        ("only words\n", 1, "key: value"),
    ],
)
def test_what_is_no_list_of_names_is_refused_with_its_line(text: str, line: int, part: str) -> None:
    with pytest.raises(ArticleError) as caught:
        parse_synonyms(text)
    assert part in caught.value.reason
    assert caught.value.line == line


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from(":,-[] \n")))
def test_every_text_is_parsed_or_refused(text: str) -> None:
    with suppress(ArticleError):
        assert all(names for names in parse_synonyms(text).values())
