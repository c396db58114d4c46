"""Whatever an answer was shown with is shown again with every later look at it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition
from bot.core.replies import Answer, Pasted, Reply
from bot.storage.journal import Journal
from tests.core.texts import figures_of
from tests.fake_telegram import FakeTelegram, Group, Person, Sent
from tests.stories.steps import FERRY_QUESTION, asked, followed, pressed
from tests.stories.world import ARTICLES, BRIDGE_QUESTION, FERRIES, Served, Shelf, answerer, serving

DIFFER = "The sources differ"
SEARCHED = "Also searched: ferry → ferries"
MISSING = "Not in the articles: Which"
OTHERWISE = ["Here the words are different:", "You sent: “paste Which ferry", "Only in what you sent: Which"]


def answered(text: str, edition: Edition, most: int = LIMITS.asking.quotes_found) -> Reply:
    """Answer with all that can be told of an answer; "paste" asks for a verdict on pasted words."""
    reply = answerer(text, edition, most)
    if not isinstance(reply, Answer):
        return reply
    return replace(
        reply,
        also_searched={"ferry": ("ferries",)},
        missing=("Which",),
        figures=figures_of(*reply.quotes[:2]),
        pasted=Pasted(text, added=("Which",)) if "paste" in text else None,
    )


@pytest.fixture
async def ferries(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Served]:
    shelf = Shelf(Edition.of([FERRIES, *ARTICLES[:2]]))
    async with serving(telegram, tmp_path, shelf, answered) as served:
        yield served


def tells(sent: Sent, *lines: str) -> None:
    assert [line for line in lines if line not in sent.text] == []


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (FERRY_QUESTION, [DIFFER, SEARCHED, MISSING]),
        ("Which ferry to Sund left, perhaps?", ["Closest passages", DIFFER, SEARCHED, MISSING]),
        ("paste Which ferry to Sund left", [*OTHERWISE, DIFFER, SEARCHED, MISSING]),
    ],
)
async def test_every_look_at_an_answer_tells_what_the_first_one_told(
    telegram: FakeTelegram, ferries: Served, aya: Person, question: str, lines: list[str]
) -> None:
    chat = telegram.private(aya)
    shown = await chat.asks(question)
    tells(shown, *lines)
    for label in ("wider context", "next", "proof", "back", "more", "back", "proof", "wider context"):
        shown = await pressed(chat, aya, shown, label)
        tells(shown, *lines)
    tells(await chat.asks("/proof 1"), *lines)


async def test_what_completed_a_question_is_told_with_every_look(
    telegram: FakeTelegram, ferries: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    first = await chat.asks("Which ferry to Sund left on time?")
    shown = await chat.asks("and to Vik", reply_to=first)
    line = "Asked together with the earlier question: Which ferry to Sund left on time?"
    tells(shown, line)
    for label in ("wider context", "proof", "back", "more"):
        shown = await pressed(chat, aya, shown, label)
        tells(shown, line)


async def test_a_group_is_told_that_sources_differ_and_reads_both_side_by_side(
    telegram: FakeTelegram, ferries: Served, group: Group, aya: Person
) -> None:
    shown = await asked(group, aya, FERRY_QUESTION)
    compared, *quotes = shown.quotes
    assert compared == " · ".join(quotes)
    tells(shown, DIFFER)
    assert "Also searched" not in shown.text
    context = await pressed(group, aya, shown, "wider context")
    tells(context, DIFFER)
    assert (await pressed(group, aya, context, "back")).quotes == shown.quotes


async def test_an_answer_that_is_opened_in_private_tells_all_of_it(
    telegram: FakeTelegram, ferries: Served, group: Group, aya: Person
) -> None:
    shown = await asked(group, aya, "paste Which ferry to Sund left")
    tells(shown, *OTHERWISE)
    opened = await followed(telegram, aya, shown.button("open in private")["url"])
    tells(opened, *OTHERWISE, DIFFER, SEARCHED, MISSING)


async def test_an_edited_question_tells_of_its_new_answer_alone(
    telegram: FakeTelegram, ferries: Served, group: Group, aya: Person
) -> None:
    question = group.write(aya, "/ask Which ferry to Sund left, perhaps?")
    tells(await group.reply(), "Closest passages")
    group.edit(question, f"/ask {BRIDGE_QUESTION}")
    shown = await pressed(group, aya, await group.edited(), "wider context")
    assert "Closest passages" not in shown.text
    group.edit(question, "/ask paste Which ferry to Sund left")
    tells(await pressed(group, aya, await group.edited(), "wider context"), *OTHERWISE, DIFFER)


async def test_a_verdict_outlives_the_words_that_were_asked_with(
    telegram: FakeTelegram, ferries: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    shown = await chat.asks("paste Which ferry to Sund left")
    two_days = 2 * 24 * 3600
    await Journal(ferries.database, lambda: telegram.world.clock + two_days).purge(kept_days=30)
    later = await pressed(chat, aya, shown, "wider context")
    tells(later, OTHERWISE[0], DIFFER)
    assert "You sent" not in later.text
    assert "Also searched" not in later.text
