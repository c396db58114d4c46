"""What a limit cuts or passes over in a file, at its edge."""

import pytest

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS, MEGABYTE
from bot.core.nouns import Span
from bot.core.reading.passages import passages
from bot.core.reading.sentences import sentences
from bot.library.corpus.contribution import safe_stem
from bot.library.corpus.synonyms import parse_synonyms
from bot.library.formats.child import children, seconds_for
from bot.library.formats.printed.pdf import seconds_for_pages
from bot.library.formats.registry import drafts_of, parse_file
from bot.library.parsing.decoding import tidy
from bot.library.parsing.draft import Draft
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Remark
from tests.basics.conftest import move
from tests.library.samples import PROSE, packed, pdf

METADATA = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The bell"}'


def page(metadata: str) -> bytes:
    script = f'<script type="application/ld+json">{metadata}</script>'
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    return f"<html><head>{script}</head><body><article>{paragraphs}</article></body></html>".encode()


def title(data: bytes) -> str:
    [draft] = drafts("a.html", data)
    return draft.header.title


def drafts(file: str, data: bytes) -> list[Draft]:
    return [one for one in drafts_of(file, data, Header()) if isinstance(one, Draft)]


def remarks(file: str, data: bytes) -> str:
    return " ".join(str(one.sentence) for one in drafts_of(file, data, Header()) if isinstance(one, Remark))


def test_a_letter_carries_as_many_marks_as_are_allowed() -> None:
    written = "a" + "\u0316" * LIMITS.files.marks
    assert tidy(written) == written
    with pytest.raises(ArticleError, match=f"{LIMITS.files.marks}"):
        tidy(written + "\u0316")


def test_archives_are_read_as_deep_as_is_allowed() -> None:
    inner = packed({"weir.txt": "\n\n".join(PROSE)})
    twice = packed({"inner.zip": inner})
    thrice = packed({"outer.zip": twice})
    move("files", nested=2)
    assert drafts("a.zip", twice)
    assert not drafts("a.zip", thrice)
    assert ".zip" in remarks("a.zip", thrice)
    move("files", nested=3)
    assert drafts("a.zip", thrice)


def test_a_key_that_means_nothing_to_us_is_shown_up_to_its_limit() -> None:
    written = f"---\n{'k' * 30}: 1\n---\n\n{PROSE[0]}\n".encode()
    move("files", key=30)
    assert "k" * 30 in remarks("a.md", written)
    move("files", key=29)
    assert "k" * 30 not in remarks("a.md", written)
    assert "k" * 29 in remarks("a.md", written)


def test_a_synonym_is_as_long_as_is_allowed() -> None:
    move("files", synonym=4)
    assert parse_synonyms("weir: sill, quay")
    with pytest.raises(ArticleError, match="4"):
        parse_synonyms("weir: sluice")


@pytest.mark.parametrize("letter", ["a", "ä", "堰"])
def test_the_name_of_an_added_file_is_cut_between_letters(letter: str) -> None:
    size = len(letter.encode())
    move("files", name_bytes=10)
    assert safe_stem(letter * (10 // size)) == letter * (10 // size)
    assert safe_stem(letter * (10 // size + 1)) == letter * (10 // size)


def test_metadata_are_looked_at_up_to_their_length() -> None:
    move("pages", metadata=len(METADATA))
    assert title(page(METADATA)) == "The bell"
    move("pages", metadata=len(METADATA) - 1)
    assert title(page(METADATA)) == ""


def test_metadata_that_are_broken_are_looked_at_up_to_theirs() -> None:
    broken = METADATA.removesuffix("}")
    move("pages", broken_metadata=len(broken))
    assert title(page(broken)) == "The bell"
    move("pages", broken_metadata=len(broken) - 1)
    assert title(page(broken)) == ""


def test_a_property_of_a_page_is_looked_at_up_to_its_length() -> None:
    written = page(METADATA.replace("headline", "name")).replace(
        b"<head>", b"<head><meta name=author content='Edda Quill'>"
    )
    for most, author in ((10, "Edda Quill"), (9, "")):
        move("pages", property=most)
        assert [draft.header.author for draft in drafts("a.html", written)] == [author]


def test_a_field_of_a_message_is_read_up_to_its_length() -> None:
    written = b"From: Edda\nSubject: The weir\n\nThe weir at Tessel Mill broke.\n"
    move("files", mail_field=len("The weir"))
    assert drafts("a.eml", written)
    move("files", mail_field=len("The weir") - 1)
    [refused] = drafts_of("a.eml", written, Header())
    assert "'Subject' is longer than 7 characters" in str(refused)


def test_a_feed_has_as_many_tags_and_as_much_in_front_of_them_as_is_allowed() -> None:
    entry = b"<item><title>The weir</title><description>The weir broke.</description></item>"
    head = b"<!-- The mill -->"
    written = head + b'<rss version="2.0"><channel>' + entry + b"</channel></rss>"
    tags, front, whole = written.count(b"<"), len(head) + len("<r"), LIMITS.pages
    move("pages", feed_tags=tags, feed_head=front)
    assert drafts("a.rss", written)
    move("pages", feed_tags=tags - 1)
    with pytest.raises(ArticleError):
        drafts("a.rss", written)
    move("pages", feed_tags=whole.feed_tags, feed_head=front - 1)
    with pytest.raises(ArticleError):
        drafts("a.rss", written)


def test_groups_of_a_rich_text_stand_as_deep_as_is_allowed() -> None:
    nested = rb"{\rtf1 {{The weir at Tessel Mill broke.}}}"
    move("pages", rtf_depth=3)
    assert list(drafts_of("a.rtf", nested, Header()))
    move("pages", rtf_depth=2)
    with pytest.raises(ArticleError, match="broken"):
        list(drafts_of("a.rtf", nested, Header()))


def test_the_drawing_of_a_page_is_followed_as_long_as_is_allowed() -> None:
    drawn = pdf([["The weir at Tessel Mill broke, and the miller moved to Quill."] * 3])
    move("pages", operations=1)
    with pytest.raises(ArticleError, match="too"):
        list(drafts_of("a.pdf", drawn, Header()))
    move("pages", operations=10_000)
    assert list(drafts_of("a.pdf", drawn, Header()))


def test_a_larger_pdf_may_take_longer_up_to_a_limit() -> None:
    move("pages", least_seconds=5)
    move("pages", seconds_a_megabyte=10)
    move("pages", seconds=60)
    assert list(map(seconds_for_pages, (0, MEGABYTE, 5_500_000, 6_000_000))) == [5, 15, 60, 60]


def test_a_child_may_take_longer_for_each_megabyte() -> None:
    move("children", seconds=7)
    move("children", seconds_a_megabyte=3)
    assert [seconds_for(size) for size in (0, 333_333, 333_334, 2 * MEGABYTE)] == [7, 7, 8, 13]


def test_a_child_reads_as_many_files_as_are_allowed_and_another_takes_its_place() -> None:
    children.end_waiting()
    move("children", files=2)
    took = []
    for _ in range(3):
        child = children.take()
        took.append(child.process.pid)
        children.give_back(child)
    assert took[0] == took[1] != took[2]


@pytest.mark.parametrize("ending", ["", "."])
def test_what_is_too_long_for_a_sentence_is_read_in_pieces(ending: str) -> None:
    def pieces(size: int) -> int:
        text = ("weir " * size)[: size - len(ending) - 1] + "s" + ending
        return len(sentences(text, Span(0, len(text)), "en"))

    limit = LIMITS.texts.sentence if ending else LIMITS.texts.unended
    assert pieces(limit) == 1
    assert pieces(limit + 1) > 1


def test_sentences_are_joined_to_what_ends_their_quotation_up_to_a_length() -> None:
    text = 'Edda said: "The weir broke. The mill stood. It was cold."'
    move("texts", joined=len(text))
    assert len(sentences(text, Span(0, len(text)), "en")) == 1
    move("texts", joined=len(text) - 1)
    assert len(sentences(text, Span(0, len(text)), "en")) > 1


def test_a_line_leads_to_a_list_up_to_a_length() -> None:
    line = "Bring to the weir:"
    text = f"# The walk\n\n{line}\n\n- a coat\n- a lamp that is lit by hand\n".encode()

    def led() -> list[str]:
        [reading] = parse_file("a.md", text).readings
        read = reading.article
        above = {span for one in passages(read) for spans in one.lead_ins for span in spans}
        return [span.of(read.text) for span in above]

    move("texts", lead_in=len(line))
    assert led() == [line]
    move("texts", lead_in=len(line) - 1)
    assert led() == []
