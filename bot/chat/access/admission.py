"""Who is served: everybody, or whom a setting lists and whom maintainers have let in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.storage.personal.guests import EVERYBODY, Guests


@dataclass(frozen=True, slots=True)
class Admission:
    """Maintainers are served always; ``listed`` are the ids of the setting, empty where it lists nobody."""

    guests: Guests
    maintainers: frozenset[int]
    listed: frozenset[int]
    telling: set[int] = field(default_factory=set)
    """Chats that are told just now that they are not served: several people may write in one at once."""

    async def serves(self, *ids: int) -> bool:
        """Tell whether whoever has these ids, a person's before the chat's, is served. Raises StorageError.

        What was decided of a person comes before what was of the chat, and both before the setting.
        """
        if not self.maintainers.isdisjoint(ids):
            return True
        decided = await self.guests.decided((*ids, EVERYBODY))
        own = next((decided[one] for one in ids if one in decided), None)
        if own is not None:
            return own
        return not self.listed.isdisjoint(ids) or decided.get(EVERYBODY, not self.listed)

    async def turn_away(
        self, chat_id: int, tell: Callable[[], Awaitable[object]], *, again: bool = False
    ) -> None:
        """Tell a chat once, or ``again``, that it is not served, and note it, also if it could not be told.

        What a death cuts short is not noted: its update comes again, and is answered then. Raises
        StorageError, and what ``tell`` raises.
        """
        if chat_id in self.telling:
            return
        self.telling.add(chat_id)
        try:
            failed = await _failure(tell) if again or not await self.guests.was_told(chat_id) else None
            await self.guests.tell(chat_id)
        finally:
            self.telling.discard(chat_id)
        if failed:
            raise failed


async def _failure(tell: Callable[[], Awaitable[object]]) -> Exception | None:
    """Return why a chat could not be told, None if it was."""
    try:
        await tell()
    except Exception as error:
        return error
    return None
