"""The documents say what is true: their commands run, and they name every command and setting."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from bot.basics.settings import PREFIX, Listen, Settings
from bot.library.formats.registry import SUFFIXES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "tests/golden/README.md"]
OF_THE_SCRIPT = {"test", "lint", "bench"}
"""What ./run does itself; all else is a command of Quoth."""


def commands_to_test() -> list[str]:
    """Each line of the shell blocks under ``<!-- tested -->``, but the one that would run these tests."""
    text = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)
    blocks = re.findall(r"<!-- tested -->\n```sh\n(.*?)```", text, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line != "./run test"]


def run(command: str) -> subprocess.CompletedProcess[str]:
    """Run a shell command as a reader would, in the environment that the tests run in."""
    settled = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return subprocess.run(  # noqa: S603 - a shell is what the documents speak of
        ["/bin/bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env={**settled, "QUOTH_VENV": sys.prefix, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def documented_settings() -> dict[str, str]:
    """Each setting in the README's table, with its default."""
    return dict(re.findall(rf"^\| `({PREFIX}\w+)` \| (.*?) ?\|", README, re.MULTILINE))


def render_default(field: FieldInfo) -> str:
    """A setting's default as the README writes it."""
    match field.default:
        case Listen(host, port, _):
            return f"`{host}:{port}`"
        case None | "" | frozenset():
            return ""
        case default:
            return f"`{default}`"


@pytest.mark.parametrize("command", commands_to_test())
def test_the_commands_of_the_documents_work(command: str) -> None:
    done = run(command)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_documents_name_every_command_and_no_other() -> None:
    text = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)
    named = set(re.findall(r"\./run ([a-z]+)", text)) - OF_THE_SCRIPT
    _, _, listed = run("./run --help").stdout.partition("\ncommands:\n")
    assert named == set(re.findall(r"^    ([a-z]+) ", listed, re.MULTILINE))


def test_the_readme_lists_every_field_of_the_json_form_and_its_proof_holds() -> None:
    mixed = "--corpus tests/golden/mixed/articles"
    reply = json.loads(run(f'./run ask "who mended the tower clock?" --json {mixed}').stdout)
    table = README.partition("### For programs")[2].partition("\nA quote has ")
    assert set(re.findall(r"^\| `(\w+)` \|", table[0], re.MULTILINE)) == set(reply)
    quote = reply["quotes"][0]
    assert set(re.findall(r"`(\w+)`", table[2].partition(".")[0])) == set(quote)
    text = run(f"./run show {quote['article']} --text {mixed}").stdout
    assert text[quote["start"] : quote["end"]] == quote["text"]
    assert hashlib.sha256(text.encode()).hexdigest() == quote["revision"]


def test_the_readme_lists_every_setting_with_its_default() -> None:
    real = {PREFIX + name.upper(): render_default(field) for name, field in Settings.model_fields.items()}
    assert documented_settings() == real


def test_the_readme_lists_every_ending_of_a_file_that_is_read() -> None:
    table = README.partition("| files | notes |")[2].partition("\n\n")[0]
    listed = [ending for row in table.splitlines()[2:] for ending in row.split("|")[1].split()]
    assert sorted(listed) == sorted(f"`{suffix}`" for suffix in SUFFIXES)


def test_the_documents_name_no_setting_that_does_not_exist() -> None:
    text = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)
    real = {PREFIX + name.upper() for name in Settings.model_fields}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]*[A-Z]\b", text)) - real == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
