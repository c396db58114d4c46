"""From ./run ask to its answer, on the default corpus: ./run bench starting [TIMES]

By words alone and by meaning, after a first call that is not counted; the import of the package by itself.
What Python compiles is kept, as it is where nobody forbids that. A busy machine shows in the seconds passed.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

RUN = Path(__file__).resolve().parent.parent / "run"
ASK = [str(RUN), "ask", "How many people died in Almaty?"]
IMPORT = [sys.executable, "-c", "import bot"]
STARTS = {
    "ask, by words": (ASK, {"BOT_MEANING": "false"}),
    "ask, by meaning": (ASK, {"BOT_MEANING": "true"}),
    "import bot": (IMPORT, {}),
}
TIMES = 7


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    table = Table("seconds", "", "best", "median", "worst", title=f"{times} times each")
    for name, (command, settings) in STARTS.items():
        start(command, settings)
        passed, worked = zip(*(start(command, settings) for _ in range(times)), strict=True)
        for kind, taken in (("passed", passed), ("of processor time", worked)):
            table.add_row(name, kind, *(f"{pick(taken):.2f}" for pick in (min, statistics.median, max)))
    Console().print(table)


def start(command: Sequence[str], settings: Mapping[str, str]) -> tuple[float, float]:
    """Return the seconds passed and the processor's seconds of one start."""
    environment = {**os.environ, **settings}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before, begun = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)  # noqa: S603
    after = os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - begun, worked


if __name__ == "__main__":
    main()
