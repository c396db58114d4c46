"""How old the sources of an answer are, where that matters: the news of last year is no news."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.chat.wording.markup import Html
from bot.chat.wording.texts import Language, day, text
from bot.core.proving.quote import Quote
from bot.languages.interface.messages import Message
from bot.storage.told import Told

_MONTH, _YEAR = 30.44, 365.25
"""Days, on average."""
_IN_DAYS, _IN_MONTHS = 60, 730
"""Days below which an age is told in days, and in months."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where an answer is read: the day, the age in days from which on sources are old, in a group.

    Where that age is 0, none is old.
    """

    today: date = date.min
    old_after: int = 0
    in_group: bool = False

    @classmethod
    def now(cls, old_after: int, *, in_group: bool = False) -> "Occasion":
        """Return that of today, in UTC."""
        return cls(datetime.now(UTC).date(), old_after, in_group)


UNDATED = Occasion()
"""Alone, on no day in particular: nothing is old."""


def age_note(told: Told, shown: Sequence[Quote], occasion: Occasion, language: Language) -> list[Html]:
    """Return the line that tells how old the newest source of these quotes is.

    It stands where somebody asks how things stand at present, and where the source is older than a setting.
    """
    dates = [known for quote in shown for known in _dates(quote)]
    if not dates:
        return [text(Message.AGE_UNKNOWN, language)] if told.of_now else []
    newest = max(dates)
    age = (occasion.today - newest).days
    if age < 0 or not (told.of_now or 0 < occasion.old_after < age):
        return []
    said, count = _in_words(age)
    return [text(said, language, count=count, day=day(newest, language))]


def _dates(quote: Quote) -> list[date]:
    return [known for known in (quote.article.published, quote.article.modified) if known]


def _in_words(age: int) -> tuple[Message, int]:
    """Return how an age of so many days is told, and the number that it is told with."""
    if age < _IN_DAYS:
        return Message.AGE_DAYS, age
    if age < _IN_MONTHS:
        return Message.AGE_MONTHS, int(age / _MONTH)
    return Message.AGE_YEARS, int(age / _YEAR)
