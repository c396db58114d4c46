import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import bot
from bot.chat.wording.texts import refusal_for
from bot.core.replies import Reason
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import ENGLISH, wording


@cache
def all_named() -> frozenset[Message]:
    return frozenset(filter(None, map(named, nodes())))


@cache
def nodes() -> tuple[ast.AST, ...]:
    sources = Path(bot.__file__).parent.rglob("*.py")
    return tuple(node for source in sources for node in ast.walk(ast.parse(source.read_text("utf-8"))))


def named(node: ast.AST) -> Message | None:
    """The message that an expression such as ``Message.START`` names."""
    if isinstance(node, ast.Attribute) and ast.unparse(node.value) in {"Message", "Words"}:
        return Message.__members__.get(node.attr)
    return None


def said() -> Iterator[tuple[str, Message, set[str | None]]]:
    """Every call that says a message, and the values that it gives."""
    for node in nodes():
        if isinstance(node, ast.Call) and ast.unparse(node.func) != wording.__name__:
            for message in filter(None, map(named, node.args)):
                yield ast.unparse(node), message, {keyword.arg for keyword in node.keywords}


@pytest.mark.parametrize("message", Message)
def test_every_message_is_said_somewhere(message: Message) -> None:
    assert message in all_named() | set(map(refusal_for, Reason))


def test_every_message_gets_the_values_that_it_asks_for() -> None:
    calls = list(said())
    assert len(calls) > 200
    for call, message, given in calls:
        asked = {name for _, name, _, _ in Formatter().parse(wording(message, ENGLISH)) if name is not None}
        assert given == asked, call
