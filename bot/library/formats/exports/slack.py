"""Messages of Slack, one day of a channel a file."""

import html
import re
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from bot.core.reading.clean import HOLE
from bot.library.formats.exports.chats import Posted

_SAID = frozenset({None, "thread_broadcast", "me_message", "file_share"})
"""What Slack calls messages that people write."""
_MARKED = re.compile(r"<([^<>|]{0,2000})(?:\|([^<>]{0,2000}))?>")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?!\w)")


def slack_messages(found: list[dict[str, Any]]) -> tuple[list[Posted], Counter[str]]:
    """Return the messages that people wrote, and how many others there are, by what Slack calls them."""
    posted, kinds = list[Posted](), Counter[str]()
    for message in found:
        kind = message.get("subtype")
        if message.get("type") != "message" or kind not in _SAID or message.get("hidden"):
            kinds[str(kind or message.get("type"))] += 1
            continue
        posted.append(_posted(message))
    return posted, kinds


def _posted(message: dict[str, Any]) -> Posted:
    profile = message.get("user_profile")
    names = profile if isinstance(profile, dict) else {}
    named = (names.get("display_name"), names.get("real_name"), message.get("username"), message.get("user"))
    sender = next(filter(None, named), "")
    try:
        moment = datetime.fromtimestamp(float(message["ts"]), UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return Posted(str(sender), _shown(message.get("text")))
    head = ", ".join(filter(None, (str(sender), f"{moment:%Y-%m-%d %H:%M} UTC")))
    return Posted(head, _shown(message.get("text")), moment.date())


def _shown(text: object) -> str:
    """Return a message as a reader sees it; a person who is named only by a number is a hole."""
    shown = _MARKED.sub(_link, text if isinstance(text, str) else "")
    return html.unescape(_EMPHASIS.sub(r"\1", shown))


def _link(found: re.Match[str]) -> str:
    target, label = found[1], found[2]
    if target.startswith(("@", "!subteam")):
        return f"@{label}" if label else HOLE
    if target.startswith("#"):
        return f"#{label}" if label else HOLE
    if target.startswith("!"):
        return f"@{target[1:]}"
    return label or target
