from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.library.parsing.yaml import Pair, parse_mapping, render_mapping

LINES = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]))


@given(st.dictionaries(LINES, LINES))
def test_every_mapping_of_lines_survives_being_written_and_read(values: dict[str, str]) -> None:
    assert {entry.key: entry.value for entry in parse_mapping(render_mapping(values))} == values


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("-:[]{}&*!|>'\"#%@` \n")))
def test_every_text_is_parsed_or_refused(text: str) -> None:
    with suppress(ArticleError):
        assert all(entry.line >= 1 for entry in parse_mapping(text))


def test_values_stay_the_texts_that_were_written() -> None:
    entries = parse_mapping("year: 2022\nsure: yes\nday: 2022-01-06\n")
    assert [entry.value for entry in entries] == ["2022", "yes", "2022-01-06"]


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n", "~"])
def test_an_empty_mapping_has_no_entries(text: str) -> None:
    assert parse_mapping(text) == ()


def test_a_key_without_a_value_is_kept_as_unknown() -> None:
    assert parse_mapping("title:\n") == (Pair("title", None, 1),)


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("a: b\na: c\n", 2, "occurs twice (first in line 1)"),
        ("a: b: c\n", 1, "in quotes"),
        ("a: &x b\n", 1, "aliases"),
        ("a: b\nc: *a\n", 2, "aliases"),
        ("a: !!python/object:os.system x\n", 1, "tags"),
        ("&x {a: b}", 1, "aliases"),
        ("- a\n", 1, "key: value"),
        ("only words\n", 1, "key: value"),
        ("a: b\n---\nc: d\n", 3, "second YAML document"),
        ("[a]: b\n", 1, "nested too deeply"),
        ("~: b\n", 1, "key is missing"),
        ("a: " + "[" * 9 + "]" * 9 + "\n", 1, "nested too deeply"),
        ("{a: " * 9 + "b" + "}" * 9 + "\n", 1, "nested too deeply"),
        ("a: 'b\n", None, "not YAML"),
        ("a: \x07\n", None, "not YAML"),
        ("a: \ud800\n", None, "not YAML"),
    ],
)
def test_what_is_no_plain_mapping_is_refused_with_its_line(text: str, line: int | None, part: str) -> None:
    with pytest.raises(ArticleError) as caught:
        parse_mapping(text)
    assert part in caught.value.reason
    assert line is None or caught.value.line == line


def test_expanding_aliases_and_endless_nesting_are_refused_at_once() -> None:
    laughs = "a: &a [x]\n" + "".join(
        f"{b}: &{b} [*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    for bomb in (laughs, "a: " + "[" * 500_000, "{a: " * 200_000, "- " * 400_000):
        with pytest.raises(ArticleError):
            parse_mapping(bomb)


def test_an_oversized_text_is_refused_with_the_limit() -> None:
    with pytest.raises(ArticleError, match=f"{LIMITS.files.header:,}"):
        parse_mapping("a: " + "b" * LIMITS.files.header)
