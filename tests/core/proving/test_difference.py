"""What came and what went is all that two texts do not share, each proven where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.nouns import Article
from bot.core.proving.difference import difference
from bot.core.proving.fate import Held
from tests.chat.articles import article

SENTENCES = [f"The {word} at Tarn was mended on day {n}." for n, word in enumerate(("kiln", "weir", "mill"))]


def of(sentences: list[str], gap: str = " ") -> Article | None:
    """An article of these sentences, in one paragraph; None where there are none."""
    return article([[gap.join(sentences)]]) if sentences else None


def words(held: tuple[Held, ...]) -> list[str]:
    return [" ".join(one.quote.text.split()) for one in held]


@given(st.lists(st.sampled_from(SENTENCES), max_size=5), st.lists(st.sampled_from(SENTENCES), max_size=5))
def test_every_sentence_is_shared_or_told(older: list[str], newer: list[str]) -> None:
    found = difference(of(older), of(newer))
    kept = list(older)
    for gone in words(found.went):
        kept.remove(gone)
    assert sorted([*kept, *words(found.came)]) == sorted(newer)
    assert bool(found) == (sorted(older) != sorted(newer))
    assert all(held.edition in found.editions for held in (*found.came, *found.went))


def test_lines_that_are_broken_elsewhere_are_no_change() -> None:
    older = of(SENTENCES)
    newer = of([sentence.replace(" was ", "\nwas ") for sentence in SENTENCES], "\n")
    assert older
    assert newer
    assert older.text != newer.text
    assert not difference(older, newer)
