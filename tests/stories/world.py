"""A small library and a bot that serves it, for stories."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from bot.app import serve
from bot.chat.serving import Stop
from bot.core.answer import Model, answer
from bot.core.confidence import Signals
from bot.core.edition import Edition
from bot.core.features import FEATURES
from bot.core.meaning import Matrix
from bot.core.model import ArticleId
from bot.core.trees import Scores
from bot.settings import Settings
from bot.storage.chats import Chats
from bot.storage.database import Database
from tests.chat.articles import article
from tests.fake_telegram import FakeTelegram

HARBOUR = "Divers found 14 mines near the east pier."
BRIDGE = "The rope bridge at Hollin Gorge is 212 metres long."
QUESTION = "How many mines did the divers find?"
BRIDGE_QUESTION = "How long is the rope bridge at Hollin Gorge?"


class PlainRanker:
    """The untrained sum of both levels."""

    def scores(self, rows: Matrix) -> Scores:
        column = {name: number for number, name in enumerate(FEATURES)}
        return np.asarray(rows[:, column["sentence_bm25"]] + 1.5 * rows[:, column["passage_bm25"]])


class PlainConfidence:
    """How much of the question's words the best sentence has."""

    def probability(self, signals: Signals) -> float:
        return float(signals[2])


answerer = partial(answer, model=Model(PlainRanker(), PlainConfidence(), 0.4))


def edition() -> Edition:
    bridge = article(
        [["The rope bridge at Hollin Gorge is 212 metres long.", "Osk Varrin built it in 1931."]]
    )
    titled = replace(bridge, id=ArticleId("bridge"), file="bridge.md", title="A bridge of ropes")
    return Edition.of([article(), titled])


@dataclass
class Shelf:
    """Holds an edition that a story can change."""

    current: Edition = field(default_factory=edition)


@dataclass
class Served:
    """A running bot. ``chats`` looks into its database from outside."""

    task: asyncio.Task[None]
    stop: Stop
    shelf: Shelf
    chats: Chats


@asynccontextmanager
async def serving(
    telegram: FakeTelegram, data: Path, shelf: Shelf | None = None, **settings: Any
) -> AsyncIterator[Served]:
    """Run the bot while the block runs; it must stop cleanly."""
    names = {name.removeprefix("BOT_").lower(): value for name, value in telegram.environment.items()}
    chosen = Settings.model_validate({**names, "data": data, **settings})
    stop, shelf = Stop(), shelf or Shelf()
    task = asyncio.create_task(serve(chosen, shelf, answerer, stop))
    waiting = asyncio.create_task(telegram.until(lambda: _listens(telegram), "the bot to listen"))
    try:
        await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        async with Database.open(data / "quoth.db") as database:
            yield Served(task, stop, shelf, Chats(database))
    finally:
        stop.asked.set()
        await task


def _listens(telegram: FakeTelegram) -> bool:
    return bool(telegram.server.polls or telegram.server.webhook.get("url"))
