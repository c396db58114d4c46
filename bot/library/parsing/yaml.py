"""YAML, read safely: a mapping with the line of every entry. The home of PyYAML.

Files of a corpus come from strangers, so aliases (they expand without bound), tags (they build
objects), deep nesting and huge texts are refused, and so are keys that occur twice.
Values stay the texts that were written: ``title: 2022`` is the text "2022".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_FRAME = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)


@dataclass(frozen=True, slots=True)
class Pair:
    """One ``key: value``. ``value`` is None where nothing was written, ``line`` is 1-based."""

    key: str
    value: "YamlValue"
    line: int


YamlValue = str | None | tuple["YamlValue", ...] | tuple[Pair, ...]


def parse_mapping(text: str) -> tuple[Pair, ...]:
    """Return the entries of the YAML mapping in ``text``, in their order; none if it is empty.

    Raises ArticleError, with the line, for anything but one plain mapping without repeated keys.
    """
    if len(text) > LIMITS.files.header:
        raise ArticleError(Message.YAML_TOO_LONG, limit=LIMITS.files.header)
    try:
        return _document(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or type(error).__name__
        line = mark.line + 1 if mark else None
        raise ArticleError(Message.YAML_BROKEN, line, problem=problem) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise ArticleError(Message.YAML_CHARACTERS) from error


def render_mapping(values: Mapping[str, object]) -> str:
    """Return ``values``, whose texts are single lines, as YAML that ``parse_mapping`` reads back."""
    return yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=float("inf"))


def _document(events: Iterator[yaml.Event]) -> tuple[Pair, ...]:
    head = _next_content(events)
    if head is None or _is_null(head):
        return ()
    _refuse_tricks(head)
    if not isinstance(head, yaml.MappingStartEvent):
        raise ArticleError(Message.YAML_NO_MAPPING, _line(head))
    entries = _entries(events, LIMITS.files.depth - 1)
    if rest := _next_content(events):
        raise ArticleError(Message.YAML_SECOND_DOCUMENT, _line(rest))
    return entries


def _next_content(events: Iterator[yaml.Event]) -> yaml.Event | None:
    """Return the next event that is not merely the frame of a document."""
    return next((event for event in events if not isinstance(event, _FRAME)), None)


def _entries(events: Iterator[yaml.Event], depth: int) -> tuple[Pair, ...]:
    entries: dict[str, Pair] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        line = _line(event)
        key = _value(events, event, 0)
        if not isinstance(key, str):
            raise ArticleError(Message.YAML_NO_KEY, line)
        if key in entries:
            first = str(entries[key].line)
            raise ArticleError(Message.YAML_KEY_TWICE, line, key=repr(key), first=first)
        entries[key] = Pair(key, _value(events, next(events), depth), line)
    return tuple(entries.values())


def _value(events: Iterator[yaml.Event], event: yaml.Event, depth: int) -> YamlValue:
    """Return the value that begins with ``event``; collections may nest ``depth`` deep."""
    _refuse_tricks(event)
    if isinstance(event, yaml.ScalarEvent):
        return None if _is_null(event) else event.value
    if depth == 0:
        raise ArticleError(Message.YAML_TOO_DEEP, _line(event))
    if isinstance(event, yaml.MappingStartEvent):
        return _entries(events, depth - 1)
    values: list[YamlValue] = []
    while not isinstance(item := next(events), yaml.SequenceEndEvent):
        values.append(_value(events, item, depth - 1))
    return tuple(values)


def _refuse_tricks(event: yaml.Event) -> None:
    line = _line(event)
    if getattr(event, "anchor", None):  # what is given a name, and where the name stands for it
        raise ArticleError(Message.YAML_ALIAS, line)
    if getattr(event, "tag", None):
        raise ArticleError(Message.YAML_TAG, line)


def _is_null(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.style and event.value in _NULLS


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
