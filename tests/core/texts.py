"""Small invented articles for the tests of the core."""

import hashlib
from datetime import date

from bot.core.index.edition import Edition
from bot.core.nouns import Article, ArticleId, Block, BlockKind, Claim, Passage, Span
from bot.core.proving.quote import Quote, prove
from bot.core.replies import Figure

HARBOUR = (
    "The harbour of Lanternby froze over on 3 February. Fishermen cut a channel with saws.\n\n"
    "Mayor Edda Quill said that 14 boats were crushed by the ice. "
    "She promised new moorings before autumn.\n\n"
    "The town council paid 90,000 crowns for an icebreaker. Critics called the price absurd."
)
ORCHARD = (
    "Apple growers near Tarn lost half of their harvest to late frost. "
    "Insurance covered little of the damage.\n\n"
    "Agronomist Pavel Dunn blamed early blossom. He advised growers to plant slower varieties."
)


def revision_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def article(name: str, text: str, **facts: object) -> Article:
    """An article of prose, a block a paragraph."""
    blocks = []
    start = 0
    for part in text.split("\n\n"):
        blocks.append(Block(Span(start, start + len(part)), BlockKind.PROSE))
        start += len(part) + 2
    return Article(
        id=ArticleId(name),
        file=f"{name}.md",
        text=text,
        revision=revision_of(text),
        blocks=tuple(blocks),
        **{"title": name.title(), "published": date(2024, 2, 5), "language": "en", **facts},  # type: ignore[arg-type]
    )


def harbour() -> Article:
    return article("harbour", HARBOUR)


def orchard() -> Article:
    return article("orchard", ORCHARD)


def figures_of(*quotes: Quote) -> tuple[Figure, ...]:
    """All of each quote, as what differs."""
    return tuple(Figure(quote, quote.span) for quote in quotes)


def quoted(passage: Passage, span: Span, edition: Edition) -> Quote:
    """The quote of a place that the edition has."""
    quote = prove(Claim.of(passage.article, span), edition)
    assert quote is not None
    return quote
