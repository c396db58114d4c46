"""Kills a bot's upkeep at random points of a reload, and looks at what the next start finds.

    ./run bench killed_reloads [KILLS]

The corpus alternates between two states. Each bot starts on what the last one left, writes answers into the
journal all the time, reloads in a child of its own, and is killed (SIGKILL) at a random moment of that; every
second time that child is killed instead, and the bot reloads again. Counted are starts that fail, answers
that were confirmed as written and are gone, and editions that are neither of the two.
"""

import asyncio
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from bot.basics.errors import CorpusError
from bot.basics.limits import LIMITS
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.storage.database import Database
from bot.storage.figures import Figures
from bot.storage.journal import Entry, Journal
from bot.storage.maintaining.history import History
from bot.upkeep import Actor, Upkeep

KILLS = 200
ARTICLES = 40
SLOWEST = 1.5
"""Seconds within which a bot or its child is killed after it began to reload; some reloads end before."""


def main() -> None:
    if sys.argv[1:2] == ["child"]:
        asyncio.run(serve(Path(sys.argv[2])))
        return
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    root = Path(tempfile.mkdtemp(prefix="killed-"))
    try:
        print(kill_often(root, kills))
    finally:
        shutil.rmtree(root)


async def serve(root: Path) -> None:
    """Do what a bot does: start, tell the edition, answer, reload, in a child, until it is done."""
    LIMITS.editions = replace(LIMITS.editions, read_here=0)
    async with Database.open(root / "data" / "quoth.db") as database:
        upkeep = Upkeep(
            Shelf(root / "corpus", Editions(root / "data" / "editions")), Figures(database), History(database)
        )
        await upkeep.start()
        say({"edition": upkeep.shelf.current.id, "answers": (await upkeep.figures.counted()).questions})
        answering = asyncio.create_task(answer(Journal(database)))
        while not (root / "changed").exists():  # noqa: ASYNC110 (another process makes it)
            await asyncio.sleep(0.01)
        while True:
            say({"reloading": True})
            try:
                await upkeep.reload(Actor("./run reload"))
                break
            except CorpusError as error:
                say({"failed": str(error)})
        say({"reloaded": upkeep.shelf.current.id})
        await answering


async def answer(journal: Journal) -> None:
    for number in count(time.time_ns()):
        await journal.begin(Entry(1, number, 1, "Which ship?", "e"))
        say({"answered": number})
        await asyncio.sleep(0)


def say(words: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def kill_often(root: Path, kills: int) -> str:
    """Return the counts."""
    rng = random.Random(0)
    (root / "corpus").mkdir()
    states = [files_of(root / "corpus", state) for state in "ab"]
    found = Counter({"corrupt starts": 0, "lost answers": 0})
    editions: set[object] = set()
    confirmed = 0
    for number in range(kills):
        change(root, states[number % 2])
        child = start(root)
        first = read(child)
        if first is None:
            found["corrupt starts"] += 1
            continue
        editions.add(first["edition"])
        found["lost answers"] += max(confirmed - int(first["answers"]), 0)
        change(root, states[(number + 1) % 2])
        (root / "changed").touch()
        said = kill_in_reload(child, rng.uniform(0, SLOWEST), loader_first=number % 2 == 1)
        found["loads that were killed and tried again"] += sum("failed" in words for words in said)
        confirmed = int(first["answers"]) + sum("answered" in words for words in said)
        done = any("reloaded" in words for words in said)
        found["kills after a reload" if done else "kills in a reload"] += 1
    found["editions beyond the two"] = max(len(editions) - 2, 0)
    return ", ".join(f"{value} {name}" for name, value in sorted(found.items()))


def kill_in_reload(child: subprocess.Popen[str], seconds: float, loader_first: bool) -> list[dict[str, Any]]:
    """Kill the bot, or first what it loads with, so many seconds after it began; return all that it said."""
    said: list[dict[str, Any]] = []
    while (words := read(child)) is not None:
        said.append(words)
        if "reloading" in words:
            time.sleep(seconds)
            if not loader_first:
                child.kill()
            for loader in children_of(child.pid) if loader_first else ():
                os.kill(loader, signal.SIGKILL)
            loader_first = False
        if "reloaded" in words:
            child.kill()
    child.wait()
    return said


def children_of(process: int) -> list[int]:
    """Return the children of all threads of a process (Linux)."""
    threads = Path(f"/proc/{process}/task").iterdir()
    return [int(child) for thread in threads for child in (thread / "children").read_text().split()]


def files_of(corpus: Path, state: str) -> dict[Path, str]:
    """Return the files of a state of the corpus; the second one lacks some of the first."""
    numbers = range(0 if state == "a" else ARTICLES // 4, ARTICLES)
    text = "The ship number {} came to the harbour in state {}. Nobody saw it leave, or asked for its name.\n"
    return {corpus / f"ship{number}.md": text.format(number, state) for number in numbers}


def change(root: Path, files: dict[Path, str]) -> None:
    (root / "changed").unlink(missing_ok=True)
    for path in (root / "corpus").iterdir():
        if path not in files:
            path.unlink()
    for path, text in files.items():
        path.write_text(text)


def start(root: Path) -> subprocess.Popen[str]:
    (root / "data").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "benchmarks.killed_reloads", "child", str(root)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603


def read(child: subprocess.Popen[str]) -> dict[str, Any] | None:
    """Return what the child says next, None at its end; half a line was not said."""
    assert child.stdout
    line = child.stdout.readline()
    return json.loads(line) if line.endswith("\n") else None


if __name__ == "__main__":
    main()
