"""Inline mode: quotes in chats that the bot is not in."""

import asyncio
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition
from bot.core.replies import Reply
from tests.chat.articles import article
from tests.fake_telegram import FakeTelegram, Person, Sent
from tests.stories.steps import FERRY_QUESTION, followed, pressed
from tests.stories.world import (
    ALIKE,
    ARTICLES,
    BRIDGE,
    FERRIES,
    HARBOUR,
    QUESTION,
    Served,
    Shelf,
    answerer,
    edited_edition,
    serving,
)

CORRECTED_MINES = ["The harbour of Port Alder closed on Monday.", HARBOUR.replace("14", "15")]
"""As long as before."""
FERRY_WORDS = "ferry to Sund left"


async def test_a_quote_is_found_and_is_complete_in_itself(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    found = await telegram.found(telegram.inline(aya, QUESTION))
    (result,) = found.results
    assert result["title"] == HARBOUR
    assert result["description"] == "Mines in the harbour – Alder Courier, 6 May 2031"
    (shown,) = [s for s in telegram.transcript if s.method == "answerInlineQuery"]
    assert shown.quotes == [HARBOUR]
    assert shown.links["Mines in the harbour"].startswith("https://courier.test/mines#:~:text=")
    assert result["input_message_content"]["link_preview_options"] == {"is_disabled": True}
    assert 10 <= found.cache_time <= 60
    assert found.is_personal


async def test_the_button_below_a_chosen_quote_opens_its_article_in_private(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    (result,) = (await telegram.found(telegram.inline(aya, QUESTION))).results
    ((button,),) = result["reply_markup"]["inline_keyboard"]
    payload = button["url"].removeprefix("https://t.me/quoth_test_bot?start=")
    ben = telegram.private(telegram.user("Ben"))
    assert HARBOUR in (await ben.asks(f"/start {payload}")).quotes[0]
    bot.shelf.current = Edition.of([FERRIES])
    assert "no longer among the sources" in (await ben.asks(f"/start {payload}")).text


async def test_a_long_article_opens_where_the_chosen_quote_stands(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    bot.shelf.current = Edition.of([FERRIES])
    (result, *_) = (await telegram.found(telegram.inline(aya, "day ferry Sund crowded"))).results
    ((button,),) = result["reply_markup"]["inline_keyboard"]
    opened = await followed(telegram, aya, button["url"])
    assert "From the article, part 1 of" not in opened.text
    assert result["title"] in opened.quotes[0]


async def test_an_empty_query_says_how_to_ask_and_shows_the_newest_articles(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    old, new = replace(ARTICLES[0], published=date(2030, 1, 1)), ARTICLES[1]
    bot.shelf.current = Edition.of([old, new])
    for query in ("", "   "):
        found = await telegram.found(telegram.inline(aya, query))
        assert [result["title"] for result in found.results] == [BRIDGE, old.text.split(" Divers")[0]]
        assert found.button
        assert "Type a question" in found.button["text"]


async def test_where_nothing_is_found_the_private_chat_is_offered(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    found = await telegram.found(telegram.inline(aya, "Which football club won the cup?"))
    assert found.results == []
    assert found.button
    assert "private" in found.button["text"]
    start = await telegram.private(aya).asks(f"/start {found.button['start_parameter']}")
    assert "Ask me a question" in start.text


async def test_a_russian_speaker_reads_russian_citations(telegram: FakeTelegram, bot: Served) -> None:
    found = await telegram.found(telegram.inline(telegram.user("Ася", language_code="ru"), QUESTION))
    assert found.results[0]["description"] == "Mines in the harbour – Alder Courier, 6 мая 2031"
    assert found.results[0]["title"] == HARBOUR


async def test_results_come_in_pages_without_repetition(
    telegram: FakeTelegram, tmp_path: Path, aya: Person
) -> None:
    async with serving(telegram, tmp_path, Shelf(Edition.of([FERRIES]))):
        first = await telegram.found(telegram.inline(aya, FERRY_WORDS))
        second = await telegram.found(telegram.inline(aya, FERRY_WORDS, first.next_offset))
    assert first.next_offset
    assert second.next_offset == ""
    ids = [result["id"] for result in (*first.results, *second.results)]
    assert len(ids) == len(set(ids)) == 16
    assert all(len(result_id.encode()) <= 64 for result_id in ids)


@pytest.mark.parametrize("offset", ["x", "0:10", "::", "²:²", "9" * 64])
async def test_a_forged_offset_ends_the_list(
    telegram: FakeTelegram, bot: Served, aya: Person, offset: str
) -> None:
    found = await telegram.found(telegram.inline(aya, QUESTION, offset))
    assert (found.results, found.next_offset) == ([], "")


async def test_a_reload_between_two_pages_ends_the_list(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    bot.shelf.current = Edition.of([FERRIES])
    first = await telegram.found(telegram.inline(aya, FERRY_WORDS))
    bot.shelf.current = Edition.of([FERRIES, *ARTICLES[:2]])
    second = await telegram.found(telegram.inline(aya, FERRY_WORDS, first.next_offset))
    assert (second.results, second.next_offset) == ([], "")


async def test_a_reload_gives_results_new_ids(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    words = "The rope bridge at Hollin Gorge"
    before = (await telegram.found(telegram.inline(aya, words))).results[0]
    bot.shelf.current = edited_edition()
    after = (await telegram.found(telegram.inline(aya, words))).results[0]
    assert before["title"] == after["title"] == BRIDGE
    assert before["id"] != after["id"]


async def test_the_longest_query_is_answered(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    query = (QUESTION + " 🚀<b>&" * 100)[:256]
    assert (await telegram.found(telegram.inline(aya, query))).results


async def test_only_the_latest_query_of_a_person_is_answered(
    telegram: FakeTelegram, tmp_path: Path, aya: Person
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow(text: str, edition: Edition, most: int = 5) -> Reply:
        if "wait" in text:
            begun.set()
            may_end.wait(10)
        return answerer(text, edition, most)

    async with serving(telegram, tmp_path, answer=slow):
        old = telegram.inline(aya, f"{QUESTION} wait")
        await asyncio.to_thread(begun.wait, 10)
        new = telegram.inline(aya, QUESTION)
        await telegram.all_fetched()
        may_end.set()
        assert (await telegram.found(new)).results
        other = telegram.user("Ben")
        assert (await telegram.found(telegram.inline(other, QUESTION))).results
    assert telegram.world.inline[old] is False


async def test_a_query_that_takes_too_long_is_given_up(
    telegram: FakeTelegram, tmp_path: Path, aya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = replace(LIMITS, waiting=replace(LIMITS.waiting, inline=0.05))
    monkeypatch.setattr("bot.chat.talk.inline.LIMITS", impatient)
    may_end = threading.Event()

    def slow(text: str, edition: Edition, most: int = 5) -> Reply:
        may_end.wait(10)
        return answerer(text, edition, most)

    async with serving(telegram, tmp_path, answer=slow):
        found = await telegram.found(telegram.inline(aya, QUESTION))
        may_end.set()
    assert (found.results, found.button) == ([], None)


async def test_a_query_that_has_expired_is_no_trouble(
    telegram: FakeTelegram, bot: Served, aya: Person, caplog: pytest.LogCaptureFixture
) -> None:
    key = telegram.inline(aya, QUESTION)
    telegram.world.inline[key] = True
    assert (await telegram.found(telegram.inline(telegram.user("Ben"), QUESTION))).results
    assert (await telegram.private(aya).asks(QUESTION)).quotes
    assert "trouble" not in caplog.text


async def test_nothing_of_a_query_is_logged_or_kept(
    telegram: FakeTelegram, tmp_path: Path, aya: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "bot")
    async with serving(telegram, tmp_path):
        await telegram.found(telegram.inline(aya, "rope bridge of my secret cousin"))
    assert "cousin" not in caplog.text
    async with serving(telegram, tmp_path) as bot:
        rows = await bot.database.rows("SELECT count(*) FROM answers")
        bodies = await bot.database.rows("SELECT count(*) FROM updates WHERE body IS NOT NULL")
    assert (rows, bodies) == ([(0,)], [(0,)])


async def test_who_asks_too_much_is_told_once_and_costs_no_work(
    telegram: FakeTelegram, tmp_path: Path, aya: Person
) -> None:
    asked: list[str] = []

    def counted(text: str, edition: Edition, most: int = 5) -> Reply:
        asked.append(text)
        return answerer(text, edition, most)

    async with serving(telegram, tmp_path, answer=counted, inline_per_minute=1):
        assert (await telegram.found(telegram.inline(aya, QUESTION))).results
        refused = await telegram.found(telegram.inline(aya, QUESTION))
        for _ in range(20):
            telegram.inline(aya, QUESTION)
        assert (await telegram.found(telegram.inline(telegram.user("Ben"), QUESTION))).results
    assert refused.results == []
    assert refused.button is not None
    assert len(asked) == 2
    assert [shown.method for shown in telegram.transcript].count("answerInlineQuery") <= 3


async def test_rows_that_begin_alike_begin_with_the_word_that_differs(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    bot.shelf.current = Edition.of(ALIKE)
    found = await telegram.found(telegram.inline(aya, "harbour master closed storm"))
    assert {result["title"] for result in found.results} == {"…pier.", "…light.", "…gate."}
    assert all("Mines in the harbour – " in result["description"] for result in found.results)


async def shared(telegram: FakeTelegram, person: Person, question: str, *way: str) -> tuple[str, Sent]:
    """Return what the button to share puts into the input field, and the message that has it."""
    chat = telegram.private(person)
    shown = await chat.asks(question)
    for label in (*way, "⋯"):
        shown = await pressed(chat, person, shown, label)
    chosen = shown.button("share")["switch_inline_query_chosen_chat"]
    assert chosen["allow_group_chats"]
    return chosen["query"], shown


async def test_a_quote_is_shared_into_another_chat_with_its_source(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    query, shown = await shared(telegram, aya, QUESTION)
    found = await telegram.found(telegram.inline(aya, query))
    (result,) = found.results
    assert result["title"] == HARBOUR == shown.quotes[0]
    sent = [one for one in telegram.transcript if one.method == "answerInlineQuery"][-1]
    assert sent.quotes == [HARBOUR]
    assert "Mines in the harbour" in sent.links


async def test_the_quote_that_is_looked_at_is_shared(
    telegram: FakeTelegram, ferries: Served, aya: Person
) -> None:
    query, shown = await shared(telegram, aya, FERRY_QUESTION, "more")
    (result,) = (await telegram.found(telegram.inline(aya, query))).results
    assert result["title"] == shown.quotes[0]


async def test_a_quote_whose_article_has_changed_is_not_shared(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    query, _ = await shared(telegram, aya, QUESTION)
    as_long = replace(article([CORRECTED_MINES]), id=ARTICLES[0].id)
    for edition in (edited_edition(), Edition.of([as_long]), Edition.of([FERRIES])):
        bot.shelf.current = edition
        found = await telegram.found(telegram.inline(aya, query))
        assert found.results == []
        assert found.button
        assert "stands there no more" in found.button["text"]


async def test_a_forged_share_finds_only_what_can_be_quoted(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    query, _ = await shared(telegram, aya, QUESTION)
    head, start, end = query.rsplit("-", 2)
    for forged in (
        f"{head}-{start}-1",
        f"{head}-1-{end}",
        f"{head}-{end}-{start}",
        f"{head}-{start}-zzzzzzz",
    ):
        assert (await telegram.found(telegram.inline(aya, forged))).results == []
