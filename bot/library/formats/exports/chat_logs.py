"""Logs of chats as messengers export them as text (WhatsApp, Signal, Telegram's copied messages, IRC)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.library.formats.exports.chat_days import Posted

_SENT = re.compile(
    r"\u200e?(?P<head>\[?(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),?[ ]"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[\s\u202f]?[ap]\.?[ ]?m\.?)?\]?(?:[ ]-)?)[ ]"
    r"(?:(?P<sender>[^:\n\"“”«»]{1,60}):(?:[ ]|$)(?P<text>.*)|.*)",
    re.IGNORECASE,
)
"""A message, or a notice of the messenger, which has no sender."""
_COPIED = re.compile(
    r"(?P<sender>[^\n\[\]]{1,60}), "
    r"(?P<head>\[(?P<day>\d{1,2}\.\d{1,2}\.\d{2,4}),? \d\d:\d\d(?::\d\d)?\])(?P<text>)"
)
_RELAYED = re.compile(
    r"(?P<head>\[?(?P<day>\d{4}-\d\d-\d\d[ T])?\d\d:\d\d(?::\d\d)?\]?) "
    r"(?:<[@+ ]?(?P<sender>[^<>\s]{1,30})> (?P<text>.*)|\*.*|-!-.*)"
)
_FEWEST = 2
"""Messages from which on a text is a chat."""
_FIGURES = re.compile(r"\d+")


@dataclass(slots=True)
class _Line:
    """A message while its lines are read. ``sender`` is "" for a notice."""

    head: str
    sender: str
    day: str
    lines: list[str]


def messages_of(text: str) -> tuple[Posted, ...]:
    """Return the messages of a chat's log, without the messenger's notices; none if it is no such log."""
    for form in (_SENT, _COPIED, _RELAYED):
        found = list(_read(text, form))
        if sum(bool(line.sender) for line in found) >= _FEWEST:
            return tuple(_messages(found))
    return ()


def _read(text: str, form: re.Pattern[str]) -> Iterator[_Line]:
    """Yield the messages and notices in a text that begins with one; nothing if it does not."""
    current: _Line | None = None
    for line in text.split("\n"):
        found = form.fullmatch(line)
        if found:
            if current:
                yield current
            head, sender, day = found["head"].strip("[]- "), (found["sender"] or "").strip(), found["day"]
            current = _Line(head, sender, day or "", [found["text"] or ""])
        elif current:
            current.lines.append(line)
        elif line.strip():
            return
    if current:
        yield current


def _messages(found: list[_Line]) -> Iterator[Posted]:
    order = _order([line.day for line in found])
    for line in found:
        if line.sender:
            text = "\n".join(line.lines).strip()
            yield Posted(f"{line.sender}, {line.head}", text, _day(line.day, order))


def _order(days: list[str]) -> str:
    """Return which of the figures is the day's, "" if nothing in the log tells."""
    figures = [_figures(day) for day in days if day]
    if any(found[0] > 31 for found in figures):
        return "ymd"
    if any(found[0] > 12 for found in figures) or any("." in day for day in days):
        return "dmy"
    return "mdy" if any(found[1] > 12 for found in figures) else ""


def _figures(day: str) -> tuple[int, ...]:
    return tuple(map(int, _FIGURES.findall(day)))


def _day(written: str, order: str) -> date | None:
    if not written or not order:
        return None
    parts = dict(zip(order, _figures(written), strict=True))
    year = parts["y"] + 2000 if parts["y"] < 100 else parts["y"]
    try:
        return date(year, parts["m"], parts["d"])
    except ValueError:
        return None
