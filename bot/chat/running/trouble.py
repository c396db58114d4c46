"""What goes wrong: told to the person in one line, to the log and the operators with an id."""

import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import CallbackContext

from bot.basics.errors import BotError, StorageError
from bot.basics.limits import LIMITS
from bot.chat.pages.page import Ours
from bot.chat.pages.post import reply
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.metrics import Metrics
from bot.chat.wording.markup import Html, bold, code, escape, join
from bot.chat.wording.speaking import language_for
from bot.chat.wording.texts import Language, language_of, text
from bot.core.index.engine import IndexFailure
from bot.languages.interface.messages import Message
from bot.storage.chats import Chats

log = logging.getLogger(__name__)

_HARMLESS = ("query is too old", "message is not modified", "message to edit not found")
_SHUT_OUT = (
    "chat not found",
    "not enough rights",
    "have no rights to send",
    "topic_closed",
    "chat_write_forbidden",
    "message thread not found",
    "need administrator rights",
)


ToOperators = Callable[[Html], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Trouble:
    """The error handler. ``report`` sends a message to the operators, None if they want none."""

    chats: Chats
    metrics: Metrics
    report: ToOperators | None = None
    reports: Allowance = field(default_factory=lambda: Allowance(LIMITS.asking.reports_a_minute))
    told: Allowance = field(default_factory=lambda: Allowance(LIMITS.asking.troubles_a_minute))
    """Of each chat, and of the operators for each kind of trouble: a full disk fails every update."""

    async def handle(self, update: object, context: CallbackContext) -> None:  # type: ignore[type-arg]
        """Deal with an error that a handler raised. Never raises."""
        error = context.error
        if error is None:
            return
        try:
            await self._deal(update if isinstance(update, Update) else None, error)
        except Exception as second:
            log.critical("while dealing with trouble: %s", type(second).__name__)

    async def _deal(self, update: Update | None, error: Exception) -> None:
        self.metrics.count("errors", type(error).__name__)
        words = str(error).casefold()
        chat = update.effective_chat if update else None
        if isinstance(error, ChatMigrated):  # everything has been moved; what was to be changed is history
            return
        if isinstance(error, BadRequest) and any(part in words for part in _HARMLESS):
            return
        if isinstance(error, IndexFailure):
            await self._tell(update, lambda language: text(Message.REFUSED_CANNOT_LOOK_UP, language))
        elif isinstance(error, Forbidden) and chat:
            log.info("chat %s is out of reach: %s", chat.id, error)
            await self.chats.set_active(chat.id, active=False)
        elif isinstance(error, BadRequest) and any(part in words for part in _SHUT_OUT):
            log.info("the bot may not write in chat %s: %s", chat.id if chat else "?", error)
        elif isinstance(error, RetryAfter) or (
            isinstance(error, NetworkError) and not isinstance(error, BadRequest)
        ):
            log.warning("gave up: %s", error)
        else:
            await self._note(update, error)

    async def _note(self, update: Update | None, error: Exception) -> None:
        """An error of ours: give it an id, tell who asked and who operates."""
        trouble_id = secrets.token_hex(4)
        log.error("trouble %s: %s", trouble_id, "\n".join(outline(error)), extra={"trouble": trouble_id})
        if self.report and self._is_news(error):
            heading = join([bold(escape(f"Trouble {trouble_id}")), escape("\n")])
            await self.report(join([heading, code("\n".join(outline(error))[:3000])]))
        await self._tell(update, lambda language: text(Message.ERROR, language, id=trouble_id))

    async def _tell(self, update: Update | None, words: Callable[[Language], Html]) -> None:
        """Tell whoever asked, unless the chat has just heard of trouble."""
        if update and update.effective_message and not self._was_told(update.effective_message.chat.id):
            language = await self._language(update)
            await reply(update.effective_message, Ours(words(language)))

    async def _language(self, update: Update) -> Language:
        """Return the language of whoever is told, also where it is the database that is in trouble."""
        user = update.effective_user
        try:
            return await language_for(user, update.effective_chat, self.chats)
        except StorageError:
            return language_of(user.language_code if user else None)

    def _is_news(self, error: Exception) -> bool:
        """Tell whether the operators have not just heard of this kind of trouble, or of too much else."""
        return self.told.take(tuple(outline(error))) is None and self.reports.take("report") is None

    def _was_told(self, chat_id: int) -> bool:
        return self.told.take(chat_id) is not None


def outline(error: BaseException) -> list[str]:
    """Return what failed and where, without anything that a person wrote.

    Messages of exceptions are left out unless they are Telegram's or our own: others may quote a question.
    """
    lines = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    told = f": {error}" if isinstance(error, TelegramError | BotError) else ""
    cause = error.__cause__ or error.__context__
    return [*(outline(cause) if cause else []), *lines[-12:], type(error).__name__ + told]
