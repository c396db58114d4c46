"""Each chat is told once of each sentence that it received, and only if an edition serves that changes it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics.limits import DAY
from bot.core.nouns import ArticleId, Claim, Span
from bot.storage.chats import Chats
from bot.storage.database import Database
from bot.storage.journal import Entry, Journal
from bot.storage.personal.corrections import Corrections
from bot.storage.told import Told
from tests.storage.conftest import Clock

KILN = Claim(ArticleId("kiln"), "a" * 64, Span(0, 9), "It burned «так».")
WEIR = Claim(ArticleId("weir"), "b" * 64, Span(3, 9), "It broke.")
GROUP = -100_123


async def give(database: Database, chat: int, message: int, *claims: Claim, at_first: int = 0) -> None:
    journal = Journal(database)
    entry = Entry(chat, message, 7, "What?", "e", claims=claims, told=Told(at_first=at_first), language="de")
    await journal.sent(await journal.begin(entry), message + 1000)


async def waiting(corrections: Corrections) -> list[tuple[int, int | None, str]]:
    """End all that waits, and return chat, message and words of each."""
    found = []
    while correction := await corrections.next():
        found.append((correction.chat_id, correction.answer_message, correction.claim.text))
        await corrections.end(correction)
    return found


@pytest.fixture
def corrections(database: Database) -> Corrections:
    return Corrections(database)


async def test_a_chat_is_told_once_below_the_latest_answer(
    database: Database, corrections: Corrections
) -> None:
    for message in (1, 2):
        await give(database, 7, message, KILN, WEIR)
    await give(database, 8, 3, WEIR)
    assert await corrections.count([KILN]) == 1
    assert await corrections.count([KILN, WEIR]) == 3
    for _ in range(2):
        await corrections.decide([KILN], "f")
        await corrections.settle("f")
    assert await waiting(corrections) == [(7, 1002, KILN.text)]
    assert await corrections.count([KILN]) == 0
    await corrections.decide([KILN], "g")
    await corrections.settle("g")
    assert await waiting(corrections) == []


async def test_what_was_not_shown_or_did_not_arrive_is_not_told(
    database: Database, corrections: Corrections
) -> None:
    await give(database, GROUP, 1, KILN, WEIR)
    await give(database, 7, 2, KILN, WEIR, at_first=1)
    await Journal(database).begin(Entry(9, 3, 9, "What?", "e", claims=(WEIR,)))
    assert await corrections.count([WEIR]) == 0
    assert await corrections.count([KILN]) == 2


async def test_nothing_is_told_of_an_edition_that_never_served(
    database: Database, corrections: Corrections
) -> None:
    await give(database, 7, 1, KILN)
    await corrections.decide([KILN], "killed before it served")
    assert await corrections.next() is None
    await corrections.settle("the old one")
    await corrections.settle("killed before it served")
    assert await waiting(corrections) == []
    assert await corrections.count([KILN]) == 1


async def test_one_that_was_announced_comes_first_and_keeps_its_message(
    database: Database, corrections: Corrections
) -> None:
    for chat in (7, 8):
        await give(database, chat, chat, KILN)
    await corrections.decide([KILN], "f")
    await corrections.settle("f")
    later = await corrections.next([7])
    assert later
    assert (later.chat_id, later.language, later.announced) == (8, "de", None)
    await corrections.announce(later, 55)
    first = await corrections.next()
    assert first
    assert (first.chat_id, first.announced) == (8, 55)


async def test_corrections_follow_a_group_and_are_forgotten_with_a_person_and_with_time(
    database: Database, clock: Clock
) -> None:
    corrections = Corrections(database, clock)
    await give(database, GROUP, 1, KILN)
    await give(database, 7, 2, KILN)
    await corrections.decide([KILN], "f")
    await corrections.settle("f")
    await Chats(database).move(GROUP, GROUP - 1)
    await Chats(database).forget(7)
    assert await waiting(corrections) == [(GROUP - 1, None, KILN.text)]
    clock.now += 91 * DAY
    await corrections.purge(90)
    assert await database.rows("SELECT 1 FROM corrections") == []


@settings(max_examples=20, deadline=None)
@given(chats=st.lists(st.tuples(st.integers(1, 4), st.sampled_from([KILN, WEIR])), max_size=12))
async def test_every_chat_that_received_a_sentence_is_told_of_it_once(
    tmp_path_factory: pytest.TempPathFactory, chats: list[tuple[int, Claim]]
) -> None:
    async with Database.open(tmp_path_factory.mktemp("data") / "quoth.db") as database:
        corrections = Corrections(database)
        for number, (chat, claim) in enumerate(chats):
            await give(database, chat, number, claim)
        await corrections.decide([KILN, WEIR], "f")
        await corrections.settle("f")
        told = [(chat, text) for chat, _, text in await waiting(corrections)]
        assert sorted(told) == sorted({(chat, claim.text) for chat, claim in chats})
