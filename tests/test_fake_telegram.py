"""The emulation is only worth something if it refuses what the real server refuses."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

from tests.fake_telegram import TOKEN, FakeTelegram, parse_html, utf16


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{telegram.server.url}/bot") as bot:
        yield bot


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a &lt; b &amp;&quot;", 'a < b &"'),
        ("it&apos;s&nbsp;here", "it&apos;s&nbsp;here"),
        ("&#39;&#x41;", "'A"),
        ("  <b> x </b> ", "x"),
        ("a\tb\r\nc\u2028d\u202ee", "a b\ncde"),
        ("A\u030a", "A"),
    ],
)
def test_text_is_shown_as_the_server_shows_it(source: str, text: str) -> None:
    assert parse_html(source).text == text


@pytest.mark.parametrize(
    "source", ["a < b", "<p>x</p>", "x<br>y", "<b>x", "x</b>", "<b><i>x</b></i>", "<span>x</span>"]
)
async def test_bad_markup_is_refused_as_a_whole(telegram: FakeTelegram, bot: Bot, source: str) -> None:
    chat = telegram.private(telegram.user("Aya"))
    with pytest.raises(BadRequest, match="parse entities"):
        await bot.send_message(chat.id, source, parse_mode="HTML")


def test_entities_count_utf16_units() -> None:
    parsed = parse_html("😀 <b>bold</b> <blockquote expandable>q</blockquote>")
    assert parsed.entities == [
        {"type": "bold", "offset": 3, "length": 4},
        {"type": "expandable_blockquote", "offset": 8, "length": 1},
    ]
    assert utf16("😀") == 2


@pytest.mark.parametrize(
    "source",
    ["&apos;", '<a href="http://localhost/x">y</a>', '<a href="mailto:a@b.c">y</a>', "<b>x</b>" * 101],
)
def test_what_telegram_changes_silently_is_complained_about(source: str) -> None:
    assert parse_html(source).complaints


async def test_a_message_holds_4096_code_points_after_parsing(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.private(telegram.user("Aya"))
    await bot.send_message(chat.id, f"<b>{'&amp;' * 4096}</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="too long"):
        await bot.send_message(chat.id, "x" * 4097)
    with pytest.raises(BadRequest, match="empty"):
        await bot.send_message(chat.id, " <b> </b> ", parse_mode="HTML")


async def test_updates_come_again_until_they_are_acknowledged(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.private(telegram.user("Aya"))
    chat.says("one")
    chat.says("two")
    first = await bot.get_updates()
    assert [u.message.text for u in first if u.message] == ["one", "two"]
    assert await bot.get_updates() == first
    assert await bot.get_updates(offset=first[-1].update_id) == first[-1:]


async def test_updates_that_were_not_asked_for_do_not_come(telegram: FakeTelegram, bot: Bot) -> None:
    telegram.private(telegram.user("Aya")).says("hello")
    assert await bot.get_updates(allowed_updates=[Update.CALLBACK_QUERY]) == ()


async def test_commands_and_mentions_are_marked(telegram: FakeTelegram, bot: Bot) -> None:
    telegram.private(telegram.user("Aya")).says("😀 @Quoth_Test_Bot /ask@quoth_test_bot x")
    (update,) = await bot.get_updates()
    assert update.message
    assert list(update.message.parse_entities().values()) == ["@Quoth_Test_Bot", "/ask@quoth_test_bot"]


async def test_a_person_who_blocked_the_bot_is_out_of_reach(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.private(telegram.user("Aya"))
    chat.blocks()
    with pytest.raises(Forbidden, match="blocked"):
        await bot.send_message(chat.id, "x")


async def test_a_migrated_group_tells_its_new_id(telegram: FakeTelegram, bot: Bot) -> None:
    group = telegram.group("Old", supergroup=False)
    new = group.migrates()
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(group.id, "x")
    assert caught.value.new_chat_id == new.id


@pytest.mark.parametrize("thread", [1, 999])
async def test_a_topic_that_is_not_there_is_refused(telegram: FakeTelegram, bot: Bot, thread: int) -> None:
    group = telegram.group("Forum", forum=True)
    with pytest.raises(BadRequest, match="thread not found"):
        await bot.send_message(group.id, "x", message_thread_id=thread)


async def test_a_closed_topic_is_refused(telegram: FakeTelegram, bot: Bot) -> None:
    group = telegram.group("Forum", forum=True)
    topic = group.topic("News")
    await bot.send_message(group.id, "x", message_thread_id=topic)
    group.room.topics[topic] = "closed"
    with pytest.raises(BadRequest, match=r"(?i)topic_closed"):
        await bot.send_message(group.id, "x", message_thread_id=topic)


async def test_a_reply_to_nothing_is_refused_unless_allowed(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.private(telegram.user("Aya"))
    with pytest.raises(BadRequest, match="replied not found"):
        await bot.send_message(chat.id, "x", reply_parameters=ReplyParameters(7))
    await bot.send_message(
        chat.id, "x", reply_parameters=ReplyParameters(7, allow_sending_without_reply=True)
    )


async def test_the_same_edit_twice_is_refused(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.private(telegram.user("Aya"))
    sent = await bot.send_message(chat.id, "x")
    await bot.edit_message_text("y", chat.id, sent.message_id)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("y", chat.id, sent.message_id)


@pytest.mark.parametrize(
    "button",
    [InlineKeyboardButton("x", callback_data="я" * 33), InlineKeyboardButton("x", url="http://localhost")],
)
async def test_a_bad_button_is_refused(
    telegram: FakeTelegram, bot: Bot, button: InlineKeyboardButton
) -> None:
    chat = telegram.private(telegram.user("Aya"))
    with pytest.raises(BadRequest):
        await bot.send_message(chat.id, "x", reply_markup=InlineKeyboardMarkup([[button]]))


async def test_a_press_is_answered_once(telegram: FakeTelegram, bot: Bot) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="m")]])
    await bot.send_message(chat.id, "x", reply_markup=keyboard)
    press = chat.press(aya, await chat.reply(), "more")
    await bot.answer_callback_query(press, "there")
    assert await chat.pop_up(press) == "there"
    with pytest.raises(BadRequest, match="too old"):
        await bot.answer_callback_query(press)


async def test_files_go_both_ways(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.private(telegram.user("Aya"))
    sent = await bot.send_document(
        chat.id, b"content", filename="a.txt", caption="<b>c</b>", parse_mode="HTML"
    )
    assert sent.document
    file = await bot.get_file(sent.document.file_id)
    assert file.file_size == 7


async def test_a_wrong_token_is_refused(telegram: FakeTelegram) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1:other", base_url=f"{telegram.server.url}/bot"):
            pass


async def test_a_second_poll_ends_the_first(telegram: FakeTelegram, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.until(lambda: telegram.server.polls, "the first poll")
    async with Bot(TOKEN, base_url=f"{telegram.server.url}/bot") as other:
        await other.get_updates()
    with pytest.raises(Conflict, match="only one bot instance"):
        await first


async def test_faults_happen_as_planned(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.private(telegram.user("Aya"))
    telegram.server.faults.add("429", "sendMessage", retry_after=7)
    telegram.server.faults.add("500", "sendMessage")
    telegram.server.faults.add("refused", "sendMessage")
    with pytest.raises(RetryAfter):
        await bot.send_message(chat.id, "never")
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(chat.id, "never")
    assert telegram.transcript == []
    telegram.server.faults.add("lost_reply", "sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(chat.id, "arrived")
    assert [sent.text for sent in telegram.transcript] == ["arrived"]
