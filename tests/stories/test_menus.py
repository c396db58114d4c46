"""What Telegram shows beside the input field, per kind of chat and language."""

from pathlib import Path
from typing import Any

from bot.chat.wording.texts import Language
from tests.fake_telegram import FakeTelegram
from tests.stories.world import HARBOUR, QUESTION, serving


def menu(telegram: FakeTelegram, scope: str) -> dict[str, str]:
    return {c["command"]: c["description"] for c in telegram.world.commands[scope]}


def times(telegram: FakeTelegram, method: str) -> int:
    return [name for name, _ in telegram.server.calls].count(method)


async def served(telegram: FakeTelegram, data: Path, **settings: Any) -> None:
    async with serving(telegram, data, **settings):
        assert HARBOUR in (await telegram.private(telegram.user("Aya")).asks(QUESTION)).quotes[0]


async def test_every_kind_of_chat_has_its_commands_in_every_language(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    mira = telegram.user("Mira")
    telegram.private(mira)
    await served(telegram, tmp_path, maintainers=str(mira.id))
    private = menu(telegram, "all_private_chats::")
    group = menu(telegram, "all_group_chats::")
    assert set(private) == {"help", "sources", "proof", "saved", "privacy", "forget", "language"}
    assert set(group) == {"ask", "help", "sources", "proof", "privacy"}
    assert set(menu(telegram, "all_chat_administrators::")) == {*group, "settings"}
    assert {"reload", "gaps", *private} <= set(menu(telegram, f"chat:{mira.id}:"))
    assert menu(telegram, "all_group_chats::ru")["ask"] == "Задать вопрос статьям"
    for language in set(Language) - {Language.ENGLISH}:
        assert set(menu(telegram, f"all_group_chats::{language}")) == set(group)
        assert set(menu(telegram, f"chat:{mira.id}:{language}")) == set(menu(telegram, f"chat:{mira.id}:"))


async def test_menus_that_stand_are_not_set_again(telegram: FakeTelegram, tmp_path: Path) -> None:
    await served(telegram, tmp_path)
    once = times(telegram, "setMyCommands")
    await served(telegram, tmp_path)
    assert times(telegram, "setMyCommands") == once > 0
    assert times(telegram, "setMyDescription") == len(Language)


async def test_a_maintainer_who_never_wrote_keeps_nobody_else_from_a_menu(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    mira = telegram.user("Mira")
    telegram.private(mira)
    await served(telegram, tmp_path, maintainers=f"999999, {mira.id}")
    assert "reload" in menu(telegram, f"chat:{mira.id}:")


async def test_a_failure_of_the_menus_is_no_failure_of_the_bot(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    telegram.server.faults.add("429", "getMyCommands", times=100)
    await served(telegram, tmp_path)
    assert telegram.world.commands == {}


async def test_a_maintainer_who_comes_after_the_start_gets_the_menu(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    keeper = telegram.user("Keeper")
    async with serving(telegram, tmp_path, maintainers=str(keeper.id)):
        assert f"chat:{keeper.id}:" not in telegram.world.commands
        await telegram.private(keeper).asks("/start")
        await telegram.until(lambda: f"chat:{keeper.id}:" in telegram.world.commands, "the menu")
    assert "reload" in {command["command"] for command in telegram.world.commands[f"chat:{keeper.id}:"]}
