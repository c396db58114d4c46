from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.core.proving.quote import Quote
from bot.core.proving.text_fragments import EXACT_UP_TO, quote_link
from tests.chat.articles import Blocks, article, at, joined, quotes
from tests.chat.browser import follow, parse

LETTERS = "abcABC-,&%#:~'\"()éйЙß1。"
WORDS = st.text(alphabet=LETTERS, min_size=1, max_size=6).map(lambda word: "w" + word + "w")
SENTENCES = st.lists(WORDS, min_size=1, max_size=90).map(" ".join).map(lambda words: words + ".")
FEW = st.sampled_from(["Yes.", "No comment was made.", "Yes, no.", "Nobody came to the pier that day."])
BLOCKS = st.lists(st.lists(SENTENCES | FEW, min_size=1, max_size=4), min_size=1, max_size=4)


def numbered(blocks: Blocks) -> Blocks:
    """The blocks with a word at each end of each that stands nowhere else."""
    return [[f"First{i}x.", *sentences, f"Last{i}x."] for i, sentences in enumerate(blocks)]


def followed(quote: Quote) -> str:
    span = follow(quote_link(quote), quote.article)
    return span.of(quote.article.text) if span else ""


@settings(max_examples=40)
@given(BLOCKS)
def test_every_link_of_every_sentence_leads_to_exactly_that_sentence(blocks: Blocks) -> None:
    for quote in quotes(numbered(blocks)):
        assert follow(quote_link(quote), quote.article) == quote.span


@settings(max_examples=40)
@given(BLOCKS)
def test_every_link_leads_to_the_words_even_where_whole_surroundings_repeat(blocks: Blocks) -> None:
    for quote in quotes(blocks + blocks):
        assert " ".join(followed(quote).split()).startswith(quote.text.split()[0])


@settings(max_examples=40)
@given(BLOCKS, st.data())
def test_every_link_of_a_range_of_sentences_leads_to_exactly_that_range(
    blocks: Blocks, data: st.DataObject
) -> None:
    sentences = quotes(numbered(blocks))
    first = data.draw(st.integers(0, len(sentences) - 1))
    last = data.draw(st.integers(first, len(sentences) - 1))
    quote = joined(sentences[first], sentences[last])
    assume(len(quote_link(quote)) <= LIMITS.texts.link)
    assert follow(quote_link(quote), quote.article) == quote.span


def test_a_short_quote_is_named_in_full() -> None:
    assert quote_link(quotes()[1]) == (
        "https://courier.test/mines#:~:text=Divers%20found%2014%20mines%20near%20the%20east%20pier."
    )


def test_what_the_syntax_uses_is_encoded_inside_a_term() -> None:
    (quote,) = quotes([["A so-called truce, M&S say: 100 % of it, held."]])
    assert (
        ":~:text=A%20so%2Dcalled%20truce%2C%20M%26S%20say%3A%20100%20%25%20of%20it%2C%20held."
        in quote_link(quote)
    )


def test_words_that_occur_twice_get_what_stands_before_them() -> None:
    blocks = [
        ["Envoys met on Monday.", "Nothing came of it at all."],
        ["They met once again.", "Nothing came of it at all."],
    ]
    prefixes = [parse(quote_link(quote)).prefix for quote in quotes(blocks)]
    assert prefixes == [None, "met on Monday.", None, "met once again."]


def test_a_very_short_quote_gets_context_even_where_it_stands_once() -> None:
    directive = parse(
        quote_link(quotes([["The council voted on Friday.", "Nobody spoke.", "It passed."]])[1])
    )
    assert directive.prefix == "voted on Friday."


def test_a_long_quote_is_named_by_its_two_ends_and_no_word_is_cut() -> None:
    sentence = " ".join(f"word{i}" for i in range(80)) + "."
    (quote,) = quotes([[sentence]])
    directive = parse(quote_link(quote))
    assert len(quote.span) > EXACT_UP_TO
    assert directive.start == "word0 word1 word2 word3 word4 word5"
    assert directive.end == "word74 word75 word76 word77 word78 word79."


def test_a_quote_over_a_paragraph_break_is_named_by_its_two_ends() -> None:
    first, _, last, _ = quotes()
    directive = parse(quote_link(joined(first, last)))
    assert directive.start == "The harbour of Port Alder closed"
    assert directive.end == "the search would last a week."


def test_an_ending_that_stands_earlier_in_the_quote_is_named_with_more_words() -> None:
    refrain = "and the boats stayed where they were"
    blocks = [
        [f"Monday was calm {refrain}.", f"{'Rain fell ' * 40}on Tuesday {refrain}."],
        ["Then it cleared."],
    ]
    first, second, _ = quotes(blocks)
    quote = joined(first, second)
    assert follow(quote_link(quote), quote.article) == quote.span


def test_an_ending_that_cannot_be_told_apart_gets_what_stands_after_it() -> None:
    first, _, last, _ = quotes([["Was it late when they came home?", "No."], ["No.", "Not for them."]])
    quote = joined(first, last)
    assert parse(quote_link(quote)).suffix == "Not for them."
    assert follow(quote_link(quote), quote.article) == quote.span


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://courier.test/a#sec", "https://courier.test/a#sec:~:text="),
        ("https://courier.test/a#", "https://courier.test/a#:~:text="),
        ("https://courier.test/a#:~:text=old", "https://courier.test/a#:~:text="),
        ("https://courier.test/a?x=1&y=2#sec:~:text=old", "https://courier.test/a?x=1&y=2#sec:~:text="),
    ],
)
def test_a_fragment_stays_and_a_directive_is_replaced(url: str, opened: str) -> None:
    written = quote_link(at(quotes()[1], url=url))
    assert written.startswith(opened + "Divers%20")
    assert "old" not in written


def test_an_article_without_an_address_has_no_link() -> None:
    assert quote_link(at(quotes()[0], url="")) == ""


def test_a_pdf_is_opened_at_the_page() -> None:
    quote = at(quotes()[3], url="https://courier.test/Report.PDF?v=2", page_starts=(0, 40, 90))
    assert quote_link(quote) == "https://courier.test/Report.PDF?v=2#page=3"


def test_words_without_blanks_are_named_in_full_or_not_at_all() -> None:
    short, long = quotes([["港口" * 100 + "。"], ["码头" * 400 + "。"]])
    assert parse(quote_link(short)).start == short.text
    assert quote_link(long) == article().url


def test_white_space_is_named_as_a_browser_shows_it() -> None:
    blocks = [["The ferry left late\n  that evening."]]
    assert followed(quotes(blocks)[0]) == blocks[0][0]
    assert "%0A" not in quote_link(quotes(blocks)[0])


@pytest.mark.parametrize("mark", ["1. ", "12) ", "• ", "- "])
def test_the_mark_of_an_item_is_drawn_by_browsers_and_not_searched(mark: str) -> None:
    steps = [
        [f"{mark}Push the tank in until it clicks."],
        [f"{mark}Close the lid."],
        [f"{mark}Close the lid."],
    ]
    source = article(steps)
    source = replace(source, blocks=tuple(replace(b, kind=BlockKind.ITEM) for b in source.blocks))
    found = [parse(quote_link(quote)) for quote in quotes(steps, source)]
    assert found[0].start == "Push the tank in until it clicks."
    assert [(one.start, one.prefix) for one in found[1:2]] == [("Close the lid.", "until it clicks.")]
    whole = joined(quotes(steps, source)[0], quotes(steps, source)[1])
    assert not any(mark.strip() in (term or "") for term in vars(parse(quote_link(whole))).values())


def test_short_words_that_stand_once_do_not_build_on_another_block() -> None:
    told = [["Nobody came to the pier that day."], ["Yes."], ["Divers found 14 mines near the pier."]]
    quote = next(quote for quote in quotes(told) if quote.text == "Yes.")
    assert quote_link(quote).partition("text=")[2] == "Yes."
