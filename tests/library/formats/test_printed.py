"""Printed pages: whatever the order in which a file writes them, they say what a reader reads."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from shutil import which

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import Article
from bot.core.reading.passages import passages
from bot.core.reading.shape import HOLE
from bot.languages.interface.messages import Message
from bot.library.formats.printed.scans import lines_of_words
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


Word = tuple[str, str]
"""A word as a reader reads it, and the mark of a note that is raised behind it."""
LONG = {"harbour": ("har-", "bour"), "well-known": ("well-", "known"), "lighthouse": ("light-", "house")}
"""How words may be broken at the end of a line."""
MARKS = ("", "", "", "1", "2")
SHORT = ("mill", "weir", "ferry", "quay", "beam", *LONG)


@st.composite
def printed_sentences(draw: st.DrawFn) -> list[list[Word]]:
    """Sentences in which no line of a page is another's: every third word is a name that no other has."""
    sizes = draw(st.lists(st.integers(5, 14), min_size=14, max_size=20))
    found = list[list[Word]]()
    for number, size in enumerate(sizes):
        names = ["".join(chr(97 + int(digit)) for digit in f"{number:02}{n:02}") for n in range(size)]
        words = [
            (
                name if n % 3 == 1 else draw(st.sampled_from(SHORT)),
                draw(st.sampled_from(["", "", "", "1", "2"])),
            )
            for n, name in enumerate(names)
        ]
        found.append([("The", ""), *words, ("stone.", "")])
    return found


def broken_into_lines(words: list[Word], width: int = 60) -> list[list[Word]]:
    lines: list[list[Word]] = [[]]
    for word, mark in words:
        left = width - sum(len(w) + 1 for w, _ in lines[-1])
        parts = LONG.get(word, ("", ""))
        if len(word) <= left:
            lines[-1].append((word, mark))
        elif parts[0] and len(parts[0]) <= left:
            lines[-1].append((parts[0], ""))
            lines.append([(parts[1], mark)])
        else:
            lines.append([(word, mark)])
    return lines


def drawn(line: list[Word], high: int) -> str:
    """A line whose marks are raised and smaller."""
    runs = "".join(
        f"({word}) Tj 4 Ts /F1 6 Tf ({mark}) Tj 0 Ts /F1 11 Tf ( ) Tj " if mark else f"({word} ) Tj "
        for word, mark in line
    )
    return f"BT /F1 11 Tf 60 {high} Td {runs} ET"


NOTES = [
    (60.0, 112.0, 8.0, "1 The list of the drowned hangs in the church of Orrin to this day."),
    (60.0, 100.0, 8.0, "2 The county sold the stones of the weir to whoever came for them."),
]


@settings(deadline=None, max_examples=25)
@given(printed_sentences())
def test_no_quote_of_a_page_has_a_mark_a_running_head_or_a_broken_word(said: list[list[Word]]) -> None:
    lines = broken_into_lines([("A", ""), ("well-known", ""), ("keeper", ""), ("slept.", "")])
    lines += broken_into_lines([word for sentence in said for word in sentence])
    on_a_page = len(lines) // 6  # a head is told by three pages that have it
    pages = list[str]()
    for number in range(0, len(lines), on_a_page):
        leaf = len(pages) + 1
        head = f"{leaf}   Edda Quill" if leaf % 2 else f"The Storm of 1871   {leaf}"
        text = [drawn(line, 780 - 14 * n) for n, line in enumerate(lines[number : number + on_a_page])]
        pages.append("\n".join([page([(60.0, 815.0, 9.0, head)]), *text, page(NOTES)]))
    [draft] = format_of("a.pdf").drafts(pdf_of_contents(pages), Header())
    assert isinstance(draft, Draft)
    read_there = [quote for quote in quotes(read_draft(draft, "a.pdf").article) if quote[0] not in "12"]
    assert read_there == [
        "A well-known keeper slept.",
        *(" ".join(word for word, _ in sentence) for sentence in said),
    ]


SCANNED = [
    "The ferry to Skerry Point sank on a calm morning, and nobody on the shore",
    "could say why. The harbour master closed the strait for three days while",
    "divers looked for the hull. They found 41 lamps and 7 ropes.",
]


def scan(lines: list[str], size: float) -> bytes:
    """A page that is the picture of these lines, drawn at this size."""
    picture = Image.new("L", (1240, 400), 255)
    font = ImageFont.load_default(size)
    ImageDraw.Draw(picture).multiline_text((60, 60), "\n".join(lines), font=font, fill=0, spacing=14)
    file = BytesIO()
    picture.save(file, "PDF", resolution=150)
    return file.getvalue()


needs_tesseract = pytest.mark.skipif(which("tesseract") is None, reason="Tesseract is not installed")


@needs_tesseract
def test_a_scanned_page_is_read_and_its_sentences_are_quoted() -> None:
    [draft] = format_of("a.pdf").drafts(scan(SCANNED, 28), Header(language="en"))
    assert isinstance(draft, Draft)
    article = read_draft(draft, "a.pdf").article
    first, second = " ".join(SCANNED).split(". ", 1)
    assert quotes(article) == [f"{first}.", *(f"{one}." for one in second.rstrip(".").split(". "))]


@needs_tesseract
def test_a_scan_that_is_hard_to_read_is_refused_and_tools_are_named() -> None:
    with pytest.raises(ArticleError) as refused:
        list(format_of("a.pdf").drafts(scan(SCANNED, 9), Header(language="en")))
    assert refused.value.sentence.message is Message.PDF_PICTURES
    for names in ("ocrmypdf", "Tesseract"):
        assert names in str(refused.value)


@needs_tesseract
def test_a_picture_with_more_points_than_are_looked_at_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    form, picture = format_of("a.pdf"), scan(SCANNED, 28)
    monkeypatch.setattr(LIMITS, "pages", replace(LIMITS.pages, pixels=1240 * 400 - 1))
    with pytest.raises(ArticleError) as refused:
        list(form.drafts(picture, Header(language="en")))
    assert refused.value.sentence.message is Message.PDF_TOO_COMPLEX
    monkeypatch.setattr(LIMITS, "pages", replace(LIMITS.pages, pixels=1240 * 400))
    assert list(form.drafts(picture, Header(language="en")))


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.integers(0, 100)), min_size=1))
def test_no_word_that_is_unsure_is_ever_shown(words: list[tuple[str, int]]) -> None:
    rows = [
        {"text": word, "conf": sure, "block_num": 1, "par_num": 1, "line_num": 1 + n // 5}
        for n, (word, sure) in enumerate(words)
    ]
    shown = " ".join(lines_of_words(rows)).split()
    assert shown == [word if sure >= 90 else HOLE for word, sure in words]
