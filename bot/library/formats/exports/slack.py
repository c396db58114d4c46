"""Messages of Slack, one day of a channel a file."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.core.reading.shape import HOLE
from bot.library.formats.exports.chat_days import Posted
from bot.library.parsing.header import Header, found_header

_SAID = frozenset({None, "thread_broadcast", "me_message", "file_share"})
"""What Slack calls messages that people write."""
_MARKED = re.compile(r"<([^<>|]{0,2000})(?:\|([^<>]{0,2000}))?>")
_PERSON = re.compile(r"<@([A-Z0-9]{1,20})>")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?!\w)")


def as_slack(members: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, Header]]:
    """Return the days of public channels, with people's names in them, and the channels as titles.

    All files stay as they are if they are no export of Slack.
    """
    if not {"users.json", "channels.json"} <= set(members):
        return dict(members), {}
    people = {str(user.get("id")): _name(user) for user in _mappings(members["users.json"])}
    channels = {channel.get("name") for channel in _mappings(members["channels.json"])}
    days, headers = dict[str, bytes](), dict[str, Header]()
    for name, data in members.items():
        channel, slash, day = name.partition("/")
        if slash and channel in channels and day.endswith(".json"):
            days[name] = json.dumps(list(_with_names(data, people))).encode()
            headers[name] = found_header({"title": channel})
    return days, headers


def _mappings(data: bytes) -> list[dict[str, Any]]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _name(user: Mapping[str, Any]) -> str:
    profile = user.get("profile")
    names = (profile if isinstance(profile, dict) else {}, user)
    known = (each.get(key) for each in names for key in ("display_name", "real_name", "name"))
    return next((name for name in known if isinstance(name, str) and name), "")


def _with_names(data: bytes, people: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    def named(found: re.Match[str]) -> str:
        return f"<@{found[1]}|{people[found[1]]}>" if people.get(found[1]) else found[0]

    for message in _mappings(data):
        text = message.get("text")
        known = {"text": _PERSON.sub(named, text)} if isinstance(text, str) else {}
        if name := people.get(str(message.get("user"))):
            known["user"] = name
        yield {**message, **known}


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
