"""German."""

from bot.languages.language import Asking, Language, Reading, Words

_WORDS = Words()

_ASKING = Asking()

_READING = Reading()

LANGUAGE = Language(code="de", name="Deutsch", words=_WORDS, asking=_ASKING, reading=_READING)
