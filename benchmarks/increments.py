"""What a reload of a dump costs of which one row of a hundred changed, against its first load, in one run.

    ./run bench increments [DUMP.jsonl]

The dump has a column "text"; without one a dump of generated articles is read. Aim: at most 5 %.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from benchmarks import generated
from bot.core.index.edition import Edition
from bot.library.corpus.folder import read_folder
from bot.library.learned import load_model

PASSAGES = 10_000
"""Of generated articles, twenty each."""
ONE_OF = 100

Made = TypeVar("Made")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="increments-") as root:
        dump = Path(root, "dump.jsonl")
        dump.write_text(Path(sys.argv[1]).read_text("utf-8") if sys.argv[1:] else made(), "utf-8")
        measure(dump)


def measure(dump: Path) -> None:
    background = load_model().background
    folder, reading = spent(lambda: read_folder(dump.parent))
    edition, indexing = spent(lambda: Edition.of(folder.articles, folder.synonyms, background=background))
    table = Table("", "reading", "index", "of the first load", title=f"{len(edition.passages):,} passages")
    table.add_row("first load", f"{reading:.2f} s", f"{indexing:.2f} s", "")
    changed = change(dump)
    again, rereading = spent(lambda: read_folder(dump.parent, folder))
    _, merging = spent(lambda: Edition.of(again.articles, again.synonyms, edition, background))
    share = (rereading + merging) / (reading + indexing)
    table.add_row(f"{changed} rows changed", f"{rereading:.2f} s", f"{merging:.2f} s", f"{share:.1%}")
    Console().print(table)


def spent(make: Callable[[], Made]) -> tuple[Made, float]:
    """Return what is made, and the seconds of the processor that it took."""
    begun = time.process_time()
    return make(), time.process_time() - begun


def made() -> str:
    rows = ({"id": article.id, "text": article.text} for article, _ in generated.articles(PASSAGES))
    return "\n".join(map(json.dumps, rows))


def change(dump: Path) -> int:
    """Add a sentence to every hundredth row."""
    rows = dump.read_text("utf-8").split("\n")
    for number in range(0, len(rows), ONE_OF):
        if rows[number]:
            row = json.loads(rows[number])
            row["text"] += "\n\nThen another ship came to the harbour of the town."
            rows[number] = json.dumps(row, ensure_ascii=False)
    dump.write_text("\n".join(rows), "utf-8")
    return len(range(0, len(rows), ONE_OF))


if __name__ == "__main__":
    main()
