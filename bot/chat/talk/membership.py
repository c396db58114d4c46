"""The bot is added, blocked, removed, or its group becomes a supergroup."""

import logging
from dataclasses import dataclass
from functools import partial

from telegram import Bot, ChatMember, Update
from telegram.constants import ChatType

from bot.chat.access.admission import Admission
from bot.chat.pages.buttons import below_not_served
from bot.chat.pages.page import Ours
from bot.chat.pages.post import send
from bot.chat.talk.administrators import Administrators
from bot.chat.talk.answering import Context
from bot.chat.wording.speaking import language_for
from bot.chat.wording.texts import Language, text
from bot.languages.interface.messages import Message as Words
from bot.storage.chats import Chats

log = logging.getLogger(__name__)

_IN = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER}
_OUT = {ChatMember.LEFT, ChatMember.BANNED}


@dataclass(frozen=True, slots=True)
class Membership:
    """Keeps track of where the bot can be heard."""

    chats: Chats
    administrators: Administrators
    admission: Admission

    async def on_change(self, update: Update, context: Context) -> None:
        """Remember whether the chat can be reached; greet a group once, forget the one that was left."""
        change = update.my_chat_member
        if change is None:
            return
        before, after = change.old_chat_member.status, change.new_chat_member.status
        if after in _OUT:
            await self.chats.forget(change.chat.id)
        await self.chats.set_active(change.chat.id, active=after in _IN)
        in_group = change.chat.type in {ChatType.GROUP, ChatType.SUPERGROUP}
        if in_group and before in _OUT and after in _IN:
            await self._greet(
                context.bot, change.chat.id, await language_for(change.from_user, change.chat, self.chats)
            )

    async def _greet(self, bot: Bot, group: int, language: Language) -> None:
        """Say how to ask, or, once, that the group is not served."""
        if await self.admission.serves(group):
            words = text(Words.GROUP_HELLO, language, bot=f"@{bot.username}")
            await send(bot, group, Ours(words))
        else:
            said = Ours(text(Words.NOT_SERVED, language))
            tell = partial(send, bot, group, said, keyboard=below_not_served(language))
            await self.admission.turn_away(group, tell)

    async def on_rights(self, update: Update, _: Context) -> None:
        """Ask anew who administers a group where somebody's rights have changed."""
        if update.chat_member:
            self.administrators.forget(update.chat_member.chat.id)

    async def on_migration(self, update: Update, _: Context) -> None:
        """Let everything that is kept about a group follow it to its new id."""
        message = update.effective_message
        if message and message.migrate_to_chat_id:
            await self.chats.move(message.chat.id, message.migrate_to_chat_id)
        elif message and message.migrate_from_chat_id:
            await self.chats.move(message.migrate_from_chat_id, message.chat.id)
