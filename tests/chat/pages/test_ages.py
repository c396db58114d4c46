"""How old the newest source is, where it matters."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.pages.ages import Occasion, age_note
from bot.chat.wording.texts import Language
from bot.storage.told import Told
from tests.chat.articles import at, quotes

TODAY = date(2031, 6, 1)
ASKED, OF_NOW = Told(), Told(of_now=True)


def noted(told: Told, *published: date | None, old_after: int = 365) -> str:
    shown = [at(quotes()[0], published=day) for day in published]
    lines = age_note(told, shown, Occasion(TODAY, old_after), Language.ENGLISH)
    return "".join(line.visible for line in lines)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "age"), [(0, "0 days"), (1, "1 day"), (59, "59 days"), (61, "2 months"), (800, "2 years")]
)
def test_who_asks_how_things_stand_is_told_how_old_the_newest_source_is(days: int, age: str) -> None:
    assert f"is {age} old: " in noted(OF_NOW, ago(days), ago(days + 400), None)


@pytest.mark.parametrize(("old_after", "told"), [(365, True), (399, True), (400, False), (0, False)])
def test_who_asks_otherwise_is_told_from_a_setting_on(old_after: int, told: bool) -> None:
    assert bool(noted(ASKED, ago(400), old_after=old_after)) is told


def test_the_newest_source_counts_and_its_last_change() -> None:
    assert noted(ASKED, ago(400), ago(3)) == ""
    changed = at(quotes()[0], published=ago(900), modified=ago(3))
    assert age_note(ASKED, [changed], Occasion(TODAY, 365), Language.ENGLISH) == []


def test_where_no_date_is_known_that_is_told_only_to_who_asks_for_it() -> None:
    assert noted(OF_NOW, None) == "The sources quoted here do not tell their date."
    assert noted(ASKED, None) == ""


@given(st.dates(), st.dates(), st.booleans(), st.sampled_from(Language))
def test_every_age_is_told_in_every_language_and_none_of_days_to_come(
    today: date, published: date, of_now: bool, language: Language
) -> None:
    shown = [at(quotes()[0], published=published)]
    told = age_note(Told(of_now=of_now), shown, Occasion(today, 365), language)
    is_old = of_now or (today - published).days > 365
    assert len(told) == (published <= today and is_old)
