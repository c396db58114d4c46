import random
from dataclasses import replace
from pathlib import Path

import pytest

from bot.basics.limits import DAY
from bot.core.nouns import ArticleId, Claim, Span
from bot.storage.chats import Chats
from bot.storage.database import Database
from bot.storage.inbox import Inbox, Received
from bot.storage.journal import Entry, Gap, Given, Journal
from bot.storage.told import Told
from tests.storage.conftest import Clock

CLAIM = Claim(ArticleId("harbour"), "ab12", Span(7, 19), "the long quay")
ANSWER = Entry(-100_123, 7, 1001, "How long is the quay?", "e1", claims=(CLAIM,))
REFUSAL = replace(ANSWER, question_message=8, question="Who owns the moon?", reason="no_match", claims=())


@pytest.fixture
def journal(database: Database, clock: Clock) -> Journal:
    return Journal(database, clock)


async def test_an_answer_comes_back_as_claims(journal: Journal, clock: Clock) -> None:
    answer_id = await journal.begin(ANSWER)
    expected = Given(answer_id, -100_123, 7, None, 1001, clock.now, "e1", "", (CLAIM,))
    assert await journal.given(answer_id) == expected
    assert await journal.given_to(-100_123, 7) == expected
    await journal.sent(answer_id, 55)
    assert await journal.given(answer_id) == replace(expected, answer_message=55)
    assert await journal.given_as(-100_123, 55) == replace(expected, answer_message=55)
    assert await journal.given_as(-100_999, 55) is None


async def test_it_is_kept_whether_an_answer_was_hedged(journal: Journal) -> None:
    given = await journal.given(await journal.begin(replace(ANSWER, told=Told(hedged=True))))
    assert given
    assert given.told.hedged


async def test_ids_need_64_bits(journal: Journal) -> None:
    answer_id = await journal.begin(replace(ANSWER, chat_id=-(2**52), asker_id=2**52))
    given = await journal.given(answer_id)
    assert given
    assert (given.chat_id, given.asker_id) == (-(2**52), 2**52)


async def test_a_second_answer_to_a_question_takes_the_place_of_the_first(journal: Journal) -> None:
    first = await journal.begin(ANSWER)
    await journal.sent(first, 55)
    second = await journal.begin(replace(ANSWER, question="And the old quay?", claims=(), reason="no_match"))
    given = await journal.given(second)
    assert first == second
    assert given
    assert (given.answer_message, given.claims, given.reason) == (55, (), "no_match")


async def test_what_was_asked_is_known_as_long_as_it_is_kept(journal: Journal, clock: Clock) -> None:
    answer_id = await journal.begin(ANSWER)
    assert await journal.question_to(answer_id) == "How long is the quay?"
    assert await journal.question_to(answer_id + 1) == ""
    clock.now += 2 * DAY
    await journal.purge(90)
    assert await journal.question_to(answer_id) == ""


async def test_the_last_answer_of_a_chat_is_known_for_a_while(journal: Journal, clock: Clock) -> None:
    first = await journal.begin(ANSWER)
    second = await journal.begin(REFUSAL)
    for but, expected in (((), second), (("no_match",), first)):
        latest = await journal.latest(-100_123, 60, but)
        assert latest
        assert latest.id == expected
    assert await journal.latest(-100_999, 60) is None
    clock.now += 61
    assert await journal.latest(-100_123, 60) is None


async def test_an_unknown_answer_is_none(journal: Journal) -> None:
    assert await journal.given(99) is None
    assert await journal.given_to(1, 1) is None


async def test_an_answer_that_never_left_can_be_discarded(journal: Journal) -> None:
    answer_id = await journal.begin(ANSWER)
    await journal.discard(answer_id)
    assert await journal.given(answer_id) is None


async def test_the_same_opinion_twice_is_no_news(journal: Journal) -> None:
    answer_id = await journal.begin(ANSWER)
    assert await journal.rate(answer_id, 5, useful=True)
    assert not await journal.rate(answer_id, 5, useful=True)
    assert await journal.rate(answer_id, 5, useful=False)
    assert not await journal.rate(999, 5, useful=True)
    await journal.rate(answer_id, 6, useful=True)
    assert await journal.unrate(answer_id, 5)
    assert not await journal.unrate(answer_id, 6)


async def test_gaps_are_refusals_and_answers_that_were_not_useful(journal: Journal, clock: Clock) -> None:
    asked = clock.now
    answer_id = await journal.begin(ANSWER)
    await journal.begin(REFUSAL)
    assert await journal.gaps() == [Gap("Who owns the moon?", "no_match", asked)]
    await journal.rate(answer_id, 5, useful=False)
    assert Gap("How long is the quay?", "not_useful", asked) in await journal.gaps()


async def test_the_text_of_an_answered_question_is_kept_for_a_day(journal: Journal, clock: Clock) -> None:
    answered = await journal.begin(ANSWER)
    await journal.begin(REFUSAL)
    clock.now += DAY + 1
    await journal.purge(kept_days=30)
    await journal.rate(answered, 5, useful=False)
    assert [gap.question for gap in await journal.gaps()] == ["Who owns the moon?"]


async def test_the_text_of_a_question_that_was_answered_badly_is_kept(journal: Journal, clock: Clock) -> None:
    answer_id = await journal.begin(ANSWER)
    await journal.rate(answer_id, 5, useful=False)
    clock.now += DAY + 1
    await journal.purge(kept_days=30)
    assert [gap.question for gap in await journal.gaps()] == ["How long is the quay?"]


async def test_everything_goes_in_the_end(journal: Journal, database: Database, clock: Clock) -> None:
    answer_id = await journal.begin(REFUSAL)
    await journal.rate(answer_id, 5, useful=False)
    clock.now += 30 * DAY + 1
    await journal.purge(kept_days=30)
    assert await journal.given(answer_id) is None
    assert await journal.gaps() == []
    assert await database.rows("SELECT * FROM feedback") == []


async def test_forgetting_a_person_leaves_no_trace_of_them(journal: Journal, database: Database) -> None:
    mine = await journal.begin(ANSWER)
    other = await journal.begin(replace(REFUSAL, asker_id=1002))
    await journal.rate(mine, 1002, useful=True)
    await journal.rate(other, 1001, useful=True)
    await journal.rate(other, 1002, useful=False)
    await journal.forget(1001)
    assert await journal.given(mine) is None
    assert await journal.given(other)
    assert await database.rows("SELECT answer_id, user_id FROM feedback") == [(other, 1002)]


async def test_answers_follow_a_group_without_meeting_new_message_ids(
    journal: Journal, database: Database
) -> None:
    answer_id = await journal.begin(ANSWER)
    chats = Chats(database)
    for _ in range(2):
        await chats.move(ANSWER.chat_id, -100_999)
    given = await journal.given(answer_id)
    assert given
    assert given.chat_id == -100_999
    assert await journal.given_to(-100_999, ANSWER.question_message) is None
    assert await journal.begin(replace(ANSWER, chat_id=-100_999)) != answer_id


async def test_what_people_thought_of_an_answer_is_not_what_they_think_of_the_one_in_its_place(
    journal: Journal,
) -> None:
    answer_id = await journal.begin(ANSWER)
    await journal.rate(answer_id, 5, useful=False)
    assert await journal.begin(ANSWER) == answer_id
    assert not await journal.rate(answer_id, 5, useful=False), "the same answer keeps its votes"
    await journal.begin(replace(ANSWER, question="How wide is the quay?"))
    assert await journal.rate(answer_id, 5, useful=False)


async def test_whoever_is_forgotten_has_left_no_bytes_either(
    journal: Journal, database: Database, tmp_path: Path
) -> None:
    """Of many lengths, so that SQLite moves rows between pages and leaves copies in their free space."""
    inbox, chance = Inbox(database, 1), random.Random(11)  # without VACUUM, it leaves some
    for number in range(1, 300):
        asker = chance.randrange(4)
        text = f"asked by {asker}. " * chance.choice([1, 3, 20, 250])
        message = chance.choice([number, chance.randrange(1, number + 1)])
        await inbox.add([Received(number, text)])
        answer_id = await journal.begin(Entry(asker, message, asker, text, "e1", "no_match"))
        if chance.random() < 0.1:
            await journal.discard(answer_id)
        await inbox.handled(number)
    assert b"asked by 1" in bytes_of(tmp_path)
    await journal.forget(1)
    assert b"asked by 1" not in bytes_of(tmp_path)
    assert b"asked by 2" in bytes_of(tmp_path)


async def test_what_is_purged_does_not_stay_in_the_log(
    journal: Journal, clock: Clock, tmp_path: Path
) -> None:
    await journal.begin(REFUSAL)
    clock.now += 30 * DAY + 1
    await journal.purge(kept_days=30)
    assert b"owns the moon" not in bytes_of(tmp_path)


def bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())
