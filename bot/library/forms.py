"""Frozen values as JSON and back, for other processes and for later: what does not fit is refused."""

from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")


class FormError(ValueError):
    """What was read is no value of the form."""


class Form(Generic[T]):
    """The values of one type: of dataclasses, tuples, texts, numbers, days and paths."""

    def __init__(self, kind: "type[T]") -> None:
        self._kind = kind

    def as_json(self, value: T) -> bytes:
        """Return the value as JSON. Raises ValueError where a text of it is none that can be written."""
        return msgspec.json.encode(value, enc_hook=_plain)

    def from_json(self, written: bytes | str) -> T:
        """Return the value that ``as_json`` wrote. Raises FormError."""
        try:
            return self._reader.decode(written)
        except msgspec.MsgspecError as error:
            raise FormError(str(error)) from error

    def plain(self, value: T) -> Any:
        """Return the value as dictionaries, lists, texts and numbers."""
        return msgspec.to_builtins(value, enc_hook=_plain)

    def of_plain(self, value: object) -> T:
        """Return the value that ``plain`` has made plain. Raises FormError."""
        try:
            return msgspec.convert(value, self._kind, dec_hook=_own)
        except msgspec.MsgspecError as error:
            raise FormError(str(error)) from error

    @cached_property
    def _reader(self) -> "msgspec.json.Decoder[T]":
        return msgspec.json.Decoder(self._kind, dec_hook=_own)


def _plain(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _own(kind: type, value: object) -> object:
    if issubclass(kind, Path) and isinstance(value, str):
        return Path(value)
    raise NotImplementedError(kind)
