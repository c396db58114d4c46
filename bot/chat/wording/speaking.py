"""In which language to speak: a group's own where it has chosen one, else that of whoever is spoken to."""

from telegram import CallbackQuery, Chat, User

from bot.chat.wording.texts import Language, language_of
from bot.storage.chats import Chats


async def language_for(user: User | None, chat: Chat | None, chats: Chats) -> Language:
    """Return the language for ``user`` in ``chat``: what they chose goes before what their app is in.

    Raises StorageError.
    """
    speakers = [one.id for one in (chat, user) if one]
    return language_of(await chats.language(speakers) or (user.language_code if user else None))


async def language_of_press(query: CallbackQuery, chats: Chats) -> Language:
    """Return the language for whoever pressed a button. Raises StorageError."""
    return await language_for(query.from_user, query.message.chat if query.message else None, chats)
