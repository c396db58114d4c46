"""What shells and manuals are given is made from the help, and works."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.command.cli import main
from bot.command.shell_files import SHELLS
from bot.command.terminal import console

ROOT = Path(__file__).parents[2]
COMPLETE = """
quoth() { "%s" -m bot "$@"; }
source /dev/stdin
COMP_WORDS=(%s) COMP_CWORD=%d
_shtab_quoth
printf '%%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("tide", "town"):
        (folder / f"{name}.md").write_text(f"# {name}\n\nThe {name} rose two metres on Monday.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return folder


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def completed(script: str, *words: str) -> list[str]:
    """What bash offers for the last of these words."""
    program = COMPLETE % (sys.executable, " ".join(repr(word) for word in words), len(words) - 1)
    bash = ["/bin/bash", "-c", program]
    done = subprocess.run(bash, input=script, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.split()


def test_bash_completes_commands_options_and_ids(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = printed(capsys, "completion", "bash")
    assert completed(script, "quoth", "do") == ["doctor"]
    assert "--samples" in completed(script, "quoth", "ask", "--sa")
    assert completed(script, "quoth", "show", "t") == ["tide", "town"]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_is_told_of_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    script = printed(capsys, "completion", shell)
    assert "quoth" in script
    assert [name for name in ("ask", "doctor", "restore", "completion") if name not in script] == []
    if found := shutil.which(shell):
        checked = subprocess.run([found, "-n"], input=script, capture_output=True, text=True, check=False)  # noqa: S603
        assert checked.stderr == ""


def test_the_manual_has_every_command_with_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, "man")
    assert page.startswith(".TH QUOTH 1 ")
    assert ".SH ASK\n" in page
    assert r".B \-\-explain" in page
    assert r".B \-\-links plain|full" in page
    assert "\n.B bash|zsh|fish\n" in page
    assert r".B \-\-color auto|always|never" in page.partition(".SH COMMANDS")[0]
    assert "None" not in page
    assert ".SH EXIT STATUS\n" in page
    assert [line for line in page.splitlines() if line.startswith("'")] == []


def test_the_ids_of_all_articles_can_be_listed(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "show", "--list") == "tide\ntown\n"
    assert main(["show"]) == 2
    assert "say which article" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("call", "coloured"),
    [
        ("--color always ask who rose", True),
        ("ask who rose --color always", True),
        ("ask who rose --color never", False),
        ("ask who rose", False),
    ],
)
def test_colours_are_as_they_are_wanted(
    call: str,
    coloured: bool,
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.setenv(name, "")  # so that both are as before at the end
    monkeypatch.setenv("TERM", "xterm")
    shown = printed(capsys, *call.split())
    assert ("\x1b[" in shown) is coloured


def test_into_a_pipe_nothing_is_paged(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not console().is_terminal
    assert "The tide rose" in printed(capsys, "show", "tide")
