"""From a fresh clone to the first answer: ./run bench first_answer [WHEELS]

What is to be installed is fetched before into a folder (WHEELS, which stays, or one that goes again), which
stands for a warm cache: no index is asked while it counts. What counts is all that ./run does then: an
environment, installing, reading, encoding, answering.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
BUILDING = ["hatchling", "editables"]
"""What building Quoth itself needs."""
FETCH = [sys.executable, "-m", "pip", "wheel", "--quiet", "--constraint", "constraints.txt"]
ASK = ["./run", "ask", "How many people died in Almaty?"]


def main() -> None:
    with TemporaryDirectory() as folder:
        wheels, clone = Path(sys.argv[1] if len(sys.argv) > 1 else f"{folder}/wheels"), Path(folder, "quoth")
        if not wheels.is_dir():
            done([*FETCH, "--wheel-dir", str(wheels), *BUILDING, ".[all]"])
        done(["git", "clone", "--quiet", str(ROOT), str(clone)])
        left_out = ("BOT_", "QUOTH_", "PYTHONDONTWRITEBYTECODE")
        usual = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
        fetched = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels.resolve()), "XDG_CACHE_HOME": folder}
        before, begun = os.times(), time.perf_counter()
        done(ASK, clone, usual | fetched)
        passed, after = time.perf_counter() - begun, os.times()
        worked = after.children_user + after.children_system - before.children_user - before.children_system
        print(f"{passed:.1f} seconds passed, {worked:.1f} of the processor")


def done(command: list[str], folder: Path = ROOT, environment: dict[str, str] | None = None) -> None:
    """Run a command there. Raises CalledProcessError where it fails."""
    subprocess.run(command, check=True, cwd=folder, env=environment)  # noqa: S603


if __name__ == "__main__":
    main()
