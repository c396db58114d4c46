from bot.storage.database import Database
from bot.storage.maintaining.history import Deed, History
from tests.storage.conftest import Clock


async def test_the_last_deeds_come_first(database: Database, clock: Clock) -> None:
    history = History(database, clock)
    first = await history.begin(Deed("reload", 1001, "", "e1"))
    await history.end(first, "+2", "e2")
    clock.now += 5
    second = await history.begin(Deed("rollback", None, "e1", "e2"))
    await history.end(second, "e1", "e1")
    done = [Deed("rollback", None, "e1", "e2", "e1"), Deed("reload", 1001, "+2", "e1", "e2")]
    assert await history.last(10) == [(clock.now, done[0]), (clock.now - 5, done[1])]
    assert await history.last(1) == [(clock.now, done[0])]


async def test_a_deed_that_did_not_end_is_known_as_such(database: Database, clock: Clock) -> None:
    history = History(database, clock)
    ended = await history.begin(Deed("reload"))
    cut = await history.begin(Deed("add", 1001, "kiln.md", "e1"))
    await history.end(ended, "", "e1")
    assert await history.unfinished() == [(cut, Deed("add", 1001, "kiln.md", "e1"))]
    await history.discard(cut)
    assert await history.unfinished() == []
