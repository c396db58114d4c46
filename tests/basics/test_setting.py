"""What somebody wrote becomes a value of the setting's kind, or is refused with what is allowed."""

from pathlib import Path
from typing import Literal

import pytest

from bot.basics.configured.setting import NotAllowedError, Secret, Spec, allowed, value_of


def spec(**limits: float) -> Spec:
    return Spec("", limits, lambda value: value, lambda value: value)


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        *((word, bool, True) for word in ("true", "Yes", " on ", "1", "T", 1, True)),
        *((word, bool, False) for word in ("false", "NO", "off", "0", "f", 0, False)),
        *((text, int, 1000) for text in ("1000", " 1_000 ", "1000.0", 1000, 1000.0)),
        *((text, float, 2.5) for text in ("2.5", 2.5)),
        (3, float, 3),
        (" plain ", str, "plain"),
        ("7", int | None, 7),
        ("corpus", Path | None, Path("corpus")),
        ("b", Literal["a", "b"], "b"),
        ("hidden", Secret | None, Secret("hidden")),
        (frozenset({1}), frozenset[int], frozenset({1})),
    ],
)
def test_what_is_written_is_taken_as_its_kind(written: object, kind: object, value: object) -> None:
    assert value_of(written, kind, spec(), {}) == value


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("maybe", bool),
        (2, bool),
        ("1.5", int),
        ("many", int),
        ("1e999", int),
        ("nan", int),
        (True, int),
        ("", float),
        (5, str),
        (5, Path),
        (["a"], Secret),
        ("c", Literal["a", "b"]),
        (5, frozenset[int]),
    ],
)
def test_what_is_no_such_kind_is_not_allowed(written: object, kind: object) -> None:
    with pytest.raises(NotAllowedError):
        value_of(written, kind, spec(), {})


@pytest.mark.parametrize("written", ["0", "11", "-inf", "nan"])
def test_what_is_beyond_its_limits_is_not_allowed(written: str) -> None:
    with pytest.raises(NotAllowedError):
        value_of(written, float, spec(gt=0, le=10), {})
    assert allowed(float, spec(gt=0, le=10)) == "a number above 0 to 10"


def test_a_secret_shows_nowhere_but_where_it_is_asked_for() -> None:
    secret = Secret("tr0mbone")
    assert "tr0mbone" not in f"{secret} {secret!r} {[secret]}"
    assert secret.clear == "tr0mbone"
    assert not Secret("")
