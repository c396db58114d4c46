import dataclasses
import re
import string
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat.pages.buttons import (
    Action,
    AskIn,
    Cancel,
    Choose,
    ChooseStyle,
    Cite,
    Confirm,
    Decide,
    Dismiss,
    DropQuestion,
    ExportSaved,
    HandOver,
    LetIn,
    MoreQuotes,
    OpenAnswer,
    OpenArticle,
    Proof,
    Rate,
    ReadPassage,
    Save,
    SavedFrom,
    SendQuote,
    Setting,
    ShowAnswer,
    SourcesPage,
    Target,
    TellMe,
    Tools,
    Unsave,
    WiderContext,
    article_key,
    button_data,
    parse_button,
    parse_start,
    start_payload,
)
from bot.chat.pages.references import Style
from bot.chat.wire import telegram
from bot.chat.wording.texts import Language
from bot.core.nouns import ArticleId

NUMBERS = st.integers(0, 2**63 - 1)
VALUES = {int: NUMBERS, bool: st.booleans(), Setting: st.sampled_from(Setting), Style: st.sampled_from(Style)}
FORGED = st.text(max_size=80) | st.text(alphabet="12|-smwprlcynatA0Zz", max_size=70)


def made(kind: type) -> st.SearchStrategy[object]:
    return st.builds(kind, *(VALUES[field.type] for field in dataclasses.fields(kind)))  # type: ignore[index]


ACTIONS: st.SearchStrategy[Action] = st.one_of(*(made(kind) for kind in get_args(Action)))
TARGETS: st.SearchStrategy[Target] = st.one_of(*(made(kind) for kind in get_args(Target)))


@given(ACTIONS)
def test_every_action_comes_back_from_a_button(action: Action) -> None:
    data = button_data(action)
    assert 1 <= len(data.encode()) <= telegram.BUTTON_BYTES
    assert parse_button(data) == action


@given(TARGETS)
def test_every_target_comes_back_from_a_deep_link(target: Target) -> None:
    payload = start_payload(target)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
    assert parse_start(payload) == target


@given(FORGED)
@example("1|m|1")
@example("1|m|1|2|3")
@example("1|m||2")
@example("1|m|01|2")
@example("1|m|-1|2")
@example("1|m|1|²")
@example("1|r|1|2")
@example("1|c|9|1")
@example("0|s|1")
@example("2|s|1")
@example("1|x|1")
@example("1|s|zzzzzzzzzzz")
@example("1|s|" + "1" * 60)
@example("")
def test_everything_forged_or_old_is_nothing(data: str) -> None:
    action = parse_button(data)
    assert action is None or button_data(action) == data
    target = parse_start(data)
    assert target is None or start_payload(target) == data


@pytest.mark.parametrize(
    "data", ["", "1|m|1", "2|s|1", "1|s|zzzzzzzzzzz", "1|r|1|2", "1|c|9|1", "1|s|1 ", "1|s|1\n"]
)
def test_a_forged_button_asks_for_nothing(data: str) -> None:
    assert parse_button(data) is None


def test_a_button_is_short_and_readable() -> None:
    assert button_data(MoreQuotes(61, 3)) == "1|m|z|3"
    assert button_data(Rate(62, useful=True)) == "1|r|10|1"
    assert button_data(Choose(Setting.QUOTES, 3)) == "1|c|1|3"
    assert start_payload(OpenAnswer(7)) == "1-a-7"


SENT = {
    "1|s|7": ShowAnswer(7),
    "1|m|7|3": MoreQuotes(7, 3),
    "1|w|7|0": WiderContext(7, 0),
    "1|p|7|1": Proof(7, 1),
    "1|r|7|0": Rate(7, useful=False),
    "1|k|7|0|3": Save(7, 0, 3),
    "1|t|7|1": Tools(7, 1),
    "1|q|7|1": Cite(7, 1),
    "1|i|7": TellMe(7),
    "1|v|3": SavedFrom(3),
    "1|x|9|3": Unsave(9, 3),
    "1|f": ChooseStyle(),
    "1|e|3": ExportSaved(Style.RIS),
    "1|l|2": SourcesPage(2),
    "1|a|10|1": ReadPassage(62, 1),
    "1|c|0|2": Choose(Setting.LANGUAGE, 2),
    "1|c|3|1": Choose(Setting.QUIET, 1),
    "1|j": AskIn(),
    "1|d|5|1": LetIn(5, may=True),
    "1|u|7": HandOver(7),
    "1|o|5|7|1": SendQuote(5, 7, 1),
    "1|z|5": DropQuestion(5),
    "1|g|z|1": Decide(61, take=True),
    "1|h|5|z": Dismiss(5, 61),
    "1|y|5": Confirm(5),
    "1|n|5": Cancel(5),
}
"""What stands on buttons of messages that were sent: chats keep them for ever."""


def test_every_kind_of_button_that_was_sent_still_says_the_same() -> None:
    assert {data: parse_button(data) for data in SENT} == SENT
    assert {type(action) for action in SENT.values()} == set(get_args(Action))


@pytest.mark.parametrize("number", [-1, 2**63])
def test_a_number_that_no_row_has_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="row"):
        button_data(ShowAnswer(number))


def test_a_deep_link_carries_no_button() -> None:
    assert parse_start(button_data(ShowAnswer(1))) is None
    assert parse_button(start_payload(OpenAnswer(1))) is None


def test_an_article_is_known_by_a_number_that_a_deep_link_can_carry() -> None:
    keys = {article_key(ArticleId(letter)) for letter in string.printable}
    assert len(keys) == len(string.printable)
    assert all(parse_start(start_payload(OpenArticle(key))) == OpenArticle(key) for key in keys)


def test_every_language_can_be_chosen_by_number() -> None:
    assert list(Language) == ["en", "ru", "kk", "de", "uk", "fr", "es", "it"], (
        "buttons that were sent count on this order: add new ones at the end"
    )
