"""``./run ask`` for programs: one JSON object a question."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.command.cli import main

MIXED = "tests/golden/mixed/articles"


def asked(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> list[Any]:
    assert main(["ask", "--json", "--corpus", MIXED, *arguments]) == 0
    return [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]


def test_a_line_that_is_not_utf8_loses_no_other(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_bytes("\ufeffwho mended the tower clock?\n\n".encode() + b"caf\xe9?\r\nwhere is it?\n")
    assert main(["ask", "--json", "--corpus", MIXED, "--from", str(questions)]) == 0
    output = capsysbinary.readouterr()
    told = [json.loads(line)["question"] for line in output.out.splitlines()]
    assert told == ["who mended the tower clock?", "caf\ufffd?", "where is it?"]
    assert b"line 3" in output.err


def test_a_misquotation_is_told_from_an_answer(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (answer,) = asked(capsysbinary, "who mended the tower clock?")
    assert "pasted" not in answer
    words = answer["quotes"][0]["text"].split()
    (verbatim,) = asked(capsysbinary, " ".join(words))
    assert verbatim["pasted"] == {"verbatim": True, "only_pasted": [], "only_in_article": []}
    (other,) = asked(capsysbinary, " ".join([*words[:2], "perhaps", *words[3:]]))
    assert other["pasted"] == {"verbatim": False, "only_pasted": ["perhaps"], "only_in_article": [words[2]]}
    assert other["confidence"] < 1
