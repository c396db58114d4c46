"""An article on the page: all of its text, in parts that a telephone loads, the quote highlighted."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.wording.texts import Language
from bot.core.index.edition import Edition
from bot.core.nouns import Article, Claim, Span
from bot.core.proving.quote import prove
from bot.core.proving.text_fragments import quote_link
from bot.web.elements import Element, printed
from bot.web.gate import sealed
from bot.web.sheets.article_text import PART_CHARACTERS, Looking, article_sheet, parts_of
from bot.web.sheets.frame import document
from tests.core.texts import article, harbour


def squeezed(text: str) -> str:
    return "".join(text.split())


def marked(tree: Element) -> str:
    return "".join(mark.visible for mark in tree.all("mark"))


def shown(source: Article, looking: Looking) -> Element:
    return sealed(article_sheet(source, Edition.of([source]), Language.ENGLISH, looking)).sheet.body


@given(place=st.tuples(st.integers(0, 300), st.integers(1, 120)))
def test_every_range_is_highlighted_as_it_stands(place: tuple[int, int]) -> None:
    source = harbour()
    start = min(place[0], len(source.text) - 2)
    span = Span(start, min(start + place[1], len(source.text)))
    assert squeezed(marked(shown(source, Looking(marked=span)))) == squeezed(span.of(source.text))


def test_the_highlight_has_one_anchor() -> None:
    source = harbour()
    second = source.text.index("Mayor")
    tree = shown(source, Looking(marked=Span(second - 10, second + 10)))
    assert printed(tree).count('id="quote"') == 1
    assert len(list(tree.all("mark"))) == 2


@given(lengths=st.lists(st.integers(1, 3 * PART_CHARACTERS), min_size=1, max_size=8))
def test_every_article_is_shown_whole_in_parts_of_bounded_length(lengths: list[int]) -> None:
    source = article("long", "\n\n".join("я" * length for length in lengths))
    spans = parts_of(source)
    assert all(len(span) <= PART_CHARACTERS for span in spans)
    assert [span.start for span in spans[1:]] == [span.end for span in spans[:-1]]
    assert (spans[0].start, spans[-1].end) == (0, len(source.text))
    texts = [next(shown(source, Looking(part=n)).all("article")).visible for n in range(1, len(spans) + 1)]
    assert squeezed("".join(texts)) == squeezed(source.text)


def test_a_page_of_a_long_article_is_below_100_kilobytes() -> None:
    source = article("long", "\n\n".join("第" * 39 + "。" for _ in range(5_000)), title="&" * 1_000)
    page = sealed(article_sheet(source, Edition.of([source]), Language.ENGLISH, Looking()))
    assert len(document(page, Language.ENGLISH)) < 100_000


def test_the_part_that_has_the_quote_is_shown() -> None:
    source = article("long", "\n\n".join(f"Sentence {n} of a long story." for n in range(3_000)))
    start = source.text.index("Sentence 2900 of")
    assert marked(shown(source, Looking(marked=Span(start, start + 10)))) == "Sentence 2"


def test_the_original_is_opened_at_the_highlighted_quote_and_beside_only_by_a_script() -> None:
    source = replace(harbour(), url="https://tarn.example/harbour")
    edition = Edition.of([source])
    span = edition.passages[0].sentences[0]
    quote = prove(Claim.of(source, span), edition)
    assert quote
    for looking, address in ((Looking(marked=span), quote_link(quote)), (Looking(), source.url)):
        links = [dict(link.attributes) for link in shown(source, looking).all("a")]
        away = [link for link in links if link["href"] == address]
        assert [link.get("id") for link in away] == [None, "beside"]
        assert all(link["rel"] == "noopener noreferrer" for link in away)
        assert "hidden" in away[1]


def test_an_article_without_an_address_leads_to_no_original() -> None:
    tree = shown(replace(harbour(), url=""), Looking())
    assert "beside" not in printed(tree)
