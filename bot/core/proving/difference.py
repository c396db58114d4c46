"""Which sentences came and went from one text of an article to the next; each is proven in its own text."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.index.edition import Edition
from bot.core.nouns import Article, Claim, Span
from bot.core.proving.fate import Held
from bot.core.proving.quote import prove


@dataclass(frozen=True, slots=True)
class CameAndWent:
    """The sentences that only the newer text has and those that only the older one has, as they stand."""

    came: tuple[Held, ...] = ()
    went: tuple[Held, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.went)

    @property
    def editions(self) -> tuple[Edition, ...]:
        """What all its quotes stand in."""
        return tuple(held.edition for held in (*self.came[:1], *self.went[:1]))


NO_DIFFERENCE = CameAndWent()


def difference(older: Article | None, newer: Article | None) -> CameAndWent:
    """Return what came and went; None stands for no article. Where lines are broken makes no difference."""
    before, after = (Edition.of([article] if article else []) for article in (older, newer))
    return CameAndWent(tuple(_only_in(after, before)), tuple(_only_in(before, after)))


def _only_in(edition: Edition, other: Edition) -> Iterator[Held]:
    known = Counter(_folded(article, span) for article, span in _sentences(other))
    for article, span in _sentences(edition):
        if known[_folded(article, span)] > 0:
            known[_folded(article, span)] -= 1
        elif quote := prove(Claim.of(article, span), edition):
            yield Held(quote, edition)


def _sentences(edition: Edition) -> Iterator[tuple[Article, Span]]:
    return ((passage.article, span) for passage in edition.passages for span in passage.sentences)


def _folded(article: Article, span: Span) -> str:
    return " ".join(unicodedata.normalize("NFC", span.of(article.text)).split())
