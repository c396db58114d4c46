"""Tables of the documents, as values: what a document promises cell by cell is tried cell by cell."""

from pathlib import Path

ROOT = Path(__file__).parent.parent


def table(document: str, first: str) -> dict[str, dict[str, str]]:
    """Return the table whose heading begins with the cell ``first``: row -> column -> cell."""
    text = (ROOT / document).read_text("utf-8")
    begin = text.index(f"\n| {first} |") + 1
    heading, _, *rows = [_cells(line) for line in text[begin:].partition("\n\n")[0].splitlines()]
    return {row[0]: dict(zip(heading[1:], row[1:], strict=True)) for row in rows}


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
