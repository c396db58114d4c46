"""The reliability diagram and the risk-coverage curve of a run, as one PNG, drawn with Pillow."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from bot.lab.measuring.calibration import Calibration

_SIDE, _MARGIN = 420, 80
"""Pixels of a panel's side, and of the space around it."""
_INK, _GRID, _BLUE, _RED = "#333333", "#dddddd", "#3b6fb6", "#b5474b"
_LARGEST = 12
"""Pixels of the radius of the dot for the bin with the most answers."""

Point = tuple[float, float]


def draw_calibration(found: Calibration) -> bytes:
    """Return a PNG: on the left how often answers of each confidence are right, on the right the curve.

    Dots on the diagonal are what a calibrated confidence has; a larger dot stands for more answers.
    """
    image = Image.new("RGB", (2 * (_SIDE + _MARGIN) + _MARGIN, _SIDE + 2 * _MARGIN), "white")
    canvas = ImageDraw.Draw(image)
    left, right = _Panel(canvas, _MARGIN), _Panel(canvas, _SIDE + 2 * _MARGIN)
    left.frame(
        f"Reliability (expected calibration error {found.error:.3f})", ("confidence", "first quote right")
    )
    left.line([(0, 0), (1, 1)], _GRID)
    left.line([(b.confidence, b.right) for b in found.bins], _BLUE)
    most = max((b.count for b in found.bins), default=1)
    for b in found.bins:
        left.dot((b.confidence, b.right), _LARGEST * (b.count / most) ** 0.5, str(b.count))
    right.frame(
        f"Risk and coverage (mean risk {found.mean_risk:.3f})",
        ("share of questions answered", "share of answers wrong"),
    )
    right.line(found.curve, _RED)
    stream = BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


class _Panel:
    """A square in which both axes go from 0 to 1. ``left`` is where it begins, in pixels."""

    def __init__(self, canvas: ImageDraw.ImageDraw, left: int) -> None:
        self._canvas = canvas
        self._left = left
        self._font = ImageFont.load_default(16)

    def frame(self, title: str, axes: tuple[str, str]) -> None:
        for tenth in range(0, 11, 2):
            part = tenth / 10
            self.line([(0, part), (1, part)], _GRID)
            self.line([(part, 0), (part, 1)], _GRID)
            self._text((0, part), f"{part:.1f}", "rm", (-8, 0))
            self._text((part, 0), f"{part:.1f}", "ma", (0, 8))
        self._text((0.5, 1), title, "mb", (0, -34))
        self._text((0.5, 0), axes[0], "ma", (0, 34))
        self._text((0, 1), axes[1], "lb", (0, -8))

    def line(self, points: Sequence[Point], colour: str) -> None:
        if len(points) > 1:
            self._canvas.line(list(self._pixels(points)), fill=colour, width=2)

    def dot(self, point: Point, radius: float, label: str) -> None:
        (x, y) = next(iter(self._pixels([point])))
        radius = max(radius, 3)
        self._canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=_BLUE)
        self._text(point, label, "lm", (radius + 4, 0))

    def _pixels(self, points: Iterable[Point]) -> Iterable[Point]:
        return ((self._left + x * _SIDE, _MARGIN + (1 - y) * _SIDE) for x, y in points)

    def _text(self, point: Point, text: str, anchor: str, moved: Point) -> None:
        (x, y) = next(iter(self._pixels([point])))
        self._canvas.text((x + moved[0], y + moved[1]), text, fill=_INK, font=self._font, anchor=anchor)
