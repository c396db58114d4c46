"""From ./run ask to its answer, on the default corpus: ./run bench starting [TIMES]

Aim: within 1.5 s. A busy machine shows in the seconds passed, hardly in the processor's.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

RUN = Path(__file__).resolve().parent.parent / "run"
QUESTION = "How many people died in Almaty?"
TIMES = 7


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    passed, worked = zip(*(start() for _ in range(times)), strict=True)
    table = Table("seconds", "best", "median", "worst", title=f"./run ask, {times} times")
    for name, taken in (("passed", passed), ("of processor time", worked)):
        table.add_row(name, *(f"{pick(taken):.2f}" for pick in (min, statistics.median, max)))
    Console().print(table)


def start() -> tuple[float, float]:
    """Return the seconds passed and the processor's seconds of one start."""
    before, begun = os.times(), time.perf_counter()
    subprocess.run([RUN, "ask", QUESTION], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
    after = os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - begun, worked


if __name__ == "__main__":
    main()
