"""What an extraction left out between what it kept: the lines that lead in, below the title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.core.nouns import BlockKind
from bot.core.reading.shape import ends_sentence, word_count
from bot.library.formats.saved.spacing import line_of
from bot.library.parsing.draft import Piece

_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "div", "span", "section"})
"""What may hold a line of text."""
_PARTS = (
    "address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header li"
    " main nav ol p pre section table ul"
)
_INNER = frozenset(_PARTS.split())
_BESIDE = "aside nav footer form figure figcaption button select table ul ol"
_ASIDE = frozenset(_BESIDE.split())
_SHORTEST, _FINISHED = 8, 18
"""Words of a line; more are needed where it does not end as a sentence does."""
_MOST_BELOW_TITLE = 3
_MOST_LINKED = 0.3
"""The share of a line that may be links."""
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page, and the number of the piece that says the same."""

    element: Any
    text: str
    piece: int | None


def with_standfirst(tree: Any, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces with the lines that stand between the page's title and its first paragraph."""
    added: dict[int, list[Piece]] = {}
    for line, place in _below_title(tree, pieces):
        added.setdefault(place, []).append(Piece(line.text))
    return tuple(piece for n, kept in enumerate(pieces) for piece in (*added.get(n, ()), kept))


def _lines(tree: Any, pieces: tuple[Piece, ...]) -> Iterator[_Line]:
    places: dict[str, int] = {}
    for n, piece in enumerate(pieces):
        places.setdefault(folded(piece.text), n)
    for element in tree.iter(*_LINES):
        if any(inner.tag in _INNER for inner in element.iterdescendants()) or (
            element.tag == "span" and element.getparent().tag != "div"
        ):
            continue
        text = line_of(element)
        if text:
            yield _Line(element, text, places.get(folded(text)))


def _below_title(tree: Any, pieces: tuple[Piece, ...]) -> Iterator[tuple[_Line, int]]:
    """Yield the lines that were left out there, and before which piece each belongs."""
    above = list[_Line]()
    for first in _lines(tree, pieces):
        if _is_prose(first, pieces):
            break
        above.append(first)
    else:
        return
    title = next((n for n in reversed(range(len(above))) if above[n].element.tag == "h1"), None)
    if title is None:
        return
    left_out = [line for line in above[title + 1 :] if line.piece is None and _reads(line)]
    place = first.piece
    if place is not None and len(left_out) <= _MOST_BELOW_TITLE:
        yield from ((line, place) for line in left_out)


def _is_prose(line: _Line, pieces: tuple[Piece, ...]) -> bool:
    return (
        line.piece is not None
        and pieces[line.piece].kind is BlockKind.PROSE
        and word_count(line.text) >= _SHORTEST
    )


def _reads(line: _Line) -> bool:
    """Tell whether a line has the length and the end of prose and is no link, caption or part of a list."""
    words = word_count(line.text)
    if words < _SHORTEST or (words < _FINISHED and not ends_sentence(line.text)):
        return False
    if any(element.tag in _ASIDE for element in line.element.iterancestors()):
        return False
    linked = sum(len("".join(link.itertext())) for link in line.element.iter("a"))
    around = any(element.tag == "a" for element in line.element.iterancestors())
    return not around and linked <= _MOST_LINKED * len(line.text)


def folded(text: str) -> str:
    """Return the letters and figures of a text, to compare it."""
    return _SIGNS.sub("", text.casefold())
