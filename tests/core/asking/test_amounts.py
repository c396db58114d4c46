"""Amounts in questions and articles, in words, in figures and abbreviated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.amounts import amount_in_words
from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.index.edition import Edition
from tests.core.texts import article

OTHER = "The council gave 7 hundred crowns to fishermen."


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("two thousand", "Some 2,000 people came."),
        ("2,000", "Some two thousand people came."),
        ("2000", "Some 2 000 people came."),
        ("40 000", "Some 40 thousand people came."),
        ("3 million", "It cost 3,000,000 in all."),
        ("2.5 million", "It cost 2,500,000 in all."),
        ("$3bn", "It cost 3 billion in all."),
        ("3 billion", "It cost $3bn in all."),
        ("$5m", "It cost $5 million in all."),
        ("40 млн", "Потратили 40 миллионов тенге."),
        ("40 миллионов", "Потратили 40 млн тенге."),
    ],
)
def test_an_amount_is_found_in_its_other_forms(asked: str, written: str) -> None:
    language = "ru" if any("а" <= letter <= "я" for letter in written) else "en"
    edition = Edition.of([article("written", written, language=language, title=""), article("other", OTHER)])
    assert [c.passage.article.id for c in candidates(understand(asked, edition), edition)] == ["written"]


def test_the_form_that_was_asked_for_comes_first() -> None:
    edition = Edition.of(
        [article("figures", "Some 2,000 came."), article("words", "Some two thousand came.")]
    )
    for asked, first in (("2,000", "figures"), ("two thousand", "words")):
        assert candidates(understand(asked, edition), edition)[0].passage.article.id == first


@pytest.mark.parametrize("asked", ["in 2000", "two", "3 boats"])
def test_a_year_and_a_small_number_are_searched_as_they_are(asked: str) -> None:
    edition = Edition.of([article("written", "In 2000 some 3 thousand boats, three or 2 each, came.")])
    assert understand(asked, edition).also_searched == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about $2-3bn", "about $2-3 billion"),
        ("€2.5m", "€2.5 million"),
        ("25 млн тенге", "25 миллионов тенге"),
        ("a 3m wall", "a 3m wall"),
        ("the bn index", "the bn index"),
        ("bn3", "bn3"),
    ],
)
def test_only_what_is_certain_is_written_out(text: str, expected: str) -> None:
    assert amount_in_words(text) == expected


@given(st.integers(0, 10**14), st.sampled_from(["", " thousand", " million", "bn", "m", " тысяч"]))
def test_every_amount_can_be_asked_for(number: int, scale: str) -> None:
    edition = Edition.of([article("written", f"It was {number}{scale} then.")])
    assert candidates(understand(f"{number}{scale}", edition), edition)
