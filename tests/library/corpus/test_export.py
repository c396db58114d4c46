import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.command.cli import main
from bot.core.nouns import CutAs, Span
from bot.core.reading.clean import clean
from bot.core.reading.shape import HOLE
from bot.library.corpus.export import article_object
from bot.library.corpus.folder import each_reading, read_folder
from bot.library.parsing.draft import Drafted
from bot.library.parsing.problem import Problem

PAGE = """---
title: The lamp of Farrow Point
published: 2024-02-03
---
Share this

# The lamp

The lamp of Farrow Point burns whale oil no longer. It has been electric since 1911.

Photo: Ina Bow / Reuters

[3] Its keeper left in 1960.

See also:

All lamps of the coast
"""


def write(folder: Path) -> Path:
    (folder / "lamp.md").write_text(PAGE)
    (folder / "lamp.txt").write_text("The lamp of Farrow Point is seen from twenty miles away at night.")
    (folder / "void.txt").write_text("")
    return folder


def test_an_export_holds_what_can_be_quoted_and_what_was_cut(tmp_path: Path) -> None:
    found = next(r for r in each_reading(write(tmp_path)) if isinstance(r, Drafted))
    exported = article_object(found)
    assert json.loads(json.dumps(exported)) == exported
    assert (exported["file"], exported["title"], exported["published"]) == (
        "lamp.md",
        "The lamp of Farrow Point",
        "2024-02-03",
    )
    assert (exported["modified"], exported["revision"]) == ("", found.article.revision)
    assert [Span(*place).of(found.article.text) for place in exported["sentences"]] == [  # type: ignore[attr-defined]
        "The lamp of Farrow Point burns whale oil no longer.",
        "It has been electric since 1911.",
        "Its keeper left in 1960.",
    ]
    assert exported["cut"] == [
        {"text": "Share this", "as": "label"},
        {"text": "Photo: Ina Bow / Reuters", "as": "credit"},
        {"text": "[3]", "as": "edge"},
        {"text": "See also:", "as": "link"},
        {"text": "All lamps of the coast", "as": "link"},
    ]


def test_articles_are_read_one_by_one_as_the_folder_reads_them(tmp_path: Path) -> None:
    folder = read_folder(write(tmp_path))
    found = list(each_reading(tmp_path))
    assert tuple(one for one in found if isinstance(one, Drafted)) == folder.readings
    problems = [one for one in found if isinstance(one, Problem)]
    assert sorted((p.file, p.reason) for p in problems) == [(p.file, p.reason) for p in folder.problems]
    assert {p.file for p in problems} == {"lamp.txt", "void.txt"}


def test_the_commands_print_an_object_a_line_and_what_was_cut(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    corpus = ["--corpus", str(write(tmp_path))]
    assert main(["export", *corpus]) == 0
    output = capsysbinary.readouterr()
    assert [json.loads(line)["id"] for line in output.out.splitlines()] == ["lamp"]
    assert output.err.startswith(b"quoth: 2 problem(s) in the folder; ")
    assert main(["show", "lamp.md", "--cut", *corpus]) == 0
    assert capsysbinary.readouterr().out.startswith(b"label: Share this\ncredit: Photo: Ina Bow / Reuters\n")


def test_a_sentence_with_a_hole_stays_in_the_text_and_is_told() -> None:
    source = f"The mole is long. It is {HOLE} metres high. Nobody walks on it."
    cleaned = clean(source)
    assert cleaned.text == source
    assert [(span.of(source), cut_as) for span, cut_as in cleaned.cuts] == [
        (f"It is {HOLE} metres high.", CutAs.HOLE)
    ]


@given(st.text(st.sampled_from(f"Ab1. :©|\n[]—{HOLE}"), max_size=200))
def test_every_paragraph_is_kept_or_was_cut_as_something(source: str) -> None:
    cleaned = clean(source)
    removed = {offset for span in cleaned.removed for offset in range(span.start, span.end)}
    deleted = [span for span, cut_as in cleaned.cuts if cut_as is not CutAs.HOLE]
    cut = {offset for span in deleted for offset in range(span.start, span.end)}
    blank = {offset for offset, sign in enumerate(source) if sign.isspace()}
    assert removed - blank == cut - blank
