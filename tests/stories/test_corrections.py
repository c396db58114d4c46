"""Whoever has received a quote is told once, with both wordings, when its article says something else."""

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from tests.fake_telegram import FakeTelegram, Group, Person, Sent
from tests.fake_telegram.faults import Kind
from tests.folders import KILN, KILN_QUESTION, folder_of
from tests.stories.audited import telegram_that_quotes
from tests.stories.steps import asked
from tests.stories.test_maintenance import told
from tests.stories.world import Served, serving

MENDED = KILN.replace("nine days", "eleven days")
HEADER = "---\ntitle: The kiln\npublisher: Bank News\nurl: https://bank.test/kiln\n---\n\n"
OLD, NEW = (text.split(". ")[0] + "." for text in (KILN, MENDED))


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with telegram_that_quotes(KILN, MENDED) as fake:
        yield fake


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return folder_of(tmp_path, kiln=HEADER + KILN)


def library(corpus: Path) -> Shelf:
    return Shelf(corpus, Editions(corpus.parent / "data" / "editions"))


@pytest.fixture
async def bot(telegram: FakeTelegram, corpus: Path, keeper: Person) -> AsyncIterator[Served]:
    data = corpus.parent / "data"
    async with serving(telegram, data, library(corpus), maintainers=str(keeper.id)) as served:
        yield served


def corrections(telegram: FakeTelegram, chat_id: int) -> list[Sent]:
    """All that a chat was told of corrections, each as it is shown in the end."""
    return [s for s in telegram.transcript if s.chat_id == chat_id and "has changed" in s.text and s.quotes]


async def corrected(telegram: FakeTelegram, keeper: Person, corpus: Path, text: str) -> None:
    """Let a maintainer change the article, see how many are told, and confirm."""
    chat = telegram.private(keeper)
    (corpus / "kiln.md").write_text(text)
    chat.says("/reload")
    await told(chat, "Nothing was changed yet")
    shown = next(s for s in reversed(telegram.transcript) if "Nothing was changed yet" in s.text)
    chat.press(keeper, shown, "apply")
    await told(chat, "Reloaded")


@pytest.mark.usefixtures("bot")
async def test_readers_in_private_and_in_groups_are_told_once_with_both_wordings(
    telegram: FakeTelegram, keeper: Person, corpus: Path, group: Group
) -> None:
    aya, ben = telegram.user("Aya"), telegram.user("Ben")
    answer = await telegram.private(aya).asks(KILN_QUESTION)
    await asked(group, ben, KILN_QUESTION)
    await asked(group, aya, KILN_QUESTION)
    await corrected(telegram, keeper, corpus, HEADER + MENDED)
    reports = [s.text for s in telegram.transcript if "Nothing was changed yet" in s.text]
    assert "Messages to readers about changed quotes: 2" in reports[0]
    for chat_id in (aya.id, group.room.id):
        await telegram.until(lambda chat_id=chat_id: corrections(telegram, chat_id), "a correction")
        (correction,) = corrections(telegram, chat_id)
        assert correction.quotes == [OLD, NEW]
        assert "Then" in correction.text
        assert "https://bank.test/kiln#:~:text=" in correction.source
    first = next(s for s in telegram.transcript if s.text == "A quote that I gave here has changed.")
    assert first.message["reply_to_message"]["message_id"] == answer.message["message_id"]
    assert {len(corrections(telegram, i)) for i in (aya.id, group.room.id)} == {1}


@pytest.mark.usefixtures("bot")
async def test_a_sentence_and_an_article_that_are_gone_are_told_as_such(
    telegram: FakeTelegram, keeper: Person, corpus: Path
) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    await chat.asks(KILN_QUESTION)
    await corrected(telegram, keeper, corpus, HEADER + "Its bricks went to the lighthouse.")
    assert "neither these words" in await told(chat, "Then")
    (correction,) = corrections(telegram, aya.id)
    assert correction.quotes == [OLD]


@pytest.mark.usefixtures("bot")
async def test_words_that_only_move_are_no_correction(
    telegram: FakeTelegram, keeper: Person, corpus: Path
) -> None:
    await telegram.private(telegram.user("Aya")).asks(KILN_QUESTION)
    (corpus / "kiln.md").write_text(f"{HEADER}Its bricks went to the lighthouse.\n\n{OLD}")
    telegram.private(keeper).says("/reload")
    assert "readers" not in await told(telegram.private(keeper), "Reloaded")


@pytest.mark.usefixtures("bot")
async def test_a_retraction_is_told_to_whoever_has_read_the_article(
    telegram: FakeTelegram, keeper: Person, corpus: Path
) -> None:
    aya = telegram.user("Aya")
    await telegram.private(aya).asks(KILN_QUESTION)
    await corrected(telegram, keeper, corpus, HEADER.replace("url:", "retracted: true\nurl:") + KILN)
    shown = await told(telegram.private(aya), "has been marked since")
    assert "⚠ retracted" in shown
    assert OLD in shown


async def test_nobody_is_told_where_the_owner_does_not_want_it(
    telegram: FakeTelegram, keeper: Person, corpus: Path
) -> None:
    data = corpus.parent / "data"
    async with serving(
        telegram, data, library(corpus), maintainers=str(keeper.id), corrections=False
    ) as served:
        await telegram.private(telegram.user("Aya")).asks(KILN_QUESTION)
        (corpus / "kiln.md").write_text(HEADER + MENDED)
        telegram.private(keeper).says("/reload")
        assert "readers" not in await told(telegram.private(keeper), "Reloaded")
        assert await served.database.rows("SELECT 1 FROM corrections") == []


async def test_nothing_old_is_quoted_that_no_kept_edition_proves(
    telegram: FakeTelegram, keeper: Person, corpus: Path
) -> None:
    data, aya = corpus.parent / "data", telegram.user("Aya")
    settings: dict[str, Any] = {"maintainers": str(keeper.id)}
    async with serving(telegram, data, library(corpus), **settings) as served:
        await telegram.private(aya).asks(KILN_QUESTION)
        await served.database.rows("UPDATE answers SET claims = replace(claims, 'nine', 'six')")
    (corpus / "kiln.md").write_text(HEADER + MENDED)
    async with serving(telegram, data, library(corpus), **settings) as served:
        assert await served.database.rows("SELECT 1 FROM corrections") == []


@pytest.mark.parametrize("fault", ["lost_reply", "500", "429"])
async def test_a_failing_network_neither_loses_nor_doubles_a_correction(
    telegram: FakeTelegram, keeper: Person, corpus: Path, fault: Kind
) -> None:
    data = corpus.parent / "data"
    readers = [telegram.user(f"Reader {number}") for number in range(5)]
    async with serving(telegram, data, library(corpus), maintainers=str(keeper.id)):
        for reader in readers:
            await telegram.private(reader).asks(KILN_QUESTION)
        for reader in readers[1:3]:
            telegram.server.faults.add(fault, "editMessageText", chat_id=reader.id)
        await corrected(telegram, keeper, corpus, HEADER + MENDED)
        await telegram.until(
            lambda: all(corrections(telegram, reader.id) for reader in readers), "all corrections"
        )
    shown = Counter(
        (room.id, message["message_id"])
        for room in telegram.world.rooms.values()
        for message in room.messages.values()
        if NEW in message.get("text", "")
    )
    assert {room for room, _ in shown} == {reader.id for reader in readers}
    assert len(shown) == len(readers)
    for reader in readers:  # the answer, and one message that became the correction
        assert len(telegram.world.rooms[reader.id].messages) == 3


async def test_a_proof_asked_for_later_is_of_the_quote_as_it_was(
    telegram: FakeTelegram, bot: Served, keeper: Person, corpus: Path
) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    answer = await chat.asks(KILN_QUESTION)
    before = bot.shelf.current.articles[0].revision
    await corrected(telegram, keeper, corpus, HEADER + MENDED)
    assert "has changed" in (await chat.reply()).text
    proof = await chat.asks("/proof", reply_to=answer)
    assert proof.quotes == [OLD, NEW]
    assert "The article has changed" in proof.text
    assert before in proof.text
    await bot.database.rows("UPDATE answers SET claims = replace(claims, 'nine days', '99 days')")
    assert (await chat.asks("/proof", reply_to=answer)).quotes == []


async def test_what_was_announced_before_the_end_is_shown_in_its_place_after_it(
    telegram: FakeTelegram, keeper: Person, corpus: Path
) -> None:
    data, aya = corpus.parent / "data", telegram.user("Aya")
    settings: dict[str, Any] = {"maintainers": str(keeper.id)}
    async with serving(telegram, data, library(corpus), **settings):
        await telegram.private(aya).asks(KILN_QUESTION)
        telegram.server.faults.add("500", "editMessageText", times=1000, chat_id=aya.id)
        await corrected(telegram, keeper, corpus, HEADER + MENDED)
        await telegram.until(lambda: telegram.server.faults.happened, "an edit that fails")
    assert corrections(telegram, aya.id) == []
    telegram.server.faults.planned.clear()
    async with serving(telegram, data, library(corpus), **settings):
        await telegram.until(lambda: corrections(telegram, aya.id), "a correction")
    announced, shown = (s for s in telegram.transcript if s.chat_id == aya.id and "I gave here" in s.text)
    assert announced.message["message_id"] == shown.message["message_id"]
    assert shown.quotes == [OLD, NEW]
