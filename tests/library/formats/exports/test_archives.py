"""Archives are read as folders; those of Notion, Slack and Substack as what people see of them."""

import gzip
import io
import json
import tarfile
from collections.abc import Callable
from datetime import date

import pytest

from bot.basics.limits import LIMITS
from bot.core.nouns import Article, BlockKind
from bot.library.formats.registry import Parsed, parse_file
from tests.library.samples import packed, tarred

CRANE = "The crane of pier 4 is out of order until Thursday."
FERRY = "The ferry leaves from the north quay at eight in the morning."


def articles(parsed: Parsed) -> dict[str, Article]:
    assert parsed.problems == ()
    return {reading.article.id: reading.article for reading in parsed.readings}


FOLDER = {
    "README.md": b"About this folder.",
    "a/crane.md": f"---\ntitle: The crane\n---\n{CRANE}".encode(),
    "a/ferry.txt": FERRY.encode(),
    "a/ferry.yaml": b"title: The ferry\npublished: 2021-03-04\n",
    "a/.hidden.md": b"Nobody sees this sentence.",
    "__MACOSX/a.md": b"Nobody sees this sentence.",
    "a/plan.dwg": b"x",
    "a/photo.jpg": b"x",
}


@pytest.mark.parametrize("file", ["all.zip", "all.tar.gz", "all.tgz"])
def test_an_archive_is_read_as_a_folder(file: str) -> None:
    data = packed(FOLDER) if file.endswith(".zip") else tarred(FOLDER)
    parsed = parse_file(file, data)
    crane, ferry = articles(parsed).values()
    assert (crane.title, crane.text) == ("The crane", CRANE)
    assert (ferry.title, ferry.published) == ("The ferry", date(2021, 3, 4))
    assert crane.id.endswith("/a/crane.md")
    assert [remark.reason for remark in parsed.remarks] == ["not read: .dwg ×1"]


def test_an_article_without_a_title_is_called_after_its_file() -> None:
    [article] = articles(parse_file("all.zip", packed({"b/ferry.txt": FERRY}))).values()
    assert article.title == "ferry.txt"


def test_a_broken_file_in_an_archive_is_named_and_the_others_are_read() -> None:
    parsed = parse_file("all.zip", packed({"a.pdf": b"%PDF-1.4 nothing", "b.txt": FERRY, "c.docx": b"PK"}))
    assert [reading.article.title for reading in parsed.readings] == ["b.txt"]
    first, second = parsed.problems
    assert first.reason.startswith("a.pdf: ")
    assert second.reason.startswith("c.docx: ")


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.zip", lambda: packed({f"{n}.txt": b" " * 40_000_000 for n in range(3)})),
        ("a.zip", lambda: packed({f"{n}.zip": packed({"a.txt": b" " * 40_000_000}) for n in range(3)})),
        ("a.tgz", lambda: tarred({f"{n}.txt": b" " * 40_000_000 for n in range(3)})),
        ("a.gz", lambda: gzip.compress(b" " * 120_000_000)),
        ("a.zip", lambda: packed({"../a.txt": FERRY})),
        ("a.tgz", lambda: tarred({"../a.txt": FERRY.encode()})),
        ("a.tgz", lambda: tarred({"/etc/a.txt": FERRY.encode()})),
        ("a.tgz", lambda: gzip.compress(b"no archive" * 100)),
        ("a.zip", lambda: b"PK\x03\x04 broken"),
    ],
)
def test_an_archive_that_swells_leads_out_or_is_broken_is_refused(
    file: str, data: Callable[[], bytes]
) -> None:
    parsed = parse_file(file, data())
    assert parsed.readings == ()
    assert parsed.problems


def test_archives_within_archives_end() -> None:
    data = packed({"a.txt": FERRY})
    for _ in range(4):
        data = packed({"inner.zip": data})
    parsed = parse_file("a.zip", data)
    assert not parsed.readings
    assert [remark.reason for remark in parsed.remarks] == ["inner.zip: not read: .zip ×1"]


def test_links_in_an_archive_are_not_followed() -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        link = tarfile.TarInfo("a.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        tar.addfile(link)
    assert not parse_file("a.tar", stream.getvalue()).readings


HEX = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"


def test_pages_of_notion_have_no_figures_in_their_titles_and_no_properties_in_their_text() -> None:
    page = f"# House rules\n\nCreated: 4 March\nOwner: Edda\n\n{CRANE}\n\n[Keys](Keys%20{HEX}.md)\n"
    inner = packed(
        {
            f"Private & Shared/House rules {HEX}.md": page,
            f"Private & Shared/Rooms {HEX}.csv": "Name,Beds\nAttic,2\n",
            f"Private & Shared/Rooms {HEX}_all.csv": "Name,Beds\nAttic,2\nBarn,6\n",
        }
    )
    rules, rooms = articles(parse_file("Export.zip", packed({"Part-1.zip": inner}))).values()
    assert (rules.title, rules.text) == ("House rules", f"House rules\n\n{CRANE}\n\nKeys")
    assert [block.kind for block in rules.blocks][-1] is BlockKind.NOTE, "a link to another page is no text"
    assert (rooms.title, rooms.text) == ("Rooms", "Name | Beds\n\nAttic | 2\n\nBarn | 6")
    [alone] = articles(parse_file(f"House rules {HEX}.md", page.encode())).values()
    assert "Owner" not in alone.text
    [other] = articles(parse_file("House rules.md", page.encode())).values()
    assert "Owner" in other.text


def test_an_archive_of_slack_names_people_and_has_no_private_channels() -> None:
    def day(text: str) -> str:
        return json.dumps([{"type": "message", "ts": "1614848460.0", "user": "U1", "text": text}])

    [article] = articles(
        parse_file(
            "slack.zip",
            packed(
                {
                    "users.json": '[{"id": "U1", "name": "eq", "profile": {"display_name": "Edda"}}]',
                    "channels.json": '[{"id": "C1", "name": "harbour"}]',
                    "groups.json": '[{"id": "G1", "name": "board"}]',
                    "harbour/2021-03-04.json": day("the crane of <@U1> is out of order"),
                    "board/2021-03-04.json": day("the harbour master will resign"),
                }
            ),
        )
    ).values()
    assert article.title == "harbour"
    assert article.text == "Edda, 2021-03-04 09:01 UTC\n\nthe crane of @Edda is out of order"


def test_an_archive_of_substack_has_no_drafts() -> None:
    table = (
        "post_id,post_date,is_published,audience,title\n"
        "1.crane,2021-03-04T09:00:00.000Z,true,everyone,The crane\n"
        "2.ferry,,false,everyone,The ferry\n"
        "3.inn,2021-03-05T09:00:00.000Z,true,only_paid,The inn\n"
    )
    pages = {
        f"posts/{name}.html": f"<p>{CRANE}</p><p>{FERRY}</p>" for name in ("1.crane", "2.ferry", "3.inn")
    }
    [post] = articles(parse_file("export.zip", packed({"posts.csv": table, **pages}))).values()
    assert (post.title, post.published, post.text) == ("The crane", date(2021, 3, 4), f"{CRANE}\n\n{FERRY}")


def test_the_budget_holds_for_all_parts_together() -> None:
    assert LIMITS.files.unpacked < 3 * 40_000_000
