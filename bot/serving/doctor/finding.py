"""What one look found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: ``ok`` is None where nothing is wrong that has to be mended. Holds no secret."""

    name: str
    ok: bool | None
    found: str
    remedy: str = ""
    """What to do, "" where nothing is."""


def good(name: str, found: str) -> Finding:
    """Return that all is well."""
    return Finding(name, True, found)


def noted(name: str, found: str, remedy: str = "") -> Finding:
    """Return what is worth knowing, and what could be done about it."""
    return Finding(name, None, found, remedy)


def bad(name: str, found: str, remedy: str) -> Finding:
    """Return what is wrong and what to do."""
    return Finding(name, False, found, remedy)
