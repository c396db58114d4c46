"""What a maintainer chose stays, each choice by itself."""

from bot.storage.database import Database
from bot.storage.maintaining.keepers import Keeper, Keepers


async def test_whoever_has_chosen_nothing_has_what_the_settings_say(database: Database) -> None:
    assert await Keepers(database).of(7) == Keeper(7)


async def test_a_choice_changes_no_other(database: Database) -> None:
    keepers = Keepers(database)
    await keepers.change(7, daily=540, told_at=5.0)
    await keepers.change(7, zone="Europe/Berlin")
    await keepers.change(8, quiet="off")
    await keepers.change(7, daily=None)
    assert await keepers.of(7) == Keeper(7, daily=None, zone="Europe/Berlin", told_at=5.0)
    assert await keepers.of(8) == Keeper(8, quiet="off")
