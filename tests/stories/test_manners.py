"""First contact, silence where silence is due, and what a press of somebody else's button does."""

from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition
from bot.core.replies import Reply
from bot.storage.journal import Journal
from tests.fake_telegram import FakeTelegram, Group, Person
from tests.stories.steps import FERRY_QUESTION, asked, pressed
from tests.stories.world import (
    ARTICLES,
    BRIDGE,
    BRIDGE_QUESTION,
    HARBOUR,
    LIVELY,
    QUESTION,
    Served,
    answerer,
    serving,
)

READS = "I read text"
ADDRESSED = ("thanks!", "👍", "ok", "спасибо", "help", "who are you?")
"""What people say to a bot without a question about the articles."""


async def test_an_example_of_the_start_opens_its_article(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    await chat.asks("/start")
    examples = (await chat.reply()).keys
    shown = await chat.asks(next(title for title in examples if "bridge" in title))
    assert "From the article, part 1 of" in shown.text
    assert BRIDGE in shown.quotes[0]


@pytest.mark.parametrize("address", ["https://courier.test/mines", "http://www.courier.test/mines#top"])
async def test_an_articles_own_address_opens_it(
    telegram: FakeTelegram, bot: Served, aya: Person, address: str
) -> None:
    bot.shelf.current = Edition.of([ARTICLES[0], replace(ARTICLES[1], url="")])
    shown = await telegram.private(aya).asks(address)
    assert "From the article, part 1 of" in shown.text
    assert HARBOUR in shown.quotes[0]


@pytest.mark.parametrize(("code", "told"), [("de", "English"), ("ru", "English"), ("en", "")])
async def test_a_start_tells_in_which_language_the_articles_are(
    telegram: FakeTelegram, bot: Served, code: str, told: str
) -> None:
    reader = telegram.user("Reader", language_code=code)
    hello = await telegram.private(reader).asks("/start")
    assert told in hello.text if told else "The articles are in" not in hello.text


@pytest.mark.parametrize("kind", ["voice", "sticker", "poll", "photo"])
async def test_what_holds_no_words_gets_one_line_once(
    telegram: FakeTelegram, bot: Served, aya: Person, kind: str
) -> None:
    bodies: dict[str, Any] = {
        "voice": {"file_id": "v", "file_unique_id": "v", "duration": 1},
        "sticker": {
            "file_id": "s",
            "file_unique_id": "s",
            "width": 1,
            "height": 1,
            "type": "regular",
            "is_animated": False,
            "is_video": False,
        },
        "poll": {
            "id": "p",
            "question": QUESTION,
            "options": [{"persistent_id": "0", "text": "14", "voter_count": 0}],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        },
        "photo": [{"file_id": "f", "file_unique_id": "f", "width": 1, "height": 1}],
    }
    chat = telegram.private(aya)
    for _ in range(3):
        message = chat.post(aya, "", **{kind: bodies[kind]})
        del message["text"]
        chat.deliver(message)
    assert READS in (await chat.reply()).text
    assert HARBOUR in (await chat.asks(QUESTION)).quotes[0]
    assert chat.unread == []


async def test_a_message_that_is_edited_into_a_question_is_answered(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    message = group.write(aya, "How many mines?")
    group.edit(message, f"/ask {QUESTION}")
    answer = await group.reply()
    assert HARBOUR in answer.quotes[0]
    assert answer.replies_to == message["message_id"]


async def test_the_buttons_below_a_proof_are_those_of_whoever_called_it(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    ben = telegram.user("Ben")
    answer = await asked(group, aya, QUESTION)
    group.write(ben, "/proof@quoth_test_bot", reply_to=answer)
    proof = await group.reply()
    assert HARBOUR in (await pressed(group, ben, proof, "context")).text
    assert "belongs to" in await group.pop_up(group.press(telegram.user("Cem"), proof, "back"))


async def test_nothing_in_a_quote_comes_alive(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    bot.shelf.current = Edition.of([LIVELY])
    answer = await telegram.private(aya).asks("Write what mail or send help for mines?")
    assert answer.quotes == [LIVELY.text]
    fixed = [answer.covered(entity) for entity in answer.entities if entity["type"] == "code"]
    assert fixed == ["@harbour", "mail@alder.test", "courier.test/mines", "#mines", "/help", "$ALD"]


async def test_a_file_without_a_title_is_no_address(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    bot.shelf.current = Edition.of([replace(ARTICLES[1], title="", url="")])
    answer = await telegram.private(aya).asks(BRIDGE_QUESTION)
    assert answer.quotes == [BRIDGE]
    assert "bridge.md" in [answer.covered(entity) for entity in answer.entities if entity["type"] == "code"]


async def test_a_follow_up_names_the_question_before_it_as_it_was_asked(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    first = await asked(group, aya, QUESTION)
    group.write(aya, "what about the harbour of Port Alder?", reply_to=first)
    second = await group.reply()
    assert f"earlier question: {QUESTION}" in second.text


async def test_talk_below_an_answer_is_left_to_people(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    answer = await asked(group, aya, QUESTION)
    for talk in ("wow, I had no idea", "how sad", "really?", "haha", "ой, жаль людей", *ADDRESSED):
        group.write(aya, talk, reply_to=answer)
    assert BRIDGE in (await asked(group, aya, BRIDGE_QUESTION)).quotes[0]
    assert group.unread == []


async def test_a_reply_that_is_not_answered_gets_a_shrug_and_no_words(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    answer = await asked(group, aya, QUESTION)
    message = group.write(aya, "Who brings a cake for Saturday?", reply_to=answer)
    assert await group.reaction(message) == ["🤷"]
    group.edit(message, BRIDGE_QUESTION)
    assert BRIDGE in (await group.reply()).quotes[0]
    group.write(aya, "/ask Who brings a cake for Saturday?")
    assert "do not seem to answer" in (await group.reply()).text


async def test_a_doubtful_answer_to_what_people_may_say_to_each_other_is_kept_back(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    answer = await asked(group, aya, QUESTION)
    for words in ("Did you perhaps see divers near the pier?", "Cem, did divers perhaps see the pier?"):
        group.write(aya, words, reply_to=answer)
    assert await Journal(bot.database).gaps() == []
    group.write(aya, "Did divers perhaps see the pier?", reply_to=answer)
    assert HARBOUR in (await group.reply()).quotes[0]
    assert "setMessageReaction" not in [name for name, _ in telegram.server.calls]
    group.write(aya, "/ask Did you perhaps see divers near the pier?")
    assert HARBOUR in (await group.reply()).quotes[0]


async def test_no_answer_has_more_than_two_rows_of_buttons(
    telegram: FakeTelegram, ferries: Served, group: Group, aya: Person
) -> None:
    chat = telegram.private(aya)
    shown = await chat.asks(FERRY_QUESTION)
    for label in ("more", "context", "proof", "back"):
        shown = await pressed(chat, aya, shown, label)
    await asked(group, aya, FERRY_QUESTION)
    markups = [sent.message.get("reply_markup", {}) for sent in telegram.transcript]
    rows = [len(markup["inline_keyboard"]) for markup in markups if "inline_keyboard" in markup]
    assert max(rows) == 2


async def test_slow_work_is_shown_as_typing(
    telegram: FakeTelegram, tmp_path: Path, aya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "waiting", replace(LIMITS.waiting, typing=0.05))
    seen = Event()

    def slow(text: str, edition: Edition, most: int = 5) -> Reply:
        assert seen.wait(20)
        return answerer(text, edition, most)

    def typed() -> bool:
        return ("sendChatAction", {"chat_id": aya.id, "action": "typing"}) in telegram.server.calls

    async with serving(telegram, tmp_path, answer=slow):
        chat = telegram.private(aya)
        chat.write(aya, QUESTION)
        await telegram.until(typed, "the typing to be shown")
        seen.set()
        assert (await chat.reply()).quotes == [HARBOUR]


async def test_quick_work_is_not(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    await telegram.private(aya).asks(QUESTION)
    assert "sendChatAction" not in [name for name, _ in telegram.server.calls]
