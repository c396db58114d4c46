import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from bot.library.corpus.check import CheckReport, check_folder
from bot.library.corpus.printing import print_check

SHIP = "The ferry to Skerry Point sank on a calm morning, and nobody on the shore could say why."
CLOCK = "The clock in the tower struck thirteen on the night when the keeper's daughter came home."


@pytest.fixture
def report(tmp_path: Path) -> CheckReport:
    (tmp_path / "full.md").write_text(
        "---\ntitle: The lost ferry\npublisher: The Sea Post\npublished: 2019-03-02\nurl: https://sea.example/f\n"
        f"---\n{SHIP}\n"
    )
    (tmp_path / "copy.txt").write_text(SHIP)
    (tmp_path / "near.txt").write_text(SHIP.replace("calm", "quiet"))
    (tmp_path / "clock.txt").write_text(f"Share this on Chirper\n\n{CLOCK}\n\nhttps://tower.example/share\n")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "[bold]odd.txt").write_text("---\nlanguage: red\n---\nx")
    return check_folder(tmp_path)


def printed(report: CheckReport, width: int = 200) -> str:
    console = Console(width=width, file=io.StringIO())
    with console.capture() as capture:
        print_check(report, console)
    return capture.get()


def test_a_report_tells_what_each_article_lacks(report: CheckReport) -> None:
    missing = {article.file: article.missing for article in report.articles}
    assert missing["full.md"] == ()
    assert missing["clock.txt"] == ("title", "publisher", "published", "url")
    assert all(article.passages == 1 for article in report.articles)


def test_a_report_groups_copies_and_near_duplicates(report: CheckReport) -> None:
    assert report.copies == (frozenset({"full", "copy"}),)
    assert report.similar == (frozenset({"copy", "near"}),)


def test_a_report_shows_what_was_cut(report: CheckReport) -> None:
    cut = {article.file: article.cut_samples for article in report.articles}
    assert "https://tower.example/share" in cut["clock.txt"]
    assert cut["full.md"] == ()


def test_a_report_fails_if_anything_was_refused(report: CheckReport, tmp_path: Path) -> None:
    assert report.refused
    for file in ("empty.txt", "[bold]odd.txt"):
        (tmp_path / file).unlink()
    assert not check_folder(tmp_path).refused


def test_a_report_is_readable_by_programs(report: CheckReport) -> None:
    read = json.loads(json.dumps(report.to_json()))
    assert read["refused"] is True
    assert {k: read["problems"][0][k] for k in ("file", "line")} == {"file": "[bold]odd.txt", "line": 2}
    assert read["languages"] == {"en": 4}
    assert read["passages"] == 4


def test_a_printed_report_names_file_line_and_reason_as_they_are(report: CheckReport) -> None:
    text = printed(report)
    assert "[bold]odd.txt:2: language: 'red' is not a language" in text
    assert "empty.txt: the file is empty" in text
    assert "The same text: copy, full" in text
    assert "articles: 4 (4 en), passages: 4, refused: 2" in text


def test_an_empty_folder_is_reported_without_a_table(tmp_path: Path) -> None:
    told, totals = printed(check_folder(tmp_path)).splitlines()
    assert told.startswith("There are no articles: put files there that end in .md, ")
    assert totals == "articles: 0, passages: 0, refused: 0"


def test_a_narrow_terminal_gets_whole_ids(tmp_path: Path) -> None:
    (tmp_path / "the-clock-of-the-tower-in-the-harbour.txt").write_text(CLOCK)
    rows = [
        line.split("│")[1].strip() for line in printed(check_folder(tmp_path), 50).splitlines() if "│" in line
    ]
    assert "".join(rows) == "the-clock-of-the-tower-in-the-harbour"


def test_a_report_names_what_is_retracted_or_corrected(tmp_path: Path) -> None:
    (tmp_path / "mill.md").write_text(
        "---\nretracted: true\ncorrected: 2 May 2031\n---\n\nThe mill burned down.\n"
    )
    report = check_folder(tmp_path)
    assert report.articles[0].marks == {"retracted": "true", "corrected": "2031-05-02"}
    output = io.StringIO()
    print_check(report, Console(file=output, width=100))
    assert "mill.md: retracted\n" in output.getvalue()
    assert "mill.md: corrected: 2031-05-02\n" in output.getvalue()
