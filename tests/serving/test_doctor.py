"""The doctor finds what is wrong, says what to do, changes nothing and shows no secret."""

import asyncio
import json
import os
import socket
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.basics.limits import LIMITS
from bot.basics.settings import Settings
from bot.command.cli import main
from bot.serving.doctor.bot_api import look_at_telegram
from bot.serving.doctor.finding import Finding
from bot.serving.doctor.finding_by_meaning import look_at_encoder
from bot.serving.doctor.machine import look_at_machine
from bot.storage.chats import Chats
from bot.storage.database import Database
from bot.storage.lock import alone_in
from bot.storage.schema import DATA_VERSION
from tests.fake_telegram import TOKEN, FakeTelegram
from tests.search.test_endpoint import served, vectors


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "tide.md").write_text("# Tide\n\nThe tide rose two metres on Monday.\n")
    return folder


def settled(telegram: FakeTelegram, **settings: Any) -> Settings:
    names = {name.removeprefix("BOT_").lower(): value for name, value in telegram.environment.items()}
    return Settings.model_validate({**names, **settings})


async def of_telegram(settings: Settings) -> dict[str, Finding]:
    return {finding.name: finding async for finding in look_at_telegram(settings)}


def of_machine(settings: Settings) -> dict[str, Finding]:
    return {finding.name: finding for finding in look_at_machine(settings, None)}


async def test_a_bot_that_can_serve_is_found_well(telegram: FakeTelegram, corpus: Path) -> None:
    found = await of_telegram(settled(telegram))
    assert {finding.ok for name, finding in found.items() if name != "rights in groups"} == {True}
    assert found["token"].found == "@quoth_test_bot"
    assert found["polling"].found == "nobody else polls with this token"


async def test_no_update_is_lost(telegram: FakeTelegram, corpus: Path) -> None:
    chat = telegram.private(telegram.user("Aya"))
    chat.says("hello")
    found = await of_telegram(settled(telegram))
    assert "1 update(s) wait" in found["webhook"].found
    assert len(telegram.world.updates) == 1


async def test_a_token_that_telegram_does_not_know_is_told(telegram: FakeTelegram, corpus: Path) -> None:
    telegram.server.faults.add("401", "getMe")
    found = await of_telegram(settled(telegram))
    assert found["token"].ok is False
    assert "@BotFather" in found["token"].remedy


async def test_somebody_else_who_polls_is_told(telegram: FakeTelegram, corpus: Path) -> None:
    async def poll_again() -> None:
        await telegram.until(lambda: telegram.server.polls, "the doctor to poll")
        telegram.server.polls += 1
        telegram.server.changed()

    other = asyncio.create_task(poll_again())
    found = await of_telegram(settled(telegram))
    await other
    assert found["polling"].ok is False
    assert "another process polls" in found["polling"].found


async def test_the_bot_of_this_folder_is_nobody_else(telegram: FakeTelegram, corpus: Path) -> None:
    settings = settled(telegram)
    with alone_in(settings.data):
        assert "polling" not in await of_telegram(settings)
        assert "a bot serves from" in of_machine(settings)["serving"].found
    assert telegram.server.polls == 0


async def test_a_webhook_that_was_forgotten_or_is_another_is_told(
    telegram: FakeTelegram, corpus: Path
) -> None:
    telegram.server.webhook = {"url": "https://bot.test/hook"}
    assert (await of_telegram(settled(telegram)))["webhook"].remedy == "serve removes it and polls"
    same = await of_telegram(settled(telegram, webhook_url="https://bot.test/hook"))
    assert same["webhook"].ok
    other = await of_telegram(settled(telegram, webhook_url="https://bot.test/other"))
    assert other["webhook"].remedy == "serve sets it"


async def test_rights_in_groups_are_counted(telegram: FakeTelegram, corpus: Path) -> None:
    groups = [telegram.group(title) for title in ("one", "two", "three")]
    groups[2].room.statuses[telegram.bot.id] = "kicked"
    settings = settled(telegram)
    async with Database.open(settings.data / "quoth.db") as database:
        for group in groups:
            await Chats(database).set_active(group.room.id, active=True)
    assert (await of_telegram(settings))["rights in groups"].found == "member in 2, not a member in 1"


async def test_a_telegram_that_cannot_be_reached_is_told(telegram: FakeTelegram, corpus: Path) -> None:
    nowhere = settled(telegram, api_base_url="http://127.0.0.1:9/bot")
    found = await of_telegram(nowhere)
    assert found["Telegram"].ok is False
    assert TOKEN not in repr(found)


async def test_what_is_wrong_on_the_machine_is_told(telegram: FakeTelegram, corpus: Path) -> None:
    (corpus / "bad.pdf").write_bytes(b"no pdf")
    dotenv = corpus.parent / ".env"
    dotenv.write_text(f"BOT_TOKEN={TOKEN}\n")
    dotenv.chmod(0o644)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = of_machine(settled(telegram, health_listen=f"127.0.0.1:{port}"))
    assert found["articles"].remedy == "the command check lists them with reasons"
    assert found["secrets in .env"].remedy == "chmod 600 .env"
    assert found["ports"].found == f"BOT_HEALTH_LISTEN: 127.0.0.1:{port} is in use"
    assert {name for name, finding in found.items() if finding.ok is False} == {
        "articles",
        "secrets in .env",
        "ports",
    }


@pytest.mark.parametrize(
    ("line", "is_secret"),
    [
        ("BOT_KEPT_DAYS = 7", False),
        ('# BOT_TOKEN = "42:secret"', False),
        ('BOT_TOKEN = ""', False),
        (f'BOT_TOKEN = "{TOKEN}"', True),
        ('  BOT_MEANING_KEY="key"', True),
    ],
)
def test_only_a_file_that_holds_a_secret_has_to_be_closed_to_others(
    line: str, is_secret: bool, telegram: FakeTelegram, corpus: Path
) -> None:
    file = corpus.parent / "quoth.toml"
    file.write_text(f"[telegram]\n{line}\n")
    file.chmod(0o644)
    assert ("secrets in quoth.toml" in of_machine(settled(telegram))) is is_secret


def test_a_folder_of_articles_is_tried_by_writing_and_left_as_it_was(
    telegram: FakeTelegram, corpus: Path
) -> None:
    before = {path: path.stat().st_mtime_ns for path in corpus.rglob("*")}
    found = of_machine(settled(telegram, maintainers=[1]))
    assert found["changing articles"].ok
    assert {path: path.stat().st_mtime_ns for path in corpus.rglob("*")} == before
    assert "changing articles" not in of_machine(settled(telegram))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs a folder that nobody can write")
def test_folders_that_cannot_be_written_are_told_even_to_root(telegram: FakeTelegram) -> None:
    found = of_machine(settled(telegram, maintainers=[1], corpus="/proc/self/fdinfo", data="/proc/self/fd"))
    assert found["changing articles"].ok is False
    assert "cannot be written: " in found["changing articles"].found
    assert found["data"].ok is False


def test_an_encoder_behind_an_address_is_tried(telegram: FakeTelegram) -> None:
    with served(vectors) as (url, sent):
        found = look_at_encoder(settled(telegram, meaning_url=url, meaning_model="small", meaning=True))
    assert found.ok
    assert found.found.startswith("small at 127.0.0.1 gives 2 numbers a question, in ")
    assert len(sent) == 1


def test_an_encoder_that_fails_is_told_without_its_key(telegram: FakeTelegram) -> None:
    with served(lambda _: (401, b"")) as (url, _):
        asked = {"meaning_url": url, "meaning_model": "small", "meaning_key": "hush-hush-hush"}
        found = look_at_encoder(settled(telegram, **asked, meaning=True))
    assert (found.ok, found.found) == (False, "small: answered 401")
    assert "BOT_MEANING_URL" in found.remedy
    assert "hush" not in repr(found)


def test_a_folder_without_a_model_is_told(telegram: FakeTelegram, tmp_path: Path) -> None:
    found = look_at_encoder(settled(telegram, meaning_folder=tmp_path, meaning=True))
    assert (found.ok, found.found) == (False, f"there is no model.onnx in {tmp_path}")


def test_without_meaning_nothing_is_wrong(telegram: FakeTelegram) -> None:
    assert look_at_encoder(settled(telegram, meaning=False)).ok is None


async def test_folders_without_articles_are_told(telegram: FakeTelegram, corpus: Path) -> None:
    (corpus / "tide.md").unlink()
    assert of_machine(settled(telegram))["articles"].ok is False
    assert of_machine(settled(telegram, corpus="none"))["articles"].ok is False


@pytest.mark.parametrize(("version", "ok"), [(1, None), (DATA_VERSION, True), (99, False)])
async def test_the_version_of_the_data_is_told_and_not_changed(
    version: int, ok: bool | None, telegram: FakeTelegram, corpus: Path
) -> None:
    settings = settled(telegram)
    async with Database.open(settings.data / "quoth.db") as database:
        await database.rows(f"PRAGMA user_version = {version}")
    assert of_machine(settings)["database"].ok is ok
    with sqlite3.connect(settings.data / "quoth.db") as again:
        assert again.execute("PRAGMA user_version").fetchone() == (version,)


async def test_the_command_prints_lines_or_json_and_fails_where_something_is_wrong(
    telegram: FakeTelegram,
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in telegram.environment.items():
        monkeypatch.setenv(name, value)
    assert await asyncio.to_thread(main, ["doctor"]) == 0
    assert "✓ token: @quoth_test_bot\n" in (said := capsys.readouterr().out)
    assert "✗" not in said
    monkeypatch.setenv("BOT_KEPT_DAYS", "0")
    assert await asyncio.to_thread(main, ["doctor", "--json"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["found"].startswith("BOT_KEPT_DAYS in the environment should be")
    assert os.environ["BOT_TOKEN"] not in said + line


def test_the_room_that_kept_editions_take_is_told(telegram: FakeTelegram, corpus: Path) -> None:
    settings = settled(telegram)
    assert "kept editions" not in of_machine(settings)
    (settings.data / "editions").mkdir(parents=True)
    assert of_machine(settings)["kept editions"].found.startswith("0 of at most 10, 0.0 MB")


@pytest.mark.parametrize(("free", "enough"), [(0, True), (1 << 62, False)])
def test_a_disk_with_less_room_than_a_reload_may_take_is_told(
    telegram: FakeTelegram, corpus: Path, monkeypatch: pytest.MonkeyPatch, free: int, *, enough: bool
) -> None:
    monkeypatch.setattr(LIMITS, "editions", replace(LIMITS.editions, free=free))
    assert of_machine(settled(telegram))["disk"].ok is enough
