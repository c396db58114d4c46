"""Where to look, said in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answer import answer
from bot.core.asking.worded_filters import filters_spelt
from bot.core.index.edition import Edition
from bot.core.replies import Answer
from tests.core.models import model
from tests.core.texts import HARBOUR, ORCHARD, article

EDITION = Edition.of(
    [
        article(
            "old",
            HARBOUR,
            publisher="Lantern Courier",
            published=date(2021, 12, 31),
            title="Ice in the harbour",
        ),
        article("new", HARBOUR, publisher="Tarn Weekly", published=date(2022, 1, 6), title="Boats crushed"),
        article(
            "ru",
            ORCHARD,
            publisher="Вестник залива",
            published=date(2022, 1, 8),
            title="Мост в озёрном боре",
            language="ru",
        ),
    ]
)


@pytest.mark.parametrize(
    ("message", "spelt"),
    [
        ("Who paid? Only the Courier.", 'Who paid? source:"lantern courier"'),
        ("who paid, only from Tarn Weekly please", 'who paid source:"tarn weekly"'),
        ("who paid, only from Tarn Weekly", 'who paid source:"tarn weekly"'),
        ("Who paid, according to the Lantern Courier?", 'Who paid? source:"lantern courier"'),
        ("In the article about the harbour, who paid?", 'who paid? source:"ice in the harbour"'),
        ("who paid in the article “Boats crushed”?", 'who paid? source:"boats crushed"'),
        ("since 1 January: who paid?", "who paid? after:2021-12-31"),
        ("Who paid? Since 7 January 2022", "Who paid? after:2022-01-06"),
        ("Who paid? Only until 31.12.2021.", "Who paid? before:2022-01-01"),
        ("Who paid, only before 2022?", "Who paid? before:2022-01-01"),
        ("Кто заплатил в статье про мост?", 'Кто заплатил? source:"мост в озёрном боре"'),
        ("Кто заплатил, по данным Вестника залива?", 'Кто заплатил? source:"вестник залива"'),
        ("Хто заплатив? Лише Вестник залива", 'Хто заплатив? source:"вестник залива"'),
        ("Nur der Courier: wer zahlte?", 'wer zahlte? source:"lantern courier"'),
        ("Who paid? In Russian, please", "Who paid? please lang:ru"),
        ("in Russian", "lang:ru"),
        ("Кто заплатил? На русском", "Кто заплатил? lang:ru"),
        ("auf Englisch", "lang:en"),
        ("Кто заплатил, на русском языке?", "Кто заплатил? lang:ru"),
        ("Кім төледі? Орыс тілінде", "Кім төледі? lang:ru"),
        ("Qui a payé, selon le Courier?", 'Qui a payé? source:"lantern courier"'),
        ("¿Quién pagó? Solo el Courier", '¿Quién pagó? source:"lantern courier"'),
        ("Кім төледі? Тек Вестник залива", 'Кім төледі? source:"вестник залива"'),
    ],
)
def test_where_to_look_may_be_said_in_words(message: str, spelt: str) -> None:
    assert filters_spelt(message, EDITION.facets) == spelt


@pytest.mark.parametrize(
    "message",
    [
        "Only the mayor knew it. Who paid?",
        "What happened since 7 January?",
        "What froze before 2022?",
        "Who spoke according to the mayor?",
        "since 3 March 2023: who paid?",
        "In the article about volcanoes, who paid?",
        "in Spanish",
        "Russian ships",
        "English.",
        "Russian ships came. Who paid?",
        "Who paid in Russian roubles?",
        "",
    ],
)
def test_what_no_article_passes_is_no_filter(message: str) -> None:
    assert filters_spelt(message, EDITION.facets) == message


def test_the_quotes_come_from_where_it_is_said_to_look() -> None:
    reply = answer("How many boats were crushed? Only Tarn Weekly.", EDITION, model())
    assert isinstance(reply, Answer)
    assert {quote.article.id for quote in reply.quotes} == {"new"}


@given(st.text(st.sampled_from('only the since 7 January 2022,.:?"«»'), max_size=80))
def test_every_text_may_be_read_for_filters(text: str) -> None:
    assert filters_spelt(text, Edition.of([]).facets) == text
