"""Counts how common the words of a language are, from a collection of articles about everything."""

from collections import Counter
from collections.abc import Sequence

from bot.core.index.background import Commonness
from bot.core.index.edition import Edition
from bot.core.nouns import Article, Term

LEAST = 3
"""Passages that must have a term: what is rarer tells as much as what is missing."""
KEPT_DIGITS = 3


def commonness(articles: Sequence[Article]) -> Commonness:
    """Return the share of the passages that have each term, in the language that most articles are in."""
    languages = Counter(article.language for article in articles)
    language = max(languages, key=lambda code: (languages[code], code))
    edition = Edition.of(article for article in articles if article.language == language)
    found = {term: edition.vocabulary.frequency(term) for term in map(Term, edition.vocabulary.terms)}
    shares = {
        t: float(f"{n / len(edition.passages):.{KEPT_DIGITS}g}")
        for t, n in sorted(found.items())
        if n >= LEAST
    }
    return {language: shares}
