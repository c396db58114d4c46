import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.words.edit_distance import Likeness

WORDS = st.text(alphabet="abcdй\U00010061", min_size=1, max_size=9)


def distance(one: str, other: str) -> int:
    """The textbook's optimal string alignment distance."""
    rows = [[i + j if not i * j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            costs = [
                rows[i - 1][j] + 1,
                rows[i][j - 1] + 1,
                rows[i - 1][j - 1] + (one[i - 1] != other[j - 1]),
            ]
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                costs.append(rows[i - 2][j - 2] + 1)
            rows[i][j] = min(costs)
    return rows[-1][-1]


@given(st.lists(WORDS, max_size=20), WORDS, st.integers(0, 3))
def test_every_nearest_word_is_found_and_no_other(words: list[str], asked: str, limit: int) -> None:
    distances = {word: distance(asked, word) for word in words}
    least = min(distances.values(), default=limit + 1)
    nearest = {word for word in words if distances[word] == least <= limit}
    found = Likeness(sorted(set(words))).near(asked, limit)
    assert set(found) == nearest
    assert len(found) == len(nearest)


@pytest.mark.parametrize("slip", ["goverment", "govenrment", "governmnet", "governnment", "gouernment"])
def test_slips_of_all_kinds_are_found(slip: str) -> None:
    assert Likeness(["parliament", "government", "governor"]).near(slip, 1) == ["government"]


@pytest.mark.parametrize("word", ["", "x" * 64, "x" * 5000])
def test_a_word_of_no_letters_or_too_many_is_like_none(word: str) -> None:
    assert Likeness(["x", "x" * 63, "x" * 5000]).near(word, 2) == []
