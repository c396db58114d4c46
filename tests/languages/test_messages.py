import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import bot
from bot.languages.messages import Message


@cache
def named_in_the_code() -> frozenset[str]:
    return frozenset(name for source in Path(bot.__file__).parent.rglob("*.py") for name in named(source))


def named(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in {"Message", "Words"}:
            yield node.attr


@pytest.mark.parametrize("message", Message)
def test_every_message_is_said_somewhere(message: Message) -> None:
    assert message.name in named_in_the_code()
