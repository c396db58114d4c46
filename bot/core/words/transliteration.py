"""One key for the many spellings of a name: Tokayev, Tokaev, Toqaev and Токаев share ``tokaev``."""

import re

from bot.core.words.terms import fold
from bot.languages.beyond.scripts import SOUNDS_OF_CYRILLIC, SOUNDS_OF_LATIN, SOUNDS_OF_TURKIC

_SHORTEST = 4
"""A shorter key would join names that have nothing in common."""

_DIGRAPH = re.compile("|".join(SOUNDS_OF_LATIN))
_RULES = [
    (re.compile(r"(.)\1+"), r"\1"),  # Kassym, Kasym
    (re.compile(r"^i(?=e)"), ""),  # Yevgeny, Evgeny
    (re.compile(r"(?<=[aeou])i(?=[aeou])"), ""),  # Tokayev, Tokaev
    (re.compile(r"ng"), "n"),  # Zhangaozen, Zhanaozen
    (re.compile(r"(.)\1+"), r"\1"),  # Sergeyev, Sergeev
]
_AFTER_STOP = re.compile(r"(?<=[bdgkpt])er$")  # Alexander, Александр


def spelling_key(name: str) -> str:
    """Return what the spellings of a name have in common, "" for a name too short to tell.

    Reads Latin and Cyrillic, with the letters of Kazakh; final vowels are dropped, as endings change them.
    """
    latin = fold(name.casefold().translate(SOUNDS_OF_TURKIC)).translate(SOUNDS_OF_CYRILLIC)
    key = _DIGRAPH.sub(lambda found: SOUNDS_OF_LATIN[found[0]], latin)
    for pattern, replacement in _RULES:
        key = pattern.sub(replacement, key)
    key = _AFTER_STOP.sub("r", key.rstrip("aeiou"))  # Almaty, Алматы; Tokayev, Токаева
    return key if len(key) >= _SHORTEST else ""
