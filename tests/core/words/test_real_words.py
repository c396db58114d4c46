"""Which words are real, whatever the articles have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.words.real_words import RealWords
from bot.library.learned import real_words


@given(st.lists(st.text(min_size=1, max_size=20), max_size=30))
def test_every_kept_word_is_known_in_any_capitals(words: list[str]) -> None:
    known = RealWords.of(words)
    assert all(word in known and word.lower() in known for word in words)


@given(st.text(max_size=20))
def test_without_words_none_is_known(word: str) -> None:
    assert word not in RealWords()


@pytest.mark.parametrize(
    "word", ["petrol", "patrol", "moorings", "Leuchtturm", "маяк", "пароме", "міста", "bateau", "barcos"]
)
def test_the_shipped_words_are_known(word: str) -> None:
    assert word in real_words()


@pytest.mark.parametrize("word", ["recieve", "lighthose", "goverment", "Lanternby", "патрл", "qzxvkw", ""])
def test_slips_and_rare_names_are_not(word: str) -> None:
    assert word not in real_words()
