"""Lines that were broken only because the page was too narrow, joined again."""

import re
from functools import cached_property
from itertools import accumulate, groupby, pairwise

from bot.core.reading.shape import LOWER
from bot.core.words.terms import fold

MIN_WIDTH, MAX_WIDTH = 50, 140
"""Between which lengths, in characters, the longest line of a wrapped paragraph lies."""

_SLACK = 5
"""Characters by which one line may be longer than the others, as an editor lets it be."""
_MARGIN = 0.85
"""The share of the usual width from which on a printed line is full: letters differ in width."""

_COMPOUND = re.compile(r"\b\w+-\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN = "\u00ad"
_BROKEN = re.compile(rf"(?P<word>[^\W\d_]{{2,40}})(?P<sign>[-{_SOFT_HYPHEN}])$")
_REST = re.compile(rf"[{LOWER}][^\W\d_]*")
"""What a line ends with where it may have broken a word, and what the next begins with."""
_END = 41
"""Characters at the end of a line that are looked at, since it grows as others join it: a word and a sign."""
_INSIDE = re.compile(rf"[{LOWER}\d]")
_FULL = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")


def unwrap(text: str, source: str = "") -> str:
    """Return ``text`` with a blank for each line break that only a narrow page explains.

    ``source`` is the paragraph with its markup, if it has any: whoever broke its lines saw that, and whoever
    reads it sees a blank where a sentence goes on.

    A paragraph is wrapped if at every break the next word would have made the line too long, and most
    breaks stand inside a sentence. All other line breaks are the author's and stay. A word that was broken
    at the end of a line is whole again where it is known which word is meant.
    """
    lines: list[str] = []
    words = _Words(text)
    for written, group in groupby(text.split("\n"), key=lambda line: bool(line.strip())):
        paragraph = list(group)
        lines += _unwrapped(paragraph, words, source.split("\n")) if written else paragraph
    return "\n".join(lines)


class _Words:
    """The words of a text, and those of its language: they tell what a broken one was."""

    def __init__(self, text: str) -> None:
        self._text = text

    def joined(self, line: str, after: str) -> str | None:
        """Return two lines as one if a word that is known was broken between them."""
        broken, rest = _broken(line), _REST.match(after)
        if not broken or not rest:
            return None
        if f"{broken['word']}-{rest[0]}".lower() in self._compounds:
            return line + after
        if broken["sign"] == _SOFT_HYPHEN or self._is_word(broken["word"] + rest[0]):
            return line[: broken.start("sign")] + after
        return None

    @cached_property
    def _compounds(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _COMPOUND.findall(self._text))

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _LETTERS.findall(self._text))

    def _is_word(self, word: str) -> bool:
        from bot.core.index.lexicon.spellings import with_letters_interchanged  # noqa: PLC0415 - few texts
        from bot.library.learned import real_words  # noqa: PLC0415 - have a broken word

        spelled = (word.lower(), *with_letters_interchanged(fold(word)))
        return spelled[0] in self._plain or any(spelling in real_words() for spelling in spelled)


def _unwrapped(lines: list[str], words: _Words, source: list[str]) -> list[str]:
    """Return the lines of one paragraph, as one line if it is wrapped."""
    if len(lines) == 1:
        return lines
    wrapped = any(_is_wrapped([line.strip() for line in written]) for written in (lines, source))
    found = [lines[0].strip() if wrapped else lines[0]]
    for line in lines[1:]:
        whole = words.joined(found[-1].rstrip(), line.strip())
        if whole is not None:
            found[-1] = whole
        elif (wrapped or (any(source) and _goes_on(found[-1], line))) and not _broken(found[-1]):
            found[-1] += f" {line.strip()}"
        else:
            found.append(line)
    return found


def _broken(line: str) -> re.Match[str] | None:
    return _BROKEN.search(line, max(0, len(line) - _END))


def _goes_on(line: str, after: str) -> bool:
    return not _FULL.search(line.rstrip()[-_END:]) and _INSIDE.match(after.strip()) is not None


def _is_wrapped(lines: list[str]) -> bool:
    width = max(map(len, lines))
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return False
    breaks = list(pairwise(lines))
    forced = all(len(line) + 1 + len(after.split()[0]) > width - _SLACK for line, after in breaks)
    inside = sum(not _FULL.search(line) for line, _ in breaks)
    return forced and inside * 2 > len(breaks)


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
