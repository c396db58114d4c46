"""A sentence of ours, kept as its name and values until it is known in which language it is said.

A language's catalogue is read when something is said in it for the first time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from string import Formatter
from typing import TypeVar, cast

from bot.languages.interface.catalogue import Catalogue
from bot.languages.interface.messages import Message

ENGLISH = "en"
"""The language of logs and of whoever reads none of ours."""

Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Said:
    """A message with its values; as a ``str`` it is English."""

    message: Message
    values: tuple[tuple[str, "str | int | Said"], ...] = ()

    def __str__(self) -> str:
        return self.said(ENGLISH)

    def said(self, language: str) -> str:
        """Return the sentence in the language of an ISO 639-1 code. Raises KeyError if a value lacks."""
        return "".join(filled(wording(self.message, language), language, dict(self.values)))


def say(message: Message, **values: str | int | Said) -> Said:
    """Return the message with its values, in no language yet."""
    return Said(message, tuple(values.items()))


@cache
def catalogue(language: str) -> Catalogue:
    """Return what is said in the language of an ISO 639-1 code. Raises ModuleNotFoundError for others."""
    return cast("Catalogue", import_module(f"bot.languages.interface.{language}").INTERFACE)


def wording(message: Message, language: str) -> str:
    """Return the message as the catalogue has it, with ``{names}`` for its values."""
    return catalogue(language).sentences[message.name]


def filled(
    template: str, language: str, values: Mapping[str, str | int | Said | Other]
) -> Iterator[str | Other]:
    """Yield the parts of the template, values in their places; what only the caller knows stays as it is.

    Raises KeyError if a value is not given.
    """
    for literal, name, forms, _ in Formatter().parse(template):
        yield literal
        if name is not None:
            yield _value(values[name], forms or "", language)


def day_in_words(day: date, language: str) -> str:
    """Return the date in words, such as "6 May 2031"."""
    month = wording(Message.MONTHS, language).split("|")[day.month - 1]
    values = {"day": str(day.day), "month": month, "year": str(day.year)}
    return "".join(filled(wording(Message.DAY, language), language, values))


def _value(value: "str | int | Said | Other", forms: str, language: str) -> "str | Other":
    if isinstance(value, Said):
        return value.said(language)
    if not isinstance(value, int):
        return value
    known = catalogue(language)
    return forms.split("|")[known.plural(value)] if forms else f"{value:,}".replace(",", known.grouping)
