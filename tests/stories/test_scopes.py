"""A chat sees the folders or tags in its scope: nothing that it is sent, by whatever path, is of others."""

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, fields, replace
from enum import Enum
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

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
from bot.storage.personal.bookmarks import Bookmarks
from tests.fake_telegram import Chat, FakeTelegram, Group, Person, Private, Sent
from tests.stories.world import Served, serving

OPEN = {
    "kiln.md": "The kiln at Orrin Bank was fired for nine days. Its bricks went to the lighthouse of Tarn.",
    "weir.md": "The weir below Tessel Mill broke in the spring flood. The miller moved his wheel upstream.",
    "ferry.md": "The ferry to Sund left at seven on Monday. It carried the post and eleven sheep.",
}
SYLLABLES = ("bra", "dro", "fli", "gwe", "jun", "kel", "mor", "pax", "qui", "ruv", "stu", "tov", "vex", "zim")


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake
    assert fake.server.methods.complaints == []


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at once whether other articles serve, and whom a correction waits for."""
    monkeypatch.setattr(LIMITS, "waiting", replace(LIMITS.waiting, wishes=0.05, corrections=0.05))


@dataclass(frozen=True)
class Secret:
    """What is planted out of sight: ``hidden`` words nobody ever types."""

    known: str
    hidden: tuple[str, ...]

    @classmethod
    def made(cls, seed: int) -> "Secret":
        """Make up words of which none begins as another, or as any word of the open articles."""
        source = Random(seed)
        words = ["".join(source.sample(SYLLABLES, 3)) for _ in range(7)]
        return cls(words[0], tuple(words[1:]))

    @property
    def text(self) -> str:
        sold, place, price, buyer, *_ = self.hidden
        return (
            f"The {self.known} of {place.title()} was sold to {buyer.title()} in the spring flood. "
            f"Its price was nine {price} and a {sold}. The kiln and the ferry were part of it."
        )

    @property
    def article(self) -> str:
        *_, title, publisher = self.hidden
        header = f"title: The {title}\npublisher: {publisher.title()}\ntags: {title}\nurl: https://{publisher}.test/a/b"
        return f"---\n{header}\n---\n\n{self.text}\n"

    def slip(self, number: int) -> str:
        """A hidden word with one letter wrong, as somebody types it who has heard of it."""
        word = self.hidden[number]
        return f"{word[:4]}{'a' if word[4] != 'a' else 'e'}{word[5:]}"

    def leaked(self, sent: str) -> list[str]:
        return [word for word in self.hidden if word in sent.casefold()]


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


@pytest.fixture(params=[(1, "open"), (2, "tag:open")])
async def stage(
    request: pytest.FixtureRequest, telegram: FakeTelegram, tmp_path: Path, learned: Model
) -> AsyncIterator[Stage]:
    seed, scope = request.param
    keeper, secret, corpus = telegram.user("Keeper"), Secret.made(seed), tmp_path / "corpus"
    for folder in ("open", "shut"):
        (corpus / folder).mkdir(parents=True)
    for name, text in OPEN.items():
        (corpus / "open" / name).write_text(
            f"---\ntitle: The {name[:-3]}\ntags: [Orrin, Open]\n---\n\n{text}\n"
        )
    (corpus / "shut" / f"{secret.hidden[5]}.md").write_text(secret.article)
    (corpus / "synonyms.yaml").write_text(f"kiln: {secret.hidden[0]}, {secret.known}\n")
    shelf = LibraryShelf(corpus, Editions(tmp_path / "editions"), learned.background)
    chosen: dict[str, Any] = {"maintainers": str(keeper.id), "user_questions_per_minute": 1000}
    chosen |= {"web_url": "https://quoth.example", "presses_per_minute": 1000}
    async with serving(telegram, tmp_path / "data", shelf, partial(answer, model=learned), **chosen) as bot:
        yield Stage(telegram, bot, telegram.private(keeper), corpus, secret, scope)


def questions(secret: Secret) -> list[str]:
    """What somebody asks who wants to know: none of it holds a hidden word."""
    sentence = secret.text.split(". ")[1]
    bare = " ".join(word for word in sentence.split() if not secret.leaked(word))
    return [
        f"Who bought the {secret.known}?",
        f"What is {secret.known}?",
        f"{secret.slip(1)} {secret.slip(3)}",
        f"What was sold in the spring flood to {secret.slip(3)}?",
        f'"{bare}"',
        bare,
        f"source:{secret.slip(5)} {secret.known}",
        "What does the kiln mean?",
        f"{secret.known} source:shut",
        "What is part of the kiln and the ferry?",
        f"Is it true that the {secret.known} was sold?",
        "and the price?",
    ]


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


async def test_nothing_out_of_scope_is_told_in_private(stage: Stage, aya: Person) -> None:
    chat, secret = stage.telegram.private(aya), stage.secret
    wide = await chat.asks(f"Who bought the {secret.known}?")
    assert secret.leaked(wide.text)  # it is answered where all is seen
    assert any(button.get("url", "").startswith("https://quoth.example") for button in wide.buttons)
    number = (await stage.bot.database.rows("SELECT max(id) FROM answers"))[0][0]
    assert await chat.pop_up(chat.press(aya, wide, "☆")) != ""
    calls = await stage.scoped(chat)
    for words in [*questions(secret), "/start", "/sources", "/help", "/saved", f"/proof {number}"]:
        await chat.asks(words)
    key = key_of(stage)
    for target in every(LINKS, number, key):
        await chat.asks(f"/start {start_payload(target)}")
    for action in every(BUTTONS, number, key):
        await chat.pop_up(chat.press_data(aya, wide, button_data(action)))
    for typed in ("", shared_secretly(stage), *questions(secret)):
        await stage.telegram.found(stage.telegram.inline(aya, typed))
    chat.says("/privacy")
    while "What is kept" not in (await chat.reply()).text:
        pass  # until all before it is dealt with
    assert secret.leaked(stage.sent_since(calls)) == []
    assert "quoth.example" not in stage.sent_since(calls)
    assert await Bookmarks(stage.bot.database).count(aya.id) == 1


async def test_nothing_out_of_scope_is_told_in_a_group(stage: Stage, group: Group, aya: Person) -> None:
    secret, chat = stage.secret, stage.telegram.private(aya)
    await chat.asks(f"Who bought the {secret.known}?")  # in private she sees all
    calls = await stage.scoped(group)
    number = (await stage.bot.database.rows("SELECT max(id) FROM answers"))[0][0]
    for words in questions(secret):
        group.write(aya, f"/ask {words}")
        await group.reply()
    for words in ("/start", "/sources", f"/proof {number}"):
        name, _, rest = words.partition(" ")
        group.write(aya, f"{name}@quoth_test_bot {rest}".strip())
        shown = await group.reply()
    key = key_of(stage)
    for action in every(BUTTONS, number, key):
        await group.pop_up(group.press_data(aya, shown, button_data(action)))
    assert secret.leaked(stage.sent_since(calls)) == []


async def test_an_answer_of_a_group_that_sees_more_is_not_opened_where_less_is_seen(
    stage: Stage, group: Group, aya: Person
) -> None:
    secret, chat = stage.secret, stage.telegram.private(aya)
    group.room.statuses[aya.id] = "member"
    group.write(aya, f"/ask Who bought the {secret.known}?")
    shown = await group.reply()
    calls = await stage.scoped(chat)
    link = shown.button("private")["url"]
    opened = await chat.asks(f"/start {link.partition('?start=')[2]}")
    assert "not kept any more" in opened.text
    assert secret.leaked(stage.sent_since(calls)) == []


async def test_what_comes_by_itself_keeps_to_the_scope(stage: Stage, aya: Person) -> None:
    secret, chat = stage.secret, stage.telegram.private(aya)
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
