"""Lines that were broken only because the page was too narrow, joined again."""

import re
from itertools import accumulate, groupby, pairwise

MIN_WIDTH, MAX_WIDTH = 50, 140
"""Between which lengths, in characters, the longest line of a wrapped paragraph lies."""

_MARGIN = 0.85
"""The share of the usual width from which on a printed line is full: letters differ in width."""

_COMPOUND = re.compile(r"\b\w+-\w+")
_FULL = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")


def unwrap(text: str) -> str:
    """Return ``text`` with a blank for each line break that only a narrow page explains.

    A paragraph is wrapped if at every break the next word would have made the line too long, and most
    breaks stand inside a sentence. All other line breaks are the author's and stay.
    """
    lines: list[str] = []
    for written, group in groupby(text.split("\n"), key=lambda line: bool(line.strip())):
        paragraph = list(group)
        lines += _unwrapped(paragraph) if written else paragraph
    return "\n".join(lines)


def _unwrapped(lines: list[str]) -> list[str]:
    """Return the lines of one paragraph, as one line if it is wrapped."""
    width = max(len(line.strip()) for line in lines)
    if len(lines) == 1 or not MIN_WIDTH <= width <= MAX_WIDTH:
        return lines
    breaks = list(pairwise(line.strip() for line in lines))
    forced = all(len(line) + 1 + len(after.split()[0]) > width for line, after in breaks)
    inside = sum(not _FULL.search(line) for line, _ in breaks)
    if not forced or inside * 2 <= len(breaks):
        return lines
    return [" ".join(line.strip() for line in lines)]


def join_lines(pages: list[list[str]]) -> tuple[str, tuple[int, ...]]:
    """Return the printed lines of pages as paragraphs, and the offset at which each page begins.

    A line that ends well before the margin ends a paragraph; a paragraph may go on over pages. A word that
    was broken at the end of a line is whole again, without the hyphen unless it has one elsewhere, too.
    """
    lines = [line for page in pages for line in page]
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    compounds = {word.lower() for line in lines for word in _COMPOUND.findall(line)}
    following = [*lines[1:], ""][: len(lines)]
    parts = [_with_end(line, after, width, compounds) for line, after in zip(lines, following, strict=True)]
    offsets = [0, *accumulate(map(len, parts))]
    first_lines = [0, *accumulate(map(len, pages))][: len(pages)]
    return "".join(parts), tuple(offsets[number] for number in first_lines)


def _with_end(line: str, after: str, width: int, compounds: set[str]) -> str:
    """Return the line with what stands between it and the line ``after`` it."""
    if not line or not after:
        return f"{line}\n"
    if line.endswith("-") and line[-3:-1].isalpha() and after[0].islower():
        whole = _COMPOUND.search(line.rsplit(maxsplit=1)[-1] + after)
        return line if whole and whole[0].lower() in compounds else line[:-1]
    full = len(line) + 1 + len(after.split(maxsplit=1)[0]) > width * _MARGIN
    goes_on = after[0].islower() and not _FULL.search(line)
    return f"{line} " if full or goes_on else f"{line}\n"
