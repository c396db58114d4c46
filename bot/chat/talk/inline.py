"""Inline mode: quotes in any chat, as somebody types. Nothing of a query is kept or logged."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from telegram import (
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    Update,
)

from bot.basics.limits import LIMITS
from bot.chat.access.sight import Sight
from bot.chat.pages.buttons import OpenPassage, SharedQuote, link_button, parse_shared, shared_claim
from bot.chat.pages.page import checked
from bot.chat.pages.places import place_of
from bot.chat.pages.post import content
from bot.chat.pages.render import InlineResult, render_inline
from bot.chat.talk.answering import Answerer, Context
from bot.chat.wire.allowance import Allowance, Refused
from bot.chat.wire.metrics import Metrics
from bot.chat.wire.turns import Turns
from bot.chat.wording.speaking import language_for
from bot.chat.wording.texts import Language, plain
from bot.core.index.edition import Edition
from bot.core.nouns import Claim, Listed
from bot.core.proving.quote import Quote, prove
from bot.core.replies import Answer
from bot.languages.interface.messages import Message as Words

RESULTS_ON_A_PAGE = 10
MOST_RESULTS = 30
_START = "inline"
"""The payload of the button to the private chat; /start takes it as a plain start."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What one answer to an inline query holds."""

    results: tuple[InlineQueryResultArticle, ...] = ()
    next_offset: str | None = None
    """None ends the list: an empty text would reach Telegram as "[]"."""
    hint: Words | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query, and for whom it is answered."""

    words: str
    offset: str
    edition: Edition
    language: Language
    bot: str


@dataclass(frozen=True, slots=True)
class Inline:
    """Lists quotes for a query; a newer query of the same person ends the work on an older one."""

    sight: Sight
    answer: Answerer
    metrics: Metrics
    allowance: Allowance
    """Of each person: whoever asks too much is told so once, and costs nothing after that."""
    turns: Turns

    async def on_query(self, update: Update, context: Context) -> None:
        """Answer an inline query. Raises TelegramError."""
        query = update.inline_query
        if query is None:
            return
        self.metrics.count("inline", "asked")
        language = await language_for(query.from_user, None, self.sight.chats)
        if refused := self.allowance.take(query.from_user.id):
            await self._refuse(query, refused, language)
            return
        bot = context.bot.username
        seen = await self.sight.of(query.from_user.id)  # where it is sent to, nobody tells
        asked = _Asked(query.query.strip(), query.offset, seen.edition, language, bot)
        page = await self._page(asked, query.from_user.id)
        await query.answer(
            page.results,
            cache_time=LIMITS.waiting.inline_repeated,
            is_personal=True,  # the citations are in the person's language
            next_offset=page.next_offset,
            button=InlineQueryResultsButton(plain(page.hint, language), start_parameter=_START)
            if page.hint
            else None,
        )

    async def _refuse(self, query: InlineQuery, refused: Refused, language: Language) -> None:
        """Say how long to wait, once: Telegram asks again whenever somebody types on."""
        self.metrics.count("inline", "over_limit")
        if refused.first:
            words = plain(Words.TOO_MANY_QUESTIONS, language, seconds=refused.wait)
            button = InlineQueryResultsButton(words, start_parameter=_START)
            await query.answer((), cache_time=0, is_personal=True, button=button)

    async def _page(self, asked: _Asked, asker: int) -> _Page:
        find = partial(self._found if asked.words else _newest, asked)
        try:
            async with asyncio.timeout(LIMITS.waiting.inline):
                return await self.turns.think("inline", asker, find)
        except TimeoutError:
            self.metrics.count("inline", "timed_out")
            return _Page()

    def _found(self, asked: _Asked) -> _Page:
        if shared := parse_shared(asked.words):
            return _shared(shared, asked)
        first = _first(asked)
        if first is None:
            return _Page()
        reply = self.answer(asked.words, asked.edition, most=MOST_RESULTS)
        if not isinstance(reply, Answer):
            return _Page(hint=Words.INLINE_NOTHING)
        after = first + RESULTS_ON_A_PAGE
        results = _results(reply.quotes[first:after], asked)
        return _Page(results, f"{_mark(asked.edition)}:{after}" if after < len(reply.quotes) else None)


def _newest(asked: _Asked) -> _Page:
    """Return the first sentences of the newest articles, for whoever has not typed anything yet."""
    if asked.offset:
        return _Page()
    newest = sorted(asked.edition.listed, key=_published, reverse=True)[:RESULTS_ON_A_PAGE]
    entries = [asked.edition.entries[article.id] for article in newest]
    claims = [Claim.of(e.article, e.passages[0].sentences[0]) for e in entries if e.passages]
    quotes = [quote for claim in claims if (quote := prove(claim, asked.edition))]
    return _Page(_results(quotes, asked), hint=Words.INLINE_HINT)


def _shared(shared: SharedQuote, asked: _Asked) -> _Page:
    """Return the one quote that is to be sent on, or that it stands there no more."""
    claim = shared_claim(shared, asked.edition)
    quote = prove(claim, asked.edition) if claim else None
    return _Page(_results([quote], asked)) if quote else _Page(hint=Words.INLINE_MOVED)


def _published(article: Listed) -> date:
    return article.published or date.min


def _first(asked: _Asked) -> int | None:
    """Return the number of the page's first quote; None for the page of another edition, or a forged one."""
    if not asked.offset:
        return 0
    mark, _, number = asked.offset.partition(":")
    if mark != _mark(asked.edition) or not (number.isascii() and number.isdigit() and len(number) < 4):
        return None
    return int(number)


def _mark(edition: Edition) -> str:
    return edition.id[:16]


def _results(quotes: Sequence[Quote], asked: _Asked) -> tuple[InlineQueryResultArticle, ...]:
    found = render_inline(quotes, asked.language)
    return tuple(_result(quote, shown, asked) for quote, shown in zip(quotes, found, strict=True))


def _result(quote: Quote, found: InlineResult, asked: _Asked) -> InlineQueryResultArticle:
    """Return a result whose message is complete in itself. Raises MisquoteError."""
    page = checked(found.page, asked.edition)
    place = place_of(quote, asked.edition)
    open_passage = link_button(OpenPassage(place.key, place.number), asked.language, asked.bot)
    return InlineQueryResultArticle(
        id=_id(quote, asked.edition),
        title=found.title,
        description=found.description,
        input_message_content=content(page),
        reply_markup=InlineKeyboardMarkup([[open_passage]]),
    )


def _id(quote: Quote, edition: Edition) -> str:
    """Return an id that no other quote and no other edition has (32 of at most 64 bytes)."""
    place = f"{edition.id}:{quote.article.id}:{quote.span.start}:{quote.span.end}"
    return hashlib.sha256(place.encode()).hexdigest()[:32]
