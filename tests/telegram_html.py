"""A strict reading of Telegram's HTML: what the Bot API makes of markup, ValueError where it answers 400."""

import re
from dataclasses import dataclass

_ENTITIES = {
    "b": "bold",
    "i": "italic",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TOKEN = re.compile(
    r"<(?P<close>/)?(?P<tag>[a-z]+)(?P<attributes>[^<>]*)>|&(?P<name>#?\w+);|(?P<text>[^<>&]+)|(?P<bad>.)",
    re.DOTALL,
)
_ATTRIBUTES = {"a": re.compile(r' href="(?P<url>[^"<>]*)"'), "blockquote": re.compile(r"( expandable)?")}


@dataclass(frozen=True)
class Entity:
    """One entity; ``start`` and ``end`` count code points (the Bot API counts UTF-16 units)."""

    type: str
    start: int
    end: int
    url: str = ""


@dataclass(frozen=True)
class Message:
    text: str
    entities: tuple[Entity, ...]


def parse(markup: str) -> Message:
    """Return text and entities as they open. Raises ValueError for what Telegram refuses."""
    text: list[str] = []
    length = 0
    opened: list[tuple[str, int, str]] = []
    entities: list[Entity] = []
    for token in _TOKEN.finditer(markup):
        if token["bad"]:
            raise ValueError(f"a bare {token['bad']!r} at {token.start()}")
        if token["tag"] and token["close"]:
            entities.append(_closed(opened, token["tag"], length))
        elif token["tag"]:
            opened.append((token["tag"], length, _url(token["tag"], token["attributes"], opened)))
        else:
            piece = token["text"] or _character(token["name"])
            text.append(piece)
            length += len(piece)
    if opened:
        raise ValueError(f"never closed: {opened}")
    return Message("".join(text), tuple(sorted(entities, key=lambda e: (e.start, -e.end))))


def _closed(opened: list[tuple[str, int, str]], tag: str, end: int) -> Entity:
    if not opened or opened[-1][0] != tag:
        raise ValueError(f"closes {tag}, open are {opened}")
    _, start, url = opened.pop()
    if start == end:
        raise ValueError(f"empty {tag}")
    return Entity(_ENTITIES[tag], start, end, url)


def _url(tag: str, attributes: str, opened: list[tuple[str, int, str]]) -> str:
    above = {name for name, _, _ in opened}
    if (
        tag not in _ENTITIES
        or above & {"code", "pre"}
        or tag in above
        or (tag in {"code", "pre"} and above - {"blockquote"})
    ):
        raise ValueError(f"<{tag}> inside {sorted(above)}")
    allowed = _ATTRIBUTES.get(tag)
    match = allowed.fullmatch(attributes) if allowed else None
    if (match is None) if allowed else attributes:
        raise ValueError(f"<{tag}{attributes}>")
    return re.sub(r"&(#?\w+);", lambda m: _character(m[1]), match["url"]) if match and tag == "a" else ""


def _character(name: str) -> str:
    if name.startswith("#"):
        return chr(int(name[1:].replace("x", "0x"), 0))
    if name not in _NAMED:
        raise ValueError(f"&{name}; is shown as it stands")
    return _NAMED[name]
