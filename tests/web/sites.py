"""A page that is really served, and a reader of it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
from lxml import html

from bot.basics.settings import Listen
from bot.chat.access.scope import EVERYTHING, Scope
from bot.chat.access.sight import Sight
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.turns import Turns
from bot.core.answer import answer
from bot.core.index.edition import Edition
from bot.core.nouns import Article
from bot.library.editions.kept import Editions
from bot.library.editions.past import Past
from bot.library.editions.shelf import Shelf
from bot.web.http.answers import Answers
from bot.web.http.base import House
from bot.web.http.server import PLAIN, Offer, page_served
from tests.core.models import model
from tests.stories.conftest import free_port


@dataclass(frozen=True, slots=True)
class Got:
    """What came back. ``text`` is the body."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def tree(self) -> html.HtmlElement:
        """The page as a browser reads it."""
        return html.document_fromstring(self.text.encode(), parser=html.HTMLParser(encoding="utf-8"))

    def words(self, path: str) -> list[str]:
        """The text of each element that an XPath finds, its white space as one blank."""
        return [" ".join(found.text_content().split()) for found in self.tree.xpath(path)]


@dataclass(slots=True)
class Site:
    """The page at an address, and the shelf behind it."""

    port: int
    shelf: Shelf
    client: aiohttp.ClientSession
    turns: Turns
    headers: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str, **headers: str) -> Got:
        """Ask for a page; names of headers have ``_`` for ``-``."""
        return await self.ask("GET", path, None, **headers)

    async def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Got:
        """Send any request."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        address = f"http://127.0.0.1:{self.port}{path}"
        async with self.client.request(
            method, address, data=body, headers=named, allow_redirects=False
        ) as said:
            return Got(said.status, said.headers, await said.text("utf-8", "replace"))


@asynccontextmanager
async def site(
    folder: Path,
    articles: list[Article],
    a_minute: int = 1000,
    log_odds: float = 2.0,
    offer: Offer = PLAIN,
) -> AsyncIterator[Site]:
    """Serve these articles while the block runs; ``folder`` is for editions."""
    shelf = Shelf(folder / "corpus", Editions(folder / "editions"))
    shelf.current = Edition.of(articles)
    async with shelf_served(shelf, a_minute, log_odds, offer) as served:
        yield served


@asynccontextmanager
async def shelf_served(
    shelf: Shelf,
    a_minute: int = 1000,
    log_odds: float = 2.0,
    offer: Offer = PLAIN,
    scope: Scope = EVERYTHING,
) -> AsyncIterator[Site]:
    """Serve what stands on a shelf while the block runs."""

    chats: Any = None  # no chat asks
    turns, look = Turns(), partial(Sight(shelf, chats, EVERYTHING).through, scope)
    answers = Answers(look, partial(answer, model=model(log_odds)), Past(shelf.editions), turns)
    port = free_port()
    async with (
        page_served(Listen("127.0.0.1", port), House(answers, Allowance(a_minute)), offer),
        aiohttp.ClientSession() as client,
    ):
        yield Site(port, shelf, client, turns)
