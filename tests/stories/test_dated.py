"""Old news is dated, and what sources say otherwise is read in one glance."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.core.index.edition import Edition
from tests.fake_telegram import FakeTelegram, Group, Person
from tests.stories.steps import asked, followed, pressed
from tests.stories.world import ARTICLES, BRIDGE, BRIDGE_QUESTION, HARBOUR, MORE_MINES, QUESTION, Served

OLD = "The newest source quoted here is"


def published(served: Served, day: date) -> None:
    """Let the articles be of a day."""
    served.shelf.current = Edition.of([replace(known, published=day) for known in ARTICLES[:2]])


async def test_an_old_source_is_dated_with_every_look(
    telegram: FakeTelegram, reader: Served, aya: Person
) -> None:
    published(reader, date(2011, 3, 2))
    chat = telegram.private(aya)
    shown = await chat.asks(QUESTION)
    assert shown.quotes == [HARBOUR]
    for label in ("wider context", "proof", "back"):
        assert OLD in shown.text
        assert "years old: 2 March 2011." in shown.text
        shown = await pressed(chat, aya, shown, label)
    assert OLD in (await chat.asks("/proof 1")).text


async def test_a_group_is_told_too(telegram: FakeTelegram, reader: Served, group: Group, aya: Person) -> None:
    published(reader, date(2011, 3, 2))
    shown = await asked(group, aya, QUESTION)
    assert OLD in shown.text
    assert OLD in (await followed(telegram, aya, shown.button("open in private")["url"])).text


@pytest.mark.parametrize(
    ("code", "question", "line"),
    [
        ("en", "How long is the rope bridge at Hollin Gorge now?", OLD),
        ("de", "Wie lang ist die rope bridge at Hollin Gorge heute?", "Die neueste hier zitierte Quelle"),
        ("ru", "Какой длины rope bridge at Hollin Gorge сейчас?", "Самому новому из процитированных"),
    ],
)
async def test_who_asks_how_things_stand_is_told_of_what_day_the_source_is(
    telegram: FakeTelegram, reader: Served, code: str, question: str, line: str
) -> None:
    published(reader, datetime.now(UTC).date())
    chat = telegram.private(telegram.user("Reader", language_code=code))
    shown = await chat.asks(question)
    assert BRIDGE in shown.quotes
    assert line in shown.text
    assert line not in (await chat.asks(BRIDGE_QUESTION)).text


async def test_an_undated_source_says_nothing_of_now(
    telegram: FakeTelegram, reader: Served, aya: Person
) -> None:
    reader.shelf.current = Edition.of([replace(known, published=None) for known in ARTICLES[:2]])
    shown = await telegram.private(aya).asks("How many mines did the divers find today?")
    assert "The sources quoted here do not tell their date." in shown.text


@pytest.mark.parametrize("where", ["private", "group"])
async def test_both_figures_stand_side_by_side_above_their_quotes(
    telegram: FakeTelegram, reader: Served, group: Group, aya: Person, where: str
) -> None:
    other = MORE_MINES.text
    reader.shelf.current = Edition.of([ARTICLES[0], MORE_MINES])
    chat = telegram.private(aya)
    shown = await chat.asks(QUESTION) if where == "private" else await asked(group, aya, QUESTION)
    compared, *quotes = shown.quotes
    assert sorted(quotes) == sorted([HARBOUR, other])
    said = [{HARBOUR: "14 mines", other: "at least 15 mines"}[quote] for quote in quotes]
    assert compared == " · ".join(said)
    assert shown.text.startswith(f"The sources differ: compare figures and dates.\n{compared}\n")
    here = chat if where == "private" else group
    again = await pressed(here, aya, await pressed(here, aya, shown, "wider context"), "back")
    assert again.text == shown.text
