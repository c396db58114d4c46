"""Where settings stand: the environment, ``.env`` and one settings file in TOML; the earlier one wins.

All three use the same names. What is none of them is refused, so that a typing mistake cannot go unseen.
"""

import difflib
import os
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dotenv import dotenv_values

from bot.basics.errors import SettingsError, told

PREFIX = "BOT_"
CONFIG = "QUOTH_CONFIG"
"""The variable that names another settings file."""
SETTINGS_FILE = Path("quoth.toml")
"""Read where it stands in the folder in which Quoth was called, if no other is named."""
DOTENV = Path(".env")
"""Read where it stands in the folder in which Quoth was called."""
_TOKENS = {"BOT_TOKEN", "BOT_TOKEN_FILE"}
"""Two names of one thing: the stronger source's counts, whichever it uses."""
_PATHS = {"BOT_TOKEN_FILE", "BOT_CORPUS", "BOT_DATA"}
"""A path in the settings file is meant from where that file stands."""


class GivenSetting(NamedTuple):
    """A setting's value as it stands somewhere; ``where`` is told to people."""

    value: object
    where: str


def given(known: Sequence[str], config: Path | None = None) -> dict[str, GivenSetting]:
    """Return each setting that is given, by its name; what is empty counts as not given.

    ``config`` names the settings file. Raises SettingsError where a name is not ``known`` or a file cannot
    be read.
    """
    sources = (
        _file(known, config),
        _named(known, _dotenv(), str(DOTENV)),
        _named(known, os.environ, "the environment"),
    )
    found: dict[str, GivenSetting] = {}
    for stronger in sources:
        if _TOKENS & stronger.keys():
            found = {name: one for name, one in found.items() if name not in _TOKENS}
        found |= stronger
    return found


def settings_file(config: Path | None = None) -> Path | None:
    """Return the settings file: ``config``, what QUOTH_CONFIG names, or ``quoth.toml`` if it is there."""
    named = config or (Path(os.environ[CONFIG]) if os.environ.get(CONFIG) else None)
    return named or (SETTINGS_FILE if SETTINGS_FILE.is_file() else None)


def _named(known: Sequence[str], variables: Mapping[str, str | None], where: str) -> dict[str, GivenSetting]:
    """Return the variables that are settings, with their names in capitals."""
    found = {name: value for name, value in variables.items() if name.upper().startswith(PREFIX)}
    for name in found:
        if name.upper() not in known:
            raise SettingsError(_unknown(name, where, known))
    return {name.upper(): GivenSetting(value, where) for name, value in found.items() if value}


def _dotenv() -> Mapping[str, str | None]:
    if not DOTENV.is_file():
        return {}
    try:
        return dotenv_values(DOTENV, interpolate=False)
    except OSError as error:
        raise SettingsError(f"{DOTENV} cannot be read: {told(error)}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{DOTENV} is no text in UTF-8") from None


def _file(known: Sequence[str], config: Path | None) -> dict[str, GivenSetting]:
    path = settings_file(config)
    if path is None:
        return {}
    values: dict[str, Any] = {}
    for name, value in _read(path).items():
        for key, one in value.items() if isinstance(value, dict) else [(name, value)]:
            if key not in known:
                raise SettingsError(_unknown(key, str(path), known))
            if key in values:
                raise SettingsError(f"{key} stands twice in {path}")
            values[key] = path.parent / Path(one).expanduser() if _is_path(key, one) else one
    return {key: GivenSetting(value, str(path)) for key, value in values.items() if value != ""}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(f"the settings file {path} cannot be read: {told(error)}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"the settings file {path} is no text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"the settings file {path} is no TOML: {error}") from None


def _is_path(key: str, value: object) -> bool:
    return key in _PATHS and isinstance(value, str) and value != ""


def _unknown(name: str, where: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name.upper(), known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
    return f"{name} in {where} is not a setting of Quoth; {hint}"
