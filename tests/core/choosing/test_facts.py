"""What a sentence holds that can answer."""

import pytest

from bot.core.choosing.facts import facts
from bot.core.words.tokens import word_texts


def numbers(sentence: str, language: str) -> list[str]:
    words = word_texts(sentence)
    return [words[n] for n in facts(sentence, words, language).numbers]


@pytest.mark.parametrize(
    ("sentence", "language", "counting"),
    [
        ("4. The fee is 30 crowns.", "en", ["30"]),
        ("(2) Two boats may moor, see section 12 and pages 4–7.", "en", ["Two"]),
        ("Under Rule 9(b) a crew has 5 days.", "en", ["5"]),
        ("12 boats came.", "en", ["12"]),
        ("(2) Der Rat hat 43 Sitze nach § 5 Abs. 1 Nr. 7.", "de", ["43"]),
        ("Ein Darlehen ist nach Absatz 3 zu kündigen.", "de", []),
        ("Согласно ст. 5 штраф 300 рублей.", "ru", ["300"]),
        ("Une amende de 40 francs est due selon l’article 8.", "fr", ["40"]),
    ],
)
def test_numbers_of_items_and_of_a_texts_parts_answer_nothing(
    sentence: str, language: str, counting: list[str]
) -> None:
    assert numbers(sentence, language) == counting


def test_small_words_with_a_capital_are_no_names() -> None:
    sentence = "He said: “The ice came. We left.”"
    words = word_texts(sentence)
    assert facts(sentence, words, "en").names == []
