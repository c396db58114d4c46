"""The permanent page of a quote: it proves the quote, or tells what has become of it since."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from enum import Enum

from bot.chat.wording.texts import Language, plain
from bot.core.index.edition import Edition
from bot.core.nouns import Article, Claim, Span
from bot.core.proving.quote import Quote, prove
from bot.core.words.tokens import word_texts
from bot.languages.interface.messages import Message
from bot.web.elements import Element, element
from bot.web.gate import Held, Sheet
from bot.web.sheets.frame import said
from bot.web.sheets.replied import quote_figure

_ALIKE = 0.5
"""Share of words that a sentence has in common with an earlier one, from which it is shown beside it."""


class Became(Enum):
    """What has become of a quote, each with what is said of it."""

    STANDS = Message.PAGE_PROVEN
    MOVED = Message.PAGE_MOVED
    REWORDED = Message.PAGE_REWORDED
    LOST = Message.PAGE_QUOTE_LOST
    GONE = Message.ARTICLE_GONE


@dataclass(frozen=True, slots=True)
class Fate:
    """What has become of a quote: the quote ``then``, in its own edition, and what stands there ``now``."""

    became: Became
    then: Held
    now: Held | None = None


def fate_of(article: Article, span: Span, current: Edition) -> Fate | None:
    """Return what has become of the quote at ``span`` of the article, None if that never was a quote."""
    if standing := prove(Claim.of(article, span), current):
        held = Held(standing, current)
        return Fate(Became.STANDS, held, held)
    alone = Edition.of([article])
    quote = prove(Claim.of(article, span), alone) if span.end <= len(article.text) else None
    if quote is None:
        return None
    then, successor = Held(quote, alone), current.article(article.id)
    if successor is None:
        return Fate(Became.GONE, then)
    if moved := _same_words(quote.text, successor, current):
        return Fate(Became.MOVED, then, Held(moved, current))
    alike = _most_alike(quote.text, successor, current)
    return Fate(Became.REWORDED, then, Held(alike, current)) if alike else Fate(Became.LOST, then)


def quote_sheet(fate: Fate, language: Language) -> Sheet:
    """Return the quote with its proof, or as it was and as it is."""
    heading = plain(Message.PAGE_LINK, language)
    shown = [(Message.PAGE_NOW, fate.now)] if fate.now else []
    if fate.became is not Became.STANDS:
        shown.insert(0, (Message.PAGE_THEN, fate.then))
    figures: list[Element] = []
    for name, held in shown:
        if len(shown) > 1:
            figures.append(element("h2", plain(name, language)))
        figures += [quote_figure(held, language), _proof(held.quote, language)]
    body = element(
        "main",
        element("h1", heading),
        said(plain(fate.became.value, language), role="status"),
        *figures,
        id="main",
        tabindex="-1",
    )
    return Sheet(heading, body, tuple(held for _, held in shown))


def _proof(quote: Quote, language: Language) -> Element:
    """Return where the quote stands, in a form that anyone with the file can check."""
    lines = plain(
        Message.PROOF,
        language,
        file=quote.article.file,
        start=str(quote.span.start),
        end=str(quote.span.end),
        revision=quote.article.revision,
        digest=hashlib.sha256(quote.text.encode()).hexdigest(),
    )
    return element("p", lines, class_="proof")


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
