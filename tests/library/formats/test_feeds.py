"""Feeds: a generator says what a reader reads, and no quote and no title differs from it."""

import html
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.reading.passages import passages
from bot.library.formats.feeds import parse_feed
from bot.library.parsing.draft import Draft, read_draft
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Remark

WORDS = st.sampled_from(
    ["mill", "ferry", "“crane”", "harbour", "&", "café", "AT&T", "3<4", "stone’s", "quay"]
)
SENTENCES = st.lists(WORDS, min_size=5, max_size=12).map(lambda words: f"The {' '.join(words)} stands.")


def read(entries: Sequence[str], title: str = "News") -> list[Draft | Remark]:
    items = "".join(f"<item>{entry}</item>" for entry in entries)
    data = f'<rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()
    found = list(parse_feed(data, Header()))
    assert all(isinstance(one, Draft | Remark) for one in found)
    return [one for one in found if isinstance(one, Draft | Remark)]


def encoded(text: str, times: int) -> str:
    for _ in range(times):
        text = html.escape(text, quote=False)
    return text


@settings(deadline=None, max_examples=50)
@given(
    st.lists(SENTENCES, min_size=1, max_size=4, unique=True),
    st.lists(
        st.sampled_from(["word <s>struck</s>", "<em>word</em>", "word<sup>[2]</sup>", "<b>word</b>"]),
        max_size=4,
    ),
)
def test_no_quote_of_a_feed_differs_from_what_a_reader_reads(sentences: list[str], marked: list[str]) -> None:
    paragraphs = [
        f"<p>{html.escape(sentence[:-1])} {mark}.</p>"
        for sentence, mark in zip(sentences, [*marked, *["word"] * 4], strict=False)
    ]
    [draft] = read([f"<guid>1</guid><description>{encoded(''.join(paragraphs), 1)}</description>"])
    assert isinstance(draft, Draft)
    article = read_draft(draft, "a.xml").article
    quotes = [sentence.of(article.text) for passage in passages(article) for sentence in passage.sentences]
    assert quotes == [f"{sentence[:-1]} word." for sentence in sentences]


@given(SENTENCES, st.integers(1, 2))
def test_a_title_is_what_a_reader_reads_however_often_it_is_encoded(title: str, times: int) -> None:
    text = "<description>The ferry leaves at eight.</description>"
    [draft] = read([f"<guid>1</guid><title>{encoded(title, times)}</title>{text}"], encoded(title, times))
    assert isinstance(draft, Draft)
    assert (draft.header.title, draft.header.publisher) == (title, title)


def test_markup_in_a_title_is_not_read() -> None:
    [draft] = read(
        ["<title>The &lt;em&gt;new&lt;/em&gt; ferry</title><description>It leaves at eight.</description>"]
    )
    assert isinstance(draft, Draft)
    assert draft.header.title == "The new ferry"


def test_of_two_entries_with_one_id_the_newer_is_read_and_the_others_are_counted() -> None:
    def entry(name: str, text: str, day: int) -> str:
        date = f"<pubDate>Thu, {day:02} Mar 2021 09:00:00 GMT</pubDate>"
        return f"<guid>{name}</guid>{date}<description>{text}</description>"

    found = read(
        [
            entry("1", "It leaves at eight.", 4),
            entry("1", "It leaves at nine.", 5),
            entry("2", "It costs four crowns.", 5),
            entry("2", "It costs three crowns.", 5),
            entry("3", "", 5),
        ]
    )
    texts = [one.pieces[0].text for one in found if isinstance(one, Draft)]
    assert texts == ["It leaves at nine.", "It costs four crowns."]
    [remark] = [one for one in found if isinstance(one, Remark)]
    assert "without text ×1" in str(remark.sentence)
    assert "again under the same id ×2" in str(remark.sentence)
