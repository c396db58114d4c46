"""One key for the many spellings of a name: Tokayev, Tokaev, Toqaev and Токаев share ``tokaev``."""

import re

from bot.core.words.terms import fold

_SHORTEST = 4
"""A shorter key would join names that have nothing in common."""

# Capital J, C and S stand for the sounds of ж, ч and ш, which Latin spellings write in several ways.
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True))
    | dict(zip("әғқңөұүһіїєґў", "agknouuhiiegu", strict=True))
    | {"ё": "e", "ж": "J", "ц": "ts", "ч": "C", "ш": "S", "щ": "SC", "ъ": "", "ь": "", "ю": "iu", "я": "ia"}
)
_TURKIC = str.maketrans({"ş": "sh", "ç": "ch", "ə": "a"})
"""Before accents fold: they tell these letters from s and c."""
_DIGRAPHS = {
    "dzh": "J", "dJ": "J", "zh": "J", "j": "J", "kh": "h", "gh": "g", "ph": "f", "ck": "k",
    "ch": "C", "sh": "S", "tz": "ts", "x": "ks", "q": "k", "c": "k", "w": "v", "y": "i", "'": "",
}  # fmt: skip
_DIGRAPH = re.compile("|".join(_DIGRAPHS))
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
    latin = fold(name.casefold().translate(_TURKIC)).translate(_CYRILLIC)
    key = _DIGRAPH.sub(lambda found: _DIGRAPHS[found[0]], latin)
    for pattern, replacement in _RULES:
        key = pattern.sub(replacement, key)
    key = _AFTER_STOP.sub("r", key.rstrip("aeiou"))  # Almaty, Алматы; Tokayev, Токаева
    return key if len(key) >= _SHORTEST else ""
