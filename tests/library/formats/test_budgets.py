"""Small files that would take minutes or gigabytes to read are refused, or read, at once."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.library.formats.printed.pdf import seconds_for_pages
from bot.library.formats.registry import parse_file
from bot.library.parsing.archive import Archive, unpack
from bot.library.parsing.front_matter import read_front_matter
from tests.library import samples
from tests.library.samples import FIRST, PROSE


def repacked(data: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return samples.packed(dict(change(name, archive.read(name)) for name in archive.namelist()))


def with_package(old: str, new: str) -> bytes:
    """Return a book whose description has ``new`` in the place of ``old``."""

    def change(name: str, content: bytes) -> tuple[str, bytes]:
        return name, content.replace(old.encode(), new.encode()) if name.endswith(".opf") else content

    return repacked(samples.epub(), change)


def reasons(file: str, data: bytes) -> list[str]:
    return [problem.reason for problem in parse_file(file, data).problems]


def lying(data: bytes, size: int) -> bytes:
    """Return an archive of one member whose headers claim that it unpacks to ``size`` bytes."""
    changed = bytearray(data)
    struct.pack_into("<I", changed, data.index(b"PK\x03\x04") + 22, size)
    struct.pack_into("<I", changed, data.index(b"PK\x01\x02") + 24, size)
    return bytes(changed)


def test_a_member_that_unpacks_to_more_than_it_claims_is_refused_before_it_is_unpacked() -> None:
    data = lying(samples.packed({"a.txt": b" " * 50_000_000}), 10)
    with pytest.raises(ArticleError, match="cannot be unpacked"):
        unpack(data)


def test_the_bytes_unpacked_are_counted_over_all_reads() -> None:
    archive = Archive(samples.packed({"a": b" " * (LIMITS.files.unpacked // 2 + 1)}))
    archive.read("a")
    with pytest.raises(ArticleError, match="more than the limit of 100,000,000 bytes"):
        archive.read("a")


def test_a_part_is_read_up_to_the_size_that_its_reader_names() -> None:
    archive = Archive(samples.packed({"a": b" " * 1_000}))
    assert len(archive.read("a", 1_000)) == 1_000
    with pytest.raises(ArticleError, match="more than the limit of 999 bytes"):
        archive.read("a", 999)


def test_an_archive_of_too_many_members_is_refused_by_their_number() -> None:
    assert (
        len(unpack(samples.packed({str(number): "" for number in range(LIMITS.files.members)})))
        == LIMITS.files.members
    )
    for count in (LIMITS.files.members + 1, 3 * LIMITS.files.members):
        with pytest.raises(ArticleError, match=f"{count:,} parts"):
            unpack(samples.packed({str(number): "" for number in range(count)}))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_whose_decoder_knows_no_steps_is_refused(method: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("a.txt", FIRST)
    with pytest.raises(ArticleError, match="an ordinary zip"):
        unpack(stream.getvalue())


def test_a_chapter_that_a_book_names_a_thousand_times_is_read_once() -> None:
    reference = '<itemref idref="c0"/>'
    [reading] = parse_file("a.epub", with_package(reference, reference * 1_000)).readings
    assert reading.article.text.count(FIRST) == 1


def test_a_book_with_more_parts_than_any_is_refused_before_its_description_is_built() -> None:
    [reason] = reasons("a.epub", with_package("<spine>", "<item/>" * 50_001 + "<spine>"))
    assert "more than 50,000 tags" in reason


@pytest.mark.parametrize(
    ("chapters", "part"),
    [
        ([" " * 20_000_001], "limit of 20,000,000 bytes"),
        (["<br/>" * 90_000] * 7, "more than 600,000 tags"),
        (["ferry " * 500_000] * 2, "more characters than the limit of 5,000,000"),
    ],
)
def test_the_reading_of_a_book_ends_where_it_becomes_too_long(chapters: list[str], part: str) -> None:
    [reason] = reasons("a.epub", samples.epub(chapters))
    assert part in reason


@pytest.mark.parametrize("name", ["word/document.bin", "word/DOCUMENT.XML", "word/document"])
def test_every_part_of_a_word_document_is_counted_whatever_it_is_called(name: str) -> None:
    def change(part: str, content: bytes) -> tuple[str, bytes]:
        if part == "word/document.xml":
            return name, content.replace(b"</w:body>", b" " * 20_000_001 + b"</w:body>")
        return part, content.replace(b"word/document.xml", name.encode())

    [reason] = reasons("a.docx", repacked(samples.docx(), change))
    assert "more than the limit of 20,000,000 bytes" in reason


def test_a_word_document_of_a_million_empty_paragraphs_is_refused() -> None:
    def change(part: str, content: bytes) -> tuple[str, bytes]:
        return part, content.replace(b"</w:body>", b"<w:p/>" * 1_000_000 + b"</w:body>")

    assert "more than 1,000,000 tags" in reasons("a.docx", repacked(samples.docx(), change))[0]


def test_the_pictures_of_a_word_document_are_not_unpacked() -> None:
    def change(part: str, content: bytes) -> tuple[str, bytes]:
        return part, content

    with_picture = io.BytesIO(repacked(samples.docx(), change))
    with zipfile.ZipFile(with_picture, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bmp", b"\0" * 90_000_000)
    [reading] = parse_file("a.docx", with_picture.getvalue()).readings
    assert all(sentence in reading.article.text for sentence in PROSE)


def page(metadata: str) -> bytes:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    script = f'<script type="application/ld+json">{metadata}</script>'
    return f"<html><head>{script}</head><body><article>{paragraphs}</article></body></html>".encode()


def test_the_metadata_of_a_page_counts_unless_it_is_endless() -> None:
    short = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The bell"}'
    broken = '{"@type":"NewsArticle", "headline":"The bell"'
    endless = '{"headline":"' + '\\"' * 1_000_000
    titles = []
    for metadata in (short, broken, endless):
        [reading] = parse_file("a.html", page(metadata)).readings
        assert all(sentence in reading.article.text for sentence in PROSE)
        titles.append(reading.header.title)
    assert titles == ["The bell", "The bell", ""]


def test_a_page_of_too_many_attributes_is_refused() -> None:
    element = "<p " + "".join(f"a{n} " for n in range(600)) + ">x</p>"
    [reason] = reasons("a.html", f"<html><body>{element * 501}</body></html>".encode())
    assert "more than 300,000 attributes" in reason


def test_a_feed_whose_tag_has_very_many_attributes_is_refused() -> None:
    attributes = " ".join(f"a{n}='x'" for n in range(10_001))
    feed = samples.rss().replace(b"<item>", f"<item {attributes}>".encode(), 1)
    assert "too many attributes" in reasons("a.xml", feed)[0]


def test_a_header_names_its_first_problems_only() -> None:
    header = "based_on:\n  title: a\n" + "".join(f"  key{n}: x\n" for n in range(LIMITS.files.keys - 1))
    with pytest.raises(ArticleError) as caught:
        read_front_matter(header)
    assert caught.value.reason.count("unknown key") == LIMITS.files.header_problems


def test_a_header_of_more_keys_than_any_has_is_refused_by_their_number() -> None:
    with pytest.raises(ArticleError, match=f"at most {LIMITS.files.keys} keys"):
        read_front_matter("".join(f"key{n}: x\n" for n in range(LIMITS.files.keys + 1)))
    with pytest.raises(ArticleError, match=f"at most {LIMITS.files.keys} keys"):
        read_front_matter("based_on:\n" + "".join(f"  key{n}: x\n" for n in range(LIMITS.files.keys + 1)))


def test_the_reading_of_a_table_ends_when_only_refusals_come() -> None:
    problems = parse_file("a.csv", b"text\n" + b"1\n" * 50_000).problems
    assert len(problems) == LIMITS.files.problems + 1
    assert problems[-2].reason == "parts that were refused besides: 902"
    assert problems[-1].reason == "more than 1,000 of its parts were refused; the rest is not read"


def test_a_table_with_many_good_rows_is_read_to_its_end() -> None:
    rows = ["no text"] * (LIMITS.files.refused // 100) + [f'"{FIRST}"'] * 30
    parsed = parse_file("a.jsonl", "\n".join(f'{{"text": {row}}}' for row in rows).encode())
    assert len(parsed.readings) == 30
    assert len(parsed.problems) == LIMITS.files.refused // 100


def test_a_small_pdf_gets_little_time_and_no_pdf_more_than_a_minute() -> None:
    assert seconds_for_pages(20_000) < 6
    assert seconds_for_pages(LIMITS.files.one) == 60
