"""Who may change the articles: the user ids in the settings, and nobody else."""

from dataclasses import dataclass

from telegram import Message, User

from bot.upkeep import Actor


@dataclass(frozen=True, slots=True)
class Rights:
    """The maintainers. Being an administrator of a group, or named like a maintainer, gives no right."""

    maintainers: frozenset[int]

    def actor(self, user: User | None) -> Actor | None:
        """Return who acts, None if that person is no maintainer."""
        if user is None or user.is_bot or user.id not in self.maintainers:
            return None
        return Actor(user.first_name or str(user.id), user.id)

    def writer(self, message: Message) -> Actor | None:
        """Return who wrote a message, None if it was no maintainer, or nobody knows who."""
        return None if message.sender_chat else self.actor(message.from_user)


def is_anonymous(message: Message) -> bool:
    """Tell whether an administrator wrote in the name of the group: then a button asks who it is."""
    return message.sender_chat is not None and message.sender_chat.id == message.chat.id
