"""A chat sees the folders or tags in its scope: nothing that it is sent, by whatever path, is of others."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields, replace
from enum import Enum
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.chat.pages.buttons import (
    BUTTONS,
    LINKS,
    Choose,
    article_key,
    button_data,
    share_query,
    start_payload,
)
from bot.core.answer import Model, answer
from bot.core.nouns import Claim
from bot.core.proving.quote import prove
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf as LibraryShelf
from bot.library.learned import load_model
from bot.storage.personal.bookmarks import Bookmarks
from tests.fake_telegram import Chat, FakeTelegram, Person, Private, Sent
from tests.stories.planted import OPEN, Secret, plant, questions
from tests.stories.world import Served, serving

POINTING = ("more", "source?", "who says that?", "context", "the second one?", "and where?")
"""What points at an answer that was given, in a reply to it or after it."""


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake
    assert fake.server.methods.complaints == []


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at once whether other articles serve, and whom a correction waits for."""
    monkeypatch.setattr(LIMITS, "waiting", replace(LIMITS.waiting, wishes=0.05, corrections=0.05))


@dataclass
class Stage:
    """A bot with a maintainer and articles in two folders, of which chats shall see one."""

    telegram: FakeTelegram
    bot: Served
    house: Private
    corpus: Path
    secret: Secret
    scope: str

    async def keeper_says(self, words: str) -> Sent:
        return await self.house.asks(words)

    async def scoped(self, chat: Chat) -> int:
        """Let a chat see the open articles; return how many calls were made until then."""
        assert "3 articles in sight" in (await self.keeper_says(f"/scope {chat.id} {self.scope}")).text
        return len(self.telegram.server.calls)

    def sent_since(self, calls: int) -> str:
        """All that was sent since then, to whomever but the maintainer."""
        made = self.telegram.server.calls[calls:]
        others = [c for c in made if str(c[1].get("chat_id")) != str(self.house.id)]
        return json.dumps([data for _, data in others], ensure_ascii=False, default=str)


@asynccontextmanager
async def staged(folder: Path, learned: Model, seed: int, scope: str) -> AsyncIterator[Stage]:
    """Serve while the block runs; whatever Telegram would have refused fails it."""
    secret, corpus = Secret.made(seed), folder / "corpus"
    plant(corpus, secret)
    shelf = LibraryShelf(corpus, Editions(folder / "editions"), learned.background)
    async with FakeTelegram() as telegram:
        keeper = telegram.user("Keeper")
        chosen: dict[str, Any] = {"maintainers": str(keeper.id), "user_questions_per_minute": 1000}
        chosen |= {"web_url": "https://quoth.example", "presses_per_minute": 1000}
        async with serving(telegram, folder / "data", shelf, partial(answer, model=learned), **chosen) as bot:
            yield Stage(telegram, bot, telegram.private(keeper), corpus, secret, scope)
    assert telegram.server.methods.complaints == []


@pytest.fixture(params=[(1, "open"), (2, "tag:open")])
async def stage(request: pytest.FixtureRequest, tmp_path: Path, learned: Model) -> AsyncIterator[Stage]:
    async with staged(tmp_path, learned, *request.param) as set_up:
        yield set_up


def persons(stage: Stage) -> tuple[Person, Private]:
    aya = stage.telegram.user("Aya")
    return aya, stage.telegram.private(aya)


def key_of(stage: Stage) -> int:
    return article_key(
        next(e.article.id for e in stage.bot.shelf.current.entries.values() if "shut" in e.article.file)
    )


def every(kinds: tuple[Any, ...], number: int, key: int) -> Iterator[Any]:
    """Yield each kind of button or link about an answer or an article, of an enumeration with all its values.

    Settings are left out: they change in which language the test reads on, and show no article.
    """
    for carries in (kind.carries for kind in kinds if kind.carries is not Choose):
        known = {"answer": number, "key": key, "number": 1, "count": 1}
        given = {field.name: known.get(field.name, 0) for field in fields(carries)}
        styles = next(
            (f.type for f in fields(carries) if isinstance(f.type, type) and issubclass(f.type, Enum)), ()
        )
        yield from (carries(style) for style in styles) if styles else [carries(**given)]


def shared_secretly(stage: Stage) -> str:
    """What whoever sees all types to share the hidden quote."""
    edition = stage.bot.shelf.current
    passage = next(p for p in edition.passages if "shut" in p.article.file)
    quote = prove(Claim.of(passage.article, passage.sentences[0]), edition)
    assert quote
    return share_query(quote)


FEW = settings(max_examples=2, phases=[Phase.generate])
"""What fails is not made smaller: each try takes seconds."""
EVERY_ORDER = given(
    seed=st.integers(0, 1000), scope=st.sampled_from(["open", "tag:open"]), order=st.integers(0, 1000)
)
"""Another secret, and all ways to it in another order."""


@FEW
@EVERY_ORDER
def test_nothing_out_of_scope_is_told_in_private(seed: int, scope: str, order: int) -> None:
    async def play(folder: Path) -> None:
        async with staged(folder, load_model(), seed, scope) as stage:
            await told_in_private(stage, Random(order))

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder)))


async def told_in_private(stage: Stage, order: Random) -> None:
    """Try every way in an order, where an answer and a saved quote are known from before."""
    (aya, chat), secret = persons(stage), stage.secret
    wide = await chat.asks(f"Who bought the {secret.known}?")
    assert secret.leaked(wide.text)  # it is answered where all is seen
    assert any(button.get("url", "").startswith("https://quoth.example") for button in wide.buttons)
    number = (await stage.bot.database.rows("SELECT max(id) FROM answers"))[0][0]
    assert await chat.pop_up(chat.press(aya, wide, "☆")) != ""
    calls, key = await stage.scoped(chat), key_of(stage)
    asked = [*questions(secret), "/start", "/sources", "/help", "/saved", f"/proof {number}", *POINTING]
    asked += [f"/start {start_payload(target)}" for target in every(LINKS, number, key)]
    pressed = [button_data(action) for action in every(BUTTONS, number, key)]
    typed = ["", shared_secretly(stage), *questions(secret)]
    ways: list[Callable[[], Awaitable[object]]] = [
        *(partial(chat.asks, words) for words in asked),
        *(partial(chat.asks, words, reply_to=wide) for words in POINTING),
        *(partial(edited_into, chat, words) for words in questions(secret)[:2]),
        *(partial(press, chat, wide, data) for data in pressed),
        *(partial(types, stage, aya, words) for words in typed),
    ]
    order.shuffle(ways)
    for way in ways:
        await way()
    chat.says("/privacy")
    while "What is kept" not in (await chat.reply()).text:
        pass  # until all before it is dealt with
    assert secret.leaked(stage.sent_since(calls)) == []
    assert "quoth.example" not in stage.sent_since(calls)
    assert await Bookmarks(stage.bot.database).count(aya.id) == 1


async def edited_into(chat: Private, words: str) -> None:
    message = chat.says("What is said of the ferry to Sund?")
    await chat.reply()
    chat.edit(message, words)
    await chat.edited()


async def press(chat: Private, below: Sent, data: str) -> None:
    await chat.pop_up(chat.press_data(chat.person, below, data))


async def types(stage: Stage, person: Person, words: str) -> None:
    await stage.telegram.found(stage.telegram.inline(person, words))


@FEW
@EVERY_ORDER
def test_nothing_out_of_scope_is_told_in_a_group(seed: int, scope: str, order: int) -> None:
    async def play(folder: Path) -> None:
        async with staged(folder, load_model(), seed, scope) as stage:
            await told_in_group(stage, Random(order))

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder)))


async def told_in_group(stage: Stage, order: Random) -> None:
    """Ask in an order, and press all there is, in a group that sees less than its members do in private."""
    (aya, chat), secret, group = persons(stage), stage.secret, stage.telegram.group("Readers")
    await chat.asks(f"Who bought the {secret.known}?")
    calls = await stage.scoped(group)
    number = (await stage.bot.database.rows("SELECT max(id) FROM answers"))[0][0]
    named = [f"/{name}@quoth_test_bot" for name in ("start", "sources")]
    asked = [*named, f"/proof@quoth_test_bot {number}", *(f"/ask {words}" for words in questions(secret))]
    order.shuffle(asked)
    for words in asked:
        group.write(aya, words)
        shown = await group.reply()
    for action in every(BUTTONS, number, key_of(stage)):
        await group.pop_up(group.press_data(aya, shown, button_data(action)))
    assert secret.leaked(stage.sent_since(calls)) == []


async def test_an_answer_of_a_group_that_sees_more_is_not_opened_where_less_is_seen(
    stage: Stage,
) -> None:
    (aya, chat), secret, group = persons(stage), stage.secret, stage.telegram.group("Readers")
    group.room.statuses[aya.id] = "member"
    group.write(aya, f"/ask Who bought the {secret.known}?")
    shown = await group.reply()
    calls = await stage.scoped(chat)
    link = shown.button("private")["url"]
    opened = await chat.asks(f"/start {link.partition('?start=')[2]}")
    assert "not kept any more" in opened.text
    assert secret.leaked(stage.sent_since(calls)) == []


async def test_what_comes_by_itself_keeps_to_the_scope(stage: Stage) -> None:
    (aya, chat), secret = persons(stage), stage.secret
    await chat.asks(f"Who bought the {secret.known}?")
    calls = await stage.scoped(chat)
    refused = await chat.asks("How long is the rope bridge at Hollin Gorge?")
    await chat.pop_up(chat.press(aya, refused, "tell me"))
    path = next((stage.corpus / "shut").iterdir())
    length = "The rope bridge at Hollin Gorge is 212 metres long"
    path.write_text(secret.article.replace("nine", "ten") + f"\n{length}, said {secret.hidden[0].title()}.\n")
    await stage.keeper_says("/reload")
    asked = await stage.house.edited()
    stage.house.press(stage.house.person, asked, "apply")  # it says that one chat is to be told
    sent = stage.telegram.transcript
    applied = "Changed: 1", "Nothing was changed yet"
    await stage.telegram.until(
        lambda: [s for s in sent if applied[0] in s.text and applied[1] not in s.text], "the reload"
    )
    (stage.corpus / "open" / "bridge.md").write_text(
        f"---\ntitle: The bridge at Hollin Gorge\ntags: open\n---\n\n{length}.\n"
    )
    await stage.keeper_says("/reload")
    told = await chat.reply()
    assert told.quotes == [f"{length}."]
    assert secret.leaked(stage.sent_since(calls)) == []


async def test_the_setting_is_for_chats_without_a_scope_of_their_own(
    telegram: FakeTelegram, tmp_path: Path, aya: Person, learned: Model
) -> None:
    keeper, corpus = telegram.user("Keeper"), tmp_path / "corpus"
    (corpus / "2031").mkdir(parents=True)
    (corpus / "2031" / "dam.md").write_text("The dam at Tessel Mill was built in 1931.\n")
    for name, text in OPEN.items():
        (corpus / name[:-3]).mkdir(parents=True)
        (corpus / name[:-3] / name).write_text(f"{text}\n")
    shelf = LibraryShelf(corpus, Editions(tmp_path / "editions"), learned.background)
    house, chat = telegram.private(keeper), telegram.private(aya)
    chosen: dict[str, Any] = {"maintainers": str(keeper.id), "scope": "kiln, weir/"}
    async with serving(telegram, tmp_path / "data", shelf, partial(answer, model=learned), **chosen):
        assert "2 articles" in (await chat.asks("/start")).text
        assert "kiln, weir" in (await house.asks("/scope")).text
        assert "all serves" not in (await house.reply()).text
        assert "1 article in sight" in (await house.asks(f"/scope {aya.id} ferry/ferry.md")).text
        assert "1 article" in (await chat.asks("/start")).text
        await chat.asks("/forget")  # does not free her
        assert "1 article" in (await chat.asks("/start")).text
        assert "0 articles in sight" in (await house.asks(f"/scope {aya.id} ..")).text
        assert "4 articles in sight" in (await house.asks(f"/scope {aya.id} all")).text
        assert "2 articles in sight" in (await house.asks(f"/scope {aya.id} usual")).text
        assert "/scope all" in (await house.asks("/scope ,")).text
        assert "/scope all" in (await house.asks("/scope 2032")).text  # no folder, and nothing for a chat
        assert "1 article in sight" in (await house.asks("/scope 2031")).text
        assert "2031" in (await house.asks("/scope")).text
