"""Columns that a file writes row by row, read one after the other as they are printed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

_FEWEST_ROWS = 4
_OFTEN = 0.5
"""The share of the rows of a column in which its text begins at the same place."""
_FEWEST_WORDS = 4
"""Words of most lines of a column; what has less is a table, whose rows belong together."""
_APART = 60.0
"""How far apart columns begin, in points."""
_NEAR = 3.0
_SIGN = 0.45
"""The usual width of a sign, as a share of its size; some are narrower."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A stretch of text in one size, and where on the page it begins, in points."""

    text: str
    size: float
    left: float = 0.0

    @property
    def right(self) -> float:
        """Where it ends at least."""
        return self.left + len(self.text.strip()) * self.size * _SIGN


def column_by_column(parts: Sequence[Printed]) -> list[Printed]:
    """Return the parts of a page in the order in which people read them."""
    rows = list(_rows(parts))
    starts = _starts(rows)
    if len(starts) < 2:
        return list(parts)
    read = list[Printed]()
    for in_columns, group in groupby(rows, key=lambda row: _fits(row, starts)):
        block = list(group)
        if in_columns and _is_prose(block, starts):
            read += _in_columns(block, starts)
        else:
            read += [part for row in block for part in row]
    return read


def _rows(parts: Sequence[Printed]) -> Iterator[list[Printed]]:
    """Yield what stands on one line; a part of several lines is taken apart."""
    row = list[Printed]()
    for part in parts:
        for line in part.text.splitlines(keepends=True):
            row.append(replace(part, text=line))
            if line.endswith("\n"):
                yield row
                row = []
    if row:
        yield row


def _written(row: Sequence[Printed]) -> list[Printed]:
    return [part for part in row if part.text.strip()]


def _starts(rows: Sequence[list[Printed]]) -> list[float]:
    """Return where columns begin: places at which text begins in many of the rows, a blank before it."""
    written = [found for row in rows if (found := _written(row))]
    begun = Counter(round(row[0].left) for row in written)
    inner = Counter(
        round(after.left)
        for row in written
        for before, after in pairwise(row)
        if after.left - before.right > _NEAR
    )
    places = sorted({place for place, count in inner.items() if count >= _FEWEST_ROWS})
    starts = [float(begun.most_common(1)[0][0])] if begun else []
    for place in places:
        crossed = sum(part.left < place - _NEAR and part.right > place for row in written for part in row)
        if starts and place - starts[-1] >= _APART and crossed < inner[place] * _OFTEN:
            starts.append(float(place))
    return starts


def _fits(row: Sequence[Printed], starts: Sequence[float]) -> bool:
    """Tell whether nothing in the row crosses from one column into the next."""
    return not any(
        part.left < start - _NEAR and part.right > start + _NEAR
        for part in _written(row)
        for start in starts[1:]
    )


def _is_prose(rows: Sequence[list[Printed]], starts: Sequence[float]) -> bool:
    for number in range(len(starts)):
        lengths = [len(words) for row in rows if (words := _cell(row, starts, number).split())]
        if len(lengths) < _FEWEST_ROWS or median(lengths) < _FEWEST_WORDS:
            return False
    return True


def _column_of(part: Printed, starts: Sequence[float]) -> int:
    return max((n for n, start in enumerate(starts) if part.left >= start - _NEAR), default=0)


def _cell(row: Sequence[Printed], starts: Sequence[float], number: int) -> str:
    return "".join(part.text for part in _written(row) if _column_of(part, starts) == number)


def _in_columns(rows: Sequence[list[Printed]], starts: Sequence[float]) -> Iterator[Printed]:
    for number in range(len(starts)):
        for row in rows:
            cell = [part for part in _written(row) if _column_of(part, starts) == number]
            for first, part in enumerate(cell):
                text = part.text.rstrip("\n")
                yield replace(part, text=text if first else text.lstrip(" "))
            if cell:
                yield replace(cell[-1], text="\n")
        yield Printed("\n", 0.0)
