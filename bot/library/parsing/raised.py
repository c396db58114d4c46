"""Raised and lowered signs in plain text: a note mark goes, a power stays one, nothing melts into a number.

"41" and a raised 2 are never "412": what no sign tells to be a note mark is written with Unicode's raised
signs, as a reader sees it.
"""

import re

from bot.basics.limits import LIMITS
from bot.core.reading.shape import HOLE

_RAISED = str.maketrans("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_MARK = re.compile(r"\s*(?:\[[^\]]{1,40}\]|\(?(?:\d{1,3}|[a-z])(?:[,;–-]\s?\d{1,3})*\)?|[*†‡§¶✝]{1,3})\s*")
_PLAINLY_A_MARK = re.compile(r"\s*(?:\[[^\]]{1,40}\]|[*†‡§¶✝]{1,3})\s*")
_ENDED = tuple(".!?…,;:\"'”’»“)]。！？")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")
TEXT_BEFORE = 2 * LIMITS.texts.word
"""Characters of what stands before that are looked at, for its last word."""


def raised(text: str, before: str, is_reference: bool = False) -> str:
    """Return what stands in a text for ``text``, which is raised and follows ``before``.

    ``is_reference`` tells that it links to a note. "" where it is a mark; ``HOLE`` where there is no way to
    write it so that nobody mistakes it.
    """
    behind = before[-1:]
    if _PLAINLY_A_MARK.fullmatch(text) or (_MARK.fullmatch(text) and (is_reference or behind in _ENDED)):
        return ""
    if not behind or behind.isspace() or not text.strip():
        return text
    if _ends_a_number(text, before):
        return text
    return _translated(text, before, _RAISED)


def lowered(text: str, before: str) -> str:
    """Return what stands in a text for ``text``, which is lowered and follows ``before``."""
    return _translated(text, before, _LOWERED) if before[-1:].isdigit() else text


def _ends_a_number(text: str, before: str) -> bool:
    """Tell whether it belongs to what stands before: "1st", "XIXe", "Mme", "n°"."""
    if not all(sign.isalpha() or sign in ".°ºª" for sign in text.strip()) or text.strip() in {"n", "i"}:
        return False
    word = _WORD.search(before[-TEXT_BEFORE:])
    return word is None or len(word[0]) <= 3 or word[0].isupper()


def _translated(text: str, before: str, signs: dict[int, int]) -> str:
    """Return ``text`` in raised or lowered signs, or set apart where Unicode has none for it."""
    if all(ord(sign) in signs for sign in text):
        return text.translate(signs)
    word = _WORD.search(before[-TEXT_BEFORE:])
    apart = word is not None and len(word[0]) > 1 and any(map(str.isalpha, text))
    return f" {text.strip()}" if apart else HOLE
