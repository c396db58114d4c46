"""How this program was called and installed: what it tells people to type is what they can type."""

import os
import sys
from pathlib import Path

BY_SCRIPT = "QUOTH_CALLED"
"""The variable in which a script says how it was called itself."""

BUILT_WITH = "QUOTH_EXTRAS"
"""The variable in which an image says with which extras it was built, commas between."""
_MODULE = {"__main__.py", "-m", "-c", ""}
"""What stands for the name where Python was called with code instead of a script."""


def called() -> str:
    """Return what stands before a command, such as ``quoth``, ``./run`` or ``python -m bot``."""
    name = Path(sys.argv[0]).name
    return os.environ.get(BY_SCRIPT) or ("python -m bot" if name in _MODULE else name)


def to_install(*extras: str) -> str:
    """Return what brings these extras: the pip that goes with this program, or a new image."""
    built = os.environ.get(BUILT_WITH)
    if built is not None:
        wanted = sorted({*filter(None, built.split(",")), *extras})
        return f"docker build --build-arg EXTRAS={','.join(wanted)} ."
    pip = Path(sys.prefix, "bin", "pip") if os.environ.get(BY_SCRIPT) else "pip"
    return f"{pip} install 'quoth[{','.join(extras)}]'"
