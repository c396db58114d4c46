"""The pages, each from its request."""

import asyncio
from http import HTTPStatus

from tornado.web import HTTPError, RequestHandler

from bot.chat.wording.texts import plain
from bot.core.index.edition import Edition
from bot.core.nouns import Article, ArticleId
from bot.core.proving.fate import Fate
from bot.core.proving.quote import cite
from bot.languages.interface.messages import Message
from bot.web.addresses import FILES, read_span
from bot.web.http.base import Base
from bot.web.sheets.article_text import Looking, article_sheet
from bot.web.sheets.listing import list_sheet
from bot.web.sheets.quoting import quote_sheet
from bot.web.sheets.replied import FormQuestion, answer_sheet, start_sheet
from bot.web.sheets.telling import history_sheet


class AskPage(Base):
    """The first page, and the reply to a question."""

    async def get(self) -> None:
        """Answer ``q`` within the filters, or greet where nothing is asked."""
        asked = FormQuestion(
            self.get_argument("q", ""),
            self.get_argument("source", ""),
            self.get_argument("after", ""),
            self.get_argument("before", ""),
            self.get_argument("lang", ""),
        )
        if not asked.words:
            self.show(start_sheet(await self.house.edition(), self.language))
            return
        self.count()
        edition, reply = await self.house.answers.ask(asked.text, self.client)
        self.show(answer_sheet(asked, reply, edition, self.language, self.house.occasion))


class ArticlesPage(Base):
    """The list of articles."""

    async def get(self) -> None:
        """Show a page of the list."""
        self.show(list_sheet(await self.house.edition(), number(self, "page"), self.language))


class OneArticlePage(Base):
    """An article, with one quote highlighted."""

    async def get(self, name: str) -> None:
        """Show the part of the article that has the quote, or that is asked for."""
        edition = await self.house.edition()
        article = found(edition, name)
        span = read_span(self.get_argument("quote", ""))
        stands = span is not None and self.get_argument("revision", "") == article.revision
        looking = Looking(
            marked=span if stands and span and span.end <= len(article.text) else None,
            part=number(self, "part") if self.get_argument("part", "") else None,
            note="" if span is None or stands else plain(Message.ARTICLE_CHANGED, self.language),
        )
        self.show(article_sheet(article, edition, self.language, looking))


class HistoryPage(Base):
    """What an article has said before."""

    async def get(self, name: str) -> None:
        """Tell what changed from one kept edition to the next."""
        article = found(await self.house.edition(), name)
        self.count()
        versions = await self.house.answers.versions(article)
        title = cite(article).name
        self.show(await asyncio.to_thread(history_sheet, article.id, title, versions, self.language))


class PermanentQuotePage(Base):
    """A quote, proven, or what has become of it."""

    async def get(self, revision: str, place: str) -> None:
        """Prove the quote at ``place`` of the text with that revision."""
        self.show(quote_sheet(await fate(self, revision, place), self.language))


class Files(RequestHandler):
    """The style sheet and the script."""

    def get(self, name: str) -> None:
        """Send one of the two; its address changes with it."""
        if name not in FILES:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        kind, content = FILES[name]
        self.clear_header("Server")
        self.set_header("Content-Type", kind)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        self.finish(content)

    def write_error(self, status_code: int, **_: object) -> None:
        """Say the status alone."""
        self.finish(str(status_code))


def number(handler: Base, name: str) -> int:
    """Return a number of the address, 1 where it is none."""
    given = handler.get_argument(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 1


def found(edition: Edition, name: str) -> Article:
    """Return the article of that id. Raises HTTPError 404."""
    article = edition.article(ArticleId(name))
    if article is None:
        raise HTTPError(HTTPStatus.NOT_FOUND)
    return article


async def fate(handler: Base, revision: str, place: str) -> Fate:
    """Return what has become of a quote. Raises HTTPError 404 where no kept edition has it."""
    handler.count()
    span = read_span(place)
    became = await handler.house.answers.fate(revision, span) if span else None
    if became is None:
        raise HTTPError(HTTPStatus.NOT_FOUND)
    return became
