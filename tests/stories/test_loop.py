"""Nobody holds the event loop: what takes long is done beside it."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.basics.limits import LIMITS
from tests.fake_telegram import FakeTelegram
from tests.stories.conftest import free_port
from tests.stories.process import process
from tests.stories.test_maintenance import document

COMMANDS = ("/start", "/sources", "/stats", "/gaps", "/status", "/history", "/quoted")
RUNS = ("我", "7", "1,", "a ", "ma. ", "(", "what is ")
"""What fills a message of 4,096 characters."""


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    """A Telegram for a bot that reads a folder of its own."""
    async with FakeTelegram() as fake:
        fake.server.patience = 60.0  # the process loads its models first
        yield fake


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(6):
        told = [
            f"Ferry {n} left Quill on {n % 28 + 1} May 2012 with {n + number} people. " for n in range(200)
        ]
        text = "\n\n".join("".join(told[begin : begin + 5]) for begin in range(0, 200, 5))
        (folder / f"ferry{number}.md").write_text(f"---\ntitle: Ferry {number}\n---\n{text}\n", "utf-8")
    return folder


SWOLLEN = 2
"""Times the limit that a callback may take here: where much runs at once, its processor's time swells too."""


def held(output: str) -> list[str]:
    """Return what the log says of callbacks that took far longer than allowed, once the bot serves."""
    lines = [json.loads(line)["message"] for line in output.splitlines() if line.startswith("{")]
    serves = next(number for number, line in enumerate(lines) if line.startswith("serving"))
    told = [line for line in lines[serves:] if "held the event loop" in line]
    most = SWOLLEN * 1000 * LIMITS.waiting.callback
    return [line for line in told if float(re.findall(r"([\d.]+) ms", line)[0]) > most]


async def test_no_command_question_or_upload_holds_the_event_loop(
    telegram: FakeTelegram, tmp_path: Path, corpus: Path
) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    settings = {"BOT_CORPUS": str(corpus), "BOT_LOG_LEVEL": "DEBUG", "BOT_LOG_FORMAT": "json"}
    settings |= {"BOT_MAINTAINERS": str(aya.id), "BOT_USER_QUESTIONS_PER_MINUTE": "100"}
    address = settings["BOT_HEALTH_LISTEN"] = f"127.0.0.1:{free_port()}"
    async with process(telegram, tmp_path, "bot", "serve", **settings) as bot:
        for command in COMMANDS:
            await chat.asks(command)
        for run in RUNS:
            await chat.asks((run * 4096)[:4096])
            await chat.asks(f"and {(run * 4000)[:4000]}?")
        await chat.asks("/gaps")
        paragraph = "The mill at Hollin burned down in 1931. " * 50 + "\n\n"
        chat.says("", **document(telegram, "mill.txt", (paragraph * 500).encode()))
        await chat.reply()
        async with aiohttp.ClientSession() as operator, operator.get(f"http://{address}/metrics") as response:
            assert "quoth_loop_longest_callback_seconds" in await response.text()
    assert held(bot.output) == []
