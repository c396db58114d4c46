import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.parsing.wrapping import unwrap

SENTENCES = (
    "The keeper of the lighthouse on Skerry Point counted forty-one ships that winter, and he wrote the name "
    "of each into a book that his daughter still keeps. Nobody else on the island could read his hand."
)
WRAPPED = (
    "The keeper of the lighthouse on Skerry Point counted forty-one\n"
    "ships that winter, and he wrote the name of each into a book that\n"
    "his daughter still keeps. Nobody else on the island could read his\n"
    "hand."
)
WORDS = (
    "the",
    "captain",
    "lighthouse",
    "a",
    "government",
    "counted",
    "of",
    "children",
    "written",
)


@given(st.text(alphabet=st.sampled_from("ab. \n-")))
def test_every_text_keeps_all_but_its_line_breaks_and_the_hyphens_there(text: str) -> None:
    assert re.sub(r"[\s-]", "", unwrap(text)) == re.sub(r"[\s-]", "", text)
    if "-\n" not in text:
        assert unwrap(text).split() == text.split()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The harbour: it left the har-\nbour.", "The harbour: it left the harbour."),
        ("It left the har-\nbour at six.", "It left the harbour at six."),
        ("Das Ge-\nsetz gilt für alle.", "Das Gesetz gilt für alle."),
        ("Quorr-moss and quorr-\nmoss.", "Quorr-moss and quorr-moss."),
        ("The quorrmoss, or quorr-\nmoss.", "The quorrmoss, or quorrmoss."),
        ("A quorr\u00ad\nmoss grew.", "A quorrmoss grew."),
        ("Of pre-\nand post-war years.", "Of pre-\nand post-war years."),
        ("A quorr-\nmoss grew.", "A quorr-\nmoss grew."),
        ("From Marrow-\nOdderby on.", "From Marrow-\nOdderby on."),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole_where_it_is_known(text: str, whole: str) -> None:
    assert unwrap(text) == whole


@given(st.lists(st.sampled_from(WORDS), min_size=20, max_size=60), st.integers(65, 90))
def test_every_wrapped_paragraph_of_known_words_is_read_as_it_was_written(
    words: list[str], width: int
) -> None:
    text = " ".join(words) + "."
    lines = [""]
    for word in text.split():
        room = width - len(lines[-1]) - 2
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif 3 <= room < len(word) - 3 and word.isalpha():
            lines[-1] += f" {word[:room]}-"
            lines.append(word[room:])
        else:
            lines.append(word)
    assert unwrap("\n".join(lines)) == text


def test_a_wrapped_paragraph_is_put_on_one_line() -> None:
    assert unwrap(f"{WRAPPED}\n\n{WRAPPED}\n") == f"{SENTENCES}\n\n{SENTENCES}\n"


def test_lines_that_their_author_ended_stay() -> None:
    poem = "The ships went out\nand none came home\nthat winter."
    news = "The ferry stopped running on Monday because of ice in the strait.\nIt will run again in March."
    assert unwrap(poem) == poem
    assert unwrap(news) == news


def test_lines_of_markup_are_measured_with_it_and_a_sentence_goes_on_over_them() -> None:
    source = (
        "The keeper writes the name of each ship into [his book](https://a.example),\n"
        "which [his daughter](https://b.example) keeps. The Harbour Office counts\n"
        "Danish ones"
    )
    seen = (
        "The keeper writes the name of each ship into his book,\n"
        "which his daughter keeps. The Harbour Office counts\n"
        "Danish ones"
    )
    assert unwrap(seen, source) == seen.replace("\n", " ")
    assert (
        unwrap("See Chapters 2 and\n4 of it", "See Chapters `2` and\n4 of it") == "See Chapters 2 and 4 of it"
    )
    assert unwrap("See Chapters 2 and\n4 of it") == "See Chapters 2 and\n4 of it"
