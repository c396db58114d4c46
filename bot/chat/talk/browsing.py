"""The list of articles, and each article passage by passage."""

import asyncio
from dataclasses import dataclass

from telegram import CallbackQuery, Chat, Message

from bot.chat.access.sight import Sight
from bot.chat.pages.buttons import ReadPassage, SourcesPage, article_key, below_passage, below_sources
from bot.chat.pages.page import Ours, checked
from bot.chat.pages.post import Post
from bot.chat.pages.render import SOURCES_ON_A_PAGE, render_passage, render_sources, source_pages
from bot.chat.talk.replying import Replying
from bot.chat.wire.pressing import Presses, acknowledge, pressed_message
from bot.chat.wording.speaking import language_for
from bot.chat.wording.texts import Language, plain, text
from bot.core.index.edition import Edition, ReadArticle
from bot.core.nouns import Claim, Span
from bot.core.proving.quote import prove
from bot.languages.interface.messages import Message as Words
from bot.storage.chats import Chats


@dataclass(frozen=True, slots=True)
class Browsing:
    """Lists what can be quoted; articles are opened in private chats, so that groups are not filled."""

    sight: Sight
    chats: Chats
    replying: Replying

    async def sources(self, message: Message, language: Language) -> None:
        """Send the first page of the list."""
        await self.replying.reply(message, await self._list(1, message.chat, language))

    async def open(self, message: Message, place: ReadPassage, language: Language) -> None:
        """Send a passage of an article."""
        seen = await self.sight.of(message.chat.id)
        post = await asyncio.to_thread(_passage, place, seen.edition, language)
        await self.replying.reply(message, post or Post(Ours(text(Words.ARTICLE_GONE, language))))

    @property
    def presses(self) -> Presses:
        """What is done when one of these buttons is pressed."""
        return {SourcesPage: self.on_turn, ReadPassage: self.on_read}

    async def on_turn(self, query: CallbackQuery, page: SourcesPage) -> None:
        """Turn the list to another page."""
        await acknowledge(query)
        if message := pressed_message(query):
            language = await language_for(query.from_user, message.chat, self.chats)
            await self.replying.redraw(message, await self._list(page.number, message.chat, language))

    async def on_read(self, query: CallbackQuery, place: ReadPassage) -> None:
        """Show another passage in the place of what the message shows."""
        message = pressed_message(query)
        if message is None:
            await acknowledge(query)
            return
        language = await language_for(query.from_user, message.chat, self.chats)
        seen = await self.sight.of(message.chat.id)
        post = await asyncio.to_thread(_passage, place, seen.edition, language)
        await acknowledge(query, "" if post else plain(Words.ARTICLE_GONE, language))
        if post:
            await self.replying.redraw(message, post)

    async def _list(self, number: int, chat: Chat, language: Language) -> Post:
        articles = (await self.sight.of(chat.id)).edition.listed
        pages = source_pages(len(articles))
        number = min(max(number, 1), pages)
        first = (number - 1) * SOURCES_ON_A_PAGE
        shown = articles[first : first + SOURCES_ON_A_PAGE] if chat.type == Chat.PRIVATE else ()
        keys = [(place, article_key(article.id)) for place, article in enumerate(shown, first + 1)]
        return Post(render_sources(articles, number, language), below_sources(number, pages, keys, language))


def _passage(place: ReadPassage, edition: Edition, language: Language) -> Post | None:
    """Return the passage of that number, else the nearest; None where the edition has no such article."""
    found = enumerate(edition.entries)
    order, article = next(((n, one) for n, one in found if article_key(one) == place.key), (0, None))
    entry = edition.entries[article] if article else None
    if entry is None or not entry.passages:
        return None
    count = len(entry.passages)
    number = min(max(place.number, 1), count)
    quote = prove(_claim(entry, number), edition)
    if quote is None:
        return None
    page = checked(render_passage(quote, number, count, language), edition)
    listed = order // SOURCES_ON_A_PAGE + 1
    return Post(page, below_passage(ReadPassage(place.key, number), count, listed, language))


def _claim(entry: ReadArticle, number: int) -> Claim:
    """Return the claim that the sentences of a passage, from 1, stand there."""
    article, sentences = entry.article, entry.passages[number - 1].sentences
    span = Span(sentences[0].start, sentences[-1].end)
    return Claim.of(article, span)
