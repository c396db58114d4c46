"""Typed answers to pages of Html within Telegram's limits. Pure: no clock, no network, no state."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.chat.citations import composed, facts_of, isolated, source_line
from bot.chat.html import NOTHING, Html, blockquote, bold, code, cut, escape, italic, join, shortened
from bot.chat.links import link
from bot.chat.messages import Message
from bot.chat.notes import also_searched, notes, refusal
from bot.chat.pages import LOST_MARKS, OMITTED, Page, Shown, pack
from bot.chat.texts import Language, text
from bot.core.model import Abstention, Answer, Article, Quote, Reply, Span, cite

QUOTES_AT_FIRST = 3
"""Quotes in a private answer; further ones come when they are asked for."""
SOURCES_ON_A_PAGE = 10
_LONGEST_FILE = 120
_INLINE_TITLE = 80
_NEIGHBOURS = 3
"""Sentences on either side in the wider context."""


@dataclass(frozen=True, slots=True)
class InlineResult:
    """A quote in the list of inline mode; ``page`` is the whole message that choosing it sends."""

    title: str
    description: str
    page: Page


def render_reply(reply: Reply, language: Language) -> list[Page]:
    """Return the messages of a private chat: up to three quotes with their citations, then the notes."""
    match reply:
        case Answer():
            first = _answer_blocks(reply, reply.quotes[:QUOTES_AT_FIRST], language)
            return pack([*first, *_note_block(reply, language)])
        case Abstention():
            return [render_abstention(reply, language)]
        case _:
            assert_never(reply)


def render_quotes(quotes: Sequence[Quote], first: int, language: Language) -> list[Page]:
    """Return further quotes of an answer, numbered from ``first`` on (the lead is number 1)."""
    numbered = enumerate(quotes, first)
    return pack(
        block for number, quote in numbered for block in _quote_blocks(quote, NOTHING, number, language)
    )


def render_group_reply(reply: Reply, language: Language, most: int = 1) -> Page:
    """Return the one message of a group: as many of the first ``most`` quotes as it holds, or a refusal."""
    if isinstance(reply, Abstention):
        return Page(join(refusal(reply, language), "\n"))
    page, *others = _answer_blocks(reply, reply.quotes[:most], language)
    if page.shown[0].span != reply.lead.span:
        return page
    if reply.sources_differ and others:
        others.append(Page(italic(text(Message.SOURCES_DIFFER, language))))
    for block in others:
        both = page.followed_by(block)
        if not both.html.fits:
            break
        page = both
    return page


def render_abstention(reply: Abstention, language: Language) -> Page:
    """Return why there is no answer, the words that stand nowhere, and the nearest articles as links."""
    lines = [source_line(citation, citation.url, language) for citation in reply.nearest[:3]]
    nearest = join([text(Message.NEAREST, language), *lines], "\n") if lines else NOTHING
    why = join(refusal(reply, language), "\n")
    return Page(join([why, nearest, *also_searched(reply, language)], "\n\n"))


def render_sources(articles: Sequence[Article], number: int, language: Language) -> Page:
    """Return page ``number`` of the list of articles, from 1; the nearest one where there is no such page."""
    if not articles:
        return Page(text(Message.SOURCES_NONE, language))
    pages = source_pages(len(articles))
    number = min(max(number, 1), pages)
    first = (number - 1) * SOURCES_ON_A_PAGE
    heading = text(Message.SOURCES_HEADING, language, count=len(articles), page=number, pages=pages)
    listed = [cite(article) for article in articles[first : first + SOURCES_ON_A_PAGE]]
    linked = [source_line(c, c.url, language, n) for n, c in enumerate(listed, first + 1)]
    bare = [source_line(c, "", language, n) for n, c in enumerate(listed, first + 1)]
    page = join([heading, join(linked, "\n")], "\n\n")
    return Page(page if page.fits else join([heading, join(bare, "\n")], "\n\n"))


def source_pages(count: int) -> int:
    """Return how many pages so many articles take."""
    return max(1, -(-count // SOURCES_ON_A_PAGE))


def render_context(quote: Quote, language: Language) -> list[Page]:
    """Return the quote in bold among up to three sentences before and after it, as far as a message holds."""
    heading = text(Message.CONTEXT_HEADING, language)
    for count in range(_NEIGHBOURS, 0, -1):
        page = _among_neighbours(quote, count, heading, language)
        if page.html.fits:
            return [page]
    return pack(_quote_blocks(quote, heading, None, language))


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
    first = next(_quote_blocks(quote, NOTHING, None, language))
    both = first.followed_by(Page(facts))
    if first.shown[0].span == quote.span and both.html.fits:
        return both
    return Page(join([source_line(quote.citation, link(quote), language), facts], "\n\n"))


def render_inline(quote: Quote, language: Language) -> InlineResult:
    """Return the quote for inline mode; its message is complete in itself."""
    return InlineResult(
        title=shortened(composed(quote.text), _INLINE_TITLE),
        description=", ".join(facts_of(quote.citation, language))
        or shortened(quote.citation.name, _INLINE_TITLE),
        page=next(_quote_blocks(quote, NOTHING, None, language)),
    )


def _answer_blocks(reply: Answer, quotes: Sequence[Quote], language: Language) -> Iterator[Page]:
    heading = text(Message.CLOSEST_PASSAGES, language) if reply.hedged else NOTHING
    for number, quote in enumerate(quotes, 1):
        yield from _quote_blocks(quote, heading, number if len(quotes) > 1 else None, language)
        heading = NOTHING


def _quote_blocks(quote: Quote, heading: Html, number: int | None, language: Language) -> Iterator[Page]:
    """Yield the quote with its citation; in parts, each with the citation, where no message holds it."""
    source = source_line(quote.citation, link(quote), language, number)
    goes_on = italic(text(Message.QUOTE_GOES_ON, language))
    rest = Span(quote.span.start, quote.span.end)
    while not (block := _quote_block(Shown(quote, rest), heading, source)).html.fits:
        part = _longest_part(Shown(quote, rest), heading, join([source, goes_on], "\n"))
        yield part
        rest = Span(part.shown[0].span.end, rest.end)
        heading = NOTHING
    yield block


def _longest_part(shown: Shown, heading: Html, below: Html) -> Page:
    def block(length: int) -> Page:
        part = Span(shown.span.start, shown.span.start + length)
        return _quote_block(Shown(shown.quote, part), heading, below)

    return block(cut(shown.text, lambda length: block(length).html.fits))


def _quote_block(shown: Shown, heading: Html, below: Html) -> Page:
    quotation = blockquote(escape(isolated(composed(shown.text))))
    return Page(join([heading, join([quotation, below], "\n")], "\n\n"), (shown,))


def _among_neighbours(quote: Quote, count: int, heading: Html, language: Language) -> Page:
    sentences = quote.passage.sentences
    before = [s for s in sentences if s.end <= quote.span.start][-count:]
    after = [s for s in sentences if s.start >= quote.span.end][:count]
    spans = [*before, quote.span, *after]
    parts: list[Html] = []
    for previous, span in zip([None, *spans], spans, strict=False):
        parts.append(escape(_between(quote.article.text, previous, span)))
        words = escape(composed(span.of(quote.article.text)))
        parts.append(bold(words) if span == quote.span else words)
    source = source_line(quote.citation, link(quote), language)
    page = join([heading, join([blockquote(join(parts)), source], "\n")], "\n\n")
    return Page(page, tuple(Shown(quote, span) for span in spans))


def _between(text: str, previous: Span | None, span: Span) -> str:
    """Return what the article has between two sentences: white space, or the mark of an omission."""
    gap = text[previous.end : span.start] if previous else ""
    return f" {OMITTED} " if gap.strip() else gap


def _note_block(reply: Answer, language: Language) -> Iterator[Page]:
    lines = notes(reply, language)
    if any(LOST_MARKS.search(composed(quote.text)) for quote in reply.quotes):
        lines.append(text(Message.MARKS_LOST, language))
    if lines:
        yield Page(italic(join(lines, "\n")))
