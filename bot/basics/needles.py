"""What every match of a regular expression holds one of: a text without any need not be matched.

To look for fifty plain strings takes a fiftieth of the time of trying a pattern of as many alternatives at
every place of a line, and nearly all lines of a text hold none.
"""

import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_Needles = frozenset[str]
_FEW = 4
"""Characters of a class that are looked for one by one."""
_MANY = 32
"""Strings whose search takes as long as trying a pattern."""


class Sifted:
    """Alternatives, each tried only on texts that may match it."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns)
        self._needles = [(pattern, needles_of(pattern)) for pattern in self.patterns]

    def match(self, text: str) -> bool:
        """Tell whether one of them matches at the text's beginning."""
        return any(pattern.match(text) for pattern in self._of(text))

    def fullmatch(self, text: str) -> bool:
        """Tell whether one of them matches the whole text."""
        return any(pattern.fullmatch(text) for pattern in self._of(text))

    def _of(self, text: str) -> Iterator[re.Pattern[str]]:
        folded = fold_case(text)
        for pattern, needles in self._needles:
            for needle in needles:
                if needle in folded:
                    yield pattern
                    break
            else:
                if not needles:
                    yield pattern


def fold_case(text: str) -> str:
    """Return a text in which two characters are alike if a pattern that ignores case takes them for alike."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("\u0131", "i").replace("\u0307", "")


def needles_of(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Return strings, folded, one of which stands in every match; none where that is unknown or too many."""
    found = map(fold_case, _held(parser.parse(pattern.pattern, pattern.flags)))
    shortest_first = sorted(set(found), key=len)
    if "" in shortest_first[:1]:
        return ()
    kept: list[str] = []
    for needle in shortest_first:  # what holds another is looked for with it
        if not any(shorter in needle for shorter in kept):
            kept.append(needle)
    return tuple(kept) if len(kept) <= _MANY else ()


def _held(items: Iterable[tuple[Any, Any]]) -> _Needles:
    """Return strings one of which every match of the parts, one after the other, holds; none if unknown."""
    choices, run = list[_Needles](), ""
    end: tuple[Any, Any] = (codes.AT, None)
    for kind, value in [*items, end]:
        if kind is codes.LITERAL:
            run += chr(value)
            continue
        choices += [frozenset({run})] if run else []
        run = ""
        choices += [held] if (held := _of_part(kind, value)) else []
    return max(choices, key=_worth, default=frozenset())


def _of_part(kind: Any, value: Any) -> _Needles:
    match kind:
        case codes.SUBPATTERN:
            return _held(value[3])
        case codes.ASSERT:
            return _held(value[1])
        case codes.MAX_REPEAT | codes.MIN_REPEAT if value[0]:
            return _held(value[2])
        case codes.BRANCH:
            return _of_any([_held(part) for part in value[1]])
        case codes.IN if len(value) <= _FEW and all(one is codes.LITERAL for one, _ in value):
            return frozenset(chr(char) for _, char in value)
        case _:
            return frozenset()


def _of_any(parts: list[_Needles]) -> _Needles:
    return frozenset().union(*parts) if all(parts) else frozenset()


def _worth(needles: _Needles) -> tuple[bool, int, int]:
    """Tell what is rarest in a text: not too many needles, of those the longest, then the fewest."""
    return len(needles) <= _MANY, min(len(needle.strip()) for needle in needles), -len(needles)
