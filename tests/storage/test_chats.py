import pytest

from bot.storage.chats import Chats, Choices
from bot.storage.database import Database

RUSSIAN = Choices(language="ru", quotes=3, mentions=False, quiet=True)


async def test_a_chat_that_chose_nothing_has_the_defaults(database: Database) -> None:
    chats = Chats(database)
    assert await chats.choices(-100) == Choices()
    assert await chats.active(-100)


async def test_choices_and_reach_are_kept_apart(database: Database) -> None:
    chats = Chats(database)
    await chats.choose(-100, RUSSIAN)
    await chats.set_active(-100, active=False)
    await chats.choose(-100, RUSSIAN)
    assert await chats.choices(-100) == RUSSIAN
    assert not await chats.active(-100)
    await chats.set_active(-100, active=True)
    assert await chats.choices(-100) == RUSSIAN


async def test_choices_follow_a_group_to_its_supergroup(database: Database) -> None:
    chats = Chats(database)
    await chats.choose(-100, RUSSIAN)
    await chats.set_active(-200, active=True)
    await chats.move(-100, -200)
    assert await chats.choices(-200) == RUSSIAN
    assert await chats.choices(-100) == Choices()
    await chats.move(-100, -200)
    assert await chats.choices(-200) == RUSSIAN


async def test_a_forgotten_chat_has_the_defaults_again(database: Database) -> None:
    chats = Chats(database)
    await chats.choose(-100, RUSSIAN)
    await chats.forget(-100)
    assert await chats.choices(-100) == Choices()


@pytest.mark.parametrize("quotes", [0, 4])
def test_an_answer_shows_one_to_three_quotes(quotes: int) -> None:
    with pytest.raises(ValueError, match="1 to 3"):
        Choices(quotes=quotes)
