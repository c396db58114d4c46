"""Kills a bot at random moments of what it is asked to do, and looks at what the next start finds.

    ./run bench kills [--count 1000] [--seed 0] [--only DEED ...]

The deeds of ``benchmarks/deeds.py`` take turns. Each bot is a process of its own (forked from one that has
imported everything, so that a start costs little) that starts on what the last one left, and gets SIGKILL
between the begin of a deed and a little after its end. The emulated Telegram lives on, and gives again what
was not confirmed. After ``A_WORLD`` kills all begins anew, by a seed of its own.
"""

import argparse
import asyncio
import itertools
import multiprocessing
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

from benchmarks.deeds import DEEDS, Deed, World
from bot.basics import logs
from bot.basics.limits import LIMITS
from bot.basics.settings import read_settings
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.serving.app import serve_until_signal
from bot.serving.loop import run_measured
from tests.fake_telegram import FakeTelegram
from tests.stories.readers import UNLIMITED
from tests.stories.world import answerer

A_WORLD = 50
"""Kills, after which a new Telegram and new folders begin."""
LATEST = 1.2
"""When a kill comes at the latest, in shares of what the deed took when nobody disturbed it."""
_forking = multiprocessing.get_context("forkserver")


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench kills", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="kills")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", nargs="+", choices=DEEDS, default=list(DEEDS), help="deeds to be killed in")
    arguments = parser.parse_args()
    _forking.set_forkserver_preload(["bot.serving.app", "benchmarks.deeds"])
    found, seconds = Counter[str](), dict[str, float]()
    for first in range(0, arguments.count, A_WORLD):
        seed, kills = f"{arguments.seed}.{first // A_WORLD}", min(A_WORLD, arguments.count - first)
        found += asyncio.run(_killed_often(seed, kills, arguments.only, seconds))
        told = ", ".join(f"{value} {name}" for name, value in sorted(found.items()))
        sys.stdout.write(f"{first + kills} kills, up to seed {seed}: {told}\n")
        sys.stdout.flush()


async def _killed_often(seed: str, kills: int, names: list[str], seconds: dict[str, float]) -> Counter[str]:
    """Kill so often in one world, and return what was found; ``seconds`` is what each deed takes."""
    with tempfile.TemporaryDirectory(prefix="killed-") as folder:
        async with FakeTelegram() as telegram:
            telegram.server.patience = 30
            world = World(telegram, Path(folder), random.Random(seed), seed)
            try:
                await _rounds(world, kills, names, seconds)
            except AssertionError as error:
                traceback.print_exc()
                world.wrong("worlds that ended early", error)
            return world.found


async def _rounds(world: World, kills: int, names: list[str], seconds: dict[str, float]) -> None:
    before: Deed | None = None
    killed = 0
    for number in itertools.count():
        async with _bot(world) as bot:
            if before:
                await before.check()
            if killed == kills:
                break
            name = names[number % len(names)]
            before = DEEDS[name](world)
            await before.prepare()
            begun = time.perf_counter()
            doing = asyncio.create_task(before.do(partial(_stopped, bot)))
            if name in seconds:
                await asyncio.wait([doing], timeout=world.chance.uniform(0, LATEST * seconds[name]))
                world.found[f"kills {'after' if doing.done() else 'in'} a {name}"] += 1
                bot.kill()
                doing.cancel()
                killed += 1
            else:
                await doing
                seconds[name] = time.perf_counter() - begun
    for count_again in world.at_the_end:
        count_again()


@asynccontextmanager
async def _bot(world: World) -> AsyncIterator[BaseProcess]:
    """Run the bot until the block ends, at once where it was killed in it."""
    polls, server = world.telegram.server.polls, world.telegram.server
    settings = {**world.telegram.environment, **UNLIMITED, **world.settings}
    bot = _forking.Process(target=serve, args=(settings, str(world.root / "output")))
    bot.start()
    try:
        await world.telegram.until(lambda: server.polls > polls, "the bot to poll")
        yield bot
    finally:
        await _stopped(bot)


async def _stopped(bot: BaseProcess) -> None:
    """Ask the bot to stop, and wait for its end."""
    bot.terminate()
    while bot.is_alive():  # noqa: ASYNC110 (nobody tells)
        await asyncio.sleep(0.005)


def serve(environment: dict[str, str], output: str) -> None:
    """Be the bot: what it would write to a terminal goes to a file."""
    written = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(written, stream)
    os.environ |= {**environment, "PTB_TIMEDELTA": "1"}
    LIMITS.waiting = replace(LIMITS.waiting, corrections=0.05, between_corrections=0.0, unfinished=0.0)
    settings = read_settings()
    logs.set_up("human", "INFO", settings.required_token)
    shelf = Shelf(settings.corpus, Editions(settings.data / "editions"))
    run_measured(serve_until_signal(settings, shelf, answerer))


if __name__ == "__main__":
    main()
