"""The settings as people read them: as lines, as JSON, as a file to begin with, as the documents' table."""

import json
from collections.abc import Callable, Sequence
from itertools import groupby

from bot.basics.settings import ShownSetting

_HEAD = "| variable | default | meaning |\n|---|---|---|"
_FIRST = """\
# The settings of Quoth, with their defaults. Take the # away where you want something else.
# The environment and .env win over this file. Paths are meant from where this file stands.
# The headings are for readers: a setting may stand anywhere.
"""


def as_lines(settings: Sequence[ShownSetting]) -> str:
    """Return each setting with its value and source, and below what it means."""
    return "\n\n".join(
        "\n".join(
            [f"{section}:", *(f"  {_line(one)}\n      {one.meaning.replace('`', '')}" for one in group)]
        )
        for section, group in _sections(settings)
    )


def as_json_lines(settings: Sequence[ShownSetting]) -> str:
    """Return a JSON object a setting."""
    return "\n".join(json.dumps(one._asdict()) for one in settings)


def as_markdown(settings: Sequence[ShownSetting]) -> str:
    """Return the tables of docs/settings.md: what may be set, not what is."""
    return "\n\n".join(
        "\n".join([f"## {section}\n\n{_HEAD}", *map(_row, group)]) for section, group in _sections(settings)
    )


def as_toml(settings: Sequence[ShownSetting]) -> str:
    """Return a settings file in which nothing is set."""
    sections = [
        "\n".join([f"[{section.lower()}]", *map(_commented, group)]) for section, group in _sections(settings)
    ]
    return "\n\n".join([_FIRST.rstrip(), *sections])


FORMS: dict[str, Callable[[Sequence[ShownSetting]], str]] = {
    "text": as_lines,
    "json": as_json_lines,
    "markdown": as_markdown,
    "toml": as_toml,
}
"""What ``settings`` can print."""


def _sections(settings: Sequence[ShownSetting]) -> list[tuple[str, list[ShownSetting]]]:
    return [(section, list(group)) for section, group in groupby(settings, lambda one: one.section)]


def _line(one: ShownSetting) -> str:
    return f"{one.name} = {one.value}  ({one.source})" if one.value else f"{one.name}  (not set)"


def _row(one: ShownSetting) -> str:
    default = f"`{one.default}`" if one.default else ""
    return f"| `{one.name}` | {default} | {one.meaning} |"


def _commented(one: ShownSetting) -> str:
    bare = one.default in {"true", "false"} or one.default.replace(".", "", 1).isdigit()
    return f"\n# {one.meaning}\n# {one.name} = {one.default if bare else json.dumps(one.default)}"
