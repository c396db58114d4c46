"""What a message points at in an answer that was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.pointing import Pointing, PointsAt, only_points, pointed
from bot.languages.known import LANGUAGES


@pytest.mark.parametrize(
    ("message", "pointing"),
    [
        ("more", Pointing(PointsAt.MORE)),
        ("Show me more, please!", Pointing(PointsAt.MORE)),
        ("what else?", Pointing(PointsAt.MORE)),
        ("ещё", Pointing(PointsAt.MORE)),
        ("Mehr bitte", Pointing(PointsAt.MORE)),
        ("source?", Pointing(PointsAt.SOURCE)),
        ("Where is that from?", Pointing(PointsAt.SOURCE)),
        ("откуда это?", Pointing(PointsAt.SOURCE)),
        ("Et la source ?", Pointing(PointsAt.SOURCE)),
        ("who said that?", Pointing(PointsAt.SPEAKER)),
        ("And who said that?", Pointing(PointsAt.SPEAKER)),
        ("кто это сказал?", Pointing(PointsAt.SPEAKER)),
        ("¿Quién dijo eso?", Pointing(PointsAt.SPEAKER)),
        ("the second one", Pointing(PointsAt.QUOTE, 1)),
        ("third quote please", Pointing(PointsAt.QUOTE, 2)),
        ("number 2", Pointing(PointsAt.QUOTE, 1)),
        ("вторая цитата", Pointing(PointsAt.QUOTE, 1)),
        ("das zweite", Pointing(PointsAt.QUOTE, 1)),
        ("екіншісі", Pointing(PointsAt.QUOTE, 1)),
    ],
)
def test_a_message_may_point_at_an_answer(message: str, pointing: Pointing) -> None:
    assert pointed(message) == pointing


@pytest.mark.parametrize(
    "message",
    [
        "who said that the harbour froze?",
        "the second ferry",
        "more boats",
        "sources of the river",
        "who was the first mayor?",
        "why?",
        "thanks",
        "",
        "🙂",
    ],
)
def test_a_question_of_its_own_points_at_nothing(message: str) -> None:
    assert pointed(message) is None


@pytest.mark.parametrize("message", ["source?", "the second one", "more", "кто это сказал?"])
def test_what_can_only_mean_an_answer_asks_for_nothing_else(message: str) -> None:
    assert only_points(message)


@pytest.mark.parametrize("message", ["source", "the link between Tarn and Quay", "boats"])
def test_a_bare_word_may_be_a_subject(message: str) -> None:
    assert not only_points(message)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_tells_the_first_five_quotes(code: str) -> None:
    assert len(LANGUAGES[code].asking.pointing.ordinals) == 5


@given(st.text(max_size=80))
def test_every_text_may_be_asked_what_it_points_at(text: str) -> None:
    assert pointed(text) is None or len(text) <= 60
