"""Words that are put together from others, found by the articles' own words alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.question import understand
from bot.core.index.edition import Edition
from bot.core.index.lexicon.compounds import Compounds
from bot.core.words.terms import term
from tests.core.texts import article

PARTS = ("Hafen", "Gebühr", "Schiff", "Ordnung", "Kapitän")
JOINTS = st.sampled_from(["", "s", "n", "en", "es"])


def edition(*texts: str, language: str = "de") -> Edition:
    return Edition.of([article(f"blatt{n}", text, language=language) for n, text in enumerate(texts)])


@given(st.permutations(PARTS), JOINTS)
def test_every_word_that_is_made_of_two_words_of_the_articles_is_taken_apart(
    parts: list[str], joint: str
) -> None:
    first, last, *_ = parts
    whole = f"{first}{joint}{last.lower()}"
    compounds = Compounds.of({"de": [*PARTS, whole]})
    assert len(list(compounds.parts(whole))) == 2
    terms = ([term(word, "de")] for word in (first, last))
    assert whole in list(compounds.made_of(*terms))


def test_a_phrase_finds_what_the_articles_write_as_one_word() -> None:
    found = edition("Die Hafengebühr beträgt 30 Kronen.", "Der Hafen ist alt.", "Jede Gebühr wird erhoben.")
    asked = understand("Gebühr des Hafens", found)
    assert term("Hafengebühr", "de") in asked.query


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("Wie hoch ist die Gebühr im Jahr?", "Jahresgebühr"),
        ("Wie lange ist die Frist zur Rückgabe?", "Rückgabefrist"),
        ("Wer leitet den Ausschuss der Bibliothek?", "Bibliotheksausschuss"),
    ],
)
def test_two_words_find_the_word_made_of_both_though_no_article_has_either(question: str, whole: str) -> None:
    found = edition(
        "Die Jahresgebühr beträgt 24 Kronen.",
        "Die Rückgabefrist beträgt drei Wochen.",
        "Den Bibliotheksausschuss leitet Frau Moll.",
    )
    asked = understand(question, found)
    assert term(whole, "de") in asked.query
    assert [found for found in asked.also_searched.values() if whole in found] == [(whole,), (whole,)]


def test_one_word_finds_what_the_articles_write_as_a_phrase() -> None:
    asked = understand("Schiffsordnung", edition("Ein Schiff braucht Ordnung."))
    assert asked.missing == ()
    assert set(asked.query) >= {term("Schiff", "de"), term("Ordnung", "de")}


def test_words_of_a_language_that_puts_none_together_stay_whole() -> None:
    assert list(Compounds.of({"en": ["harbour", "master", "harbourmaster"]}).parts("harbourmaster")) == []


def test_what_no_article_has_is_no_part() -> None:
    assert list(Compounds.of({"de": ["Hafen", "Hafenamt"]}).parts("Hafenamt")) == []
