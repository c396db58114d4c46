"""Which handler gets which update: the whole map in one place."""

from dataclasses import dataclass
from typing import Any

from telegram import CallbackQuery, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    MessageReactionHandler,
    filters,
)

from bot.chat.pages.buttons import parse_button
from bot.chat.running.granting import Telling
from bot.chat.running.trouble import Trouble
from bot.chat.talk.answering import Answering, Context
from bot.chat.talk.commands import Commands
from bot.chat.talk.inline import Inline
from bot.chat.talk.membership import Membership
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.pressing import Presses, acknowledge, pressed_message, stands_below
from bot.chat.wording.speaking import language_of_press
from bot.chat.wording.texts import plain
from bot.languages.interface.messages import Message as Words

App = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Handlers:
    """Everything that deals with updates."""

    asking: Answering
    inline: Inline
    commands: Commands
    membership: Membership
    trouble: Trouble
    telling: Telling
    others: Presses
    """What is done at the buttons of who is let in or not, and of questions that are handed over."""
    presses: Allowance

    async def on_press(self, update: Update, _: Context) -> None:
        """Do what a button says, unless somebody presses too much."""
        query = update.callback_query
        if query is None:
            return
        if refused := self.presses.take(query.from_user.id):
            language = await language_of_press(query, self.commands.privacy.chats)
            await acknowledge(query, plain(Words.TOO_MANY_QUESTIONS, language, seconds=refused.wait))
        else:
            await self._act(query)

    async def on_reaction(self, update: Update, _: Context) -> None:
        """Take a reaction to an answer for an opinion, unless somebody reacts too much."""
        change = update.message_reaction
        if change and change.user and not self.presses.take(change.user.id):
            await self.commands.viewing.on_reaction(change)

    async def _act(self, query: CallbackQuery) -> None:
        """Do what a button says; one that is forged, or of an older version, is called too old."""
        action, message = parse_button(query.data or ""), pressed_message(query)
        is_forged = message is not None and not stands_below(message, query.data or "")
        does = {**self.commands.presses, **self.telling.presses, **self.others}.get(type(action))
        if is_forged or does is None:
            language = await language_of_press(query, self.commands.privacy.chats)
            await acknowledge(query, plain(Words.BUTTON_TOO_OLD, language))
        else:
            await does(query, action)


def register(app: App, handlers: Handlers) -> None:
    """Add the handlers to the application: of these, only the first that fits an update runs."""
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    text = filters.TEXT | filters.CAPTION
    command = r"(?i)^/(?!ask\b)"
    other_command = filters.Regex(command) | filters.CaptionRegex(command)
    app.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, handlers.membership.on_migration))
    app.add_handler(MessageHandler(new & other_command, handlers.commands.on_command))
    app.add_handler(MessageHandler((new | edited) & text & ~other_command, handlers.asking.on_message))
    wordless = filters.ChatType.PRIVATE & ~text & ~filters.StatusUpdate.ALL
    app.add_handler(MessageHandler(new & wordless, handlers.commands.on_wordless))
    app.add_handler(ChatMemberHandler(handlers.membership.on_change, ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_handler(ChatMemberHandler(handlers.membership.on_rights, ChatMemberHandler.CHAT_MEMBER))
    app.add_handler(CallbackQueryHandler(handlers.on_press))
    app.add_handler(MessageReactionHandler(handlers.on_reaction))
    app.add_handler(InlineQueryHandler(handlers.inline.on_query))
    app.add_error_handler(handlers.trouble.handle)
