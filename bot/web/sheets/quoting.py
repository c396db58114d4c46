"""The permanent page of a quote: it proves the quote, or tells what has become of it since."""

import hashlib

from bot.chat.wording.texts import Language, plain
from bot.core.proving.fate import Became, Fate
from bot.core.proving.quote import Quote
from bot.languages.interface.messages import Message
from bot.web.elements import Element, element
from bot.web.gate import Sheet
from bot.web.sheets.frame import said
from bot.web.sheets.replied import quote_figure

_TOLD = {
    Became.STANDS: Message.PAGE_PROVEN,
    Became.MOVED: Message.PAGE_MOVED,
    Became.REWORDED: Message.PAGE_REWORDED,
    Became.LOST: Message.PAGE_QUOTE_LOST,
    Became.GONE: Message.ARTICLE_GONE,
    Became.REREAD: Message.PAGE_REREAD,
}
"""What is said of what has become of a quote."""


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
        said(plain(_TOLD[fate.became], language), role="status"),
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
