"""``init`` writes what a first start needs, and nothing that is there already."""

import io
import stat
import sys
from pathlib import Path

import pytest

from bot.basics.settings import read_settings
from bot.chat.wording.texts import Language
from bot.command.cli import main
from bot.core.answer import answer
from bot.core.index.edition import Edition
from bot.core.replies import Answer
from bot.library.corpus.folder import read_folder
from bot.library.corpus.samples import samples
from tests.core.models import model

TOKEN = "4242:AAEexampleexampleexampleexample-xyz"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "C")


def answered(monkeypatch: pytest.MonkeyPatch, *lines: str) -> int:
    """The exit code of ``init`` where somebody answers so."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return main(["init"])


def test_it_asks_and_writes_what_was_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answered(monkeypatch, "my 'own' articles", TOKEN, "1001, 1002", "de") == 0
    settings = read_settings()
    assert settings.required_token == TOKEN
    assert settings.corpus == Path("my 'own' articles")
    assert settings.maintainers == {1001, 1002}
    assert stat.S_IMODE(Path(".env").stat().st_mode) == 0o600
    (article,) = read_folder(settings.corpus).articles
    assert article.language == "de"
    assert TOKEN.partition(":")[2] not in "".join(capsys.readouterr())


def test_what_cannot_be_followed_is_told_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answered(monkeypatch, "", "no token", TOKEN, "@aya", "", "xx", "") == 0
    said = capsys.readouterr().err
    assert "BOT_TOKEN in your answer should look like 123456:" in said
    assert "BOT_MAINTAINERS in your answer should be user ids" in said
    assert "should be one of en, ru" in said
    assert read_settings().corpus == Path("corpus")


def test_a_script_is_asked_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert main(["init", "--yes", "--corpus", "texts", "--maintainers", "7", "--language", "fr"]) == 0
    monkeypatch.delenv("BOT_TOKEN")
    settings = read_settings()
    assert settings.required_token == TOKEN
    assert settings.maintainers == {7}
    assert read_folder(settings.corpus).articles[0].language == "fr"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--yes --maintainers @aya", "BOT_MAINTAINERS in your answer should be user ids"),
        ("--yes --corpus blank.txt/texts", "blank.txt/texts cannot be used: Not a directory"),
        ("", "nobody answers; --yes asks nothing"),
    ],
)
def test_what_it_cannot_do_it_says(
    arguments: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("blank.txt").write_text("")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(["init", *arguments.split()]) != 0
    assert said in capsys.readouterr().err


def test_nothing_that_is_there_is_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    Path("corpus").mkdir()
    Path("corpus/tide.md").write_text("The tide rose.")
    assert main(["init", "--yes"]) == 0
    assert [path.name for path in Path("corpus").iterdir()] == ["tide.md"]
    before = Path(".env").read_text()
    assert main(["init", "--yes", "--maintainers", "8"]) == 1
    assert ".env is there already" in capsys.readouterr().err
    assert Path(".env").read_text() == before


@pytest.mark.parametrize("language", Language)
def test_the_first_article_can_be_asked_in_every_language(language: Language) -> None:
    assert main(["init", "--yes", "--language", language]) == 0
    folder = read_folder(Path("corpus"))
    assert not folder.problems
    assert isinstance(answer("Markdown PDF Word EPUB", Edition.of(folder.articles), model()), Answer)


def test_without_articles_the_samples_are_offered_and_can_be_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["ask", "hello"]) == 1
    assert "there is no folder corpus here: " in (said := capsys.readouterr().err)
    assert "--samples takes the sample articles" in said
    assert main(["ask", "--samples", "Who died in Almaty?"]) == 0
    assert "Almaty" in capsys.readouterr().out
    assert len(read_folder(samples()).articles) == 5
