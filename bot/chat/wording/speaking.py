"""In which language to speak: a group's own where it has chosen one, else that of whoever is spoken to."""

from telegram import Chat, User

from bot.chat.wording.texts import Language, language_of
from bot.storage.chats import Chats


async def language_for(user: User | None, chat: Chat, chats: Chats) -> Language:
    """Return the language for ``user`` in ``chat``. Raises StorageError."""
    chosen = (await chats.choices(chat.id)).language if chat.type != Chat.PRIVATE else ""
    return language_of(chosen or (user.language_code if user else None))
