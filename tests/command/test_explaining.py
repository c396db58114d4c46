"""What ./run ask --explain tells."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.command.cli import main
from bot.command.explaining import print_explanation
from bot.command.terminal import Screen
from bot.core.answer import answer, traced
from bot.core.explanation import Where, places
from bot.core.index.edition import Edition
from tests.core.models import model
from tests.core.texts import article, harbour, orchard

EDITION = Edition.of([harbour(), orchard()])
MODEL = model(log_odds=0.5)


def printed(question: str, edition: Edition = EDITION) -> str:
    console = Screen(file=io.StringIO(), width=100, highlight=False)
    print_explanation(traced(question, edition, MODEL), console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_every_word_is_told_with_the_place_where_it_was_found() -> None:
    question = "Which volcano crushed the boats of fishermen near Tarn before autumn?"
    found = {word.surface: where for word, where in places(traced(question, EDITION, MODEL))}
    assert found["crushed"] is Where.SENTENCE
    assert found["fishermen"] is Where.PASSAGE
    assert found["Tarn"] is Where.ARTICLES
    assert found["volcano"] is Where.NOWHERE


def test_kind_candidates_features_and_decision_are_shown() -> None:
    shown = printed("How many boats were crushed by the ice? lang:en")
    assert "asks for: number, about 'boats'" in shown
    assert "filters: lang:en" in shown
    assert "1. harbour.md: Mayor Edda Quill said that 14 boats were crushed by the ice." in shown
    assert "coverage" in shown
    assert "articles cover it: 0.62 (refused below 0.00)" in shown
    assert "best sentence answers: 0.62 (hedged below 0.50)" in shown
    assert shown.endswith("decision: an answer\n")


def test_what_is_not_searched_is_told() -> None:
    shown = printed("How many boats were crushed by the ice?")
    assert "not searched, since they tell nothing of a subject: How many were by the\n" in shown


@pytest.mark.parametrize(
    ("question", "decision"),
    [
        ("", "a refusal (empty_question)"),
        ("volcano", "a refusal (no_match)"),
        ("boats before:soon", "a refusal (bad_filter)"),
        ("“14 boats were crushed by the ice”", "a quotation, looked up"),
    ],
)
def test_what_was_not_chosen_by_rank_is_explained_too(question: str, decision: str) -> None:
    assert printed(question).endswith(f"decision: {decision}\n")


@pytest.mark.parametrize("question", ["boats before:soon", "“14 boats were crushed by the ice”"])
def test_no_candidates_are_shown_where_they_decided_nothing(question: str) -> None:
    assert traced(question, EDITION, MODEL).ranked is None


def test_no_article_can_steer_the_terminal() -> None:
    hostile = article("red\x1b[31m", "The harbour \x1b[31mfroze\x07 over.")
    assert "\x1b" not in printed("harbour froze\x1b[1m", Edition.of([hostile]))


@given(st.text(st.sampled_from("boats harbour ice? \"'.5"), max_size=40))
def test_every_explanation_has_the_reply_that_would_be_given(question: str) -> None:
    assert traced(question, EDITION, MODEL).reply == answer(question, EDITION, MODEL)


def test_tables_and_json_do_not_mix(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "--explain", "boats"]) == 2
    assert "--explain" in capsys.readouterr().err
