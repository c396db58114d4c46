"""Tables: no quote says what a reader of the row does not read, however the table is written."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from bot.core.reading.passages import passages
from bot.library.formats.registry import parse_file

WORDS = st.lists(st.sampled_from(["mill", "wheel", "keeper", "flour", "axle"]), min_size=3, max_size=6)
DELIMITERS = st.sampled_from([",", ";", "\t", "|"])
UNREAD = st.sampled_from(
    ["<del>hidden</del>", "<span hidden>hidden</span>", '<sup><a href="#n1">1</a></sup>', "<s>hidden</s>"]
)
PLAIN = st.sampled_from(['a "quoted" word', "one, two; three", "a\ttab", "half | whole"])


ARTICLE, ROOM = ("title", "body", "date"), ("Room", "Kind", "Beds")


def table(rows: list[list[str]], delimiter: str, is_quoted: bool, names: tuple[str, ...] = ARTICLE) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(
        stream, delimiter=delimiter, quoting=csv.QUOTE_ALL if is_quoted else csv.QUOTE_MINIMAL
    )
    writer.writerows([names, *rows])
    return stream.getvalue().encode()


def quotable(data: bytes) -> list[str]:
    parsed = parse_file("mills.csv", data)
    assert parsed.problems == ()
    articles = [reading.article for reading in parsed.readings]
    found = [(a.text, sentence) for a in articles for p in passages(a) for sentence in p.sentences]
    return [" ".join(sentence.of(text).split()) for text, sentence in found]


@given(st.lists(st.tuples(WORDS, UNREAD, WORDS), min_size=1, max_size=3), DELIMITERS, st.booleans())
def test_every_quote_of_a_row_with_marks_is_what_a_reader_reads(
    rows: list[tuple[list[str], str, list[str]]], delimiter: str, is_quoted: bool
) -> None:
    said = [
        f"The {' '.join(first)} {' '.join(last)} stood in row {n}." for n, (first, _, last) in enumerate(rows)
    ]
    written = [
        f"<p>The {' '.join(first)}{unread} {' '.join(last)} stood in row {n}.</p>"
        for n, (first, unread, last) in enumerate(rows)
    ]
    cells = [["The mill", body, "2021-03-04"] for body in written]
    assert quotable(table(cells, delimiter, is_quoted)) == said


@given(st.lists(st.tuples(WORDS, PLAIN, WORDS), min_size=1, max_size=3), DELIMITERS, st.booleans())
def test_every_quote_of_a_row_of_plain_text_is_what_stands_there(
    rows: list[tuple[list[str], str, list[str]]], delimiter: str, is_quoted: bool
) -> None:
    said = [
        f"The {' '.join(first)} with {plain} and the {' '.join(last)} stood in row {n}."
        for n, (first, plain, last) in enumerate(rows)
    ]
    cells = [["The mill", body, "2021-03-04"] for body in said]
    assert quotable(table(cells, delimiter, is_quoted)) == [" ".join(one.split()) for one in said]


@given(
    st.lists(
        st.tuples(WORDS, PLAIN, st.integers(1, 99)), min_size=1, max_size=4, unique_by=lambda row: row[2]
    ),
    DELIMITERS,
    st.booleans(),
)
def test_every_row_of_a_table_without_texts_is_quoted_below_the_names_of_its_columns(
    rows: list[tuple[list[str], str, int]], delimiter: str, is_quoted: bool
) -> None:
    cells = [[" ".join(words), plain, str(number)] for words, plain, number in rows]
    [reading] = parse_file("rooms.csv", table(cells, delimiter, is_quoted, ROOM)).readings
    text = reading.article.text
    found = [
        (sentence.of(text), [above.of(text) for above in passage.above(n)])
        for passage in passages(reading.article)
        for n, sentence in enumerate(passage.sentences)
    ]
    shown = [" | ".join(" ".join(cell.split()) for cell in row) for row in cells]
    assert found == [(row, ["Room | Kind | Beds"]) for row in shown]
