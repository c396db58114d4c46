"""An answer reaches its chat once: sent, changed in place, or offered where nobody knows if it arrived."""

import asyncio
import logging
import time
from dataclasses import dataclass

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

        Where Telegram asks to wait long, it is sent after that, also after a restart, and nothing else of its
        chat waits for it: returns False then.
        """
        try:
            sent = await self.reply(question, post)
        except RetryAfter as error:
            if seconds_of(error) > LIMITS.waiting.flood or len(self.tasks.running) >= LIMITS.waiting.late:
                await self.journal.discard(answer_id)
                raise
            log.warning("answer %d comes in %g s: Telegram asks to wait", answer_id, seconds_of(error))
            await self.owed.add(_debt(question, answer_id, post, language, time.time() + seconds_of(error)))
            self._give_later(seconds_of(error), question, answer_id, post, language)
            return False
        except TelegramError as error:
            if not may_have_arrived(error):
                await self.journal.discard(answer_id)
                raise
            log.warning("answer %d may have arrived or not: %s", answer_id, error)
            await self.offer(question, answer_id, language)
        else:
            await self.journal.sent(answer_id, sent.message_id)
        return True

    async def give_owed(self, question: Message, answer_id: int, post: Post, language: Language) -> None:
        """Send what is owed, once: what a death interrupts is offered at the next start."""
        await self.owed.begin(answer_id)
        if await self.give(question, answer_id, post, language):
            await self.owed.settle(answer_id)

    def _give_later(
        self, wait: float, question: Message, answer_id: int, post: Post, language: Language
    ) -> None:
        async def later() -> None:
            await asyncio.sleep(wait)
            await self.give_owed(question, answer_id, post, language)

        async def trouble(error: Exception) -> None:
            self.metrics.count("errors", type(error).__name__)
            log.warning("answer %d never came: %s", answer_id, type(error).__name__)

        self.tasks.begin(later(), trouble)

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

    async def offer(self, question: Message, answer_id: int, language: Language) -> None:
        """Say that the answer may be missing, with a button that shows it. Raises TelegramError.

        This is repeated where an answer would not be: two offers are a blemish, two answers a fault.
        """
        self.metrics.count("answers", "uncertain")
        words = Ours(text(Words.MAYBE_SENT, language))
        keyboard = InlineKeyboardMarkup([[button(ShowAnswer(answer_id), language)]])
        for pause in LIMITS.waiting.offers:
            await asyncio.sleep(pause)
            try:
                await reply(question, words, keyboard)
            except NetworkError as error:
                if isinstance(error, BadRequest):
                    raise
                log.warning("answer %d could not be offered: %s", answer_id, error)
            else:
                return

    def _check(self, page: Sendable, sent: Message) -> None:
        if not carries(sent.text or "", page.shown):
            self.metrics.count("errors", "changed_on_the_way")
            log.error("message %d in chat %d does not show its quotes", sent.message_id, sent.chat.id)


def _debt(question: Message, answer: int, post: Post, language: Language, due_at: float) -> Debt:
    thread = (question.message_thread_id or 0) if question.is_topic_message else 0
    return Debt(answer, question.chat.id, question.message_id, thread, language, post.quiet, due_at)
