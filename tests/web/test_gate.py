"""No page is sent that shows other words of an article than the article has."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.basics.errors import MisquoteError
from bot.chat.wording.texts import Language
from bot.core.index.edition import Edition
from bot.core.nouns import Claim, Span
from bot.core.proving.fate import Held
from bot.core.proving.quote import prove
from bot.core.replies import Answer, Figure
from bot.web.as_json import quote_object, reply_object
from bot.web.elements import Element, element
from bot.web.gate import Sealed, Sheet, Stretch, sealed, sealed_object
from bot.web.sheets.article_text import Looking, article_sheet
from bot.web.sheets.replied import quote_figure
from tests.core.texts import figures_of, harbour, orchard, quoted

EDITION = Edition.of([harbour(), orchard()])


def held(number: int = 0) -> Held:
    sentence = EDITION.passages[0].sentences[number]
    quote = prove(Claim.of(EDITION.passages[0].article, sentence), EDITION)
    assert quote
    return Held(quote, EDITION)


def altered(tree: Element, old: str, new: str) -> Element:
    """The same tree with other words."""
    return replace(
        tree,
        children=tuple(
            child.replace(old, new) if isinstance(child, str) else altered(child, old, new)
            for child in tree.children
        ),
    )


def test_a_page_with_its_quotes_is_sent() -> None:
    one, other = held(0), held(1)
    body = element("main", quote_figure(one, Language.ENGLISH), quote_figure(other, Language.ENGLISH))
    assert sealed(Sheet("Page", body, (one, other))).sheet.body is body


@pytest.mark.parametrize("old", ["froze", "Harbour"], ids=["words", "source"])
def test_a_page_with_other_words_or_without_the_source_is_not_sent(old: str) -> None:
    one = held()
    body = element("main", altered(quote_figure(one, Language.ENGLISH), old, "melted"))
    with pytest.raises(MisquoteError):
        sealed(Sheet("Page", body, (one,)))


def test_what_a_page_compares_stands_in_quotes_that_it_shows_whole() -> None:
    one, other = held(0), held(1)
    figure = Figure(one.quote, Span(one.quote.span.start, one.quote.span.start + 11))
    compared, below = element("q", figure.text), quote_figure(one, Language.ENGLISH)
    sealed(Sheet("Page", element("main", compared, below), (one,), (figure,)))
    elsewhere = quote_figure(other, Language.ENGLISH)
    for sheet in (
        Sheet("Page", element("main", altered(compared, "harbour", "valley"), below), (one,), (figure,)),
        Sheet("Page", element("main", compared, elsewhere), (other,), (figure,)),
        Sheet("Page", element("main", compared, below), (one,)),
        Sheet("Page", element("main", below), (one,), (figure,)),
    ):
        with pytest.raises(MisquoteError):
            sealed(sheet)


def test_a_quote_of_another_edition_is_not_sent() -> None:
    one = held()
    elsewhere = Held(one.quote, Edition.of([orchard()]))
    with pytest.raises(MisquoteError):
        sealed(Sheet("Page", element("main", quote_figure(one, Language.ENGLISH)), (elsewhere,)))


@pytest.mark.parametrize(
    "body",
    [
        element("main", element("blockquote", "Words of our own.")),
        element("main", element("figure", element("blockquote", "Words of our own."))),
        element("main", element("article", "Words of our own.")),
    ],
)
def test_words_of_our_own_do_not_stand_as_an_articles(body: Element) -> None:
    with pytest.raises(MisquoteError):
        sealed(Sheet("Page", body))


def test_an_article_is_shown_as_it_is_stored() -> None:
    article = harbour()
    sheet = article_sheet(article, EDITION, Language.ENGLISH, Looking(marked=Span(0, 20)))
    sealed(sheet)
    with pytest.raises(MisquoteError):
        sealed(replace(sheet, body=altered(sheet.body, "14 boats", "15 boats")))
    with pytest.raises(MisquoteError):
        sealed(replace(sheet, stretch=Stretch(article, Span(0, 10), EDITION)))
    with pytest.raises(MisquoteError):
        sealed(replace(sheet, stretch=None))


def test_an_article_that_the_edition_does_not_have_is_not_shown() -> None:
    sheet = article_sheet(harbour(), EDITION, Language.ENGLISH, Looking())
    elsewhere = replace(
        sheet, stretch=Stretch(harbour(), Span(0, len(harbour().text)), Edition.of([orchard()]))
    )
    with pytest.raises(MisquoteError):
        sealed(elsewhere)


def whole_text() -> dict[str, object]:
    """A whole article as an object."""
    article = harbour()
    return {"id": article.id, "revision": article.revision, "text": article.text}


def test_an_object_with_words_of_articles_is_sent_where_one_of_the_editions_has_them() -> None:
    value = {"quotes": [{**quote_object(held().quote), "found_by": "words"}], "article": whole_text()}
    assert sealed_object(value, Edition.of([orchard()]), EDITION) is value
    for editions in ([], [Edition.of([orchard()])]):
        with pytest.raises(MisquoteError):
            sealed_object(value, *editions)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "The harbour melted."),
        ("title", "Another title"),
        ("publisher", "Another publisher"),
        ("url", "https://elsewhere.example/"),
        ("end", 1),
        ("article", "nowhere"),
        ("revision", "0" * 64),
        ("lead_ins", [{"text": "It is said that:", "start": 0, "end": 1}]),
    ],
)
def test_an_object_with_a_quote_that_is_not_so_is_not_sent(field: str, value: object) -> None:
    told = {**quote_object(held().quote), field: value}
    with pytest.raises(MisquoteError):
        sealed_object({"parts": [{"quotes": [told]}]}, EDITION)


@pytest.mark.parametrize("field", ["id", "revision", "text"])
def test_an_object_with_a_text_that_is_not_so_is_not_sent(field: str) -> None:
    with pytest.raises(MisquoteError):
        sealed_object({**whole_text(), field: "other"}, EDITION)


def differing() -> Mapping[str, Any]:
    """An answer, as an object, whose quotes' sources say different things."""
    first, other = held().quote, quoted(EDITION.passages[-1], EDITION.passages[-1].sentences[0], EDITION)
    return reply_object("How many?", Answer(first, (other,), 0.9, figures=figures_of(first, other)))


def test_what_differs_is_told_with_its_place_in_the_article() -> None:
    told = differing()
    assert sealed_object(told, EDITION) == told
    texts = [harbour().text, orchard().text]
    assert len(told["differs"]) == 2
    assert all(texts[one["quote"]][one["start"] : one["end"]] == one["text"] for one in told["differs"])


@pytest.mark.parametrize("change", [{"text": "99"}, {"start": 1}, {"end": 10_000}, {"quote": 1}])
def test_what_differs_is_not_told_where_its_quote_does_not_say_so(change: dict[str, object]) -> None:
    told = dict(differing())
    told["differs"] = [{**told["differs"][0], **change}]
    with pytest.raises(MisquoteError):
        sealed_object({"parts": [told]}, EDITION)


def test_nobody_else_seals() -> None:
    with pytest.raises(TypeError):
        Sealed(Sheet("Page", element("main")), object())  # type: ignore[arg-type]


@pytest.mark.parametrize("why", ["true", "2031-05-09", "The ice was counted twice."])
def test_nothing_is_sent_that_does_not_warn_of_a_retracted_article(why: str) -> None:
    source = replace(harbour(), retracted=why)
    edition = Edition.of([source])
    quote = prove(Claim.of(source, edition.passages[0].sentences[0]), edition)
    assert quote
    told = quote_object(quote)
    assert told["retracted"] == why
    assert sealed_object(told, edition) == told
    with pytest.raises(MisquoteError):
        sealed_object({name: value for name, value in told.items() if name != "retracted"}, edition)
    figure, one = quote_figure(Held(quote, edition), Language.ENGLISH), Held(quote, edition)
    assert sealed(Sheet("Page", element("main", figure), (one,))).sheet.held == (one,)
    with pytest.raises(MisquoteError, match="warn"):
        sealed(Sheet("Page", element("main", altered(figure, "⚠ retracted", "")), (one,)))
