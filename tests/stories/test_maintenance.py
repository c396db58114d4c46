"""Maintainers change the articles from the chat; nobody else does, and questions are answered throughout."""

import asyncio
import io
import shutil
import threading
import zipfile
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.basics.limits import LIMITS
from bot.basics.progress import Progress, silent
from bot.core.nouns import Claim
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Prepared, Shelf
from bot.serving.triggers import ask_to_reload
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.chats import Private
from tests.fake_telegram.world import Json, Person
from tests.folders import KILN, KILN_QUESTION, WEIR, folder_of
from tests.stories.audited import telegram_that_quotes
from tests.stories.world import Served, serving


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with telegram_that_quotes(KILN, WEIR) as fake:
        yield fake


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return folder_of(tmp_path, kiln=f"---\ntitle: The kiln\npublisher: Bank News\n---\n\n{KILN}\n")


@pytest.fixture
async def bot(telegram: FakeTelegram, corpus: Path, aya: Person) -> AsyncIterator[Served]:
    shelf = Shelf(corpus, Editions(corpus.parent / "data" / "editions"))
    async with serving(telegram, corpus.parent / "data", shelf, maintainers=str(aya.id)) as served:
        yield served


@pytest.fixture
def chat(telegram: FakeTelegram, aya: Person) -> Private:
    return telegram.private(aya)


def document(telegram: FakeTelegram, name: str, data: bytes, **fields: Any) -> Json:
    """The fields of a message with a file."""
    key = f"upload{next(telegram.world.keys)}"
    telegram.world.files[key] = data
    shown = {"file_id": key, "file_unique_id": key, "file_name": name, "file_size": len(data), **fields}
    return {"document": shown}


def names(corpus: Path) -> list[str]:
    return sorted(path.name for path in corpus.iterdir())


async def told(chat: Private, part: str) -> str:
    """Wait until the bot's message, new or edited, holds ``part``; return it."""

    def texts() -> list[str]:
        return [s.text for s in chat.telegram.transcript if s.chat_id == chat.id and part in s.text]

    await chat.telegram.until(texts, f"{part!r}")
    return texts()[-1]


async def done(chat: Private, text: str, part: str) -> str:
    chat.says(text)
    return await told(chat, part)


@pytest.mark.usefixtures("bot")
async def test_a_reload_says_what_it_did(chat: Private, corpus: Path) -> None:
    (corpus / "weir.md").write_text(WEIR)
    (corpus / "empty.md").write_text("")
    report = await done(chat, "/reload", "Reloaded")
    assert "Added: 1\nweir" in report
    assert "empty.md: the file is empty" in report
    assert "Nothing has changed" in await done(chat, "/reload", "Nothing has changed")
    assert [s.method for s in chat.telegram.transcript if s.chat_id == chat.id] == [
        "sendMessage",
        "editMessageText",
    ] * 2


async def test_a_dry_reload_changes_nothing_until_it_is_applied(
    chat: Private, aya: Person, corpus: Path, bot: Served
) -> None:
    (corpus / "weir.md").write_text(WEIR)
    await done(chat, "/reload dry", "Nothing was changed yet")
    assert len(bot.shelf.current.articles) == 1
    chat.press(aya, await chat.edited(), "apply")
    await told(chat, "Reloaded")
    assert len(bot.shelf.current.articles) == 2


async def test_what_was_shown_is_not_applied_to_other_files(
    chat: Private, aya: Person, corpus: Path, bot: Served
) -> None:
    (corpus / "weir.md").write_text(WEIR)
    await done(chat, "/reload dry", "Nothing was changed yet")
    (corpus / "weir.md").write_text(WEIR.replace("spring", "autumn"))
    chat.press(aya, await chat.edited(), "apply")
    await told(chat, "files have changed")
    assert len(bot.shelf.current.articles) == 1


async def test_what_a_stop_cuts_short_of_a_maintainers_work_comes_again_but_for_reloads(
    telegram: FakeTelegram, chat: Private, corpus: Path, aya: Person
) -> None:
    telegram.server.faults.add("hang", "getFile")
    telegram.server.faults.add("hang", "editMessageText")
    for _ in range(2):
        shelf = Shelf(corpus, Editions(corpus.parent / "data" / "editions"))
        async with serving(telegram, corpus.parent / "data", shelf, maintainers=str(aya.id)):
            if not chat.unread:
                chat.says("/reload")
                chat.says("", **document(telegram, "weir.txt", WEIR.encode()))
                await telegram.until(lambda: len(telegram.server.faults.happened) == 2, "both to hang")
            else:
                await told(chat, WEIR)
    assert len([s for s in chat.unread if "Reading" in s.text]) == 1


@pytest.mark.usefixtures("bot")
async def test_a_button_works_once_and_for_maintainers_only(
    telegram: FakeTelegram, chat: Private, aya: Person, corpus: Path
) -> None:
    (corpus / "weir.md").write_text(WEIR)
    await done(chat, "/reload dry", "Nothing was changed yet")
    shown = await chat.edited()
    assert "Only maintainers" in await chat.pop_up(chat.press(telegram.user("Ben"), shown, "apply"))
    assert await chat.pop_up(chat.press(aya, shown, "cancel")) == ""
    await told(chat, "Cancelled")
    assert "too old" in await chat.pop_up(chat.press(aya, shown, "apply"))


async def test_a_corpus_that_is_gone_leaves_the_old_edition(chat: Private, corpus: Path, bot: Served) -> None:
    shutil.rmtree(corpus)
    assert "goes on serving" in await done(chat, "/reload", "The reload failed")
    await done(chat, KILN_QUESTION, "fired for nine days")


@pytest.mark.usefixtures("bot")
async def test_a_long_report_is_attached(telegram: FakeTelegram, chat: Private, corpus: Path) -> None:
    for number in range(60):
        (corpus / f"weir{number}.md").write_text(f"{WEIR} It took {number} men to mend it.")
    assert "weir59" not in await done(chat, "/reload", "report is attached")
    await telegram.until(lambda: telegram.transcript[-1].method == "sendDocument", "the attachment")
    assert b"weir59" in list(telegram.world.files.values())[-1]


async def test_editions_are_listed_and_returned_to(chat: Private, corpus: Path, bot: Served) -> None:
    first = bot.shelf.current.id[:8]
    (corpus / "weir.md").write_text(WEIR)
    await done(chat, "/reload", "Reloaded")
    editions = await done(chat, "/editions", "newest first")
    assert editions.splitlines()[1].startswith(bot.shelf.current.id[:8])
    assert editions.splitlines()[2].startswith(first)
    assert "Removed: 1" in await done(chat, f"/rollback {first}", "Removed")
    assert bot.shelf.current.id.startswith(first)
    assert not (corpus / "weir.md").exists()
    await done(chat, "/rollback 00000000", "no edition 00000000")
    await done(chat, "/rollback", "Please write an edition")


async def test_the_last_change_is_undone_after_a_press_and_that_is_undone_too(
    chat: Private, aya: Person, corpus: Path, bot: Served
) -> None:
    await done(chat, "/undo", "no change that could be undone")
    (corpus / "weir.md").write_text(WEIR)
    await done(chat, "/reload", "Reloaded")
    sent = chat.telegram.transcript
    for part, there in (("Removed: 1", False), ("Added: 1", True)):
        said = len(sent)
        chat.says("/undo")
        await chat.telegram.until(lambda said=said: len(sent) > said, "the question")
        assert "Undo this?" in sent[said].text
        assert (corpus / "weir.md").exists() != there
        chat.press(aya, sent[said], "confirm")
        await chat.telegram.until(
            lambda said=said, part=part: part in sent[-1].text and len(sent) > said, part
        )
        assert (corpus / "weir.md").exists() == there
    assert len(bot.shelf.current.articles) == 2


async def test_a_rollback_that_would_lose_something_is_refused(
    chat: Private, corpus: Path, bot: Served
) -> None:
    (corpus / "weir.md").write_text(WEIR)
    await done(chat, f"/rollback {bot.shelf.current.id[:8]}", "would lose them")
    assert (corpus / "weir.md").exists()


@pytest.mark.usefixtures("bot")
async def test_others_are_refused_in_private_and_not_heard_in_groups(
    telegram: FakeTelegram, aya: Person
) -> None:
    ben, group = telegram.user("Ben"), telegram.group("Readers")
    chat = telegram.private(ben)
    assert "Only maintainers" in (await chat.asks("/reload")).text
    chat.says("", **document(telegram, "mill.txt", b"The mill at Hollin burned down."))
    assert (await chat.reply()).text.startswith("I read text")
    assert "Asking" in (await chat.asks("/help")).text
    group.write(ben, "/reload")
    group.write(ben, "/status@quoth_test_bot")
    group.write(ben, "/help@quoth_test_bot")  # whoever writes is served in order
    assert "Commands" in (await group.reply()).text
    group.write(aya, "/status")
    assert "open a private chat" in (await group.reply()).text
    assert group.unread == []


@pytest.mark.usefixtures("bot")
async def test_an_anonymous_administrator_says_with_a_button_who_it_is(
    telegram: FakeTelegram, aya: Person
) -> None:
    group, ben, chat = telegram.group("Readers"), telegram.user("Ben"), telegram.private(aya)
    group.write(None, "/status", **group.anonymous())
    asked = await group.reply()
    assert "Anonymous" in asked.text
    assert "Only maintainers" in await group.pop_up(group.press(ben, asked, "confirm"))
    group.press(aya, asked, "confirm")
    assert "in private" in (await group.reply()).text
    assert "Status" in (await chat.reply()).text


@pytest.mark.parametrize("command", ["/gaps", "/stats", "/status", "/history", "/editions"])
async def test_a_group_never_reads_what_a_maintainer_looks_back_on(
    telegram: FakeTelegram, chat: Private, aya: Person, bot: Served, command: str
) -> None:
    await telegram.private(telegram.user("Ben")).asks("Who stole the submarine of Alder?")
    group = telegram.group("Readers")
    group.write(aya, command)
    assert (await group.reply()).text == "I have written to you in private."
    report = await chat.reply()
    assert "submarine" in report.text or command != "/gaps"
    assert "submarine" not in " ".join(sent.text for sent in telegram.transcript if sent.chat_id == group.id)


async def test_a_maintainer_whom_the_bot_cannot_reach_is_told_so(
    telegram: FakeTelegram, chat: Private, aya: Person, bot: Served
) -> None:
    chat.room.blocked_by_user = True
    group = telegram.group("Readers")
    group.write(aya, "/gaps")
    assert "open a private chat" in (await group.reply()).text


async def test_a_strangers_group_cannot_push_out_what_waits_for_a_maintainer(
    telegram: FakeTelegram, chat: Private, aya: Person, corpus: Path, bot: Served
) -> None:
    chat.says("", **document(telegram, "weir.txt", WEIR.encode()))
    preview = await chat.reply()
    group, ben = telegram.group("A stranger's own"), telegram.private(telegram.user("Ben"))
    for _ in range(LIMITS.waiting.deeds + 1):
        group.write(None, "/reload", **group.anonymous())
    group.write(None, "/help@quoth_test_bot", **group.anonymous())  # whoever writes is served in order
    while "Commands" not in (await group.reply()).text:
        pass
    group.write(aya, "/status")
    assert "in private" in (await group.reply()).text
    await told(chat, "Status")
    asked = [sent for sent in telegram.transcript if sent.chat_id == group.id and "Anonymous" in sent.text]
    assert len(asked) == LIMITS.asking.anonymous_a_minute
    assert "Only maintainers" in (await ben.asks("/reload")).text
    chat.press(aya, preview, "confirm")
    await told(chat, "Added as weir.txt")


async def test_a_document_is_shown_and_then_added(
    telegram: FakeTelegram, chat: Private, aya: Person, corpus: Path, bot: Served
) -> None:
    chat.says("", **document(telegram, "../../Weir <b>.txt", f"Share this on Chirper\n\n{WEIR}".encode()))
    preview = await chat.reply()
    assert preview.quotes == [WEIR]
    assert "Language: en" in preview.text
    assert names(corpus) == ["kiln.md"]
    chat.press(aya, preview, "confirm")
    await told(chat, "Added as weir-b.txt")
    assert [a.id for a in bot.shelf.current.articles] == ["kiln", "weir-b"]
    await done(chat, KILN_QUESTION, "Bank News")


@pytest.mark.usefixtures("bot")
async def test_an_upload_beyond_those_that_may_wait_makes_the_oldest_no_preview_any_more(
    telegram: FakeTelegram, chat: Private, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "waiting", replace(LIMITS.waiting, previews=1))
    shown = []
    for name in ("weir.txt", "mill.txt"):
        chat.says("", **document(telegram, name, WEIR.encode()))
        shown.append(await chat.reply())
    chat.says("title: The weir", reply_to=shown[0])
    assert "Title: The weir" not in (await chat.reply()).text
    chat.says("title: The mill", reply_to=shown[1])
    assert "Title: The mill" in (await chat.edited()).text


@pytest.mark.usefixtures("bot")
async def test_a_preview_is_corrected_by_reply(
    telegram: FakeTelegram, chat: Private, aya: Person, corpus: Path
) -> None:
    chat.says("", **document(telegram, "weir.txt", WEIR.encode()))
    preview = await chat.reply()
    chat.says("title: The weir: a story\ndate: 2031-05-06", reply_to=preview)
    corrected = await chat.edited()
    assert "Title: The weir: a story\nPublisher: —\nDate: 6 May 2031" in corrected.text
    chat.says("colour: red", reply_to=preview)
    await told(chat, "expected one of")
    chat.press(aya, corrected, "confirm")
    await told(chat, "Added as weir.txt")
    assert (corpus / "weir.txt").read_text().startswith("---\ntitle: 'The weir: a story'\n")
    chat.says("publisher: Mill Post", reply_to=preview)
    await told(chat, "Changed in weir.txt: publisher")
    assert "publisher: Mill Post" in (corpus / "weir.txt").read_text()


@pytest.mark.usefixtures("bot")
async def test_a_kind_of_file_that_keeps_its_form_gets_its_header_beside_it(
    telegram: FakeTelegram, chat: Private, aya: Person, corpus: Path
) -> None:
    page = f"<html><head><title>Flood</title></head><body><article><p>{WEIR}</p></article></body></html>"
    chat.says("/add", **document(telegram, "Flood.html", page.encode()))
    preview = await chat.reply()
    assert preview.quotes == [WEIR]
    chat.says("publisher: Mill Post", reply_to=preview)
    chat.press(aya, await chat.edited(), "confirm")
    await told(chat, "Added as flood.html")
    assert (corpus / "flood.html").read_text() == page
    assert (corpus / "flood.yaml").read_text() == "publisher: Mill Post\n"


@pytest.mark.usefixtures("bot")
async def test_a_zip_is_added_as_a_whole(
    telegram: FakeTelegram, chat: Private, aya: Person, corpus: Path
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("weir.md", WEIR)
        archive.writestr("sub/mill.md", WEIR.replace("weir", "mill"))
        archive.writestr("tool.exe", "MZ")
    chat.says("", **document(telegram, "all.zip", stream.getvalue()))
    preview = await chat.reply()
    assert "Add 2 articles?" in preview.text
    assert "tool.exe cannot be added" in preview.text
    chat.press(aya, preview, "confirm")
    await told(chat, "Added as weir.md, mill.md")
    assert (corpus / "mill.md").exists()


@pytest.mark.usefixtures("bot")
async def test_what_cannot_be_added_is_refused_with_the_reason(telegram: FakeTelegram, chat: Private) -> None:
    chat.says("", **document(telegram, "weir.exe", b"MZ"))
    assert "weir.exe cannot be added" in (await chat.reply()).text
    chat.says("", **document(telegram, "big.pdf", b"x", file_size=21_000_000))
    assert "larger than 20 MB" in (await chat.reply()).text
    chat.says("/add http://127.0.0.1/secret")
    assert "not on the public internet" in (await chat.reply()).text
    chat.says("/add")
    assert "Please write an address" in (await chat.reply()).text


@pytest.mark.usefixtures("bot")
async def test_a_maintainer_reads_why_a_file_is_refused_in_their_own_language(
    telegram: FakeTelegram, chat: Private, aya: Person
) -> None:
    aya.language_code = "ru"
    chat.says("/add http://127.0.0.1/secret")
    assert "адрес не в открытом интернете; пришлите сам файл" in (await chat.reply()).text
    chat.says("", **document(telegram, "weir.md", b"---\npublished: soon\n---\nThe weir broke."))
    assert "published: 'soon' – не дата" in (await chat.reply()).text


@pytest.mark.usefixtures("bot")
async def test_a_forwarded_post_is_added_with_its_channel_as_publisher(
    telegram: FakeTelegram, chat: Private, aya: Person, corpus: Path
) -> None:
    channel = {"id": -100555, "type": "channel", "title": "Mill Post", "username": "millpost"}
    origin = {
        "type": "channel",
        "chat": channel,
        "message_id": 7,
        "date": int(datetime(2031, 5, 6, tzinfo=UTC).timestamp()),
    }
    chat.says(WEIR, forward_origin=origin)
    preview = await chat.reply()
    assert "Publisher: Mill Post\nDate: 6 May 2031" in preview.text
    chat.press(aya, preview, "confirm")
    await told(chat, "Added as the-weir")
    assert "url: https://t.me/millpost/7" in (corpus / names(corpus)[1]).read_text()


@pytest.mark.usefixtures("bot")
async def test_a_question_that_a_maintainer_forwards_is_answered_and_offered_to_nobody(
    telegram: FakeTelegram, chat: Private
) -> None:
    sender = {"type": "user", "date": 1_900_000_000, "sender_user": telegram.user("Ben").as_json()}
    assert "fired for nine days" in (await chat.asks(KILN_QUESTION, forward_origin=sender)).quotes[0]
    assert chat.unread == []


class Held(Shelf):
    """Reads the articles only when it may, and never once its process is gone."""

    def __init__(self, corpus: Path) -> None:
        super().__init__(corpus, Editions(corpus.parent / "data" / "editions"))
        self.reads, self.may_read, self.is_gone = threading.Event(), threading.Event(), False
        self.may_read.set()

    def prepare(self, claims: Iterable[Claim] = (), on_progress: Progress = silent) -> Prepared:
        self.reads.set()
        assert self.may_read.wait(20)
        assert not self.is_gone
        return super().prepare(claims, on_progress)

    def hold(self) -> None:
        """From now on it may not."""
        self.reads.clear()
        self.may_read.clear()

    async def held(self) -> None:
        """Wait until it would read."""
        assert await asyncio.to_thread(self.reads.wait, 20)


async def test_what_a_maintainer_confirms_while_another_is_at_it_waits_for_one_more_press(
    telegram: FakeTelegram, chat: Private, corpus: Path, aya: Person
) -> None:
    ben, shelf = telegram.user("Ben"), Held(corpus)
    other = telegram.private(ben)
    async with serving(telegram, corpus.parent / "data", shelf, maintainers=f"{aya.id},{ben.id}"):
        other.says("", **document(telegram, "weir.txt", WEIR.encode()))
        preview = await other.reply()
        shelf.hold()
        chat.says("/reload")
        await shelf.held()
        other.press(ben, preview, "confirm")
        waits = await other.edited()
        while "A reload by Aya is running" not in waits.text:
            waits = await other.edited()
        assert names(corpus) == ["kiln.md"]
        shelf.may_read.set()
        await told(chat, "Nothing has changed")
        other.press(ben, waits, "confirm")
        await told(other, "Added as weir.txt")
    assert names(corpus) == ["kiln.md", "weir.txt"]


async def test_what_a_stop_cuts_short_after_a_press_serves_after_the_start_and_is_done_once(
    telegram: FakeTelegram, chat: Private, corpus: Path, aya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "waiting", replace(LIMITS.waiting, stop=0.0))
    shelf = Held(corpus)
    async with serving(telegram, corpus.parent / "data", shelf, maintainers=str(aya.id)) as served:
        chat.says("", **document(telegram, "weir.txt", WEIR.encode()))
        preview = await chat.reply()
        shelf.hold()
        chat.press(aya, preview, "confirm")
        await shelf.held()
        served.stop.asked.set()
        await served.task
    shelf.is_gone = True
    shelf.may_read.set()

    def answers() -> list[str]:
        return [said.get("text", "") for name, said in telegram.server.calls if name == "answerCallbackQuery"]

    async with serving(telegram, corpus.parent / "data", Held(corpus), maintainers=str(aya.id)):
        await done(chat, "/status", "Articles: 2")
        await telegram.until(lambda: len(answers()) == 2, "the press to be answered again")
    assert answers() == ["", "This button is too old. Please ask again."]
    assert names(corpus) == ["kiln.md", "weir.txt"]


async def test_an_article_is_removed_after_a_question(
    chat: Private, aya: Person, corpus: Path, bot: Served
) -> None:
    await chat.asks(KILN_QUESTION)
    asked = await done(chat, "/remove kiln.md", "Remove The kiln")
    assert "will no longer stand" in asked
    chat.press(aya, await chat.reply(), "confirm")
    assert "kiln: " in await told(chat, "Removed: 1")
    assert not (corpus / "kiln.md").exists()
    await done(chat, "/remove kiln.md", "There is no article kiln.md")


@pytest.mark.usefixtures("bot")
async def test_what_no_edition_has_kept_is_not_removed(chat: Private, aya: Person, corpus: Path) -> None:
    (corpus / "kiln.md").write_text(WEIR)
    await done(chat, "/remove kiln", "Remove The kiln")
    chat.press(aya, await chat.reply(), "confirm")
    await told(chat, "changed since it was read")
    assert (corpus / "kiln.md").exists()


@pytest.mark.usefixtures("bot")
async def test_an_article_is_corrected_by_its_name(chat: Private, corpus: Path) -> None:
    await done(chat, "/edit kiln\nurl: https://bank.example/kiln", "Changed in kiln.md: url")
    assert "url: https://bank.example/kiln" in (corpus / "kiln.md").read_text()
    await done(chat, "/edit nothing\nurl: https://bank.example/kiln", "There is no article nothing")
    await done(chat, "/edit title: x", "Please reply to the article")


@pytest.mark.usefixtures("bot")
async def test_looking_back_names_no_asker(telegram: FakeTelegram, chat: Private, aya: Person) -> None:
    await done(chat, "/gaps", "Every question was answered")
    await done(chat, "/stats", "No questions")
    ben = telegram.private(telegram.user("Benedict"))
    await ben.asks(KILN_QUESTION)
    await ben.asks("Who painted the bridge?")
    await ben.asks("who painted the bridge")
    gaps = await done(chat, "/gaps", "Asked and not answered")
    assert gaps.splitlines()[1].startswith("2 × ")
    assert "Benedict" not in gaps
    stats = await done(chat, "/stats", "Quoted most")
    assert "Questions: 3\nAnswered: 1 (33 %)" in stats
    assert "1. Bank News: 1" in stats
    await telegram.until(lambda: telegram.transcript[-1].method == "sendPhoto", "the picture")
    assert list(telegram.world.files.values())[-1].startswith(b"\x89PNG")
    history = await done(chat, "/history", "Who changed what")
    assert "start +1 ~0 -0 !0" in history
    status = await done(chat, "/status", "Status")
    assert "Articles: 1, passages: 1" in status


async def test_the_shell_reaches_the_running_bot(corpus: Path, bot: Served) -> None:
    (corpus / "weir.md").write_text(WEIR)
    steps: list[tuple[int, int]] = []
    looked = await ask_to_reload(corpus.parent / "data", dry=True, on_progress=lambda *n: steps.append(n))
    assert "Added: 1\nweir" in looked
    assert len(bot.shelf.current.articles) == 1
    await ask_to_reload(corpus.parent / "data", dry=False, on_progress=lambda *n: steps.append(n))
    assert len(bot.shelf.current.articles) == 2


async def test_questions_are_answered_while_the_articles_are_read(
    chat: Private, corpus: Path, bot: Served
) -> None:
    for number in range(150):
        (corpus / f"weir{number}.md").write_text(f"{WEIR} It took {number} men to mend it.")
    before = bot.shelf.current
    reload = asyncio.create_task(
        ask_to_reload(corpus.parent / "data", dry=False, on_progress=lambda *_: None)
    )
    assert "fired for nine days" in (await chat.asks(KILN_QUESTION)).quotes[0]
    assert bot.shelf.current is before
    await reload
    assert len(bot.shelf.current.articles) == 151


@pytest.mark.usefixtures("bot")
async def test_a_retraction_is_shown_with_quotes_given_before_it(
    chat: Private, aya: Person, corpus: Path
) -> None:
    shown = await chat.asks(KILN_QUESTION)
    assert "retracted" not in shown.text
    chat.write(aya, "/edit kiln\nretracted: nobody had counted the days")
    await told(chat, "retracted")
    assert "retracted: nobody had counted the days" in (corpus / "kiln.md").read_text()
    assert await chat.pop_up(chat.press(aya, shown, "Wider context")) == ""
    assert "⚠ retracted: nobody had counted the days, Bank News" in await told(chat, "⚠")
