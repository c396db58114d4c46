"""A small library and a bot that serves it, for stories."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.basics.limits import LIMITS
from bot.basics.progress import Progress, silent
from bot.basics.settings import Settings
from bot.chat.running.lifecycle import Stop
from bot.chat.talk.answering import Answerer
from bot.core.asking.message import heard
from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId, Claim, Passage, Span
from bot.core.proving.quote import prove
from bot.core.replies import Abstention, Answer, Part, Reason, Reply
from bot.library.corpus.afar.fetching import Network
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf as LibraryShelf
from bot.serving.app import serve
from bot.storage.chats import Chats
from bot.storage.database import Database
from tests.chat.articles import article
from tests.fake_telegram import FakeTelegram
from tests.stories.secrets import GIVEN

HARBOUR = "Divers found 14 mines near the east pier."
BRIDGE = "The rope bridge at Hollin Gorge is 212 metres long."
QUESTION = "How many mines did the divers find?"
BRIDGE_QUESTION = "How long is the rope bridge at Hollin Gorge?"


def answerer(text: str, edition: Edition, most: int = LIMITS.asking.quotes_found) -> Reply:
    """Quote the sentence that shares most words with the question, if it shares two: stories need no more."""
    asked = _words(text)
    if not asked:
        return Abstention(Reason.EMPTY_QUESTION, 0.0)
    questions = heard(text).questions
    if not questions:
        return Abstention(Reason.SMALL_TALK, 0.0)
    if len(questions) > 1:
        parts = tuple(Part(question, answerer(question, edition, most)) for question in questions)
        return replace(parts[0].reply, parts=parts)
    places = [(passage, span) for passage in edition.passages for span in passage.sentences]
    shared = {place: len(asked & _words(place[1].of(place[0].article.text))) for place in places}
    found = sorted((p for p in places if shared[p] >= 2), key=lambda p: -shared[p])
    quotes = [quote for passage, span in found if (quote := prove(_claim(passage, span), edition))]
    if not quotes:
        return Abstention(Reason.NOT_COVERED, 0.1)
    return Answer(quotes[0], tuple(quotes[1:most]), 0.2 if "perhaps" in text else 0.9)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}


def _claim(passage: Passage, span: Span) -> Claim:
    article = passage.article
    return Claim.of(article, span)


def edition() -> Edition:
    return Edition.of([article(), BRIDGES])


def edited_edition() -> Edition:
    """The same after the harbour's article was corrected."""
    return Edition.of([CORRECTED, BRIDGES])


BRIDGES = replace(
    article([["The rope bridge at Hollin Gorge is 212 metres long.", "Osk Varrin built it in 1931."]]),
    id=ArticleId("bridge"),
    file="bridge.md",
    title="A bridge of ropes",
)
CORRECTED = replace(
    article([["The harbour of Port Alder closed on Tuesday.", "Divers found 15 mines near the east pier."]]),
    id=article().id,
)
REPORTS = tuple(
    replace(BRIDGES, id=ArticleId(f"report{number:02}"), title=f"Report {number}") for number in range(1, 13)
)
FERRIES = replace(
    article(
        [
            [f"The ferry number {number} to Sund & Vik left on time."]
            for number in ("one", "two", "three", "four", "five", "six", "seven", "eight")
        ]
        + [[f"On day {day} the ferry to Sund & Vik was crowded." for day in range(1, 9)]]
    ),
    id=ArticleId("ferries"),
    file="ferries.md",
    title="The ferries of a week",
    url="https://courier.test/ferries",
)
LIVELY = article(
    [["Write to @harbour or mail@alder.test, see courier.test/mines and #mines, or send /help for $ALD."]]
)
"""What Telegram would make links of."""
MORE_MINES = replace(
    article([["Divers found at least 15 mines near the east pier."]]), id=ArticleId("later"), file="later.md"
)
"""Differs from the harbour's article."""
ALIKE = tuple(
    article([[f"On the second day of the great storm the harbour master of Alder closed the {what}."]])
    for what in ("pier", "light", "gate")
)
"""Begin with the same words."""
ARTICLES = (article(), BRIDGES, CORRECTED, FERRIES, *REPORTS, LIVELY, MORE_MINES, *ALIKE)
"""All that a story may quote."""


class Shelf(LibraryShelf):
    """Holds an edition that a story can change; there are no files."""

    def __init__(self, current: Edition | None = None) -> None:
        super().__init__(Path("nowhere"), Editions(Path("nowhere")))
        self.current = current or edition()
        self.read_at = datetime(2031, 5, 6, 12, 0, tzinfo=UTC)

    def open(self, on_progress: Progress = silent) -> bool:
        return True


@dataclass
class Served:
    """A running bot. ``database`` is looked into from outside."""

    task: asyncio.Task[None]
    stop: Stop
    shelf: LibraryShelf
    database: Database

    @property
    def chats(self) -> Chats:
        return Chats(self.database)


@asynccontextmanager
async def serving(
    telegram: FakeTelegram,
    data: Path,
    shelf: LibraryShelf | None = None,
    answer: Answerer = answerer,
    network: Network | None = None,
    **settings: Any,
) -> AsyncIterator[Served]:
    """Run the bot while the block runs; it must stop cleanly."""
    names = {name.removeprefix("BOT_").lower(): value for name, value in telegram.environment.items()}
    chosen = Settings.model_validate({**GIVEN, **names, "data": data, **settings})
    stop, shelf = Stop(), shelf or Shelf()
    task = asyncio.create_task(serve(chosen, shelf, answer, stop, network))
    waiting = asyncio.create_task(telegram.until(lambda: _listens(telegram), "the bot to listen"))
    try:
        await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        async with Database.open(data / "quoth.db") as database:
            yield Served(task, stop, shelf, database)
    finally:
        stop.asked.set()
        await task


def _listens(telegram: FakeTelegram) -> bool:
    return bool(telegram.server.polls or telegram.server.webhook.get("url"))
