"""A group's administrators choose how the bot answers there; nobody else does."""

import pytest

from bot.storage.chats import Choices
from tests.fake_telegram import FakeTelegram, Group, Person, Sent
from tests.stories.world import BRIDGE, BRIDGE_QUESTION, HARBOUR, QUESTION, Served

pytestmark = pytest.mark.parametrize("bot", ["polling"], indirect=True)


@pytest.fixture
def group(telegram: FakeTelegram, aya: Person) -> Group:
    """A group that Aya administers."""
    group = telegram.group("Readers")
    group.room.statuses[aya.id] = "administrator"
    return group


async def menu(group: Group, author: Person) -> Sent:
    group.write(author, "/settings")
    return await group.reply()


async def chosen(group: Group, author: Person, sent: Sent, label: str) -> Sent:
    assert await group.pop_up(group.press(author, sent, label)) in {"Saved.", "Сохранено."}
    return await group.edited()


async def test_an_administrator_changes_every_setting(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    shown = await menu(group, aya)
    assert [b["text"] for b in shown.buttons] == [
        "Language: that of each asker",
        "Quotes in an answer: 1",
        "Answer when mentioned: yes",
        "Say nothing when there is no answer: no",
        "that of each asker",
        *("English", "Русский", "Қазақша", "Deutsch", "Українська", "Français", "Español", "Italiano"),
    ]
    for label in ("quotes", "quotes", "mentioned", "say nothing", "language", "language"):
        shown = await chosen(group, aya, shown, label)
    assert await bot.chats.choices(group.id) == Choices("ru", 3, mentions=False, quiet=True)
    assert "Настройки" in shown.text
    assert [b["text"] for b in shown.buttons][:2] == ["Язык: Русский", "Цитат в ответе: 3"]
    shown = await chosen(group, aya, shown, "как у спросившего")
    shown = await chosen(group, aya, shown, "quotes")
    assert await bot.chats.choices(group.id) == Choices("", 1, mentions=False, quiet=True)


async def test_what_was_chosen_is_followed_at_once(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    await chosen(group, aya, await menu(group, aya), "Русский")
    group.write(telegram.user("Ben"), "/ask")
    assert "Напишите вопрос" in (await group.reply()).text
    group.write(telegram.user("Cem"), "/help@quoth_test_bot")
    assert "Как спрашивать" in (await group.reply()).text


async def test_others_cannot_change_anything(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    ben = telegram.user("Ben")
    shown = await menu(group, aya)
    assert "Only administrators" in await group.pop_up(group.press(ben, shown, "quotes"))
    group.write(ben, "/settings@quoth_test_bot")
    assert "Only administrators" in (await group.reply()).text
    group.write(ben, "/settings")
    group.write(ben, f"/ask {BRIDGE_QUESTION}")
    assert BRIDGE in (await group.reply()).quotes[0]
    assert await bot.chats.choices(group.id) == Choices()


async def test_an_anonymous_administrator_opens_the_menu_and_presses_in_person(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.write(None, "/settings", **group.anonymous())
    shown = await chosen(group, aya, await group.reply(), "quotes")
    assert "Only administrators" in await group.pop_up(group.press(telegram.user("Eve"), shown, "quotes"))
    channel = {"id": -1009999, "type": "channel", "title": "News"}
    author = Person(136817688, "Channel", "Channel_Bot", is_bot=True)
    group.write(author, "/settings@quoth_test_bot", sender_chat=channel)
    assert "Only administrators" in (await group.reply()).text


async def test_who_loses_the_rights_cannot_press_any_more(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    shown = await menu(group, aya)
    group.room.statuses[aya.id] = "member"
    telegram.rights_changed(group.room, aya, "administrator", "member")
    assert "Only administrators" in await group.pop_up(group.press(aya, shown, "quotes"))
    assert await bot.chats.choices(group.id) == Choices()


async def test_where_telegram_does_not_say_who_administers_nobody_does(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    telegram.server.faults.add("429", "getChatAdministrators", retry_after=100)
    group.write(aya, "/settings@quoth_test_bot")
    assert "Only administrators" in (await group.reply()).text
    assert "Settings of this group" in (await menu(group, aya)).text


async def test_administrators_are_not_asked_for_on_every_press(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    shown = await menu(group, aya)
    for _ in range(3):
        shown = await chosen(group, aya, shown, "quotes")
    assert [method for method, _ in telegram.server.calls].count("getChatAdministrators") == 1


async def test_a_forged_choice_changes_nothing(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    shown = await menu(group, aya)
    for data in ("1|c|0|9", "1|c|1|0", "1|c|1|4", "1|c|2|2", "1|c|3|z", "1|c|4|0"):
        assert "too old" in await group.pop_up(group.press_data(aya, shown, data))
    assert "too old" in await group.pop_up(group.press_gone(aya, shown, "1|c|1|2"))
    private = telegram.private(aya)
    own = await private.asks(QUESTION)
    assert "too old" in await private.pop_up(private.press_data(aya, own, "1|c|1|2"))
    assert await bot.chats.choices(group.id) == Choices()


async def test_settings_are_for_groups(telegram: FakeTelegram, bot: Served, aya: Person) -> None:
    assert "is for groups" in (await telegram.private(aya).asks("/settings")).text


async def test_settings_follow_a_group_to_its_supergroup(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    old = telegram.group("Readers", supergroup=False)
    old.room.statuses[aya.id] = "creator"
    await chosen(old, aya, await menu(old, aya), "quotes")
    new = old.migrates()
    shown = await menu(new, aya)
    assert shown.button("quotes")["text"] == "Quotes in an answer: 2"
    await chosen(new, aya, shown, "quotes")
    assert (await bot.chats.choices(new.id)).quotes == 3


async def test_a_menu_of_before_the_migration_changes_nothing_by_mistake(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    old = telegram.group("Readers", supergroup=False)
    old.room.statuses[aya.id] = "creator"
    shown = await menu(old, aya)
    new = old.migrates()
    new.write(aya, f"/ask {QUESTION}")
    assert HARBOUR in (await new.reply()).quotes[0]
    press = old.press(aya, shown, "quotes")
    await old.pop_up(press)
    new.write(aya, f"/ask {BRIDGE_QUESTION}")
    assert BRIDGE in (await new.reply()).quotes[0]
    assert "editMessageText" not in [s.method for s in telegram.transcript]


async def test_a_person_chooses_a_language_that_is_spoken_to_them_everywhere(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    chat = telegram.private(aya)
    shown = await chat.asks("/language")
    assert "In which language" in shown.text
    assert await chat.pop_up(chat.press(aya, shown, "Deutsch")) == "Gespeichert."
    assert "In welcher Sprache" in (await chat.edited()).text
    refused = "Die Artikel scheinen"
    assert refused in (await chat.asks("Where is the volcano of Umbra?")).text
    group.write(aya, "/ask Where is the volcano of Umbra?")
    assert refused in (await group.reply()).text
    group.write(telegram.user("Ben"), "/ask Where is the volcano of Umbra?")
    assert refused not in (await group.reply()).text
    await bot.chats.choose(group.id, Choices(language="fr"))  # what the group has chosen goes before that
    group.write(aya, "/ask Where is the volcano of Umbra?")
    assert refused not in (await group.reply()).text
    await chat.pop_up(chat.press(aya, await chat.asks("/language"), "wie in Ihrem Telegram"))
    assert refused not in (await chat.asks("Where is the volcano of Umbra?")).text
