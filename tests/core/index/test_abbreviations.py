"""Abbreviations are understood where an article explains them."""

import pytest

from bot.core.asking.question import understand
from bot.core.index.edition import Edition
from tests.core.texts import article, harbour

EDITION = Edition.of(
    [
        article("state", "The Council of State (CoS) met in May.\n\nThe CoS chose a speaker."),
        article(
            "dockers", "The SDC (Skerry Dockers\u2019 Cooperative) paid its members.\n\nThe cooperative grew."
        ),
        article("boats", "Boats sank (three of them).\n\nNobody told the BS."),
        harbour(),
    ]
)


@pytest.mark.parametrize(
    ("question", "word", "others"),
    [
        ("Who chairs the CoS?", "CoS", {"Council", "State"}),
        ("What did the SDC pay?", "SDC", {"Skerry", "Dockers", "Cooperative"}),
        ("who chairs the council of state?", "council", {"CoS"}),
        ("Did the Skerry Dockers\u2019 Cooperative pay?", "Skerry", {"SDC"}),
    ],
)
def test_an_explained_abbreviation_and_its_words_find_each_other(
    question: str, word: str, others: set[str]
) -> None:
    assert others <= set(understand(question, EDITION).also_searched.get(word, ()))


@pytest.mark.parametrize("question", ["who told the BS?", "did boats sink?", "council of elders", "the CoX?"])
def test_what_no_article_explains_is_not_guessed(question: str) -> None:
    assert understand(question, EDITION).also_searched == {}
