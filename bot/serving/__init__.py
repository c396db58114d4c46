"""The composition root, and what makes a running bot reload."""

import sys
from types import ModuleType
from typing import cast

# Where click is installed httpx imports its own command line, with rich and Pygments: 5 MB of a bot at rest.
sys.modules.setdefault("httpx._main", cast("ModuleType", None))
