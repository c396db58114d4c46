"""Lines that were broken only because the page was too narrow, joined again."""

import re
from itertools import pairwise

MIN_WIDTH, MAX_WIDTH = 50, 140
"""Between which lengths, in characters, the longest line of a wrapped paragraph lies."""

_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_FULL = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")


def unwrap(text: str) -> str:
    """Return ``text`` with a blank for each line break that only a narrow page explains.

    A paragraph is wrapped if at every break the next word would have made the line too long, and most
    breaks stand inside a sentence. All other line breaks are the author's and stay.
    """
    return _PARAGRAPH.sub(lambda match: _unwrapped(match[0]), text)


def _unwrapped(paragraph: str) -> str:
    body = paragraph.rstrip("\n")
    lines = [line.strip() for line in body.split("\n")]
    width = max(map(len, lines))
    if len(lines) == 1 or not MIN_WIDTH <= width <= MAX_WIDTH:
        return paragraph
    breaks = list(pairwise(lines))
    forced = all(len(line) + 1 + len(after.split()[0]) > width for line, after in breaks)
    inside = sum(not _FULL.search(line) for line, _ in breaks)
    if not forced or inside * 2 <= len(breaks):
        return paragraph
    return " ".join(lines) + paragraph[len(body) :]
