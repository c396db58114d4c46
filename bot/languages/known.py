"""The languages that Quoth knows: every file of this folder that has a ``LANGUAGE``."""

from importlib import import_module

from bot.languages.language import Language

CODES = ("en", "ru", "kk", "de", "uk", "fr", "es")
"""ISO 639-1 codes, in the order in which languages are tried."""

LANGUAGES: dict[str, Language] = {code: import_module(f"bot.languages.{code}").LANGUAGE for code in CODES}
"""All known languages by their codes."""
