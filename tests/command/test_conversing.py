"""A conversation in a terminal: what leans on the answer before, and what points at it."""

import io

import pytest

from bot.command.conversing import converse
from bot.core.index.edition import Edition
from tests.core.models import model
from tests.core.texts import article

BOATS = "Four boats sank near Tarn in May. They were old. Nobody was hurt, the pilot said."
EDITION = Edition.of(
    [
        article("tarn", BOATS, title="Boats", url="https://tarn.example/boats"),
        article("quay", "Six boats sank near Quay in June.", title="Quay"),
    ]
)


def talk(lines: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return what each line got."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    assert converse(EDITION, model()) == 0
    return capsys.readouterr().out.split("? ")[1:]


def test_what_leans_on_an_answer_is_asked_with_its_question(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, thanked, followed, *_ = talk(
        ["How many boats sank near Tarn", "thanks", "and near Quay"], monkeypatch, capsys
    )
    assert "1." not in thanked
    assert "Six boats sank near Quay in June." in followed.splitlines()[1]


def test_an_answers_source_and_neighbours_and_further_quotes_are_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["How many boats sank near Tarn", "source", "who said that", "the first one", "more", "more"]
    answered, source, said, first, *more, _ = talk(lines, monkeypatch, capsys)
    assert answered.startswith("1. Four boats")
    assert source.strip().startswith("Boats –")
    assert source.split()[-1] == "https://tarn.example/boats"
    assert said == first
    assert BOATS in said
    assert "no more quotes" in more[-1]


def test_before_an_answer_nothing_is_pointed_at(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *_ = talk(["the second one"], monkeypatch, capsys)
    assert "1." not in first
