from datetime import date
from string import Formatter

import pytest

from bot.chat.wording.markup import escape, italic
from bot.chat.wording.texts import Language, day, language_of, plain, refusal_for, text
from bot.core.replies import Reason
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import wording
from tests.telegram_html import parse


def places(template: str) -> list[tuple[str, str]]:
    return [(name, forms or "") for _, name, forms, _ in Formatter().parse(template) if name is not None]


@pytest.mark.parametrize("language", Language)
def test_every_message_parses_and_fits_with_long_values_full_of_markup(language: Language) -> None:
    for message in Message:
        template = wording(message, language)
        counted = {name for name, forms in places(template) if forms}
        values = {name: 1234 if name in counted else "<b>&" * 40 for name, _ in places(template)}
        written = text(message, language, **values)
        assert parse(str(written)).text == written.visible
        assert written.fits
        assert "**" not in written.visible


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_for_a_refusal_has_its_words(reason: Reason) -> None:
    assert all(plain(refusal_for(reason), language) for language in Language)


def test_every_message_that_refuses_a_question_has_its_reason() -> None:
    refusing = {message for message in Message if message.name.startswith("REFUSED_")}
    assert refusing == set(map(refusal_for, Reason))


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [
        (0, "articles", "статей"),
        (1, "article", "статья"),
        (2, "articles", "статьи"),
        (5, "articles", "статей"),
        (11, "articles", "статей"),
        (12, "articles", "статей"),
        (21, "articles", "статья"),
        (24, "articles", "статьи"),
        (111, "articles", "статей"),
        (112, "articles", "статей"),
        (1001, "articles", "статья"),
    ],
)
def test_a_noun_takes_the_form_that_goes_with_its_number(count: int, english: str, russian: str) -> None:
    in_english = plain(Message.SOURCES_HEADING, Language.ENGLISH, count=count, page=1, pages=1)
    in_russian = plain(Message.SOURCES_HEADING, Language.RUSSIAN, count=count, page=1, pages=1)
    assert f" {english}," in in_english
    assert f" {russian}," in in_russian


def test_a_large_number_is_grouped_as_the_language_does() -> None:
    assert "12,345" in plain(Message.RELOAD_PROGRESS, done=12345, count=20000)
    assert "12\u00a0345" in plain(Message.RELOAD_PROGRESS, Language.RUSSIAN, done=12345, count=20000)


def test_values_are_escaped_and_html_stays_html() -> None:
    assert "&lt;b&gt;**x**" in str(text(Message.MISSING_WORDS, words="<b>**x**"))
    assert "<i>x &amp; y</i>" in str(text(Message.MISSING_WORDS, words=italic(escape("x & y"))))


def test_a_value_that_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError, match="words"):
        text(Message.MISSING_WORDS)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("ru", "ru"),
        ("RU-ru", "ru"),
        ("de-AT", "de"),
        ("uk", "uk"),
        ("dev", "en"),
        ("en", "en"),
        ("pt-br", "en"),
        ("", "en"),
        (None, "en"),
        ("x", "en"),
    ],
)
def test_an_unknown_language_is_answered_in_english(code: str | None, language: str) -> None:
    assert language_of(code) == language


def test_a_date_is_written_in_words() -> None:
    assert day(date(2031, 5, 6)) == "6 May 2031"
    assert day(date(2031, 5, 6), Language.RUSSIAN) == "6 мая 2031"
    assert day(date(2031, 5, 6), Language.GERMAN) == "6. Mai 2031"
    assert day(date(2031, 5, 6), Language.SPANISH) == "6 de mayo de 2031"
