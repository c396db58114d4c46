"""Typed answers to pages of Html within Telegram's limits. Pure: no clock, no network, no state."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce

from bot.chat.pages.ages import UNDATED, Occasion, age_note
from bot.chat.pages.citations import composed, isolated, source_line
from bot.chat.pages.notes import (
    above,
    also_searched_note,
    figures_among,
    group_notes,
    notes,
    over_parts,
    refusal,
)
from bot.chat.pages.page import LOST_MARKS, Ours, Page, Shown
from bot.chat.wording.markup import (
    NOTHING,
    Html,
    blockquote,
    bold,
    code,
    cut,
    inert,
    italic,
    join,
    shortened,
    verbatim,
)
from bot.chat.wording.texts import Language, text
from bot.core.nouns import Citation, Listed, Span
from bot.core.proving.fate import Became, Fate
from bot.core.proving.forges import opened_at
from bot.core.proving.quote import Quote, cite
from bot.core.proving.showing import OMITTED, PARTED, ShownPart, parts, text_of
from bot.core.proving.text_fragments import quote_link
from bot.core.replies import Figure, Reason
from bot.languages.interface.messages import Message
from bot.storage.told import Told

SOURCES_ON_A_PAGE = 10
_LONGEST_FILE = 120
_INLINE_TITLE = 80
_ROW = 30
"""Signs that surely fit in one row of the list of inline results, on a narrow telephone."""
_NEIGHBOURS = 3
"""Sentences on either side in the wider context."""


_BECAME = {
    Became.MOVED: Message.PAGE_MOVED,
    Became.REWORDED: Message.PAGE_REWORDED,
    Became.LOST: Message.PAGE_QUOTE_LOST,
    Became.GONE: Message.ARTICLE_GONE,
    Became.REREAD: Message.PAGE_REREAD,
}
"""What is said of a quote that does not stand any more."""
Numbered = tuple[int, Quote]
"""A quote and its number in the answer; the lead's is 1."""


@dataclass(frozen=True, slots=True)
class InlineResult:
    """A quote in the list of inline mode; ``page`` is the whole message that choosing it sends."""

    title: str
    description: str
    page: Page


def render_quotes(
    quotes: Sequence[Numbered],
    told: Told,
    language: Language,
    occasion: Occasion = UNDATED,
) -> Page:
    """Return as many of an answer's quotes as one message holds, at least one, with what is told of them.

    Where their sources differ, what differs stands above them. A quote that no message holds is cut, and says
    so; its link leads to all of it.
    """
    counted, page = len(quotes) > 1 or quotes[0][0] > 1, Page(NOTHING)
    for count in range(len(quotes), 0, -1):
        shown = [quote for _, quote in quotes[:count]]
        first, *over = over_parts(told, [number for number, _ in quotes[:count]], language)
        heading = _lines([*above(told, shown, language), *([first] if first else [])])
        figures = figures_among(told, quotes[:count])
        compared = [_compared(figures, heading, language)] if figures else []
        blocks = [
            quote_block(quote, lines, number if counted else None, language)
            for lines, (number, quote) in zip([NOTHING if compared else heading, *over], quotes, strict=False)
        ]
        page = reduce(Page.followed_by, [*compared, *blocks])
        note = _notes(told, shown, language, occasion, compared=bool(compared))
        if (whole := _noted(page, note)).html.fits:
            return whole
    return page


def _compared(figures: Sequence[Figure], heading: Html, language: Language) -> Page:
    """Return side by side what differs, in the order of the quotes, below what is told of them."""
    said = [inert(isolated(composed(figure.text)), bold) for figure in figures]
    lines = [heading, text(Message.SOURCES_DIFFER, language), blockquote(join(said, PARTED))]
    return Page(_lines(lines), tuple(Shown(figure.quote, figure.span) for figure in figures))


def render_refusal(
    reason: Reason, told: Told, nearest: Sequence[Citation], language: Language, *, in_group: bool = False
) -> Page:
    """Return why there is no answer, the words that stand nowhere, and the nearest articles as links.

    A group is told only why.
    """
    why = _lines(refusal(reason, told, language))
    if in_group:
        return Page(why)
    lines = [source_line(citation, citation.url, language) for citation in nearest]
    listed = _lines([text(Message.NEAREST, language), *lines]) if lines else NOTHING
    return Page(join([why, listed, *also_searched_note(told, language)], "\n\n"))


def render_sources(articles: Sequence[Listed], number: int, language: Language) -> Ours:
    """Return page ``number`` of the list of articles, from 1; the nearest one where there is no such page."""
    if not articles:
        return Ours(text(Message.SOURCES_NONE, language))
    pages = source_pages(len(articles))
    number = min(max(number, 1), pages)
    first = (number - 1) * SOURCES_ON_A_PAGE
    heading = text(Message.SOURCES_HEADING, language, count=len(articles), page=number, pages=pages)
    listed = [cite(article) for article in articles[first : first + SOURCES_ON_A_PAGE]]
    linked = [source_line(c, c.url, language, n) for n, c in enumerate(listed, first + 1)]
    bare = [source_line(c, "", language, n) for n, c in enumerate(listed, first + 1)]
    page = join([heading, join(linked, "\n")], "\n\n")
    return Ours(page if page.fits else join([heading, join(bare, "\n")], "\n\n"))


def source_pages(count: int) -> int:
    """Return how many pages so many articles take."""
    return max(1, -(-count // SOURCES_ON_A_PAGE))


def render_passage(quote: Quote, number: int, count: int, language: Language) -> Page:
    """Return a whole passage as a page of its article, with its number among the article's passages."""
    return quote_block(
        quote, text(Message.PASSAGE_HEADING, language, number=number, count=count), None, language
    )


def render_context(quote: Quote, told: Told, language: Language, occasion: Occasion = UNDATED) -> Page:
    """Return the quote in bold among up to three sentences before and after it, as far as a message holds."""
    heading = _lines([*above(told, [quote], language), text(Message.CONTEXT_HEADING, language)])
    note = _notes(told, [quote], language, occasion)
    for count in range(_NEIGHBOURS, 0, -1):
        page = _noted(_among_neighbours(quote, count, heading, language), note)
        if page.html.fits:
            return page
    return _noted_if_it_fits(quote_block(quote, heading, None, language), note)


def render_proof(
    quote: Quote,
    read_at: datetime | None,
    told: Told,
    language: Language,
    occasion: Occasion = UNDATED,
) -> Page:
    """Return where the quote stands, in a form that anyone with the file can check. ``read_at`` is UTC."""
    heading, note = _lines(above(told, [quote], language)), _notes(told, [quote], language, occasion)
    facts = _facts(quote, language)
    if read_at:
        moment = f"{read_at:%Y-%m-%d %H:%M:%S}"
        facts = join([facts, text(Message.PROOF_READ_AT, language, moment=moment)], "\n")
    first = quote_block(quote, heading, None, language)
    both = first.followed_by(Page(facts))
    if first.shown == _shown(quote, parts(quote)) and both.html.fits:
        return _noted_if_it_fits(both, note)
    source = source_line(quote.citation, quote_link(quote), language)
    return _noted_if_it_fits(Page(join([heading, source, facts], "\n\n")), note)


def _facts(quote: Quote, language: Language) -> Html:
    return text(
        Message.PROOF,
        language,
        file=code(shortened(quote.article.file, _LONGEST_FILE)),
        start=code(str(quote.span.start)),
        end=code(str(quote.span.end)),
        revision=code(quote.article.revision),
        digest=code(hashlib.sha256(quote.text.encode()).hexdigest()),
    )


def render_past_proof(fate: Fate, language: Language) -> Page:
    """Return what has become of a quote, where it stood, and what stands there now if that fits."""
    then = quote_block(fate.then.quote, text(Message.PAGE_THEN, language), None, language)
    proven = Page(text(_BECAME[fate.became], language)).followed_by(then)
    proven = proven.followed_by(Page(_facts(fate.then.quote, language)))
    now = quote_block(fate.now.quote, text(Message.PAGE_NOW, language), None, language) if fate.now else None
    both = proven.followed_by(now) if now else proven
    return next((page for page in (both, proven) if page.html.fits), then)


def render_reference(quote: Quote, language: Language) -> Page:
    """Return a quote and its source to be copied, the article's address in words besides."""
    page = quote_block(quote, NOTHING, None, language)
    address = opened_at(quote.article.url)
    addressed = page.followed_by(Page(code(address)), "\n") if address else page
    return addressed if addressed.html.fits else page


def render_inline(quotes: Sequence[Quote], language: Language) -> list[InlineResult]:
    """Return a page of quotes for inline mode; each one's message is complete in itself."""
    return [
        InlineResult(
            title=title,
            description=source_line(quote.citation, "", language).visible,
            page=quote_block(quote, NOTHING, None, language),
        )
        for quote, title in zip(quotes, _told_apart([quote.text for quote in quotes]), strict=True)
    ]


def _told_apart(texts: Sequence[str]) -> list[str]:
    """Return the beginnings of texts as rows of a list: of those alike from the first word that differs."""
    lines = [" ".join(composed(text).split()) for text in texts]
    told = []
    for line in lines:
        alike = max((_alike(line, other) for other in lines if other != line), default=0)
        start = line.rfind(" ", 0, alike) + 1 if alike >= _ROW else 0
        told.append(
            f"…{shortened(line[start:], _INLINE_TITLE - 1)}" if start else shortened(line, _INLINE_TITLE)
        )
    return told


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts begin with that are the same."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def render_correction(fate: Fate, language: Language) -> Page:
    """Return a quote as it was and what stands there now, each with its source; the latter alone if long."""
    then = quote_block(fate.then.quote, text(Message.PAGE_THEN, language), None, language)
    now = quote_block(fate.now.quote, text(Message.PAGE_NOW, language), None, language) if fate.now else None
    if now and fate.became in {Became.STANDS, Became.MOVED}:
        return Page(text(Message.CORRECTION_MARKED, language)).followed_by(now)
    heading = Page(join([text(Message.CORRECTION, language), text(_BECAME[fate.became], language)], "\n"))
    both = reduce(Page.followed_by, [heading, then, *([now] if now else [])])
    return both if both.html.fits else heading.followed_by(now or then)


def quote_block(quote: Quote, heading: Html, number: int | None, language: Language) -> Page:
    """Return the quote with its citation; its beginning where no message holds all of it."""
    source = source_line(quote.citation, quote_link(quote), language, number)
    *above, last = parts(quote)
    whole = _block(quote, (*above, last), heading, source)
    if whole.html.fits:
        return whole
    below = join([source, italic(text(Message.QUOTE_GOES_ON, language))], "\n")

    def beginning(length: int) -> Page:
        return _block(quote, (*above, Span(quote.span.start, quote.span.start + length)), heading, below)

    return beginning(cut(quote.text, lambda length: beginning(length).html.fits))


def _block(quote: Quote, told: Sequence[ShownPart], heading: Html, below: Html) -> Page:
    quotation = blockquote(inert(isolated(composed(text_of(quote, told)))))
    return Page(join([heading, join([quotation, below], "\n")], "\n\n"), _shown(quote, told))


def _shown(quote: Quote, told: Sequence[ShownPart]) -> tuple[Shown, ...]:
    return tuple(Shown(quote, part) for part in told if isinstance(part, Span))


def _among_neighbours(quote: Quote, count: int, heading: Html, language: Language) -> Page:
    sentences = quote.passage.sentences
    before = [s for s in sentences if s.end <= quote.span.start][-count:]
    after = [s for s in sentences if s.start >= quote.span.end][:count]
    spans = [*before, quote.span, *after]
    parts: list[Html] = []
    for previous, span in zip([None, *spans], spans, strict=False):
        parts.append(verbatim(_between(quote.article.text, previous, span)))
        words = composed(span.of(quote.article.text))
        parts.append(inert(words, bold) if span == quote.span else inert(words))
    source = source_line(quote.citation, quote_link(quote), language)
    page = join([heading, join([blockquote(join(parts)), source], "\n")], "\n\n")
    return Page(page, tuple(Shown(quote, span) for span in spans))


def _between(text: str, previous: Span | None, span: Span) -> str:
    """Return what the article has between two sentences: white space, or the mark of an omission."""
    gap = text[previous.end : span.start] if previous else ""
    return f" {OMITTED} " if gap.strip() else gap


def _notes(
    told: Told,
    shown: Sequence[Quote],
    language: Language,
    occasion: Occasion,
    *,
    compared: bool = False,
) -> Html:
    noted = group_notes if occasion.in_group else notes
    lines = [*age_note(told, shown, occasion, language), *noted(told, language, compared=compared)]
    if any(LOST_MARKS.search(composed(quote.text)) for quote in shown):
        lines.append(text(Message.MARKS_LOST, language))
    return italic(_lines(lines)) if lines else NOTHING


def _noted(page: Page, note: Html) -> Page:
    return page.followed_by(Page(note)) if note else page


def _noted_if_it_fits(page: Page, note: Html) -> Page:
    noted = _noted(page, note)
    return noted if noted.html.fits else page


def _lines(lines: Sequence[Html]) -> Html:
    return join(lines, "\n")
