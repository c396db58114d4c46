"""A clock that jumps by a day, forth or back, keeps nothing longer, hides nothing and makes nobody wait."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import DAY, HOUR, LIMITS
from bot.chat.wire.allowance import Allowance
from bot.core.nouns import ArticleId, Claim, Span
from bot.storage.database import Database
from bot.storage.inbox import Inbox, Received
from bot.storage.journal import Entry, Journal
from bot.storage.maintaining.discoveries import Discoveries, Discovery, Sort
from bot.storage.maintaining.followed import Lists
from bot.storage.maintaining.history import Deed, History
from bot.storage.personal.corrections import Corrections
from bot.storage.personal.guests import Guests
from bot.storage.personal.owed import Debt
from bot.storage.personal.wishes import Wish, Wishes
from tests.storage.conftest import Clock

CLAIM = Claim(ArticleId("weir"), "ab12", Span(7, 19), "the long weir")
ASKED = Entry(1001, 7, 1001, "How long is the weir?", "e1", claims=(CLAIM,))
DATED = {
    *("answers.given_at", "corrections.decided_at", "feedback.given_at", "findings.found_at"),
    *("guests.told_at", "history.done_at", "listed.seen_at", "updates.received_at", "wishes.wished_at"),
}
KEPT_DAYS = 30


class Kept:
    """All that is kept for a while, with one clock."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock
        self.journal = Journal(database, clock)
        self.corrections = Corrections(database, clock)
        self.history = History(database, clock)
        self.inbox = Inbox(database, 1, clock)
        self.others = Wishes(database, clock), Guests(database, clock), Discoveries(database, clock)

    async def fill(self) -> int:
        """Keep one of each; return the answer's number."""
        wishes, guests, findings = self.others
        await self.inbox.add([Received(1, "{}")])
        await self.inbox.handled(1)
        answer = await self.journal.begin(ASKED)
        await self.journal.sent(answer, 8)
        await self.journal.begin(replace(ASKED, question_message=9, reason="no_match", claims=()))
        await self.journal.rate(answer, 1001, useful=True)
        await self.corrections.decide([CLAIM], "e2")
        await self.corrections.settle("e2")
        await wishes.turn(Wish(1001, 1001, 7, 1001, 7, 0, "en", "Who owns the weir?"))
        await guests.tell(1002)
        await findings.add(Discovery(Sort.CHANGED, "weir", "http://mill.example/", "ab12"))
        lists = Lists(self.database, self.clock)
        await lists.add("http://mill.example/feed", self.clock.now, ["http://mill.example/a"])
        await self.history.begin(Deed("reload", 1001, "", "e1"))
        return answer

    async def purge(self) -> None:
        """Delete what is too old, as each hour does."""
        await self.database.end_the_future(self.clock.now)
        await self.journal.purge(KEPT_DAYS)
        await self.inbox.purge()
        for kept in (*self.others, self.corrections):
            await kept.purge(KEPT_DAYS)

    async def left(self) -> set[str]:
        """Return which of the dates there are."""
        names = [name.split(".") for name in sorted(DATED)]
        return {
            f"{table}.{column}"
            for table, column in names
            if await self.database.rows(f"SELECT {column} FROM {table}")  # noqa: S608
        }

    async def latest(self) -> object:
        """Return the latest of all dates."""
        names = [name.split(".") for name in sorted(DATED)]
        dates = [await self.database.rows(f"SELECT max({column}) FROM {table}") for table, column in names]  # noqa: S608
        return max(row[0] for rows in dates for row in rows if row[0] is not None)


@pytest.fixture
def kept(database: Database, clock: Clock) -> Kept:
    return Kept(database, clock)


@pytest.mark.parametrize("jump", [DAY, -DAY])
async def test_nothing_is_lost_by_a_jump(kept: Kept, jump: float) -> None:
    answer = await kept.fill()
    assert await kept.left() == DATED
    kept.clock.now += jump
    await kept.purge()
    assert await kept.left() == DATED
    assert await kept.journal.given(answer)
    assert await kept.corrections.next()
    assert await kept.history.last(10)
    assert await kept.inbox.add([Received(1, "{}")]) == set()


@pytest.mark.parametrize("ahead", [DAY, 3650 * DAY])
async def test_what_a_clock_that_was_ahead_has_dated_ends_like_all_else(kept: Kept, ahead: float) -> None:
    kept.clock.now += ahead
    await kept.fill()
    kept.clock.now -= ahead
    await kept.purge()
    assert await kept.latest() == kept.clock.now
    kept.clock.now += KEPT_DAYS * DAY + 1
    await kept.purge()
    assert await kept.left() == {
        "history.done_at",
        "listed.seen_at",
    }  # deeds stay; lists forget by themselves


async def test_the_words_of_a_question_are_forgotten_a_day_after_the_clock_was_set_back(kept: Kept) -> None:
    answer = await kept.fill()
    kept.clock.now -= DAY
    await kept.purge()
    kept.clock.now += DAY + 1
    await kept.purge()
    assert await kept.journal.question_to(answer) == ""


async def test_what_is_due_stays_due(kept: Kept) -> None:
    lists = Lists(kept.database, kept.clock)
    followed = await lists.add("http://mill.example/feed", kept.clock.now + HOUR, [])
    await kept.database.end_the_future(kept.clock.now)
    assert await lists.all() == [followed]


@given(st.lists(st.floats(-DAY, DAY), max_size=30), st.integers(1, 3))
def test_nobody_waits_longer_for_a_question_than_the_minute(jumps: list[float], most: int) -> None:
    clock = Clock()
    allowance = Allowance(most, clock=clock)
    for jump in jumps:
        clock.now += jump
        refused = allowance.take("aya")
        assert refused is None or refused.wait <= 60
    clock.now += 60
    assert allowance.take("aya") is None


@given(st.floats(-DAY, DAY), st.floats(0, LIMITS.waiting.flood))
def test_an_answer_that_is_owed_comes_within_what_telegram_may_ask(jump: float, wait: float) -> None:
    now = Clock().now
    debt = Debt(1, 1001, 7, 0, "en", quiet=False, due_at=now + wait)
    assert 0 <= debt.seconds_left(now + jump) <= LIMITS.waiting.flood
    assert debt.seconds_left(now) == pytest.approx(wait, abs=1e-3)
