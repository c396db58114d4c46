"""Lines of the articles' files that must never be quoted: navigation, captions, credits, headings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import Span
from bot.core.proving.quote import Quote
from bot.lab.question_sets import QuestionsError, read_rows, text_at, why
from bot.library.corpus.untrusted import read_bytes
from bot.library.parsing.decoding import decode


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A file's text, white space folded to single blanks, and where its junk lines are in it."""

    text: str
    junk: tuple[Span, ...]

    def is_touched(self, words: str) -> bool:
        """Tell whether these words stand in the page nowhere but where they touch a junk line.

        Words that stand nowhere in it, because something between them was cut, touch the lines they hold.
        """
        folded = " ".join(words.split())
        places = list(_places(self.text, folded))
        if not places:
            return any(line.of(self.text) in folded for line in self.junk)
        return all(any(place.overlaps(line) for line in self.junk) for place in places)


def read_junk(path: Path, corpus: Path) -> Mapping[str, SavedPage]:
    """Read which lines of which files are junk: a JSON object ``{"file", "line"}`` a line, lines from 1.

    The lines' texts are read from the files in the folder ``corpus``. Raises QuestionsError.
    """
    lines: dict[str, Sequence[str]] = {}
    junk: dict[str, set[int]] = {}
    for number, row in read_rows(path):
        try:
            file, line = text_at(row, "file"), int(row["line"])
            lines[file] = lines.get(file) or _lines(corpus, file)
            _refuse_outside(line, lines[file])
        except (KeyError, TypeError, ValueError, ArticleError) as error:
            raise QuestionsError(f"{path}, line {number}: {why(error)}") from error
        junk.setdefault(file, set()).add(line)
    return {file: _page(lines[file], junk[file]) for file in lines}


def _lines(corpus: Path, file: str) -> Sequence[str]:
    return decode(read_bytes(corpus, file, LIMITS.files.one)).split("\n")


def _refuse_outside(line: int, lines: Sequence[str]) -> None:
    if not 1 <= line <= len(lines):
        raise ValueError(f"there is no line {line}; the file has {len(lines)}")


def touched(quotes: Iterable[Quote], pages: Mapping[str, SavedPage]) -> list[Quote]:
    """Return the quotes that touch a junk line."""
    return [q for q in quotes if q.article.file in pages and pages[q.article.file].is_touched(q.text)]


def _page(lines: Sequence[str], junk: set[int]) -> SavedPage:
    text, spans = "", []
    for number, line in enumerate(lines, 1):
        if words := " ".join(line.split()):
            if number in junk:
                spans.append(Span(len(text), len(text) + len(words)))
            text += words + " "
    return SavedPage(text, tuple(spans))


def _places(text: str, words: str) -> Iterable[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)
