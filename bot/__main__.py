"""``python -m bot`` is the command line."""

import sys

from bot.cli import main

sys.exit(main())
