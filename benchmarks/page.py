"""The page under readers, and the bot's answers meanwhile: ./run bench page [--sentences N] [--readers N]

The page is served by a process of its own over generated articles; readers are another. Aims at 20,000
sentences: a first answer within 150 ms; 50 readers for a minute without an error, 99 of 100 pages within a
second; no page above 100 kB. A reader asks, opens the first quote in its article and its permanent link,
and reads for as long as ``--reading`` says before each; ``--reading 0`` never stops asking. Every question
is asked once, so no reply is remembered. Beside that the server answers questions as the chat does, one
after the other, alone and while the page is asked in turns.
"""

import argparse
import asyncio
import multiprocessing
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent_encoded

import aiohttp
from lxml import html
from rich.console import Console
from rich.table import Table

from benchmarks import generated
from benchmarks.ranking import quantiles
from bot.chat.wording.texts import Language
from bot.core.answer import answer
from bot.core.index.edition import Edition
from bot.library.learned import load_model
from bot.web.gate import sealed
from bot.web.sheets.frame import document
from bot.web.sheets.replied import FormQuestion, answer_sheet
from tests.web.sites import site

FIRST = 40
"""Questions asked one by one for the first row."""
PAUSE = 0.2
"""Seconds between two questions of the chat."""
SENTENCES_A_PASSAGE = generated.WORDS_PER_PASSAGE // generated.WORDS_PER_SENTENCE

Timed = list[tuple[float, float]]
"""When something was asked, and the seconds that it took."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench page", description=__doc__)
    parser.add_argument("--sentences", type=int, default=20_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rounds", type=int, default=6, help="of quiet and of readers, in turns")
    parser.add_argument("--reading", type=float, default=5, help="seconds, on average, before each page")
    parser.add_argument("--processor", action="store_true", help="only what each step of a page costs")
    options = parser.parse_args()
    if options.processor:
        processor(options.sentences)
        return
    ours, theirs = multiprocessing.Pipe()
    made = list(generated.articles(options.sentences // SENTENCES_A_PASSAGE))
    server = multiprocessing.Process(target=serve, args=(theirs, made))
    server.start()
    port = ours.recv()
    passages = [passage for _, cut in made for passage in cut]
    asked = iter(generated.questions(passages, 50_000))
    asyncio.run(read(port, asked, options, ours))
    server.join()


def processor(sentences: int, count: int = 200) -> None:
    """Print the processor time of each step, which other work on the machine does not change much."""
    made = list(generated.articles(sentences // SENTENCES_A_PASSAGE))
    edition, model = Edition.of([article for article, _ in made]), load_model()
    took: dict[str, list[float]] = {}

    def timed(step: str, work: Callable[[], Any]) -> Any:
        begun = time.thread_time()
        done = work()
        took.setdefault(step, []).append(1000 * (time.thread_time() - begun))
        return done

    for question in islice(generated.questions([p for _, cut in made for p in cut], count), count):
        asked = FormQuestion(question)
        reply = timed("answer", partial(answer, question, edition, model))
        sheet = timed("page", partial(answer_sheet, asked, reply, edition, Language.ENGLISH))
        proven = timed("proof", partial(sealed, sheet))
        timed("markup", partial(document, proven, Language.ENGLISH))
    table = Table("", "p50", "p99", title=f"Processor time, {sentences:,} sentences, by words")
    for step, times in took.items():
        table.add_row(step, *quantiles(times))
    Console().print(table)


def serve(told: Connection, made: list[generated.Generated]) -> None:
    asyncio.run(serving(told, made))


async def serving(told: Connection, made: list[generated.Generated]) -> None:
    """Serve until something is said; then tell how long the chat's answers took."""
    model = load_model()
    chat = iter(generated.questions([passage for _, cut in made for passage in cut], 9_999))
    times: Timed = []
    with tempfile.TemporaryDirectory() as folder:
        async with site(Path(folder), [article for article, _ in made], a_minute=1_000_000) as page:
            told.send(page.port)
            while not told.poll():
                begun = time.monotonic()
                asked = partial(answer, next(chat), page.shelf.current, model)
                await page.turns.think("chat", "reader", asked)
                times.append((begun, time.monotonic() - begun))
                await asyncio.sleep(PAUSE)
    told.send(times)


async def read(port: int, asked: Iterator[str], options: argparse.Namespace, server: Connection) -> None:
    """Print what readers see, and what the chat's answers take alone and beside them."""
    took: dict[str, list[float]] = {"answer": [], "article": [], "permanent link": []}
    sizes: list[int] = []
    failed: list[int] = []
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}", connector=connector) as client:
        reader = Reader(client, asked, took, sizes, failed)
        for _ in range(FIRST):
            await reader.ask()
        alone = took["answer"]
        took["answer"] = []
        spans: list[tuple[float, float]] = []
        for _ in range(options.rounds):
            quiet_from = time.monotonic()
            await asyncio.sleep(options.seconds / options.rounds)
            begun = time.monotonic()
            end = begun + options.seconds / options.rounds
            spans += [(quiet_from, begun), (begun, end)]
            await asyncio.gather(*(reader.until(end, options.reading) for _ in range(options.readers)))
    server.send("enough")
    chat: Timed = server.recv()
    quiet, beside = (
        [seconds for at, seconds in chat if any(first <= at < last for first, last in spans[which::2])]
        for which in (0, 1)
    )
    name = f"{options.readers} readers for {options.seconds:g} s, reading {options.reading:g} s"
    table = Table("", "number", "p50", "p99", title=f"The page over {options.sentences:,} sentences: {name}")
    rows = {"first answers, one by one": alone, **took, "the chat alone": quiet, "the chat beside": beside}
    for row, times in rows.items():
        table.add_row(row, str(len(times)), *(quantiles([1000 * t for t in times]) if times else ("", "")))
    Console().print(table)
    print(f"errors: {len(failed)} {sorted(set(failed))}; largest page: {max(sizes) / 1000:.0f} kB")


class Reader:
    """Reads as people do; all readers note what they see in the same lists."""

    def __init__(
        self,
        client: aiohttp.ClientSession,
        asked: Iterator[str],
        took: dict[str, list[float]],
        sizes: list[int],
        failed: list[int],
    ) -> None:
        self.client, self.asked, self.took, self.sizes, self.failed = client, asked, took, sizes, failed

    async def until(self, end: float, reading: float) -> None:
        await asyncio.sleep(random.uniform(0, reading))
        while time.monotonic() < end:
            ways = await self.ask()
            for kind, way in zip(("article", "permanent link"), ways, strict=False):
                await asyncio.sleep(random.expovariate(1 / reading) if reading else 0)
                await self.open(kind, way)
            await asyncio.sleep(random.expovariate(1 / reading) if reading else 0)

    async def ask(self) -> list[str]:
        """Ask a question that nobody has asked; return where its first quote leads to here."""
        page = await self.open("answer", f"/?q={percent_encoded(next(self.asked))}")
        found = html.document_fromstring(page).xpath("//figure[1]//span[@class='ways']/a/@href")
        return [way for way in found if way.startswith("/")][:2]

    async def open(self, kind: str, address: str) -> str:
        begun = time.perf_counter()
        async with self.client.get(address.partition("#")[0]) as said:
            body = await said.read()
        self.took[kind].append(time.perf_counter() - begun)
        self.sizes.append(len(body))
        if said.status != 200:
            self.failed.append(said.status)
        return body.decode()


if __name__ == "__main__":
    main()
