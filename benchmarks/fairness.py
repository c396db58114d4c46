"""How long people wait for answers while some flood the bot: ./run bench fairness [--long] [--beyond]

Readers ask in private chats, each every ``EVERY`` seconds. In every second minute five flooders take what the
allowances give them: their questions at once, each in a group of its own, and inline queries all the time.
``--long`` makes their questions as long as a message may be; with ``--beyond`` they go on, ten times a second
each, and are refused.

Two things are told of each question: the seconds until its answer, and the seconds that the bot computed in
them, for whomever. The second ones do not depend on what else the machine does (Linux). Aim: with flooders,
readers' p99 is at most twice that of the quiet minutes.
"""

import argparse
import asyncio
import itertools
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from bot.basics.limits import LIMITS
from tests.fake_telegram import FakeTelegram, Private

GOLDEN = Path("tests/golden/corpus.jsonl")
MINUTE = 60.0
EVERY = 6.0
"""Seconds between a reader's questions."""
READERS = 6
FLOODERS = 5
Took = tuple[float, float]
"""Seconds until an answer, and seconds that the bot computed in them."""
Spent = Callable[[], float]
QUESTION = "How many people died in Almaty?"


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench fairness", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="quiet minutes, each followed by one of floods")
    parser.add_argument("--long", action="store_true", help="flood with messages of the greatest length")
    parser.add_argument("--beyond", action="store_true", help="go on where the allowances have ended")
    arguments = parser.parse_args()
    length = LIMITS.asking.question if arguments.long else len(QUESTION)
    question = (f"{QUESTION} " * LIMITS.asking.question)[:length]
    quiet, flooded = asyncio.run(_rounds(arguments.rounds, question, is_beyond=arguments.beyond))
    table = Table("readers", "answers", "p50 ms", "p99 ms", "longest ms")
    for kind, of in (("waited", 0), ("computed", 1)):
        times = [[took[of] for took in found] for found in (quiet, flooded)]
        for name, seconds in zip(("quiet", f"{FLOODERS} flooders"), times, strict=True):
            shown = (np.quantile(seconds, 0.5), np.quantile(seconds, 0.99), max(seconds))
            table.add_row(f"{name}, {kind}", str(len(seconds)), *(f"{1000 * one:.0f}" for one in shown))
        ratio = np.quantile(times[1], 0.99) / np.quantile(times[0], 0.99)
        table.add_row(f"[bold]{kind}: p99 with flooders {ratio:.2f} of the quiet one")
    Console().print(table)


async def _rounds(rounds: int, question: str, *, is_beyond: bool) -> tuple[list[Took], list[Took]]:
    quiet, flooded = list[Took](), list[Took]()
    async with FakeTelegram() as telegram, served_apart(telegram) as bot:
        spent = partial(_computed, bot.pid)
        readers = [telegram.private(telegram.user(f"Reader {number}")) for number in range(READERS)]
        await readers[0].asks(QUESTION)  # warm
        for number in range(rounds):
            quiet += await _minute(readers, number, spent)
            flood = _flood(telegram, question, 0.1 if is_beyond else MINUTE / LIMITS.asking.inline_a_minute)
            flooding = asyncio.create_task(flood)
            flooded += await _minute(readers, number, spent)
            flooding.cancel()
    return quiet, flooded


async def _minute(readers: list[Private], seed: int, spent: Spent) -> list[Took]:
    """Return what each question of a minute took."""
    chance = random.Random(seed)
    asked = itertools.cycle(chance.sample(_questions(), len(_questions())))
    starts = [chance.uniform(0, EVERY) for _ in readers]
    times = await asyncio.gather(
        *(_reads(reader, start, asked, spent) for reader, start in zip(readers, starts, strict=True))
    )
    return list(itertools.chain(*times))


async def _reads(reader: Private, start: float, asked: "itertools.cycle[str]", spent: Spent) -> list[Took]:
    times = list[Took]()
    begin = time.perf_counter()
    for number in range(int(MINUTE / EVERY)):
        await asyncio.sleep(max(0.0, begin + start + number * EVERY - time.perf_counter()))
        started, before = time.perf_counter(), spent()
        await reader.asks(next(asked))
        times.append((time.perf_counter() - started, spent() - before))
    return times


async def _flood(telegram: FakeTelegram, question: str, pause: float) -> None:
    """Let new flooders ask all that they may at once, in a group each, and go on inline.

    Where the pause between two inline queries is less than is allowed, they go on asking in the groups too.
    """
    people = [telegram.user(f"Flooder {number}") for number in range(FLOODERS)]
    groups = [telegram.group(f"Group {number}") for number in range(FLOODERS * LIMITS.asking.user_a_minute)]
    asking = list(zip(itertools.cycle(people), groups, strict=False))
    places = itertools.cycle(asking)
    for burst in itertools.count():
        is_refused = burst and pause < MINUTE / LIMITS.asking.inline_a_minute
        for person, group in itertools.islice(places, FLOODERS) if is_refused else asking * (not burst):
            group.write(person, f"/ask {question}"[: LIMITS.asking.question])
        for person in people:
            telegram.inline(person, f"{QUESTION} {burst}")
        await asyncio.sleep(pause)


@asynccontextmanager
async def served_apart(telegram: FakeTelegram) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the bot in a process of its own until the block ends."""
    telegram.server.patience = 120
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, **telegram.environment, "BOT_DATA": data}
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "serve", env=environment, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            await telegram.until(lambda: telegram.server.polls, "the bot to poll")
            yield bot
        finally:
            bot.terminate()
            await bot.wait()


def _computed(process: int) -> float:
    """Return the seconds that all threads of a process have computed (Linux)."""
    threads = Path(f"/proc/{process}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


def _questions() -> list[str]:
    return [json.loads(line)["question"] for line in GOLDEN.read_text("utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
