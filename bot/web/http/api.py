"""The same for programs: JSON, with the fields of ``./run ask --json``."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from tornado.web import HTTPError

from bot.basics.limits import LIMITS
from bot.core.nouns import Article
from bot.core.replies import Answer, Reply
from bot.web.addresses import article_page
from bot.web.as_json import quote_object, reply_object
from bot.web.http.base import Base
from bot.web.http.openapi import DOCUMENT
from bot.web.http.page_handlers import fate, found, number
from bot.web.sheets.listing import ON_A_PAGE

_MARKS = str.maketrans("", "", '"“”')
"""Quotation marks that would end the ones that are put around a text."""


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
        """Return a text of the address or of a JSON body. Raises HTTPError 400 where there is none."""
        text = self.get_query_argument(name, "") if self.request.method == "GET" else self._posted(name)
        if not text.strip():
            raise HTTPError(HTTPStatus.BAD_REQUEST)
        return text[: LIMITS.asking.question]

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
        _, reply = await self.house.answers.ask(question)
        self.say(reply_object(question, reply))

    post = get


class VerifyApi(Api):
    """``/api/verify``: do these words stand in an article?"""

    async def get(self) -> None:
        """Look ``text`` up, word for word."""
        text = self.given("text")
        self.count()
        _, reply = await self.house.answers.ask(f"“{text.translate(_MARKS).strip()}”")
        self.say(verified(text, reply))

    post = get


class ArticlesApi(Api):
    """``/api/articles``: what there is."""

    def get(self) -> None:
        """List a page of the articles."""
        articles = self.house.edition.articles
        page = number(self, "page")
        shown = articles[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
        self.say({"count": len(articles), "page": page, "articles": list(map(_about, shown))})


class ArticleApi(Api):
    """``/api/articles/ID``: one article with its text."""

    def get(self, name: str) -> None:
        """Give the article's text and the ranges of it that can be quoted."""
        article = found(self, name)
        passages = self.house.edition.entries[article.id].passages
        spans = [[span.start, span.end] for passage in passages for span in passage.sentences]
        self.say({**_about(article), "text": article.text, "sentences": spans})


class QuoteApi(Api):
    """``/api/quotes/REVISION:START-END``: a quote, proven, or what has become of it."""

    async def get(self, revision: str, place: str) -> None:
        """Tell what has become of the quote."""
        became = await fate(self, revision, place)
        self.say(
            {
                "status": became.became.name.lower(),
                "then": quote_object(became.then.quote),
                "now": quote_object(became.now.quote) if became.now else None,
            }
        )


class OpenApi(Api):
    """``/api/openapi.json``: all of this, for machines."""

    def get(self) -> None:
        """Give the document."""
        self.say(DOCUMENT)


def verified(text: str, reply: Reply) -> Mapping[str, Any]:
    """Return whether words were found: ``status`` is verbatim, differs, not_found or too_short.

    Of ``verbatim`` words case, accents and punctuation may differ; ``exact`` tells that these do not either.
    """
    found = reply.pasted if isinstance(reply, Answer) else None
    pasted = found if found and not found.nearest else None
    quotes = reply.quotes if isinstance(reply, Answer) and pasted else ()
    if isinstance(reply, Answer) and found is None:
        status = "too_short"
    elif pasted is None:
        status = "not_found"
    else:
        status = "verbatim" if pasted.is_verbatim else "differs"
    plain = " ".join(text.split())
    return {
        "text": text,
        "status": status,
        "exact": any(plain in " ".join(quote.text.split()) for quote in quotes),
        "only_pasted": list(pasted.added) if pasted else [],
        "only_in_article": pasted.left_out_of(quotes) if pasted else [],
        "quotes": [quote_object(quote) for quote in quotes],
    }


def _about(article: Article) -> Mapping[str, Any]:
    return {
        "id": article.id,
        "file": article.file,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published.isoformat() if article.published else "",
        "modified": article.modified.isoformat() if article.modified else "",
        "language": article.language,
        "url": article.url,
        "revision": article.revision,
        "page": article_page(article.id),
    }


class NoSuchApi(Api):
    """Answers all else below ``/api``."""

    def prepare(self) -> None:
        """Refuse, whatever the method."""
        raise HTTPError(HTTPStatus.NOT_FOUND)
