"""Write all patterns that ``bot`` compiles as JSON to standard output, with what is asked of each.

It has to run in a process of its own: what was imported before compiles nothing any more.
"""

import ast
import importlib
import inspect
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import regex

import bot

_ASKED = {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"}
_FOUND: dict[object, dict[str, object]] = {}
_PACKAGE = Path(bot.__file__).parent
_SOURCES = [path for path in sorted(_PACKAGE.rglob("*.py")) if path.name != "__main__.py"]


def _module(path: Path) -> str:
    return ".".join(path.relative_to(_PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse(Path(file).read_text("utf-8"))


def _name(node: ast.AST) -> str:
    """Return what something is called where it stands: ``_WORD``, ``self._words``, ``_states(language)``."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=called):
            return _name(called)
        case _:
            return ""


@cache
def _names(file: str, line: int) -> list[str]:
    """Return what a line gives a name to, the narrowest first: a keyword, a variable, a function."""
    names = []
    for node in ast.walk(_tree(file)):
        if not getattr(node, "lineno", line + 1) <= line <= (getattr(node, "end_lineno", None) or 0):
            continue
        match node:
            case ast.keyword(arg=str(name)) | ast.FunctionDef(name=name):
                names.append(name)
            case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
                names.append(_name(target))
            case _:
                pass
    return names[::-1]


@cache
def _asked() -> dict[str, set[str]]:
    """Return which methods are called on what has a name, or on the first parameter that it is handed as."""
    asked: dict[str, set[str]] = defaultdict(set)
    for path in _SOURCES:
        nodes = list(ast.walk(_tree(str(path))))
        for node in nodes:
            if isinstance(node, ast.Attribute) and node.attr in _ASKED:
                asked[f"{path}:{_name(node.value)}"].add(node.attr)
                asked[_name(node.value)].add(node.attr)
        takes = {
            node.name: asked[f"{path}:{node.args.args[0].arg}"]
            for node in nodes
            if isinstance(node, ast.FunctionDef) and node.args.args and "Pattern" in ast.unparse(node.args)
        }
        for node in nodes:
            if isinstance(node, ast.Call) and node.args and (found := takes.get(_name(node.func))):
                asked[f"{path}:{_name(node.args[0])}"] |= found
                asked[_name(node.args[0])] |= found
    return dict(asked)


def _asked_of(frame: FrameType | None) -> list[str]:
    """Return how a pattern is asked, by the names on the way to it; in all ways if that is not seen."""
    while frame and frame.f_globals.get("__name__", "").startswith("bot."):
        for name in _names(frame.f_code.co_filename, frame.f_lineno):
            where = f"{frame.f_code.co_filename}:{name}" if name.startswith("_") else name
            if found := _asked().get(where):
                return sorted(found)
        if frame.f_code.co_name == "<module>":
            break
        frame = frame.f_back
    return ["finditer", "fullmatch"]


def _noted(module: ModuleType) -> Callable[..., Any]:
    """Return the module's ``compile``, which notes from now on what the program hands it."""
    compiled = module.compile

    def noted(*args: Any, **kwargs: Any) -> Any:
        made = compiled(*args, **kwargs)
        frame = sys._getframe(1)  # noqa: SLF001 - who compiles is all that is asked
        by = str(frame.f_globals.get("__name__"))
        if by.startswith("bot."):
            _FOUND[by, frame.f_lineno, made.pattern, made.flags] = {
                "engine": module.__name__,
                "made": f"{by}:{frame.f_lineno}",
                "name": f"{by}.{next(iter(_names(frame.f_code.co_filename, frame.f_lineno)), '')}",
                "pattern": made.pattern if isinstance(made.pattern, str) else made.pattern.decode("latin-1"),
                "is_bytes": isinstance(made.pattern, bytes),
                "flags": made.flags,
                "asked": _asked_of(frame),
            }
        return made

    return noted


def _written_in_place() -> Iterator[tuple[str, str, str, str]]:
    """Yield where the program asks a pattern without compiling it, the pattern and how it is asked."""
    for path in _SOURCES:
        for node in ast.walk(_tree(str(path))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re" | "regex" as engine), attr=method),
                    args=[ast.Constant(value=str(pattern)), *_],
                ) if method in _ASKED:
                    yield f"{_module(path)}:{node.lineno}", engine, method, pattern
                case _:
                    pass


def _compiling() -> set[str]:
    """Return all places that compile."""
    return {
        f"{_module(path)}:{node.lineno}"
        for path in _SOURCES
        for node in ast.walk(_tree(str(path)))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "regex.compile")
    }


def main() -> None:
    """Import all modules, call what makes patterns from words, and write what was compiled meanwhile."""
    re.compile, regex.compile = _noted(re), _noted(regex)
    modules = [importlib.import_module(_module(path)) for path in _SOURCES]
    words = {
        "language": importlib.import_module("bot.languages.known").CODES,
        "phrase": ("the quay", "news 24"),
    }
    for function in [value for module in modules for value in vars(module).values()]:
        if not hasattr(function, "cache_info"):
            continue
        signature = inspect.signature(function)
        if len(names := list(signature.parameters)) == 1:
            for word in words.get(names[0], ()):
                function(word)
        elif not names and "Pattern" in str(signature.return_annotation):
            function()
    for made, engine, method, pattern in _written_in_place():
        _FOUND[made] = {
            "engine": engine,
            "made": made,
            "name": made,
            "pattern": pattern,
            "is_bytes": False,
            "flags": 0,
            "asked": [method],
        }
    missed = sorted(_compiling() - {str(note["made"]) for note in _FOUND.values()})
    json.dump({"missed": missed, "patterns": list(_FOUND.values())}, sys.stdout)


main()
