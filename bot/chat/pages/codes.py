"""How whole numbers are written where few signs fit: in buttons' data and in deep links.

Both can be forged by anybody: whoever reads one checks again who pressed, and that the row is still there.
"""

from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from typing import Any, TypeVar, cast

from bot.chat.wire import telegram

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LARGEST = 2**63 - 1
"""What a row's number can be in SQLite."""
_VERSION = "1"

_T = TypeVar("_T")


def write_code(value: Any, kinds: Mapping[str, type[_T]], separator: str) -> str:
    """Return a version, the letter of the value's kind, and the numbers that are its fields.

    Raises ValueError for a number that no row can have.
    """
    letter = next(letter for letter, kind in kinds.items() if kind is type(value))
    numbers = (getattr(value, field.name) for field in fields(value))
    return separator.join((_VERSION, letter, *(_base62(_number(number)) for number in numbers)))


def pattern_of(letters: str) -> str:
    """Return a regular expression for how buttons of these letters begin."""
    return rf"^{_VERSION}\|[{letters}]\|"


def read_code(data: str, kinds: Mapping[str, type[_T]], separator: str) -> _T | None:
    """Return the value that was written, None where it is forged or of an older version."""
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


def _number(value: int | bool | Enum) -> int:
    return int(value.value if isinstance(value, Enum) else value)


def _value(number: int, kind: Any) -> int | bool | Enum:
    """Return the number as a field's type. Raises ValueError where it has no such value."""
    if kind is bool and number > 1:
        raise ValueError(number)
    return cast("int | bool | Enum", kind(number))


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
