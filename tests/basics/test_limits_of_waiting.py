"""What a limit ends of what is waited for, or how far something is looked for, at its edge."""

import asyncio
import json
import logging
import threading
from dataclasses import fields, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from telegram.error import Conflict

from bot.basics.errors import ArticleError, BotError
from bot.basics.limits import LIMITS
from bot.basics.logs import Sparing
from bot.chat.access.scope import EVERYTHING
from bot.chat.access.sight import Seen
from bot.chat.maintainers.unasked.correcting import Correcting
from bot.chat.running.lifecycle import PollingErrors, Stop
from bot.chat.wire.metrics import Metrics
from bot.chat.wire.turns import Turns
from bot.core.asking.question import understand
from bot.core.index.edition import Edition
from bot.core.index.lexicon.compounds import Compounds
from bot.library.formats.child import parsed_apart
from bot.library.parsing.draft import Draft
from bot.library.parsing.header import Header
from bot.serving.triggers import ask_to_reload
from bot.storage.data_folder import SOCKET
from bot.storage.database import Database
from bot.storage.journal import Entry, Journal
from bot.web.http.answers import Answers, BusyError
from bot.web.http.workshop import Workshop
from tests.basics.conftest import move
from tests.core.texts import article, harbour
from tests.library.samples import csv_dump


def test_the_bot_counts_as_cut_off_when_polls_are_silent_for_too_long() -> None:
    metrics, now = Metrics(), 0.0
    metrics.clock = lambda: now
    metrics.heard()
    for now, alive in ((LIMITS.waiting.silence - 0.1, True), (LIMITS.waiting.silence, False)):  # noqa: B007
        assert metrics.alive is alive


def test_a_trouble_that_goes_on_is_told_again_when_the_time_is_over(caplog: pytest.LogCaptureFixture) -> None:
    now = 0.0
    sparing = Sparing(logging.getLogger("bot.test"), lambda: now)
    for now in (0.0, LIMITS.waiting.reminder - 0.1, LIMITS.waiting.reminder):  # noqa: B007
        sparing.warn("a", "trouble")
    assert len(caplog.messages) == 2


@pytest.mark.parametrize("alone", [0.0, 1.0, 100.0])
def test_another_poller_is_borne_as_long_as_is_allowed(alone: float) -> None:
    stop, now = Stop(), 0.0
    errors = PollingErrors(stop, lambda: now, lambda: 0.0)
    patience = LIMITS.waiting.conflict + LIMITS.waiting.conflict_each * alone
    for since in [*range(0, int(patience), 30), patience]:
        assert stop.failure is None
        now = alone + since
        errors(Conflict("terminated by other getUpdates request"))
    assert isinstance(stop.failure, BotError)


def test_a_conflict_after_a_longer_pause_is_another_one() -> None:
    stop, now = Stop(), 0.0
    errors = PollingErrors(stop, lambda: now, lambda: 0.0)
    for step in range(4):
        now = step * (LIMITS.waiting.conflict_over + 0.1)
        errors(Conflict("terminated by other getUpdates request"))
    assert stop.failure is None


async def test_a_follow_up_leans_on_a_question_as_long_as_is_allowed(database: Database) -> None:
    now = 1_000_000.0
    journal = Journal(database, lambda: now)
    await journal.begin(Entry(7, 1, 7, "Who owns the weir?", "e"))
    now += LIMITS.asking.follow_up_seconds
    assert await journal.latest(7, LIMITS.asking.follow_up_seconds)
    now += 1
    assert await journal.latest(7, LIMITS.asking.follow_up_seconds) is None


def test_a_chat_is_told_of_as_many_corrections_a_minute_as_are_allowed() -> None:
    move("asking", corrections_a_minute=3)
    made: Any = next(field for field in fields(Correcting) if field.name == "allowance").default_factory
    allowance = made()
    assert sum(1 for _ in takewhile(lambda _: not allowance.take(7), range(10))) == 3


async def test_questions_on_the_page_beyond_those_that_may_wait_are_turned_away() -> None:
    move("servers", waiting=2)
    nothing: Any = None
    seen = Seen(Edition.of([harbour()]), EVERYTHING, nothing)

    async def look() -> Seen:
        return seen

    gate, turns = threading.Event(), Turns()
    holder = asyncio.create_task(turns.think("chat", "holder", gate.wait))
    await asyncio.sleep(0)
    answers = Answers(look, lambda *_: nothing, nothing, turns)
    waiting = [asyncio.create_task(answers.ask(f"Who? {number}", "here")) for number in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(BusyError):
        await answers.ask("Who?", "here")
    for task in waiting:
        task.cancel()
    gate.set()
    await holder


def test_uploads_beyond_those_that_may_wait_push_out_the_oldest() -> None:
    move("servers", deeds=2)
    nothing: Any = None
    workshop = Workshop(nothing, nothing, nothing, nothing, (), kept_days=1)
    numbers = [workshop.offer(nothing) for _ in range(3)]
    assert list(workshop.uploads) == numbers[1:]


@pytest.mark.parametrize("fits", [True, False])
async def test_a_report_longer_than_a_line_may_be_is_told_so(tmp_path: Path, *, fits: bool) -> None:
    line = json.dumps({"report": "x" * 100}).encode() + b"\n"
    move("editions", report=len(line) if fits else 64)

    async def tell(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(line)
        writer.close()

    async with await asyncio.start_unix_server(tell, tmp_path / SOCKET):
        asked = ask_to_reload(tmp_path, dry=True, on_progress=lambda *_: None)
        if fits:
            assert await asked == "x" * 100
        else:
            with pytest.raises(BotError, match="64 bytes"):
                await asked


@pytest.mark.parametrize("fits", [True, False])
def test_a_child_answers_no_more_at_once_than_is_allowed(*, fits: bool) -> None:
    data = csv_dump()
    size = max(len(TypeAdapter(Draft).dump_json(one)) for one in drafts(data))
    move("children", frame=size if fits else size - 1)
    if fits:
        assert drafts(data)
    else:
        with pytest.raises(ArticleError, match="needed too much memory or broke"):
            drafts(data)


def test_a_child_that_is_silent_for_longer_than_is_allowed_is_ended() -> None:
    move("children", silence=0)
    with pytest.raises(ArticleError, match="more than 0 seconds"):
        drafts(csv_dump(), seconds=0)


def drafts(data: bytes, seconds: int | None = None) -> list[Draft]:
    return [one for one in parsed_apart(".csv", data, Header(), seconds) if isinstance(one, Draft)]


@pytest.mark.parametrize(("most", "found"), [(2, {"wi", "fi"}), (1, set[str]())])
def test_words_of_a_question_are_taken_apart_as_far_as_is_allowed(most: int, found: set[str]) -> None:
    move("looking", words=most)
    edition = Edition.of([article("net", "The Wi-Fi of the pier is free, and it never rests."), harbour()])
    assert set(understand("pier wifi", edition).also_searched.get("wifi", ())) == found


@pytest.mark.parametrize(("most", "found"), [(2, True), (1, False)])
def test_as_many_passages_are_looked_at_for_a_word_as_are_allowed(most: int, *, found: bool) -> None:
    texts = ("Fi the dog barked. Wi is a river.", "The Wi-Fi of the pier is free.")
    move("looking", passages=most)
    edition = Edition.of([article(str(n), text) for n, text in enumerate(texts)])
    assert ("wifi" in understand("is there wifi on the pier?", edition).also_searched) is found


@pytest.mark.parametrize(("most", "found"), [(2, True), (1, False)])
def test_as_many_compounds_with_one_beginning_are_looked_at_as_are_allowed(most: int, *, found: bool) -> None:
    move("looking", compounds=most)
    compounds = Compounds.of({"de": ["weinberge", "weinkeller"]})
    assert any(compounds.of_both("wein", ["keller"])) is found


@pytest.mark.parametrize("most", [3, 4])
def test_as_many_days_in_figures_are_read_as_are_allowed(most: int) -> None:
    move("looking", days=most)
    edition = Edition.of([harbour()])
    asked = "What was on 3/4/2022, 5/6/2022, 7/8/2022 and 9/10/2022?"
    assert len(understand(asked, edition).also_searched) == most


@pytest.mark.parametrize(("most", "found"), [(2, True), (1, False)])
def test_as_many_words_of_a_question_are_joined_as_are_allowed(most: int, *, found: bool) -> None:
    move("looking", joined=most)
    text = "Die Rückgabefrist der Bücherei ist zwei Wochen lang, und niemand verlängert sie."
    edition = Edition.of([replace(article("books", text), language="de")])
    assert bool(understand("Frist Rückgabe?", edition).also_searched) is found
