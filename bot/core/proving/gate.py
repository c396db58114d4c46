"""The one gate between claimed words and quotes: ``verify`` is the only maker of ``Quote``."""

from collections import Counter
from collections.abc import Iterable

from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId, Claim, Passage, Span
from bot.core.proving.quote import Quote


def verify(claim: Claim, edition: Edition) -> Quote | None:
    """Return the quote if exactly these words stand at exactly this place of this revision, else None.

    The place must also be quotable: whole sentences of one passage.
    """
    article = edition.article(claim.article_id)
    if article is None or article.revision != claim.revision:
        return None
    if claim.span.end > len(article.text) or claim.span.of(article.text) != claim.text:
        return None
    passage = edition.passage_around(claim.article_id, claim.span)
    if passage is None or not _whole_sentences(claim.span, passage):
        return None
    return Quote(passage, claim.span)


def lost(claims: Iterable[Claim], old: Edition, new: Edition) -> Counter[ArticleId]:
    """Return how many of the claims stand in ``old`` and no longer in ``new``, by article."""
    return Counter(
        claim.article_id for claim in claims if verify(claim, old) is not None and verify(claim, new) is None
    )


def _whole_sentences(span: Span, passage: Passage) -> bool:
    return any(s.start == span.start for s in passage.sentences) and any(
        s.end == span.end for s in passage.sentences
    )
