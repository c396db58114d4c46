"""Who was refused is told when other articles give an answer: once, as they wished."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial

from telegram import Bot, CallbackQuery, Message
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError

from bot.basics.limits import LIMITS
from bot.chat.access.admission import Admission
from bot.chat.access.sight import Seen
from bot.chat.pages.buttons import TellMe
from bot.chat.running.owing import Owing
from bot.chat.talk.answering import Answerer
from bot.chat.talk.given import Viewing
from bot.chat.wire.pressing import Presses, acknowledge, pressed_message
from bot.chat.wire.tasks import for_ever
from bot.chat.wire.turns import Turns
from bot.chat.wording.speaking import language_of_press
from bot.chat.wording.texts import plain
from bot.core.nouns import Claim
from bot.core.replies import Answer, together
from bot.languages.interface.messages import Message as Words
from bot.storage.journal import Entry, Given
from bot.storage.personal.owed import Debt
from bot.storage.personal.wishes import Wish, Wished, Wishes
from bot.storage.told import Told, told_of

log = logging.getLogger(__name__)

_SAID = {Wished.TAKEN_BACK: Words.WISH_TAKEN_BACK, Wished.TOO_MANY: Words.WISH_TOO_MANY}


@dataclass(frozen=True, slots=True)
class Telling:
    """Keeps wishes to be told, and grants them when other articles serve."""

    viewing: Viewing
    answer: Answerer
    wishes: Wishes
    owing: Owing
    admission: Admission
    turns: Turns
    clock: Callable[[], float] = time.time

    @property
    def presses(self) -> Presses:
        """What is done when the button below a refusal is pressed."""
        return {TellMe: self.on_wish}

    async def on_wish(self, query: CallbackQuery, press: TellMe) -> None:
        """Keep the wish of whoever was refused, or take it back."""
        wish = await self.wished(query, press.answer)
        said = wish if isinstance(wish, Words) else await self._turn(wish)
        language = await language_of_press(query, self.viewing.chats)
        await acknowledge(query, plain(said, language, most=LIMITS.keeping.wishes))

    async def _turn(self, wish: Wish) -> Words:
        """Keep or take back a wish."""
        kept = await self.wishes.turn(wish)
        elsewhere = wish.tell_in != wish.asked_in
        return _SAID.get(kept, Words.WISH_KEPT if elsewhere else Words.WISH_KEPT_HERE)

    async def wished(self, query: CallbackQuery, answer: int) -> Wish | Words:
        """Return the wish of whoever was refused by this answer and presses, or what is said instead."""
        given, message = await self.viewing.seen(query, answer), pressed_message(query)
        question = await self.viewing.journal.question_to(answer) if given else ""
        if given is None or message is None or not (given.reason and question):
            return Words.ANSWER_UNKNOWN
        if given.asker_id != query.from_user.id:
            return Words.BUTTON_OF_ANOTHER
        return await self._wish(query, message, given, question)

    async def _wish(self, query: CallbackQuery, message: Message, given: Given, question: str) -> Wish:
        """Return a wish that is granted in private where the bot may write and serves, else here."""
        person, language = query.from_user, query.from_user.language_code or ""
        asked_in, number = given.chat_id, given.question_message
        here = message.chat.type == ChatType.PRIVATE or not await self._hears_in_private(query)
        tell_in = message.chat.id if here else person.id
        thread = (message.message_thread_id or 0) if here and message.is_topic_message else 0
        return Wish(person.id, asked_in, number, tell_in, number, thread, language, question)

    async def _hears_in_private(self, query: CallbackQuery) -> bool:
        """Tell whether whoever pressed is served in private, and the bot may write there."""
        person = query.from_user.id
        if not await self.admission.serves(person):
            return False  # who is served in a group alone would wait for ever
        try:
            return await query.get_bot().send_chat_action(person, ChatAction.TYPING)
        except TelegramError:
            return False

    async def look(self, bot: Bot, after: int = 0) -> int:
        """Grant all wishes ``after`` a number that are answered now; return the last number looked at.

        Each is asked of what is seen where it is told; whoever is not served any more waits on.

        Raises StorageError.
        """
        wishes = await self.wishes.all(after)
        for number, wish in wishes.items():
            if not await self.admission.serves(wish.user_id, wish.tell_in):
                continue
            seen = await self.viewing.sight.of(wish.tell_in)
            think = partial(self.answer, wish.question, seen.edition)
            reply = together(await self.turns.think("wishes", wish.user_id, think))
            if isinstance(reply, Answer) and not reply.hedged:
                claims = tuple(quote.claim for quote in reply.quotes)
                found = claims, told_of(reply, waited_for=wish.question), seen
                await self.give(number, wish, found, bot)
        return max(wishes, default=after)

    async def give(
        self, number: int, wish: Wish, found: tuple[tuple[Claim, ...], Told, Seen], bot: Bot
    ) -> bool:
        """Grant a wish; tell whether it was still there. Raises StorageError.

        ``found`` are the quotes, what is told beside them, and what is seen where the wish is granted. The
        answer is written down, then the wish turned into a debt: a death in between repeats the first.
        """
        claims, told, seen = found
        same_chat = wish.tell_in == wish.asked_in
        entry = Entry(
            chat_id=wish.tell_in,
            question_message=wish.question_message if same_chat else -number,
            asker_id=wish.user_id,
            question=wish.question,
            edition=seen.edition.id,
            claims=claims,
            told=told,
            scope=str(seen.scope),
        )
        answer = await self.viewing.journal.begin(entry)
        quiet = wish.tell_in < 0  # others in the group did not ask
        debt = Debt(answer, wish.tell_in, wish.reply_to, wish.thread, wish.language, quiet, self.clock())
        is_there = await self.wishes.grant(number, debt)
        if is_there:
            log.info("answer %d was waited for", answer)
            self.owing.pay_later(debt, bot)
        return is_there


@asynccontextmanager
async def wishes_granted(telling: Telling, bot: Bot) -> AsyncIterator[None]:
    """Look once at each wish with each edition that serves, while the block runs.

    Also with the one that serves when a wish comes: the refusal below which it was made may be older.
    """

    looked, last = "", 0

    async def follow() -> None:
        nonlocal looked, last
        serving = telling.viewing.sight.serving
        last = await telling.look(bot, last if serving == looked else 0)
        looked = serving

    await telling.owing.resume(bot)
    task = asyncio.create_task(for_ever(follow, LIMITS.waiting.wishes, "wishes could not be granted"))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
