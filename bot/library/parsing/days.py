"""A day as people and programs write it."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.DOTALL)
_LONGEST = 60
"""Characters; what is longer tells more than a day."""


def day_of(written: str) -> date | None:
    """Return the day: year, month and day in figures, as mail has it, or in words of a known language.

    A time may follow. None for anything else, also for figures of which either may be the month.

    Raises ValueError for a day that no calendar has.
    """
    text = written.strip()
    if figures := _YEAR_FIRST.fullmatch(text):
        return date(*map(int, figures.groups()))
    if not text or len(text) > _LONGEST:
        return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, OverflowError):
        return _in_words(text)


def _in_words(text: str) -> date | None:
    from bot.core.asking.dates import period  # noqa: PLC0415 - it knows all languages, and hardly any file needs it

    found = period(text)
    return found[0] if found and found[0] == found[1] else None
