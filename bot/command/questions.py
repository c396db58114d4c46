"""Which questions a call asks: words of the command line, or lines of a file."""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path

from bot.basics.called import called
from bot.basics.errors import BotError
from bot.command.streams import note

_NUMBERS_SHOWN = 9


class CalledWronglyError(BotError):
    """The call cannot be understood."""


def questions_of(words: Sequence[str], source: str | None) -> list[str]:
    """Return the questions: the one that ``words`` make, or those in the file ``source``.

    Raises CalledWronglyError if there is nothing to ask, or both are given; BotError if the file cannot be
    read or holds no question.
    """
    if bool(words) == (source is not None):
        raise CalledWronglyError(f'say what to ask: {called()} ask "QUESTION", or --from FILE')
    if source is not None:
        return _lines(source)
    question = os.fsencode(" ".join(words)).decode(errors="replace").strip()
    if not question:
        raise CalledWronglyError(f'the question is empty; say what to ask: {called()} ask "QUESTION"')
    return [question]


def _lines(source: str) -> list[str]:
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise BotError(f"cannot read the questions: {error}") from error
    lines = [line.decode(errors="replace").strip() for line in data.removeprefix(BOM_UTF8).split(b"\n")]
    if odd := [str(number) for number, line in enumerate(lines, 1) if "\ufffd" in line]:
        shown = ", ".join(odd[:_NUMBERS_SHOWN])
        note(f"line {shown}: not all of it is UTF-8; the signs that it is not are asked as \ufffd")
    questions = [line for line in lines if line]
    if not questions:
        where = "standard input" if source == "-" else source
        raise BotError(f"there is no question in {where}; write one a line")
    return questions
