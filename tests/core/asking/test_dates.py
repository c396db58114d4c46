"""Dates in questions and articles, in any form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.dates import by_number, date_in_words, days_and_years, period
from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.index.edition import Edition
from tests.core.texts import article

FORMS = {
    "words": "The ferry sank on 5 January 2022, divers said.",
    "american": "The ferry sank on January 5, 2022, divers said.",
    "ordinal": "The ferry sank on January 5th 2022, divers said.",
    "short": "The ferry sank on Jan. 5 2022, divers said.",
    "russian": "Паром затонул 5 января 2022 года, сказали водолазы.",
    "dotted": "The ferry sank on 05.01.2022, divers said.",
    "iso": "The ferry sank on 2022-01-05, divers said.",
}
OTHERS = {
    "other_day": "The ferry sank on 7 January 2022, divers said.",
    "other_month": "The ferry sank on 5 February 2022, divers said.",
}


def edition(*forms: str) -> Edition:
    texts = {**FORMS, **OTHERS}
    return Edition.of(
        article(name, texts[name], title="", language="ru" if name == "russian" else "en") for name in forms
    )


@pytest.mark.parametrize(
    "asked",
    [
        "on 5 January 2022",
        "on January 5, 2022",
        "on January 5th, 2022",
        "on the 5th of January 2022",
        "on Jan. 5, 2022",
        "on 05.01.2022",
        "on 5.1.2022",
        "on 2022-01-05",
        "5 января 2022",
        "5-го янв. 2022",
    ],
)
@pytest.mark.parametrize("written", FORMS)
def test_every_form_of_a_date_finds_every_other_before_other_dates(asked: str, written: str) -> None:
    among = edition(written, *OTHERS)
    best = candidates(understand(f"What happened {asked}?", among), among)[0]
    assert best.passage.article.id == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 05.01.2022?", "on 5 January 2022?"),
        ("Что было 05.01.2022?", "Что было 5 января 2022?"),
        ("by Sept. 3rd", "by September 3"),
        ("8 дек. 2021", "8 декабря 2021"),
        ("in May 2020", "in May 2020"),
        ("on january 5", "on january 5"),
        ("05/01/2022", "05/01/2022"),
        ("31.31.2022", "31.31.2022"),
        ("version 1.2.2022.3", "version 1.2.2022.3"),
        ("Mar is a name, Jan too", "Mar is a name, Jan too"),
        ("the 5th column", "the 5th column"),
    ],
)
def test_a_date_is_put_into_words_and_nothing_else_is(text: str, expected: str) -> None:
    assert date_in_words(text) == expected


@given(st.text(st.sampled_from("Jan.ЯнвMay 0125thst-,of²٣ſ"), max_size=40))
def test_every_text_without_a_figure_stays_and_none_fails(text: str) -> None:
    words = date_in_words(text)
    period(text)
    assert words == text or any(letter.isdecimal() for letter in text)
    assert date_in_words(words) == words


@given(st.dates(date(1000, 1, 1)))
def test_every_day_is_the_same_period_in_every_form(day: date) -> None:
    month = f"{day:%B}"
    forms = [day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day.day} {month} {day.year}"]
    forms += [f"{month} {day.day}, {day.year}", f"{month[:3]}. {day.day} {day.year}"]
    assert {period(form) for form in forms} == {(day, day)}


def test_months_and_years_are_periods_too() -> None:
    assert period("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert period("фев 2023") == (date(2023, 2, 1), date(2023, 2, 28))
    assert period("2021") == (date(2021, 1, 1), date(2021, 12, 31))


NO_DAYS = ["", "5 January", "soon", "0000", "2022-13", "2022-02-30", "1/2/2022", "22"]
IMPOSSIBLE = [
    "2021-00",
    "2021-00-00",
    "00.00.2021",
    "0 июля 2021",
    "0 July 2021",
    "31 June 2021",
    "0. Juli 2021",
]


@pytest.mark.parametrize("text", NO_DAYS + IMPOSSIBLE)
def test_what_tells_no_certain_days_is_no_period(text: str) -> None:
    assert period(text) is None


TWO_DAYS = {
    "april": "On 3 April 2022 the ferry was christened by a baker.",
    "march": "On 4 March 2022 the pier was painted green.",
    "dotted": "Am 03.04.2022 wurde die Fähre getauft.",
    "other": "On 9 May 2022 nothing was painted.",
}


def told(*names: str) -> Edition:
    return Edition.of(
        article(name, TWO_DAYS[name], title="", language="de" if name == "dotted" else "en") for name in names
    )


@pytest.mark.parametrize(
    ("written", "names", "meant"),
    [
        ("3/4/2022", ("april", "other"), ("3 April 2022",)),
        ("3/4/2022", ("march", "other"), ("4 March 2022",)),
        ("4/3/2022", ("march", "other"), ("4 March 2022",)),
        ("03/04/22", ("dotted",), ("3 April 2022",)),
        ("3.4.22", ("april", "march"), ("3 April 2022",)),
        ("3/4/2022", ("april", "march"), ("3 April 2022", "4 March 2022")),
        ("3/4/2022", ("other",), ("3 April 2022", "4 March 2022")),
        ("5/5/2022", ("other",), ("5 May 2022",)),
    ],
)
def test_a_day_in_figures_is_the_one_that_the_articles_tell_and_is_told(
    written: str, names: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    question = understand(f"What happened on {written}?", told(*names))
    assert question.also_searched[written] == meant
    assert all(day in question.text for day in meant)


def test_figures_of_no_day_that_the_articles_tell_stay_as_they_are() -> None:
    for written in ("3.4.22", "31.31.22", "0/0/2022"):
        question = understand(f"Does version {written} work?", told("other"))
        assert written in question.text
        assert written not in question.also_searched


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 9999), st.sampled_from("/."), st.dates())
def test_all_figures_are_days_or_none(first: int, second: int, year: int, sign: str, newest: date) -> None:
    text = f"on {first}{sign}{second}{sign}{year:02}?"
    for written, days in by_number(text, newest):
        assert written in text
        assert all({day.day, day.month} == {first, second} for day in days)
        assert all(day.year % 100 == year % 100 for day in days)


def test_two_days_that_figures_may_mean_are_both_found() -> None:
    among = told("april", "march", "other")
    found = candidates(understand("What was done on 3/4/2022?", among), among)
    assert {candidate.passage.article.id for candidate in found[:2]} == {"april", "march"}


def test_a_question_without_a_date_is_not_widened() -> None:
    among = edition(*FORMS)
    question = understand("May the mayor march in January with 5 divers?", among)
    assert question.also_searched == {}
    assert [word.surface for word in question.words] == ["mayor", "march", "January", "5", "divers"]


@pytest.mark.parametrize(
    "text",
    [
        "37 March",
        "30 February",
        "88.88.2021",
        "0 июня",
        "They may 5 times",
        "we march 30 miles a day",
        "all 7 may none",
        "version 3.4.2021",
        "версия 3.4.2021",
        "IP 10.11.2021",
    ],
)
def test_what_is_no_day_of_a_month_is_told_as_none(text: str) -> None:
    assert days_and_years(text) == (set(), set())
    assert date_in_words(text) == text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("what burned on may 7?", {(7, 5)}),
        ("the 7 may", set()),
        ("by 7 may", {(7, 5)}),
        ("march 7, 2021", {(7, 3)}),
        ("on 07.05.2021", {(7, 5)}),
        ("29 February", {(29, 2)}),
    ],
)
def test_a_month_in_small_letters_needs_a_sign_where_it_is_another_word(
    text: str, days: set[tuple[int, int]]
) -> None:
    assert days_and_years(text)[0] == days


@pytest.mark.parametrize(
    ("text", "language", "years"),
    [
        ("It burned in 1870.", "en", {1870}),
        ("since 1999, nobody came", "en", {1999}),
        ("the year 1500 people called dark", "en", {1500}),
        ("in 1500 houses", "en", set()),
        ("Were 1500 people there?", "en", set()),
        ("Who paid 1999 crowns?", "en", set()),
        ("It cost $1999 in 2010.", "en", {2010}),
        ("Roe (1841–1902) wrote", "en", {1841}),
        ("on 05.03.2021", "en", {2021}),
        ("в 1500 домах", "ru", set()),
        ("в 2010 году", "ru", {2010}),
        ("2010 жылы", "kk", {2010}),
        ("im Jahr 1848 brannte es", "de", {1848}),
        ("in 1500 Häusern", "de", set()),
        ("en 1848, le pont", "fr", {1848}),
        ("il a payé 1999 francs", "fr", set()),
        ("en 1848 el puente", "es", {1848}),
        ("costó 1999 pesos", "es", set()),
        ("у 1848 році", "uk", {1848}),
        ("заплатив 1999 гривень", "uk", set()),
    ],
)
def test_a_number_is_a_year_only_by_a_sign(text: str, language: str, years: set[int]) -> None:
    assert days_and_years(text, language)[1] == years


@pytest.mark.parametrize(("asked", "day"), [("14/03/2031", "14"), ("03/14/2031", "14"), ("3/31/2031", "31")])
def test_a_slash_parts_a_date_where_only_one_number_can_be_the_month(asked: str, day: str) -> None:
    assert date_in_words(f"who sank on {asked}?") == f"who sank on {day} March 2031?"


@pytest.mark.parametrize("text", ["03/04/2031", "14/15/2031", "3/4"])
def test_a_slash_that_may_part_two_ways_is_left(text: str) -> None:
    assert date_in_words(text) == text
