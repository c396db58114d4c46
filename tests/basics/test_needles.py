import re
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.basics.needles import Sifted, fold_case, needles_of
from bot.core.reading import residue

SIFTED = {name: found for name, found in vars(residue).items() if isinstance(found, Sifted)}
PATTERNS = [pattern for found in SIFTED.values() for pattern in found.patterns]
CASED = [chr(code) for code in range(sys.maxunicode) if chr(code).upper() != chr(code).lower()]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_text_that_a_pattern_matches_passes_the_sieve(pattern: re.Pattern[str]) -> None:
    @given(st.from_regex(pattern))
    @settings(
        max_examples=20,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    def holds(text: str) -> None:
        assert Sifted([pattern]).match(text) is bool(pattern.match(text))
        folded, needles = fold_case(text), needles_of(pattern)
        assert not needles or any(needle in folded for needle in needles)

    holds()


@pytest.mark.parametrize(
    ("pattern", "text", "may"),
    [
        (r".*\brights\b", "No reserve here", False),
        (r".*\brights\b", "ALL RIGHTS", True),
        (r"(?=.*\bcookies?\b)(?=.*\bwe\b)", "we bake cakes", False),
        (r"(?=.*\bcookies?\b)(?=.*\bwe\b)", "the Cookie jar", True),
        (r"photo|\d+", "nothing", True),
        (r"(?:photo)?s", "s", True),
        (r"[↑^] .*", "up ↑ there", True),
        (r"[↑^] .*", "up there", False),
    ],
)
def test_a_text_without_what_every_match_holds_need_not_be_matched(
    pattern: str, text: str, may: bool
) -> None:
    needles = needles_of(re.compile(pattern, re.IGNORECASE))
    assert (not needles or any(needle in fold_case(text) for needle in needles)) is may


def test_every_two_letters_that_a_pattern_takes_for_alike_are_folded_alike() -> None:
    others = {other for char in CASED for other in (char.lower(), char.upper()) if len(other) == 1}
    for char in {*CASED, *others, "ſ", "ı", "İ", "K"}:
        pattern = re.compile(re.escape(char), re.IGNORECASE)
        alike = [other for other in (char.lower(), char.upper(), *"sikſıİK") if pattern.fullmatch(other)]
        assert {fold_case(other) for other in alike} == {fold_case(char)}, char
