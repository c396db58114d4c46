"""The history of an article: which sentences came and went, as far as editions are kept."""

from collections.abc import Sequence
from itertools import pairwise

from bot.chat.wording.texts import Language, day, plain
from bot.core.nouns import Article, ArticleId
from bot.core.proving.difference import CameAndWent, difference
from bot.core.proving.fate import Held
from bot.languages.interface.messages import Message
from bot.library.editions.past import Version
from bot.web.addresses import article_page
from bot.web.elements import Element, element
from bot.web.gate import Sheet
from bot.web.sheets.frame import said
from bot.web.sheets.replied import quote_figure

_MOST = 20
"""Sentences that came or went with one version, which are shown."""


def history_sheet(article_id: ArticleId, name: str, versions: Sequence[Version], language: Language) -> Sheet:
    """Return what each version, newest first, has changed of the one before it."""
    held: list[Held] = []
    told = [
        part for newer, older in pairwise(versions) for part in _change(older.article, newer, held, language)
    ]
    body = element(
        "main",
        element("h1", name, dir="auto"),
        element("p", element("a", plain(Message.PAGE_READ, language), href=article_page(article_id))),
        *(told or [said(plain(Message.PAGE_NO_HISTORY, language))]),
        id="main",
        tabindex="-1",
    )
    title = f"{name} – {plain(Message.PAGE_HISTORY, language)}"
    return Sheet(title, body, tuple(held))


def _change(older: Article | None, newer: Version, held: list[Held], language: Language) -> list[Element]:
    found = difference(older, newer.article)
    return [element("h2", day(newer.since.date(), language)), *came_and_went(found, held, language)]


def came_and_went(found: CameAndWent, held: list[Held], language: Language) -> list[Element]:
    """Return the sentences that came and those that went, and add them to what is ``held``."""
    parts: list[Element] = []
    for heading, sentences in ((Message.PAGE_CAME, found.came), (Message.PAGE_WENT, found.went)):
        if sentences:
            parts.append(element("h3", plain(heading, language, count=len(sentences))))
            parts += [quote_figure(one, language) for one in sentences[:_MOST]]
            held += sentences[:_MOST]
    return parts
