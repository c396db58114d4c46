"""Commands encode what is new before they answer; a single question does not wait for a large folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.basics.limits import LIMITS
from bot.basics.progress import Progress, silent
from bot.basics.settings import Settings
from bot.command.by_meaning import encoding_of, with_meaning
from bot.core.index.edition import Edition
from tests.core.texts import harbour, orchard
from tests.search.tiny_onnx import write_model

pytest.importorskip("onnxruntime")
EDITION = Edition.of([harbour(), orchard()])


@contextmanager
def no_bars() -> Iterator[Callable[[str], Progress]]:
    yield lambda _: silent


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Settings(meaning_folder=write_model(tmp_path / "tiny"))


def test_all_is_encoded_for_many_questions(settings: Settings) -> None:
    assert with_meaning(EDITION, settings, no_bars).encoded


def test_a_single_question_to_a_large_folder_encodes_some_and_says_what_is_left(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(LIMITS, "meaning", replace(LIMITS.meaning, at_once=4, a_call=4, batch=2))
    said = []
    for _ in range(9):
        if with_meaning(EDITION, settings, no_bars, hurried=True).encoded:
            break
        said.append(capsys.readouterr().err)
    assert 1 <= len(said) < 9
    assert all("by words alone" in line and "left to encode" in line for line in said)
    assert with_meaning(EDITION, settings, no_bars, hurried=True).encoded


def test_a_single_question_to_a_very_large_folder_encodes_nothing_until_most_is_encoded(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(LIMITS, "meaning", replace(LIMITS.meaning, hopeless=4, looked_at=8))
    for _ in range(2):
        assert with_meaning(EDITION, settings, no_bars, hurried=True) is EDITION
        assert "sentences are left to encode; " in capsys.readouterr().err
    encoding = encoding_of(settings)
    assert encoding
    all_at_first = encoding.left(EDITION)
    encoding.made(Edition.of([harbour()]))
    assert 0 < encoding.left(EDITION) < all_at_first
    assert with_meaning(EDITION, settings, no_bars).encoded
    assert with_meaning(EDITION, settings, no_bars, hurried=True).encoded


@pytest.mark.parametrize(("seconds", "all_of_them"), [(3600.0, True), (-1.0, False)])
def test_a_single_question_waits_no_longer_than_is_allowed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, seconds: float, *, all_of_them: bool
) -> None:
    monkeypatch.setattr(LIMITS, "meaning", replace(LIMITS.meaning, waited_at_most=seconds))
    assert bool(with_meaning(EDITION, settings, no_bars, hurried=True).encoded) is all_of_them


def test_switched_off_nothing_is_encoded(settings: Settings) -> None:
    assert with_meaning(EDITION, settings.model_copy(update={"meaning": False}), no_bars) is EDITION


def test_a_failing_server_is_said_and_words_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(LIMITS, "meaning", replace(LIMITS.meaning, tries=1))
    nowhere = Settings(meaning_url="http://127.0.0.1:9/v1", meaning_model="small")
    assert with_meaning(EDITION, nowhere, no_bars) is EDITION
    assert "by words alone: small: ConnectError" in capsys.readouterr().err
