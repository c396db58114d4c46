from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.alike import group_questions


def test_questions_of_nearly_the_same_words_are_one_group() -> None:
    asked = [
        "Who built the weir at Tessel?",
        "When was the kiln fired?",
        "who built the Tessel weir",
        "Who built the weir at Tessel?",
    ]
    assert group_questions(asked, ["en"]) == [
        ("Who built the weir at Tessel?", 3),
        ("When was the kiln fired?", 1),
    ]


def test_words_in_common_that_every_question_has_make_no_group() -> None:
    assert len(group_questions(["What is the weir?", "What is the kiln?"], ["en"])) == 2


def test_of_a_long_question_its_beginning_is_grouped_by() -> None:
    question = "Who built the weir at Tessel? " * 10
    tails = ["about kilns, ferries, orchards and mills " * 90, "with bridges over Hollin " * 150]
    assert len(group_questions([question + tail for tail in tails], ["en"])) == 1


@given(st.lists(st.text(max_size=30), max_size=30))
def test_every_question_is_counted_once(questions: list[str]) -> None:
    assert sum(count for _, count in group_questions(questions, ["en", "ru"])) == len(questions)
