"""Words written apart or joined, other than in the articles."""

import pytest

from bot.core.asking.question import understand
from bot.core.index.edition import Edition
from tests.core.texts import article, harbour

EDITION = Edition.of(
    [
        article("net", "The Wi-Fi of the pier is free.\n\nFi the dog barked. Wi is a river."),
        article("plane", "Flight QX310 landed late."),
        article("ill", "COVID-19 closed the baths."),
        harbour(),
    ]
)


@pytest.mark.parametrize(
    ("question", "word", "others"),
    [
        ("is there wifi on the pier?", "wifi", {"wi", "fi"}),
        ("did flight QX 310 land?", "QX", {"QX310"}),
        ("why did covid19 close the baths?", "covid19", {"covid", "19"}),
    ],
)
def test_the_parts_of_a_word_and_the_whole_find_each_other(
    question: str, word: str, others: set[str]
) -> None:
    understood = understand(question, EDITION)
    assert set(understood.also_searched[word]) == others
    assert word not in understood.missing


@pytest.mark.parametrize("question", ["a wilate boat", "which is QX 311?", "covid20"])
def test_parts_that_stand_nowhere_side_by_side_are_not_searched(question: str) -> None:
    assert understand(question, EDITION).also_searched == {}
