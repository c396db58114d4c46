"""Who is served: what was decided of a person, then of the chat, then the setting, then of everybody."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.basics.limits import LIMITS
from bot.chat.access.admission import Admission
from bot.storage.database import Database
from bot.storage.personal.guests import EVERYBODY, Guests

PERSON, GROUP, KEEPER = 11, -22, 33


@pytest.fixture
async def guests(tmp_path: Path) -> AsyncIterator[Guests]:
    async with Database.open(tmp_path / "quoth.db") as database:
        yield Guests(database)


@pytest.mark.parametrize(
    ("listed", "decided", "is_served"),
    [
        ([], {}, True),
        ([99], {}, False),
        ([PERSON], {}, True),
        ([GROUP], {}, True),
        ([], {EVERYBODY: False}, False),
        ([99], {EVERYBODY: True}, True),
        ([PERSON], {EVERYBODY: False}, True),
        ([], {GROUP: False}, False),
        ([], {PERSON: False, GROUP: True}, False),
        ([], {PERSON: True, GROUP: False}, True),
        ([PERSON], {PERSON: False}, False),
        ([GROUP], {PERSON: False}, False),
        ([99], {GROUP: True}, True),
    ],
)
async def test_a_person_in_a_group_is_served_as_was_decided(
    guests: Guests, listed: list[int], decided: dict[int, bool], *, is_served: bool
) -> None:
    for number, may in decided.items():
        await guests.decide(number, may=may)
    admission = Admission(guests, frozenset({KEEPER}), frozenset(listed))
    assert await admission.serves(PERSON, GROUP) is is_served
    assert await admission.serves(KEEPER, GROUP)


async def test_a_full_list_takes_nobody_new_but_changes(
    guests: Guests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "keeping", replace(LIMITS.keeping, allowed=1))
    assert await guests.decide(PERSON, may=True)
    assert await guests.decide(PERSON, may=False)
    assert not await guests.decide(GROUP, may=True)
