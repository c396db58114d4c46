"""What came and went in an article, as maintainers see it in a chat. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from bot.chat.pages.citations import composed, isolated, source_line
from bot.chat.pages.page import Page, Shown
from bot.chat.wording.markup import Html, blockquote, code, inert, join, shortened
from bot.chat.wording.texts import Language, day, text
from bot.core.proving.difference import CameAndWent
from bot.core.proving.fate import Held
from bot.core.proving.quote import cite
from bot.languages.interface.messages import Message

_MOST = 20
"""Sentences that came, and that went, which are shown where a message holds so many."""
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Change:
    """One of the changes of an article: ``number`` is 1 for the newest of ``count``."""

    article: str
    number: int
    count: int
    day: date


def render_change(change: Change, found: CameAndWent, language: Language) -> Page:
    """Return what a change brought, and how to see the one before it."""
    heading = text(
        Message.HISTORY_CHANGE,
        language,
        name=shortened(change.article, _LONGEST_NAME),
        number=change.number,
        count=change.count,
        day=day(change.day, language),
    )
    if change.number < change.count:
        command = code(f"/history {change.article} {change.number + 1}"[: 2 * _LONGEST_NAME])
        earlier = text(Message.HISTORY_EARLIER, language, command=command)
        heading = join([heading, earlier], "\n")
    return render_difference(found, heading, language)


def render_difference(found: CameAndWent, heading: Html, language: Language) -> Page:
    """Return which sentences went and came, with their sources: as many as a message holds, and all counted.

    ``found`` is to be checked with its own editions.
    """
    most, page = _MOST, _page(found, heading, _MOST, language)
    while most and not page.html.fits:
        most -= 1
        page = _page(found, heading, most, language)
    return page


def _page(found: CameAndWent, heading: Html, most: int, language: Language) -> Page:
    return reduce(Page.followed_by, [Page(heading), *_groups(found, most, language)])


def _groups(found: CameAndWent, most: int, language: Language) -> Iterator[Page]:
    for words, sentences in ((Message.PAGE_WENT, found.went), (Message.PAGE_CAME, found.came)):
        if sentences:
            yield _group(text(words, language, count=len(sentences)), sentences, most, language)


def _group(heading: Html, sentences: Sequence[Held], most: int, language: Language) -> Page:
    quotes = [held.quote for held in sentences[:most]]
    lines = [heading, *(blockquote(inert(isolated(composed(quote.text)))) for quote in quotes)]
    if len(sentences) > most:
        lines.append(text(Message.HISTORY_NOT_SHOWN, language, count=len(sentences) - most))
    lines += [source_line(cite(quote.article), quote.article.url, language) for quote in quotes[:1]]
    return Page(join(lines, "\n"), tuple(Shown(quote, quote.span) for quote in quotes))
