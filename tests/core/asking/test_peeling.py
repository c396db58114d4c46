"""What stands around the core of a clause, told by words in a row."""

import pytest

from bot.core.asking.message import asks_something
from bot.core.asking.peeling import Role, courtesy, peeled


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("good morning everybody", Role.SOCIAL),
        ("many thanks in advance", Role.SOCIAL),
        ("kind regards", Role.SOCIAL),
        ("может кто знает", None),
        ("Добрый вечер, коллеги", Role.SOCIAL),
        ("Щиро дякую", Role.SOCIAL),
        ("Mit freundlichen Grüßen", Role.SOCIAL),
        ("Buongiorno a tutti", Role.SOCIAL),
        ("what is your name", Role.ABOUT_US),
        ("the morning ferry", None),
        ("in the harbour", None),
    ],
)
def test_courtesy_is_told_by_all_words_of_a_clause(text: str, role: Role | None) -> None:
    assert courtesy(text) is role


@pytest.mark.parametrize(
    "message",
    [
        "could you be so kind and tell me who keeps the light",
        "hi who keeps the light thanks a lot",
        "good evening, I am a sailor from the north, who keeps the light, please",
        "because my uncle and I quarrelled about it: who keeps the light",
        "ok so who keeps the light",
        "btw who keeps the light thanks",
    ],
)
def test_the_core_is_what_asks(message: str) -> None:
    _, core, _ = peeled(message)
    assert core == "who keeps the light"


@pytest.mark.parametrize(
    "message",
    [
        "my boat leaks, who pays for the repair",
        "World War I, when was the pier rebuilt",
        "Hello Kitty boats",
        "So Long Marianne was sung by whom",
        "ok corral boats",
        "In which team did he row",
    ],
)
def test_what_belongs_to_the_core_stays(message: str) -> None:
    assert peeled(message) == ([], message, [])


@pytest.mark.parametrize(
    "message",
    [
        "ok and when was the pier rebuilt",
        "hm and what about the fees",
        "na und wann macht die Fähre auf",
        "bon et combien coûte la barque",
        "ок и сколько стоит лодка",
        "ok y cuándo abre el puerto",
    ],
)
def test_a_question_that_begins_as_people_talk_is_heard(message: str) -> None:
    assert asks_something(message)


@pytest.mark.parametrize("message", ["ok", "so", "wow so nice", "hm and then?", "ну и ладно", "na und"])
def test_what_begins_so_and_asks_nothing_is_not(message: str) -> None:
    assert not asks_something(message)
