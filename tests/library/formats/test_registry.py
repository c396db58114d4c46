import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.languages.interface.messages import Message
from bot.library.formats.registry import MEDIA_TYPES, SUFFIXES, format_of, parse_file
from bot.library.parsing.draft import Drafted
from bot.library.parsing.header import Header, found_header
from bot.library.parsing.problem import Problem

PROSE = "The ferry to Skerry Point sank on a calm morning, and nobody on the shore could say why."
MORE = "The harbour master, Ilse Varnum, closed the strait for three days while divers looked for the hull."


def only(file: str, text: str, beside: Header | None = None) -> Drafted:
    parsed = parse_file(file, text.encode(), beside)
    assert parsed.problems == ()
    [reading] = parsed.readings
    return reading


def refusal(file: str, data: bytes) -> Problem:
    parsed = parse_file(file, data)
    assert parsed.readings == ()
    [problem] = parsed.problems
    assert problem.file == file
    return problem


def blocks(reading: Drafted, kind: BlockKind) -> list[str]:
    text = reading.article.text
    return [block.span.of(text) for block in reading.article.blocks if block.kind is kind]


@given(st.sampled_from(SUFFIXES), st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_every_file_is_read_or_refused_with_a_reason(suffix: str, data: bytes) -> None:
    parsed = parse_file(f"a{suffix}", data)
    assert parsed.readings or parsed.problems
    assert all(problem.reason and problem.file == f"a{suffix}" for problem in parsed.problems)
    assert not any(problem.sentence.message is Message.READER_FAILED for problem in parsed.problems)


def test_knowing_all_formats_loads_no_library() -> None:
    libraries = {"docx", "feedparser", "lxml", "markdown_it", "pypdf", "trafilatura"}
    program = f"import sys, bot.library.formats.registry; print(sorted({libraries} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout.strip() == "[]"


def test_what_an_address_gives_is_kept_under_an_ending_that_is_read_with_a_header() -> None:
    assert MEDIA_TYPES["text/html"] == ".html"
    assert not any(format_of(f"a{suffix}").holds_many for suffix in MEDIA_TYPES.values())


def test_an_ending_in_capitals_is_the_same_format() -> None:
    assert format_of("SEA/FERRY.TXT") is format_of("a.txt")


def test_a_text_becomes_an_article_with_its_header() -> None:
    text = f"---\ntitle: The lost ferry\npublished: 2019-03-02\nlanguage: en\n---\n{PROSE}\n\n{MORE}\n"
    article = only("sea/ferry.txt", text).article
    assert (article.id, article.file, article.title) == ("sea/ferry", "sea/ferry.txt", "The lost ferry")
    assert article.published == date(2019, 3, 2)
    assert article.text == f"{PROSE}\n\n{MORE}"


def test_the_revision_changes_with_the_text_only() -> None:
    first = only("a.txt", PROSE).article
    assert only("b.txt", f"---\ntitle: x\n---\n{PROSE}").article.revision == first.revision
    assert only("a.txt", MORE).article.revision != first.revision


def test_the_language_is_the_headers_or_else_detected() -> None:
    russian = "Паром к мысу затонул тихим утром, и никто на берегу не мог сказать почему."
    assert only("a.txt", russian).article.language == "ru"
    assert only("a.txt", russian, Header(language="kk")).article.language == "kk"


def test_a_header_beside_a_text_adds_to_the_one_inside_but_may_not_contradict_it() -> None:
    text = f"---\ntitle: a\n---\n{PROSE}"
    assert only("a.md", text, Header(publisher="b")).header == Header(title="a", publisher="b")
    [problem] = parse_file("a.md", text.encode(), Header(title="c")).problems
    assert "differ in title" in problem.reason


def test_a_bad_header_is_refused_with_the_line_of_the_file() -> None:
    problem = refusal("a.md", f"---\ntitle: a\npublished: soon\n---\n{PROSE}".encode())
    assert problem.line == 3
    assert "YYYY-MM-DD" in problem.reason


@pytest.mark.parametrize(
    ("file", "data", "part"),
    [
        ("a.md", b"", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("a.txt", b"a" * (LIMITS.files.one + 1), f"{LIMITS.files.one:,}"),
        ("a.txt", b"many words in a line " * 300_000, "characters are more than the limit of 5,000,000"),
        ("a.txt", b"a line\n" * 300_000, "lines are more than the limit of 200,000"),
        ("a.md", b"---\ntitle: a\n---\n", "no sentence is left"),
        ("a.md", b"# Only a heading\n", "no sentence is left"),
        ("a.doc", b"x", "'.doc' are not read; known are .md"),
        ("a", b"x", "not read"),
    ],
)
def test_what_cannot_be_read_is_refused(file: str, data: bytes, part: str) -> None:
    assert part in refusal(file, data).reason


def test_markdown_keeps_the_words_and_leaves_out_the_markup() -> None:
    text = (
        "# The lost ferry\n\n"
        "*The ferry* to [Skerry Point](https://sea.example/p) **sank** on a `calm` morning.\n\n"
        f"![The ferry](ferry.jpg)\n\n## The search\n\n> {MORE}\n\n"
        "```\nThe log ends at five in the morning.\n```\n\n```sh\nferry log --all\n```\n\n"
        "<!-- do not print -->\n<div>Fish &amp; chips were sold on board that day.</div>\n"
    )
    reading = only("a.md", text)
    assert blocks(reading, BlockKind.HEADING) == ["The lost ferry", "The search"]
    assert blocks(reading, BlockKind.PROSE) == [
        "The ferry to Skerry Point sank on a calm morning.",
        MORE,
        "The log ends at five in the morning.",
        "Fish & chips were sold on board that day.",
    ]
    assert blocks(reading, BlockKind.CODE) == ["ferry log --all"]
    assert reading.article.title == "The lost ferry"


LIST = ["The harbour master makes these claims:", "The hull was full of holes.", "Nobody had a whistle."]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.md", f"{PROSE}\n\n{LIST[0]}\n\n- {LIST[1]}\n- {LIST[2]}\n\n{MORE}"),
        ("a.md", f"{PROSE}\n\n{LIST[0]}\n\n> {LIST[1]}\n>\n> {LIST[2]}\n\n{MORE}"),
        (
            "a.html",
            f"<p>{PROSE}</p><p>{LIST[0]}</p><ul><li>{LIST[1]}</li><li>{LIST[2]}</li></ul><p>{MORE}</p>",
        ),
        (
            "a.html",
            f"<p>{PROSE}</p><p>{LIST[0]}</p><blockquote><p>{LIST[1]}</p><p>{LIST[2]}</p></blockquote><p>{MORE}</p>",
        ),
    ],
)
def test_lists_and_block_quotations_are_known_as_such(file: str, text: str) -> None:
    article = only(
        file, text if file == "a.md" else f"<html><body><article>{text}</article></body></html>"
    ).article
    assert [block.span.of(article.text) for block in article.blocks] == [PROSE, *LIST, MORE]
    assert [block.inset for block in article.blocks] == [False, False, True, True, False]


LISTED = [("1. Grease the rudder", 1), ("2. Test the horn", 1), ("at noon", 2), ("Rest", 1)]
MARKDOWN_LIST = "1. Grease the rudder\n2. Test the horn\n   - at noon\n\nThe crew:\n\n- Rest\n"
HTML_LIST = (
    "<ol><li>Grease the <code>rudder</code></li><li><p>Test the horn</p><ul><li>at noon</li></ul></li></ol>"
    "<p>The crew:</p><ul><li>Rest</li></ul>"
)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.md", f"{PROSE}\n\n{MARKDOWN_LIST}\n{MORE}"),
        ("a.html", f"<html><body><article><p>{PROSE}</p>{HTML_LIST}<p>{MORE}</p></article></body></html>"),
    ],
)
def test_items_of_lists_are_read_with_their_numbers_and_how_deep_they_lie(file: str, text: str) -> None:
    article = only(file, text).article
    found = [(b.span.of(article.text), b.level) for b in article.blocks if b.kind is BlockKind.ITEM]
    assert [words for words, _ in found] == [words for words, _ in LISTED]
    assert found[2][1] > found[1][1] == found[0][1]


def test_items_that_are_nothing_but_links_are_not_quoted() -> None:
    items = (
        "- [The search](search.md)\n- [Divers found the hull.](hull.md)\n- [Rooms](a.md) and beds\n- `--all`"
    )
    reading = only("a.md", f"{PROSE}\n\n{items}\n\n{MORE}")
    assert blocks(reading, BlockKind.ITEM) == ["Divers found the hull.", "Rooms and beds", "--all"]


@pytest.mark.parametrize("title", ["Untitled", "untitled 2", "Word Document", "Microsoft Word - ferry.doc"])
def test_what_programs_write_where_nobody_gave_a_title_is_none(title: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><article><p>{PROSE}</p></article></body></html>"
    assert only("a.html", page).header.title == ""


NOBODY = ["python-docx", "Microsoft Office User", "Administrator", "Windows-Benutzer", "Пользователь Windows"]


@pytest.mark.parametrize("author", NOBODY)
def test_what_programs_write_where_nobody_is_known_is_no_author(author: str) -> None:
    assert found_header({"author": author}).author == ""
    assert found_header({"author": f"{author} Varnum"}).author == f"{author} Varnum"


@pytest.mark.parametrize(
    ("attributes", "begins"),
    [("", "1. "), ('start="7"', "7. "), ('type="a"', ""), ('style="list-style: none"', ""), ("reversed", "")],
)
def test_only_numbers_that_a_reader_sees_are_written_out(attributes: str, begins: str) -> None:
    page = f"<p>{PROSE}</p><ol {attributes}><li>Grease the rudder well</li></ol><p>{MORE}</p>"
    reading = only("a.html", f"<html><body><article>{page}</article></body></html>")
    assert blocks(reading, BlockKind.ITEM) == [f"{begins}Grease the rudder well"]


TABLE = ["Season | First ferry | Fare", "Summer | 6:40 |", "Winter |  | 4 crowns"]


MARKDOWN_TABLE = (
    "| Season | First ferry | Fare |\n|---|---|---|\n| Summer | 6:40 | |\n| Winter | | 4 crowns |\n\n"
)
HTML_TABLE = (
    "<table><tr><th>Season</th><th>First ferry</th><th>Fare</th></tr><tr><td>Summer</td><td>6:40</td>"
    "<td></td></tr><tr><td>Winter</td><td></td><td>4 crowns</td></tr></table>"
)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.md", f"{PROSE}\n\n{MARKDOWN_TABLE}{MORE}"),
        ("a.html", f"<html><body><article><p>{PROSE}</p>{HTML_TABLE}<p>{MORE}</p></article></body></html>"),
    ],
)
def test_rows_of_tables_are_read_whole_below_the_names_of_their_columns(file: str, text: str) -> None:
    reading = only(file, text)
    assert blocks(reading, BlockKind.HEAD) == TABLE[:1]
    assert blocks(reading, BlockKind.ROW) == TABLE[1:]


def test_a_table_that_only_lays_out_a_page_is_read_cell_by_cell() -> None:
    page = f"<table><tr><td><p>{PROSE}</p></td></tr><tr><td><p>{MORE}</p></td></tr></table>"
    reading = only("a.html", f"<html><body><article>{page}</article></body></html>")
    assert blocks(reading, BlockKind.PROSE) == [PROSE, MORE]


def test_code_inside_of_a_sentence_does_not_end_it() -> None:
    told = "Call <code>larder.pack()</code> and press <kbd>Enter</kbd> to copy the shelf into the folder."
    page = f"<p>{PROSE}</p><p>{told}</p><pre><code>larder pack\n  --all</code></pre><p>{MORE}</p>"
    reading = only("a.html", f"<html><body><article>{page}</article></body></html>")
    assert "Call larder.pack() and press Enter to copy the shelf into the folder." in blocks(
        reading, BlockKind.PROSE
    )
    assert blocks(reading, BlockKind.CODE) == ["larder pack\n  --all"]


def test_a_document_in_preformatted_lines_is_read_as_prose() -> None:
    line = "The keepers of the strait shall write down every boat that passes the light at night,"
    paragraph = f"{line}\nand they shall keep what they wrote until the harbour master has seen it."
    letter = "\n\n".join([paragraph] * 5)
    reading = only(
        "a.html", f"<html><body><article><p>{PROSE}</p><pre>{letter}</pre></article></body></html>"
    )
    assert paragraph.replace("\n", " ") in " ".join(blocks(reading, BlockKind.PROSE))
    assert not blocks(reading, BlockKind.CODE)


def test_a_quotation_inside_of_a_paragraph_does_not_tear_it() -> None:
    told = "She told us that <q>the hull had holes.</q> Then she left."
    page = f"<html><body><article><p>{PROSE}</p><p>{told}</p></article></body></html>"
    assert "She told us that the hull had holes. Then she left." in only("a.html", page).article.text


def test_markdown_never_takes_a_year_for_the_number_of_a_list() -> None:
    prose = blocks(
        only("a.md", "1987. The ferry sank near the harbour.\n\n- Divers found the hull at last."),
        BlockKind.ITEM,
    )
    assert prose == ["1987. The ferry sank near the harbour.", "Divers found the hull at last."]


def test_markdown_keeps_a_last_line_without_a_full_stop_that_is_no_link() -> None:
    last = "The ferry needs `diesel` 3.9+"
    for below, kept in (("", [last.replace("`", "")]), ("\n\n[Next: the crew](b.md)", [])):
        assert blocks(only("a.md", f"# The ferry\n\n{PROSE}\n\n{last}{below}"), BlockKind.ITEM) == kept


def test_markdown_takes_what_only_looks_like_a_heading_for_one_where_it_marks_none() -> None:
    for text in (f"{PROSE}\n\nThe crew of her", f"# The ferry\n\n{PROSE}\n\nThe crew of her\n\n{MORE}"):
        assert blocks(only("a.md", text), BlockKind.ITEM) == []


def test_markdown_does_not_take_an_indented_paragraph_for_a_program() -> None:
    assert blocks(only("a.md", f"    {PROSE}\n\n    *{MORE}*\n"), BlockKind.PROSE) == [PROSE, MORE]


PAGE = f"""<!doctype html><!-- saved from url=(0024)https://sea.example/saved -->
<html lang="en-GB"><head><title>The lost ferry | The Sea Post</title>
<meta property="og:site_name" content="The Sea Post"><meta name="author" content="Ilse Varnum">
<meta property="article:published_time" content="2019-03-02T08:00:00Z">
<script>var x = "never read this";</script>
</head><body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><article><h1>The lost ferry</h1>
<p>{PROSE}</p><p>{MORE}</p><h2>What the divers found</h2><p>The <b>hull</b> lay at 41 metres,
<a href="/depth">deeper</a> than the chart said. {PROSE}</p></article>
<footer>Share on Chirper</footer></body></html>"""


def test_a_saved_page_gives_its_main_text_and_metadata() -> None:
    reading = only("a.html", PAGE)
    assert reading.header == Header(
        title="The lost ferry",
        publisher="The Sea Post",
        author="Ilse Varnum",
        published=date(2019, 3, 2),
        url="https://sea.example/saved",
        language="en",
    )
    assert blocks(reading, BlockKind.HEADING) == ["The lost ferry", "What the divers found"]
    prose = " ".join(blocks(reading, BlockKind.PROSE))
    assert "The hull lay at 41 metres, deeper than the chart said." in prose
    assert not any(residue in prose for residue in ("Home", "Chirper", "never read"))


def test_what_is_written_beside_a_page_goes_before_what_the_page_says() -> None:
    header = only("a.html", PAGE, Header(title="Ferry", url="https://sea.example/ferry")).header
    assert (header.title, header.url, header.publisher) == (
        "Ferry",
        "https://sea.example/ferry",
        "The Sea Post",
    )


def test_a_page_in_a_declared_encoding_is_read() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{"Паром затонул тихим утром. " * 9}</p>'
    [reading] = parse_file("a.html", page.encode("cp1251")).readings
    assert reading.article.text.startswith("Паром затонул тихим утром.")


@pytest.mark.parametrize(
    ("page", "part"),
    [
        ("<p " + " ".join(f"a{n}=b" for n in range(200_000)) + ">x", "attributes"),
        ("<p>x" * 200_000, "elements"),
        ("<html></html>", "no article was found"),
        ("<script>x</script>", "no article was found"),
    ],
)
def test_a_page_that_is_a_bomb_or_empty_is_refused(page: str, part: str) -> None:
    assert part in refusal("a.html", page.encode()).reason


def test_a_page_nested_without_end_is_read_or_refused() -> None:
    assert parse_file("a.html", b"<div>" * 100_000 + PROSE.encode()) is not None


def test_a_defect_of_a_library_is_a_problem_of_one_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("markdown_it.MarkdownIt.parse", lambda *_: [].pop())
    assert "its reader failed (IndexError)" in refusal("a.md", PROSE.encode()).reason


def test_a_long_list_is_read_all_the_same() -> None:
    """Anything worse than linear time would hang here."""
    items = "".join(f"- Crate number {n} was counted twice in the month of May.[3]\n" for n in range(20_000))
    article = only("a.md", f"{PROSE}\n\n{items}").article
    assert sum(block.inset for block in article.blocks) == 20_000
