"""Who may do what: each cell of the tables in SECURITY.md is tried, on commands, buttons and links."""

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.chat.maintainers.maintenance import MAINTAINER_COMMANDS
from bot.chat.pages.buttons import (
    AskIn,
    Choose,
    ChooseStyle,
    Cite,
    Decide,
    Dismiss,
    DropQuestion,
    ExportSaved,
    HandOver,
    LetIn,
    MoreQuotes,
    OpenAnswer,
    OpenArticle,
    OpenProof,
    Proof,
    Rate,
    ReadPassage,
    Save,
    SavedFrom,
    SendQuote,
    Setting,
    ShowAnswer,
    SourcesPage,
    TellMe,
    Tools,
    Unsave,
    WiderContext,
    article_key,
    button_data,
    parse_button,
    start_payload,
)
from bot.chat.pages.references import Style
from bot.chat.talk.commands import COMMANDS
from bot.core.index.edition import Edition
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf as LibraryShelf
from bot.storage.maintaining.discoveries import Discoveries, Discovery, Sort
from bot.storage.personal.guests import Guests
from bot.storage.personal.wishes import Wish, Wishes
from tests.fake_telegram import Chat, FakeTelegram, Person, Sent
from tests.fake_telegram.world import Json
from tests.folders import KILN, KILN_QUESTION, WEIR, folder_of
from tests.stories.steps import FERRY_QUESTION, asked
from tests.stories.test_maintenance import document
from tests.stories.world import ARTICLES, FERRIES, Served, Shelf, serving
from tests.tables import table

CONFIRM = "Anonymous administrators confirm"
EMPTY = re.compile("write the question|ask with a few words")
"""What whoever asks nothing is told."""
NOT_SERVED = "I answer only some people and chats."
REFUSED = (
    "I read text",
    "Only maintainers",
    "Only administrators",
    "This command is for groups",
    "This command is for our private chat",
    "not kept any more",
    NOT_SERVED,
    "do not seem to answer",
)
ME = "@quoth_test_bot"

SENT = table(".github/SECURITY.md", "sent")
PRESSED = table(".github/SECURITY.md", "pressed")
OPENED = table(".github/SECURITY.md", "opened")


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake
    assert fake.server.methods.complaints == []


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return folder_of(tmp_path, kiln=f"---\ntitle: The kiln\n---\n\n{KILN}\n")


@pytest.fixture
async def bot(telegram: FakeTelegram, corpus: Path, keeper: Person) -> AsyncIterator[Served]:
    shelf = LibraryShelf(corpus, Editions(corpus.parent / "data" / "editions"))
    chosen: dict[str, Any] = {"maintainers": str(keeper.id), "user_questions_per_minute": 1000}
    async with serving(telegram, corpus.parent / "data", shelf, **chosen) as served:
        yield served


@pytest.fixture
async def library(telegram: FakeTelegram, tmp_path: Path, keeper: Person) -> AsyncIterator[Served]:
    """A bot with an article that answers in many sentences."""
    shelf = Shelf(Edition.of([FERRIES, *ARTICLES[:2]]))
    chosen: dict[str, Any] = {"maintainers": str(keeper.id), "hand_over": str(keeper.id)}
    async with serving(telegram, tmp_path, shelf, **chosen) as served:
        yield served


@dataclass
class Place:
    """Somebody in a chat: ``fields`` make a message theirs."""

    chat: Chat
    author: Person | None
    fields: Json = field(default_factory=dict)
    kind: str = "message"
    shut_out: bool = False
    """Whether the author is not served from the moment on at which all is prepared."""

    @property
    def is_private(self) -> bool:
        return self.chat.room.type == "private"

    def says(self, text: str, **fields: Any) -> Json:
        """Write a message and deliver it."""
        return self.chat.deliver(self.chat.post(self.author, text, **{**self.fields, **fields}), self.kind)


def place(telegram: FakeTelegram, keeper: Person, column: str) -> Place:
    """Return whom a column of the first table means, in a new chat."""
    where, _, who = column.partition(": ")
    is_shut_out = who == "shut out"
    person = keeper if who == "maintainer" else telegram.user("Somebody")
    if where == "private":
        return Place(telegram.private(person), person, shut_out=is_shut_out)
    if where == "channel":
        channel = telegram.channel("News")
        return Place(channel, None, {"sender_chat": channel.room.as_json()}, "channel_post")
    group = telegram.group("Readers")
    group.room.statuses[person.id] = "administrator" if who == "administrator" else "member"
    if who == "anonymous administrator":
        return Place(group, None, group.anonymous())
    if who == "in a channel's name":
        author = Person(136817688, "Channel", "Channel_Bot", is_bot=True)
        return Place(group, author, {"sender_chat": {"id": -1009999, "type": "channel", "title": "N"}})
    return Place(group, person, shut_out=is_shut_out)


@dataclass(frozen=True)
class Deed:
    """What is sent, and the words by which it shows that it was done. ``add`` prepares fields."""

    words: str
    shows: str
    add: Callable[["Stage", Place], Any] | None = None


@dataclass
class Stage:
    """All that a cell of the first table needs."""

    telegram: FakeTelegram
    bot: Served
    corpus: Path
    keeper: Person

    async def answer(self, chat: Chat, author: Person | None = None) -> Sent:
        """An answer to a question that somebody has asked in the chat."""
        chat.write(author or self.telegram.user("Asker"), f"/ask {KILN_QUESTION}")
        return await chat.reply()

    @property
    def kept(self) -> tuple[str, list[str], str]:
        """What nobody but a maintainer may change."""
        files = sorted(self.corpus.iterdir())
        return self.bot.shelf.current.id, [path.name for path in files], files[0].read_text()


async def _to_answer(stage: Stage, at: Place) -> Json:
    return {"reply_to": await stage.answer(at.chat, at.author if at.is_private else None)}


async def _to_text(stage: Stage, at: Place) -> Json:
    return {"reply_to": at.chat.post(stage.telegram.user("Writer"), WEIR)}


async def _file(stage: Stage, at: Place) -> Json:
    return document(stage.telegram, "weir.txt", WEIR.encode())


async def _captioned(stage: Stage, at: Place) -> Json:
    command = {"type": "bot_command", "offset": 0, "length": len(f"/add{ME}")}
    return {**await _file(stage, at), "caption": f"/add{ME}", "caption_entities": [command]}


async def _forwarded(stage: Stage, at: Place) -> Json:
    origin = {"type": "hidden_user", "sender_user_name": "Someone", "date": 1893456000}
    return {"forward_origin": origin}


async def _to_preview(stage: Stage, at: Place) -> Json:
    """Reply to a preview that the maintainer has opened in the same chat."""
    post = at.chat.post(stage.telegram.user("Writer"), WEIR)
    at.chat.write(stage.keeper, f"/add{ME}", reply_to=post)
    return {"reply_to": await at.chat.reply()}


async def _known_to_others(stage: Stage, at: Place) -> Json:
    await stage.answer(stage.telegram.private(stranger := stage.telegram.user("Stranger")), stranger)
    return {}


DEEDS = {
    "a question": Deed(KILN_QUESTION, "nine days"),
    "`/ask` and a question, without the bot's name": Deed(f"/ask {KILN_QUESTION}", "nine days"),
    "a question with a mention of the bot": Deed(f"{ME} {KILN_QUESTION}", "nine days"),
    "a question in reply to the bot": Deed(KILN_QUESTION, "nine days", _to_answer),
    "`/start`": Deed(f"/start{ME}", "Ask me a question"),
    "`/help`": Deed(f"/help{ME}", "Commands"),
    "`/help` without the bot's name": Deed("/help", "Commands"),
    "`/sources`": Deed(f"/sources{ME}", "Sources:"),
    "`/proof` of an answer in this chat": Deed(f"/proof{ME}", "quote 1", _to_answer),
    "`/proof` of an answer elsewhere": Deed(f"/proof{ME} 1", "quote 1", _known_to_others),
    "`/saved`": Deed(f"/saved{ME}", "You have saved no quotes yet"),
    "`/privacy`": Deed(f"/privacy{ME}", "What is kept"),
    "`/forget`": Deed(f"/forget{ME}", "Deleted"),
    "`/language`": Deed(f"/language{ME}", "In which language"),
    "`/settings`": Deed(f"/settings{ME}", "Settings"),
    "`/settings` without the bot's name": Deed("/settings", "Settings"),
    "`/reload`": Deed(f"/reload{ME}", "Nothing has changed"),
    "`/reload dry`": Deed(f"/reload{ME} dry", "Nothing has changed"),
    "`/add` in reply to a text": Deed(f"/add{ME}", "Add this article?", _to_text),
    "`/edit` of an article": Deed(f"/edit{ME} kiln.md\npublisher: Bank News", "Changed in kiln.md"),
    "`/remove` of an article": Deed(f"/remove{ME} kiln.md", "Remove The kiln"),
    "`/editions`": Deed(f"/editions{ME}", "Editions, newest first"),
    "`/rollback`": Deed(f"/rollback{ME}", "Please write an edition's id"),
    "`/undo`": Deed(f"/undo{ME}", "no change that could be undone"),
    "`/allow`": Deed(f"/allow{ME}", "Everybody is served"),
    "`/allow` of somebody": Deed(f"/allow{ME} 1", "Noted"),
    "`/scope`": Deed(f"/scope{ME}", "This chat sees"),
    "`/scope` of a folder": Deed(f"/scope{ME} kiln.md", "in sight"),
    "`/history`": Deed(f"/history{ME}", "Who changed what"),
    "`/gaps`": Deed(f"/gaps{ME}", "in the last"),
    "`/stats`": Deed(f"/stats{ME}", "in the last"),
    "`/status`": Deed(f"/status{ME}", "Status"),
    "`/notices`": Deed(f"/notices{ME}", "No daily report"),
    "`/quiet`": Deed(f"/quiet{ME}", "Silence: 22:00-07:00"),
    "`/follow`": Deed(f"/follow{ME}", "Please write the address of a feed"),
    "`/unfollow`": Deed(f"/unfollow{ME}", "that /follow lists"),
    "a file": Deed("", "Add this article?", _file),
    "a file with `/add`": Deed("", "Add this article?", _captioned),
    "a forwarded post": Deed(WEIR, "Add this article?", _forwarded),
    "a correction in reply to a preview": Deed("title: The weir", "Title: The weir", _to_preview),
}


def test_each_command_has_its_row() -> None:
    names = {f"/{command.name}" for command in (*COMMANDS, *MAINTAINER_COMMANDS)}
    assert names == {word for row in SENT for word in names if f"`{word}" in row}
    assert list(DEEDS) == list(SENT)


async def happened(stage: Stage, at: Place, deed: Deed, expected: str) -> str:
    """Send something, wait for what is expected, and for all that comes at once; tell what came."""
    fields = await deed.add(stage, at) if deed.add and at.kind == "message" else {}
    if at.shut_out and at.author:
        await Guests(stage.bot.database).decide(at.author.id, may=False)
    said, kept = len(stage.telegram.transcript), stage.kept
    at.says(deed.words, **fields)
    if at.shut_out and expected == "no":
        await _waits(stage, said, NOT_SERVED)
    await _after_all(stage, at)
    if expected in {"yes", "in private"}:
        await _waits(stage, said, deed.shows)
    came = [sent for sent in stage.telegram.transcript[said:] if not EMPTY.search(sent.text)]
    here = [sent.text for sent in came if sent.chat_id == at.chat.id]
    elsewhere = [sent.text for sent in came if sent.chat_id != at.chat.id]
    if any(deed.shows in text for text in here):
        return "yes"
    if any(deed.shows in text for text in elsewhere):
        return "in private"
    assert stage.kept == kept
    if any(CONFIRM in text for text in here):
        return await _confirmed(stage, at, deed, next(sent for sent in came if CONFIRM in sent.text))
    return "no" if any(part in text for text in here for part in REFUSED) else "·" if not here else str(here)


async def _after_all(stage: Stage, at: Place) -> None:
    """Ask nothing later on, and wait until that, and all before it, is dealt with."""
    said = len(stage.telegram.transcript)
    if at.kind == "channel_post":
        later = stage.telegram.user("Later")
        stage.telegram.private(later).write(later, f"/ask{ME}")
    elif at.shut_out:
        other = stage.keeper
        (stage.telegram.private(other) if at.is_private else at.chat).write(other, f"/ask{ME}")
    else:
        at.says(f"/ask{ME}")  # behind what the same writer sent
    sent = stage.telegram.transcript
    await stage.telegram.until(lambda: [s for s in sent[said:] if EMPTY.search(s.text)], "the end")


async def _waits(stage: Stage, said: int, words: str) -> None:
    sent = stage.telegram.transcript
    await stage.telegram.until(lambda: [s for s in sent[said:] if words in s.text], words)


async def _confirmed(stage: Stage, at: Place, deed: Deed, button: Sent) -> str:
    """Nobody but the maintainer presses; then it is done."""
    administrator, said = stage.telegram.user("Administrator"), len(stage.telegram.transcript)
    at.chat.room.statuses[administrator.id] = "administrator"
    assert "Only maintainers" in await at.chat.pop_up(at.chat.press(administrator, button, "confirm"))
    assert not [s for s in stage.telegram.transcript[said:] if deed.shows in s.text]
    assert await at.chat.pop_up(at.chat.press(stage.keeper, button, "confirm")) == ""
    await _waits(stage, said, deed.shows)
    came = [sent for sent in stage.telegram.transcript[said:] if deed.shows in sent.text]
    return "who?" if came[0].chat_id == at.chat.id else "in private, who?"


@pytest.mark.parametrize("row", SENT)
async def test_what_is_sent_is_done_for_whom_the_table_says(
    telegram: FakeTelegram, bot: Served, corpus: Path, keeper: Person, row: str
) -> None:
    stage = Stage(telegram, bot, corpus, keeper)
    telegram.private(keeper)
    told = {column: expected for column, expected in SENT[row].items() if not expected.startswith("as ")}
    found = {
        column: await happened(stage, place(telegram, keeper, column), DEEDS[row], expected)
        for column, expected in told.items()
    }
    assert found == told


ASKING_IN, LETTING_IN = "ask to be let in", "let in whoever asks"
HANDING, SENDING, DROPPING = (
    "ask the maintainers",
    "send a quote to whoever asked",
    "leave a question unanswered",
)
TELLING = "tell me when there is an answer"
REFUSED_QUESTION = "Who is the harbour master of Tarn?"
BUTTONS: dict[str, Callable[[int], Any]] = {
    "more quotes": lambda answer: MoreQuotes(answer, 1),
    "wider context": lambda answer: WiderContext(answer, 0),
    "proof": lambda answer: Proof(answer, 0),
    "useful or not": lambda answer: Rate(answer, useful=True),
    "show an answer that may not have arrived": ShowAnswer,
    "☆, to save its quotes": lambda answer: Save(answer, 0, 1),
    "what else can be done, behind ⋯": lambda answer: Tools(answer, 0),
    "quote and source in a message, to copy": lambda answer: Cite(answer, 0),
    TELLING: TellMe,
    HANDING: HandOver,
    SENDING: lambda answer: SendQuote(1, answer, 0),
    DROPPING: lambda _: DropQuestion(1),
    "a page of what was saved": lambda _: SavedFrom(0),
    "remove what was saved": lambda _: Unsave(1, 0),
    "ask how to write what was saved": lambda _: ChooseStyle(),
    "what was saved, as a file": lambda _: ExportSaved(Style.RIS),
    "a page of the sources": lambda _: SourcesPage(1),
    "a passage of an article": lambda _: ReadPassage(article_key(FERRIES.id), 1),
    "a setting": lambda _: Choose(Setting.QUIET, 1),
    ASKING_IN: lambda _: AskIn(),
    LETTING_IN: lambda _: LetIn(1, may=True),
}
OFFERED = "leave out the pages that were offered"
FOUND = "what to do with a page that reads otherwise"
DONE = {
    "",
    "Thank you, noted.",
    "Saved.",
    "Left out.",
    "Removed.",
    "Noted: I will tell you here when the articles answer this. Press again to take it back.",
    "Passed on to the maintainers, without your name. You will be told when there is an answer.",
    "Sent to whoever asked.",
    "Passed on to the maintainers; you will hear what they decide.",
    "Saved. /saved in our private chat lists what you saved.",
}


def number_of(answer: Sent) -> int:
    """Return the number of an answer, which its buttons carry."""
    carried = (parse_button(button.get("callback_data", "")) for button in answer.buttons)
    return next(action.answer for action in carried if isinstance(action, Rate | TellMe))


async def waiting(chat: Chat, keeper: Person, label: str) -> tuple[Sent, str]:
    """Return a maintainer's question that waits for a press, and what its button carries."""
    chat.write(keeper, f"/remove{ME} ferries")
    question = await chat.reply()
    return question, question.button(label)["callback_data"]


async def presses(stage: Served, telegram: FakeTelegram, keeper: Person, row: str, column: str) -> str:
    """Press a button as the column says; tell whether it did what it says."""
    asker, somebody, group = telegram.user("Asker"), telegram.user("Somebody"), telegram.group("Readers")
    may_set = "administrator" in column or "forged" in column
    role = "administrator" if may_set else "member"
    group.room.statuses |= {asker.id: "member", keeper.id: "member", somebody.id: role}
    chat: Chat = telegram.private(asker) if column.startswith("private") else group
    chat.write(asker, f"/ask {REFUSED_QUESTION if row in {TELLING, HANDING} else FERRY_QUESTION}")
    shown = await chat.reply()
    if row == FOUND:
        await Discoveries(stage.database).add(Discovery(Sort.CHANGED, "ferries", FERRIES.url))
        (found,) = await Discoveries(stage.database).after(0)
        data = button_data(Decide(found.id, take=False))
    elif row == OFFERED:
        await Discoveries(stage.database).add(Discovery(Sort.ENTRY, "", FERRIES.url))
        (found,) = await Discoveries(stage.database).entries()
        data = button_data(Dismiss(found.id, found.id))
    elif row in {"confirm", "cancel"}:
        shown, data = await waiting(group, keeper, row)
    else:
        data = button_data(BUTTONS[row](number_of(shown)))
    if row == SENDING:
        wish = Wish(1, 1, 1, telegram.user("Stranger").id, 1, 0, "en", REFUSED_QUESTION)
        await Wishes(stage.database).to_hand_over(wish)
    if row == LETTING_IN:
        await Guests(stage.database).ask(telegram.user("Stranger").id, "en")
    if "shut out" in column:
        await Guests(stage.database).decide(asker.id, may=False)
    edits = [sent.method for sent in telegram.transcript].count("editMessageText")
    if column == "forged, elsewhere":
        own = telegram.private(somebody)
        words = await own.pop_up(own.press_forged(somebody, await own.asks(FERRY_QUESTION), data))
    elif column == "forged, in the group":
        allowed = {
            "confirm": keeper,
            "cancel": keeper,
            FOUND: keeper,
            OFFERED: keeper,
            LETTING_IN: keeper,
            SENDING: keeper,
            DROPPING: keeper,
            "a setting": somebody,
        }.get(row, asker)
        other = await asked(group, telegram.user("Ben"), FERRY_QUESTION)
        words = await group.pop_up(group.press_forged(allowed, other, data))
    else:
        person = {"group: maintainer": keeper}.get(column, asker if "whoever" in column else somebody)
        words = await chat.pop_up(chat.press_data(person, shown, data))
    if words not in DONE:
        assert [sent.method for sent in telegram.transcript].count("editMessageText") == edits
    return "yes" if words in DONE else "no"


@pytest.mark.parametrize("row", PRESSED)
async def test_a_press_does_for_whom_the_table_says(
    telegram: FakeTelegram, library: Served, keeper: Person, row: str
) -> None:
    telegram.private(keeper)
    found = {column: await presses(library, telegram, keeper, row, column) for column in PRESSED[row]}
    assert found == PRESSED[row]


STATUSES = {
    "member of the group": "member",
    "restricted there, still a member": "restricted",
    "who has left": "left",
    "who was banned": "kicked",
    "anybody else": "left",
    "a maintainer": "left",
}
LINKS: dict[str, Callable[[int], Any]] = {
    "an answer": OpenAnswer,
    "the proof": lambda answer: OpenProof(answer, 0),
    "an article": lambda _: OpenArticle(article_key(FERRIES.id)),
}


async def opens(stage: Served, telegram: FakeTelegram, keeper: Person, row: str, column: str) -> str:
    """Open a link as the column says; tell whether it shows what it leads to."""
    group, asker = telegram.group("Readers"), telegram.user("Asker")
    private = telegram.private(asker)
    chat: Chat = private if "private" in row else group
    chat.write(asker, f"/ask {FERRY_QUESTION}")
    number = number_of(await chat.reply())
    person = {"whoever asked": asker, "a maintainer": keeper}.get(column, telegram.user("Somebody"))
    if "shut out" in column:
        await Guests(stage.database).decide((person := asker).id, may=False)
    if column in STATUSES:
        group.room.statuses[person.id] = STATUSES[column]
    target = next(make for name, make in LINKS.items() if row.startswith(name))(number)
    own = private if person is asker else telegram.private(person)
    opened = await own.asks(f"/start {start_payload(target)}")
    return "yes" if opened.quotes else "no"


@pytest.mark.parametrize("row", OPENED)
async def test_a_link_opens_for_whom_the_table_says(
    telegram: FakeTelegram, library: Served, keeper: Person, row: str
) -> None:
    found = {column: await opens(library, telegram, keeper, row, column) for column in OPENED[row]}
    assert found == OPENED[row]
