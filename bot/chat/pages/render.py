"""Typed answers to pages of Html within Telegram's limits. Pure: no clock, no network, no state."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from typing import assert_never

from bot.basics.limits import LIMITS
from bot.chat.pages.citations import composed, facts_of, isolated, source_line
from bot.chat.pages.notes import (
    above,
    also_searched_note,
    notes,
    over_parts,
    refusal,
    unread_note,
)
from bot.chat.pages.page import LOST_MARKS, Ours, Page, Shown
from bot.chat.wording.markup import (
    NOTHING,
    Html,
    blockquote,
    bold,
    code,
    cut,
    italic,
    join,
    shortened,
    verbatim,
)
from bot.chat.wording.texts import Language, text
from bot.core.nouns import Article, Span
from bot.core.proving.quote import Quote, cite
from bot.core.proving.showing import OMITTED, ShownPart, parts, text_of
from bot.core.proving.text_fragments import quote_link
from bot.core.replies import Abstention, Answer, Reply
from bot.languages.interface.messages import Message

SOURCES_ON_A_PAGE = 10
_LONGEST_FILE = 120
_INLINE_TITLE = 80
_NEIGHBOURS = 3
"""Sentences on either side in the wider context."""


Numbered = tuple[int, Quote]
"""A quote and its number in the answer; the lead's is 1."""


@dataclass(frozen=True, slots=True)
class InlineResult:
    """A quote in the list of inline mode; ``page`` is the whole message that choosing it sends."""

    title: str
    description: str
    page: Page


def render_reply(reply: Reply, language: Language) -> Page:
    """Return the message of a private chat: as many of the first quotes as it holds, and the notes."""
    match reply:
        case Answer():
            return _first_quotes(reply, LIMITS.asking.quotes, _notes(reply, language), language)
        case Abstention():
            return render_abstention(reply, language)
        case _:
            assert_never(reply)


def render_group_reply(reply: Reply, language: Language, most: int = 1) -> Page:
    """Return the message of a group: as many of the first ``most`` quotes as it holds, or a refusal."""
    if isinstance(reply, Abstention):
        return Page(join(refusal(reply, language), "\n"))
    differ = reply.sources_differ and len(reply.quotes[:most]) > 1
    lines = [*unread_note(reply, language), *([text(Message.SOURCES_DIFFER, language)] if differ else [])]
    answered = sum(isinstance(part.reply, Answer) for part in reply.parts)
    return _first_quotes(
        reply, max(most, answered), italic(join(lines, "\n")) if lines else NOTHING, language
    )


def render_quotes(
    quotes: Sequence[Numbered], language: Language, headings: Sequence[Html] = (), note: Html = NOTHING
) -> Page:
    """Return as many of an answer's quotes as one message holds, at least one, with their numbers.

    ``headings`` stand above the first quotes, one each.

    A quote that no message holds is cut, and says so; its link leads to all of it.
    """
    counted = len(quotes) > 1 or quotes[0][0] > 1
    headings = [*headings, *[NOTHING] * len(quotes)]
    blocks = [
        _quote_block(quote, above, number if counted else None, language)
        for above, (number, quote) in zip(headings, quotes, strict=False)
    ]
    for count in range(len(blocks), 0, -1):
        page = reduce(Page.followed_by, [*blocks[:count], *([Page(note)] if note else [])])
        if page.html.fits:
            return page
    return blocks[0]


def hedge(language: Language) -> Html:
    """Return the heading of quotes that probably do not answer."""
    return text(Message.CLOSEST_PASSAGES, language)


def render_abstention(reply: Abstention, language: Language) -> Page:
    """Return why there is no answer, the words that stand nowhere, and the nearest articles as links."""
    lines = [source_line(citation, citation.url, language) for citation in reply.nearest[:3]]
    nearest = join([text(Message.NEAREST, language), *lines], "\n") if lines else NOTHING
    why = join(refusal(reply, language), "\n")
    return Page(join([why, nearest, *also_searched_note(reply, language)], "\n\n"))


def render_sources(articles: Sequence[Article], number: int, language: Language) -> Ours:
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
    return _quote_block(
        quote, text(Message.PASSAGE_HEADING, language, number=number, count=count), None, language
    )


def render_context(quote: Quote, language: Language) -> Page:
    """Return the quote in bold among up to three sentences before and after it, as far as a message holds."""
    heading = text(Message.CONTEXT_HEADING, language)
    for count in range(_NEIGHBOURS, 0, -1):
        page = _among_neighbours(quote, count, heading, language)
        if page.html.fits:
            return page
    return _quote_block(quote, heading, None, language)


def render_proof(quote: Quote, read_at: datetime | None, language: Language) -> Page:
    """Return where the quote stands, in a form that anyone with the file can check. ``read_at`` is UTC."""
    facts = text(
        Message.PROOF,
        language,
        file=code(shortened(quote.article.file, _LONGEST_FILE)),
        start=code(str(quote.span.start)),
        end=code(str(quote.span.end)),
        revision=code(quote.article.revision),
        digest=code(hashlib.sha256(quote.text.encode()).hexdigest()),
    )
    if read_at:
        moment = f"{read_at:%Y-%m-%d %H:%M:%S}"
        facts = join([facts, text(Message.PROOF_READ_AT, language, moment=moment)], "\n")
    first = _quote_block(quote, NOTHING, None, language)
    both = first.followed_by(Page(facts))
    if first.shown == _shown(quote, parts(quote)) and both.html.fits:
        return both
    return Page(join([source_line(quote.citation, quote_link(quote), language), facts], "\n\n"))


def render_inline(quote: Quote, language: Language) -> InlineResult:
    """Return the quote for inline mode; its message is complete in itself."""
    return InlineResult(
        title=shortened(composed(quote.text), _INLINE_TITLE),
        description=", ".join(facts_of(quote.citation, language))
        or shortened(quote.citation.name, _INLINE_TITLE),
        page=_quote_block(quote, NOTHING, None, language),
    )


def _first_quotes(reply: Answer, most: int, note: Html, language: Language) -> Page:
    shown = reply.quotes[:most]
    first, *over = over_parts(reply, shown, language)
    heading = join([*above(reply, shown, language), *([first] if first else [])], "\n")
    return render_quotes(list(enumerate(shown, 1)), language, [heading, *over], note)


def _quote_block(quote: Quote, heading: Html, number: int | None, language: Language) -> Page:
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
    quotation = blockquote(verbatim(isolated(composed(text_of(quote, told)))))
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
        words = verbatim(composed(span.of(quote.article.text)))
        parts.append(bold(words) if span == quote.span else words)
    source = source_line(quote.citation, quote_link(quote), language)
    page = join([heading, join([blockquote(join(parts)), source], "\n")], "\n\n")
    return Page(page, tuple(Shown(quote, span) for span in spans))


def _between(text: str, previous: Span | None, span: Span) -> str:
    """Return what the article has between two sentences: white space, or the mark of an omission."""
    gap = text[previous.end : span.start] if previous else ""
    return f" {OMITTED} " if gap.strip() else gap


def _notes(reply: Answer, language: Language) -> Html:
    lines = notes(reply, language)
    if any(LOST_MARKS.search(composed(quote.text)) for quote in reply.quotes):
        lines.append(text(Message.MARKS_LOST, language))
    return italic(join(lines, "\n"))
