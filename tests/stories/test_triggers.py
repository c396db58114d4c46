"""What makes a running bot reload from outside of any chat."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.serving import triggers
from bot.serving.triggers import ask_to_reload
from bot.storage.data_folder import SOCKET
from tests.fake_telegram import FakeTelegram
from tests.folders import KILN, WEIR
from tests.stories.world import Served, serving


@pytest.fixture
async def bot(
    telegram: FakeTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Served]:
    quick = replace(LIMITS, editions=replace(LIMITS.editions, still_seconds=0.05))
    monkeypatch.setattr(triggers, "LIMITS", quick)
    async with serving(telegram, tmp_path / "data", shelf_in(tmp_path), watch=True) as served:
        yield served


def shelf_in(folder: Path) -> Shelf:
    (folder / "corpus").mkdir()
    (folder / "corpus" / "kiln.md").write_text(KILN)
    return Shelf(folder / "corpus", Editions(folder / "data" / "editions"))


def silent(done: int, total: int) -> None:
    """Show nothing."""


async def grown(telegram: FakeTelegram, bot: Served) -> None:
    """Talk to the bot until it has the second article."""
    chat = telegram.private(telegram.user("Aya"))
    while len(bot.shelf.current.articles) < 2:
        await chat.asks("/help")


async def test_changed_files_are_read_by_themselves(
    telegram: FakeTelegram, bot: Served, tmp_path: Path
) -> None:
    (tmp_path / "corpus" / "weir.md").write_text(WEIR)
    await grown(telegram, bot)


async def test_a_hangup_reloads(telegram: FakeTelegram, tmp_path: Path) -> None:
    async with serving(telegram, tmp_path / "data", shelf_in(tmp_path)) as bot:
        (tmp_path / "corpus" / "weir.md").write_text(WEIR)
        os.kill(os.getpid(), signal.SIGHUP)
        await grown(telegram, bot)


async def test_the_bots_own_folder_is_for_the_operator_alone(
    telegram: FakeTelegram, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = shelf_in(tmp_path)
    (tmp_path / "corpus" / "river" / "mills").mkdir(parents=True)
    (tmp_path / "corpus" / "river" / "mills" / "weir.md").write_text(WEIR)
    async with serving(telegram, tmp_path / "data", shelf):
        await telegram.private(telegram.user("Aya")).asks("/help")
        ours = [tmp_path / "data", *(tmp_path / "data").rglob("*")]
        assert {path.name for path in ours} >= {SOCKET, "quoth.db", "quoth.db-wal", "weir.md", "mills"}
        assert [path for path in ours if path.stat().st_mode & 0o077] == []
    assert "others" not in caplog.text


async def test_without_a_bot_the_shell_says_so(tmp_path: Path) -> None:
    with pytest.raises(BotError, match=r"no bot serves from .* serve, or set BOT_DATA"):
        await ask_to_reload(tmp_path, dry=False, on_progress=silent)


async def test_two_shells_do_not_reload_at_once(bot: Served, tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / "corpus" / f"weir{number}.md").write_text(f"{WEIR} It took {number} men.")
    both = (ask_to_reload(tmp_path / "data", dry=True, on_progress=silent) for _ in range(2))
    first, second = await asyncio.gather(*both, return_exceptions=True)
    told = {type(first), type(second)}
    assert told == {str, BotError}


async def test_a_reload_that_fails_tells_the_shell_why(bot: Served, tmp_path: Path) -> None:
    (tmp_path / "corpus" / "kiln.md").unlink()
    (tmp_path / "corpus").rmdir()
    with pytest.raises(BotError, match="cannot be read"):
        await ask_to_reload(tmp_path / "data", dry=True, on_progress=silent)


async def test_nonsense_on_the_socket_harms_nobody(bot: Served, tmp_path: Path) -> None:
    with triggers.socket_path(tmp_path / "data") as path:
        _, writer = await asyncio.open_unix_connection(path)
    writer.write(b"nonsense\n")
    writer.close()
    assert "Unchanged: 1" in await ask_to_reload(tmp_path / "data", dry=True, on_progress=silent)


@pytest.mark.parametrize("wish", ["[]", "{}", "7", '{"reload": "perhaps"}'])
async def test_what_is_no_wish_is_refused_on_the_socket(bot: Served, tmp_path: Path, wish: str) -> None:
    with triggers.socket_path(tmp_path / "data") as path:
        reader, writer = await asyncio.open_unix_connection(path)
    writer.write(wish.encode() + b"\n")
    assert "refused" in json.loads(await reader.readline())
    writer.close()
