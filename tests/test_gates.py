"""Where trust is made: each gate has one maker, and what leaves goes through it."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import telegram

import bot
from bot.basics.errors import MisquoteError
from bot.chat.pages.page import Checked, Ours, Page, checked
from bot.chat.wording.markup import Html, blockquote, escape
from bot.core.replies import Answer
from tests.chat.articles import EMPTY

PACKAGE = Path(bot.__file__).parent
DOOR = "chat/pages/post.py"
SENDS = {
    name
    for kind in (telegram.Bot, telegram.Message, telegram.Chat, telegram.User, telegram.CallbackQuery)
    for name in dir(kind)
    if re.match("(?:reply|send|edit|copy|forward)_", name) and not name.endswith(("reply_markup", "_action"))
} | {name for name in dir(telegram) if name.startswith("Input")}
"""What of python-telegram-bot sends or changes a message. Buttons alone hold no words of an article, nor does
that the bot is typing."""


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
    [
        ("Quote", "core/proving/quote.py"),
        ("Html", "chat/wording/markup.py"),
    ],
)
def test_each_gate_has_one_maker(kind: str, maker: str) -> None:
    assert makers(kind) == {maker}


def test_no_module_makes_quotes_or_html_behind_the_gates() -> None:
    around = {"object.__new__", "object.__setattr__", "copy.replace"}
    found = {name for name, tree in modules() for node in ast.walk(tree) if ast.unparse(node) in around}
    assert found == set()


def test_messages_leave_through_one_door() -> None:
    senders = {(name, called) for name, tree in modules() for called, _ in calls(tree) if called in SENDS}
    assert {called for name, called in senders if name != DOOR} == set()
    assert {called for name, called in senders if name == DOOR} == {
        "reply_text",
        "edit_text",
        "send_message",
        "reply_document",
        "reply_photo",
        "InputTextMessageContent",
    }


def test_the_door_takes_pages_only() -> None:
    parameters = [argument for node in ast.walk(dict(modules())[DOOR]) for argument in arguments(node)]
    assert {name for name, kind in parameters if kind in {"Sendable", "Checked", "Ours"}} == {"page"}
    assert {name for name, kind in parameters if kind in {"str", "Html", "Page"}} == {"name", "about"}
    # "about" are words of the message that is replied to: Telegram refuses any that do not stand there.


def arguments(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef):
        yield from ((a.arg, ast.unparse(a.annotation)) for a in node.args.args if a.annotation)


def test_an_answer_made_of_words_is_refused_at_run_time_too() -> None:
    with pytest.raises(TypeError, match="quotes"):
        Answer("They agreed.", (), 0.5)  # type: ignore[arg-type]


def test_html_made_of_words_cannot_be_printed_as_markup() -> None:
    with pytest.raises(AttributeError):
        str(Html("<b>They agreed.</b>"))  # type: ignore[arg-type]


def test_a_quotation_is_not_words_of_ours() -> None:
    with pytest.raises(MisquoteError):
        Ours(escape("They said: ") + blockquote(escape("They agreed.")))


@pytest.mark.parametrize(
    "forge",
    [
        Checked,
        lambda page: Checked(page, None),  # type: ignore[arg-type]
        lambda page: replace(checked(page, EMPTY), page=Page(blockquote(escape("They agreed.")))),  # type: ignore[call-arg]
    ],
)
def test_nobody_but_checked_says_that_a_page_was_checked(forge: Callable[[Page], object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        forge(Page(escape("Hello.")))
