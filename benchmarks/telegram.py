"""Updates a second and time to answer, beside a bare echo bot on the same emulation.

    ./run bench telegram [QUESTIONS] [CHATS]

Every chat asks its next question when it has the answer to the last one. Each bot is a process of its own.
"transport" is Quoth with the choice of sentences left out: it quotes the sentence that shares most words.
"""

import asyncio
import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
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
    """Answers a second, and seconds from update to sendMessage."""

    rate: float
    p50: float
    p99: float


def main() -> None:
    questions = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    chats = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    table = Table("bot", "answers/s", "of echo", "p50 ms", "p99 ms")
    rates: dict[str, float] = {}
    for name, command in BOTS.items():
        found = asyncio.run(_measure(command, questions, chats))
        rates[name] = found.rate
        share = found.rate / rates["echo"]
        times = (f"{seconds * 1000:.0f}" for seconds in (found.p50, found.p99))
        table.add_row(name, f"{found.rate:.0f}", f"{share:.2f}", *times)
    Console().print(table, f"{questions} questions from {chats} chats at once", sep="\n")


async def _measure(command: list[str], questions: int, chats: int) -> Measured:
    async with FakeTelegram() as telegram, _bot(telegram, command):
        telegram.server.patience = 120
        people = [telegram.private(telegram.user(f"Reader {number}")) for number in range(chats)]
        asked = itertools.cycle(_questions())
        await people[0].asks(next(asked))  # warm
        started = time.perf_counter()
        times = await asyncio.gather(*(_talk(chat, asked, questions // chats) for chat in people))
        seconds = time.perf_counter() - started
    flat = np.concatenate(times)
    return Measured(len(flat) / seconds, float(np.quantile(flat, 0.5)), float(np.quantile(flat, 0.99)))


@asynccontextmanager
async def _bot(telegram: FakeTelegram, command: list[str]) -> AsyncIterator[None]:
    """Run a bot in a process of its own until the block ends."""
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, **telegram.environment, **UNLIMITED, "BOT_DATA": data}
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", *command, env=environment, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            await telegram.until(lambda: telegram.server.polls, "the bot to poll")
            yield
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
