"""Runs are saved and compared question by question."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.index.edition import Edition
from bot.lab.measuring.evaluation import ask_all, figures
from bot.lab.measuring.runs import RunError, Verdict, compare_runs, read_run, save_run, verdicts
from bot.lab.question_sets import Expected
from tests.core.texts import harbour
from tests.lab.sets import model

GOOD = Verdict(answerable=True, hit_1=True, hit_3=True, answered=True, hedged=False)
BAD = Verdict(answerable=True, hit_1=False, hit_3=False, answered=True, hedged=False)


def test_a_saved_run_is_read_back(tmp_path: Path) -> None:
    asked = [Expected("crushed boats", "what", (("harbour.md", "14 boats"),), name="1"), Expected("zzz", "")]
    outcomes = ask_all(asked, Edition.of([harbour()]), model())
    path = tmp_path / "run.json"
    save_run(path, outcomes, figures(outcomes))
    assert read_run(path) == verdicts(outcomes)
    assert all(d.rise == d.low == d.high == 0 for d in compare_runs(verdicts(outcomes), read_run(path)))


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=60))
def test_every_difference_lies_within_its_interval(hits: list[tuple[bool, bool]]) -> None:
    new, old = ({str(n): GOOD if pair[i] else BAD for n, pair in enumerate(hits)} for i in (0, 1))
    for found in compare_runs(new, old):
        assert -1 <= found.low <= found.rise <= found.high <= 1


def test_a_clear_rise_has_an_interval_above_zero() -> None:
    new = {str(n): GOOD for n in range(40)}
    old = {str(n): GOOD if n % 2 else BAD for n in range(40)}
    hit_1 = next(d for d in compare_runs(new, old) if d.measure == "hit@1")
    assert hit_1.rise == 0.5
    assert 0.3 < hit_1.low < 0.5 < hit_1.high < 0.7


def test_only_questions_that_both_runs_asked_are_compared() -> None:
    found = compare_runs({"a": GOOD, "b": BAD}, {"b": BAD, "c": GOOD})
    assert {d.count for d in found} == {1}


def test_runs_without_a_common_question_are_not_compared() -> None:
    with pytest.raises(RunError, match="no question in common"):
        compare_runs({"a": GOOD}, {"b": GOOD})


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"questions": [{"key": "a"}]}', '{"questions": 5}'])
def test_another_file_is_not_taken_for_a_run(tmp_path: Path, text: str) -> None:
    path = tmp_path / "run.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RunError, match="not a run"):
        read_run(path)


def test_a_run_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="cannot be read"):
        read_run(tmp_path / "gone.json")
