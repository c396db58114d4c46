import json

from hypothesis import given
from hypothesis import strategies as st

from bot.basics.visible import visible, visible_name

TEXTS = st.text(st.characters() | st.sampled_from("\x1b\x07\x9b\u202e\u2066\u2069\r\n\t"))


@given(TEXTS)
def test_no_sign_that_steers_is_left_and_no_other_is_changed(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & set("\x00\x07\x08\x0d\x1b\x7f\x9b\u2028\u202a\u202e\u2066\u2067")
    assert visible(shown) == shown
    assert (
        visible("Ferry №7 – Überfahrt, 岸, \u05e0\u05de\u05dc,\n\tlate")
        == "Ferry №7 – Überfahrt, 岸, \u05e0\u05de\u05dc,\n\tlate"
    )


@given(TEXTS)
def test_json_stays_the_same_to_whoever_reads_it(text: str) -> None:
    assert json.loads(visible(json.dumps(text, ensure_ascii=False))) == text


def test_a_files_name_stays_on_its_line() -> None:
    assert visible_name("a\nb\x1b[1m.md") == "a\\nb\\x1b[1m.md"
