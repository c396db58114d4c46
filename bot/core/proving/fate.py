"""What has become of a quote since: it stands, or what stands in its place; each is proven."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.core.index.edition import Edition, ReadArticle
from bot.core.nouns import Article, Claim, Span
from bot.core.proving.quote import Quote, prove
from bot.core.words.tokens import word_texts

_ALIKE = 0.5
"""Share of words that a sentence has in common with an earlier one, from which it is shown beside it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A quote, and the edition that has to have it."""

    quote: Quote
    edition: Edition


class Became(Enum):
    """What has become of a quote."""

    STANDS = auto()
    MOVED = auto()
    REWORDED = auto()
    LOST = auto()
    GONE = auto()
    REREAD = auto()
    """Its words do not stand there any more, since Quoth reads the same file otherwise."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What has become of a quote: the quote ``then``, in its own edition, and what stands there ``now``."""

    became: Became
    then: Held
    now: Held | None = None


def fate_of(reading: ReadArticle, span: Span, current: Edition, *, reread: bool = False) -> Fate | None:
    """Return what has become of the quote at ``span`` of an article as it was read then.

    ``reread`` tells that ``current`` has read the same file. None if that never was a quote.
    """
    article = reading.article
    if standing := prove(Claim.of(article, span), current):
        held = Held(standing, current)
        return Fate(Became.STANDS, held, held)
    alone = Edition.as_read(reading)
    quote = prove(Claim.of(article, span), alone) if span.end <= len(article.text) else None
    if quote is None:
        return None
    then, successor = Held(quote, alone), current.article(article.id)
    if successor is None:
        return Fate(Became.GONE, then)
    if moved := _same_words(quote.text, successor, current):
        return Fate(Became.MOVED, then, Held(moved, current))
    alike = _most_alike(quote.text, successor, current)
    now = Held(alike, current) if alike else None
    return Fate(Became.REREAD if reread else Became.REWORDED if now else Became.LOST, then, now)


def changed(claims: Iterable[Claim], old: Edition, new: Edition) -> Iterator[Claim]:
    """Yield those that stand in ``old`` and of which ``new`` says something else.

    Their words do not stand in their article any more, or it is marked otherwise than it was.
    """
    for claim in claims:
        before, article = prove(claim, old), new.article(claim.article_id)
        if before is None:
            continue
        marked = article and article.marks and article.marks != before.article.marks
        if article is None or marked or not _same_words(claim.text, article, new):
            yield claim


def _same_words(words: str, article: Article, edition: Edition) -> Quote | None:
    start = article.text.find(words)
    return prove(Claim.of(article, Span(start, start + len(words))), edition) if start >= 0 else None


def _most_alike(words: str, article: Article, edition: Edition) -> Quote | None:
    """Return the article's sentence that shares most words with these, None if it shares too few."""
    wanted = Counter(_words(words))
    entry = edition.entries[article.id]
    sentences = [sentence for passage in entry.passages for sentence in passage.sentences]
    rated = [(_likeness(wanted, Counter(_words(s.of(article.text)))), -s.start, s) for s in sentences]
    best = max(rated, default=None)
    if best is None or best[0] < _ALIKE:
        return None
    return prove(Claim.of(article, best[2]), edition)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in word_texts(text)]


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0.0
