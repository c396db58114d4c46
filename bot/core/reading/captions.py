"""What stands below a picture: where a page shows which line it is, or says it twice."""

from itertools import pairwise

from bot.core.nouns import BlockKind, CutAs
from bot.core.reading.lines import Paragraph
from bot.core.reading.residue import is_address, is_credit


def drop_captions(paragraphs: list[Paragraph]) -> None:
    """Drop a line right below an image or a credit, where blank lines set paragraphs apart."""
    spaced = sum(p.gap for p in paragraphs) > len(paragraphs) // 3
    for image, below in pairwise(paragraphs):
        if image.kind is not None or not (is_credit(image.text) or is_address(image.text)):
            continue
        if below.words <= 40 and below.known is BlockKind.PROSE and spaced and not below.gap:
            below.cut(CutAs.CAPTION)


def drop_doubled(paragraphs: list[Paragraph]) -> None:
    """Drop a caption that stands twice in a row (text and description), and the second of two long twins."""
    for n, first in enumerate(paragraphs):
        if not first.key or first.words < 2 or first.known is not BlockKind.PROSE:
            continue
        between = paragraphs[n + 1 : n + 2]
        reach = 3 if between and between[0].kind is None else 2
        for second in paragraphs[n + 1 : n + reach]:
            if first.key == second.key:
                first.cut(CutAs.CAPTION)
                second.cut(CutAs.CAPTION)
            elif first.words >= 5 and second.key[: len(first.key)] == first.key:
                first.cut(CutAs.CAPTION)
    for first, second in pairwise(paragraphs):
        if first.text == second.text and first.kind:
            second.cut(CutAs.REPETITION)
