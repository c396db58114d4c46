"""The page of an article: its stored text, block by block, with one quote highlighted."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.chat.pages.citations import facts_of
from bot.chat.wording.texts import Language, plain
from bot.core.index.edition import Edition
from bot.core.nouns import Article, Block, BlockKind, Claim, Span
from bot.core.proving.forges import opened_at
from bot.core.proving.quote import cite, prove
from bot.core.proving.text_fragments import quote_link
from bot.languages.interface.messages import Message
from bot.web.addresses import article_page, history_page
from bot.web.elements import Child, Element, element
from bot.web.gate import Sheet, Stretch
from bot.web.sheets.frame import said

PART_CHARACTERS = 24_000
"""Characters of an article on one page: below 100 kB, markup and scripts of three bytes a letter included."""

_TAGS = {BlockKind.CODE: "pre", BlockKind.ITEM: "li"}


@dataclass(frozen=True, slots=True)
class Looking:
    """What somebody wants to see of an article: ``part``, from 1, else that in which ``marked`` begins.

    ``marked`` is a range of the text that is highlighted; ``note`` says something of it.
    """

    marked: Span | None = None
    part: int | None = None
    note: str = ""


def article_sheet(article: Article, edition: Edition, language: Language, looking: Looking) -> Sheet:
    """Return a part of the article; the nearest one where there is no such part."""
    spans = parts_of(article)
    wanted = _part_of(spans, looking.marked) if looking.part is None else looking.part
    number = min(max(wanted, 1), len(spans))
    span = spans[number - 1]
    citation = cite(article)
    pages = _pages(article, number, len(spans), language)
    blocks = _blocks(article, span, looking.marked)
    body = element(
        "main",
        element("h1", citation.name, dir="auto"),
        said(", ".join(facts_of(citation, language))),
        _ways(article, _original(article, edition, looking.marked), language),
        said(looking.note, role="status") if looking.note else None,
        pages,
        element("article", *blocks, lang=article.language or None, dir="auto"),
        pages,
        id="main",
        tabindex="-1",
    )
    return Sheet(citation.name, body, stretch=Stretch(article, span, edition))


def parts_of(article: Article) -> list[Span]:
    """Return the article in ranges of at most ``PART_CHARACTERS``, cut between blocks if possible."""
    ends = [block.span.end for block in article.blocks]
    found: list[Span] = []
    start, length = 0, len(article.text)
    while length - start > PART_CHARACTERS:
        place = bisect_right(ends, start + PART_CHARACTERS) - 1
        end = ends[place] if place >= 0 and ends[place] > start else start + PART_CHARACTERS
        found.append(Span(start, end))
        start = end
    return [*found, Span(start, length)] if start < length or not found else found


def _part_of(spans: Sequence[Span], marked: Span | None) -> int:
    return bisect_right(spans, marked.start, key=lambda span: span.start) if marked else 1


def _original(article: Article, edition: Edition, marked: Span | None) -> str:
    """Return the address of the original page, at the marked quote where it is one; "" if there is none."""
    quote = prove(Claim.of(article, marked), edition) if marked else None
    return quote_link(quote) if quote else opened_at(article.url)


def _ways(article: Article, original: str, language: Language) -> Element:
    """Return the links to the history and to the original; the script shows the one that opens it beside."""
    away = {"href": original, "rel": "noopener noreferrer"}
    return element(
        "p",
        element("a", plain(Message.PAGE_HISTORY, language), href=history_page(article.id)),
        element("a", plain(Message.PAGE_ORIGINAL, language), **away) if original else None,
        element("a", plain(Message.PAGE_BESIDE, language), **away, id="beside", hidden=True)
        if original
        else None,
        class_="ways",
    )


def _pages(article: Article, number: int, count: int, language: Language) -> Element | None:
    """Return the ways to the parts before and after, nothing where there is one part."""
    if count == 1:
        return None
    before = article_page(article.id, number - 1) if number > 1 else ""
    after = article_page(article.id, number + 1) if number < count else ""
    return paging(before, after, number, count, language)


def paging(before: str, after: str, number: int, count: int, language: Language) -> Element:
    """Return the ways to the pages before and after, "" where there is none."""
    words = plain(Message.PAGE_PART, language, number=number, count=count)
    return element(
        "nav",
        element("a", plain(Message.BUTTON_PREVIOUS, language), href=before, rel="prev") if before else None,
        element("span", words),
        element("a", plain(Message.BUTTON_NEXT, language), href=after, rel="next") if after else None,
        class_="paging",
        aria_label=words,
    )


def _blocks(article: Article, part: Span, marked: Span | None) -> Iterator[Element]:
    """Yield the blocks of a part; items that follow each other stand in one list."""
    tags = _tags(article)
    first = bisect_right(article.blocks, part.start, key=lambda block: block.span.end)
    last = bisect_right(article.blocks, part.end - 1, key=lambda block: block.span.start)
    for is_item, blocks in groupby(article.blocks[first:last], lambda b: b.kind is BlockKind.ITEM):
        shown = [
            element(tags(block), *_words(article, block, part, marked), class_=_class(block))
            for block in blocks
        ]
        if is_item:
            yield element("ul", *shown)
        else:
            yield from shown


def _tags(article: Article) -> Callable[[Block], str]:
    """Return what tells a block's tag: of headings one after the other, whatever levels the article skips."""
    levels = sorted({block.level for block in article.blocks if block.kind is BlockKind.HEADING})

    def tag(block: Block) -> str:
        if block.kind is BlockKind.HEADING:
            return f"h{min(levels.index(block.level) + 2, 6)}"
        return _TAGS.get(block.kind, "p")

    return tag


def _class(block: Block) -> str | None:
    named = {BlockKind.ROW, BlockKind.HEAD, BlockKind.QUESTION, BlockKind.NOTE}
    return block.kind.value if block.kind in named else None


def _words(article: Article, block: Block, part: Span, marked: Span | None) -> Iterable[Child]:
    span = Span(max(block.span.start, part.start), min(block.span.end, part.end))
    return _highlighted(article, span, marked)


def _highlighted(article: Article, span: Span, marked: Span | None) -> Iterable[Child]:
    """Return the words of a block, those that are marked in an element of their own."""
    if marked is None or not marked.overlaps(span):
        return (span.of(article.text),)
    start, end = max(span.start, marked.start), min(span.end, marked.end)
    text = article.text
    begins = start == marked.start
    mark = element("mark", text[start:end], id="quote" if begins else None, tabindex="-1" if begins else None)
    return (text[span.start : start], mark, text[end : span.end])
