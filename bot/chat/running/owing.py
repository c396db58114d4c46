"""Answers that are owed are sent when they are due, once, also after a death of the process."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from telegram import Bot, Chat, Message
from telegram.constants import ChatType

from bot.chat.access.admission import Admission
from bot.chat.talk.given import Viewing
from bot.chat.wording.texts import language_of
from bot.storage.personal.owed import Debt, Owed


@dataclass(frozen=True, slots=True)
class Owing:
    """Sends what is owed to whoever is served still. What was begun before a death is offered."""

    viewing: Viewing
    owed: Owed
    admission: Admission

    async def resume(self, bot: Bot) -> None:
        """Begin with all that was owed at the last stop, or death. Raises StorageError."""
        for debt in await self.owed.all():
            self.pay_later(debt, bot)

    def pay_later(self, debt: Debt, bot: Bot) -> None:
        """Send an answer when it is due, beside everything else."""
        self.viewing.replying.pay_later(debt, partial(self._pay, debt, bot))

    async def _pay(self, debt: Debt, bot: Bot) -> None:
        given = await self.viewing.journal.given(debt.answer)
        if given is None:
            return  # it was forgotten, and the debt with it
        if not await self.admission.serves(given.asker_id or debt.chat_id, debt.chat_id):
            await self.owed.settle(given.id)
            return
        place, language = _place(debt, bot), language_of(debt.language)
        if debt.begun:
            await self.viewing.replying.offer_owed(place, given.id, language)
            return
        post = replace(await self.viewing.post(place, given, language), quiet=debt.quiet)
        await self.viewing.replying.give_owed(place, given.id, post, language)


def _place(debt: Debt, bot: Bot) -> Message:
    """Return the message that an answer is sent in reply to, as far as sending needs it."""
    kind = ChatType.PRIVATE if debt.chat_id > 0 else ChatType.SUPERGROUP
    place = Message(
        debt.reply_to,
        datetime.now(UTC),
        Chat(debt.chat_id, kind),
        message_thread_id=debt.thread or None,
        is_topic_message=bool(debt.thread) or None,
    )
    place.set_bot(bot)
    return place
