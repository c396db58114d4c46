import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.basics.visible import visible
from bot.chat.wire import telegram
from bot.chat.wording.markup import (
    Html,
    blockquote,
    bold,
    code,
    cut,
    escape,
    italic,
    join,
    link,
    shortened,
    verbatim,
)
from tests.telegram_html import parse

ANY_TEXT = st.text() | st.text(alphabet="<>&\"'ab \n👩‍🚀éЯ", max_size=60)
URLS = st.sampled_from(
    [
        "https://news.test/a",
        "http://x.test/?a=1&b=\"'<>",
        "https://e.test/" + "%D0%90" * 500,
        "mailto:a@b.test",
        "",
    ]
)
LEAVES = st.one_of(
    st.builds(escape, ANY_TEXT),
    st.builds(code, ANY_TEXT),
    st.builds(link, ANY_TEXT, URLS),
    st.builds(lambda text, times: escape(text * times), ANY_TEXT, st.integers(1, 300)),
)
TREES = st.lists(
    st.one_of(LEAVES, st.builds(bold, st.builds(escape, ANY_TEXT)), st.builds(blockquote, LEAVES)),
    max_size=12,
).map(join)


@given(ANY_TEXT)
def test_every_text_arrives_as_it_was_written(text: str) -> None:
    assert parse(str(verbatim(text))).text == text
    assert verbatim(text).visible == text
    assert escape(text).visible == visible(text)


@given(TREES)
def test_every_tree_parses_and_its_length_is_what_telegram_counts(html: Html) -> None:
    message = parse(str(html))
    assert message.text == html.visible
    assert len(message.text) == len(html)
    assert len(message.entities) <= html.entities


@settings(max_examples=40)
@given(TREES, st.integers(1, 30))
@example(join([escape("a b. ")] * 900), 1)
@example(link("source", "https://e.test/" + "x" * 3900), 20)
@example(blockquote(escape("нет" * 4000)), 1)
@example(blockquote(escape("x" + "\u0301" * 9000)), 1)
def test_all_that_is_said_to_fit_is_within_telegrams_limits(html: Html, times: int) -> None:
    whole = join([html] * times)
    message = parse(str(whole))
    within = (
        len(message.text) <= telegram.MESSAGE_CHARACTERS and len(str(whole).encode()) <= telegram.MARKUP_BYTES
    )
    assert within or not whole.fits
    assert len(message.entities) <= telegram.MESSAGE_ENTITIES or not whole.fits


@given(st.text(alphabet="ab \n\u0301👩🚀\u200d🇰🇿", min_size=1), st.integers(1, 40))
def test_every_cut_falls_between_graphemes(text: str, longest: int) -> None:
    end = cut(text, lambda end: end <= longest)
    starts = {match.start() for match in regex.finditer(r"\X", text)} | {len(text)}
    first = regex.match(r"\X", text)
    assert first is not None
    assert 0 < end <= longest
    assert end in starts or first.end() > longest


def test_a_cut_prefers_a_paragraph_to_a_word_to_a_letter() -> None:
    assert cut("one two\n\nthree four", lambda end: end <= 14) == len("one two\n\n")
    assert cut("one two three", lambda end: end <= 9) == len("one two ")
    assert cut("onetwothree", lambda end: end <= 9) == 9


def test_a_link_keeps_its_address() -> None:
    url = "https://news.test/a?b=1&c='\"<>#sec:~:text=x"
    (entity,) = parse(str(link("a & b", url))).entities
    assert entity.url == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mailto:a@b.test",
        "/relative",
        "http://localhost/x",
        "javascript:alert(1)",
        "javascript://news.test/%0aalert(1)",
        "ftp://news.test/a",
        "https://[bad",
        "https://a.test/x y",
        "https://a.test/" + "x" * 5000,
    ],
)
def test_an_address_that_telegram_would_drop_leaves_the_label_bare(url: str) -> None:
    assert str(link("label", url)) == "label"


def test_a_quotation_cannot_hold_a_quotation() -> None:
    with pytest.raises(ValueError, match="quotation"):
        blockquote(join([escape("a"), blockquote(escape("b"))]))


def test_two_quotations_side_by_side_stay_two() -> None:
    assert str(blockquote(escape("a")) + blockquote(escape("b"))).count("<blockquote expandable>") == 2


def test_join_leaves_out_what_is_empty() -> None:
    assert join([escape("a"), escape(""), italic(escape("b"))], ", ").visible == "a, b"


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [("a  b\nc", 9, "a b c"), ("one two three", 9, "one two…"), ("onetwothree", 4, "one…"), ("", 4, "")],
)
def test_a_shortened_text_is_one_line_and_says_that_it_was_cut(text: str, longest: int, short: str) -> None:
    assert shortened(text, longest) == short
