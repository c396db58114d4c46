"""Every failure that Quoth raises on purpose.

BotError
├── SettingsError    the environment says something that cannot be followed
├── CorpusError      the folder of articles as a whole cannot be read
├── ArticleError     one file was refused (with line and reason); all others load
├── StorageError     the database cannot be read or written
└── MisquoteError    a message differs from the articles that it quotes; it is not sent

Expected outcomes (an abstention, a refused file in a report) are values, not exceptions.
"""


class BotError(Exception):
    """The base; its message is one line that says what to do."""


class SettingsError(BotError):
    """The environment says something that cannot be followed."""


class CorpusError(BotError):
    """The folder of articles as a whole cannot be read."""


class ArticleError(BotError):
    """One file was refused. ``line`` is 1-based, None where no line is to blame."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


class StorageError(BotError):
    """The database cannot be read or written."""


class MisquoteError(BotError):
    """A message differs from the articles that it quotes; it is not sent."""
