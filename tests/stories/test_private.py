from pathlib import Path

from tests.fake_telegram import FakeTelegram
from tests.stories.world import BRIDGE, BRIDGE_QUESTION, HARBOUR, QUESTION, Served


async def test_a_question_is_answered_with_a_quote_and_source(telegram: FakeTelegram, bot: Served) -> None:
    answer = await telegram.private(telegram.user("Aya")).asks(QUESTION)
    assert HARBOUR in answer.quotes[0]
    assert "Alder Courier" in answer.text
    assert answer.links["Mines in the harbour"].startswith("https://courier.test/mines#:~:text=")


async def test_what_the_articles_do_not_say_is_refused(telegram: FakeTelegram, bot: Served) -> None:
    answer = await telegram.private(telegram.user("Aya")).asks("Which football club won the cup?")
    assert answer.quotes == []
    assert "The articles do not" in answer.text


async def test_thanks_meet_a_line_about_what_to_ask_and_are_no_gap(
    telegram: FakeTelegram, bot: Served
) -> None:
    answer = await telegram.private(telegram.user("Aya")).asks("Thanks a lot!")
    assert answer.quotes == []
    assert "find answers in a folder of articles" in answer.text


async def test_every_question_of_a_message_is_answered_under_its_words(
    telegram: FakeTelegram, bot: Served
) -> None:
    asked = f"{QUESTION} {BRIDGE_QUESTION} Which football club won the cup?"
    answer = await telegram.private(telegram.user("Aya")).asks(asked)
    assert [HARBOUR in answer.quotes[0], BRIDGE in answer.quotes[1]] == [True, True]
    for words in (QUESTION, BRIDGE_QUESTION, "do not seem to answer: Which football club"):
        assert words in answer.text


async def test_the_first_steps_are_shown(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    assert "Ask me a question" in (await chat.asks("/start")).text
    assert set((await chat.reply()).keys) == {"Mines in the harbour", "A bridge of ropes"}
    assert "/privacy" in (await chat.asks("/help")).text
    assert "90 days" in (await chat.asks("/privacy")).text
    assert "do not know this command" in (await chat.asks("/dance")).text


async def test_a_russian_speaker_reads_russian_and_quotes_stay_as_they_are(
    telegram: FakeTelegram, bot: Served
) -> None:
    chat = telegram.private(telegram.user("Aya", language_code="ru-RU"))
    assert "статьи" in (await chat.asks("/start")).text.casefold()
    await chat.reply()
    assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes[0]


async def test_an_italian_speaker_is_spoken_to_in_italian(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Ida", language_code="it-IT"))
    assert "Fammi una domanda. Rispondo solo con le parole di 2 articoli" in (await chat.asks("/start")).text
    await chat.reply()
    assert "prima:2022-01-06" in (await chat.asks("/help")).text
    assert "90 giorni" in (await chat.asks("/privacy")).text
    assert "gli articoli non sembrano" in (await chat.asks("Chi ha dipinto la cappella di Orzola?")).text
    shown = await chat.asks(BRIDGE_QUESTION)
    assert BRIDGE in shown.quotes[0]
    assert "Più contesto" in [button["text"] for button in shown.buttons]


async def test_an_edited_question_edits_its_answer(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    question = chat.says(QUESTION)
    first = await chat.reply()
    chat.edit(question, BRIDGE_QUESTION)
    second = await chat.edited()
    assert second.message_id == first.message_id
    assert BRIDGE in second.quotes[0]
    assert chat.unread == []


async def test_an_edit_that_changes_nothing_is_silent(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    question = chat.says(QUESTION)
    await chat.reply()
    chat.edit(question, QUESTION)
    assert BRIDGE in (await chat.asks(BRIDGE_QUESTION)).quotes[0]
    assert [s.method for s in telegram.transcript] == ["sendMessage", "sendMessage"]


async def test_hostile_text_is_only_text(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("<b>Aya</b>"))
    for text in ("<b>bold</b> & <script>", "\ud83d", "\u202e\u0000", "a" * 4096, "/ask", "..."):
        assert (await chat.asks(text)).quotes == []
    assert HARBOUR in (await chat.asks("<i>" + QUESTION)).quotes[0]


async def test_sources_are_turned_by_buttons(telegram: FakeTelegram, bot: Served) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    sources = await chat.asks("/sources")
    assert "Mines in the harbour" in sources.text
    assert [button["text"] for button in sources.buttons] == ["1", "2"]


async def test_a_forged_button_says_that_it_is_too_old(telegram: FakeTelegram, bot: Served) -> None:
    aya = telegram.user("Aya")
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    for data in ("", "1|s|zzzzzzzzzzzz", "9|x", "x" * 64):
        assert "too old" in await chat.pop_up(chat.press_data(aya, answer, data))
    for data in ("1|s|9", "1|m|9|0", "1|w|9|0", "1|p|9|0", "1|r|9|1"):
        assert "not kept any more" in await chat.pop_up(chat.press_data(aya, answer, data))


async def test_what_is_kept_about_a_person_can_be_forgotten(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    question = chat.says(QUESTION)
    await chat.reply()
    assert "Deleted" in (await chat.asks("/forget")).text
    chat.edit(question, BRIDGE_QUESTION)
    assert BRIDGE in (await chat.reply()).quotes[0]


async def test_nothing_that_is_kept_names_a_person_who_was_forgotten(
    telegram: FakeTelegram, bot: Served
) -> None:
    aya, ben = telegram.user("Aya"), telegram.user("Ben")
    chat, group = telegram.private(aya), telegram.group("Readers")
    answer = await chat.asks(QUESTION)
    chat.press(aya, answer, "👍")
    group.write(ben, f"/ask {QUESTION}")
    group.press(aya, await group.reply(), "👍")
    group.write(aya, "/ask Which football club won the cup?")
    await group.reply()
    chat.blocks()
    chat.room.blocked_by_user = False
    telegram.member_changed(chat.room, aya, "kicked", "member")
    await chat.asks("/forget")
    assert aya.id not in await kept_numbers(bot)
    assert ben.id in await kept_numbers(bot)


async def test_not_a_byte_of_what_was_asked_is_left_in_the_bots_own_folder(
    telegram: FakeTelegram, bot: Served, tmp_path: Path
) -> None:
    chat = telegram.private(telegram.user("Aya"))
    for text in (QUESTION, "Which football club won the cup?"):
        await chat.asks(text)
    assert b"football club" in bytes_of(tmp_path)
    await chat.asks("/forget")
    assert not [word for word in (b"football club", b"mines did the divers") if word in bytes_of(tmp_path)]


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def kept_numbers(bot: Served) -> set[object]:
    """Return every value in every table that is not about maintenance."""
    tables = ("answers", "feedback", "chats", "updates")
    rows = [row for table in tables for row in await bot.database.rows(f"SELECT * FROM {table}")]  # noqa: S608
    return {value for row in rows for value in row}


async def test_who_asks_too_much_is_told_once(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    for _ in range(12):
        await chat.asks("Nobody knows this")
    assert "a lot at once" in (await chat.asks(QUESTION)).text
    chat.says(QUESTION)
    other = telegram.private(telegram.user("Ben"))
    assert HARBOUR in (await other.asks(QUESTION)).quotes[0]
    assert "/privacy" in (await chat.asks("/help")).text


async def test_a_follow_up_in_reply_to_an_answer_keeps_its_question(
    telegram: FakeTelegram, bot: Served
) -> None:
    chat = telegram.private(telegram.user("Aya"))
    first = await chat.asks("How long is the rope bridge in Sund?")
    second = await chat.asks("and in Hollin Gorge?", reply_to=first)
    assert "earlier question: How long is the rope bridge in Sund?" in second.text
    assert BRIDGE in second.quotes[0]
    third = await chat.asks(QUESTION, reply_to=second)
    assert HARBOUR in third.quotes[0]
    assert "earlier question" not in third.text


async def test_a_follow_up_soon_after_an_answer_needs_no_reply(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    await chat.asks("How long is the rope bridge in Sund?")
    await chat.asks("Thanks!")
    second = await chat.asks("and in Hollin Gorge?")
    assert "earlier question: How long is the rope bridge in Sund?" in second.text
    assert BRIDGE in second.quotes[0]
    assert "earlier question" not in (await chat.asks(QUESTION)).text
    other = telegram.private(telegram.user("Ben"))
    assert "earlier question" not in (await other.asks("and in Hollin Gorge?")).text


async def test_where_to_look_may_be_told_after_the_answer(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    await chat.asks(QUESTION)
    again = await chat.asks("only the Alder Courier")
    assert f"earlier question: {QUESTION}" in again.text
    assert HARBOUR in again.quotes[0]


async def test_words_that_point_at_an_answer_show_more_of_it(telegram: FakeTelegram, bot: Served) -> None:
    chat = telegram.private(telegram.user("Aya"))
    first = await chat.asks(QUESTION)
    assert "SHA-256" in (await chat.asks("source?")).text
    around = await chat.asks("who said that?", reply_to=first)
    assert "among its neighbours" in around.text
    assert HARBOUR in around.quotes[0]
    assert "no more quotes" in (await chat.asks("the fifth one")).text
    group = telegram.group("Readers")
    group.write(telegram.user("Ben"), "/ask source?")
    assert "SHA-256" not in (await group.reply()).text


async def test_a_follow_up_to_a_message_that_answers_nothing_is_a_question_of_its_own(
    telegram: FakeTelegram, bot: Served
) -> None:
    chat = telegram.private(telegram.user("Aya"))
    start = await chat.asks("/help")
    assert (await chat.asks("and in Hollin Gorge, the bridge?", reply_to=start)).quotes
