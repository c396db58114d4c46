"""Who is served: everybody, or whom a setting lists and whom maintainers have let in."""

from dataclasses import dataclass

from bot.storage.personal.guests import EVERYBODY, Guests


@dataclass(frozen=True, slots=True)
class Admission:
    """Maintainers are served always; ``listed`` are the ids of the setting, empty where it lists nobody."""

    guests: Guests
    maintainers: frozenset[int]
    listed: frozenset[int]

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
