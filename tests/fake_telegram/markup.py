"""Telegram's HTML, parsed as strictly as the Bot API server does it."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]

TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d+)|#x([0-9a-fA-F]+)|([a-z]+));")
_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]+)((?:\s+[a-zA-Z-]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*>")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_DROPPED = re.compile("[\r\u2028-\u202e\u030a\u0333\u033f]")
_MARKS = re.compile("[\u200e\u200f]{2,}")


class MarkupError(Exception):
    """The message is refused; the text is the description that Telegram sends."""


@dataclass
class Parsed:
    """What Telegram shows, and what it changed without telling."""

    text: str
    entities: list[Json] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def utf16(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, in which entities count."""
    return len(text.encode("utf-16-le")) // 2


def slice_utf16(text: str, offset: int, length: int) -> str:
    """Return the part of ``text`` that an entity covers."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def rewrite(text: str) -> str:
    """Change ``text`` as the server does before it stores it."""
    text = _DROPPED.sub("", _CONTROL.sub(" ", text))
    return _MARKS.sub(lambda run: "\u200e" * len(run[0]), text)


def resolve(text: str) -> str:
    """Replace the references that Telegram knows; all others are shown literally."""

    def one(match: re.Match[str]) -> str:
        decimal, hexadecimal, name = match.groups()
        if name:
            return _NAMED.get(name, match[0])
        code = int(decimal) if decimal else int(hexadecimal, 16)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]

    return _REFERENCE.sub(one, text)


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.open: list[tuple[str, int, dict[str, str]]] = []
        self.entities: list[Json] = []
        self.complaints: list[str] = []

    def parse(self) -> None:
        position = 0
        while position < len(self.source):
            tag_at = self.source.find("<", position)
            end = len(self.source) if tag_at < 0 else tag_at
            self._add_text(self.source[position:end])
            if tag_at < 0:
                break
            position = self._tag(tag_at)
        if self.open:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')

    def _add_text(self, raw: str) -> None:
        for name in re.findall(r"&([a-zA-Z]+);", raw):
            if name not in _NAMED:
                self.complaints.append(f"&{name}; is shown literally")
        self.text += resolve(raw)

    def _tag(self, at: int) -> int:
        offset = len(self.source[:at].encode())
        match = _TAG.match(self.source, at)
        if match is None:
            bare = re.match(r"</?([a-zA-Z0-9-]*)", self.source[at:])
            name = bare[1] if bare else ""
            raise MarkupError(f'Unsupported start tag "{name}" at byte offset {offset}')
        name = match[2].lower()
        if name not in TAGS:
            raise MarkupError(f'Unsupported start tag "{name}" at byte offset {offset}')
        if match[1]:
            self._close(name, offset)
        else:
            self._start(name, _attributes(match[3]), offset)
        return match.end()

    def _start(self, name: str, attributes: dict[str, str], offset: int) -> None:
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
        names = [n for n, _, _ in self.open]
        if name == "blockquote" and name in names:
            self.complaints.append("a blockquote stands in a blockquote")
        if {"pre", "code"} & set(names) and not (name == "code" and names[-1] == "pre"):
            self.complaints.append(f"<{name}> stands in pre or code")
        self.open.append((name, len(self.text), attributes))

    def _close(self, name: str, offset: int) -> None:
        if not self.open:
            raise MarkupError(f"Unexpected end tag at byte offset {offset}")
        opened, start, attributes = self.open.pop()
        if opened != name:
            raise MarkupError(
                f'Unmatched end tag at byte offset {offset}, expected "</{opened}>", found "</{name}>"'
            )
        kind, extra = TAGS[name], {}
        if name == "a":
            url = attributes.get("href", self.text[start:])
            if not _is_link(url):
                self.complaints.append(f"the link {url!r} becomes plain text")
                return
            extra = {"url": url}
        if name == "blockquote" and "expandable" in attributes:
            kind = "expandable_blockquote"
        if self.text[start:]:
            self.entities.append({"type": kind, "start": start, "end": len(self.text), **extra})


def _attributes(source: str) -> dict[str, str]:
    return {m[1].lower(): resolve(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(source)}


def _is_link(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme in ("tg", "ton"):
        return True
    return parts.scheme in ("http", "https", "") and "." in (parts.hostname or "")


def parse_html(source: str, limit: int = 4096) -> Parsed:
    """Return the text and entities that Telegram makes of ``source``. Raises MarkupError."""
    if len(source.encode()) > 32768:
        raise MarkupError("text is too long")
    parser = _Parser(source)
    try:
        parser.parse()
    except MarkupError as error:
        raise MarkupError(f"can't parse entities: {error}") from None
    return _finish(parser, limit)


def parse_plain(source: str, limit: int = 4096) -> Parsed:
    """Return the text that Telegram makes of ``source`` without a parse mode. Raises MarkupError."""
    parser = _Parser("")
    parser.text = source
    return _finish(parser, limit)


def _finish(parser: _Parser, limit: int) -> Parsed:
    whole = rewrite(parser.text)
    text = whole.strip()
    if not text:
        raise MarkupError("message text is empty")
    if len(text) > limit:
        raise MarkupError("message is too long")
    lead = len(whole) - len(whole.lstrip())
    entities = []
    for entity in sorted(parser.entities, key=lambda e: (e["start"], -e["end"])):
        start = len(rewrite(parser.text[: entity.pop("start")])) - lead
        end = min(len(rewrite(parser.text[: entity.pop("end")])) - lead, len(text))
        start = max(start, 0)
        if start < end:
            entities.append({**entity, "offset": utf16(text[:start]), "length": utf16(text[start:end])})
    if len(entities) > 100:
        parser.complaints.append(f"{len(entities) - 100} entities are dropped")
    return Parsed(text, entities[:100], parser.complaints)
