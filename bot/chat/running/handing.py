"""A refused question is handed over to maintainers, who answer it with a quote, or with an article."""

import logging
from dataclasses import dataclass, field
from functools import partial

from telegram import CallbackQuery, Message, Update
from telegram.error import TelegramError
from telegram.ext import MessageHandler, filters
from telegram.ext.filters import MessageFilter

from bot.basics.limits import DAY, LIMITS
from bot.chat.access.sight import Seen
from bot.chat.maintainers.rights import Rights
from bot.chat.pages.buttons import (
    DropQuestion,
    HandOver,
    SendQuote,
    below_found,
    below_handed,
    parse_button,
)
from bot.chat.pages.page import Ours
from bot.chat.pages.post import Post, reply, send_in
from bot.chat.running.granting import Telling
from bot.chat.running.handlers import App
from bot.chat.talk.answering import Context
from bot.chat.talk.views import Scene
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.pressing import Presses, acknowledge, pressed_message
from bot.chat.wording.markup import shortened
from bot.chat.wording.speaking import language_for, language_of_press
from bot.chat.wording.texts import Language, language_of, plain, text
from bot.core.nouns import Claim
from bot.core.proving.quote import prove
from bot.core.replies import Answer, together
from bot.languages.interface.messages import Message as Words
from bot.storage.chats import Chats
from bot.storage.journal import Entry
from bot.storage.personal.wishes import Wish, Wished
from bot.storage.told import AskersWords, Told, told_of

log = logging.getLogger(__name__)

_LONGEST = 1_000
"""Signs of a question that maintainers read."""


@dataclass(frozen=True, slots=True)
class HandedTo:
    """The chat in which maintainers read what is handed over, and its topic, None where it has none."""

    chat_id: int
    topic: int | None = None

    @classmethod
    def parse(cls, written: str) -> "HandedTo | None":
        """Read a chat's id, with ``/`` and a topic's behind it; None where nothing is written."""
        chat, _, topic = written.partition("/")
        return cls(int(chat), int(topic) if topic else None) if chat else None


@dataclass(frozen=True, slots=True)
class Handing:
    """Passes questions on, without who asked; what maintainers choose is sent as a granted wish is, once.

    Whoever hands a question over wishes to be told: so a new article that answers it is told as well.
    """

    telling: Telling
    rights: Rights
    place: HandedTo | None
    of_one: Allowance = field(default_factory=lambda: Allowance(LIMITS.asking.handed_a_day, DAY))
    of_all: Allowance = field(default_factory=lambda: Allowance(LIMITS.asking.requests_an_hour, 3600))

    @property
    def _chats(self) -> Chats:
        return self.telling.viewing.chats

    @property
    def presses(self) -> Presses:
        """What is done when one of these buttons is pressed."""
        return {HandOver: self.on_hand_over, SendQuote: self.on_send, DropQuestion: self.on_drop}

    async def on_hand_over(self, query: CallbackQuery, press: HandOver) -> None:
        """Pass the question of whoever was refused on."""
        wish = await self.telling.wished(query, press.answer)
        said = wish if isinstance(wish, Words) else await self._hand_over(query, wish)
        language = await language_of_press(query, self._chats)
        await acknowledge(query, plain(said, language, most=LIMITS.keeping.wishes))

    async def _hand_over(self, query: CallbackQuery, wish: Wish) -> Words:
        if self.place is None or self.of_one.take(wish.user_id) or self.of_all.take("all"):
            return Words.ASK_IN_LATER
        number = await self.telling.wishes.to_hand_over(wish)
        if isinstance(number, Wished):
            return Words.WISH_TOO_MANY if number is Wished.TOO_MANY else Words.HANDED_BEFORE
        language = language_of(await self._chats.language([self.place.chat_id]))
        asked = shortened(wish.question, _LONGEST)
        page = Ours(text(Words.HANDED_QUESTION, language, question=asked))
        below = below_handed(number, language)
        try:
            await send_in(query.get_bot(), self.place.chat_id, self.place.topic, Post(page, below))
        except TelegramError as error:
            log.warning("a question could not be handed over: %s", error)
            return Words.ASK_IN_LATER
        await self.telling.wishes.handed(number)  # not before: a death would leave it unheard for good
        return Words.HANDED_OVER

    async def on_reply(self, update: Update, _: Context) -> None:
        """Look for what a maintainer replies to a question that was handed over, to be chosen from."""
        message = update.message
        number = _handed(message.reply_to_message) if message else None
        if message is None or number is None or message.from_user is None:
            return
        language = await language_for(message.from_user, message.chat, self._chats)
        wish = await self.telling.wishes.one(number)
        if wish is None:
            await reply(message, Ours(text(Words.NOBODY_WAITS, language)))
            return
        seen = await self.telling.viewing.sight.of(wish.tell_in)  # nothing else can be sent there
        think = partial(self.telling.answer, message.text or "", seen.edition)
        found = together(await self.telling.turns.think("wishes", message.from_user.id, think))
        if isinstance(found, Answer):
            await self._offer(message, number, found, seen, language)
        else:
            await reply(message, Ours(text(Words.INLINE_NOTHING, language)))

    async def _offer(
        self, message: Message, number: int, found: Answer, seen: Seen, language: Language
    ) -> None:
        """Show what was found, with a button for each quote that sends it."""
        viewing, told = self.telling.viewing, told_of(found)
        drawn = Scene(seen, language).first(found, told)
        entry = Entry(
            chat_id=message.chat.id,
            question_message=message.message_id,
            asker_id=message.from_user.id if message.from_user else None,
            question=message.text or "",
            edition=seen.edition.id,
            claims=tuple(quote.claim for quote in found.quotes),
            told=told,
            language=language,
            scope=str(seen.scope),
        )
        answer = await viewing.journal.begin(entry)
        below = below_found(number, answer, len(drawn.page.quotes), language)
        await viewing.replying.give(message, answer, Post(drawn.page, below), language)

    async def on_send(self, query: CallbackQuery, press: SendQuote) -> None:
        """Send a quote that a maintainer chose to whoever waits for an answer, once."""
        message, language = pressed_message(query), await language_of_press(query, self._chats)
        given = await self.telling.viewing.journal.given(press.answer)
        claims = given.claims[press.quote : press.quote + 1] if given else ()
        if self.rights.actor(query.from_user) is None:
            said = Words.MAINTAINERS_ONLY
        elif message is None or given is None or given.chat_id != message.chat.id or not claims:
            said = Words.ANSWER_UNKNOWN
        else:
            said = await self._send(press.wish, claims[0], query)
        await acknowledge(query, plain(said, language))

    async def _send(self, number: int, claim: Claim, query: CallbackQuery) -> Words:
        wish = await self.telling.wishes.one(number)
        if wish is None or not await self.telling.admission.serves(wish.user_id, wish.tell_in):
            return Words.NOBODY_WAITS
        seen = await self.telling.viewing.sight.of(wish.tell_in)
        if prove(claim, seen.edition) is None:
            return Words.ARTICLE_CHANGED
        told = Told(words=AskersWords(waited_for=wish.question))
        is_sent = await self.telling.give(number, wish, ((claim,), told, seen), query.get_bot())
        return Words.QUOTE_SENT if is_sent else Words.NOBODY_WAITS

    async def on_drop(self, query: CallbackQuery, _: DropQuestion) -> None:
        """Take the question off the maintainers' hands; a new article may answer it still."""
        message, language = pressed_message(query), await language_of_press(query, self._chats)
        if self.rights.actor(query.from_user) is None or message is None:
            await acknowledge(query, plain(Words.MAINTAINERS_ONLY, language))
            return
        await acknowledge(query)
        await message.edit_reply_markup(None)


class _ToHanded(MessageFilter):
    """Lets through replies to a question that was handed over, which is told by its button."""

    def filter(self, message: Message) -> bool:
        return _handed(message.reply_to_message) is not None


def register_handing(app: App, handing: Handing) -> None:
    """Add the handler of maintainers' replies; it comes before those of questions."""
    maintainer = filters.User(handing.rights.maintainers)
    replied = filters.UpdateType.MESSAGE & filters.TEXT & ~filters.COMMAND & _ToHanded()
    app.add_handler(MessageHandler(replied & maintainer, handing.on_reply))


def _handed(message: Message | None) -> int | None:
    """Return the number of the wish that a message of ours shows to maintainers."""
    rows = message.reply_markup.inline_keyboard if message and message.reply_markup else ()
    actions = (parse_button(str(button.callback_data or "")) for row in rows for button in row)
    return next((action.wish for action in actions if isinstance(action, DropQuestion)), None)
