"""What a run of questions comes to."""

from dataclasses import replace

import pytest

from bot.core.index.edition import Edition
from bot.lab.measuring.evaluation import ask_all, figures
from bot.lab.question_sets import Expected
from tests.core.texts import harbour, orchard
from tests.lab.sets import model

EDITION = Edition.of([harbour(), orchard()])
BOATS = Expected("how many boats were crushed by ice", "how_many", (("harbour.md", "14 boats"),))
WRONG = Expected("what froze over on 3 February", "what", (("harbour.md", "90,000 crowns"),))
FAR = Expected("zeppelin timetable", "far")
NEAR = Expected("how many boats has Tarn", "near")


def test_a_right_first_quote_is_a_hit() -> None:
    (outcome,) = ask_all([BOATS], EDITION, model())
    assert outcome.right[0]
    assert outcome.quotes[0].text.startswith("Mayor Edda Quill")
    assert all(outcome.exact)


def test_a_question_without_a_shared_word_counts_as_refused() -> None:
    found = figures(ask_all([BOATS, FAR, NEAR], EDITION, model()))
    assert found.refused == {"far": 1.0, "near": 0.0}
    assert found.answered == 1.0


def test_an_unsure_answer_counts_as_hedged() -> None:
    sure, unsure = (figures(ask_all([NEAR], EDITION, model(odds))) for odds in (1.0, -1.0))
    assert sure.refused_or_hedged == {"near": 0.0}
    assert unsure.refused_or_hedged == {"near": 1.0}
    assert unsure.refused == {"near": 0.0}


def test_figures_are_shares_of_the_answerable_questions() -> None:
    found = figures(ask_all([BOATS, WRONG, FAR], EDITION, model()))
    assert (found.count, found.hit_1) == (3, 0.5)
    assert found.hit_1 <= found.mrr <= found.hit_3 <= found.answered
    assert found.sure_and_right == 0.5
    assert found.exact == found.quotes > 0


def test_kinds_are_told_apart_answerable_ones_first() -> None:
    kinds = figures(ask_all([FAR, WRONG, BOATS], EDITION, model())).kinds
    assert [(of.kind, of.count) for of in kinds] == [("how_many", 1), ("what", 1), ("far", 1)]
    assert [of.hit_1 for of in kinds] == [1.0, 0.0, 0.0]


def test_a_run_of_nothing_has_figures_of_nothing() -> None:
    assert figures([]).hit_1 == 0.0


def test_a_quote_that_is_no_exact_range_is_counted() -> None:
    (outcome,) = ask_all([BOATS], EDITION, model())
    changed = replace(outcome, exact=(False, *outcome.exact[1:]))
    assert figures([changed]).exact == figures([outcome]).exact - 1


@pytest.mark.parametrize("count", [1, 3])
def test_hits_are_looked_for_in_the_first_quotes_only(count: int) -> None:
    (outcome,) = ask_all([BOATS], EDITION, model())
    late = replace(outcome, right=(*[False] * count, True))
    assert not late.hit(count)
    assert late.hit(count + 1)
