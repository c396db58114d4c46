from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.words.strings import Dictionary, Strings, TextMap

TEXTS = st.text(st.characters(exclude_categories=[]), max_size=6)  # lone surrogates too


@given(st.lists(TEXTS))
def test_every_row_is_read_as_it_was_laid_out(texts: list[str]) -> None:
    row = Strings.of(texts)
    assert list(row) == texts == [row[place] for place in range(len(row))] == row[:]


@given(st.lists(TEXTS), TEXTS)
def test_every_string_is_found_where_it_stands_and_no_other(texts: list[str], other: str) -> None:
    known = Dictionary.of(texts)
    assert list(known) == sorted(set(texts))
    for _ in range(2):  # what was looked up is remembered
        assert [known.place(text) for text in known] == list(range(len(known)))
        assert (other in known) == (other in texts)


@given(st.dictionaries(TEXTS, TEXTS), TEXTS)
def test_every_string_has_what_stands_for_it(texts: dict[str, str], other: str) -> None:
    assert TextMap.of(texts) == texts
    assert TextMap.of(texts).get(other) == texts.get(other)


def test_of_more_than_signposts_stand_for_each_is_found_where_it_stands() -> None:
    texts = sorted(f"{n:03}" for n in range(0, 400, 2))
    words = Dictionary.of(texts)
    assert [words.place(text) for text in texts] == list(range(len(texts)))
    assert not any(f"{n:03}" in words for n in range(1, 400, 2))
    assert list(words.beginning("12")) == ["120", "122", "124", "126", "128"]
    assert list(words.beginning("4")) == []


def test_of_many_that_were_looked_up_some_are_forgotten() -> None:
    known = Dictionary.of(["a"])
    for number in range(LIMITS.caches.looked_up + 9):
        assert str(number) not in known
    assert known.place("a") == 0
