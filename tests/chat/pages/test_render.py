import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.pages.notes import figures_among
from bot.chat.pages.page import Ours, Page, Shown, carries, checked
from bot.chat.pages.render import (
    SOURCES_ON_A_PAGE,
    render_context,
    render_inline,
    render_proof,
    render_quotes,
    render_sources,
    source_pages,
)
from bot.chat.wording.texts import Language
from bot.core.index.edition import Edition
from bot.core.nouns import Article, Span
from bot.core.proving.quote import Quote, cite
from bot.core.proving.text_fragments import quote_link
from bot.core.replies import Abstention, Answer, Figure, Part, Reason
from bot.storage.told import NOTHING_TOLD, Told
from tests.chat.articles import HARBOUR, Blocks, article, at, proven, quotes
from tests.chat.pages.replies import render_group_reply, render_reply
from tests.core.texts import figures_of, quoted
from tests.fake_telegram.markup import parse_html
from tests.telegram_html import parse
from tests.transcript_audit import audit

EN, RU = Language.ENGLISH, Language.RUSSIAN
FIRST, MINES, MAYOR, FERRIES = quotes()
LONG = [
    [
        "Short one before it.",
        "It is said that " + "the tide rose & fell, " * 300 + "and then it stopped.",
        "After it.",
    ]
]
SENTENCES = st.one_of(
    st.text(
        alphabet="ab<&>é\u0301\u030a👩\u200d🚀@שלום\t\r\u200e\u200f\u2028\u202b ", min_size=1, max_size=80
    ).map(lambda words: f"X{words}x."),
    st.builds(
        lambda word, times: f"It {word * times} ended.",
        st.sampled_from(["<b> ", "да ", "a@b "]),
        st.integers(1, 1500),
    ),
)


def answer(*found: Quote, confidence: float = 0.9, **facts: object) -> Answer:
    return Answer(found[0], tuple(found[1:]), confidence, **facts)  # type: ignore[arg-type]


def quotations(page: Page | Ours) -> list[str]:
    message = parse(str(page.html))
    return [message.text[e.start : e.end] for e in message.entities if e.type == "blockquote"]


def nobodys(page: Page | Ours, articles: list[Article], *said: str) -> list[str]:
    return audit(parse(str(page.html)).text, quotations(page), articles, said)


@settings(max_examples=40)
@given(st.lists(SENTENCES, min_size=1, max_size=4), st.sampled_from(list(Language)))
def test_every_answer_fits_quotes_verbatim_and_says_nothing_else(
    sentences: list[str], language: Language
) -> None:
    blocks: Blocks = [[sentence] for sentence in sentences]
    source = article(blocks)
    for confidence in (0.2, 0.9):
        found = quotes(blocks, source)[:3]
        reply = answer(*found, confidence=confidence, figures=figures_of(*found[:2]))
        for page in (render_reply(reply, language), render_group_reply(reply, language, 3)):
            assert page.html.fits
            assert page.quotes or page.html.visible
            assert carries(parse_html(str(page.html)).text, page.shown)
            assert nobodys(page, [source]) == []


@settings(max_examples=25)
@given(st.lists(SENTENCES, min_size=1, max_size=3))
def test_every_quote_is_shown_whole_or_as_a_beginning_that_says_so(sentences: list[str]) -> None:
    blocks: Blocks = [[sentence] for sentence in sentences]
    for quote in quotes(blocks):
        page = render_reply(answer(quote), EN)
        (shown,) = page.shown
        assert quote.text.startswith(shown.text)
        assert (shown.span == quote.span) != ("The quote goes on" in page.html.visible)
        assert "Mines in the harbour – Alder Courier, 6 May 2031" in page.html.visible


def test_an_answer_is_the_quote_and_below_it_the_linked_source() -> None:
    page = render_reply(answer(MINES), EN)
    assert page.html.visible == (
        "Divers found 14 mines near the east pier.\nMines in the harbour – Alder Courier, 6 May 2031"
    )
    quotation, source = parse(str(page.html)).entities
    assert (quotation.type, source.type, source.url) == ("blockquote", "text_link", quote_link(MINES))


def test_several_quotes_are_numbered() -> None:
    page = render_reply(answer(FIRST, MINES, MAYOR), EN)
    for number, quote in enumerate((FIRST, MINES, MAYOR), 1):
        assert f"{quote.text}\n{number}. Mines in the harbour" in page.html.visible


def test_a_private_answer_shows_three_quotes_and_the_others_when_asked() -> None:
    reply = answer(FIRST, MINES, MAYOR, FERRIES)
    page = render_reply(reply, EN)
    assert page.quotes == (FIRST, MINES, MAYOR)
    more = render_quotes([(4, FERRIES)], NOTHING_TOLD, EN)
    assert more.html.visible.startswith(f"{FERRIES.text}\n4. Mines")
    assert nobodys(more, [FERRIES.article]) == []


@pytest.mark.parametrize("language", Language)
def test_a_doubtful_answer_is_headed_as_the_closest_passages(language: Language) -> None:
    sure = render_reply(answer(MINES, confidence=0.9), language)
    doubtful = render_reply(answer(MINES, confidence=0.3), language)
    assert doubtful.html.visible.endswith(sure.html.visible)
    assert nobodys(doubtful, [MINES.article]) == []
    assert parse(str(doubtful.html)).entities[0].type == "bold"


def test_a_message_holds_as_many_quotes_as_fit_and_always_the_notes() -> None:
    blocks: Blocks = [[f"It {word * 1700}ended."] for word in ("a", "b", "c")]
    page = render_reply(answer(*quotes(blocks), missing=("submarine",)), EN)
    assert len(page.quotes) == 2
    assert "submarine" in page.html.visible


def test_the_heading_never_stands_on_a_page_of_its_own() -> None:
    long = quotes(LONG)[1]
    for page in (
        render_reply(answer(long, confidence=0.1), EN),
        render_group_reply(answer(long, confidence=0.1), EN),
    ):
        assert page.html.visible.startswith("Closest passages")
        assert page.shown


def test_a_note_tells_what_else_was_searched_and_what_is_missing() -> None:
    searched = {"alder": ("olders", "aldr"), "pier": ()}
    reply = answer(
        MINES, FIRST, also_searched=searched, missing=("submarine", "<b>"), figures=figures_of(FIRST, MINES)
    )
    text = render_reply(reply, EN).html.visible
    assert "Also searched: alder → olders, aldr\n" in text
    assert "Not in the articles: submarine, <b>" in text
    assert "The sources differ" in text


def test_words_of_a_user_are_cut() -> None:
    reply = Abstention(Reason.NO_MATCH, 0.0, missing=tuple(f"{n}" * 90 for n in range(50)))
    assert len(render_reply(reply, EN).html) < 400


def test_a_group_gets_one_message_with_as_many_quotes_as_were_asked_for() -> None:
    reply = answer(FIRST, MINES, MAYOR)
    assert render_group_reply(reply, EN).quotes == (FIRST,)
    assert render_group_reply(reply, EN, 2).quotes == (FIRST, MINES)


def test_a_group_reads_sources_that_differ_side_by_side_and_is_told_so() -> None:
    page = render_group_reply(answer(FIRST, MINES, MAYOR, figures=figures_of(FIRST, MINES)), EN)
    assert page.quotes == (FIRST, MINES)
    assert "differ" in page.html.visible


def test_what_differs_stands_side_by_side_above_the_quotes_in_their_order() -> None:
    second, first = (Figure(quote, Span(quote.span.end - 6, quote.span.end)) for quote in (MINES, FIRST))
    reply = answer(FIRST, MINES, MAYOR, figures=(second, first))
    for page in (render_group_reply(reply, EN), render_reply(reply, EN)):
        shown = page.html.visible
        assert shown.startswith(
            f"The sources differ: compare figures and dates.\n{first.text} · {second.text}\n\n{FIRST.text}"
        )
        assert shown.count("The sources differ") == 1
        assert page.shown[:2] == (Shown(FIRST, first.span), Shown(MINES, second.span))


def test_what_is_kept_of_figures_is_not_trusted() -> None:
    numbered, span = [(1, FIRST), (2, MINES)], FIRST.span
    told = Told(voices=2, figures=((1, span.start, span.end + 1), (2, MINES.span.start, MINES.span.end)))
    assert figures_among(told, numbered) == []
    assert figures_among(replace(told, figures=((1, 5, 3), (2, -1, 9))), numbered) == []
    whole = ((1, span.start, span.end), (2, MINES.span.start, MINES.span.end))
    assert figures_among(replace(told, figures=whole), numbered) != []
    assert figures_among(replace(told, figures=(*whole, (3, 1, 2))), numbered) == []
    assert figures_among(replace(told, figures=whole[:1]), numbered) == []


def test_a_group_sees_the_beginning_of_a_quote_that_no_message_holds() -> None:
    long = quotes(LONG)[1]
    page = render_group_reply(answer(long, FIRST), EN, 3)
    assert page.html.fits
    assert page.quotes == (long,)
    assert long.text.startswith(page.shown[0].text)
    assert "The quote goes on" in page.html.visible
    assert nobodys(page, [long.article]) == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("reason", Reason)
def test_a_refusal_gives_the_reason_and_points_without_asserting(reason: Reason, language: Language) -> None:
    reply = Abstention(reason, 0.1, ("submarine",), (cite(FIRST.article),), {"pier": ("piers",)})
    page = render_reply(reply, language)
    (source,) = [e for e in parse(str(page.html)).entities if e.type == "text_link"]
    assert source.url == FIRST.article.url
    assert "submarine" in page.html.visible
    assert page.shown == ()
    assert nobodys(page, [FIRST.article], "submarine pier piers") == []


def test_a_refusal_in_a_group_is_short() -> None:
    reply = Abstention(Reason.NO_MATCH, 0.1, ("submarine",), (cite(FIRST.article),))
    assert render_group_reply(reply, EN).html.visible.split("\n") == [
        "The articles do not answer this: none of them has these words.",
        "Not in the articles: submarine",
    ]


def test_a_source_without_title_date_or_address_is_cited_by_its_file() -> None:
    bare = at(MINES, title="", publisher="", published=None, url="")
    page = render_reply(answer(bare), EN)
    assert page.html.visible.endswith("\nharbour.md")
    entities = [e.type for e in parse(str(page.html)).entities]
    assert entities == ["blockquote", "code"]  # a file's name in plain text would become a link


def test_the_page_of_a_document_is_named() -> None:
    paged = at(MINES, page_starts=(0, 40))
    assert render_reply(answer(paged), RU).html.visible.endswith("6 мая 2031, с. 2")


def test_right_to_left_words_are_kept_from_turning_the_citation_around() -> None:
    hebrew = at(quotes([["הנמל נסגר ביום שני."]])[0], title="נמל")
    page = render_reply(answer(hebrew), EN)
    assert page.html.visible.startswith("\u2068הנמל נסגר ביום שני.\u2069\n\u2068נמל\u2069 – ")
    assert carries(page.html.visible, page.shown)


def test_a_letter_that_telegram_would_strip_of_its_mark_is_sent_composed() -> None:
    (apart,) = quotes([["A\u030angstro\u0308m is a surname here."]])
    page = render_reply(answer(apart), EN)
    assert "Ångström" in page.html.visible
    assert "accents" not in page.html.visible
    (lost,) = quotes([["The sign x\u030a stands for nothing."]])
    assert "accents" in render_reply(answer(lost), EN).html.visible


def test_the_wider_context_shows_the_neighbours_verbatim_and_the_quote_in_bold() -> None:
    page = render_context(MINES, NOTHING_TOLD, EN)
    assert MINES.article.text in page.html.visible
    (bold,) = [
        e
        for e in parse(str(page.html)).entities
        if e.type == "bold" and e.start > 0 and e.end - e.start == len(MINES.text)
    ]
    assert page.html.visible[bold.start : bold.end] == MINES.text
    assert nobodys(page, [MINES.article]) == []


def test_what_lies_between_neighbours_that_do_not_touch_is_marked_as_left_out() -> None:
    text = MINES.article.text
    gapped = replace(MINES.passage, sentences=(MINES.span, FERRIES.span))
    page = render_context(proven(gapped, MINES.span), NOTHING_TOLD, EN)
    assert f"{MINES.text} […] {FERRIES.text}" in page.html.visible
    assert MAYOR.text not in page.html.visible
    assert MAYOR.text in text


def test_the_context_of_a_quote_that_fills_a_message_is_the_quote() -> None:
    long = quotes(LONG)[1]
    page = render_context(long, NOTHING_TOLD, EN)
    assert page.quotes == (long,)
    assert page.html.fits


def test_a_proof_tells_place_and_hashes() -> None:
    page = render_proof(MINES, datetime(2031, 5, 7, 8, 9, 10, tzinfo=UTC), NOTHING_TOLD, EN)
    text = page.html.visible
    assert f"Characters: {MINES.span.start} to {MINES.span.end}" in text
    assert MINES.article.revision in text
    assert hashlib.sha256(MINES.text.encode()).hexdigest() in text
    assert "2031-05-07 08:09:10 UTC" in text
    assert nobodys(page, [MINES.article]) == []
    assert page.quotes == (MINES,)
    assert "Read from" not in render_proof(MINES, None, NOTHING_TOLD, EN).html.visible


def test_the_proof_of_a_quote_that_fills_a_message_fits_one() -> None:
    page = render_proof(quotes(LONG)[1], None, NOTHING_TOLD, EN)
    assert page.html.fits
    assert page.quotes == ()


def test_an_inline_result_is_complete_in_itself() -> None:
    result = render_inline([MINES], EN)[0]
    assert result.title == MINES.text
    assert result.description == "Mines in the harbour – Alder Courier, 6 May 2031"
    assert result.page.html.visible.endswith("Mines in the harbour – Alder Courier, 6 May 2031")
    assert len(render_inline(quotes(LONG)[1:2], EN)[0].title) <= 80
    assert render_inline(quotes(LONG)[1:2], EN)[0].page.html.fits
    assert (
        render_inline([at(MINES, publisher="", published=None)], EN)[0].description == "Mines in the harbour"
    )


def test_the_sources_are_listed_ten_to_a_page_and_numbered_through() -> None:
    articles = [replace(article(), title=f"Report {n}") for n in range(1, 26)]
    assert source_pages(len(articles)) == 3
    page = render_sources(articles, 3, EN)
    assert "25 articles, page 3 of 3" in page.html.visible
    assert "21. Report 21 – " in page.html.visible
    assert "20. Report 20" not in page.html.visible
    assert nobodys(page, articles) == []


@pytest.mark.parametrize("number", [-1, 0, 4, 10**9])
def test_a_page_that_does_not_exist_is_the_nearest_one(number: int) -> None:
    articles = [replace(article(), title=f"Report {n}") for n in range(1, 26)]
    nearest = 1 if number < 1 else 3
    assert str(render_sources(articles, number, EN).html) == str(render_sources(articles, nearest, EN).html)


def test_no_sources_are_said_to_be_none() -> None:
    assert render_sources([], 1, EN).html.visible == "There are no articles yet."
    assert source_pages(0) == 1


def test_sources_with_enormous_facts_still_fit_a_page() -> None:
    monster = replace(
        article(),
        title="<&>" * 500,
        publisher="&" * 500,
        url="https://a.test/?" + "&x" * 700,
        published=date.max,
    )
    assert render_sources([monster] * SOURCES_ON_A_PAGE, 1, RU).html.fits


def test_every_rendered_page_of_an_edition_passes_the_last_check() -> None:
    edition = Edition.of([article(HARBOUR + LONG)])
    for passage in edition.passages:
        for sentence in passage.sentences:
            quote = quoted(passage, sentence, edition)
            proof = render_proof(quote, None, NOTHING_TOLD, EN)
            for page in (
                render_reply(answer(quote), EN),
                render_context(quote, NOTHING_TOLD, EN),
                proof,
                render_inline([quote], RU)[0].page,
            ):
                assert checked(page, edition).page is page
                assert nobodys(page, list(edition.articles)) == []


def test_the_audit_finds_what_is_nobodys() -> None:
    page = render_reply(answer(MINES), EN)
    text = page.html.visible
    assert audit(text, [MINES.text], [MINES.article]) == []
    assert audit(text + "\nThe harbour is probably safe.", [MINES.text], [MINES.article]) == [
        "The harbour is probably safe."
    ]
    assert audit("Divers found 15 mines.", ["Divers found 15 mines."], [MINES.article]) == [
        "Divers found 15 mines."
    ]
    assert audit("Not in the articles: Mayor Brandt resigned", [], [MINES.article]) != []
    assert audit("Mines in the harbour – Daily Rumour, 6 May 2031", [], [MINES.article]) != []
    assert audit(Span(0, 9).of(text), [], [MINES.article]) != []


def test_of_several_refused_questions_each_is_named_with_what_it_lacks() -> None:
    refused = [Abstention(Reason.NOT_COVERED, 0.1, missing=(word,)) for word in ("cup", "anthem")]
    parts = (Part("Who won the cup?", refused[0]), Part("Who wrote the anthem?", refused[1]))
    for page in (
        render_reply(replace(refused[0], parts=parts, unread=2), EN),
        render_group_reply(replace(refused[0], parts=parts, unread=2), EN),
    ):
        lines = page.html.visible.splitlines()
        assert [line for line in lines if line.startswith("Question:")] == [
            "Question: Who won the cup?",
            "Question: Who wrote the anthem?",
        ]
        for line in ("Not in the articles: cup", "Not in the articles: anthem"):
            assert line in lines
        assert "I answer 2 questions" in page.html.visible


def test_talk_is_answered_in_its_language_and_else_in_the_readers() -> None:
    talk = Abstention(Reason.SMALL_TALK, 0.0)

    def said(*languages: str) -> str:
        return render_reply(replace(talk, asked_in=languages), RU).html.visible

    assert "статей" in said()
    assert "Artikeln" in said("de")
    assert "статей" in said("uk", "ru")
    assert "статей" in said("tr")


def test_a_question_in_another_language_is_told_so_in_it() -> None:
    foreign = answer(FIRST, confidence=0.4, asked_in=("de",))
    assert "in einer anderen Sprache" in render_reply(foreign, EN).html.visible
    refused = Abstention(Reason.NOT_COVERED, 0.0, asked_in=("fr",))
    assert "dans une autre langue" in render_reply(refused, EN).html.visible
