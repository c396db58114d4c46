"""How a call is understood and what its output is written in."""

import io
import json
import sys
from pathlib import Path

import pytest

from bot.basics.called import BY_SCRIPT, called
from bot.command.cli import main

FERRY = """---
title: The ferry of Östersund
publisher: Alder Courier
published: 2031-05-06
---

The ferry “Ängeln” sank on 5 May 2031 – all 14 sailors were saved.

Город построил новый паром за 9 месяцев.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ferry.md").write_text(FERRY, "utf-8")
    return str(folder)


def called_in(encoding: str, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """What a call writes to a standard output of that encoding; it succeeds."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding))
    assert main(arguments) == 0
    return written.getvalue().decode(encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "koi8-r", "utf-8"])
@pytest.mark.parametrize("command", ["ask sailors saved", "show ferry", "check", "ask --explain sailors"])
def test_an_output_gets_what_its_encoding_can_hold(
    encoding: str, command: str, corpus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "erry" in called_in(encoding, monkeypatch, *command.split(), "--corpus", corpus)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "koi8-r", "utf-8"])
def test_json_loses_no_sign_in_any_encoding(
    encoding: str, corpus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = called_in(encoding, monkeypatch, "ask", "sailors saved", "--json", "--corpus", corpus)
    text = json.loads(written)["quotes"][0]["text"]
    assert text == "The ferry “Ängeln” sank on 5 May 2031 – all 14 sailors were saved."


def test_words_that_nobody_quoted_are_one_question(corpus: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "how", "many", "sailors?", "--json", "--corpus", corpus]) == 0
    assert json.loads(capsys.readouterr().out)["question"] == "how many sailors?"


def test_the_version_names_all_that_matters_for_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("quoth ")


def test_without_a_command_it_says_what_to_do_next(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(BY_SCRIPT, raising=False)
    monkeypatch.setattr(sys, "argv", ["/somewhere/bin/quoth"])
    assert main([]) == 0
    page = capsys.readouterr().out
    assert "quoth ask --samples" in page
    assert "quoth --help" in page
    assert len(page.splitlines()) < 12


@pytest.mark.parametrize(
    ("argv", "name"),
    [("/usr/bin/quoth", "quoth"), ("/site-packages/bot/__main__.py", "python -m bot"), ("quoth", "quoth")],
)
def test_hints_say_how_it_was_called(argv: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BY_SCRIPT, raising=False)
    monkeypatch.setattr(sys, "argv", [argv])
    assert called() == name


def test_a_script_tells_how_it_was_called_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BY_SCRIPT, "./run")
    assert called() == "./run"


@pytest.mark.parametrize("name", ["ferry", "ferry.md", "fer", "ferry.m"])
def test_an_article_is_shown_by_its_id_its_file_or_the_beginning_of_one(
    name: str, corpus: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", name, "--corpus", corpus]) == 0
    assert capsys.readouterr().out.startswith("The ferry of Östersund")


def test_check_tells_what_the_kept_editions_of_the_served_folder_take(
    corpus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_CORPUS", corpus)
    monkeypatch.setenv("BOT_DATA", str(tmp_path / "data"))
    main(["check"])
    assert "kept editions" not in capsys.readouterr().out
    (tmp_path / "data" / "editions").mkdir(parents=True)
    main(["check"])
    assert "kept editions: 0 of at most 10, 0.0 MB" in capsys.readouterr().out
    main(["check", "--corpus", corpus])
    assert "kept editions" not in capsys.readouterr().out
