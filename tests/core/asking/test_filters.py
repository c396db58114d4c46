"""Filters in a question, and what they leave of the articles."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answer import answer
from bot.core.asking.filters import parse_filters
from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.index.edition import Edition
from bot.core.index.facets import NO_FILTERS, Filters
from bot.core.replies import Abstention, Answer, Reason
from tests.core.models import model
from tests.core.texts import HARBOUR, ORCHARD, article

OLD = article(
    "old", HARBOUR, publisher="Lantern Courier", published=date(2021, 12, 31), title="Ice in the harbour"
)
NEW = article("new", HARBOUR, publisher="Tarn Weekly", published=date(2022, 1, 6), title="Boats crushed")
UNDATED = article("undated", ORCHARD, published=None, publisher="", url="https://orchard.test/frost")
RUSSIAN = article("russian", "Мэр Эдда Квилл сказала, что лёд раздавил 14 лодок.", language="ru")
EDITION = Edition.of([OLD, NEW, UNDATED, RUSSIAN])
MODEL = model()


def sources(question: str) -> set[str]:
    return {c.passage.article.id for c in candidates(understand(question, EDITION), EDITION)}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("boats before:2022-01-06", {"old"}),
        ("boats before:2022", {"old"}),
        ("boats after:2021-12-31", {"new"}),
        ("boats лодок after:2021", {"new", "russian"}),
        ("boats after:31.12.2021 before:7.1.2022", {"new"}),
        ('boats after:"31 December 2021" before:«7 января 2022»', {"new"}),
        ("boats после:2021-11 до:2022-01", {"old"}),
        ("boats source:LANTERN", {"old"}),
        ("boats source:courier source:weekly", {"old", "new"}),
        ('boats source:"in the harbour"', {"old"}),
        ("boats source:new.md", {"new"}),
        ("growers source:orchard.test", {"undated"}),
        ("boats growers лодок lang:ru", {"russian"}),
        ("boats growers язык:EN", {"old", "new", "undated"}),
        ("boats before:2000", set()),
    ],
)
def test_a_filter_leaves_the_articles_that_it_means(question: str, found: set[str]) -> None:
    assert sources(question) == found


def test_an_article_without_a_date_is_neither_before_nor_after_a_day() -> None:
    assert sources("growers before:2100") == set()
    assert sources("growers after:1900") == set()


@pytest.mark.parametrize(
    "phrase",
    ["“14 boats”", '"14 BOATS"', "«14   boats»", "„14 boats“", '"crushed by the ice."', '"promised new"'],
)
def test_a_quoted_phrase_stands_word_for_word_in_the_passage(phrase: str) -> None:
    assert sources(f"frost boats {phrase}") == {"old", "new"}


@pytest.mark.parametrize("phrase", ['"boats 14"', '"crushed by ice"', '"4 boats"', '"14 boats were lost"'])
def test_other_words_are_not_the_phrase(phrase: str) -> None:
    assert sources(f"boats {phrase}") == set()


def test_a_phrase_that_stands_nowhere_may_stand_in_other_forms_and_that_is_told() -> None:
    ships = Edition.of([article("ships", "Лодки «Северной звезды» ушли в море. Мэр спал.", language="ru")])
    reply = answer("Куда ушла «Северная звезда»?", ships, MODEL)
    assert isinstance(reply, Answer)
    assert reply.lead.text == "Лодки «Северной звезды» ушли в море."
    assert "Северная звезда" in reply.missing
    verbatim = answer("Куда ушли лодки «Северной звезды»?", ships, MODEL)
    assert isinstance(verbatim, Answer)
    assert "Северной звезды" not in verbatim.missing


def test_a_phrase_with_a_slip_stands_as_it_is_spelt_and_that_is_told() -> None:
    reply = answer("Which boats were “crsuhed by the ice”?", EDITION, MODEL)
    assert isinstance(reply, Answer)
    assert "crushed by the ice" in reply.lead.passage.text
    assert "crsuhed by the ice" in reply.missing
    assert sources("boats “crsuhed by ice”") == set()


def test_a_single_quoted_word_is_a_word_like_any_other() -> None:
    assert parse_filters('What is a "harbour"?') == ('What is a "harbour"?', NO_FILTERS)


@pytest.mark.parametrize(
    "filter_", ["before:soon", "after:2022-13-01", "before:05/01/2022", "lang:russian", "source:..."]
)
def test_a_filter_that_cannot_be_read_is_named(filter_: str) -> None:
    reply = answer(f"How many boats were crushed? {filter_}", EDITION, MODEL)
    assert isinstance(reply, Abstention)
    assert (reply.reason, reply.filters) == (Reason.BAD_FILTER, (filter_,))


def test_filters_that_leave_nothing_are_named_with_the_articles_that_they_keep_out() -> None:
    reply = answer('How many boats were crushed? lang:de "by the ice"', EDITION, MODEL)
    assert isinstance(reply, Abstention)
    assert (reply.reason, reply.filters) == (Reason.NOTHING_LEFT, ("lang:de", '"by the ice"'))
    assert [near.article_id for near in reply.nearest] == ["new"]  # the other has the same text


def test_a_question_about_nothing_in_the_articles_does_not_blame_its_filters() -> None:
    reply = answer("volcano eruption lang:en", EDITION, MODEL)
    assert isinstance(reply, Abstention)
    assert (reply.reason, reply.filters) == (Reason.NO_MATCH, ())


def test_filters_alone_ask_nothing() -> None:
    reply = answer("before:2022 lang:en", EDITION, MODEL)
    assert isinstance(reply, Abstention)
    assert reply.reason is Reason.EMPTY_QUESTION


@given(st.sampled_from(["before:2022-01-06", "after:2021", "source:courier", "lang:en", '"by the ice"']))
def test_every_quote_passes_the_filter(filter_: str) -> None:
    reply = answer(f"How many boats were crushed? {filter_}", EDITION, MODEL)
    assert isinstance(reply, Answer)
    filters = parse_filters(filter_)[1]
    passing = {id(EDITION.passages[n]) for n in EDITION.ranking.each(EDITION.among(filters))}
    assert all(id(quote.passage) in passing for quote in reply.quotes)
    assert all(phrase in quote.passage.text for phrase in filters.phrases for quote in reply.quotes)


@given(st.text(st.sampled_from("before:lang 20\"“«»”.-'ж"), max_size=60))
def test_every_text_can_be_read(text: str) -> None:
    rest, filters = parse_filters(text)
    assert set(filters.unclear) <= set(filters.given)
    assert all(piece in " ".join(text.split()) for piece in filters.given) or "  " in text
    assert parse_filters(rest)[1] == Filters(phrases=filters.phrases, given=parse_filters(rest)[1].given)


def test_other_words_with_a_colon_are_no_filters() -> None:
    for text in (
        "Note: who died?",
        "before: the flood",
        "see https://before.test/x",
        "hereafter:2022",
        "ratio 2:1",
    ):
        assert parse_filters(text) == (text, NO_FILTERS)
