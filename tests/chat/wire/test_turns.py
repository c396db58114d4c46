import asyncio
import threading
from collections import Counter
from collections.abc import Iterable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.wire.turns import Turns

Asked = tuple[str, int]
"""A door and a person."""
people = st.tuples(st.sampled_from(["chat", "inline", "page"]), st.integers(0, 4))


class Held:
    """Turns of which one is taken until it is let go, so that all others wait."""

    def __init__(self) -> None:
        self.turns = Turns()
        self.order: list[object] = []
        self._gate = threading.Event()
        self._holder: asyncio.Task[object] | None = None

    async def hold(self) -> None:
        self._holder = asyncio.create_task(self.turns.think("chat", "holder", self._gate.wait))
        await asyncio.sleep(0)

    def ask(self, door: str, person: int, name: object) -> "asyncio.Task[None]":
        return asyncio.create_task(self.turns.think(door, person, lambda: self.order.append(name)))

    def let(self) -> None:
        self._gate.set()


async def served(asked: list[Asked], before: Iterable[Asked] = ()) -> list[tuple[Asked, int]]:
    """Return the order in which they are served who all wait, each with the number of what was asked.

    Those ``before`` have had answers just now.
    """
    held = Held()
    for one in before:
        await held.ask(*one, "before")
    await held.hold()
    tasks = [held.ask(*one, (one, number)) for number, one in enumerate(asked)]
    await asyncio.sleep(0)
    held.let()
    await asyncio.gather(*tasks)
    return [name for name in held.order if isinstance(name, tuple)]


@given(st.lists(people, max_size=30))
def test_everybody_is_served_once_and_each_in_the_order_of_asking(asked: list[Asked]) -> None:
    order = asyncio.run(served(asked))
    assert sorted(number for _, number in order) == list(range(len(asked)))
    for one in set(asked):
        numbers = [number for who, number in order if who == one]
        assert numbers == sorted(numbers)


@given(st.lists(people, min_size=1, max_size=30))
def test_nobody_waits_at_a_door_for_two_answers_to_one_person(asked: list[Asked]) -> None:
    order = [who for who, _ in asyncio.run(served(asked))]
    for one in asked:
        since = Counter[Asked]()
        for who in (who for who in order if who[0] == one[0]):
            if who == one:
                assert all(answers == 1 for answers in since.values())
                since.clear()
            else:
                since[who] += 1


@given(st.lists(people, min_size=1, max_size=30))
def test_no_door_gets_two_turns_while_somebody_waits_at_another(asked: list[Asked]) -> None:
    doors = [door for (door, _), _ in asyncio.run(served(asked))]
    for at, door in enumerate(doors):
        if doors[at + 1 : at + 2] == [door]:
            assert set(doors[at:]) == {door}


@given(st.lists(people, max_size=20), st.lists(people, min_size=1, max_size=20))
def test_whoever_got_an_answer_longest_ago_is_next_at_each_door(
    before: list[Asked], asked: list[Asked]
) -> None:
    order = [who for who, _ in asyncio.run(served(asked, before))]
    came = list(dict.fromkeys([*before, *asked]))
    last = {who: -1 - before[::-1].index(who) if who in before else came.index(who) for who in came}
    for at, who in enumerate(order):
        waiting = [other for other in order[at:] if other[0] == who[0]]
        assert last[who] == min(last[other] for other in waiting)
        last[who] = len(came) + at


@given(st.integers(1, 5), st.integers(1, 12))
def test_whoever_asked_before_floods_began_waits_for_none_of_them(flooders: int, questions: int) -> None:
    flood = [("chat", person) for person in range(flooders)] * questions
    order = [who for who, _ in asyncio.run(served([*flood, ("chat", 99)], [("chat", 99)]))]
    assert order[0] == ("chat", 99)


@given(st.integers(1, 5), st.integers(1, 12))
def test_whoever_is_new_waits_for_one_answer_to_each_flooder(flooders: int, questions: int) -> None:
    flood = [("chat", person) for person in range(flooders)] * questions
    order = [who for who, _ in asyncio.run(served([*flood, ("chat", 99)]))]
    assert order.index(("chat", 99)) == flooders


async def test_whoever_gives_up_leaves_the_turn_to_others() -> None:
    held = Held()
    await held.hold()
    gone, stays = held.ask("inline", 1, "gone"), held.ask("inline", 2, "stays")
    await asyncio.sleep(0)
    gone.cancel()
    held.let()
    await stays
    assert held.order == ["stays"]
    await held.ask("chat", 1, "later")
    assert held.order == ["stays", "later"]


async def test_whoever_gives_up_at_the_moment_of_the_turn_passes_it_on() -> None:
    held = Held()
    await held.hold()
    first, second = held.ask("chat", 1, "first"), held.ask("chat", 2, "second")
    await asyncio.sleep(0)
    held.turns._next()  # noqa: SLF001 (the moment between the turn and its taking)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    held.let()
    await second
    assert held.order == ["second"]


async def test_what_has_begun_keeps_the_turn_though_nobody_waits_for_it() -> None:
    held = Held()
    gate = threading.Event()

    def think() -> None:
        gate.wait()
        held.order.append("left")

    left = asyncio.create_task(held.turns.think("inline", 1, think))
    await asyncio.sleep(0)
    left.cancel()
    with pytest.raises(asyncio.CancelledError):
        await left
    other = held.ask("chat", 2, "other")
    await asyncio.sleep(0)
    gate.set()
    await other
    assert held.order == ["left", "other"]


async def test_who_is_next_is_told_no_sooner_than_a_thread_is_free() -> None:
    held = Held()
    gate = threading.Event()
    await held.ask("chat", 2, "answered first")
    await held.ask("chat", 1, "answered last")
    left = asyncio.create_task(held.turns.think("chat", 3, gate.wait))
    await asyncio.sleep(0)
    left.cancel()
    with pytest.raises(asyncio.CancelledError):
        await left
    asked = [held.ask("chat", person, person) for person in (1, 2)]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*asked)
    assert held.order[2:] == [2, 1]


async def test_work_that_fails_tells_it_and_lets_others_work() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError):
        await turns.think("chat", 1, lambda: 1 / 0)
    assert await turns.think("chat", 2, lambda: "found") == "found"


async def test_as_many_are_served_at_once_as_there_are_processes_that_think() -> None:
    turns, gate, begun = Turns(2), threading.Event(), [threading.Event() for _ in range(3)]

    def work(number: int) -> bool:
        begun[number].set()
        return gate.wait()

    asked = [asyncio.create_task(turns.think("chat", n, partial(work, n))) for n in range(3)]
    assert await asyncio.to_thread(begun[0].wait)
    assert await asyncio.to_thread(begun[1].wait)
    assert not begun[2].is_set()
    gate.set()
    assert all(await asyncio.gather(*asked))
