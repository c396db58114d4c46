"""The page's server: which address is answered by what, and within which bounds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.basics.limits import LIMITS
from bot.basics.settings import Listen
from bot.chat.wire.listening import Bounds, Quiet, bound, served
from bot.web.http import api, page_handlers
from bot.web.http.base import House, NotFound

SETTING = "BOT_WEB_LISTEN"
_REVISION, _PLACE = "([0-9a-f]{64})", "([0-9]{1,9}-[0-9]{1,9})"


def application(house: House) -> Quiet:
    """Return what answers requests."""
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
        [*((path, handler, given) for path, handler in routes), ("/assets/(.+)", page_handlers.Files)],
        default_handler_class=NotFound,
        default_handler_args=given,
        compress_response=True,
    )


@asynccontextmanager
async def page_served(listen: Listen, house: House, behind_proxy: bool = False) -> AsyncIterator[None]:
    """Serve the page while the block runs. Raises BotError if it cannot listen there."""
    limits = LIMITS.servers
    bounds = Bounds(
        body=limits.asked,
        idle=limits.page_seconds,
        connections=limits.connections,
        of_one=limits.connections if behind_proxy else limits.connections_of_one,
        behind_proxy=behind_proxy,
    )
    async with served(application(house), bound(SETTING, listen), bounds):
        yield
