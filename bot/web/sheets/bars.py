"""Bars that stand on each other, one for each month, drawn as elements: no picture has to be loaded."""

from collections.abc import Iterator, Sequence

from bot.web.elements import Element, element

_HEIGHT, _BAR, _STEP = 160, 28, 44
_LABEL = 20
MOST_MONTHS = 12
"""The most months that are drawn, the last ones."""


def bars(months: Sequence[str], rows: Sequence[Sequence[int]], label: str) -> Element:
    """Return the drawing; ``rows`` holds a count for each month. ``label`` is what a screen reader says."""
    months, rows = months[-MOST_MONTHS:], [row[-MOST_MONTHS:] for row in rows]
    columns = list(zip(*rows, strict=True))
    top = max((sum(column) for column in columns), default=0) or 1
    drawn: list[Element] = []
    for place, (month, column) in enumerate(zip(months, columns, strict=True)):
        drawn += _bar(place * _STEP, column, top)
        drawn.append(_written(place * _STEP, month))
    size = f"0 0 {_STEP * max(len(months), 1)} {_HEIGHT + _LABEL}"
    return element("svg", *drawn, role="img", aria_label=label, viewBox=size, class_="bars")


def _bar(left: int, column: Sequence[int], top: int) -> Iterator[Element]:
    below = 0
    for number, count in enumerate(column, 1):
        height = round(count / top * _HEIGHT)
        if height:
            below += height
            yield element(
                "rect",
                x=str(left + (_STEP - _BAR) // 2),
                y=str(_HEIGHT - below),
                width=str(_BAR),
                height=str(height),
                class_=f"bar-{number}",
            )


def _written(left: int, month: str) -> Element:
    return element(
        "text", month[2:], x=str(left + _STEP // 2), y=str(_HEIGHT + _LABEL - 5), text_anchor="middle"
    )
