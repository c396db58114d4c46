"""The blanks of an extraction as its page has them: trafilatura loses some beside links and line ends."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Any

from bot.core.nouns import BlockKind
from bot.library.formats.saved.blocks import BLOCKS
from bot.library.parsing.draft import Piece

_EDGED = BLOCKS | {"br"}
_EDGE = "\x1e"
"""What stands for the edge of a block: white space that no page holds."""
_WORD = re.compile(r"\S+")
_BLANKS = re.compile(r"\s+")
_LINE_END = re.compile(rf"\n?{_EDGE}+\n?")
_ROWS = frozenset({BlockKind.ROW, BlockKind.HEAD})
"""Pieces whose blanks are our own."""


class Spacing:
    """Where blanks and the edges of blocks stand in a page's text."""

    def __init__(self, tree: Any) -> None:
        """``tree`` is lxml's of an HTML page without scripts and styles."""
        self._text = "".join(_runs(tree))
        self._words = [word.start() for word in _WORD.finditer(self._text)]
        words = self._text.split()
        self._line = f" {' '.join(words)} "
        self._bare = "".join(words)
        self._places = list(accumulate(map(len, words), initial=0))

    def restored(self, piece: Piece) -> Piece:
        """Return the piece with the page's blanks where the page has its letters and signs in this order."""
        words, is_code = piece.text.split(), piece.kind is BlockKind.CODE
        if piece.kind in _ROWS or not words:
            return piece
        if "\n" in piece.text and not is_code and f" {' '.join(words)} " in self._line:
            return piece
        bare = "".join(words)
        start = self._bare.find(bare)
        if start < 0:
            return piece
        shown = self._text[self._place(start) : self._place(start + len(bare) - 1) + 1]
        return replace(piece, text=_LINE_END.sub("\n", shown) if is_code else _flowing(shown, piece.kind))

    def _place(self, bare: int) -> int:
        """Return where in the text a sign stands, counted without blanks."""
        word = bisect_right(self._places, bare) - 1
        return self._words[word] + bare - self._places[word]


def _flowing(shown: str, kind: BlockKind) -> str:
    """Return text with one blank for each run, and line ends at the edges of blocks; an item is one line."""
    return _BLANKS.sub(lambda run: "\n" if _EDGE in run[0] and kind is not BlockKind.ITEM else " ", shown)


def line_of(element: Any) -> str:
    """Return the text of an element of HTML in one line, its blocks and lines parted by blanks."""
    return " ".join("".join(_runs(element)).split())


def _runs(tree: Any) -> Iterator[str]:
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (it has no types)

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _EDGED:
            yield _EDGE
        if event == "start":
            yield element.text or ""
        elif element is not tree:
            yield element.tail or ""
