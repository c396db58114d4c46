"""What every answer over HTTP has in common: who asks, the headers that protect readers, refusals."""

import logging
import secrets
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from tornado.web import HTTPError, RequestHandler

from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.chat.pages.ages import Occasion
from bot.chat.wire.allowance import Allowance
from bot.chat.wording.texts import Language, plain
from bot.core.index.edition import Edition
from bot.core.index.engine import IndexFailure
from bot.languages.interface.messages import Message
from bot.web.gate import Sheet, sealed
from bot.web.http.answers import Answers, BusyError
from bot.web.http.negotiation import client_of, preferred
from bot.web.sheets.frame import document, notice

log = logging.getLogger(__name__)

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'"
)
"""What a browser may load for a page: our style sheet and our script."""

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True, slots=True)
class House:
    """What all answers are made with."""

    answers: Answers
    allowance: Allowance
    old_after: int = 0
    """The age of a source, in days, from which on it is told; never where it is 0."""

    @property
    def occasion(self) -> Occasion:
        """From which age on it is told how old a source is, today."""
        return Occasion.now(self.old_after)

    async def edition(self) -> Edition:
        """Return what the page shows of the articles that serve."""
        return (await self.answers.seen()).edition


class TooManyError(Exception):
    """This client asks a lot; it may ask again after ``wait`` seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


class Base(RequestHandler):
    """Answers a request; what goes wrong is said in a form that ``refuse`` chooses."""

    house: House

    def initialize(self, house: House) -> None:
        """Take what all answers are made with."""
        self.house = house

    def set_default_headers(self) -> None:
        """Protect readers, and say nothing of the server."""
        self.clear_header("Server")
        for name, value in _HEADERS.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Vary", "Accept-Language")

    @property
    def language(self) -> Language:
        """The reader's language."""
        return preferred(self.request.headers.get("Accept-Language", ""))

    @property
    def client(self) -> str:
        """What tells clients apart."""
        return client_of(self.request.remote_ip or "")

    def count(self) -> None:
        """Use one of what the client may ask. Raises TooManyError."""
        refused = self.house.allowance.take(self.client)
        if refused:
            raise TooManyError(refused.wait)

    def write_error(self, status_code: int, **known: Any) -> None:
        """Say what went wrong, never how."""
        error = known.get("exc_info", (None, None, None))[1]
        if status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            self.set_header("Allow", ", ".join(_methods(type(self))))
        if isinstance(error, TooManyError | BusyError):
            wait = error.wait if isinstance(error, TooManyError) else LIMITS.servers.busy_seconds
            self.set_status(429 if isinstance(error, TooManyError) else 503)
            self.set_header("Retry-After", str(wait))
            self.refuse(plain(Message.TOO_MANY_QUESTIONS, self.language, seconds=wait))
        elif isinstance(error, IndexFailure):
            self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
            self.refuse(plain(Message.REFUSED_CANNOT_LOOK_UP, self.language))
        elif status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            name = secrets.token_hex(4)
            log.error("a page could not be made (%s): %s", name, _named(error))
            self.refuse(plain(Message.ERROR, self.language, id=name))
        else:
            self.refuse(plain(Message.PAGE_NOT_FOUND, self.language))

    def refuse(self, words: str) -> None:
        """Say why there is no answer."""
        self.show(notice(words, self.language))

    def show(self, sheet: Sheet) -> None:
        """Send a page, once all words of articles in it were compared with the articles."""
        page = document(sealed(sheet), self.language)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Language", self.language.value)
        self.finish(page)

    def log_exception(self, *raised: Any) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] (never called by name)
        """Log nothing here: ``write_error`` does, without what was asked."""


def _methods(handler: type[RequestHandler]) -> list[str]:
    """Return the methods that a handler answers."""
    default = RequestHandler.get
    return [
        name for name in handler.SUPPORTED_METHODS if getattr(handler, name.lower(), default) is not default
    ]


class NotFound(Base):
    """Answers all that has no page."""

    def prepare(self) -> None:
        """Refuse, whatever the method."""
        raise HTTPError(HTTPStatus.NOT_FOUND)


def _named(error: object) -> str:
    """Return an error without words of a question or an article, which only ours are known not to hold."""
    return str(error) if isinstance(error, BotError) else type(error).__name__
