"""Questions in Latin letters about articles in Cyrillic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.question import understand
from bot.core.index.edition import Edition
from bot.core.index.lexicon.transcribed import in_cyrillic
from bot.core.words.strings import Dictionary
from bot.languages.language import Asked
from tests.core.texts import article

RUSSIAN = "Паром через Тарну стоит двадцать крон. Маяк починил Щукин, бывший лоцман."
KAZAKH = "Айлақтағы кітапханада қырық мың кітап бар. Оны Әлия басқарады."


def edition(text: str, language: str) -> Edition:
    return Edition.of([article("a", text, language=language, title="")])


@pytest.mark.parametrize(
    ("asked", "meant", "kind"),
    [
        ("skolko stoit parom?", "сколько стоит паром?", Asked.NUMBER),
        ("kto pochinil mayak", "кто починил маяк", Asked.PERSON),
        ("Kto takoj Shchukin?", "Кто такой Щукин?", Asked.PERSON),
    ],
)
def test_a_question_in_latin_letters_is_one_in_the_articles_script(
    asked: str, meant: str, kind: Asked
) -> None:
    found = understand(asked, edition(RUSSIAN, "ru"))
    assert (found.text, found.asked, found.missing) == (meant, kind, ())
    assert found.also_searched


def test_letters_of_kazakh_are_meant_too() -> None:
    found = understand("kitaphanada kansha kitap bar", edition(KAZAKH, "kk"))
    assert found.text == "кітапханада қанша кітап бар"


@pytest.mark.parametrize(
    "asked",
    ["who mended the lighthouse?", "is it on no map", "Tarna", "kto", "Kto mended the old lighthouse?"],
)
def test_a_question_in_a_language_of_latin_letters_stays(asked: str) -> None:
    assert understand(asked, edition(RUSSIAN, "ru")).text == asked


def test_nothing_is_meant_where_no_article_is_in_cyrillic() -> None:
    assert understand("skolko stoit parom?", edition("A ferry is old.", "en")).text == "skolko stoit parom?"


@given(st.text(st.sampled_from("acehjkmopstuy '?"), max_size=80))
def test_every_word_that_is_put_in_cyrillic_is_a_known_one(text: str) -> None:
    written = Dictionary.of(["паром", "щука", "мост"])
    meant, spelt = in_cyrillic(text, frozenset({"ru"}), written, lambda _: False)
    assert all(word in written for words in spelt.values() for word in words)
    assert meant == text or any("а" <= letter <= "я" for letter in meant.lower())
