"""How this program was called: what it tells people to type is what they can type."""

import os
import sys
from pathlib import Path

BY_SCRIPT = "QUOTH_CALLED"
"""The variable in which a script says how it was called itself."""


_MODULE = {"__main__.py", "-m", "-c", ""}
"""What stands for the name where Python was called with code instead of a script."""


def called() -> str:
    """Return what stands before a command, such as ``quoth``, ``./run`` or ``python -m bot``."""
    name = Path(sys.argv[0]).name
    return os.environ.get(BY_SCRIPT) or ("python -m bot" if name in _MODULE else name)
