"""How a looked-up quotation is shown: the sender's words as theirs, the article's as quotes."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.pages.page import carries
from bot.chat.wording.texts import Language
from bot.core.proving.quote import Quote
from bot.core.replies import Answer, FoundBy, Pasted
from tests.chat.articles import quotes
from tests.chat.pages.replies import render_group_reply, render_reply

FIRST, MINES, *_ = quotes()
SENT = Pasted("Divers found <b>40</b> mines near the pier", ("<b>40</b>",), ("14", "east"))


def test_the_very_words_are_headed_so() -> None:
    page = render_reply(Answer(MINES, (), 1.0, pasted=Pasted("found 14 mines")), Language.ENGLISH)
    assert page.html.visible.startswith("These very words stand here:")
    assert "found 14 mines”" not in page.html.visible
    assert f">{MINES.text}</blockquote>" in str(page.html)


@pytest.mark.parametrize(
    ("found_by", "heading"),
    [
        ({}, "These words do not stand in the articles. The closest passages:"),
        ({MINES: FoundBy.MEANING}, "These words do not stand in the articles. Nearest by meaning:"),
        ({MINES: FoundBy.BOTH}, "These words do not stand in the articles. Nearest by meaning:"),
        ({FIRST: FoundBy.MEANING}, "These words do not stand in the articles. The closest passages:"),
    ],
)
def test_reworded_words_are_nearest_by_meaning_only_where_meaning_led_there(
    found_by: Mapping[Quote, FoundBy], heading: str
) -> None:
    sent = Pasted("Frogmen discovered explosives by the jetty", nearest=True)
    page = render_reply(Answer(MINES, (FIRST,), 0.3, pasted=sent, found_by=found_by), Language.ENGLISH)
    assert page.html.visible.startswith(heading)


@pytest.mark.parametrize("language", Language)
def test_differing_words_stand_above_the_articles_own(language: Language) -> None:
    for page in (
        render_reply(Answer(MINES, (), 0.8, pasted=SENT), language),
        render_group_reply(Answer(MINES, (), 0.8, pasted=SENT), language),
    ):
        heading, sent, added, left_out, _, quote, *_ = page.html.visible.split("\n")
        assert SENT.text in sent
        assert added.endswith(": <b>40</b>")
        assert left_out.endswith(": 14, east")
        assert heading.endswith(":")
        assert quote == MINES.text
        assert carries(page.html.visible, page.shown)


def test_words_of_the_article_that_no_shown_quote_holds_are_not_named() -> None:
    reply = Answer(FIRST, (MINES,), 0.8, pasted=SENT)
    assert "Only in the article: 14, east" in render_reply(reply, Language.ENGLISH).html.visible
    assert "Only in the article" not in render_group_reply(reply, Language.ENGLISH).html.visible


def test_the_senders_words_are_no_markup_and_no_quote() -> None:
    page = str(render_reply(Answer(MINES, (), 0.8, pasted=SENT), Language.ENGLISH).html)
    assert "&lt;b&gt;40" in page
    assert page.count("<blockquote") == 1
    assert page.index("You sent") < page.index("<blockquote")


@given(st.text(min_size=1, max_size=5000), st.lists(st.text(min_size=1, max_size=900), max_size=20))
def test_every_pasted_text_leaves_room_for_the_quote(text: str, runs: list[str]) -> None:
    pasted = Pasted(text, ("x", *runs), tuple(runs))
    page = render_reply(Answer(MINES, (), 0.8, pasted=pasted), Language.ENGLISH)
    assert page.html.fits
    assert MINES.text in page.html.visible
