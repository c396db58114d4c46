"""How a page shows a quote: what the quote says stands out from what is read with it."""

import re
from dataclasses import replace

from bot.core.index.edition import Edition
from bot.core.nouns import Block, BlockKind, Claim, Span
from bot.core.proving.quote import prove
from bot.web.elements import Element
from bot.web.sheets.replied import quotation
from tests.core.texts import article

ROWS = "Room | Beds\n\nAttic | 2\n\nLoft | 12"


def shown(span: Span) -> list[tuple[str, str]]:
    """The runs of the quote that lies there, each with its class."""
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", ROWS)]
    kinds = [BlockKind.HEAD, BlockKind.ROW, BlockKind.ROW]
    table = replace(article("inn", ROWS), blocks=tuple(map(Block, spans, kinds)))
    quote = prove(Claim.of(table, span), Edition.of([table]))
    assert quote
    runs = [child for child in quotation(quote).children if isinstance(child, Element)]
    return [(dict(run.attributes)["class"], "".join(map(str, run.children))) for run in runs]


def test_the_cells_of_every_row_stand_out_from_the_names_of_their_columns() -> None:
    first = [("lead-in", "Room: "), ("said", "Attic"), ("lead-in", " · Beds: "), ("said", "2")]
    second = [("lead-in", "\nRoom: "), ("said", "Loft"), ("lead-in", " · Beds: "), ("said", "12")]
    assert shown(Span(13, len(ROWS))) == [*first, *second]
    assert shown(Span(13, 22)) == first
