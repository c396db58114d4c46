"""What somebody wants to have explained."""

import pytest

from bot.core.asking.asked import defined


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What is a gantry?", "a gantry"),
        ("what's the gantry", "the gantry"),
        ("So what are gantries?", "gantries"),
        ("Who was Ada Flint?", "Ada Flint"),
        ("what does gantry mean", "gantry"),
        ("What is meant by gantry?", "gantry"),
        ("define gantry", "gantry"),
        ("gantry definition", "gantry"),
        ("gantry: what is that?", "gantry"),
        ("Was ist eine Lunte?", "eine Lunte"),
        ("Wer war Ada Flint?", "Ada Flint"),
        ("Was bedeutet eigentlich Lunte?", "Lunte"),
        ("Что такое лунка?", "лунка"),
        ("что значит лунка", "лунка"),
        ("Що таке лунка?", "лунка"),
        ("Қобыз деген не?", "Қобыз"),
        ("Qu'est-ce que c'est que la gabare ?", "la gabare"),
        ("¿Qué es una almadía?", "una almadía"),
    ],
)
def test_a_question_for_what_something_is_names_it(question: str, thing: str) -> None:
    found = defined(question)
    assert found
    assert found.of(question) == thing


@pytest.mark.parametrize(
    "question",
    [
        "How high is the gantry?",
        "Is the gantry high?",
        "gantry",
        "",
        "Why is it called so, and what is it for?",
    ],
)
def test_other_questions_do_not(question: str) -> None:
    assert defined(question) is None
