"""Which language a short text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.words.spoken import may_be_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("thanks a lot", "en"),
        ("Who repaired the lighthouse?", "en"),
        ("большое спасибо", "ru"),
        ("рақмет", "kk"),
        ("дякую", "uk"),
        ("vielen Dank", "de"),
        ("Wann wurde die Fähre verkauft?", "de"),
        ("merci beaucoup", "fr"),
        ("muchas gracias", "es"),
        ("grazie mille", "it"),
        ("De aanleg van het eiland", "nl"),
    ],
)
def test_a_text_is_in_the_language_of_its_small_and_polite_words(text: str, language: str) -> None:
    assert language in may_be_in(text)


def test_a_text_without_such_words_is_in_a_language_of_its_script() -> None:
    assert set(may_be_in("паром Аргула")) >= {"ru", "uk", "kk"}
    assert may_be_in("ferry lighthouse") == ()


def test_a_single_small_word_may_belong_to_a_name() -> None:
    assert may_be_in("Maria de Fonseca", 2) == ()


@given(st.text(max_size=60))
def test_every_text_may_be_in_some_languages_or_in_none(text: str) -> None:
    assert len(set(may_be_in(text))) == len(may_be_in(text))
