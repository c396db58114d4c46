"""How the house stands: rooms, floors, what a reader meets in a folder, lengths of functions, words of why.

A room is an entry of a folder, a floor what import-linter's contracts keep apart.
"""

import argparse
import ast
import io
import tokenize
import tomllib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "bot"
_FOR_TOOLS = ("# noqa", "# type:", "# ruff:", "# pyright:", "#!")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table of figures."""
    argparse.ArgumentParser("./run bench house", description=__doc__).parse_args(arguments)
    for where, layers in _layers():
        rooms = len(_entries(PACKAGE / where))
        print(f"bot/{where or ''}: {rooms} rooms on {len(layers)} floors")
    fullest = max(
        (path.parent for path in PACKAGE.rglob("__init__.py")), key=lambda room: len(_entries(room))
    )
    print(f"fullest folder: {fullest.relative_to(ROOT)}, {len(_entries(fullest))} entries")
    sources = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py")]
    lengths = sorted(length for source in sources for length in _functions(source))
    print(
        f"functions: {len(lengths)}, lines p50 {median(lengths):.0f}, "
        f"p90 {lengths[int(0.9 * len(lengths))]}, longest {lengths[-1]}"
    )
    lines = sum(1 for source in sources for line in source.splitlines() if line.strip())
    comments, reasons = (sum(map(count, sources)) for count in (_comments, _reasons))
    print(
        f"of {lines} lines, {100 * comments / lines:.1f} comments in a hundred, "
        f"{100 * reasons / lines:.1f} texts that tell a value's unit and reason"
    )


def _layers() -> Iterator[tuple[str, list[str]]]:
    """Yield each place that has floors, below the package, with them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for contract in settings["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "layers":
            (container,) = contract["containers"]
            yield container.removeprefix("bot").removeprefix("."), contract["layers"]


def _entries(room: Path) -> list[str]:
    unseen = {"__init__.py", "__main__.py", "__pycache__", "py.typed"}
    return [path.name for path in room.iterdir() if path.name not in unseen]


def _functions(source: str) -> Iterator[int]:
    """Yield the length of each function in lines, without its head and docstring."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[ast.get_docstring(node) is not None :]
            yield (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def _comments(source: str) -> int:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return sum(t.type == tokenize.COMMENT and not t.string.startswith(_FOR_TOOLS) for t in tokens)


def _reasons(source: str) -> int:
    """Count the texts that stand below a constant or a field."""
    bodies = (
        node.body for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Module | ast.ClassDef)
    )
    pairs = (pair for body in bodies for pair in pairwise(body))
    return sum(isinstance(one, ast.Assign | ast.AnnAssign) and _is_text(other) for one, other in pairs)


def _is_text(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


if __name__ == "__main__":
    main()
