"""Junk lines, and the quotes that touch them."""

from pathlib import Path

import pytest

from bot.lab.measuring.junk import read_junk
from bot.lab.question_sets import QuestionsError
from tests.lab.sets import write_rows

LINES = [
    "Menu | Search",
    "",
    "The ferry\u00a0sank at dawn. Nobody drowned.",
    "Photo: the ferry sank at dawn",
    "More",
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "ferry.txt").write_text("\n".join(LINES), encoding="utf-8")
    return tmp_path


def is_touched(corpus: Path, words: str, *lines: int) -> bool:
    rows = [{"file": "ferry.txt", "line": line} for line in lines]
    return read_junk(write_rows(corpus / "junk.jsonl", rows), corpus)["ferry.txt"].is_touched(words)


@pytest.mark.parametrize(
    ("words", "touched"),
    [
        ("The ferry sank at dawn.", False),
        ("Nobody drowned.", False),
        ("Photo: the ferry sank at dawn", True),
        ("the ferry sank", True),
        ("Nobody drowned. Photo: the ferry", True),
        ("Menu | Search", True),
        ("Nobody Menu | Search drowned.", True),
        ("Something else altogether.", False),
    ],
)
def test_a_quote_touches_junk_where_it_shares_a_word_with_the_line(
    corpus: Path, words: str, touched: bool
) -> None:
    assert is_touched(corpus, words, 1, 4) is touched


def test_words_that_stand_in_prose_too_are_no_junk(corpus: Path) -> None:
    assert not is_touched(corpus, "ferry sank at dawn", 4)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"file": "ferry.txt", "line": 6}, "line 1: there is no line 6; the file has 5"),
        ({"file": "ferry.txt", "line": 0}, "line 1: there is no line 0"),
        ({"file": "ferry.txt"}, "line 1: 'line' is missing"),
        ({"file": "ferry.txt", "line": "x"}, "line 1"),
        ({"file": "gone.txt", "line": 1}, "line 1: it cannot be read"),
    ],
)
def test_a_bad_line_is_named(corpus: Path, row: dict[str, object], problem: str) -> None:
    with pytest.raises(QuestionsError, match=problem):
        read_junk(write_rows(corpus / "junk.jsonl", [row]), corpus)
