"""The documents say what is true: their examples print what stands below them, what they name exists."""

import doctest
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.basics.settings import Settings, shown_settings
from bot.basics.sources import PREFIX
from bot.command.settings_shown import as_markdown
from bot.library.formats.registry import SUFFIXES

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
OTHERS = ("README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md", "tests/golden/README.md")
DOCUMENTS = [*(ROOT / name for name in OTHERS), *PAGES]
DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))
SHELL = re.compile(
    r"^(?:<!-- (.*?) -->\n)?```sh\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.DOTALL | re.MULTILINE
)
"""A shell block, with the remark above it and the text block right below it, which is what it prints."""


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


class Example(NamedTuple):
    """A shell block: ``remark`` says whether it is tested, ``printed`` is empty if no output is shown."""

    document: str
    remark: str
    command: str
    printed: str


def examples() -> list[Example]:
    return [
        Example(str(path.relative_to(ROOT)), *block)
        for path in DOCUMENTS
        for block in SHELL.findall(path.read_text("utf-8"))
    ]


TESTED = [example for example in examples() if example.remark == "tested"]


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


def plain(text: str) -> str:
    """The text without blanks at the ends of its lines, ended by one line break."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"


def rows(document: str, heading: str) -> list[list[str]]:
    """The cells of each row of the table that begins with ``heading``."""
    table = read(document).partition(heading)[2].partition("\n\n")[0]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]


def codes(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("example", TESTED, ids=lambda example: f"{example.document}: {example.command[:50]}")
def test_an_example_prints_what_stands_below_it(example: Example) -> None:
    done = run(example.command)
    assert done.returncode == 0, done.stderr
    wanted, got = plain(example.printed), plain(done.stdout)
    same = doctest.OutputChecker().check_output(wanted, got, doctest.ELLIPSIS)
    assert same, f"{example.document} shows\n{wanted}\nand ./run prints\n{got}"


def test_the_way_of_an_answer_is_as_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told = doctest.testfile(
        str(ROOT / "docs/an-answer.md"), False, optionflags=doctest.ELLIPSIS, encoding="utf-8"
    )
    assert told.attempted
    assert told.failed == 0, "see the differences that doctest printed"


def test_every_shell_block_is_tested_and_shows_its_output_or_says_why_it_is_not() -> None:
    assert [e for e in examples() if not (e.printed or e.remark.startswith("not run: "))] == []


def test_what_is_not_run_shows_no_output() -> None:
    assert [e for e in examples() if e.remark != "tested" and e.printed] == []


def test_the_documents_name_every_command_and_no_other() -> None:
    text = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)
    named = set(re.findall(r"\./run ([a-z]+)", text))
    _, _, listed = run("./run --help").stdout.partition("\ncommands:\n")
    assert named == set(re.findall(r"^    ([a-z]+) ", listed, re.MULTILINE))


def test_the_readme_lists_every_field_of_the_json_form_and_its_proof_holds() -> None:
    mixed = "--corpus tests/golden/mixed/articles"
    reply = json.loads(run(f'./run ask "who mended the tower clock?" --json {mixed}').stdout)
    assert [codes(name) for name, _ in rows("README.md", "| field | |")] == [[name] for name in reply]
    quote = reply["quotes"][0]
    fields = read("README.md").partition("\nA quote has ")[2].partition(".")[0]
    assert set(codes(fields)) == set(quote)
    text = run(f"./run show {quote['article']} --text {mixed}").stdout
    assert text[quote["start"] : quote["end"]] == quote["text"]
    assert hashlib.sha256(text.encode()).hexdigest() == quote["revision"]


def test_the_fields_that_are_there_only_at_times_are_there_where_the_documents_say() -> None:
    documented = {codes(name)[0] for name, _ in rows("docs/commands.md", "| field | |")}
    pasted = '"Pell has kept the costume, he is now training an apprentice" "Wilhelmina Stroud"'
    reply = json.loads(run(f"./run ask '{pasted}' --json --corpus tests/golden/mixed/articles").stdout)
    assert set(reply) - {codes(name)[0] for name, _ in rows("README.md", "| field | |")} <= documented
    assert set(reply["pasted"]) == {"verbatim", "only_pasted", "only_in_article"}


def test_the_documents_have_the_tables_of_settings_that_the_program_prints() -> None:
    assert as_markdown(shown_settings()) in read("docs/settings.md")


def test_the_documents_list_every_ending_of_a_file_that_is_read() -> None:
    listed = [ending for files, _ in rows("docs/formats.md", "| files | notes |") for ending in codes(files)]
    assert sorted(listed) == sorted(SUFFIXES)


def test_every_file_that_is_named_for_a_change_exists() -> None:
    table = [line for line in (ROOT / "docs/changes.md").read_text("utf-8").splitlines() if line[:1] == "|"]
    named = {name for line in table for name in codes(line) if "/" in name and not name.startswith("./")}
    assert len(named) > len(table)
    assert [name for name in named if not (ROOT / "bot" / name).exists()] == []


def test_the_documents_name_no_setting_that_does_not_exist() -> None:
    text = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)
    real = {PREFIX + name.upper() for name in Settings.model_fields}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]*[A-Z]\b", text)) - real == set()


@pytest.mark.parametrize("document", [*DOCUMENTS, *DECISIONS], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_heading_finds_it(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]*)#([^)]+)\)", document.read_text("utf-8"))
    assert [
        link for link in links if link[1] not in anchors((document.parent / link[0]) if link[0] else document)
    ] == []


def anchors(document: Path) -> set[str]:
    """The names under which a code host makes the document's headings linkable."""
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", [*DOCUMENTS, *DECISIONS], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_that_is_named_exists(document: Path) -> None:
    paths = re.findall(r"`((?:\w+/)*\w+\.py)`", document.read_text("utf-8"))
    assert [path for path in paths if not ((ROOT / path).exists() or (ROOT / "bot" / path).exists())] == []


def test_code_that_is_shown_stands_in_the_file_that_is_named() -> None:
    shown = re.findall(
        r"<!-- from (\S+) -->\n```python\n(.*?)```", read(".github/CONTRIBUTING.md"), re.DOTALL
    )
    assert shown
    assert [file for file, code in shown if code not in read(file)] == []


def test_the_index_links_every_page() -> None:
    linked = set(re.findall(r"\]\((\w[\w-]*\.md)\)", read("docs/README.md")))
    assert {path.name for path in PAGES} - {"README.md"} - linked == set()


def test_the_tour_names_every_room() -> None:
    picture = read("docs/tour.md")
    rooms = [path.parent.name for path in (ROOT / "bot").rglob("*/__init__.py")]
    assert [room for room in rooms if f"{room}/" not in picture] == []


def test_the_readme_can_be_read_in_one_go() -> None:
    assert len(read("README.md").splitlines()) <= 150
