"""Every failure that Quoth raises on purpose.

BotError
├── SettingsError    the environment says something that cannot be followed
├── CorpusError      the folder of articles as a whole cannot be read
├── ArticleError     one file was refused (with line and reason); all others load
│   └── FieldError   one field of it cannot be right
├── StorageError     the database cannot be read or written
└── MisquoteError    a message differs from the articles that it quotes; it is not sent

Expected outcomes (an abstention, a refused file in a report) are values, not exceptions.
What can be read in a chat is a named message with values; what only a shell or a log shows is English.
"""

from bot.languages.interface.messages import Message
from bot.languages.interface.saying import Said, say


class BotError(Exception):
    """The base; as a ``str`` it is one English line that says what to do.

    ``sentence`` is the same, to be said in any language where it is one of our messages.
    """

    sentence: Said | str

    def __init__(self, sentence: Message | Said | str, **values: str | int | Said) -> None:
        self.sentence = say(sentence, **values) if isinstance(sentence, Message) else sentence
        super().__init__(self.sentence)


def told(error: OSError) -> str:
    """Return what the system says of a failure, in its own words."""
    return error.strerror or str(error)


class SettingsError(BotError):
    """The environment says something that cannot be followed."""


class CorpusError(BotError):
    """The folder of articles as a whole cannot be read."""

    sentence: Said  # pyright: ignore[reportIncompatibleVariableOverride] (it is set once)

    def __init__(self, sentence: Message | Said, **values: str | int | Said) -> None:
        super().__init__(sentence, **values)


class ArticleError(BotError):
    """One file was refused. ``line`` is 1-based, None where no line is to blame."""

    sentence: Said  # pyright: ignore[reportIncompatibleVariableOverride] (it is set once)

    def __init__(self, sentence: Message | Said, line: int | None = None, **values: str | int | Said) -> None:
        super().__init__(sentence, **values)
        self.line = line

    @property
    def reason(self) -> str:
        """Why, in English."""
        return str(self)


class FieldError(ArticleError, ValueError):
    """A field of an article cannot be right; a ValueError, so that pydantic takes it for one."""


class StorageError(BotError):
    """The database cannot be read or written."""


class MisquoteError(BotError):
    """A message differs from the articles that it quotes; it is not sent."""
