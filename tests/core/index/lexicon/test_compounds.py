"""Words that are put together from others, found by the articles' own words alone."""

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


def test_one_word_finds_what_the_articles_write_as_a_phrase() -> None:
    asked = understand("Schiffsordnung", edition("Ein Schiff braucht Ordnung."))
    assert asked.missing == ()
    assert set(asked.query) >= {term("Schiff", "de"), term("Ordnung", "de")}


def test_words_of_a_language_that_puts_none_together_stay_whole() -> None:
    assert list(Compounds.of({"en": ["harbour", "master", "harbourmaster"]}).parts("harbourmaster")) == []


def test_what_no_article_has_is_no_part() -> None:
    assert list(Compounds.of({"de": ["Hafen", "Hafenamt"]}).parts("Hafenamt")) == []
