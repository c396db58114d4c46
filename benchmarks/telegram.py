"""Updates a second and time to answer, beside a bare echo bot on the same emulation.

    ./run bench telegram [QUESTIONS] [CHATS]

Every chat asks its next question when it has the answer to the last one. Each bot is a process of its own.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from rich.table import Table
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.fake_telegram import FakeTelegram, Private

UNLIMITED = {"BOT_USER_QUESTIONS_PER_MINUTE": "1000000", "BOT_CHAT_QUESTIONS_PER_MINUTE": "1000000"}
QUESTION = "How many people died in Almaty?"


@dataclass(frozen=True)
class Measured:
    """Answers a second, and seconds from update to sendMessage."""

    rate: float
    p50: float
    p99: float


def main() -> None:
    questions = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    chats = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    table = Table("bot", "answers/s", "p50 ms", "p99 ms")
    rates = []
    for name, command in (("echo", ["benchmarks.telegram", "echo"]), ("quoth", ["bot", "serve"])):
        found = asyncio.run(_measure(command, questions, chats))
        rates.append(found.rate)
        table.add_row(name, f"{found.rate:.0f}", f"{found.p50 * 1000:.0f}", f"{found.p99 * 1000:.0f}")
    Console().print(table)
    ratio = rates[1] / rates[0]
    Console().print(f"{questions} questions from {chats} chats at once; rate quoth/echo {ratio:.2f}")


async def _measure(command: list[str], questions: int, chats: int) -> Measured:
    async with FakeTelegram() as telegram, _bot(telegram, command):
        telegram.server.patience = 120
        people = [telegram.private(telegram.user(f"Reader {number}")) for number in range(chats)]
        await people[0].asks(QUESTION)  # warm
        started = time.perf_counter()
        times = await asyncio.gather(*(_talk(chat, questions // chats) for chat in people))
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


async def _talk(chat: Private, questions: int) -> list[float]:
    times = []
    for _ in range(questions):
        started = time.perf_counter()
        await chat.asks(QUESTION)
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
