"""systemd hears that the bot serves, that it is alive, and that it stops."""

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.serving.supervisor import telling_supervisor


@pytest.fixture
def supervisor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        yield listening


async def heard(supervisor: socket.socket) -> str:
    return (await asyncio.get_running_loop().sock_recv(supervisor, 100)).decode()


async def test_it_hears_when_the_bot_serves_and_when_it_stops(supervisor: socket.socket) -> None:
    async with telling_supervisor():
        assert await heard(supervisor) == "READY=1"
    assert await heard(supervisor) == "STOPPING=1"


async def test_a_watchdog_hears_again_and_again_that_the_loop_turns(
    supervisor: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "1000")
    async with telling_supervisor():
        assert [await heard(supervisor) for _ in range(4)] == ["READY=1", *["WATCHDOG=1"] * 3]


@pytest.mark.parametrize("address", ["", "@nobody-listens-there", "/nowhere/notify"])
async def test_where_nobody_listens_nothing_happens(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    async with telling_supervisor():
        pass
