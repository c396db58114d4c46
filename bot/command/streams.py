"""What leaves the process: lines on standard output, remarks on standard error, in the encoding they have."""

import codecs
import json
import os
import sys
from io import TextIOWrapper

from bot.basics.visible import visible


def let_all_be_written() -> None:
    """Write, and read, ``?`` for a sign that the encoding of the terminal or pipe does not have."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def colour(wanted: bool) -> None:
    """Let output have colours, or none, whatever it goes to: as the variables say that all programs know."""
    os.environ.pop("NO_COLOR" if wanted else "FORCE_COLOR", None)
    os.environ["FORCE_COLOR" if wanted else "NO_COLOR"] = "1"


def can_write(signs: str) -> bool:
    """Tell whether the encoding of standard output has these signs."""
    try:
        signs.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        return False
    return True


def write(line: str) -> None:
    """Write a line to standard output, at once."""
    sys.stdout.write(f"{visible(line)}\n")
    sys.stdout.flush()


def write_json(value: object, indent: int | None = None) -> None:
    """Write a value as JSON: as UTF-8, or in ASCII where the output has another encoding."""
    is_utf_8 = codecs.lookup(sys.stdout.encoding).name == "utf-8"
    write(json.dumps(value, ensure_ascii=not is_utf_8, indent=indent))


def note(text: str) -> None:
    """Tell people something beside the output, on standard error."""
    sys.stderr.write(f"quoth: {visible(text)}\n")
