"""The page's server: which address is answered by what, and within which bounds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from tornado.web import RequestHandler

from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.basics.settings import Listen
from bot.chat.wire.listening import Bounds, Quiet, bound, served
from bot.web.assistants import needs_extra
from bot.web.http import api, page_handlers, upkeep_handlers
from bot.web.http.base import House, NotFound
from bot.web.http.workshop import Workshop, open_workshop

Route = tuple[str, type[RequestHandler], dict[str, Any]]

SETTING = "BOT_WEB_LISTEN"
_REVISION, _PLACE = "([0-9a-f]{64})", "([0-9]{1,9}-[0-9]{1,9})"


@dataclass(frozen=True, slots=True)
class Offer:
    """How the page is served: ``public`` is its public address, or "".

    ``behind_proxy`` believes what X-Forwarded-For says; ``assistants`` offers the tools at ``/mcp`` too;
    in ``shop`` maintainers work, nowhere if there is none.
    """

    public: str = ""
    behind_proxy: bool = False
    assistants: bool = False
    shop: Workshop | None = None


PLAIN = Offer()
"""For this machine alone, or whoever else reaches the port."""


def application(house: House, *more: Route) -> Quiet:
    """Return what answers requests; ``more`` are routes besides the page's own."""
    given = {"house": house}
    routes = [
        ("/", page_handlers.AskPage),
        ("/articles", page_handlers.ArticlesPage),
        ("/articles/(.+)", page_handlers.OneArticlePage),
        ("/history/(.+)", page_handlers.HistoryPage),
        (f"/q/{_REVISION}/{_PLACE}", page_handlers.PermanentQuotePage),
        ("/api/ask", api.AskApi),
        ("/api/verify", api.VerifyApi),
        ("/api/articles", api.ArticlesApi),
        ("/api/articles/(.+)", api.ArticleApi),
        (f"/api/quotes/{_REVISION}:{_PLACE}", api.QuoteApi),
        ("/api/openapi.json", api.OpenApi),
        ("/api/.*", api.NoSuchApi),
    ]
    return Quiet(
        [
            *more,
            *((path, handler, given) for path, handler in routes),
            ("/assets/(.+)", page_handlers.Files),
        ],
        default_handler_class=NotFound,
        default_handler_args=given,
        compress_response=True,
    )


@asynccontextmanager
async def page_served(listen: Listen, house: House, offer: Offer = PLAIN) -> AsyncIterator[None]:
    """Serve the page while the block runs. Raises BotError if it cannot listen there, or lacks an extra."""
    limits = LIMITS.servers
    bounds = Bounds(
        body=limits.asked,
        idle=limits.page_seconds,
        connections=limits.connections,
        of_one=limits.connections if offer.behind_proxy else limits.connections_of_one,
        behind_proxy=offer.behind_proxy,
    )
    async with (
        _more(house, offer) as more,
        open_workshop(offer.shop),
        served(application(house, *more), bound(SETTING, listen), bounds),
    ):
        yield


@asynccontextmanager
async def _more(house: House, offer: Offer) -> AsyncIterator[list[Route]]:
    """Yield the routes of maintainers and of assistants while the block runs, where they are offered."""
    given = {"house": house, "shop": offer.shop}
    upkeep: list[Route] = [(path, page, given) for path, page in upkeep_handlers.ROUTES] if offer.shop else []
    if not offer.assistants:
        yield upkeep
        return
    try:
        from bot.web.http.assistant import AssistantApi, assistants_served  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise BotError(needs_extra()) from error
    async with assistants_served(house, offer.public) as manager:
        yield [*upkeep, ("/mcp", AssistantApi, {"house": house, "manager": manager})]
