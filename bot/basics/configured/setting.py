"""What a setting is: a kind of value, what it may be, and what it means."""

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

_SPEC = "setting"
_KINDS = {bool: "true or false", int: "a whole number", float: "a number"}
_LIMITS = {"ge": "from", "gt": "above", "le": "to"}
_TRUE, _FALSE = (
    frozenset({"true", "t", "yes", "y", "on", "1"}),
    frozenset({"false", "f", "no", "n", "off", "0"}),
)


class NotAllowedError(ValueError):
    """A value is not what a setting's kind or limits allow; ``allowed`` says what is."""


class Secret:
    """A text that is not shown by accident; empty, it counts as false."""

    __slots__ = ("clear",)

    def __init__(self, clear: str) -> None:
        self.clear = clear

    def __repr__(self) -> str:
        return "Secret('**********')" if self.clear else "Secret('')"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other.clear == self.clear

    def __hash__(self) -> int:
        return hash(self.clear)

    def __bool__(self) -> bool:
        return bool(self.clear)


@dataclass(frozen=True, slots=True)
class Spec:
    """What a setting means and may be. ``read`` takes what is written, ``check`` refuses by ValueError."""

    description: str
    limits: Mapping[str, float]
    read: Callable[[object], object]
    check: Callable[[Any], object]


def setting(
    default: object,
    *,
    description: str,
    read: Callable[[object], object] = lambda value: value,
    check: Callable[[Any], object] = lambda value: value,
    **limits: float,
) -> Any:
    """Return a dataclass' field for a setting; ``limits`` are ``ge``, ``gt`` and ``le``.

    ``check`` returns the value, in the form that it is kept in.
    """
    return field(default=default, metadata={_SPEC: Spec(description, limits, read, check)})


def spec_of(one: "Field[Any]") -> Spec:
    """Return what was told about a field."""
    spec: Spec = one.metadata[_SPEC]
    return spec


def is_secret(kind: object) -> bool:
    """Tell whether values of the kind are never shown."""
    return Secret in (kind, *get_args(kind))


def value_of(
    given: object, kind: object, spec: Spec, readers: Mapping[object, Callable[[str], object]]
) -> object:
    """Return what somebody wrote as a value of the kind.

    ``readers`` read texts as kinds of our own. Raises ValueError that says what it should look like, and
    NotAllowedError where kind or limits say it.
    """
    value = _read(spec.read(given), _plain(kind), readers)
    if any(not _LIMIT_HOLDS[name](value, limit) for name, limit in spec.limits.items()):
        raise NotAllowedError
    return spec.check(value)


def allowed(kind: object, spec: Spec) -> str:
    """Return what a setting may be, in words."""
    kinds = get_args(kind) or (kind,)
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(map(str, kinds))
    said = [f"{_LIMITS[name]} {limit}" for name, limit in spec.limits.items()]
    word = next((word for known, word in _KINDS.items() if known in kinds), "a text in quotation marks")
    return " ".join([word, *said])


_LIMIT_HOLDS: Mapping[str, Callable[[Any, float], bool]] = {
    "ge": lambda value, limit: value >= limit,
    "gt": lambda value, limit: value > limit,
    "le": lambda value, limit: value <= limit,
}


def _plain(kind: object) -> object:
    """Return the kind without None and without what it holds."""
    others = [one for one in get_args(kind) if one is not NoneType]
    if get_origin(kind) is Literal or not others:
        return kind
    return others[0] if NoneType in get_args(kind) else get_origin(kind)


def _read(value: object, kind: object, readers: Mapping[object, Callable[[str], object]]) -> object:
    if get_origin(kind) is Literal and value in get_args(kind):
        return value
    if isinstance(kind, type) and isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
        return value.strip() if isinstance(value, str) else value
    if isinstance(value, str) and kind in readers:
        return readers[kind](value.strip())
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    readable = _OF_TEXT if isinstance(value, str) else _OF_NUMBERS if is_number else {}
    if kind not in readable:
        raise NotAllowedError
    try:
        return readable[kind](value)
    except ValueError:
        raise NotAllowedError from None


def _truth(value: object) -> bool:
    word = str(value).strip().lower()
    if word not in _TRUE | _FALSE:
        raise ValueError
    return word in _TRUE


def _whole(value: str | float) -> int:
    number = float(value)
    if not number.is_integer():
        raise ValueError
    return int(number)


_OF_NUMBERS: Mapping[object, Callable[[Any], object]] = {bool: _truth, int: _whole, float: float}
_OF_TEXT: Mapping[object, Callable[[Any], object]] = {
    **_OF_NUMBERS,
    Path: lambda value: Path(str(value).strip()),
    Secret: lambda value: Secret(str(value)),
}
