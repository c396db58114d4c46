"""What a system keeps for a program, made from its help: completions for shells, and the manual page."""

import argparse
import re
from collections.abc import Iterator
from typing import Any

SHELLS = ("bash", "zsh", "fish")
_EXIT_CODES = (
    ("0", "done; a refusal to answer is an answer"),
    ("1", "could not be done: standard error says why; check, doctor or eval found something wrong"),
    ("2", "called wrongly"),
    ("130", "ended by Control-C"),
)


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the script by which ``shell`` completes commands, options, files and ids of articles."""
    import shtab  # noqa: PLC0415 - only this needs it

    what: dict[str, Any] = {
        "FILE": shtab.FILE,
        "DIR": shtab.DIRECTORY,
        "ARTICLE": shtab.cmd(f"{parser.prog} show --list --quiet"),
    }
    for action in _actions(parser):
        if isinstance(action.metavar, str) and action.metavar in what:
            setattr(action, "complete", what[action.metavar])  # noqa: B010 - an attribute of shtab's
    return str(shtab.complete(parser, shell=shell))


def manual(parser: argparse.ArgumentParser) -> str:
    """Return the manual page, section 1, as roff."""
    name, commands = parser.prog, _commands(parser)
    from importlib.metadata import version  # noqa: PLC0415 - only this needs it

    lines = [
        f'.TH {name.upper()} 1 "" "{name} {version("quoth")}"',
        ".SH NAME",
        _said(f"{name} - {_about(parser)}"),
        *_section("SYNOPSIS", parser),
        ".SH COMMANDS",
    ]
    for command, (told, _) in commands.items():
        lines += [".TP", f".B {command}", _said(told)]
    for command, (_, own) in commands.items():
        lines += _section(command.upper(), own)
    lines += [".SH EXIT STATUS"]
    lines += [line for code, told in _EXIT_CODES for line in (".TP", f".B {code}", _said(told))]
    return "\n".join([*lines, ".SH ENVIRONMENT", _said(f"{name} settings lists every setting."), ""])


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield every argument of the parser and of its commands."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to ask
        yield action
        for own in action.choices.values() if isinstance(action.choices, dict) else ():
            yield from _actions(own)


def _commands(parser: argparse.ArgumentParser) -> dict[str, tuple[str, argparse.ArgumentParser]]:
    """Return each command with its line of help and its parser."""
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            told = {one.dest: one.help or "" for one in action._get_subactions()}  # noqa: SLF001
            return {name: (told[name], own) for name, own in action.choices.items()}
    return {}


def _section(title: str, parser: argparse.ArgumentParser) -> list[str]:
    """Return a section with how the parser is called, and what each argument of it means."""
    usage = _said(parser.format_usage().removeprefix("usage: ").strip())
    shown = [one for one in parser._actions if not isinstance(one.choices, dict)]  # noqa: SLF001
    return [f".SH {title}", ".nf", usage, ".fi", *(line for one in shown for line in _entry(one))]


def _entry(action: argparse.Action) -> list[str]:
    value = "" if action.nargs == 0 else str(action.metavar or "|".join(action.choices or ()))
    said = f"{', '.join(action.option_strings)} {value}".strip()
    return [".TP", f".B {_said(said)}", _said(action.help or "")]


def _about(parser: argparse.ArgumentParser) -> str:
    return (parser.description or "").partition(": ")[2].rstrip(".")


def _said(text: str) -> str:
    """Return a text as roff shows it: no sign of it is taken for a command."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", escaped, flags=re.MULTILINE)
