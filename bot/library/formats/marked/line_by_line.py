"""Reading the lines of a text one after the other: what Org and AsciiDoc share."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bot.core.nouns import BlockKind
from bot.library.parsing.draft import Piece

ReadsLine = Callable[[re.Match[str]], Iterator[Piece]]
"""What reads what a line begins."""


class LineReader(ABC):
    """Reads the lines of a text: those that begin something, and paragraphs of all others."""

    def __init__(self, lines: list[str]) -> None:
        """Take the lines."""
        self._lines = lines
        self._place = 0
        self._written: list[str] = []
        """The lines of the paragraph or item that is being read."""
        self._kind, self._level = BlockKind.PROSE, 0

    @property
    @abstractmethod
    def _begins(self) -> Sequence[tuple[re.Pattern[str], ReadsLine]]:
        """What a line may begin, if only the end of a paragraph; the first that matches holds."""

    @abstractmethod
    def _shown(self, text: str) -> str:
        """Return what a reader sees of a paragraph."""

    def pieces(self) -> Iterator[Piece]:
        """Yield the headings, paragraphs, items, rows and programs."""
        while self._place < len(self._lines):
            line = self._lines[self._place].rstrip()
            self._place += 1
            read = self._of_line(line)
            if read is None:
                self._written.append(line.strip())
                continue
            yield from self._paragraph()
            yield from read()
        yield from self._paragraph()

    def _of_line(self, line: str) -> Callable[[], Iterator[Piece]] | None:
        """Return what reads what a line begins, None if it goes on with a paragraph.

        It is called once the paragraph before is out: what begins takes its place.
        """
        for pattern, read in self._begins:
            if found := pattern.fullmatch(line):
                return partial(read, found)
        return None

    def _begin(self, kind: BlockKind, level: int, text: str) -> Iterator[Piece]:
        self._kind, self._level, self._written = kind, level, [text.strip()]
        return nothing()

    def _paragraph(self) -> Iterator[Piece]:
        """Yield what was read since the last piece."""
        written, kind, level = self._written, self._kind, self._level
        self._written, self._kind, self._level = [], BlockKind.PROSE, 0
        if any(written):
            yield self._piece("\n".join(written), kind, level)

    def _piece(self, written: str, kind: BlockKind, level: int) -> Piece:
        """Return a paragraph or an item as it is shown."""
        return Piece(self._shown(written), kind, level, inset=kind is BlockKind.ITEM)


def nothing(_: re.Match[str] | None = None) -> Iterator[Piece]:
    """Yield nothing: what a line begins is not read, or with the lines that follow."""
    return iter(())
