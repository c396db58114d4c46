"""What buttons and deep links carry: a version, a kind and whole numbers, never text and never authority.

Both can be forged by anybody: whoever reads one checks again who pressed, and that the row is still there.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any, TypeVar, cast

from bot.chat.wire import telegram
from bot.core.nouns import ArticleId

_VERSION = "1"
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LARGEST = 2**63 - 1
"""What a row's number can be in SQLite."""


class Setting(Enum):
    """What a group's administrators can choose; buttons that were sent hold these values, so they stay."""

    LANGUAGE = 0
    QUOTES = 1
    MENTIONS = 2
    QUIET = 3


@dataclass(frozen=True, slots=True)
class ShowAnswer:
    """Show an answer that may not have arrived. ``answer`` is the journal's row, here and below."""

    answer: int


@dataclass(frozen=True, slots=True)
class MoreQuotes:
    """Show the answer's further quotes, from number ``first`` on (0 is the lead)."""

    answer: int
    first: int


@dataclass(frozen=True, slots=True)
class WiderContext:
    """Show the neighbours of the answer's quote of this number."""

    answer: int
    quote: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Show where the answer's quote of this number stands."""

    answer: int
    quote: int


@dataclass(frozen=True, slots=True)
class Rate:
    """Tell whether the answer was useful."""

    answer: int
    useful: bool


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Turn to a page of the list of articles, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """Show a passage, from 1, of the article with this ``article_key``."""

    key: int
    number: int


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose a value for a group's setting: 0 or 1, or how many quotes, or the language.

    Languages count in the order of ``bot.chat.wording.texts.Language``, from 1; 0 is that of each asker.
    """

    setting: Setting
    value: int


@dataclass(frozen=True, slots=True)
class Confirm:
    """Go on with the maintenance action that waits under this number."""

    operation: int


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give up the maintenance action that waits under this number."""

    operation: int


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """Open an answer in the private chat."""

    answer: int


@dataclass(frozen=True, slots=True)
class OpenProof:
    """Open in the private chat where a quote of an answer stands."""

    answer: int
    quote: int


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Open an article in the private chat, by its ``article_key``."""

    key: int


_T = TypeVar("_T")

Action = (
    ShowAnswer
    | MoreQuotes
    | WiderContext
    | Proof
    | Rate
    | SourcesPage
    | ReadPassage
    | Choose
    | Confirm
    | Cancel
)
Target = OpenAnswer | OpenProof | OpenArticle

_ACTIONS: Mapping[str, type[Action]] = {
    "s": ShowAnswer,
    "m": MoreQuotes,
    "w": WiderContext,
    "p": Proof,
    "r": Rate,
    "l": SourcesPage,
    "a": ReadPassage,
    "c": Choose,
    "y": Confirm,
    "n": Cancel,
}
_TARGETS: Mapping[str, type[Target]] = {"a": OpenAnswer, "p": OpenProof, "t": OpenArticle}


def button_data(action: Action) -> str:
    """Return the callback data of a button. Raises ValueError for a number that no row can have."""
    return _written(action, _ACTIONS, "|")


def parse_button(data: str) -> Action | None:
    """Return what a button asks for, None where it is forged or of an older version."""
    return _parsed(data, _ACTIONS, "|")


def start_payload(target: Target) -> str:
    """Return the payload of a ``t.me/bot?start=`` link. Raises ValueError as ``button_data`` does."""
    return _written(target, _TARGETS, "-")


def parse_start(payload: str) -> Target | None:
    """Return what a deep link leads to, None for anything else: then it is a plain /start."""
    return _parsed(payload, _TARGETS, "-")


def article_key(article_id: ArticleId) -> int:
    """Return a number that tells an article's id apart from others (63 bits of its SHA-256)."""
    return int.from_bytes(hashlib.sha256(article_id.encode()).digest()[:8]) >> 1


def _written(value: Action | Target, kinds: Mapping[str, type[_T]], separator: str) -> str:
    letter = next(letter for letter, kind in kinds.items() if kind is type(value))
    numbers = (getattr(value, field.name) for field in fields(value))
    return separator.join((_VERSION, letter, *(_base62(_number(number)) for number in numbers)))


def _parsed(data: str, kinds: Mapping[str, type[_T]], separator: str) -> _T | None:
    version, *rest = data[: telegram.BUTTON_BYTES + 1].split(separator)
    kind = kinds.get(rest[0]) if rest else None
    if version != _VERSION or kind is None:
        return None
    expected = fields(cast("type[Any]", kind))
    if len(rest) - 1 != len(expected):
        return None
    try:
        return kind(
            *(_value(_whole(digits), field.type) for digits, field in zip(rest[1:], expected, strict=True))
        )
    except ValueError:
        return None


def _number(value: int | bool | Setting) -> int:
    return int(value.value if isinstance(value, Setting) else value)


def _value(number: int, kind: Any) -> int | bool | Setting:
    """Return the number as a field's type. Raises ValueError where it has no such value."""
    if kind is bool and number > 1:
        raise ValueError(number)
    return cast("int | bool | Setting", kind(number))


def _base62(number: int) -> str:
    if not 0 <= number <= _LARGEST:
        raise ValueError(f"no row has the number {number}")
    digits = ""
    while number >= 62:
        number, digit = divmod(number, 62)
        digits = _DIGITS[digit] + digits
    return _DIGITS[number] + digits


def _whole(digits: str) -> int:
    """Return the number. Raises ValueError for digits that ``_base62`` never writes."""
    number = 0
    for digit in digits[:12]:
        number = 62 * number + _DIGITS.index(digit)
    if number > _LARGEST or _base62(number) != digits:
        raise ValueError(digits)
    return number
