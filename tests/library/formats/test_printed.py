"""Printed pages: whatever the order in which a file writes them, they say what a reader reads."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.nouns import Article
from bot.core.reading.passages import passages
from bot.library.formats.registry import format_of
from bot.library.parsing.draft import Draft, read_draft
from bot.library.parsing.header import Header
from tests.library.samples import pdf_of_contents

Placed = tuple[float, float, float, str]
"""Left, height, size, text."""


def page(lines: Iterable[Placed]) -> str:
    return "\n".join(f"BT /F1 {size} Tf {left} {high} Td ({text}) Tj ET" for left, high, size, text in lines)


def read(*pages: Iterable[Placed]) -> Article:
    [draft] = format_of("a.pdf").drafts(pdf_of_contents(map(page, pages)), Header())
    assert isinstance(draft, Draft)
    return read_draft(draft, "a.pdf").article


def quotes(article: Article) -> list[str]:
    return [
        " ".join(sentence.of(article.text).split())
        for passage in passages(article)
        for sentence in passage.sentences
    ]


WORDS = (
    "mill",
    "weir",
    "ferry",
    "crane",
    "harbour",
    "keeper",
    "stone",
    "oak",
    "wheel",
    "county",
    "quay",
    "tower",
)
LISTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=5, max_size=13), min_size=4, max_size=7)


def sentences(name: str, lists: list[list[str]]) -> list[str]:
    """Sentences that differ, as those of a text do."""
    return [f"The {' '.join(words)} stands in {name} {n}." for n, words in enumerate(lists)]


def wrapped(written: list[str], width: int = 36) -> list[str]:
    """The sentences as lines of a column."""
    lines, line = list[str](), ""
    for word in " ".join(written).split():
        if len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


@settings(deadline=None, max_examples=30)
@given(
    LISTS.map(lambda found: sentences("field", found)),
    LISTS.map(lambda found: sentences("town", found)),
    st.booleans(),
)
def test_no_quote_mixes_columns_whatever_the_order_in_which_they_are_written(
    left: list[str], right: list[str], by_rows: bool
) -> None:
    columns = [
        [(start, 780.0 - 14 * n, 11.0, line) for n, line in enumerate(wrapped(written))]
        for start, written in ((60.0, left), (320.0, right))
    ]
    placed = [line for column in columns for line in column]
    if by_rows:
        placed.sort(key=lambda line: (-line[1], line[0]))
    assert quotes(read(placed)) == [*left, *right]


def test_a_table_is_read_row_by_row() -> None:
    rows = [
        ("Attic room", "2 beds", "40 crowns"),
        ("Barn", "6 beds", "90 crowns"),
        ("Loft", "1 bed", "20 crowns"),
    ] * 2
    placed = [
        (60.0 + 150 * column, 700.0 - 14 * row, 11.0, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    text = read(
        [(60.0, 760.0, 11.0, "The inn has these rooms in all of the summer of this year."), *placed]
    ).text
    assert "Attic room 2 beds 40 crowns" in " ".join(text.split())


def test_a_note_at_the_foot_parts_no_sentence_that_goes_on_on_the_next_page() -> None:
    first = [
        (60.0, 780.0, 11.0, "The weir was built in the year of the storm by the millers of Orrin."),
        (60.0, 766.0, 11.0, "It held for more than a hundred years, and then the county sold the"),
        (60.0, 100.0, 8.0, "2 The list of the drowned hangs in the church of Orrin to this day."),
    ]
    second = [(60.0, 780.0, 11.0, "stones of it to the builders of the new road to the north of Tarn.")]
    assert quotes(read(first, second)) == [
        "The weir was built in the year of the storm by the millers of Orrin.",
        "2 The list of the drowned hangs in the church of Orrin to this day.",
        f"{first[1][3]} {second[0][3]}",
    ]
