"""The door that every update passes: who is not served gets one line, and may ask to be let in."""

import logging
from dataclasses import dataclass, field
from functools import partial

from telegram import CallbackQuery, Chat, InlineKeyboardMarkup, InlineQueryResultsButton, Message, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, TypeHandler, filters

from bot.basics.limits import DAY, LIMITS
from bot.chat.access.admission import Admission
from bot.chat.maintainers.rights import Rights
from bot.chat.pages.buttons import AskIn, LetIn, below_not_served, button, parse_button
from bot.chat.pages.page import Ours
from bot.chat.pages.post import reply, send
from bot.chat.running.handlers import App
from bot.chat.talk.addressing import addressed, command_of, names_me
from bot.chat.talk.answering import Context
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.pressing import Presses, acknowledge, pressed_message
from bot.chat.wording.markup import shortened
from bot.chat.wording.speaking import language_for, language_of_press
from bot.chat.wording.texts import Language, language_of, plain, text
from bot.languages.interface.messages import Message as Words
from bot.storage.chats import Chats
from bot.upkeep import Upkeep

log = logging.getLogger(__name__)

_FOR_ALL = {"privacy", "forget"}
"""Commands in private that are not refused: what is kept about somebody is theirs."""
_LONGEST_NAME = 80
_FIRST = -1
"""The handlers that come before all others."""


@dataclass(frozen=True, slots=True)
class Door:
    """Lets nothing of whoever is not served through; in doubt it is shut."""

    admission: Admission
    rights: Rights
    chats: Chats
    upkeep: Upkeep
    asking: Allowance = field(default_factory=lambda: Allowance(1, DAY))
    """Of each chat: whoever had everything about them deleted may ask again, but not at once."""
    all_asking: Allowance = field(default_factory=lambda: Allowance(LIMITS.asking.requests_an_hour, 3600))
    starts: Allowance = field(default_factory=lambda: Allowance(1))
    """Of each chat: /start says again what was said once."""

    @property
    def presses(self) -> Presses:
        """What is done when one of these buttons is pressed."""
        return {AskIn: self.on_ask, LetIn: self.on_decide}

    async def on_update(self, update: Update, context: Context) -> None:
        """Let an update through, or turn it away. Raises ApplicationHandlerStop, and nothing else."""
        passes = False
        try:
            passes = await self._passes(update, context)
            if not passes:
                await self._turn_away(update, context)
        except Exception as error:
            await context.application.process_error(update, error)
        if not passes:
            raise ApplicationHandlerStop

    async def _passes(self, update: Update, context: Context) -> bool:
        if query := update.inline_query:
            return await self.admission.serves(query.from_user.id)
        if press := update.callback_query:
            asks_in = isinstance(parse_button(press.data or ""), AskIn)
            chat = [press.message.chat.id] if press.message else []
            return asks_in or await self.admission.serves(press.from_user.id, *chat)
        if (change := update.message_reaction) and change.user:
            return await self.admission.serves(change.user.id, change.chat.id)
        message = update.message or update.edited_message
        if message is None or filters.StatusUpdate.ALL.check_update(update):
            return True
        return _is_about_privacy(message, context) or await self.admission.serves(*_ids(message))

    async def _turn_away(self, update: Update, context: Context) -> None:
        if query := update.inline_query:
            words = plain(Words.NOT_SERVED, await language_for(query.from_user, None, self.chats))
            asked = InlineQueryResultsButton(words, start_parameter="inline")
            await query.answer(
                (), cache_time=LIMITS.waiting.unserved_repeated, is_personal=True, button=asked
            )
        elif press := update.callback_query:
            language = await language_of_press(press, self.chats)
            await acknowledge(press, plain(Words.NOT_SERVED, language))
        elif (message := update.message) and await self._is_meant(message, context):
            language = await language_for(message.from_user, message.chat, self.chats)
            said = Ours(text(Words.NOT_SERVED, language))
            tell = partial(reply, message, said, below_not_served(language))
            await self.admission.turn_away(message.chat.id, tell, again=self._starts(message, context))

    async def _is_meant(self, message: Message, context: Context) -> bool:
        """Tell whether a message is for the bot, in a chat that is not served.

        A group is silent where somebody is shut out of it, and where nobody speaks to the bot.
        """
        chat, me = message.chat, context.bot.bot
        if chat.type == ChatType.PRIVATE:
            return True
        is_meant = names_me(message, me) or addressed(message, me) is not None
        return is_meant and not await self.admission.serves(chat.id)

    def _starts(self, message: Message, context: Context) -> bool:
        """Tell whether a person begins anew, who is told again that they are not served."""
        command = command_of(message, context.bot.bot) or ("", "")
        is_private = message.chat.type == ChatType.PRIVATE
        return is_private and command[0] == "start" and self.starts.take(message.chat.id) is None

    async def on_ask(self, query: CallbackQuery, _: AskIn) -> None:
        """Pass on to the maintainers that a chat, or the person of a private one, asks to be let in."""
        message = pressed_message(query)
        language = await language_of_press(query, self.chats)
        if message is None:
            said = Words.BUTTON_TOO_OLD
        elif await self.admission.serves(query.from_user.id, message.chat.id):
            said = Words.LET_IN
        else:
            said = await self._pass_on(query, message.chat, language)
        await acknowledge(query, plain(said, language))

    async def _pass_on(self, query: CallbackQuery, chat: Chat, language: Language) -> Words:
        """Tell every maintainer, once a chat, and no more in an hour than they can look at."""
        number = await self.admission.guests.ask(chat.id, language)
        if number is None:
            return Words.ASKED_IN_BEFORE
        if self.asking.take(chat.id) or self.all_asking.take("all"):
            await self.admission.guests.withdraw(number)
            return Words.ASK_IN_LATER
        reached = [
            await self._tell(query, chat, maintainer, number) for maintainer in self.rights.maintainers
        ]
        if any(reached):
            await self.admission.guests.heard(number)  # not before: a death would leave it unheard for good
            return Words.ASKED_IN
        await self.admission.guests.withdraw(number)
        return Words.ASK_IN_LATER

    async def _tell(self, query: CallbackQuery, chat: Chat, maintainer: int, number: int) -> bool:
        """Ask a maintainer; tell whether they could be reached."""
        language = language_of(await self.chats.language([maintainer]))
        who = shortened(chat.effective_name or "", _LONGEST_NAME)
        words = text(Words.ASKS_IN, language, who=who, id=str(chat.id))
        yes, no = (
            button(LetIn(number, may=True), language),
            button(LetIn(number, may=False), language, Words.BUTTON_KEEP_OUT),
        )
        try:
            await send(query.get_bot(), maintainer, Ours(words), keyboard=InlineKeyboardMarkup([[yes, no]]))
        except TelegramError as error:
            log.info("maintainer %d was not asked to let somebody in: %s", maintainer, error)
            return False
        return True

    async def on_decide(self, query: CallbackQuery, decision: LetIn) -> None:
        """Let in whoever asked, or not, as the first maintainer who presses says; then tell who asked."""
        actor, message = self.rights.actor(query.from_user), pressed_message(query)
        language = await language_of_press(query, self.chats)
        if actor is None or message is None:
            await acknowledge(query, plain(Words.MAINTAINERS_ONLY, language))
            return
        guest = await self.admission.guests.settle(decision.number, may=decision.may)
        await acknowledge(query, "" if guest else plain(Words.ASK_IN_SETTLED, language))
        if guest is None:
            return
        done = Words.LET_IN if decision.may else Words.NOT_LET_IN
        await self.upkeep.note(actor, "allow" if decision.may else "refuse", str(guest.chat_id))
        try:
            await send(query.get_bot(), guest.chat_id, Ours(text(done, language_of(guest.language))))
        except TelegramError as error:
            log.info("chat %d was not told what was decided of it: %s", guest.chat_id, error)
        await self.admission.guests.heard(decision.number)
        await message.edit_reply_markup(None)
        await reply(message, Ours(text(Words.GUEST_IN if decision.may else Words.GUEST_OUT, language)))


def guard(app: App, door: Door) -> None:
    """Let every update pass the door before anything else sees it."""
    app.add_handler(TypeHandler(Update, door.on_update), group=_FIRST)


def _ids(message: Message) -> tuple[int, ...]:
    """Return the id of whoever wrote, be it a chat in whose name it is written, and that of the chat."""
    author = message.sender_chat or message.from_user
    return (author.id, message.chat.id) if author else (message.chat.id,)


def _is_about_privacy(message: Message, context: Context) -> bool:
    command = command_of(message, context.bot.bot)
    return message.chat.type == ChatType.PRIVATE and command is not None and command[0] in _FOR_ALL
