"""How fast a folder's files are read by this code and by another checkout, by turns.

    ./run bench reading_pages FOLDER CHECKOUT [ROUNDS]

Both read with the libraries of this environment, each time in a new process; seconds of the processor.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

ROUNDS = 3
_READ = """
import sys
from pathlib import Path
from bot.library.formats.registry import parse_file
for path in sorted(Path(sys.argv[1]).iterdir()):
    if path.is_file():
        parse_file(path.name, path.read_bytes())
"""


def main() -> None:
    folder, other = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else ROUNDS
    here = Path(__file__).parent.parent
    table = Table("Round", "There, s", "Here, s", "Rate of before", title=f"files of {folder.name}")
    ratios = list[float]()
    for number in range(1, rounds + 1):
        there, now = _seconds(other, folder), _seconds(here, folder)
        ratios.append(there / now)
        table.add_row(str(number), f"{there:.2f}", f"{now:.2f}", f"{there / now:.2f}")
    table.add_row("median", "", "", f"{median(ratios):.2f}")
    Console().print(table)


def _seconds(checkout: Path, folder: Path) -> float:
    """Return how many seconds of the processor reading takes there, its start and its children included."""
    before = sum(os.times()[2:4])
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    command = [sys.executable, "-c", _READ, str(folder)]
    subprocess.run(command, cwd=checkout, env=environment, check=True)  # noqa: S603 - whoever runs this names it
    return sum(os.times()[2:4]) - before


if __name__ == "__main__":
    main()
