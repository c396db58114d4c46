"""An answer reaches its chat once: sent, changed in place, or offered where nobody knows if it arrived."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

from telegram import InlineKeyboardMarkup, Message
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.basics.limits import LIMITS
from bot.chat.pages.buttons import ShowAnswer, button
from bot.chat.pages.page import Ours, carries
from bot.chat.pages.post import Post, Sendable, redraw, reply
from bot.chat.wire.delivery import may_have_arrived, seconds_of
from bot.chat.wire.metrics import Metrics
from bot.chat.wire.tasks import Tasks
from bot.chat.wording.texts import Language, text
from bot.languages.interface.messages import Message as Words
from bot.storage.journal import Journal
from bot.storage.personal.owed import Debt, Owed

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Replying:
    """Sends what shows quotes, and keeps the journal true about which answers arrived."""

    journal: Journal
    owed: Owed
    metrics: Metrics
    tasks: Tasks

    async def give(self, question: Message, answer_id: int, post: Post, language: Language) -> bool:
        """Send the answer as a reply; offer it if it is unknown whether it arrived. Raises TelegramError.

        Where Telegram asks to wait long, or is out of reach, that is done later, also after a restart, and
        nothing else of its chat waits for it: returns False then.
        """
        try:
            sent = await self.reply(question, post)
        except TelegramError as error:
            if may_have_arrived(error):
                log.warning("answer %d may have arrived or not: %s", answer_id, error)
                return await self.offer(question, answer_id, language)
            wait = self._put_off(error)
            if wait is None:
                await self.journal.discard(answer_id)
                raise
            log.warning("answer %d comes in %g s: %s", answer_id, wait, error)
            debt = _debt(question, answer_id, language, wait, quiet=post.quiet)
            await self.owed.add(debt)
            self.pay_later(debt, partial(self.give_owed, question, answer_id, post, language))
            return False
        await self.journal.sent(answer_id, sent.message_id)
        return True

    async def give_owed(self, question: Message, answer_id: int, post: Post, language: Language) -> None:
        """Send what is owed, once: what a death interrupts is offered at the next start."""
        await self.owed.begin(answer_id)
        if await self.give(question, answer_id, post, language):
            await self.owed.settle(answer_id)

    async def offer_owed(self, question: Message, answer_id: int, language: Language) -> None:
        """Offer what is owed and may have arrived. Raises TelegramError."""
        if await self.offer(question, answer_id, language):
            await self.owed.settle(answer_id)

    def pay_later(self, debt: Debt, pay: Callable[[], Awaitable[None]]) -> None:
        """Pay a debt when it is due, beside everything else, unless it is owed no longer by then, or anew.

        An answer whose question is too old is given up: it would come as a surprise.
        """

        async def later() -> None:
            await asyncio.sleep(debt.seconds_left(time.time()))
            if not await self.owed.holds(debt):
                return
            given = await self.journal.given(debt.answer)
            if given and time.time() - given.given_at >= LIMITS.waiting.owed:
                await self._give_up(debt.answer)
            else:
                await pay()

        async def trouble(error: Exception) -> None:
            self.metrics.count("errors", type(error).__name__)
            log.warning("answer %d never came: %s", debt.answer, type(error).__name__)

        self.tasks.begin(later(), trouble)

    async def _give_up(self, answer_id: int) -> None:
        log.warning("answer %d is given up: it could not be sent for too long", answer_id)
        if await self.owed.take_back(answer_id):
            await self.journal.discard(answer_id)

    def _put_off(self, error: TelegramError) -> float | None:
        """Return in how many seconds it can be tried again, None where nothing is won by that."""
        if len(self.tasks.running) >= LIMITS.waiting.late:
            return None
        if isinstance(error, RetryAfter):
            return wait if (wait := seconds_of(error)) <= LIMITS.waiting.flood else None
        is_cut_off = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
        return LIMITS.waiting.cut_off if is_cut_off else None

    async def change(self, message: Message, answer_id: int, post: Post) -> None:
        """Put an answer in the place of what ``message`` shows. Raises TelegramError."""
        await self.redraw(message, post)
        await self.journal.sent(answer_id, message.message_id)

    async def reply(self, message: Message, post: Post) -> Message:
        """Send something that is no answer to a question, such as a proof. Raises TelegramError."""
        sent = await reply(message, post.page, post.keyboard, post.about, quiet=post.quiet)
        self._check(post.page, sent)
        return sent

    async def redraw(self, message: Message, post: Post) -> None:
        """Show something else in the message; twice is harmless. Raises TelegramError."""
        if changed := await redraw(message, post.page, post.keyboard):
            self._check(post.page, changed)

    async def offer(self, question: Message, answer_id: int, language: Language) -> bool:
        """Say that the answer may be missing, with a button that shows it. Raises TelegramError.

        This is repeated where an answer would not be: two offers are a blemish, two answers a fault. Where
        Telegram stays out of reach it is done later, also after a restart: returns False then.
        """
        self.metrics.count("answers", "uncertain")
        words = Ours(text(Words.MAYBE_SENT, language))
        keyboard = InlineKeyboardMarkup([[button(ShowAnswer(answer_id), language)]])
        wait = LIMITS.waiting.cut_off
        for pause in LIMITS.waiting.offers:
            await asyncio.sleep(pause)
            try:
                await reply(question, words, keyboard)
            except TelegramError as error:
                put_off = self._put_off(error)
                if put_off is None:
                    raise
                wait = put_off
                log.warning("answer %d could not be offered: %s", answer_id, error)
            else:
                return True
        debt = replace(_debt(question, answer_id, language, wait), begun=True)
        await self.owed.add(debt)
        self.pay_later(debt, partial(self.offer_owed, question, answer_id, language))
        return False

    def _check(self, page: Sendable, sent: Message) -> None:
        if not carries(sent.text or "", page.shown):
            self.metrics.count("errors", "changed_on_the_way")
            log.error("message %d in chat %d does not show its quotes", sent.message_id, sent.chat.id)


def _debt(question: Message, answer: int, language: Language, wait: float, *, quiet: bool = False) -> Debt:
    thread = (question.message_thread_id or 0) if question.is_topic_message else 0
    due_at = time.time() + wait
    return Debt(answer, question.chat.id, question.message_id, thread, language, quiet, due_at)
