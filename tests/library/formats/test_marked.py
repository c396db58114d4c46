"""Subtitles, notebooks and mail: main text, title and date, and broken files by name."""

import json
from datetime import date

import pytest

from bot.core.nouns import Article, BlockKind
from bot.core.reading.passages import passages
from bot.languages.interface.messages import Message
from bot.library.formats.registry import Parsed, parse_file
from tests.library.samples import odt

CRANE = "The crane of pier 4 is out of order until Thursday."
FERRY = "The ferry leaves from the north quay at eight in the morning."


def only(parsed: Parsed) -> Article:
    assert parsed.problems == ()
    [reading] = parsed.readings
    return reading.article


SRT = """1
00:00:01,000 --> 00:00:03,000
<i>The crane of pier 4</i> is

2
00:00:03,000 --> 00:00:05,500
out of order until Thursday.

3
00:01:06,000 --> 00:01:09,000
[music]

4
00:01:10,000 --> 00:01:12,000
The ferry leaves from the north quay
at eight in the morning.
"""
VTT = "WEBVTT\nKind: captions\n\nNOTE made by hand\n\n" + SRT.replace(",", ".").replace("00:0", "0:")


@pytest.mark.parametrize(("file", "text"), [("talk.srt", SRT), ("talk.vtt", VTT.replace("0:0", "00:0"))])
def test_subtitles_are_sentences_below_the_time_at_which_they_are_said(file: str, text: str) -> None:
    article = only(parse_file(file, text.encode()))
    found = [
        ([heading.of(article.text)[-4:] for heading in passage.sections], passage.text)
        for passage in passages(article)
    ]
    assert found == [(["0:01"], CRANE), (["1:10"], FERRY)]


def test_a_notebook_is_its_text_and_its_programs_without_results() -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# The crane\n", "\n", CRANE]},
        {"cell_type": "code", "source": "print(4)", "outputs": [{"text": ["Nobody reads this sentence."]}]},
        {"cell_type": "raw", "source": "Nobody reads this sentence."},
    ]
    article = only(parse_file("crane.ipynb", json.dumps({"cells": cells, "nbformat": 4}).encode()))
    assert (article.title, article.text) == ("The crane", f"The crane\n\n{CRANE}\n\nprint(4)")
    assert [block.kind for block in article.blocks] == [BlockKind.HEADING, BlockKind.PROSE, BlockKind.CODE]


MAIL = f"""From: Edda Quill <edda@vell.example>
To: crew@vell.example
Subject: =?utf-8?q?The_cr=C3=A1ne?=
Date: Thu, 04 Mar 2021 09:00:00 +0100
Content-Type: text/plain; charset=utf-8

{CRANE}

On Wed, 3 Mar 2021, Tam wrote:
> Is the crane at work again?
> I need it.

-- 
Edda Quill, harbour office
"""  # noqa: W291 - the mark of a signature ends in a blank


def test_a_mail_has_its_subject_writer_and_day_and_nothing_that_it_answers() -> None:
    article = only(parse_file("a.eml", MAIL.encode()))
    assert (article.title, article.author, article.published) == ("The cráne", "Edda Quill", date(2021, 3, 4))
    assert article.text == CRANE


def test_a_mailbox_is_an_article_a_message_without_drafts_and_what_was_deleted() -> None:
    def message(text: str, more: str = "") -> str:
        begin = "From edda@vell.example Thu Mar  4 09:00:00 2021"
        return f"{begin}\n{more}From: edda@vell.example\nSubject: News\n\n{text}\n\n"

    box = (
        message(CRANE)
        + message("The harbour master will resign.", "X-Gmail-Labels: Drafts,Opened\n")
        + message("The harbour master will resign.", "X-Mozilla-Status: 0009\n")
        + message(FERRY)
    )
    parsed = parse_file("box.mbox", box.encode())
    assert [(r.article.id, r.article.text) for r in parsed.readings] == [("box/1", CRANE), ("box/4", FERRY)]
    assert [remark.reason for remark in parsed.remarks] == ["not read: draft, deleted or spam ×2"]


def test_a_page_in_a_mail_is_read_as_a_page() -> None:
    parts = (
        "Subject: News\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        f"--b\nContent-Type: text/html\n\n<p>{CRANE}</p><p hidden>Nobody sees this.</p>\n"
        "--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nNobody reads this.\n--b--\n"
    )
    assert only(parse_file("a.eml", parts.encode())).text == CRANE


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.srt", b"no times here"),
        ("a.vtt", b"WEBVTT\n\n"),
        ("a.odt", b"PK broken"),
        ("a.odt", odt("").replace(b"content.xml", b"contents.xm")),
        ("a.ipynb", b"{"),
        ("a.ipynb", b'{"cells": 3}'),
        ("a.ipynb", b"[" * 100_000),
        ("a.eml", b"no mail"),
        ("a.eml", b"From: x\nContent-Type: multipart/mixed; boundary=b\n\n" + b"\n--b" * 5_001),
        ("a.mbox", b"From nobody, and no message\n"),
        ("a.eml", b"From: x\nContent-Type: text/plain; " + b"a=b; " * 10_000 + b"\n\nThe weir broke.\n"),
        ("a.eml", b"From: x\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n" * 10_000),
    ],
)
def test_a_broken_file_is_refused_by_name(file: str, data: bytes) -> None:
    parsed = parse_file(file, data)
    assert parsed.readings == ()
    assert parsed.problems
    assert parsed.problems[0].file == file
    assert parsed.problems[0].sentence.message is not Message.READER_FAILED


def test_an_open_document_is_its_headings_items_and_rows_without_what_was_deleted() -> None:
    body = (
        "<text:tracked-changes><text:deletion><text:p>Nobody reads this.</text:p></text:deletion>"
        f'</text:tracked-changes><text:h text:outline-level="2">Cranes</text:h><text:p>{CRANE}</text:p>'
        "<text:list><text:list-item><text:p>Bring a lamp</text:p></text:list-item></text:list>"
        "<table:table><table:table-header-rows><table:table-row>{}</table:table-row></table:table-header-rows>"
        "<table:table-row>{}</table:table-row></table:table>"
    )
    rows = [
        "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row)
        for row in ("AB", "12")
    ]
    meta = "<dc:title>The crane</dc:title><meta:initial-creator>Edda Quill</meta:initial-creator>"
    article = only(parse_file("crane.odt", odt(body.format(*rows), meta)))
    assert (article.title, article.author, article.language) == ("The crane", "Edda Quill", "en")
    assert article.text.split("\n\n") == ["Cranes", CRANE, "Bring a lamp", "A | B", "1 | 2"]
    kinds = [block.kind for block in article.blocks]
    assert kinds[2:] == [BlockKind.ITEM, BlockKind.HEAD, BlockKind.ROW]


def test_a_formula_in_an_open_document_leaves_its_sentence_out() -> None:
    frame = "<draw:frame><draw:object/></draw:frame>"
    article = only(
        parse_file("a.odt", odt(f"<text:p>It rose by {frame} metres.</text:p><text:p>{CRANE}</text:p>"))
    )
    assert [passage.text for passage in passages(article)] == [CRANE]
