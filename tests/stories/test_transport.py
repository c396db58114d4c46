"""Whatever the network, Telegram or the machine does: each question is answered once."""

import asyncio
import socket
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram.error import Conflict, NetworkError

from bot.basics.errors import BotError, SettingsError, StorageError
from bot.basics.limits import LIMITS
from bot.chat.running.lifecycle import PollingErrors, Stop
from bot.chat.wire.metrics import Metrics
from bot.core.index.edition import Edition
from bot.core.replies import Reply
from bot.storage.personal.owed import Debt, Owed
from tests.fake_telegram import TOKEN, FakeTelegram, Group, Person
from tests.stories.conftest import free_port
from tests.stories.world import BRIDGE, BRIDGE_QUESTION, HARBOUR, QUESTION, Served, answerer, serving

POISON = {"id": "1", "from": {"id": 1}, "data": "x", "message": {"text": "a secret question"}}


async def test_an_update_that_cannot_be_read_harms_no_other(
    telegram: FakeTelegram, bot: Served, caplog: pytest.LogCaptureFixture
) -> None:
    chat = telegram.private(telegram.user("Aya"))
    telegram.update("callback_query", dict(POISON))
    assert HARBOUR in (await chat.asks(QUESTION)).quotes[0]
    telegram.update("callback_query", dict(POISON))
    telegram.update("message", {"message_id": "x"})
    telegram.world.updates.append({"no": "id"})
    telegram.update("something_new", {"of": "tomorrow"})
    assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes[0]
    assert "(callback_query) cannot be read" in caplog.text
    assert "secret" not in caplog.text


async def test_an_update_that_comes_again_is_handled_once(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    update = telegram.update("message", chat.post(chat.person, QUESTION))
    await chat.reply()
    for _ in range(3):
        telegram.again(update)
    assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes[0]


async def test_a_chat_is_served_in_order(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    questions = [chat.says(text) for text in (QUESTION, BRIDGE_QUESTION) * 4]
    answers = [await chat.reply() for _ in questions]
    assert [HARBOUR in answer.quotes[0] for answer in answers] == [True, False] * 4


async def test_a_chat_that_has_to_wait_holds_up_no_other(telegram: FakeTelegram, bot: Served) -> None:
    slow, quick = telegram.private(telegram.user("Aya")), telegram.private(telegram.user("Ben"))
    telegram.server.faults.add("429", chat_id=slow.id, retry_after=1)
    slow.says(QUESTION)
    for _ in range(3):
        assert BRIDGE in (await quick.asks(BRIDGE_QUESTION)).quotes[0]
    assert slow.unread == []
    assert HARBOUR in (await slow.reply()).quotes[0]


@pytest.mark.parametrize("kind", ["500", "502", "refused", "lost_reply"])
async def test_after_a_failed_send_the_answer_is_offered_not_repeated(
    telegram: FakeTelegram, bot: Served, kind: str
) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    telegram.server.faults.add(kind, "sendMessage")  # type: ignore[arg-type]
    first = await chat.asks(QUESTION)
    offer = await chat.reply() if kind == "lost_reply" else first
    assert (HARBOUR in "".join(first.quotes)) == (kind == "lost_reply")
    assert "network failed" in offer.text
    assert await chat.pop_up(chat.press(aya, offer, "show")) == ""
    shown = await chat.edited()
    assert (shown.message_id, HARBOUR in shown.quotes[0]) == (offer.message_id, True)
    await chat.pop_up(chat.press(aya, offer, "show"))
    assert chat.unread == []


@pytest.mark.parametrize("body", ["", "null", "[]", "<html>404</html>", '{"ok": true, "result": true}'])
async def test_a_send_that_something_else_answers_is_offered_not_repeated(
    telegram: FakeTelegram, bot: Served, body: str
) -> None:
    chat = telegram.private(telegram.user("Aya"))
    telegram.server.faults.add("odd", "sendMessage", status=404 if "404" in body else 200, body=body)
    assert HARBOUR in (await chat.asks(QUESTION)).quotes[0]
    assert "network failed" in (await chat.reply()).text
    assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes[0]


async def test_answers_for_a_chat_that_is_shut_for_long_come_when_it_opens(
    telegram: FakeTelegram, bot: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = replace(LIMITS, waiting=replace(LIMITS.waiting, call=0.5))
    monkeypatch.setattr("bot.chat.wire.delivery.LIMITS", impatient)
    shut, free = telegram.private(telegram.user("Aya")), telegram.private(telegram.user("Ben"))
    telegram.server.faults.add("429", chat_id=shut.id, retry_after=2)
    for question in (QUESTION, BRIDGE_QUESTION):
        shut.says(question)
    await telegram.until(lambda: telegram.server.faults.happened, "the flood limit")
    assert HARBOUR in (await free.asks(QUESTION)).quotes[0]
    assert shut.unread == []
    answers = [await shut.reply(), await shut.reply()]
    assert {answer.quotes[0] for answer in answers} == {HARBOUR, BRIDGE}


def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is waited for that these stories have seen often enough."""
    brief = replace(LIMITS.waiting, call=0.2, offers=(0.0,), cut_off=0.05)
    monkeypatch.setattr(LIMITS, "waiting", brief)


async def test_an_answer_that_cannot_even_be_offered_is_offered_when_telegram_is_back(
    telegram: FakeTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty(monkeypatch)
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    async with serving(telegram, tmp_path) as bot:
        telegram.server.faults.add("500", "sendMessage", times=4)
        offer = await chat.asks(QUESTION)
        assert "network failed" in offer.text
        assert len(telegram.server.faults.happened) == 4
        await chat.pop_up(chat.press(aya, offer, "show"))
        assert HARBOUR in (await chat.edited()).quotes[0]
        assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes[0]
        assert chat.unread == []
        assert await Owed(bot.database).all() == []


async def test_an_answer_is_sent_once_when_telegram_can_be_reached_again(
    telegram: FakeTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty(monkeypatch)
    chat, may_answer = telegram.private(telegram.user("Aya")), threading.Event()

    def slowly(text: str, edition: Edition, most: int = 5) -> Reply:
        may_answer.wait(telegram.server.patience)
        return answerer(text, edition, most)

    async with serving(telegram, tmp_path, answer=slowly) as bot:
        chat.says(QUESTION)
        await telegram.all_fetched()
        async with asyncio.timeout(telegram.server.patience), telegram.server.out_of_reach():
            may_answer.set()
            while not await Owed(bot.database).all():
                pass
        assert HARBOUR in (await chat.reply()).quotes[0]
        async with asyncio.timeout(telegram.server.patience):
            while await Owed(bot.database).all():
                pass
        assert chat.unread == []


@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize("late", [-60, 60])
async def test_an_answer_that_could_not_be_sent_for_a_day_never_comes(
    telegram: FakeTelegram, tmp_path: Path, caplog: pytest.LogCaptureFixture, late: int, *, begun: bool
) -> None:
    aya = telegram.user("Aya")
    chat, ben = telegram.private(aya), telegram.private(telegram.user("Ben"))
    async with serving(telegram, tmp_path) as bot:
        answer = await chat.asks(QUESTION)
        asked_at = time.time() - LIMITS.waiting.owed - late
        ((number,),) = await bot.database.rows("UPDATE answers SET given_at = ? RETURNING id", asked_at)
        await Owed(bot.database).add(Debt(number, aya.id, answer.message_id, 0, "en", False, 0.0, begun))
    async with serving(telegram, tmp_path) as bot:
        if late < 0:
            assert (await chat.reply()).quotes == ([] if begun else [HARBOUR])
        assert (await ben.asks(BRIDGE_QUESTION)).quotes == [BRIDGE]
        async with asyncio.timeout(telegram.server.patience):
            while await Owed(bot.database).all():
                pass
    assert caplog.text.count("given up") == (late > 0)
    assert chat.unread == []


async def test_a_question_that_is_changed_while_its_answer_is_owed_is_answered_once(
    telegram: FakeTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty(monkeypatch)
    chat = telegram.private(telegram.user("Aya"))
    async with serving(telegram, tmp_path) as bot:
        telegram.server.faults.add("429", chat_id=chat.id, retry_after=1)
        asked = chat.says(QUESTION)
        async with asyncio.timeout(telegram.server.patience):
            while not await Owed(bot.database).all():
                pass
            chat.edit(asked, BRIDGE_QUESTION)
            assert BRIDGE in (await chat.reply()).quotes[0]
            while await Owed(bot.database).all():
                pass
        assert chat.unread == []


@pytest.mark.usefixtures("bot")
async def test_a_question_that_is_changed_after_its_answer_may_have_arrived_gets_no_second_one(
    telegram: FakeTelegram,
) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    telegram.server.faults.add("lost_reply", "sendMessage")
    asked = chat.says(QUESTION)
    assert HARBOUR in (await chat.reply()).quotes[0]
    await chat.reply()
    chat.edit(asked, BRIDGE_QUESTION)
    offer = await chat.reply()
    assert (offer.quotes, "network failed" in offer.text) == ([], True)
    await chat.pop_up(chat.press(aya, offer, "show"))
    assert BRIDGE in (await chat.edited()).quotes[0]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(("seconds", "late"), [(4 * 3_600, LIMITS.waiting.late), (100, 0)])
async def test_an_answer_for_a_chat_that_is_shut_for_hours_or_too_many_others_is_given_up(
    telegram: FakeTelegram,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    seconds: int,
    late: int,
) -> None:
    monkeypatch.setattr(LIMITS, "waiting", replace(LIMITS.waiting, late=late))
    shut, free = telegram.private(telegram.user("Aya")), telegram.private(telegram.user("Ben"))
    telegram.server.faults.add("429", chat_id=shut.id, retry_after=seconds)
    shut.says(QUESTION)
    await telegram.until(lambda: telegram.server.faults.happened, "the flood limit")
    assert HARBOUR in (await free.asks(QUESTION)).quotes[0]
    assert BRIDGE in (await free.asks(BRIDGE_QUESTION)).quotes[0]
    assert "gave up" in caplog.text
    assert shut.unread == []


async def test_polls_that_something_else_answers_are_made_again(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    for body in ("null", "<html>Not Found</html>", '{"ok": true, "result": {}}'):
        telegram.server.faults.add("odd", "getUpdates", status=404 if "Not" in body else 200, body=body)
        assert HARBOUR in (await chat.asks(QUESTION)).quotes[0]


async def test_an_answer_that_hangs_is_given_up_and_offered(telegram: FakeTelegram, tmp_path: Path) -> None:
    telegram.server.faults.add("hang", "sendMessage")
    async with serving(telegram, tmp_path, api_timeout_seconds=0.3):
        chat = telegram.private(telegram.user("Aya"))
        assert HARBOUR in (await chat.asks(QUESTION)).quotes[0]
        assert "network failed" in (await chat.reply()).text


async def test_edits_are_repeated_until_they_arrive(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    question = chat.says(QUESTION)
    await chat.reply()
    telegram.server.faults.add("lost_reply", "editMessageText")
    telegram.server.faults.add("502", "editMessageText")
    chat.edit(question, BRIDGE_QUESTION)
    assert BRIDGE in (await chat.edited()).quotes[0]
    assert HARBOUR in (await chat.asks(QUESTION)).quotes[0]


async def test_who_blocks_the_bot_is_remembered_until_they_return(
    telegram: FakeTelegram, bot: Served
) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    await chat.asks(QUESTION)
    chat.blocks()
    chat.says(QUESTION)
    await chat.was_written_to(2)
    telegram.private(aya).room.blocked_by_user = False
    telegram.member_changed(chat.room, aya, "kicked", "member")
    assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes[0]
    assert await bot.chats.active(chat.id)


async def test_what_came_while_the_bot_was_away_is_answered(telegram: FakeTelegram, tmp_path: Path) -> None:
    chat = telegram.private(telegram.user("Aya"))
    telegram.world.clock -= 3600
    chat.says(QUESTION)
    async with serving(telegram, tmp_path):
        assert HARBOUR in (await chat.reply()).quotes[0]


async def test_work_that_a_stop_cut_short_is_done_after_the_start(
    telegram: FakeTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = replace(LIMITS, waiting=replace(LIMITS.waiting, stop=0.0))
    monkeypatch.setattr("bot.chat.running.lifecycle.LIMITS", at_once)
    chat = telegram.private(telegram.user("Aya"))
    telegram.server.faults.add("429", "sendMessage", retry_after=50)
    async with serving(telegram, tmp_path):
        chat.says(QUESTION)
        await telegram.until(lambda: telegram.server.faults.happened, "the flood limit")
    assert chat.unread == []
    async with serving(telegram, tmp_path):
        assert (await chat.reply()).quotes or "network failed" in telegram.transcript[-1].text
    assert len(telegram.transcript) == 1


async def test_telegram_is_told_which_updates_are_wanted(telegram: FakeTelegram, bot: Served) -> None:
    assert telegram.server.allowed_updates
    assert {"message", "callback_query", "inline_query"} <= set(telegram.server.allowed_updates)


async def test_the_webhook_takes_nothing_from_strangers(telegram: FakeTelegram, tmp_path: Path) -> None:
    address = f"127.0.0.1:{free_port()}"
    url = f"http://{address}/hook"
    async with (
        serving(telegram, tmp_path, webhook_url=url, webhook_listen=address, webhook_secret="s3cret"),
        aiohttp.ClientSession() as stranger,
    ):
        right = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "guess"}):
            async with stranger.post(url, headers=headers) as response:
                assert response.status == 403
        async with stranger.post(url, data=b"\xff{", headers=right) as response:
            assert response.status == 200
        async with stranger.get(url, headers=right) as response:
            assert response.status == 405


async def test_the_webhook_may_be_a_unix_socket(telegram: FakeTelegram, tmp_path: Path) -> None:
    socket = tmp_path / "quoth.sock"
    async with (
        serving(
            telegram,
            tmp_path,
            webhook_url="http://127.0.0.1:1/hook",
            webhook_listen=f"unix:{socket}",
            webhook_secret="s3cret",
        ),
        aiohttp.ClientSession(connector=aiohttp.UnixConnector(str(socket))) as proxy,
    ):
        headers = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
        async with proxy.post("http://bot/hook", json={"update_id": 1}, headers=headers) as response:
            assert response.status == 200


async def test_operators_see_health_and_figures(telegram: FakeTelegram, tmp_path: Path) -> None:
    address = f"127.0.0.1:{free_port()}"
    async with serving(telegram, tmp_path, health_listen=address), aiohttp.ClientSession() as operator:
        chat = telegram.private(telegram.user("Aya"))
        await chat.asks(QUESTION)
        await chat.asks("/help")  # a chat's messages are in a row: the question is done with, figures and all
        async with operator.get(f"http://{address}/health") as response:
            assert (response.status, await response.text()) == (200, "ok\n")
        async with operator.get(f"http://{address}/metrics") as response:
            figures = await response.text()
    assert 'quoth_questions_total{kind="answered"} 1.0' in figures
    assert "quoth_answer_seconds_count 1.0" in figures
    assert "quoth_articles 2.0" in figures


async def test_operators_see_that_telegram_is_silent() -> None:
    metrics, now = Metrics(), 0.0
    metrics.clock = lambda: now
    assert metrics.alive
    metrics.heard()
    now = 119
    assert metrics.alive
    now = 121
    assert not metrics.alive


async def test_an_error_of_ours_has_an_id_for_both_sides_and_no_question(
    telegram: FakeTelegram, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(text: str, edition: Edition, most: int = 5) -> Reply:
        """Quote the question in its failure."""
        raise ValueError(text)

    operators, aya = telegram.private(telegram.user("Operator")), telegram.private(telegram.user("Aya"))
    async with serving(telegram, tmp_path, answer=broken, error_chat=operators.id):
        told = (await aya.asks(QUESTION)).text
        report = (await operators.reply()).text
    telegram.transcript.remove(telegram.server.transcript.in_chat[operators.id][0])  # it is for nobody else
    trouble = next(word for word in report.split() if len(word) == 8 and word in told)
    assert trouble in caplog.text
    assert "ValueError" in report
    assert "mines" not in report + caplog.text


async def test_a_stop_does_not_wait_for_a_telegram_that_hangs(telegram: FakeTelegram, tmp_path: Path) -> None:
    chat = telegram.private(telegram.user("Aya"))
    async with serving(telegram, tmp_path) as served:
        chat.says(QUESTION)
        await chat.reply()
        telegram.server.faults.add("hang", times=100)
        chat.says(QUESTION)
        await telegram.until(lambda: telegram.server.faults.happened, "Telegram to hang")
        served.stop.asked.set()
        async with asyncio.timeout(10):
            await served.task


async def test_inline_queries_are_never_stored(telegram: FakeTelegram, tmp_path: Path) -> None:
    async with serving(telegram, tmp_path):
        await telegram.found(telegram.inline(telegram.user("Aya"), "a secret wish"))
    assert not [file for file in tmp_path.iterdir() if b"secret wish" in file.read_bytes()]  # noqa: ASYNC240


async def test_a_wrong_token_is_said_in_one_line(telegram: FakeTelegram, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="does not know this BOT_TOKEN"):
        async with serving(telegram, tmp_path, token="1:wrong"):
            pass


async def serve_until_revoked(telegram: FakeTelegram, data: Path) -> None:
    async with serving(telegram, data) as served:
        telegram.server.faults.add("401", "getUpdates", times=100)
        telegram.private(telegram.user("Aya")).says(QUESTION)
        await asyncio.wait([served.task])


async def test_a_token_that_is_revoked_ends_the_bot(telegram: FakeTelegram, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="does not know this BOT_TOKEN"):
        await serve_until_revoked(telegram, tmp_path)


async def test_two_bots_do_not_share_a_folder(telegram: FakeTelegram, bot: Served, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="another Quoth serves"):
        async with serving(telegram, tmp_path):
            pass


def conflicts(started: float, *moments: float, chance: float = 0) -> Stop:
    """What becomes of a bot that was told at these moments that another one polls."""
    stop, now = Stop(), started
    errors = PollingErrors(stop, lambda: now, lambda: chance)
    for moment in moments:
        now = moment
        errors(Conflict("terminated by other getUpdates request"))
        errors(NetworkError("reset"))
    return stop


def test_another_poller_is_borne_for_a_while() -> None:
    assert not conflicts(0, 0, 10, 29, 100, 110).asked.is_set()  # a restart, and a second one later


def test_the_bot_that_came_later_gives_up_and_says_so() -> None:
    assert "another process polls" in str(conflicts(0, 0, 10, 20, 30).failure)


def test_of_two_bots_that_came_together_one_stays() -> None:
    assert conflicts(0, 0, 10, 20, 30, 40, chance=0.9).failure is None


def test_the_bot_that_was_there_some_seconds_before_stays() -> None:
    newer, older = conflicts(0, *range(1, 90, 15), chance=1), conflicts(0, *range(12, 101, 15), chance=0)
    assert newer.failure
    assert older.failure is None


def test_the_bot_that_was_there_before_stays_though_the_newer_one_is_started_again_and_again() -> None:
    assert conflicts(0, *range(3600, 7200, 40)).failure is None


@pytest.mark.parametrize("setting", ["health_listen", "webhook_listen"])
async def test_a_port_in_use_is_named_before_anything_is_announced(
    setting: str, telegram: FakeTelegram, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        settings: dict[str, Any] = {"webhook_url": "https://bot.test/", setting: address}
        with pytest.raises(BotError, match=f"BOT_{setting.upper()}: {address} is in use"):
            async with serving(telegram, tmp_path, **settings):
                pass
    assert "serving as" not in caplog.text


async def test_a_start_without_network_waits_for_it(telegram: FakeTelegram, tmp_path: Path) -> None:
    telegram.server.faults.add("refused", "getMe")
    telegram.server.faults.add("502", "getMe")
    telegram.server.faults.add("odd", "getMe", status=404, body="<html>no such page</html>")
    telegram.server.faults.add("500", "deleteWebhook")
    telegram.server.faults.add("odd", "getMyCommands", body='{"ok": true, "result": true}')
    telegram.server.faults.add("429", "setMyCommands", times=100)
    async with serving(telegram, tmp_path):
        assert (await telegram.private(telegram.user("Aya")).asks(QUESTION)).quotes


async def test_nothing_that_is_logged_or_stored_holds_the_token_or_a_question(
    telegram: FakeTelegram, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.server.faults.add("500", "sendMessage")
    async with serving(telegram, tmp_path):
        await telegram.private(telegram.user("Aya")).asks(QUESTION)
        await telegram.private(telegram.user("Ben")).asks(BRIDGE_QUESTION)
    assert "mines" not in caplog.text
    assert "Hollin" not in caplog.text
    assert not [file for file in tmp_path.iterdir() if TOKEN.encode() in file.read_bytes()]  # noqa: ASYNC240


@pytest.mark.parametrize("days", [-1, 1])
async def test_a_machine_whose_clock_is_wrong_knows_what_comes_late(
    telegram: FakeTelegram, tmp_path: Path, group: Group, aya: Person, days: int
) -> None:
    telegram.world.clock -= days * 86_400
    async with serving(telegram, tmp_path):
        group.write(aya, f"/ask {BRIDGE_QUESTION}", date=int(telegram.world.clock) - 6 * 60)
        group.write(aya, f"/ask {QUESTION}")
        assert (await group.reply()).quotes == [HARBOUR]
