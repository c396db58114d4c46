"""What every process of ours that works apart begins with, and how many there may be."""

import os
import sys


def bare_environment() -> dict[str, str]:
    """Return an environment with nothing of ours but the place of temporary files.

    Neither the token is in it nor what could make the interpreter load something else.
    """
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"}
    return environment | {name: place for name, place in os.environ.items() if name == "TMPDIR"}


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
