"""Files that are more than text: PDF, Word, e-books, dumps, feeds, archives."""

import io
import zlib
from dataclasses import replace
from pathlib import PurePosixPath

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.core.proving.quote import cite
from bot.languages.interface.messages import Message
from bot.library.formats.printed.pdf import parse_pdf
from bot.library.formats.registry import SUFFIXES, Parsed, format_of, parse_file
from bot.library.parsing.archive import unpack
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Problem
from tests.library import samples
from tests.library.samples import FIRST, PROSE, SECOND, THIRD, TITLE
from tests.library.structures import every_structure


def prose(parsed: Parsed) -> list[str]:
    assert parsed.problems == ()
    [reading] = parsed.readings
    text = reading.article.text
    return [block.span.of(text) for block in reading.article.blocks if block.kind is BlockKind.PROSE]


def refusal(file: str, data: bytes) -> Problem:
    parsed = parse_file(file, data)
    assert parsed.readings == ()
    [problem] = parsed.problems
    return problem


SAMPLES = every_structure()


@pytest.mark.parametrize("file", SAMPLES)
def test_every_format_is_read(file: str) -> None:
    parsed = parse_file(file, SAMPLES[file])
    assert parsed.problems == ()
    text = " ".join(" ".join(reading.article.text.split()) for reading in parsed.readings)
    assert all(sentence in text for sentence in PROSE)


def test_the_samples_are_of_every_format() -> None:
    endings = {PurePosixPath(file).suffix for file in SAMPLES}
    assert {format_of(f"a{suffix}") for suffix in SUFFIXES} == {format_of(f"a{suffix}") for suffix in endings}


@given(st.sampled_from(sorted(SAMPLES)), st.data())
def test_every_damaged_file_is_read_or_refused_with_a_reason(file: str, data: st.DataObject) -> None:
    content = bytearray(SAMPLES[file])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    parsed = parse_file(file, bytes(content[cut // 2 : len(content) - cut // 4]))
    assert parsed.readings or parsed.problems
    assert not any(problem.sentence.message is Message.READER_FAILED for problem in parsed.problems)


def test_a_pdf_tells_the_page_of_each_place() -> None:
    [reading] = parse_file("a.pdf", samples.pdf([[FIRST], [SECOND], [THIRD]])).readings
    article = reading.article
    assert article.title == TITLE
    pages = [cite(article, article.text.index(sentence)).page for sentence in PROSE]
    assert pages == [1, 2, 3]


def test_a_pdf_is_put_together_from_its_lines() -> None:
    pages = [
        [
            "The Sea Post 1",
            "The ferry to Skerry Point sank on a calm morn-",
            "ing, and nobody on the shore could say why. It",
            "was the third ship that winter.",
            "The harbour master closed the well-known strait",
            "for three days, because the search in the well-",
            "known current was slow and",
        ],
        ["The Sea Post 2", "dangerous for the divers from the mainland too.", "2"],
        ["The Sea Post 3", "Its bell was found in the spring.", "3"],
    ]
    first, second = prose(parse_file("a.pdf", samples.pdf(pages)))
    assert first == f"{FIRST} It was the third ship that winter."
    assert (
        "closed the well-known strait for three days, because the search in the well-known current" in second
    )
    assert "slow and dangerous for the divers from the mainland too. Its bell" in second


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(samples.pdf([[FIRST]]))))
    writer.encrypt(user_password=password, owner_password="other", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_pdf_that_needs_a_password_is_refused_but_one_that_only_forbids_printing_is_read() -> None:
    assert "encrypted" in refusal("a.pdf", encrypted("secret")).reason
    assert prose(parse_file("a.pdf", encrypted(""))) == [FIRST]


def bomb(unpacked: int) -> bytes:
    stream = zlib.compress(b" " * unpacked, 9)
    return samples.pdf([[FIRST]]).replace(
        b"endobj\n5 0 obj\n",
        b"endobj\n5 0 obj\n<</Filter/FlateDecode/Length %d>>stream\n" % len(stream)
        + stream
        + b"\nendstream\nendobj\n9 0 obj\n",
    )


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (samples.pdf([[], [], []]), "ocrmypdf"),
        (samples.pdf([]), "ocrmypdf"),
        (samples.pdf([[FIRST]])[:400], "broken"),
        (b"%PDF-1.7\n", "broken"),
        (b"", "broken"),
        (bomb(90_000_000), "too complex"),
        (samples.pdf([["x"]] * 2_001), "2,001 pages are more than the limit of 2,000"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(data: bytes, part: str) -> None:
    assert part in refusal("a.pdf", data).reason


def test_a_pdf_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = replace(LIMITS, pages=replace(LIMITS.pages, seconds=-1))
    monkeypatch.setattr("bot.library.formats.printed.pdf.LIMITS", limits)
    with pytest.raises(ArticleError, match="seconds"):
        parse_pdf(samples.pdf([[FIRST]]), Header())


def test_a_word_document_gives_headings_paragraphs_and_metadata() -> None:
    parsed = parse_file("a.docx", samples.docx())
    [reading] = parsed.readings
    assert prose(parsed) == list(PROSE)
    assert reading.article.blocks[0].kind is BlockKind.HEADING
    assert (reading.header.title, reading.header.author) == (TITLE, "Ilse Varnum")


def test_a_word_document_is_read_as_if_its_changes_were_accepted() -> None:
    document = docx.Document(io.BytesIO(samples.docx([])))
    paragraph = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:r><w:t>The ferry</w:t><w:tab/></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>really</w:t></w:r></w:ins>"
        "<w:sdt><w:sdtContent><w:r><w:tab/><w:t>sank in the cold strait.</w:t></w:r></w:sdtContent></w:sdt>"
        "</w:p>"
    )
    document.element.body.insert(1, parse_xml(paragraph))
    stream = io.BytesIO()
    document.save(stream)
    assert prose(parse_file("a.docx", stream.getvalue())) == ["The ferry really sank in the cold strait."]


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old .doc"),
        (b"PK", "it cannot be unpacked"),
        (samples.packed({"a": "b"}), "broken"),
        (samples.packed({"a": b"\0" * 100_000_001}), "more than the limit of 100,000,000"),
        (samples.packed({"word/document.xml": b" " * 20_000_001}), "limit of 20,000,000"),
        (samples.packed({str(number): "" for number in range(5_001)}), "5,001 parts"),
    ],
)
def test_a_word_document_that_cannot_be_read_is_refused(data: bytes, part: str) -> None:
    assert part in refusal("a.docx", data).reason


def test_a_book_is_read_in_the_order_of_its_chapters() -> None:
    parsed = parse_file("a.epub", samples.epub(), Header(publisher="Odderby Press"))
    [reading] = parsed.readings
    assert prose(parsed) == list(PROSE)
    assert (reading.header.title, reading.header.publisher, reading.header.language) == (
        TITLE,
        "Odderby Press",
        "en",
    )


def encryption(algorithm: str) -> str:
    return (
        f'<encryption><EncryptedData><EncryptionMethod Algorithm="{algorithm}"/></EncryptedData></encryption>'
    )


def test_a_protected_book_is_refused_but_one_that_only_hides_its_fonts_is_read() -> None:
    fonts = samples.epub(encryption=encryption("http://www.idpf.org/2008/embedding"))
    text = samples.epub(encryption=encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    assert prose(parse_file("a.epub", fonts)) == list(PROSE)
    assert "copy-protected" in refusal("a.epub", text).reason


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (samples.packed({"a": "b"}), "'META-INF/container.xml' is missing"),
        (samples.packed({"META-INF/container.xml": "<a/>"}), "does not name its contents"),
        (samples.packed({"META-INF/container.xml": "<rootfile full-path='x'/>"}), "'x' is missing"),
        (samples.epub(["x"] * 0), "no sentence is left"),
    ],
)
def test_a_book_that_cannot_be_read_is_refused(data: bytes, part: str) -> None:
    assert part in refusal("a.epub", data).reason


def test_a_dump_gives_an_article_a_row_named_by_its_id_or_number() -> None:
    rows = parse_file("sea/dump.csv", samples.csv_dump(), Header(publisher="The Sea Post")).readings
    lines = parse_file("sea/dump.jsonl", samples.jsonl_dump()).readings
    assert [reading.article.id for reading in rows] == [
        "sea/dump/story-0",
        "sea/dump/story-1",
        "sea/dump/story-2",
    ]
    assert [reading.article.id for reading in lines] == ["sea/dump/1", "sea/dump/2", "sea/dump/3"]
    assert {reading.header for reading in rows} == {
        Header(title=TITLE, published="2019-03-02", publisher="The Sea Post")
    }


def test_a_dump_with_bad_rows_keeps_the_good_ones() -> None:
    dump = '{"text": "' + FIRST + '"}\nno json\n[1]\n{"text": ""}\n\n{"text": "' + SECOND + '", "id": 7}\n'
    parsed = parse_file("a.jsonl", dump.encode())
    assert [reading.article.id for reading in parsed.readings] == ["a/1", "a/7"]
    assert [problem.line for problem in parsed.problems] == [2, 3, 4]


def test_a_table_may_be_separated_by_semicolons_or_tabs_and_hold_markup() -> None:
    for separator in ";\t|":
        table = f"title{separator}text\r\nA ferry{separator}<p>{FIRST}</p><script>x</script>\r\n"
        [reading] = parse_file("a.csv", table.encode()).readings
        assert reading.article.text == FIRST


def test_a_table_without_a_column_of_texts_is_one_article_a_row_of_which_can_be_quoted() -> None:
    [reading] = parse_file("rooms.csv", b'Room,Beds,Note\nAttic,2,\nLoft,12,"by the\nstairs"\n').readings
    text = reading.article.text
    assert [(block.span.of(text), block.kind) for block in reading.article.blocks] == [
        ("Room | Beds | Note", BlockKind.HEAD),
        ("Attic | 2 |", BlockKind.ROW),
        ("Loft | 12 | by the stairs", BlockKind.ROW),
    ]


def test_every_line_of_a_post_can_be_quoted_without_a_full_stop() -> None:
    post = '{"text": "Water is off in Pier Street until six\\n\\nDetour via Vell\\n#pier"}'
    [reading] = parse_file("posts.jsonl", post.encode()).readings
    assert prose(parse_file("posts.jsonl", post.encode())) == []
    kept = [b.span.of(reading.article.text) for b in reading.article.blocks if b.kind.quotable]
    assert kept == ["Water is off in Pier Street until six", "Detour via Vell"]


@pytest.mark.parametrize(
    ("file", "data", "part"),
    [
        ("a.csv", b"words\na\n", "no column is named 'text'; its columns are words"),
        ("a.csv", b"text\n", "no article"),
        ("a.jsonl", b"[" * 100_000, "no JSON"),
        ("a.jsonl", b'{"text": ' + b"[" * 100_000, "no JSON"),
        ("a.jsonl", b'{"id": ' + b"9" * 5_000 + b"}", "no JSON"),
    ],
)
def test_a_dump_that_cannot_be_read_is_refused(file: str, data: bytes, part: str) -> None:
    assert part in refusal(file, data).reason


def test_a_feed_gives_an_article_an_entry_whose_id_outlives_its_place() -> None:
    before = parse_file("a.xml", samples.rss()).readings
    after = parse_file("a.xml", samples.rss(PROSE[:2])).readings
    assert [reading.article.text for reading in before] == list(PROSE)
    assert [reading.article.id for reading in after] == [reading.article.id for reading in before[:2]]
    assert before[0].header == Header(
        title=f"{TITLE} 0", url="https://sea.example/0", publisher="The Sea Post", published="2019-03-02"
    )


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"<a/>", "no RSS or Atom"),
        (b"https://sea.example/feed.xml", "no RSS or Atom"),
        (b"", "no RSS or Atom"),
        (b"<rss version='2.0'><channel/></rss>", "no article"),
    ],
)
def test_what_is_no_feed_is_refused(data: bytes, part: str) -> None:
    assert part in refusal("a.xml", data).reason


@pytest.mark.parametrize("day", ["0000-01-01", "0000-00-00T00:00:00Z", "2031-02-31"])
def test_a_date_that_no_calendar_has_costs_an_entry_its_date_only(day: str) -> None:
    entry = "<entry><id>{0}</id><title>Weir {0}</title><updated>{1}</updated><content>{2}</content></entry>"
    entries = entry.format(1, "2031-05-06", FIRST) + entry.format(2, day, SECOND)
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}{entry.format(3, "2031-05-07", THIRD)}</feed>'
    parsed = parse_file("a.atom", feed.encode())
    assert not parsed.problems
    assert [reading.article.title for reading in parsed.readings] == ["Weir 1", "Weir 2", "Weir 3"]


def test_a_feed_cannot_expand_entities_or_read_files() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    doctype = f'<!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">{entities}]>'
    feed = doctype.encode() + samples.rss([f"&e29; &file; {FIRST}"])
    texts = [reading.article.text for reading in parse_file("a.xml", feed).readings]
    assert all("root:" not in text and len(text) < 1_000 for text in texts)


def test_an_archive_is_unpacked_without_what_nobody_asked_for() -> None:
    data = samples.packed({"sea/a.md": FIRST, "__MACOSX/a.md": "x", ".hidden": "x", "sea/": b""})
    assert unpack(data) == (("sea/a.md", FIRST.encode()),)


@pytest.mark.parametrize("name", ["../a.md", "/a.md", "a/../../b.md", "C:/a.md"])
def test_an_archive_that_would_leave_its_folder_is_refused(name: str) -> None:
    with pytest.raises(ArticleError, match="unpacked elsewhere"):
        unpack(samples.packed({name: FIRST}))
