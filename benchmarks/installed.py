"""What is installed: megabytes and time to import of each library, and which extra brings it.

    ./run bench installed [MEGABYTES]

Libraries of fewer megabytes (2) are only counted. Sizes are those of all files that were installed, compiled
caches apart; the time is the processor's, the better of two new processes.
"""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import Distribution, packages_distributions
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.serving.doctor.machine import EXTRAS
from tests.dependencies import installed, name_of

SMALLEST = 2.0
TIMES = 2
PARTS = {
    "PIL": "PIL.Image",
    "docutils": "docutils.core",
    "dulwich": "dulwich.object_store",
    "lxml": "lxml.html",
    "pygments": "pygments.lexers",
    "telegram": "telegram.ext",
    "tornado": "tornado.web",
}
"""What is imported of libraries that import nothing by themselves."""
TIMED = "import time, {0}; print(time.process_time())"
BARE = "import time; print(time.process_time())"


def main() -> None:
    smallest = float(sys.argv[1]) if len(sys.argv) > 1 else SMALLEST
    base, everything = libraries(), libraries(*EXTRAS)
    bringing = defaultdict[str, list[str]](list)
    for extra in EXTRAS:
        for name in libraries(extra).keys() - base.keys():
            bringing[name].append(extra)
    homes = packages_distributions()
    modules = {name_of(homes[one][0]): PARTS.get(one, one) for one in homes if not one.startswith("_")}
    bare = seconds(BARE)
    table = Table("library", "MB", "import, ms", "brought by")
    for name, found in sorted(everything.items(), key=lambda one: -size([one[1]])):
        if size([found]) >= smallest:
            spent = f"{(seconds(TIMED.format(modules[name])) - bare) * 1000:.0f}" if name in modules else ""
            table.add_row(name, f"{size([found]):.1f}", spent, ", ".join(bringing[name]) or "base")
    for title, some in (("base", base), ("all", everything)):
        table.add_row(f"{title}: {len(some)} libraries", f"{size(some.values()):.0f}", "", "")
    Console().print(table)


def libraries(*extras: str) -> dict[str, Distribution]:
    """Return what Quoth asks for with these extras, itself left out."""
    found = installed("quoth", frozenset(extras))
    return {name: one for name, one in found.items() if name != "quoth"}


def size(some: Iterable[Distribution]) -> float:
    """Return the megabytes of all files of these, without compiled caches."""
    paths = [Path(str(file.locate())) for one in some for file in one.files or () if file.suffix != ".pyc"]
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


def seconds(program: str) -> float:
    """Return the processor's seconds of a new process that runs the program; what it prints last counts."""
    call = [sys.executable, "-c", program]
    calls = [subprocess.run(call, capture_output=True, text=True, check=False) for _ in range(TIMES)]  # noqa: S603
    return min(float(done.stdout.split()[-1]) for done in calls if done.returncode == 0)


if __name__ == "__main__":
    main()
