"""Where trust is made: each gate has one maker, and what leaves goes through it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
from bot.chat.wording.markup import Html
from bot.core.replies import Answer

PACKAGE = Path(bot.__file__).parent
SENDING = {
    "reply_text": 0,
    "edit_text": 0,
    "edit_message_text": 0,
    "send_message": 1,
    "InputTextMessageContent": 0,
}
"""What of python-telegram-bot sends text, and the place of the text among its arguments."""


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8"))


def makers(kind: str) -> set[str]:
    return {name for name, tree in modules() for called, _ in calls(tree) if called == kind}


@pytest.mark.parametrize(
    ("kind", "maker"),
    [("Quote", "core/proving/quote.py"), ("Html", "chat/wording/markup.py")],
)
def test_each_gate_has_one_maker(kind: str, maker: str) -> None:
    assert makers(kind) == {maker}


def test_no_module_makes_quotes_or_html_behind_the_gates() -> None:
    around = {"object.__new__", "object.__setattr__", "copy.replace"}
    found = {name for name, tree in modules() for node in ast.walk(tree) if ast.unparse(node) in around}
    assert found == set()


def test_every_message_that_is_sent_is_printed_html() -> None:
    for name, tree in modules():
        for called, call in calls(tree):
            for argument in texts(called, call):
                assert is_printed(argument), f"{name}:{call.lineno} sends {ast.unparse(argument)}"


def texts(called: str, call: ast.Call) -> Iterator[ast.expr]:
    if called in SENDING:
        yield from call.args[SENDING[called] : SENDING[called] + 1]
        yield from (named.value for named in call.keywords if named.arg in {"text", "message_text"})


def is_printed(argument: ast.expr) -> bool:
    """Tell whether the argument is ``str(…)`` of something that is not a string in the source."""
    if not isinstance(argument, ast.Call) or ast.unparse(argument.func) != "str" or not argument.args:
        return False
    return isinstance(argument.args[0], ast.Call | ast.Attribute | ast.Name)


def test_an_answer_made_of_words_is_refused_at_run_time_too() -> None:
    with pytest.raises(TypeError, match="quotes"):
        Answer("They agreed.", (), 0.5)  # type: ignore[arg-type]


def test_html_made_of_words_cannot_be_printed_as_markup() -> None:
    with pytest.raises(AttributeError):
        str(Html("<b>They agreed.</b>"))  # type: ignore[arg-type]
