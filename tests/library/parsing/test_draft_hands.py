"""Who reads, and how many pieces of work are begun ahead, changes nothing of what is read."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.index.edition import Edition
from bot.library.formats.registry import parse_file
from bot.library.parsing.draft import Hands, read_through

ROWS = [
    {"id": "kiln", "text": "The kiln was lit in May. It burned for a week."},
    {"id": "kiln", "text": ""},
    {"id": "weir", "text": "The weir broke in the spring flood."},
]
DUMP = "\n".join([*map(json.dumps, ROWS), "no row"]).encode()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(), max_size=6), st.integers(0, 4), st.booleans())
def test_results_come_in_turn_however_many_are_begun_ahead(row: list[int], ahead: int, fails: bool) -> None:
    begun: list[int] = []

    def works() -> Iterator[Callable[[], int]]:
        for number in row:
            begun.append(number)
            yield partial(int, number)
        if fails:
            raise KeyError(row)

    came: list[int] = []
    try:
        for result in Hands(ahead=ahead).in_turn(works()):
            came.append(result)
            assert len(begun) - len(came) <= ahead
    except KeyError:
        assert fails
    assert came == row


def test_a_dump_that_is_read_ahead_holds_the_same() -> None:
    usual, ahead = (
        parse_file("a.jsonl", DUMP),
        parse_file("a.jsonl", DUMP, hands=Hands(read_through, ahead=3)),
    )
    assert ahead == usual
    read = [reading.read for reading in ahead.readings if reading.read]
    assert len(read) == len(usual.readings) == 2
    made, again = Edition.of(read), Edition.of([reading.article for reading in usual.readings])
    assert (made.id, made.passages) == (again.id, again.passages)
    assert list(made.vocabulary.terms) == list(again.vocabulary.terms)


def test_readers_that_are_gone_are_no_fault_of_a_file() -> None:
    def gone(*_: object) -> Callable[[], object]:
        raise BrokenExecutor

    with pytest.raises(BrokenExecutor):
        parse_file("a.jsonl", DUMP, hands=Hands(begun=gone))
