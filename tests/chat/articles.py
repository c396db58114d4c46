"""Articles for tests, written as blocks of sentences, so that every sentence's place is known."""

import hashlib
from dataclasses import replace
from datetime import date

from bot.core.index.edition import Edition, ReadArticle
from bot.core.nouns import Article, ArticleId, Block, BlockKind, Passage, Span
from bot.core.proving.quote import Quote
from tests.core.texts import quoted

Blocks = list[list[str]]

EMPTY = Edition.of([])

HARBOUR = [
    ["The harbour of Port Alder closed on Monday.", "Divers found 14 mines near the east pier."],
    ["Mayor Inga Brandt said the search would last a week.", "Ferries were sent to Sund & Vik."],
]


def article(blocks: Blocks = HARBOUR, between: str = " ") -> Article:
    """An article with these sentences; the first one's words are its id."""
    texts = [between.join(sentences) for sentences in blocks]
    text = "\n\n".join(texts)
    starts = [sum(len(t) + 2 for t in texts[:i]) for i in range(len(texts))]
    revision = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=ArticleId(revision[:8]),
        file="harbour.md",
        text=text,
        revision=revision,
        blocks=tuple(
            Block(Span(s, s + len(t)), BlockKind.PROSE) for s, t in zip(starts, texts, strict=True) if t
        ),
        title="Mines in the harbour",
        publisher="Alder Courier",
        published=date(2031, 5, 6),
        url="https://courier.test/mines",
        language="en",
    )


def quotes(blocks: Blocks = HARBOUR, source: Article | None = None) -> list[Quote]:
    """Every sentence as a quote, in order; all of the article is one passage."""
    source = source or article(blocks)
    spans: list[Span] = []
    offset = 0
    for sentences in blocks:
        for sentence in sentences:
            start = source.text.index(sentence, offset)
            offset = start + len(sentence)
            spans.append(Span(start, offset))
    passage = Passage(source, Span(spans[0].start, spans[-1].end), tuple(spans))
    return [proven(passage, span) for span in spans]


def joined(first: Quote, last: Quote) -> Quote:
    """One quote from the first to the last, both of one passage."""
    return proven(first.passage, Span(first.span.start, last.span.end))


def at(quote: Quote, **facts: object) -> Quote:
    """The same quote in an article with other facts: ``at(quote, url="")``."""
    changed = replace(quote.article, **facts)  # type: ignore[arg-type]
    return proven(replace(quote.passage, article=changed), quote.span)


def proven(passage: Passage, span: Span) -> Quote:
    """The quote of this place, proven in an edition whose article is cut into this one passage."""
    entry = ReadArticle(passage.article, (passage,))
    edition = replace(EMPTY, entries={passage.article.id: entry}, passages=(passage,))
    return quoted(passage, span, edition)
