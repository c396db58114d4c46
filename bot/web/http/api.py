"""The same for programs: JSON, with the fields of ``./run ask --json``."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from tornado.web import HTTPError

from bot.basics.limits import LIMITS
from bot.core.asking.filters import in_marks
from bot.web.as_json import article_list, quote_object, reply_object, verified, whole
from bot.web.gate import sealed_object
from bot.web.http.base import Base
from bot.web.http.openapi import DOCUMENT
from bot.web.http.page_handlers import fate, found, number


class Api(Base):
    """Answers in JSON, refusals included."""

    def refuse(self, words: str) -> None:
        """Say why there is no answer."""
        self.say({"error": words})

    def say(self, value: Mapping[str, Any]) -> None:
        """Send an object."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(value, ensure_ascii=False).encode(errors="replace"))

    def given(self, name: str) -> str:
        """Return a text of the address or of a JSON body. Raises HTTPError 400 for none, or one too long.

        What is cut would be verified, or answered, in part.
        """
        text = self.get_query_argument(name, "") if self.request.method == "GET" else self._posted(name)
        if not text.strip() or len(text) > LIMITS.asking.question:
            raise HTTPError(HTTPStatus.BAD_REQUEST)
        return text

    def _posted(self, name: str) -> str:
        kind = self.request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind != "application/json":  # what a form of another site can send is not read
            raise HTTPError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        try:
            body = json.loads(self.request.body)
        except (ValueError, RecursionError):
            raise HTTPError(HTTPStatus.BAD_REQUEST) from None
        text = body.get(name) if isinstance(body, dict) else None
        if not isinstance(text, str):
            raise HTTPError(HTTPStatus.BAD_REQUEST)
        return text


class AskApi(Api):
    """``/api/ask``: a question and its reply."""

    async def get(self) -> None:
        """Answer ``question``."""
        question = self.given("question")
        self.count()
        edition, reply = await self.house.answers.ask(question, self.client)
        self.say(sealed_object(reply_object(question, reply), edition))

    post = get


class VerifyApi(Api):
    """``/api/verify``: do these words stand in an article?"""

    async def get(self) -> None:
        """Look ``text`` up, word for word."""
        text = self.given("text")
        self.count()
        edition, reply = await self.house.answers.ask(in_marks(text), self.client)
        self.say(sealed_object(verified(text, reply), edition))

    post = get


class ArticlesApi(Api):
    """``/api/articles``: what there is."""

    async def get(self) -> None:
        """List a page of the articles."""
        self.say(article_list(await self.house.edition(), number(self, "page")))


class ArticleApi(Api):
    """``/api/articles/ID``: one article with its text."""

    async def get(self, name: str) -> None:
        """Give the article's text and the ranges of it that can be quoted."""
        edition = await self.house.edition()
        self.say(sealed_object(whole(found(edition, name), edition), edition))


class QuoteApi(Api):
    """``/api/quotes/REVISION:START-END``: a quote, proven, or what has become of it."""

    async def get(self, revision: str, place: str) -> None:
        """Tell what has become of the quote."""
        became = await fate(self, revision, place)
        then, now = became.then, became.now
        told = {
            "status": became.became.name.lower(),
            "then": quote_object(then.quote),
            "now": quote_object(now.quote) if now else None,
        }
        self.say(sealed_object(told, then.edition, *([now.edition] if now else [])))


class OpenApi(Api):
    """``/api/openapi.json``: all of this, for machines."""

    def get(self) -> None:
        """Give the document."""
        self.say(DOCUMENT)


class NoSuchApi(Api):
    """Answers all else below ``/api``."""

    def prepare(self) -> None:
        """Refuse, whatever the method."""
        raise HTTPError(HTTPStatus.NOT_FOUND)
