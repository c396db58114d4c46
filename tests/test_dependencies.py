"""Nothing is installed that is not pinned, and nothing under a licence that Quoth's own does not go with."""

import ast
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

from packaging.requirements import Requirement

import bot
from tests.dependencies import GIVEN_FREELY, bill_of_materials, installed, licence_of, name_of, purl

CONSTRAINTS = Path(__file__).parent.parent / "constraints.txt"
ALL = installed("quoth", frozenset({"dev", "train"}))
SERVING = installed("quoth", frozenset({"all", "train"}))


def test_all_that_is_installed_is_pinned_also_what_libraries_ask_for() -> None:
    pinned = {name_of(line.partition("==")[0]) for line in CONSTRAINTS.read_text("utf-8").splitlines()}
    assert len(ALL) > 50
    assert set(ALL) - pinned == {"quoth"}


def test_every_pin_is_the_version_that_is_installed() -> None:
    pins = dict(line.split("==") for line in CONSTRAINTS.read_text("utf-8").splitlines())
    versions = {name: ALL[name_of(name)].version for name in pins if name_of(name) in ALL}
    assert {name: version for name, version in versions.items() if version != pins[name]} == {}


def test_all_that_the_program_imports_is_asked_for_by_name() -> None:
    asked = {name_of(Requirement(text).name) for text in distribution("quoth").requires or []}
    homes = packages_distributions()
    used = {name_of(homes[name][0]) for name in imported() if name in homes}
    assert used - asked - {"quoth", "pydantic-core"} == set(), "pydantic-core is the other half of pydantic"


def imported() -> set[str]:
    """The first names of all modules that the program's own import."""
    names: set[str] = set()
    for path in Path(bot.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add((node.module or "").partition(".")[0])
    return names


def test_everything_that_is_asked_for_has_a_highest_version() -> None:
    asked = map(Requirement, distribution("quoth").requires or [])
    unbounded = [one.name for one in asked if not one.marker and "<" not in str(one.specifier)]
    assert unbounded == []


def test_the_bill_of_materials_names_everything_with_version_and_licence() -> None:
    bill = bill_of_materials()
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    listed = {part["purl"]: part for part in bill["components"]}
    assert set(listed) == {purl(name, found) for name, found in SERVING.items() if name != "quoth"}
    assert all(part["licenses"] for part in listed.values())
    assert bill["metadata"]["component"]["name"] == "quoth"
    assert {ref for one in bill["dependencies"] for ref in one["dependsOn"]} <= set(listed)


def test_every_licence_goes_with_ours() -> None:
    unlike = {name: licence_of(found) for name, found in SERVING.items()}
    assert {name: words for name, words in unlike.items() if not GIVEN_FREELY.search(words)} == {}
