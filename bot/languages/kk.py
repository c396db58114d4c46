"""Kazakh."""

from bot.languages.language import Asking, Language, Reading, Words

_WORDS = Words()

_ASKING = Asking()

_READING = Reading()

LANGUAGE = Language(code="kk", name="Қазақша", words=_WORDS, asking=_ASKING, reading=_READING)
