"""Messages together with the quotes that they show, so that what leaves and what arrived can be checked."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import InitVar, dataclass
from typing import Final, final

from bot.basics.errors import MisquoteError
from bot.chat.pages.citations import shows_marks, title_of
from bot.chat.wording.markup import Html, escape
from bot.core.index.edition import Edition
from bot.core.nouns import Span
from bot.core.proving.quote import Quote, prove
from bot.core.proving.seal import Seal
from bot.core.proving.showing import NAMED, OMITTED, PARTED

LOST_MARKS = re.compile("[\u030a\u0333\u033f]")
"""Combining marks that Telegram drops (clean_input_string in tdlib); a composed letter keeps its mark."""
_SIGNS = NAMED + PARTED
"""What may stand between the cells of a row."""
_BLANK = re.compile(r"[\s\x00-\x1f]+")
_INVISIBLE = re.compile("[\r\u00ad\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message shows of a quote: all or a part of it, a lead-in, or its neighbours in the passage."""

    quote: Quote
    span: Span

    @property
    def text(self) -> str:
        """The article's own words."""
        return self.span.of(self.quote.article.text)


@dataclass(frozen=True, slots=True)
class Page:
    """One message, or a block of one, with the quotes in it."""

    html: Html
    shown: tuple[Shown, ...] = ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes that are shown, in order, each once."""
        quotes = [shown.quote for shown in self.shown]
        return tuple(quote for place, quote in enumerate(quotes) if quote not in quotes[:place])

    def followed_by(self, other: "Page", separator: str = "\n\n") -> "Page":
        """Return one page with both, the other below."""
        return Page(self.html + escape(separator) + other.html, self.shown + other.shown)


_SEAL: Final = Seal("only checked() makes a Checked")


@final
@dataclass(frozen=True, slots=True)
class Checked:
    """A page that may be sent: ``checked`` alone makes one. Raises TypeError for anybody else."""

    page: Page
    seal: InitVar[Seal]

    def __post_init__(self, seal: Seal) -> None:
        _SEAL.refuse_others(seal)

    @property
    def html(self) -> Html:
        """The message."""
        return self.page.html

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What it shows of quotes."""
        return self.page.shown

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes that are shown, in order, each once."""
        return self.page.quotes


@final
@dataclass(frozen=True, slots=True)
class Ours:
    """A message without any quote, which may be sent. Raises MisquoteError where it has a quotation."""

    html: Html

    def __post_init__(self) -> None:
        if self.html.quoted:
            raise MisquoteError("words of our own stand in a quotation")

    @property
    def shown(self) -> tuple[()]:
        """What it shows of quotes: nothing."""
        return ()


def checked(page: Page, *editions: Edition) -> Checked:
    """Return the page, sealed, if all that it quotes stands in an edition, word for word, with its source.

    The last check before sending. Raises MisquoteError, also where anything else stands in a quotation.
    """
    quoted, place, rest = comparable(page.html.quoted), 0, ""
    for shown in page.shown:  # in the order in which they stand: the same words may stand there twice
        words = comparable(_stored(shown, editions))
        start = quoted.find(words, place)
        if start < 0:
            raise MisquoteError(
                f"a message does not show {shown.span} of {shown.quote.article.file} as it stands"
            )
        rest, place = rest + quoted[place:start], start + len(words)
    if f"{rest}{quoted[place:]}".replace(OMITTED, "").strip(_SIGNS):
        raise MisquoteError("a message quotes more than its quotes")
    for quote in page.quotes:
        if title_of(quote.citation) not in page.html.visible:
            raise MisquoteError(f"a message does not name {quote.article.file}, which it quotes")
        if not shows_marks(page.html.visible, quote.article):
            raise MisquoteError(f"a message does not warn of {quote.article.file}, which it quotes")
    return Checked(page, _SEAL)


def carries(text: str, shown: Iterable[Shown]) -> bool:
    """Tell whether the text that Telegram returned has all that a message shows, as far as it can."""
    returned = comparable(text)
    return all(comparable(part.text) in returned for part in shown)


def comparable(text: str) -> str:
    """Return the text without what Telegram rewrites on the way: white space, unseen and lost marks."""
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    kept = unicodedata.normalize("NFC", LOST_MARKS.sub("", composed))
    return _BLANK.sub(" ", kept).strip()


def _stored(shown: Shown, editions: Sequence[Edition]) -> str:
    """Return the words that stand there, read anew from the quote's own edition. Raises MisquoteError."""
    own = (edition for edition in editions if edition.id == shown.quote.edition)
    quote = next((prove(shown.quote.claim, edition) for edition in own), None)
    around = (shown.quote.passage.span, *shown.quote.lead_ins)
    if quote != shown.quote or not any(part.contains(shown.span) for part in around):
        raise MisquoteError(f"{shown.quote.article.file} has no such quote in the edition that serves")
    return shown.text
