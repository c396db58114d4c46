"""How a line is shaped: its words, and the mark that makes it an item of a list."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.reading.shape import bare_words, unmarked, word_count


@settings(max_examples=60, deadline=None)
@given(st.text("aZ09'.-_ \t\n(!", max_size=30))
def test_every_word_of_plain_letters_is_counted_once(text: str) -> None:
    assert word_count(text) == len(bare_words(text))


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("2. Turn the key", "Turn the key"),
        ("• Turn the key", "Turn the key"),
        ("Printed in 1988. ISBN 0-13-110362-8", "Printed in 1988. ISBN 0-13-110362-8"),
        ("It opened – and closed", "It opened – and closed"),
        ("- ", "- "),
    ],
)
def test_only_what_a_line_begins_with_is_its_mark(line: str, bare: str) -> None:
    assert unmarked(line) == bare
