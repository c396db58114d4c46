"""Questions reworded as people type them, and the slips that eval makes."""

import random

from hypothesis import given
from hypothesis import strategies as st

from bot.core.index.edition import Edition
from bot.lab.measuring.slips import Recall, recall
from bot.lab.question_sets import Expected
from bot.lab.rewording import retype, reword, slip, with_a_slip
from tests.core.texts import harbour, orchard
from tests.lab.sets import model

WORDS = st.text(st.sampled_from("abcdef"), min_size=4, max_size=12)
SEEDS = st.integers(0, 2**32)


def distance(a: str, b: str) -> int:
    """The optimal string alignment distance, by the textbook."""
    rows = [list(range(len(b) + 1))]
    for i in range(1, len(a) + 1):
        row = [i]
        for j in range(1, len(b) + 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 2 : i] == b[j - 2 : j][::-1]:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


@given(WORDS, SEEDS)
def test_every_slip_is_one_edit_at_most(word: str, seed: int) -> None:
    assert distance(word, slip(word, random.Random(seed))) <= 1


@given(st.lists(WORDS, min_size=1, max_size=6), SEEDS)
def test_every_retyped_question_keeps_all_its_words(words: list[str], seed: int) -> None:
    typed = retype(" ".join(words), random.Random(seed)).split()
    assert sum(distance(a, b) for a, b in zip(words, typed, strict=True)) <= 1


@given(st.lists(WORDS, min_size=1, max_size=6), SEEDS)
def test_every_slip_is_in_one_word(words: list[str], seed: int) -> None:
    misspelt = with_a_slip(" ".join(words), random.Random(seed)).split()
    assert len(misspelt) == len(words)
    assert sum(a != b for a, b in zip(words, misspelt, strict=True)) <= 1


def test_a_question_of_short_words_stays() -> None:
    assert with_a_slip("who is he?", random.Random(0)) == "who is he?"


@given(st.lists(WORDS, min_size=1, max_size=8), SEEDS)
def test_every_rewording_is_the_same_for_the_same_seed(words: list[str], seed: int) -> None:
    question, others = " ".join(words), dict.fromkeys(words[:2], ("other", "another"))
    first, second = (reword(question, others, random.Random(seed)) for _ in range(2))
    assert first == second
    assert first.strip()


def test_misspelt_questions_are_found_by_variants_only() -> None:
    edition = Edition.of([harbour(), orchard()])
    asked = [
        Expected("icebreaker?", "what", (("harbour.md", "icebreaker"),)),
        Expected("agronomist?", "who", (("orchard.md", "Agronomist"),)),
        Expected("zeppelins?", "far"),
        Expected("ice?", "what", (("harbour.md", "ice"),)),
    ]
    found = recall(asked, edition, model())
    assert found == Recall(
        count=2,
        as_written=1.0,
        with_slip=0.0,
        with_variants=1.0,
        as_written_in_answers=1.0,
        with_variants_in_answers=1.0,
    )


def test_without_a_word_to_misspell_there_is_nothing_to_tell() -> None:
    asked = [Expected("who is he?", "who", (("harbour.md", "ice"),))]
    assert recall(asked, Edition.of([harbour()]), model()).count == 0
