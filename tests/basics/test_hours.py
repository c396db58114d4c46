"""Times of the day hold where somebody is, over midnight and when clocks are changed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.hours import Hours, Times, clock_time, last_at, minute_at, minute_of, zone_of

ZONES = st.sampled_from(["UTC", "Europe/Berlin", "Asia/Almaty", "America/St_Johns", "Pacific/Apia"])
MOMENTS = st.floats(0, 4_000_000_000)
MINUTES = st.integers(0, 1439)
HOUR = 3600


@given(MINUTES, MINUTES)
def test_every_stretch_is_read_as_it_is_written(begin: int, end: int) -> None:
    hours = Hours(begin, end)
    assert Hours.parse(str(hours)) == (hours if begin != end else Hours())
    assert minute_of(clock_time(begin)) == begin


@given(MINUTES, MINUTES, MINUTES)
def test_every_minute_is_in_a_stretch_or_in_the_rest_of_the_day(begin: int, end: int, minute: int) -> None:
    inside, outside = Hours(begin, end).holds(minute), Hours(end, begin).holds(minute)
    assert inside != outside if begin != end else not inside


@pytest.mark.parametrize(
    ("text", "minute"), [("23:30", True), ("06:59", True), ("07:00", False), ("21:59", False)]
)
def test_a_night_reaches_over_midnight(text: str, minute: bool) -> None:
    assert Hours.parse("22:00-7:00").holds(minute_of(text)) is minute


@pytest.mark.parametrize("text", ["22", "22:00", "24:00-07:00", "22:00-07:60", "night", "-"])
def test_what_is_no_stretch_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="22:00-07:00"):
        Hours.parse(text)


@pytest.mark.parametrize("name", ["Berlin/Europe", "", "../etc/passwd", "Europe", "/etc/localtime"])
def test_what_is_no_time_zone_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="time zone"):
        zone_of(name)


@given(MINUTES, ZONES, MOMENTS)
def test_every_minute_was_within_a_day_and_an_hour(minute: int, name: str, now: float) -> None:
    zone = ZoneInfo(name)
    found = last_at(minute, zone, now)
    assert found <= now
    assert now - found < 50 * HOUR  # an island has left out a whole day
    here = datetime.fromtimestamp(found, UTC)
    shown = minute_at(found, zone)
    assert shown == minute or here.second == 0  # else the clocks skipped it
    assert Times(Hours(), zone).is_due(minute, found - 1, now)
    assert not Times(Hours(), zone).is_due(minute, found, found)


def test_a_time_that_clocks_skip_comes_an_hour_later() -> None:
    zone = ZoneInfo("Europe/Berlin")
    spring = datetime(2031, 3, 30, 12, tzinfo=UTC).timestamp()
    assert minute_at(last_at(minute_of("02:30"), zone, spring), zone) == minute_of("03:30")
