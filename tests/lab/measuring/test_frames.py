"""Questions in frames: what a line may hold, and what is counted."""

from pathlib import Path

import pytest

from bot.core.index.edition import Edition
from bot.lab.measuring import frames as module
from bot.lab.measuring.frames import ask_in_frames, ask_together, framed, read_frames
from bot.lab.question_sets import Expected, QuestionsError
from tests.core.texts import HARBOUR, article
from tests.lab.sets import model

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ("Hi! {q}", "Hi! Who rows?"),
        ("{Q}", "WHO ROWS?"),
        (r"tell me\n{small}", "tell me\nwho rows?"),
    ],
)
def test_a_frame_surrounds_its_question(frame: str, message: str) -> None:
    assert framed("Who rows?", frame) == message


def test_frames_are_read_without_remarks_and_empty_lines(tmp_path: Path) -> None:
    path = tmp_path / "frames.txt"
    path.write_text("# a remark\n\nHi! {q}\n  {small} thanks\n", "utf-8")
    assert read_frames(path) == ("Hi! {q}", "{small} thanks")


@pytest.mark.parametrize("text", ["", "# nothing\n", "Hi!\n"])
def test_a_file_without_frames_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "frames.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(QuestionsError):
        read_frames(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionsError):
        read_frames(tmp_path / "none.txt")


def test_two_halves_share_no_frame() -> None:
    built_on = read_frames(Path(module.__file__).with_suffix(".txt"))
    measured = read_frames(ROOT / "tests" / "golden" / "frames.txt")
    assert not set(built_on) & set(measured)
    assert len(built_on) + len(measured) >= 40


def test_it_is_counted_how_many_first_quotes_stay_and_what_is_refused() -> None:
    edition = Edition.of([article("harbour", HARBOUR)])
    asked = [
        Expected("how many boats were crushed", "", (("harbour.md", "14 boats"),)),
        Expected("zeppelin timetable", "far"),
    ]
    found = ask_in_frames(["{q}", "zeppelin timetable"], asked, edition, model())
    assert (found.count, found.refused_plain) == (1, 0.0)
    assert [(of.kept, of.refused) for of in found.frames] == [(1.0, 0.0), (0.0, 1.0)]
    assert (found.kept, found.refused) == (0.5, 0.5)


QUESTIONS = ("How many boats were crushed?", "Who promised new moorings?", "What did the town pay?")


def test_every_way_of_joining_questions_is_counted_and_each_part_has_its_own_first_quote() -> None:
    edition = Edition.of([article("harbour", HARBOUR)])
    asked = [Expected(question, "", (("harbour.md", "14 boats"),)) for question in QUESTIONS]
    found = ask_together(24, [*asked, Expected("zeppelins?", "far")], edition, model())
    assert sum(joined.messages for joined in found) == 24
    assert len(found) == len({joined.joined for joined in found}) == 6
    assert {joined.kept for joined in found} == {1.0}
    assert sum(joined.parts for joined in found) == 60


def test_key_words_and_a_single_question_make_no_message() -> None:
    edition = Edition.of([article("harbour", HARBOUR)])
    asked = [Expected(text, "", (("harbour.md", "14 boats"),)) for text in ("harbour ice", QUESTIONS[0])]
    assert ask_together(10, asked, edition, model()) == ()
