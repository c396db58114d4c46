"""``python -m bot`` is the command line."""

import sys

from bot.command.cli import main

sys.exit(main())
