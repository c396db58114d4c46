"""Amounts in questions and articles, in words, in figures and abbreviated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.amounts import amount_in_words
from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.index.edition import Edition
from bot.core.words.terms import term
from bot.core.words.tokens import words
from tests.core.texts import article

OTHER = "The council gave 7 hundred crowns to fishermen."


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("two thousand", "Some 2,000 people came."),
        ("2,000", "Some two thousand people came."),
        ("2000", "Some 2 000 people came."),
        ("40 000", "Some 40 thousand people came."),
        ("3 million", "It cost 3,000,000 in all."),
        ("2.5 million", "It cost 2,500,000 in all."),
        ("$3bn", "It cost 3 billion in all."),
        ("3 billion", "It cost $3bn in all."),
        ("$5m", "It cost $5 million in all."),
        ("1200000", "It cost 1.2 million in all."),
        ("1.200.000", "It cost 1,200,000 in all."),
        ("1 250 000", "It cost 1.25 million in all."),
        ("16.000", "Some 16,000 people came."),
        ("16,000", "Some 16.000 people came."),
        ("16 thousand", "Some 16.000 people came."),
        ("sixteen thousand", "Some 16k people came."),
        ("16,000", "Some 16k people came."),
        ("sixteen thousand", "Some 16.000 people came."),
        ("16 тысяч", "Потратили 16.000 тенге."),
        ("16k", "Some 16 thousand people came."),
        ("thirty-eight", "Some 38 people came."),
        ("38", "Some thirty-eight people came."),
        ("eleven", "Some 11 people came."),
        ("17", "Some seventeen people came."),
        ("40 млн", "Потратили 40 миллионов тенге."),
        ("40 миллионов", "Потратили 40 млн тенге."),
    ],
)
def test_an_amount_is_found_in_its_other_forms(asked: str, written: str) -> None:
    language = "ru" if any("а" <= letter <= "я" for letter in written) else "en"
    edition = Edition.of([article("written", written, language=language, title=""), article("other", OTHER)])
    assert [c.passage.article.id for c in candidates(understand(asked, edition), edition)] == ["written"]


def test_the_form_that_was_asked_for_comes_first() -> None:
    edition = Edition.of(
        [article("figures", "Some 2,000 came."), article("words", "Some two thousand came.")]
    )
    for asked, first in (("2,000", "figures"), ("two thousand", "words")):
        assert candidates(understand(asked, edition), edition)[0].passage.article.id == first


@pytest.mark.parametrize("asked", ["in 2000", "two", "3 boats"])
def test_a_year_and_a_small_number_are_searched_as_they_are(asked: str) -> None:
    edition = Edition.of([article("written", "In 2000 some 3 thousand boats, three or 2 each, came.")])
    assert understand(asked, edition).also_searched == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about $2-3bn", "about $2-3 billion"),
        ("€2.5m", "€2.5 million"),
        ("25 млн тенге", "25 миллионов тенге"),
        ("a 3m wall", "a 3m wall"),
        ("the bn index", "the bn index"),
        ("bn3", "bn3"),
    ],
)
def test_only_what_is_certain_is_written_out(text: str, expected: str) -> None:
    assert amount_in_words(text) == expected


@given(st.integers(0, 10**14), st.sampled_from(["", " thousand", " million", "bn", "m", " тысяч"]))
def test_every_amount_can_be_asked_for(number: int, scale: str) -> None:
    edition = Edition.of([article("written", f"It was {number}{scale} then.")])
    assert candidates(understand(f"{number}{scale}", edition), edition)


@given(
    st.integers(1, 999),
    st.integers(0, 999),
    st.integers(0, 999),
    st.sampled_from([" ", ",", ".", "'", "\u202f"]),
)
def test_every_way_of_grouping_millions_is_the_same_number(
    millions: int, thousands: int, ones: int, mark: str
) -> None:
    written = mark.join((str(millions), f"{thousands:03}", f"{ones:03}"))
    assert term(written, "en") == str(millions * 1_000_000 + thousands * 1_000 + ones)
    assert [word.text for word in words(f"It cost {written} crowns.")] == ["It", "cost", written, "crowns"]


@pytest.mark.parametrize(
    ("language", "asked", "figure"),
    [
        ("ru", "сорок пять рабочих", "45"),
        ("de", "45 Arbeiter", "fünfundvierzig"),
        ("uk", "тридцять три робітники", "33"),
        ("kk", "отыз сегіз жұмысшы", "38"),
        ("fr", "trente-huit ouvriers", "38"),
        ("it", "trentotto operai", "38"),
        ("it", "38 operai", "trentotto"),
        ("it", "ventuno operai", "21"),
        ("it", "ventitré operai e il molo", "23"),
        ("de", "einundzwanzig Arbeiter", "21"),
        ("it", "sedicimila corone", "16.000"),
        ("it", "16mila corone", "16.000"),
        ("it", "16.000 corone", "16mila"),
        ("it", "16.000 corone", "sedicimila"),
        ("it", "quanto sono 16mila corone", "sedicimila"),
        ("it", "trentottomila corone", "38000"),
        ("kk", "он алты жұмысшы", "16"),
        ("kk", "16 жұмысшы", "алты"),
    ],
)
def test_numbers_in_words_are_known_in_every_language(language: str, asked: str, figure: str) -> None:
    found = Edition.of([article("written", f"{figure} x.", language=language, title="")])
    assert term(figure, language) in understand(asked, found).query


def test_a_ten_alone_does_not_take_the_number_of_another_phrase() -> None:
    found = Edition.of([article("written", "38 came, 30 left.", title="")])
    assert term("38", "en") not in understand("thirty people and eight dogs", found).query


def test_a_russian_pronoun_is_no_ten() -> None:
    found = Edition.of([article("written", "12 лодок.", language="ru", title="")])
    assert term("12", "ru") not in understand("он купил две лодки", found).query
    assert term("12", "ru") not in understand("он два раза купил лодки", found).query


@pytest.mark.parametrize(
    ("language", "fraction", "name"),
    [("en", "1/3", "third"), ("de", "1/2", "Hälfte"), ("ru", "1/4", "четверть"), ("en", "3/4", "quarters")],
)
def test_fractions_find_their_names(language: str, fraction: str, name: str) -> None:
    found = Edition.of([article("written", f"{name} x.", language=language, title="")])
    assert term(name, language) in understand(f"x {fraction}", found).query


def test_other_figures_with_a_slash_are_no_fractions() -> None:
    found = Edition.of([article("written", "A third of the quarter.", title="")])
    asked = understand("24/7 and 5/9 and 1 3", found)
    assert not {term("third", "en"), term("quarter", "en")} & set(asked.query)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Wer zählte sechzehntausend Schafe?", "Edda zählte 16.000 davon."),
        ("Wer zählte dreißigtausend Schafe?", "Edda zählte 30 000 davon."),
        ("Wer zählte 16000 Schafe?", "Edda zählte sechzehntausend davon."),
    ],
)
def test_thousands_in_one_word_are_found_in_figures_and_back(asked: str, written: str) -> None:
    edition = Edition.of(
        [article("written", written, language="de", title=""), article("other", "Es regnet.", language="de")]
    )
    assert not {"sechzehntausend", "dreißigtausend", "16000"} & set(understand(asked, edition).missing)
