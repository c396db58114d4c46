"""The bot as a process: killed, stopped, restarted."""

import signal
from collections import Counter
from pathlib import Path

from tests.fake_telegram import TOKEN, FakeTelegram
from tests.stories.process import process
from tests.stories.readers import Readers
from tests.stories.world import BRIDGE, BRIDGE_QUESTION, HARBOUR, QUESTION


async def test_a_signal_ends_it_cleanly(telegram: FakeTelegram, tmp_path: Path) -> None:
    chat = telegram.private(telegram.user("Aya"))
    async with process(telegram, tmp_path) as bot:
        await chat.asks(QUESTION)
        bot.child.send_signal(signal.SIGTERM)
        assert await bot.child.wait() == 0
    assert telegram.world.updates == []
    assert "Traceback" not in bot.output


async def test_a_signal_ends_it_though_a_call_hangs(telegram: FakeTelegram, tmp_path: Path) -> None:
    chat = telegram.private(telegram.user("Aya"))
    telegram.server.faults.add("hang", "sendMessage")
    async with process(telegram, tmp_path) as bot:
        chat.says(QUESTION)
        await telegram.until(lambda: telegram.server.faults.happened, "the call to hang")
        bot.child.send_signal(signal.SIGTERM)
        assert await bot.child.wait() == 0
    assert "ending work that takes too long; it comes again at the next start" in bot.output


async def test_all_that_it_writes_is_free_of_token_and_questions(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    chat = telegram.private(telegram.user("Aya"))
    telegram.update("callback_query", {"id": "1", "data": "poison mines"})
    telegram.server.faults.add("refused", "sendMessage")
    async with process(telegram, tmp_path) as bot:
        await chat.asks(QUESTION)
        await chat.asks(BRIDGE_QUESTION)
    assert "serving as: @quoth_test_bot, inline mode: on, privacy mode: on, maintainers: none" in bot.output
    assert '"maintainers": "none"' in bot.output
    assert '"folder": "nowhere"' in bot.output
    assert TOKEN.partition(":")[2] not in bot.output
    assert "mines" not in bot.output
    assert "Hollin" not in bot.output


async def test_killed_after_sending_it_does_not_answer_twice(telegram: FakeTelegram, tmp_path: Path) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    telegram.server.faults.add("hang", "sendMessage")
    async with process(telegram, tmp_path) as bot:
        assert HARBOUR in (await chat.asks(QUESTION)).quotes[0]
        await bot.kill()
    async with process(telegram, tmp_path):
        assert "network failed" in (await chat.reply()).text
        assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes[0]


async def test_killed_before_sending_it_offers_the_answer_later(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    telegram.server.faults.add("429", "sendMessage", retry_after=50)
    async with process(telegram, tmp_path) as bot:
        chat.says(QUESTION)
        await telegram.until(lambda: telegram.server.faults.happened, "the flood limit")
        await bot.kill()
    async with process(telegram, tmp_path):
        offer = await chat.reply()
        chat.press(aya, offer, "show")
        assert HARBOUR in (await chat.edited()).quotes[0]


async def test_killed_after_confirming_it_stays_silent(telegram: FakeTelegram, tmp_path: Path) -> None:
    group, aya = telegram.group("Readers"), telegram.user("Aya")
    async with process(telegram, tmp_path) as bot:
        first = group.post(aya, f"/ask {QUESTION}")
        update = telegram.update("message", first)
        await group.reply()
        group.write(aya, f"/ask {BRIDGE_QUESTION}")
        await group.reply()  # so the first one is confirmed
        await bot.kill()
    telegram.again(update)
    async with process(telegram, tmp_path):
        last = group.write(aya, f"/ask {QUESTION}")
        while (await group.reply()).replies_to != last["message_id"]:
            pass
    assert [s.replies_to for s in telegram.transcript].count(first["message_id"]) == 1


async def test_no_answer_is_lost_or_doubled_whatever_happens(telegram: FakeTelegram, tmp_path: Path) -> None:
    readers = Readers(telegram, count=10)
    await readers.survive(tmp_path, kills=3)
    assert readers.answers == Counter(readers.asked)
    assert len(readers.asked) == 40
