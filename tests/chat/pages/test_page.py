import re
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.errors import MisquoteError
from bot.chat.pages.page import Page, Shown, carries, checked, comparable
from bot.chat.pages.render import render_context, render_inline
from bot.chat.wording.markup import blockquote, bold, escape, join
from bot.chat.wording.texts import Language
from bot.core.index.edition import Edition
from bot.core.nouns import Block, BlockKind, Span
from bot.core.proving.quote import Quote
from bot.core.proving.showing import OMITTED
from bot.core.replies import Answer
from bot.storage.told import NOTHING_TOLD
from tests.chat.articles import article, at, quotes
from tests.chat.pages.replies import render_reply
from tests.core.texts import article as plain
from tests.core.texts import quoted

EDITION = Edition.of([article()])
LEAD = quoted(EDITION.passages[0], EDITION.passages[0].sentences[0], EDITION)


def quoting(words: str) -> Page:
    return Page(
        join([blockquote(escape(words)), escape(LEAD.article.title)], "\n"), (Shown(LEAD, LEAD.span),)
    )


def test_a_page_that_quotes_the_edition_word_for_word_is_let_through() -> None:
    page = quoting(LEAD.text)
    assert checked(page, EDITION).page is page
    for page in (
        render_reply(Answer(LEAD, (), 0.9), Language.ENGLISH),
        render_context(LEAD, NOTHING_TOLD, Language.ENGLISH),
    ):
        assert checked(page, EDITION).page is page


@pytest.mark.parametrize(
    "words",
    [
        LEAD.text[:-1],
        LEAD.text.replace("Monday", "Tuesday"),
        LEAD.text + " Allegedly.",
        f"{OMITTED} {LEAD.text} more",
        "",
    ],
)
def test_a_page_that_quotes_anything_else_is_refused(words: str) -> None:
    with pytest.raises(MisquoteError):
        checked(quoting(words), EDITION)


ROWS = "Rooms of the inn cost this:\n\nRoom | Beds\n\nAttic | 2\n\nLoft | 12"


def row() -> Quote:
    """The last row of a table."""
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", ROWS)]
    kinds = [BlockKind.PROSE, BlockKind.HEAD, BlockKind.ROW, BlockKind.ROW]
    table = replace(plain("inn", ROWS), blocks=tuple(map(Block, spans, kinds)))
    edition = Edition.of([table])
    return quoted(edition.passages[-1], spans[-1], edition)


def test_a_row_of_a_table_is_shown_with_the_names_of_its_columns_and_nothing_else() -> None:
    quote = row()
    page = render_reply(Answer(quote, (), 0.9), Language.ENGLISH)
    assert page.html.quoted == "Room: Loft · Beds: 12"
    edition = Edition.of([quote.article])
    assert checked(page, edition).page is page
    altered = replace(page, html=join([blockquote(escape("Room: Attic · Beds: 12")), escape("Inn")], "\n"))
    with pytest.raises(MisquoteError):
        checked(altered, edition)


def test_a_quotation_without_a_quote_is_refused() -> None:
    with pytest.raises(MisquoteError):
        checked(Page(blockquote(escape("The harbour is safe."))), EDITION)


def test_a_quote_of_another_edition_is_refused() -> None:
    edited = Edition.of([article([["The harbour of Port Alder reopened on Monday."]])])
    renamed = Edition.of([replace(article(), file="renamed.md")])
    with pytest.raises(MisquoteError, match=r"harbour\.md"):
        checked(quoting(LEAD.text), edited)
    with pytest.raises(MisquoteError, match=r"harbour\.md"):
        checked(quoting(LEAD.text), renamed)


def test_a_quote_without_its_source_is_refused() -> None:
    with pytest.raises(MisquoteError, match="name"):
        checked(Page(blockquote(escape(LEAD.text)), (Shown(LEAD, LEAD.span),)), EDITION)


def test_words_outside_the_passage_are_refused() -> None:
    edition = Edition.of([article([["Calm " * 160 + "it was."], ["Rain " * 160 + "fell."]])])
    first, _ = edition.passages
    whole = Span(0, len(first.article.text))
    page = Page(
        blockquote(escape(first.article.text)) + escape(first.article.title),
        (Shown(quoted(first, first.sentences[0], edition), whole),),
    )
    with pytest.raises(MisquoteError):
        checked(page, edition)


def test_what_telegram_returned_is_compared_with_the_article() -> None:
    page = quoting(LEAD.text)
    assert carries(page.html.visible, page.shown)
    assert not carries(page.html.visible.replace("Monday", "Tuesday"), page.shown)
    assert not carries("", page.shown)


@pytest.mark.parametrize(
    ("written", "returned"),
    [
        ("col\tone\r\ntwo", "col one\ntwo"),
        ("a\u2028b \u202bc\u202c", "ab c"),
        ("left\u200e\u200eright", "left\u200c\u200eright"),
        ("x\u030ay", "xy"),
        (unicodedata.normalize("NFD", "Ångström"), "Ångström"),
        ("  padded  ", "padded"),
        ("\u2068עיר\u2069", "עיר"),
    ],
)
def test_what_telegram_rewrites_counts_as_the_same(written: str, returned: str) -> None:
    assert comparable(written) == comparable(returned)


@given(st.text())
def test_every_text_compares_equal_to_itself_compared(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)


@pytest.mark.parametrize(("one", "other"), [("14", "15"), ("a b", "ab"), ("Å", "A"), ("é", "e"), ("A", "a")])
def test_what_a_reader_would_notice_does_not(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


def test_a_page_names_each_quote_once() -> None:
    first, second, *_ = quotes()
    twice = (Shown(first, first.span), Shown(second, second.span), Shown(first, first.span))
    assert Page(bold(escape("x")), twice).quotes == (first, second)
    assert Page(escape("x"), (Shown(at(first, url=""), first.span),)).quotes != (first,)


@pytest.mark.parametrize("name", ["retracted", "corrected"])
@pytest.mark.parametrize("why", ["true", "2031-05-09", "The divers counted buoys."])
def test_every_message_warns_of_what_is_marked(name: str, why: str) -> None:
    marked: Any = {name: why}
    source = replace(article(), **marked)
    edition = Edition.of([source])
    quote = quoted(edition.passages[0], edition.passages[0].sentences[0], edition)
    for language in Language:
        for page in (
            render_reply(Answer(quote, (), 0.9), language),
            render_context(quote, NOTHING_TOLD, language),
            render_inline([quote], language)[0].page,
        ):
            assert checked(page, edition).page is page
    silent = Page(
        join([blockquote(escape(quote.text)), escape(source.title)], "\n"), (Shown(quote, quote.span),)
    )
    with pytest.raises(MisquoteError, match="warn"):
        checked(silent, edition)
