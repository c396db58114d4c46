"""What people get wrong, each with the exit code, and what is said of the cause and of the remedy."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.command.cli import main

ARTICLE = "# Tide\n\nThe tide rose two metres on Monday. Nobody was hurt in the harbour.\n"


class Mistake(NamedTuple):
    """A call in a folder with ``full/`` (one article), ``empty/`` and ``broken/``, and what comes of it."""

    name: str
    call: str
    code: int
    said: str
    """Stands in what is said, on standard output or standard error; a pattern."""
    settings: str = ""
    """The environment, as ``NAME=VALUE``, blanks between."""


MISTAKES = [
    Mistake("no question", "ask", 2, r'say what to ask: \S+.* ask "QUESTION", or --from FILE'),
    Mistake("an empty question", "ask ''", 2, r'the question is empty; say what to ask: .* ask "QUESTION"'),
    Mistake("a question and a file", "ask tide --from empty", 2, "say what to ask"),
    Mistake("--explain for a program", "ask tide --explain --json", 2, "leave one of --explain and --json"),
    Mistake("no file of questions", "ask --from none.txt", 1, "cannot read the questions: .*none.txt"),
    Mistake("an empty file of questions", "ask --from blank.txt", 1, "no question in blank.txt; write one a"),
    Mistake("a folder that is not there", "ask tide --corpus none", 1, "none.*No such file"),
    Mistake("a file for a folder", "check --corpus blank.txt", 1, "blank.txt.*Not a directory"),
    Mistake("an empty folder, asked", "ask tide --corpus empty", 0, "no articles in empty; --samples asks"),
    Mistake("no folder", "ask tide", 1, "no folder corpus here: .* init makes one, .* --samples takes"),
    Mistake("an empty folder, checked", "check --corpus empty", 1, r"no articles: put files .* \.md"),
    Mistake("a broken file", "ask tide --corpus broken", 0, r"1 problem\(s\) in the folder; .* check tells"),
    Mistake("a broken file, checked", "check --corpus broken", 1, r"bad\.pdf: "),
    Mistake("an article that is not there", "show flood --corpus full", 1, "'flood'; .* check lists them"),
    Mistake("an unknown command", "aks tide", 2, r"invalid choice: 'aks' \(choose from"),
    Mistake("an unknown option", "ask tide --jsn", 2, "unrecognized arguments: --jsn"),
    Mistake("nothing serves", "reload", 1, "no bot serves from data: start it with .* serve, or set"),
    Mistake("a name of several", "show t --corpus full", 1, "2 articles begin .* tide, town; give more"),
    Mistake("a misspelt setting", "ask tide --corpus full", 1, "BOT_TOKN .*mean BOT_TOKEN", "BOT_TOKN=x"),
    Mistake(
        "no number",
        "ask tide",
        1,
        "BOT_IN_FLIGHT in the environment should be a whole number from 1 to 4096, not 'many'",
        "BOT_IN_FLIGHT=many",
    ),
    Mistake(
        "too small a number",
        "ask tide",
        1,
        "_DAYS .* a whole number from 1, not",
        "BOT_KEPT_DAYS=0",
    ),
    Mistake("no time", "serve", 1, "SECONDS .* a number above 0.*, not '-1'", "BOT_API_TIMEOUT_SECONDS=-1"),
    Mistake("neither true nor false", "serve", 1, "true or false, not 'maybe'", "BOT_WATCH=maybe"),
    Mistake("no chat", "serve", 1, "BOT_ERROR_CHAT .* a whole number, not 'me'", "BOT_ERROR_CHAT=me"),
    Mistake("an unknown format", "serve", 1, "one of auto, human, json, not 'xml'", "BOT_LOG_FORMAT=xml"),
    Mistake(
        "no ids",
        "serve",
        1,
        "user ids, for example .*, not '@aya'",
        "BOT_MAINTAINERS=@aya",
    ),
    Mistake("no port", "serve", 1, "HEALTH_LISTEN .* look like .*, not '8080'", "BOT_HEALTH_LISTEN=8080"),
    Mistake("no address", "serve", 1, "begin with https://, not 'b.org'", "BOT_WEBHOOK_URL=b.org"),
    Mistake(
        "no file with a token",
        "serve",
        1,
        "BOT_TOKEN_FILE: none/token cannot be read: No such file",
        "BOT_TOKEN_FILE=none/token",
    ),
    Mistake(
        "no token's shape",
        "serve",
        1,
        "BOT_TOKEN in the environment should look like 123456:ABC",
        "BOT_TOKEN=secret",
    ),
    Mistake(
        "the README's token",
        "serve",
        1,
        "BOT_TOKEN is too short, perhaps an example; @BotFather gives",
        "BOT_TOKEN=123456:the-token-from-BotFather",
    ),
    Mistake("no token", "serve", 1, "Set BOT_TOKEN .*BotFather"),
    Mistake("no settings file", "ask tide --config no.toml", 1, "no.toml cannot be read: No such file"),
    Mistake("a broken settings file", "--config bad.toml ask tide", 1, "bad.toml is no TOML: .*line 1"),
    Mistake(
        "a misspelt name in it", "settings", 1, "BOT_CORPSE in odd.toml .*mean BOT_C", "QUOTH_CONFIG=odd.toml"
    ),
    Mistake(
        "a wrong value in it",
        "chat --config few.toml",
        1,
        "BOT_KEPT_DAYS in few.toml should be a whole number from 1, not '0'",
    ),
]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("full", "empty", "broken"):
        (tmp_path / name).mkdir()
    for name in ("full", "broken"):
        (tmp_path / name / "tide.md").write_text(ARTICLE)
    (tmp_path / "full/town.md").write_text(ARTICLE)
    (tmp_path / "broken/bad.pdf").write_bytes(b"no pdf")
    (tmp_path / "blank.txt").write_text("\n \n")
    (tmp_path / "bad.toml").write_text("BOT_CORPUS: full\n")
    (tmp_path / "odd.toml").write_text("BOT_CORPSE = 'full'\n")
    (tmp_path / "few.toml").write_text("[people]\nBOT_KEPT_DAYS = 0\n")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_with_its_remedy(
    mistake: Mistake, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for setting in mistake.settings.split():
        monkeypatch.setenv(*setting.split("=", 1))
    code, said = tried(mistake.call, capsys)
    assert re.search(mistake.said, said), said
    assert "Traceback" not in said
    assert code == mistake.code


def tried(call: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of a call, and all that it says."""
    words = [word.strip("'") for word in call.split()]
    try:
        code = main(words)
    except SystemExit as end:
        code = int(end.code or 0)
    return code, "".join(capsys.readouterr())
