"""The house stays one that a newcomer finds the way in: small rooms, short functions, a promise each."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import bot
from bot.languages.known import CODES

PACKAGE = Path(bot.__file__).parent
ROOMS = sorted(path.parent for path in PACKAGE.rglob("__init__.py"))

SAID_BY_EACH = {"FORMATS", "INTERFACE", "LANGUAGE", "log"}
"""What every module of a room, or every module that logs, says of itself by the same name."""


def public_names() -> Iterator[tuple[str, str]]:
    """Each public class, function, constant and module of ours, with the file that it stands in."""
    for path in PACKAGE.rglob("*.py"):
        file = str(path.relative_to(PACKAGE))
        for node in ast.parse(path.read_text("utf-8")).body:
            yield from ((name, file) for name in named_by(node) if not name.startswith("_"))
        if file not in {f"languages/interface/{code}.py" for code in CODES}:
            yield f"{path.parent.name if path.stem == '__init__' else path.stem} (a module)", file


def named_by(node: ast.stmt) -> list[str]:
    """The names that a statement of a module makes."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    found = (part for target in targets if target for part in ast.walk(target))
    return [part.id for part in found if isinstance(part, ast.Name)]


def entries(room: Path) -> list[str]:
    """What a reader sees in the folder."""
    unseen = {"__init__.py", "__main__.py", "__pycache__", "py.typed"}
    return [path.name for path in room.iterdir() if path.name not in unseen]


def functions() -> Iterator[tuple[str, int]]:
    """Each function with its length in lines, without its head and docstring."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[ast.get_docstring(node) is not None :]
                length = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
                yield f"{path.relative_to(PACKAGE)}:{node.name}", length


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.relative_to(PACKAGE)))
def test_every_room_is_small_and_says_what_it_is_for(room: Path) -> None:
    assert len(entries(room)) <= 12
    promise = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or ""
    assert promise.endswith("."), "the first line of a package is its promise"


def test_functions_are_short() -> None:
    lengths = sorted(length for _, length in functions())
    assert median(lengths) <= 5
    assert lengths[int(0.9 * len(lengths))] <= 14
    assert [name for name, length in functions() if length > 50] == []


def test_a_public_name_means_one_thing() -> None:
    homes: dict[str, set[str]] = defaultdict(set)
    for name, file in public_names():
        homes[name].add(file)
    doubled = {name: sorted(files) for name, files in homes.items() if len(files) > 1}
    assert {name: files for name, files in doubled.items() if name not in SAID_BY_EACH} == {}
