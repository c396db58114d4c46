"""A chart of answers a month, as PNG. Pillow is also known to `bot.lab.measuring.plot`.

It shows figures only: the names of its numbered sources stand in the message beside it.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

WIDTH, HEIGHT = 1000, 560
_LEFT, _TOP, _BOTTOM = 70, 60, 60
_COLOURS = ("#3b6fb6", "#e08a2e", "#4f9d5d", "#b5474b", "#7d64a8", "#9a9a9a")
"""One for each source, the last for all others."""
_INK, _GRID = "#333333", "#dddddd"
MOST_ROWS = len(_COLOURS)
"""The most rows that a chart can tell apart."""
MONTHS = 12
"""The most months that a chart shows."""


def can_draw() -> bool:
    """Tell whether Pillow is installed."""
    return find_spec("PIL") is not None


def draw_months(months: Sequence[str], rows: Sequence[Sequence[int]]) -> bytes:
    """Return stacked bars, one for each month; ``rows`` holds a count for each month, a row for each source.

    Source n of the legend is ``rows[n - 1]``. At most ``MOST_ROWS`` rows and ``MONTHS`` months are shown.
    """
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - the extra charts brings it

    months, rows = months[-MONTHS:], [row[-MONTHS:] for row in rows[:MOST_ROWS]]
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    canvas = ImageDraw.Draw(image)
    font = ImageFont.load_default(20)
    top = _round_up(max((sum(column) for column in zip(*rows, strict=True)), default=0))
    for part in range(5):
        y = _height(top * part / 4, top)
        canvas.line((_LEFT, y, WIDTH - 20, y), fill=_GRID)
        canvas.text((_LEFT - 10, y), f"{top * part // 4}", fill=_INK, font=font, anchor="rm")
    step = (WIDTH - 20 - _LEFT) / max(len(months), 1)
    for place, (month, column) in enumerate(zip(months, zip(*rows, strict=True), strict=True)):
        x = _LEFT + step * place
        _bar(canvas, (x + step * 0.15, x + step * 0.85), column, top)
        canvas.text((x + step / 2, HEIGHT - _BOTTOM + 10), month, fill=_INK, font=font, anchor="ma")
    _legend(canvas, len(rows), font)
    stream = BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _bar(canvas: "ImageDraw.ImageDraw", sides: tuple[float, float], counts: Sequence[int], top: int) -> None:
    below = 0
    for colour, answers in zip(_COLOURS, counts, strict=False):
        if answers:
            upper, lower = _height(below + answers, top), _height(below, top)
            canvas.rectangle((sides[0], upper, sides[1], lower), fill=colour)
        below += answers


def _legend(
    canvas: "ImageDraw.ImageDraw", sources: int, font: "ImageFont.ImageFont | ImageFont.FreeTypeFont"
) -> None:
    for number, colour in enumerate(_COLOURS[:sources], 1):
        x = _LEFT + (number - 1) * 80
        canvas.rectangle((x, 20, x + 22, 42), fill=colour)
        canvas.text((x + 30, 31), str(number), fill=_INK, font=font, anchor="lm")


def _height(answers: float, top: int) -> float:
    return HEIGHT - _BOTTOM - answers / top * (HEIGHT - _BOTTOM - _TOP)


def _round_up(least: int) -> int:
    """Return the next round number that four steps divide evenly."""
    steps = (4 * digit * int(10**power) for power in count() for digit in (1, 2, 5))
    return next(step for step in steps if step >= least)
