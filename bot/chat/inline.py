"""Inline mode: quotes in any chat, as somebody types. Nothing of a query is kept or logged."""

import asyncio
import hashlib
from dataclasses import dataclass

from telegram import (
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)

from bot.chat.asking import Answerer, Context, Shelf
from bot.chat.buttons import OpenArticle, article_key
from bot.chat.keyboards import link_button
from bot.chat.messages import Message as Words
from bot.chat.metrics import Metrics
from bot.chat.pages import checked
from bot.chat.render import render_inline
from bot.chat.texts import Language, language_of, plain
from bot.core.edition import Edition
from bot.core.model import Answer, Quote, Reply

RESULTS_ON_A_PAGE = 10
MOST_RESULTS = 30
CACHE_SECONDS = 30
"""How long Telegram may repeat a result: it cannot be told of a reload."""
PATIENCE = 2.0
"""Seconds after which a query is given up: whoever types has typed on."""
_START = "inline"
"""The payload of the button to the private chat; /start takes it as a plain start."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What one answer to an inline query holds."""

    quotes: tuple[Quote, ...] = ()
    next_offset: str | None = None
    """None ends the list: an empty text would reach Telegram as "[]"."""
    hint: Words | None = None


@dataclass(frozen=True, slots=True)
class Inline:
    """Lists quotes for a query; a newer query of the same person ends the work on an older one."""

    shelf: Shelf
    answer: Answerer
    metrics: Metrics

    async def on_query(self, update: Update, context: Context) -> None:
        """Answer an inline query. Raises TelegramError."""
        query = update.inline_query
        if query is None:
            return
        self.metrics.count("inline_queries")
        edition = self.shelf.current
        language = language_of(query.from_user.language_code)
        page = await self._found(query, edition)
        bot = context.bot.username
        await query.answer(
            [_result(quote, edition, language, bot) for quote in page.quotes],
            cache_time=CACHE_SECONDS,
            is_personal=True,  # the citations are in the person's language
            next_offset=page.next_offset,
            button=InlineQueryResultsButton(plain(page.hint, language), start_parameter=_START)
            if page.hint
            else None,
        )

    async def _found(self, query: InlineQuery, edition: Edition) -> _Page:
        words = query.query.strip()
        if not words:
            return _Page(hint=Words.INLINE_HINT)
        first = _first(query.offset, edition)
        if first is None:
            return _Page()
        try:
            async with asyncio.timeout(PATIENCE):
                reply = await asyncio.to_thread(self.answer, words, edition, most=MOST_RESULTS)
        except TimeoutError:
            self.metrics.count("inline_timeouts")
            return _Page()
        return _page(reply, first, edition)


def _page(reply: Reply, first: int, edition: Edition) -> _Page:
    if not isinstance(reply, Answer):
        return _Page(hint=Words.INLINE_NOTHING)
    after = first + RESULTS_ON_A_PAGE
    return _Page(
        reply.quotes[first:after], f"{_mark(edition)}:{after}" if after < len(reply.quotes) else None
    )


def _first(offset: str, edition: Edition) -> int | None:
    """Return the number of the page's first quote; None for the page of another edition, or a forged one."""
    if not offset:
        return 0
    mark, _, number = offset.partition(":")
    if mark != _mark(edition) or not (number.isascii() and number.isdigit() and len(number) < 4):
        return None
    return int(number)


def _mark(edition: Edition) -> str:
    return edition.id[:16]


def _result(quote: Quote, edition: Edition, language: Language, bot: str) -> InlineQueryResultArticle:
    """Return a result whose message is complete in itself. Raises MisquoteError."""
    found = render_inline(quote, language)
    checked(found.page, edition)
    article = OpenArticle(article_key(quote.article.id))
    return InlineQueryResultArticle(
        id=_id(quote, edition),
        title=found.title,
        description=found.description,
        input_message_content=InputTextMessageContent(str(found.page.html)),
        reply_markup=InlineKeyboardMarkup([[link_button(Words.BUTTON_OPEN_PRIVATE, language, bot, article)]]),
    )


def _id(quote: Quote, edition: Edition) -> str:
    """Return an id that no other quote and no other edition has (32 of at most 64 bytes)."""
    place = f"{edition.id}:{quote.article.id}:{quote.span.start}:{quote.span.end}"
    return hashlib.sha256(place.encode()).hexdigest()[:32]
