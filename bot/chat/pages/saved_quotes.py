"""What somebody saved, as pages: proven quotes, and the names of those that no longer stand. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from bot.chat.pages.citations import title_of
from bot.chat.pages.page import Page
from bot.chat.pages.render import quote_block
from bot.chat.wording.markup import NOTHING, Html, bold, escape, italic, join
from bot.chat.wording.texts import Language, day, text
from bot.core.index.edition import Edition
from bot.core.nouns import Claim
from bot.core.proving.quote import Quote, cite, found_again, prove
from bot.languages.interface.messages import Message


@dataclass(frozen=True, slots=True)
class Looked:
    """A saved quote, looked up anew: None where it no longer stands. ``moved``: the article has changed."""

    claim: Claim
    saved: date
    quote: Quote | None
    moved: bool


def looked_up_again(claim: Claim, saved: date, edition: Edition) -> Looked:
    """Return what an edition has of a quote that was saved on a day."""
    quote = prove(claim, edition)
    return Looked(claim, saved, quote or found_again(claim, edition), moved=quote is None)


def render_saved(
    looked: Sequence[Looked], first: int, count: int, edition: Edition, language: Language
) -> tuple[Page, int]:
    """Return what one message holds of saved quotes, from number ``first`` of ``count`` on, and how many.

    It is at least one, which is cut where no message holds it.
    """
    heading = Page(text(Message.SAVED_HEADING, language, count=count))
    blocks = [_block(one, n, edition, language) for n, one in enumerate(looked, first + 1)]
    for shown in range(len(blocks), 0, -1):
        page = reduce(Page.followed_by, blocks[:shown], heading)
        if page.html.fits:
            return page, shown
    return blocks[0], 1


def _block(looked: Looked, number: int, edition: Edition, language: Language) -> Page:
    if looked.quote is None:
        return Page(_lost(looked, number, edition, language))
    page = quote_block(looked.quote, NOTHING, number, language)
    if not looked.moved:
        return page
    note = text(Message.SAVED_MOVED, language, day=day(looked.saved, language))
    return page.followed_by(Page(italic(note)), "\n")


def _lost(looked: Looked, number: int, edition: Edition, language: Language) -> Html:
    article = edition.article(looked.claim.article_id)
    gone = "…" if edition.is_part else looked.claim.article_id  # it may only be out of sight
    name = title_of(cite(article)) if article else gone
    words = Message.SAVED_LOST if article else Message.SAVED_GONE
    note = text(words, language, day=day(looked.saved, language))
    return join([bold(escape(f"{number}. ")), escape(name), escape("\n"), italic(note)])
