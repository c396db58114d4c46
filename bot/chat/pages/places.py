"""Articles and passages as people name them: by a title, an address, or the quote that they read."""

from bot.chat.pages.buttons import ReadPassage, article_key
from bot.chat.wording.markup import shortened
from bot.core.index.edition import Edition
from bot.core.index.facets import bare_address
from bot.core.nouns import Listed
from bot.core.proving.quote import Quote

_LONGEST_EXAMPLE = 100


def example_of(article: Listed) -> str:
    """Return an article's title as the buttons of /start have it: who sends it wants to read the article."""
    return shortened(article.title, _LONGEST_EXAMPLE)


def named(words: str, edition: Edition) -> ReadPassage | None:
    """Return the beginning of the article that is named by title or address alone, else None."""
    title, address = words.casefold(), bare_address(words)
    for article in edition.listed:
        by_title = article.title and title in {article.title.casefold(), example_of(article).casefold()}
        if by_title or (article.url and "/" in address and address == bare_address(article.url)):
            return ReadPassage(article_key(article.id), 1)
    return None


def place_of(quote: Quote, edition: Edition) -> ReadPassage:
    """Return the passage that a quote stands in."""
    passages = edition.entries[quote.article.id].passages
    number = next((n for n, passage in enumerate(passages, 1) if passage.span.contains(quote.span)), 1)
    return ReadPassage(article_key(quote.article.id), number)
