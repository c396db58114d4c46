"""Exports of wikis, help centres and documents, and archives of 7-Zip."""

import io
import json
from datetime import date

import py7zr
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.nouns import Article
from bot.core.reading.passages import passages
from bot.library.formats.registry import Parsed, parse_file
from tests.library.samples import FIRST, packed

SITE = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
<siteinfo><sitename>Tarn Wiki</sitename><base>https://tarn.example/wiki/Main_Page</base><namespaces>
<namespace key="0" /><namespace key="1">Talk</namespace><namespace key="6">Datei</namespace></namespaces>
</siteinfo>"""
PAGE = """{{Infobox mill
| name = The mill
}}
[[Datei:Mill.jpg|thumb|The mill in snow]]
The '''mill''' of [[Tarn (village)|Tarn]] has two wheels of oak.<ref>Nobody quotes this.</ref> It floods
30&nbsp;km<sup>2</sup> of meadows.{{sfn|Quill|1902}} It is {{convert|5|m}} high.

== Price ==
A day costs <s>40</s> 55 crowns, see [https://tarn.example the site].
# Grease the axle
# Test the horn
{| class="wikitable"
! Room !! Price
|-
| Attic || 40 crowns
|}
[[Category:Mills]]
[[de:Die Mühle]]
"""


def page(title: str, text: str, place: int = 0, *, more: str = "") -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<page><title>{title}</title><ns>{place}</ns><id>{len(title)}</id>{more}<revision>"
        f"<id>5</id><timestamp>2021-03-04T10:00:00Z</timestamp><text>{escaped}</text></revision></page>"
    )


def wiki(*pages: str) -> bytes:
    return f"{SITE}{''.join(pages)}</mediawiki>".encode()


def only(parsed: Parsed) -> Article:
    assert parsed.problems == ()
    [reading] = parsed.readings
    return reading.article


def quotable(article: Article) -> list[str]:
    return [sentence.of(article.text) for passage in passages(article) for sentence in passage.sentences]


def test_an_article_of_a_wiki_is_quoted_without_notes_templates_and_pictures() -> None:
    article = only(parse_file("tarn.xml", wiki(page("The mill", PAGE))))
    assert quotable(article) == [
        "The mill of Tarn has two wheels of oak.",
        "It floods 30 km² of meadows.",
        "A day costs 55 crowns, see the site.",
        "1. Grease the axle",
        "2. Test the horn",
        "Attic | 40 crowns",
    ]
    found = next(p for p in passages(article) if "55 crowns" in p.text)
    assert [heading.of(article.text) for heading in found.sections] == ["Price"]


def test_an_article_of_a_wiki_says_where_it_stands_and_when_it_was_changed() -> None:
    article = only(parse_file("tarn.xml", wiki(page("The mill", PAGE))))
    assert (article.title, article.publisher, article.language) == ("The mill", "Tarn Wiki", "en")
    assert (article.published, article.modified) == (None, date(2021, 3, 4))
    assert article.url == "https://tarn.example/wiki/The_mill"


def test_of_a_history_the_latest_revision_is_read() -> None:
    text = "<text>The mill has three wheels.</text>"
    newest = f"<revision><timestamp>2022-01-01T00:00:00Z</timestamp>{text}</revision>"
    article = only(parse_file("tarn.xml", wiki(page("The mill", PAGE, more=newest))))
    assert quotable(article) == ["The mill has three wheels."]


def test_talk_and_redirects_are_counted_and_not_read() -> None:
    talk = page("Talk:The mill", FIRST, 1)
    redirect = page("Mill", FIRST, more='<redirect title="The mill"/>')
    parsed = parse_file("tarn.xml", wiki(page("The mill", PAGE), talk, redirect))
    assert len(parsed.readings) == 1
    assert [remark.reason for remark in parsed.remarks] == ["not read: Talk ×1, redirect ×1"]


@pytest.mark.parametrize("data", [wiki(page("The mill", PAGE))[:-40], wiki() + b"<", SITE.encode()])
def test_a_broken_wiki_is_named(data: bytes) -> None:
    assert [problem.file for problem in parse_file("tarn.xml", data).problems] == ["tarn.xml"]


def test_a_page_that_is_too_long_is_refused_and_the_others_are_read() -> None:
    parsed = parse_file("tarn.xml", wiki(page("Long", "word " * 1_200_000), page("The mill", PAGE)))
    assert ([r.article.title for r in parsed.readings], len(parsed.problems)) == (["The mill"], 1)


PLAIN = st.lists(st.sampled_from(["mill", "wheel", "keeper", "flour"]), min_size=3, max_size=5).map(" ".join)
UNREAD = st.sampled_from(
    ["<ref>{}</ref>", '<ref name="a" />', "<s>{}</s>", "<!-- {} -->", "[[File:{}.jpg|{}]]", "[[Category:{}]]"]
)


@given(PLAIN, PLAIN, UNREAD, st.sampled_from([" ", "\n"]))
def test_every_sentence_of_a_wiki_is_what_a_reader_reads(
    first: str, last: str, unread: str, blank: str
) -> None:
    text = f"The '''{first}''' [[x|of oak]]{unread.format('hidden', 'hidden')}{blank}''{last}'' stood there."
    article = only(parse_file("tarn.xml", wiki(page("The mill", text))))
    assert quotable(article) == [f"The {first} of oak {last} stood there."]


CONFLUENCE = """<html><head><title>Harbour : The crane</title></head><body><div id="page"><div id="main">
<div id="main-header"><ol id="breadcrumbs"><li><a href="index.html">Harbour</a></li></ol>
<h1 id="title-heading"><span id="title-text"> Harbour : The crane </span></h1></div><div id="content">
<div class="page-metadata">Created by <span class='author'> Edda Quill</span>, last modified on Mar 04, 2021
</div><div id="main-content" class="wiki-content group"><p>The crane of pier 4 lifts nine tons.</p>
<h2>Rules</h2><ul><li><p>Check the oil before each shift</p></li></ul>
<p>An hour costs <s>40</s> 55 crowns.</p></div>
<div class="pageSection"><h2>Attachments:</h2><a href="a.pdf">plan.pdf</a> (application/pdf)</div></div></div>
<div id="footer"><p>Document generated by Confluence on Mar 05, 2021 10:00</p></div></div></body></html>"""


def test_a_space_of_confluence_is_its_pages() -> None:
    files = {
        "S/index.html": "<html>Space Details:</html>",
        "S/The-crane_12.html": CONFLUENCE,
        "S/attachments/12/a.pdf": "x",
    }
    parsed = parse_file("space.zip", packed(files))
    article = only(parsed)
    assert quotable(article) == [
        "The crane of pier 4 lifts nine tons.",
        "Check the oil before each shift",
        "An hour costs 55 crowns.",
    ]
    assert (article.title, article.publisher, article.author) == ("The crane", "Harbour", "Edda Quill")
    assert (article.published, article.modified, article.language) == (None, date(2021, 3, 4), "en")
    assert [remark.reason for remark in parsed.remarks] == ["not read: attachment ×1"]


GOOGLE = """<html><head><style type="text/css">.c1{color:#000}.c5{text-decoration:line-through}
.c6{font-size:9pt;vertical-align:super}.title{padding:0}</style></head><body class="c9 doc-content">
<p class="c2 title"><span class="c1">The crane of pier 4</span></p>
<p class="c2"><span class="c1">It lifts nine tons</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>
<span class="c1">and costs </span><span class="c5">40</span><span> 55 crowns.</span>
<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><h1><span class="c1">Rules</span></h1>
<p><span class="c1">It serves 30 km</span><span class="c6">2</span><span class="c1"> of meadows.</span></p>
<div class="c10"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is that right?</span></p></div></body>
</html>"""


def test_a_document_of_google_is_read_without_its_comments_and_what_is_struck_out() -> None:
    article = only(parse_file("doc.zip", packed({"Thecraneofpier4.html": GOOGLE})))
    assert article.title == "The crane of pier 4"
    assert quotable(article) == ["It lifts nine tons and costs 55 crowns.", "It serves 30 km² of meadows."]


def test_a_help_centre_is_what_every_reader_sees() -> None:
    shown = {
        "name": "The crane",
        "title": "The crane",
        "locale": "en-us",
        "draft": False,
        "body": f"<p>{FIRST}</p>",
    }
    shown |= {"html_url": "https://v.example/hc/1", "url": "https://v.example/api/1", "user_segment_id": None}
    others = [shown | {"draft": True}, shown | {"user_segment_id": 12}]
    parsed = parse_file("articles.json", json.dumps({"articles": [shown, *others]}).encode())
    article = only(parsed)
    assert (article.title, article.url, quotable(article)) == ("The crane", "https://v.example/hc/1", [FIRST])
    told = " ".join(remark.reason for remark in parsed.remarks)
    assert ("draft ×1" in told, "only for some readers ×1" in told) == (True, True)


def test_a_draft_of_freshdesk_is_not_read() -> None:
    entry = {
        "title": "The crane",
        "description": f"<p>{FIRST}</p>",
        "folder_id": 3,
        "agent_id": 4,
        "status": 2,
    }
    parsed = parse_file("solutions.json", json.dumps([entry, entry | {"status": 1}]).encode())
    assert quotable(only(parsed)) == [FIRST]
    assert [remark.reason for remark in parsed.remarks] == ["not read: draft ×1"]


def seven(files: dict[str, bytes], password: str | None = None) -> bytes:
    stream = io.BytesIO()
    with py7zr.SevenZipFile(stream, "w", password=password) as archive:
        for name, content in files.items():
            archive.writestr(content, name)
    return stream.getvalue()


def test_an_archive_of_7_zip_is_read_as_a_folder() -> None:
    data = seven(
        {"notes/crane.md": f"# The crane\n\n{FIRST}".encode(), ".git/hidden.md": b"Nobody reads this."}
    )
    article = only(parse_file("notes.7z", data))
    assert (article.title, article.id, quotable(article)) == ("The crane", "notes/notes/crane.md", [FIRST])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (seven({"a.md": b" " * 110_000_000}), "unpacks to more than the limit"),
        (seven({"a.md": FIRST.encode()}, password="sea"), "encrypted"),
        (b"7z\xbc\xaf\x27\x1c", "cannot be unpacked"),
        (seven({"a.md": FIRST.encode()})[:-30], "cannot be unpacked"),
    ],
)
def test_a_7_zip_that_is_too_much_broken_or_encrypted_is_refused(data: bytes, reason: str) -> None:
    [problem] = parse_file("notes.7z", data).problems
    assert reason in problem.reason
