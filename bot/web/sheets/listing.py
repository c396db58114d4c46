"""The list of articles."""

from bot.chat.wording.texts import Language, plain
from bot.core.index.edition import Edition
from bot.core.proving.quote import cite
from bot.languages.interface.messages import Message
from bot.web.addresses import ON_A_PAGE, list_page
from bot.web.elements import element
from bot.web.gate import Sheet
from bot.web.sheets.article_text import paging
from bot.web.sheets.replied import source_of


def list_sheet(edition: Edition, number: int, language: Language) -> Sheet:
    """Return a page of the list, from 1; the nearest one where there is no such page."""
    articles = edition.listed
    pages = max(1, -(-len(articles) // ON_A_PAGE))
    number = min(max(number, 1), pages)
    shown = articles[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    heading = plain(Message.PAGE_ARTICLES, language)
    before = list_page(number - 1) if number > 1 else ""
    after = list_page(number + 1) if number < pages else ""
    body = element(
        "main",
        element("h1", heading),
        element("ul", *(element("li", *source_of(cite(a), language), lang=a.language or None) for a in shown))
        if shown
        else element("p", plain(Message.SOURCES_NONE, language)),
        paging(before, after, number, pages, language) if pages > 1 else None,
        id="main",
        tabindex="-1",
    )
    return Sheet(heading, body)
