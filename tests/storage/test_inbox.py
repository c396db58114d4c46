import json

from bot.basics.limits import LIMITS
from bot.storage.database import Database
from bot.storage.inbox import Inbox, Received
from tests.storage.conftest import Clock


async def test_an_update_is_new_only_once(database: Database) -> None:
    inbox = Inbox(database, bot_id=1)
    one, two = Received(1, "{}"), Received(2, "{}")
    assert await inbox.add([one]) == {1}
    assert await inbox.add([one, two, two]) == {2}
    await inbox.handled(1)
    assert await inbox.add([one]) == set()


async def test_what_was_not_handled_comes_back_in_order(database: Database) -> None:
    inbox = Inbox(database, bot_id=1)
    body = json.dumps({"text": 'tab\t "quote" \u0000 ұ \ud83d'})
    await inbox.add([Received(3, body), Received(1, "{}"), Received(2, "{}")])
    await inbox.handled(2)
    assert await inbox.unhandled() == [Received(1, "{}"), Received(3, body)]


async def test_two_bots_do_not_take_each_others_updates(database: Database) -> None:
    assert await Inbox(database, bot_id=1).add([Received(1, "{}")]) == {1}
    assert await Inbox(database, bot_id=2).unhandled() == []
    assert await Inbox(database, bot_id=2).add([Received(1, "{}")]) == {1}


async def test_ids_are_forgotten_when_they_cannot_come_again(database: Database, clock: Clock) -> None:
    inbox = Inbox(database, 1, clock)
    await inbox.add([Received(1, "{}"), Received(2, "{}")])
    await inbox.handled(1)
    clock.now += LIMITS.waiting.updates + 1
    await inbox.purge()
    assert await inbox.unhandled() == [Received(2, "{}")]
    assert await database.row("SELECT count(*) FROM updates") == (1,)
