"""The quality gate from end to end: files in, report and files out."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot.basics.errors import BotError
from bot.core.index.edition import Edition
from bot.lab.measuring.measure import Measured, Plan, measure
from bot.lab.measuring.runs import read_run
from bot.lab.measuring.text_report import print_report, report_object
from bot.library.corpus.folder import read_folder
from tests.core.texts import HARBOUR
from tests.lab.sets import model, write_rows

QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "1",
        "kind": "how_many",
        "question": "how many boats were crushed",
        "evidence": [{"file": "harbour.md", "quote": "14 boats"}],
    },
    {"id": "2", "kind": "far", "question": "zeppelin timetable"},
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "harbour.md").write_text(f"{HARBOUR}\n\nShare | Print", encoding="utf-8")
    return folder


def run(corpus: Path, rows: list[dict[str, Any]] = QUESTIONS, **wanted: Any) -> Measured:
    questions = write_rows(corpus.parent / "q.jsonl", rows)
    plan = Plan(questions, corpus, **wanted)
    return measure(plan, model(), lambda: Edition.of(read_folder(corpus).articles))


def test_everything_that_is_asked_for_is_measured_and_written(corpus: Path, tmp_path: Path) -> None:
    junk = write_rows(tmp_path / "junk.jsonl", [{"file": "harbour.md", "line": 7}])
    saved, picture = tmp_path / "run.json", tmp_path / "plot.png"
    run(corpus, save=saved)
    report = run(corpus, compare=saved, plot=picture, junk=junk, slips=True)
    assert report.passed
    assert report.junk == ()
    assert report.slips
    assert report.differences
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert len(read_run(saved)) == 2


def test_a_report_can_be_printed_and_written_as_json(corpus: Path, tmp_path: Path) -> None:
    run(corpus, save=tmp_path / "run.json")
    frames = tmp_path / "frames.txt"
    frames.write_text("Hi! {q}\n", encoding="utf-8")
    report = run(corpus, compare=tmp_path / "run.json", slips=True, frames=frames, messages=6)
    found = json.loads(json.dumps(report_object(report)))
    assert (found["count"], found["hit_1"], found["evidence_not_in_articles"]) == (2, 1.0, 0)
    console = Console(record=True, width=100, file=StringIO())
    print_report(report, console)
    text = console.export_text()
    assert all(
        words in text
        for words in ("hit@1", "how_many", "slip in the rarest word", "95 % interval", "Hi! {q}")
    )


def test_a_quoted_junk_line_fails_the_gate(corpus: Path, tmp_path: Path) -> None:
    junk = write_rows(tmp_path / "junk.jsonl", [{"file": "harbour.md", "line": 3}])
    report = run(corpus, junk=junk)
    assert report.junk
    assert not report.passed


def test_a_sample_is_the_same_every_time(corpus: Path) -> None:
    rows = [{"id": str(n), "kind": "far", "question": f"zeppelin {n}"} for n in range(30)]
    first, second = (run(corpus, rows, sample=5) for _ in range(2))
    assert first.figures == second.figures
    assert first.figures.count == 5


def test_evidence_that_is_not_in_the_articles_is_counted(corpus: Path) -> None:
    stale = {
        "id": "3",
        "question": "who left",
        "evidence": [{"file": "harbour.md", "quote": "left long ago"}],
    }
    assert run(corpus, [*QUESTIONS, stale]).lost == 1


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        ({"plot": Path("/no/such/folder/x.png")}, "no folder"),
        ({"save": Path("/no/such/folder/x.json")}, "no folder"),
        ({"compare": Path("/no/such/run.json")}, "cannot be read"),
        ({"junk": Path("/no/such/junk.jsonl")}, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_before_asking(
    corpus: Path, wanted: dict[str, Any], problem: str
) -> None:
    questions = write_rows(corpus.parent / "q.jsonl", QUESTIONS)
    with pytest.raises(BotError, match=problem):
        measure(Plan(questions, corpus, **wanted), model(), lambda: pytest.fail("articles were read"))


def test_questions_about_another_corpus_are_refused(corpus: Path) -> None:
    other = {"question": "who", "evidence": [{"file": "other.md", "quote": "nobody"}]}
    with pytest.raises(BotError, match="--corpus"):
        run(corpus, [other])


def test_a_set_with_its_own_articles_has_no_junk_lines(corpus: Path, tmp_path: Path) -> None:
    junk = write_rows(tmp_path / "junk.jsonl", [{"file": "harbour.md", "line": 1}])
    paragraph = {"context": HARBOUR, "qas": [{"question": "what froze over?", "answers": ["harbour"]}]}
    rows = [{"title": "Harbour", "paragraphs": [paragraph]}]
    assert run(corpus, rows).figures.hit_1 == 1.0
    with pytest.raises(BotError, match="leave --junk out"):
        run(corpus, rows, junk=junk)
