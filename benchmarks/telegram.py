"""Updates a second and time to answer, beside a bare echo bot on the same emulation.

    ./run bench telegram [QUESTIONS] [CHATS]

Every chat asks its next question when it has the answer to the last one. Each bot is a process of its own.
"transport" is Quoth with the choice of sentences left out: it quotes the sentence that shares most words.
Processor time is that of the bot's process, read from /proc; it tells more than seconds on a busy machine.
"""

import asyncio
import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.fake_telegram import FakeTelegram, Private

UNLIMITED = {"BOT_USER_QUESTIONS_PER_MINUTE": "1000000", "BOT_CHAT_QUESTIONS_PER_MINUTE": "1000000"}
GOLDEN = Path("tests/golden/corpus.jsonl")
BOTS = {
    "echo": ["benchmarks.telegram", "echo"],
    "transport": ["tests.stories.process"],
    "quoth": ["bot", "serve"],
}


@dataclass(frozen=True)
class Measured:
    """Answers a second, seconds from update to sendMessage, and those of the processor for an answer."""

    rate: float
    p50: float
    p99: float
    processor: float


def main() -> None:
    questions = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    chats = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    table = Table("bot", "answers/s", "of echo", "p50 ms", "p99 ms", "processor ms", "of echo's")
    all_found: dict[str, Measured] = {}
    for name, command in BOTS.items():
        found = all_found[name] = asyncio.run(measured(command, questions, chats))
        echo_bot = all_found["echo"]
        times = (f"{seconds * 1000:.0f}" for seconds in (found.p50, found.p99))
        spent = f"{found.processor * 1000:.1f}", f"{found.processor / echo_bot.processor:.2f}"
        table.add_row(name, f"{found.rate:.0f}", f"{found.rate / echo_bot.rate:.2f}", *times, *spent)
    Console().print(table, f"{questions} questions from {chats} chats at once", sep="\n")


async def measured(command: list[str], questions: int, chats: int, **settings: str) -> Measured:
    """Return what a bot does that is started so, with these settings besides."""
    async with FakeTelegram() as telegram, running(telegram, command, UNLIMITED | settings) as bot:
        people = [telegram.private(telegram.user(f"Reader {number}")) for number in range(chats)]
        asked = itertools.cycle(_questions())
        await people[0].asks(next(asked))  # warm
        started, spent = time.perf_counter(), processor_time(bot)
        times = await asyncio.gather(*(_talk(chat, asked, questions // chats) for chat in people))
        seconds, spent = time.perf_counter() - started, processor_time(bot) - spent
    flat = np.concatenate(times)
    p50, p99 = (float(np.quantile(flat, share)) for share in (0.5, 0.99))
    return Measured(len(flat) / seconds, p50, p99, spent / len(flat))


def processor_time(process: int) -> float:
    """Return the seconds of the processor that a process has used, its threads included (Linux)."""
    after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def running(
    telegram: FakeTelegram, command: list[str], settings: Mapping[str, str], python: str = sys.executable
) -> AsyncIterator[int]:
    """Run a bot in a process of its own until the block ends; yield the process' number."""
    telegram.server.patience = 120
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, **telegram.environment, **settings, "BOT_DATA": data}
        bot = await asyncio.create_subprocess_exec(
            python, "-m", *command, env=environment, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            server = telegram.server
            await telegram.until(lambda: server.polls or server.webhook.get("url"), "the bot to listen")
            yield bot.pid
        finally:
            bot.terminate()
            await bot.wait()


def _questions() -> list[str]:
    return [json.loads(line)["question"] for line in GOLDEN.read_text("utf-8").splitlines() if line.strip()]


async def _talk(chat: Private, asked: Iterator[str], questions: int) -> list[float]:
    times = []
    for _ in range(questions):
        question = next(asked)
        started = time.perf_counter()
        await chat.asks(question)
        times.append(time.perf_counter() - started)
    return times


def echo() -> None:
    """The bare bot: it sends back what it gets, 256 updates at once."""
    app = (
        Application.builder()
        .token(os.environ["BOT_TOKEN"])
        .base_url(os.environ["BOT_API_BASE_URL"])
        .concurrent_updates(True)
        .pool_timeout(10)
        .build()
    )
    app.add_handler(MessageHandler(filters.TEXT, _echo))
    app.run_polling()


async def _echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message and message.text:
        await message.reply_text(message.text)


if __name__ == "__main__":
    echo() if sys.argv[1:] == ["echo"] else main()
