"""Whom the bot answers in a group among replies to one of its answers: ./run bench chatter FILE [...]

A line of a file is a language, "?" where the reply asks the articles or "-" where it only talks, and its
words, as in tests/golden/chatter.txt. Each reply is written on the emulation below an answer about the sample
articles, or others, in a group of its own; then it is looked whether the bot sent quotes, other words, a
reaction, or nothing, by words alone and with meaning, and whether it was kept as a gap. A question that got
no quotes was not heard as one, or was kept back as talk though /ask gives quotes, or is not found by /ask.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.basics.progress import silent
from bot.basics.settings import Settings
from bot.command.by_meaning import with_meaning
from bot.command.terminal import progress
from bot.core.answer import answer
from bot.core.asking.message import asks_something
from bot.core.index.edition import Edition
from bot.library.editions.remembered import Memory
from bot.library.learned import load_model
from bot.storage.journal import Journal
from tests.fake_telegram import FakeTelegram, Group, Person
from tests.stories.world import Served, Shelf, serving

CORPUS = Path("corpus")
OPENING = "How many people died in Almaty?"
"""What the answer that all reply to was asked."""
CAUSES = ("unheard", "held back", "not found")
"""Why a question got no quotes."""


@dataclass(frozen=True)
class Written:
    """A reply of a person, and what the bot did."""

    asks: bool
    words: str
    met_with: str
    """"quotes", "words", "reaction" or "nothing"."""
    is_gap: bool
    why: str
    """Of a question without quotes: "unheard", "held back" or "not found"."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench chatter", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument(
        "--each", action="store_true", help="name each reply that was not met as it should be"
    )
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the articles")
    parser.add_argument("--opening", default=OPENING, help="the question whose answer all reply to")
    options = parser.parse_args()
    model = load_model()
    by_words = Memory().open(options.corpus, model.background, silent, silent).edition
    by_meaning = with_meaning(by_words, Settings(), lambda: progress(quiet=True))
    for file in options.files:
        replies = [line.split(" ", 2) for line in file.read_text("utf-8").splitlines()]
        table = Table(
            "", "asks: quotes", *CAUSES, "talks: quotes", "words", "reaction", "a gap", title=file.name
        )
        for name, edition in (("by words", by_words), ("with meaning", by_meaning)):
            told = [(mark == "?", words) for _, mark, words in replies]
            found = asyncio.run(_replied(told, edition, options.opening))
            table.add_row(name, *_counted(found))
            for one in found if options.each else ():
                if one.asks != (one.met_with == "quotes") or (one.is_gap and not one.asks):
                    Console().print(
                        name, "?" if one.asks else "-", one.words, "→", one.met_with, one.why, one.is_gap
                    )
        Console().print(table)


def _counted(found: list[Written]) -> Iterator[str]:
    asks, talks = [one for one in found if one.asks], [one for one in found if not one.asks]
    quoted = sum(one.met_with == "quotes" for one in asks)
    yield f"{quoted} of {len(asks)}"
    yield from (str(sum(one.why == cause for one in asks)) for cause in CAUSES)
    yield f"{sum(one.met_with == 'quotes' for one in talks)} of {len(talks)}"
    yield from (str(sum(one.met_with == what for one in talks)) for what in ("words", "reaction"))
    yield str(sum(one.is_gap for one in talks))


async def _replied(replies: list[tuple[bool, str]], edition: Edition, opening: str) -> list[Written]:
    answers = partial(answer, model=load_model())
    limits: dict[str, Any] = {"user_questions_per_minute": 1_000_000, "chat_questions_per_minute": 1_000_000}
    with tempfile.TemporaryDirectory() as data:
        async with (
            FakeTelegram() as telegram,
            serving(telegram, Path(data), Shelf(edition), answers, **limits) as bot,
        ):
            return [await _met(telegram, bot, opening, asks, words) for asks, words in replies]


async def _met(telegram: FakeTelegram, bot: Served, opening: str, asks: bool, words: str) -> Written:
    group, person = telegram.group("Talk"), telegram.user("Somebody")
    group.write(person, f"/ask {opening}")
    reply = group.write(person, words, reply_to=await group.reply())
    usage = group.write(person, "/ask")
    sent = await group.reply()
    said = None if sent.replies_to == usage["message_id"] else sent
    shown = "quotes" if said and said.quotes else "words" if said else ""
    made = [d for name, d in telegram.server.calls if name == "setMessageReaction"]
    reacted = any((d["chat_id"], d["message_id"]) == (group.id, reply["message_id"]) for d in made)
    kept = await Journal(bot.database).given_to(group.id, reply["message_id"])
    met_with = shown or ("reaction" if reacted else "nothing")
    why = await _why(group, person, words) if asks and met_with != "quotes" else ""
    return Written(asks, words, met_with, bool(kept and kept.reason), why)


async def _why(group: Group, person: Person, words: str) -> str:
    if not asks_something(words):
        return "unheard"
    group.write(person, f"/ask {words}")
    return "held back" if (await group.reply()).quotes else "not found"


if __name__ == "__main__":
    main()
