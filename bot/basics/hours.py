"""Times of the day where somebody is: when to be told something, and when not."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of each day, from one minute since midnight to before another; equal ends are no stretch."""

    begin: int = 0
    end: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse ``22:00-07:00``, and "" or ``off`` as no stretch. Raises ValueError."""
        if text.strip().casefold() in {"", "off"}:
            return cls()
        begin, _, end = text.strip().partition("-")
        try:
            return cls(minute_of(begin), minute_of(end))
        except ValueError:
            raise ValueError("should look like 22:00-07:00, or off") from None

    def holds(self, minute: int) -> bool:
        """Tell whether it is such a time at that minute of the day."""
        if self.begin <= self.end:
            return self.begin <= minute < self.end
        return minute >= self.begin or minute < self.end

    def __str__(self) -> str:
        """Return it as ``parse`` reads it."""
        return f"{clock_time(self.begin)}-{clock_time(self.end)}" if self.begin != self.end else "off"


def minute_of(text: str) -> int:
    """Return the minute of the day of a time such as 9:00. Raises ValueError for anything else."""
    found = _TIME.fullmatch(text.strip())
    if not found:
        raise ValueError("should look like 09:00")
    return 60 * int(found[1]) + int(found[2])


def clock_time(minute: int) -> str:
    """Return a minute of the day as clocks show it."""
    return f"{minute // 60:02}:{minute % 60:02}"


def minute_at(now: float, zone: ZoneInfo) -> int:
    """Return the minute of the day that clocks of the zone show at a moment, in seconds since 1970."""
    here = datetime.fromtimestamp(now, zone)
    return 60 * here.hour + here.minute


def last_at(minute: int, zone: ZoneInfo, now: float) -> float:
    """Return the latest moment up to ``now`` that was this minute of the day in the zone.

    A time that a day lacks, since its clocks are put forward, is an hour later on that day.
    """
    here = datetime.fromtimestamp(now, zone)
    today = here.replace(hour=minute // 60, minute=minute % 60, second=0, microsecond=0, fold=0)
    moments = ((today - timedelta(days=days)).astimezone(UTC).timestamp() for days in range(3))
    return next(moment for moment in moments if moment <= now)


def zone_of(name: str) -> ZoneInfo:
    """Return the time zone of a name such as Europe/Berlin. Raises ValueError where there is none."""
    try:
        return ZoneInfo(name.strip())
    except (KeyError, ValueError, OSError):
        raise ValueError("should be a time zone such as Europe/Berlin or UTC") from None


@dataclass(frozen=True, slots=True)
class Times:
    """When somebody is not to be told anything, and the time zone in which that is meant."""

    quiet: Hours
    zone: ZoneInfo

    def is_quiet(self, now: float) -> bool:
        """Tell whether a moment, in seconds since 1970, is in the quiet time."""
        return self.quiet.holds(minute_at(now, self.zone))

    def is_due(self, daily: int, told_at: float, now: float) -> bool:
        """Tell whether that minute of the day has come since ``told_at``."""
        return told_at < last_at(daily, self.zone, now)
