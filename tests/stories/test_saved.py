"""What people save with a star: a list of their own, proven anew, and written for other programs."""

import json
from dataclasses import replace

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition
from tests.chat.articles import article
from tests.fake_telegram import Chat, FakeTelegram, Group, Person, Sent
from tests.fake_telegram.chats import Private
from tests.stories.steps import FERRY_QUESTION, asked, followed, pressed
from tests.stories.world import (
    ARTICLES,
    BRIDGE,
    BRIDGE_QUESTION,
    BRIDGES,
    CORRECTED,
    FERRIES,
    HARBOUR,
    QUESTION,
    Served,
    edited_edition,
)

SAVED = "Saved. /saved"


async def saves(chat: Chat, person: Person, answer: Sent) -> str:
    return await chat.pop_up(chat.press(person, answer, "☆"))


async def exported(telegram: FakeTelegram, chat: Private, person: Person, style: str) -> tuple[str, Sent]:
    """Return the file that comes when a style is chosen, and the message with it."""
    shown = await chat.asks("/saved")
    choice = await pressed(chat, person, shown, "export")
    await chat.pop_up(chat.press(person, choice, style))
    sent = await chat.reply()
    return telegram.world.files[sent.message["document"]["file_id"]].decode(), sent


async def test_a_star_saves_an_answers_quotes(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    assert SAVED in await saves(chat, aya, await chat.asks(QUESTION))
    assert SAVED in await saves(chat, aya, await chat.asks(BRIDGE_QUESTION))
    shown = await chat.asks("/saved")
    assert shown.quotes == [BRIDGE, HARBOUR]
    assert "Saved quotes: 2" in shown.text
    assert "A bridge of ropes" in shown.text


async def test_saving_twice_keeps_one(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    assert await saves(chat, aya, answer) == await saves(chat, aya, answer)
    assert (await chat.asks("/saved")).quotes == [HARBOUR]


async def test_whatever_is_shown_is_what_the_star_saves(
    telegram: FakeTelegram, ferries: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    more = await pressed(chat, aya, await chat.asks(FERRY_QUESTION), "more")
    context = await pressed(chat, aya, more, "context")
    await saves(chat, aya, context)
    assert (await chat.asks("/saved")).quotes == more.quotes[:1]


async def test_nothing_saved_is_said(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    shown = await telegram.private(aya).asks("/saved")
    assert "You have saved no quotes yet" in shown.text
    assert shown.buttons == []


async def test_what_a_group_reads_everybody_saves_for_themselves(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    answer, ben = await asked(group, aya, QUESTION), telegram.user("Ben")
    assert SAVED in await saves(group, ben, answer)
    assert (await telegram.private(ben).asks("/saved")).quotes == [HARBOUR]
    assert "no quotes yet" in (await telegram.private(aya).asks("/saved")).text


async def test_a_group_is_not_shown_what_somebody_saved(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    await saves(group, aya, await asked(group, aya, QUESTION))
    group.write(aya, "/saved@quoth_test_bot")
    assert "for our private chat" in (await group.reply()).text


async def test_a_long_list_has_pages(telegram: FakeTelegram, ferries: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(FERRY_QUESTION)
    await saves(chat, aya, answer)
    more = await pressed(chat, aya, answer, "more")
    await saves(chat, aya, more)
    first = await chat.asks("/saved")
    assert len(first.quotes) == LIMITS.keeping.bookmarks_shown
    second = await pressed(chat, aya, first, "next")
    both = [*answer.quotes, *more.quotes]
    assert sorted(both) == sorted({*first.quotes, *second.quotes})
    again = await pressed(chat, aya, second, "back")
    assert again.quotes == first.quotes
    assert len(first.message["reply_markup"]["inline_keyboard"]) == 2


async def test_a_cross_removes_one(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    for question in (QUESTION, BRIDGE_QUESTION):
        await saves(chat, aya, await chat.asks(question))
    shown = await chat.asks("/saved")
    assert await chat.pop_up(chat.press(aya, shown, "✕ 2")) == "Removed."
    left = await chat.edited()
    assert left.quotes == [BRIDGE]
    await chat.pop_up(chat.press(aya, left, "✕ 1"))
    assert "no quotes yet" in (await chat.edited()).text


async def test_a_removed_article_is_named_not_quoted(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    await saves(chat, aya, await chat.asks(BRIDGE_QUESTION))
    bot.shelf.current = Edition.of([ARTICLES[0]])
    shown = await chat.asks("/saved")
    assert shown.quotes == []
    assert "no longer among the sources" in shown.text


async def test_a_changed_quote_is_not_shown_as_it_was(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    await saves(chat, aya, await chat.asks(QUESTION))
    bot.shelf.current = edited_edition()
    shown = await chat.asks("/saved")
    assert shown.quotes == []
    assert "The article has changed since; the quote no longer stands there." in shown.text


async def test_a_quote_that_stands_in_the_changed_article_says_so(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    bot.shelf.current = Edition.of([CORRECTED])
    await saves(chat, aya, await chat.asks("How many mines did the divers find? 15"))
    corrected = article([["Tugs lay there.", "Divers found 15 mines near the east pier."]])
    bot.shelf.current = Edition.of([replace(corrected, id=CORRECTED.id)])
    shown = await chat.asks("/saved")
    assert shown.quotes == ["Divers found 15 mines near the east pier."]
    assert "these words still stand there" in shown.text


async def test_a_saved_quote_is_no_others_to_remove(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat, ben = telegram.private(aya), telegram.user("Ben")
    await saves(chat, aya, await chat.asks(QUESTION))
    data = (await chat.asks("/saved")).button("✕")["callback_data"]
    bens = telegram.private(ben)
    await saves(bens, ben, await bens.asks(BRIDGE_QUESTION))
    await bens.pop_up(bens.press_data(ben, await bens.asks("/saved"), data))
    assert (await chat.asks("/saved")).quotes == [HARBOUR]


async def test_a_full_list_takes_no_more(
    telegram: FakeTelegram, bot: Served, aya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "keeping", replace(LIMITS.keeping, bookmarks=1))
    chat = telegram.private(aya)
    await saves(chat, aya, await chat.asks(QUESTION))
    assert "✕ removes one" in await saves(chat, aya, await chat.asks(BRIDGE_QUESTION))
    assert (await chat.asks("/saved")).quotes == [HARBOUR]


async def test_forget_deletes_what_was_saved(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    await saves(chat, aya, await chat.asks(QUESTION))
    await chat.asks("/forget")
    assert "no quotes yet" in (await chat.asks("/saved")).text
    assert await bot.database.rows("SELECT * FROM bookmarks") == []


async def test_saved_quotes_outlive_the_answer(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    await saves(chat, aya, await chat.asks(QUESTION))
    await bot.database.rows("DELETE FROM answers")
    assert (await chat.asks("/saved")).quotes == [HARBOUR]


async def test_markdown_quotes_each_with_its_link(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    await saves(chat, aya, await chat.asks(QUESTION))
    file, sent = await exported(telegram, chat, aya, "markdown")
    assert sent.message["document"]["file_name"] == "quoth.md"
    assert f"> {HARBOUR}\n>\n> — [Mines in the harbour](<https://courier.test/mines" in file


@pytest.mark.parametrize("style", ["bibtex", "csl", "ris"])
async def test_a_bibliography_holds_the_source_with_its_quotes(
    telegram: FakeTelegram, bot: Served, aya: Person, style: str
) -> None:
    chat = telegram.private(aya)
    for question in (QUESTION, BRIDGE_QUESTION):
        await saves(chat, aya, await chat.asks(question))
    file, sent = await exported(telegram, chat, aya, style)
    name = sent.message["document"]["file_name"]
    assert read_as(name, file) == {
        "Mines in the harbour": ("2031", HARBOUR),
        "A bridge of ropes": ("2031", BRIDGE),
    }


def read_as(name: str, file: str) -> dict[str, tuple[str, str]]:
    """Return title -> year and quotes, as a program of others reads the file."""
    if name == "quoth.json":
        return {i["title"]: (str(i["issued"]["date-parts"][0][0]), i["annote"]) for i in json.loads(file)}
    if name == "quoth.ris":
        return {e["title"]: (e["year"], "\n".join(e["notes"])) for e in rispy.loads(file)}
    assert name == "quoth.bib"
    library = parse_string(file, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    entries = ({field.key: field.value for field in entry.fields} for entry in library.entries)
    return {entry["title"].strip("{}"): (entry["year"], entry["annote"]) for entry in entries}


async def test_what_no_longer_stands_is_left_out_of_a_file_and_counted(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    for question in (QUESTION, BRIDGE_QUESTION):
        await saves(chat, aya, await chat.asks(question))
    bot.shelf.current = Edition.of([BRIDGES])
    file, sent = await exported(telegram, chat, aya, "markdown")
    assert HARBOUR not in file
    assert BRIDGE in file
    assert "no longer stand in the articles: 1" in sent.text


async def test_cite_copies_quote_and_source(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    chat = telegram.private(aya)
    tools = await pressed(chat, aya, await chat.asks(QUESTION), "⋯")
    assert tools.quotes == [HARBOUR]
    assert tools.button("cite")["copy_text"]["text"] == (
        f"“{HARBOUR}” – Mines in the harbour, Alder Courier, 6 May 2031, https://courier.test/mines"
    )
    assert (await pressed(chat, aya, tools, "back")).quotes == [HARBOUR]


async def test_what_is_too_long_to_be_copied_comes_as_a_message(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    title = "The ferries of a week, " * 12
    bot.shelf.current = Edition.of([replace(FERRIES, title=title.strip(", "))])
    chat = telegram.private(aya)
    answer = await chat.asks(FERRY_QUESTION)
    tools = await pressed(chat, aya, answer, "⋯")
    assert await chat.pop_up(chat.press(aya, tools, "cite")) == ""
    cited = await chat.reply()
    assert cited.quotes == answer.quotes[:1]
    assert "https://courier.test/ferries" in cited.text


async def test_a_group_is_offered_its_answer_in_private_with_all_tools(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    answer = await asked(group, aya, QUESTION)
    assert "⋯" not in [button["text"] for button in answer.buttons]
    opened = await followed(telegram, aya, answer.button("open in private")["url"])
    tools = await pressed(telegram.private(aya), aya, opened, "⋯")
    assert HARBOUR in tools.button("cite")["copy_text"]["text"]
