import asyncio
from collections.abc import AsyncIterator, Awaitable
from pathlib import Path

import pytest
from telegram import CallbackQuery, Chat, InlineQuery, Message, Update, User
from telegram.ext import ExtBot

from bot.chat.wire.intake import Dropped, Intake
from bot.chat.wire.metrics import Metrics
from bot.chat.wire.order import Order
from bot.chat.wire.tasks import Tasks
from bot.storage.database import Database
from bot.storage.inbox import Inbox
from tests.chat.talk.test_addressing import AYA, NOW

BOT: ExtBot[None] = ExtBot("1:x")


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    async with Database.open(tmp_path / "quoth.db") as database:
        yield Inbox(database, 1)


@pytest.fixture
def intake(inbox: Inbox) -> Intake:
    return Intake(inbox, Metrics(), limit=3)


def body(number: int, chat: int) -> dict[str, object]:
    sender = {"id": 1, "is_bot": False, "first_name": "Aya"}
    place = {"id": chat, "type": "private"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 0, "chat": place, "from": sender},
    }


def update(number: int, chat: int = 1) -> Update:
    return Update(number, message=Message(number, NOW, Chat(chat, "private"), from_user=AYA))


def posted(number: int, person: int, group: int = -1) -> Update:
    """What somebody writes in a group."""
    writer = User(person, "Somebody", is_bot=False)
    return Update(number, message=Message(number, NOW, Chat(group, "supergroup"), from_user=writer))


def pressed(number: int, person: int) -> Update:
    """A press of a button in the one group."""
    presser = User(person, "Somebody", is_bot=False)
    message = Message(1, NOW, Chat(-1, "supergroup"))
    return Update(number, callback_query=CallbackQuery(str(number), presser, "x", message=message))


def inline(number: int, user: int = 1) -> Update:
    return Update(number, inline_query=InlineQuery(str(number), User(user, "Aya", is_bot=False), "x", ""))


class Work:
    """Work that starts, waits for a sign, and notes both."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}

    async def do(self, name: str) -> None:
        self.log.append(f"{name} begins")
        await self.gates.setdefault(name, asyncio.Event()).wait()
        self.log.append(f"{name} ends")

    def let(self, name: str) -> None:
        self.gates.setdefault(name, asyncio.Event()).set()


def begin(order: Order, work: Work, item: Update, name: str) -> "asyncio.Task[None]":
    return asyncio.create_task(order.process_update(item, work.do(name)))


async def settle() -> None:
    """Let everything run that can run."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_one_chat_is_served_in_order_and_chats_side_by_side(intake: Intake) -> None:
    order, work = Order(intake, 10, Tasks()), Work()
    tasks = [
        begin(order, work, update(1, chat=1), "first"),
        begin(order, work, update(2, chat=1), "second"),
        begin(order, work, update(3, chat=2), "other"),
    ]
    await settle()
    assert work.log == ["first begins", "other begins"]
    for name in ("second", "first", "other"):
        work.let(name)
    await asyncio.gather(*tasks)
    assert work.log.index("first ends") < work.log.index("second begins")


async def test_in_a_group_nobody_waits_for_what_others_wrote(intake: Intake) -> None:
    order, work = Order(intake, 10, Tasks()), Work()
    tasks = [
        begin(order, work, posted(1, person=1), "first"),
        begin(order, work, posted(2, person=1), "second"),
        begin(order, work, posted(3, person=2), "other"),
    ]
    await settle()
    assert work.log == ["first begins", "other begins"]
    for name in ("first", "second", "other"):
        work.let(name)
    await asyncio.gather(*tasks)


async def test_what_one_person_writes_in_many_groups_is_served_in_order(intake: Intake) -> None:
    order, work = Order(intake, 10, Tasks()), Work()
    tasks = [begin(order, work, posted(n, person=1, group=-n), f"group {n}") for n in range(1, 4)]
    await settle()
    assert work.log == ["group 1 begins"]
    for number in range(1, 4):
        work.let(f"group {number}")
    await asyncio.gather(*tasks)
    assert work.log == [f"group {n} {moment}" for n in range(1, 4) for moment in ("begins", "ends")]


async def test_presses_in_one_chat_are_served_in_order_whoever_presses(intake: Intake) -> None:
    order, work = Order(intake, 10, Tasks()), Work()
    tasks = [
        begin(order, work, pressed(1, person=1), "first"),
        begin(order, work, pressed(2, person=2), "second"),
    ]
    await settle()
    assert work.log == ["first begins"]
    for name in ("first", "second"):
        work.let(name)
    await asyncio.gather(*tasks)


async def test_a_newer_inline_query_ends_the_older_of_that_person(intake: Intake) -> None:
    order, work = Order(intake, 10, Tasks()), Work()
    older = begin(order, work, inline(1), "older")
    other = begin(order, work, inline(2, user=2), "other")
    await settle()
    newer = begin(order, work, inline(3), "newer")
    for name in ("newer", "other"):
        work.let(name)
    await asyncio.gather(newer, other)
    assert older.cancelled()
    assert {"newer ends", "other ends"} <= set(work.log)


async def test_failing_work_holds_up_nobody(intake: Intake) -> None:
    order, work = Order(intake, 10, Tasks()), Work()

    async def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await order.process_update(update(1), fail())
    work.let("next")
    await begin(order, work, update(2), "next")
    assert work.log == ["next begins", "next ends"]


async def test_what_is_done_is_handled_and_what_is_cancelled_comes_again(
    inbox: Inbox, intake: Intake
) -> None:
    order, work = Order(intake, 10, Tasks()), Work()
    done, cut, waiting = await intake.take([body(1, 1), body(2, 2), body(3, 2)], BOT)
    work.let("done")
    await begin(order, work, done, "done")
    tasks = [begin(order, work, cut, "cut"), begin(order, work, waiting, "waiting")]
    await settle()
    order.cancel()
    await asyncio.wait(tasks)
    assert [received.id for received in await inbox.unhandled()] == [2, 3]
    assert [u.update_id for u in await intake.left_over(BOT)] == [2, 3]


async def test_an_update_is_handled_when_what_goes_on_beside_has_ended_and_comes_again_where_that_was_cut(
    inbox: Inbox, intake: Intake
) -> None:
    tasks = Tasks()
    order, gate = Order(intake, 10, tasks), asyncio.Event()

    async def unheard(_: Exception) -> None: ...

    async def begins(update_id: int, work: Awaitable[object]) -> None:
        tasks.begin(_awaited(work), unheard, update_id)

    done, cut = await intake.take([body(1, 1), body(2, 2)], BOT)
    working = [
        asyncio.create_task(order.process_update(done, begins(1, gate.wait()))),
        asyncio.create_task(order.process_update(cut, begins(2, asyncio.Event().wait()))),
    ]
    await settle()
    assert [received.id for received in await inbox.unhandled()] == [1, 2]
    gate.set()
    await working[0]
    await tasks.end()
    await working[1]
    assert [received.id for received in await inbox.unhandled()] == [2]


async def _awaited(work: Awaitable[object]) -> None:
    await work


async def test_what_comes_again_while_it_is_at_work_is_not_taken_for_handled(
    inbox: Inbox, intake: Intake
) -> None:
    order, work = Order(intake, 10, Tasks()), Work()
    (first,) = await intake.take([body(1, 1)], BOT)
    task = begin(order, work, first, "first")
    await settle()
    await order.process_update(Dropped(1), settle())
    assert [received.id for received in await inbox.unhandled()] == [1]
    work.let("first")
    await task
    assert await inbox.unhandled() == []


async def test_no_more_is_taken_in_than_may_be_worked_on(intake: Intake) -> None:
    await intake.take([body(n, n) for n in (1, 2, 3)], BOT)
    assert intake.full
    room = asyncio.create_task(intake.room())
    await settle()
    assert not room.done()
    await intake.handled(2)
    await room
    assert not intake.full
