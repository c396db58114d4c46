import numpy as np
import pytest

from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.choosing.features import LEXICAL, compared, features
from bot.core.index.edition import Edition
from bot.core.nouns import Article, Block, BlockKind, Span
from tests.core.texts import article

HEADING = "Why did the repair take so long?"
TEXT = f"{HEADING}\n\nThe stone came late. It was heavy."


def interview() -> Article:
    told = Span(len(HEADING) + 2, len(TEXT))
    blocks = (Block(Span(0, len(HEADING)), BlockKind.QUESTION), Block(told, BlockKind.PROSE))
    plain = article("interview", TEXT, title="")
    return Article(plain.id, plain.file, TEXT, plain.revision, blocks, title="", language="en")


def test_a_question_above_an_answer_counts_as_the_answers_own_words() -> None:
    edition = Edition.of([interview()])
    question = understand("why did the repair take long?", edition)
    found = candidates(question, edition)
    covered = features(question, found, None)[:, LEXICAL.index("coverage")]
    assert [candidate.text for candidate in found] == ["The stone came late.", "It was heavy."]
    assert covered.tolist() == [1.0, 1.0]


STORY = (
    "Mayor Edda Quill said that 14 boats were crushed in Lanternby on 3 February. "
    "She promised moorings because the ice came early. "
    "Growers near Tarn lost apples.\n\n"
    "The council paid 90,000 crowns for an icebreaker. “Too much,” wrote Dunn."
)


def feature(question: str, name: str) -> list[float]:
    """The feature of each sentence, rounded, in the story's order."""
    edition = Edition.of([article("story", STORY, title="")])
    asked = understand(question, edition)
    found = sorted(candidates(asked, edition), key=lambda candidate: candidate.span)
    assert len(found) == 5
    column: list[float] = features(asked, found, None)[:, LEXICAL.index(name)].tolist()
    return [round(value, 2) for value in column]


@pytest.mark.parametrize(
    ("question", "name", "values"),
    [
        ("how many boats were crushed?", "coverage", [1, 0, 0, 0, 0]),
        ("how many boats were crushed?", "coverage_by_count", [1, 0, 0, 0, 0]),
        ("how many boats were crushed?", "coverage_before", [0, 1, 0, 0, 0]),
        ("which apples were crushed?", "coverage_after", [0, 0.5, 0, 0, 0]),
        ("which apples were crushed?", "coverage_around", [0.5, 1, 0.5, 0.5, 0]),
        ("which apples were crushed?", "coverage_passage", [1, 1, 1, 1, 1]),
        ("how many boats were crushed?", "sentence_bm25_to_best", [1, 0, 0, 0, 0]),
        ("how many boats were crushed?", "head", [1, 0.25, 0.25, 0.25, 0.25]),
        ("were boats crushed?", "head", [0.5] * 5),
        ("how many boats were crushed?", "head_to_fact", [1, 0, 0, 0, 0]),
        ("how many boats were crushed?", "match_to_fact", [1, 0, 0, 0, 0]),
        ("how many did Quill name?", "match_to_fact", [0.33, 0, 0, 0, 0]),
        ("how many boats were crushed?", "rarest", [1, 0, 0, 0, 0]),
        ("how many crowns were paid?", "head_to_fact", [0, 0, 0, 1, 0]),
        ("how many crowns were paid?", "match_to_fact", [0, 0, 0, 1, 0]),
        ("what did Quill pay?", "names", [1, 0, 0, 0, 0]),
        ("what did they pay?", "names", [1] * 5),
        ("what did Quill pay?", "names_missing", [0, 0.5, 0.5, 0.5, 0.5]),
        ("what did Quill pay?", "names_missing_in_passage", [0] * 5),
        ("did Quill boil it?", "rarest_in_passage", [0] * 5),
        ("when did ice come?", "fits", [1, 0, 0, 0, 0]),
        ("when did ice come?", "fits_around", [0, 1, 0, 0, 0]),
        ("why did it come?", "fits", [0, 1, 0, 0, 0]),
        ("what came early?", "fits", [0.5] * 5),
        ("what came early?", "first", [1, 0, 0, 0, 0]),
        ("what came early?", "refers_back", [0, 1, 0, 0, 0]),
        ("who is Edda Quill?", "introduces", [0] * 5),
        ("what came early?", "quotation", [0, 0, 0, 0, 1]),
        ("what came early?", "causes", [0, 0.69, 0, 0, 0]),
        ("what came early?", "asked_thing", [1] * 5),
        ("what came early?", "asked_person", [0] * 5),
        ("what came early?", "pairs", [0, 1, 0, 0, 0]),
    ],
)
def test_a_feature_tells_what_its_name_says(question: str, name: str, values: list[float]) -> None:
    assert feature(question, name) == values


def test_a_ranker_sees_each_feature_and_how_far_below_the_highest_it_is() -> None:
    rows = np.array([[1.0, 5.0], [3.0, 4.0]], np.float32)
    assert compared(rows).tolist() == [[1, 5, -2, 0], [3, 4, 0, -1]]
