"""The changes that tests must notice fit the code.

Beside other tests this would notice every change, whatever they do.
"""

from tests.mutants.__main__ import ROOT
from tests.mutants.gates import MUTANTS


def test_every_line_that_is_changed_to_see_a_test_fail_stands_once() -> None:
    counts = {(m.file, m.text): (ROOT / m.file).read_text("utf-8").count(m.text) for m in MUTANTS}
    assert {mutant: count for mutant, count in counts.items() if count != 1} == {}


def test_no_change_is_noticed_by_the_tests_of_the_changes() -> None:
    assert [m for m in MUTANTS if "tests/mutants" in m.tests] == []
