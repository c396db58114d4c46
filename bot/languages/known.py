"""The languages that Quoth knows: every file of this folder that has a ``LANGUAGE``."""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

from bot.languages.language import KnownLanguage

CODES = ("en", "ru", "kk", "de", "uk", "fr", "es", "it")
"""ISO 639-1 codes, in the order in which languages are tried."""

LANGUAGES: dict[str, KnownLanguage] = {
    code: import_module(f"bot.languages.{code}").LANGUAGE for code in CODES
}
"""All known languages by their codes."""


@cache
def read_in(language: str) -> tuple[KnownLanguage, ...]:
    """Return the languages whose words count in a text of that one (a code, or "")."""
    return tuple(known for known in LANGUAGES.values() if known.is_everywhere or known.code == language)


def alternatives(language: str, of: Callable[[KnownLanguage], str]) -> str:
    """Return a regular expression's alternatives, of all languages whose words count in a text of that one."""
    return joined(of(known) for known in read_in(language))


def joined(texts: Iterable[str]) -> str:
    """Return the alternatives of a regular expression that stand in the lines of texts as one; it may match none."""
    lines = [line.strip() for text in texts for line in text.splitlines()]
    return "|".join(filter(None, lines)) or r"(?!)"
