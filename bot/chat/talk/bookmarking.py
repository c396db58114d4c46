"""What people save: kept for them alone, proven anew whenever it is shown, written for other programs."""

from dataclasses import dataclass
from datetime import UTC, datetime

from telegram import CallbackQuery, Message

from bot.basics.limits import LIMITS
from bot.chat.pages.buttons import (
    ChooseStyle,
    Cite,
    ExportSaved,
    Save,
    SavedFrom,
    Unsave,
    below_bookmarks,
    below_styles,
)
from bot.chat.pages.page import Ours, checked
from bot.chat.pages.post import Post, hand_over, redraw
from bot.chat.pages.references import references
from bot.chat.pages.render import render_reference
from bot.chat.pages.saved_quotes import Looked, looked_up_again, render_saved
from bot.chat.talk.given import Viewing
from bot.chat.wire.pressing import Presses, acknowledge, pressed_message
from bot.chat.wording.speaking import language_of_press
from bot.chat.wording.texts import Language, plain, text
from bot.core.index.edition import Edition
from bot.core.proving.quote import prove
from bot.languages.interface.messages import Message as Words
from bot.storage.personal.bookmarks import Bookmark, Bookmarks

_FILE = "quoth"
"""What a file of saved quotes is called, before its ending."""


@dataclass(frozen=True, slots=True)
class Bookmarking:
    """Keeps quotes for whoever presses the star; the list is for private chats."""

    viewing: Viewing
    bookmarks: Bookmarks

    @property
    def presses(self) -> Presses:
        """What is done when one of these buttons is pressed."""
        return {
            Save: self.on_save,
            Cite: self.on_cite,
            SavedFrom: self.on_turn,
            Unsave: self.on_remove,
            ChooseStyle: self.on_choose,
            ExportSaved: self.on_export,
        }

    async def open(self, message: Message, user_id: int, language: Language) -> None:
        """Send the first page of what somebody saved, in reply to their own private message."""
        await self.viewing.replying.reply(message, await self._list(user_id, 0, language))

    async def on_save(self, query: CallbackQuery, save: Save) -> None:
        """Keep those of the answer's quotes that still stand; a group's answer is saved by everybody."""
        given = await self.viewing.seen(query, save.answer)
        claims = given.claims[save.first : save.first + save.count] if given else ()
        edition = await self._edition(query.message.chat.id if query.message else query.from_user.id)
        standing = [claim for claim in claims if prove(claim, edition)]
        if not given:
            said = Words.ANSWER_UNKNOWN
        elif not standing:
            said = Words.ARTICLE_CHANGED
        elif await self.bookmarks.add(query.from_user.id, standing):
            said = Words.BOOKMARKED
        else:
            said = Words.BOOKMARKS_FULL
        await acknowledge(query, plain(said, await self._language(query), most=LIMITS.keeping.bookmarks))

    async def on_cite(self, query: CallbackQuery, cite: Cite) -> None:
        """Send a quote with its source, where it is too long for a button that copies."""
        given, message = await self.viewing.seen(query, cite.answer), await self._own_message(query)
        claims = given.claims[cite.quote : cite.quote + 1] if given else ()
        if message is None:
            return
        edition = await self._edition(message.chat.id)
        quote = next((prove(claim, edition) for claim in claims), None)
        await acknowledge(query, "" if quote else plain(Words.ARTICLE_CHANGED, await self._language(query)))
        if quote is None:
            return
        page = checked(render_reference(quote, await self._language(query)), edition)
        await self.viewing.replying.reply(message, Post(page))

    async def on_turn(self, query: CallbackQuery, page: SavedFrom) -> None:
        """Turn the list to another page."""
        if message := await self._own_message(query):
            await acknowledge(query)
            await self._show(message, query, page.first)

    async def on_remove(self, query: CallbackQuery, unsave: Unsave) -> None:
        """Remove a saved quote of whoever presses, and show the list without it."""
        if message := await self._own_message(query):
            await self.bookmarks.remove(query.from_user.id, unsave.bookmark)
            await acknowledge(query, plain(Words.BOOKMARK_REMOVED, await self._language(query)))
            await self._show(message, query, unsave.first)

    async def on_choose(self, query: CallbackQuery, _: ChooseStyle) -> None:
        """Ask in which style the list is to be written."""
        if message := await self._own_message(query):
            await acknowledge(query)
            language = await self._language(query)
            await redraw(message, Ours(text(Words.CHOOSE_STYLE, language)), below_styles(language))

    async def on_export(self, query: CallbackQuery, export: ExportSaved) -> None:
        """Send what was saved as a file; what no longer stands is left out, and counted."""
        message = await self._own_message(query)
        if message is None:
            return
        await acknowledge(query)
        edition = await self._edition(message.chat.id)
        looked = [_looked(kept, edition) for kept in await self.bookmarks.some(query.from_user.id)]
        quotes = [one.quote for one in looked if one.quote]
        language, lost = await self._language(query), len(looked) - len(quotes)
        told = Ours(text(Words.EXPORT_LEFT_OUT, language, count=lost)) if lost else None
        if quotes:
            found = references(quotes, export.style, edition, language)
            await hand_over(message, found, _FILE, told)
        else:
            await self._show(message, query, 0)

    async def _show(self, message: Message, query: CallbackQuery, first: int) -> None:
        post = await self._list(query.from_user.id, first, await self._language(query))
        await self.viewing.replying.redraw(message, post)

    async def _list(self, user_id: int, first: int, language: Language) -> Post:
        count = await self.bookmarks.count(user_id)
        first = first if first < count else max(count - LIMITS.keeping.bookmarks_shown, 0)
        kept = await self.bookmarks.some(user_id, first, LIMITS.keeping.bookmarks_shown)
        if not kept:
            return Post(Ours(text(Words.SAVED_NONE, language)))
        edition = await self._edition(user_id)
        page, shown = render_saved([_looked(one, edition) for one in kept], first, count, edition, language)
        rows = [one.id for one in kept[:shown]]
        return Post(checked(page, edition), below_bookmarks(first, rows, count, language))

    async def _own_message(self, query: CallbackQuery) -> Message | None:
        """Return the message with the button in the presser's private chat, where alone this is shown.

        Anywhere else they are told so.
        """
        message = pressed_message(query)
        if message and message.chat.id == query.from_user.id:
            return message
        await acknowledge(query, plain(Words.PRIVATE_ONLY, await self._language(query)))
        return None

    async def _language(self, query: CallbackQuery) -> Language:
        return await language_of_press(query, self.viewing.chats)

    async def _edition(self, chat_id: int) -> Edition:
        return (await self.viewing.sight.of(chat_id)).edition


def _looked(kept: Bookmark, edition: Edition) -> Looked:
    day = datetime.fromtimestamp(kept.saved_at, UTC).date()
    return looked_up_again(kept.claim, day, edition)
