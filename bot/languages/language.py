"""The shape of what is known of a language. A field that a language leaves empty falls back to nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What single words are: stop words, months, numbers, evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How questions are asked in the language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How texts are written in the language: where sentences end, how speech and residue look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language by its ISO 639-1 code and its name in itself."""

    code: str
    name: str
    words: Words = Words()
    asking: Asking = Asking()
    reading: Reading = Reading()
