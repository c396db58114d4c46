"""What Quoth says of its own, in the reader's language. Nothing else of ours is ever sent."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from string import Formatter

from bot.chat.wording.english import ENGLISH
from bot.chat.wording.markup import Html, bold, escape, join
from bot.chat.wording.names import Message
from bot.chat.wording.russian import RUSSIAN
from bot.core.replies import Reason


class Language(StrEnum):
    """The languages that Quoth speaks, by ISO 639-1 code. Quotes stay in their own."""

    ENGLISH = "en"
    RUSSIAN = "ru"


Value = str | int | Html

_WORDING: Mapping[Language, Mapping[Message, str]] = {Language.ENGLISH: ENGLISH, Language.RUSSIAN: RUSSIAN}

REFUSALS = {
    Reason.EMPTY_QUESTION: Message.REFUSED_EMPTY_QUESTION,
    Reason.EMPTY_CORPUS: Message.REFUSED_EMPTY_CORPUS,
    Reason.NO_MATCH: Message.REFUSED_NO_MATCH,
    Reason.NOT_COVERED: Message.REFUSED_NOT_COVERED,
    Reason.BAD_FILTER: Message.REFUSED_BAD_FILTER,
    Reason.NOTHING_LEFT: Message.REFUSED_NOTHING_LEFT,
    Reason.NOT_QUOTED: Message.REFUSED_NOT_QUOTED,
}


def language_of(code: str | None) -> Language:
    """Return the language of a code such as "ru" or "pt-br", English where it is none of ours."""
    try:
        return Language((code or "")[:2].lower())
    except ValueError:
        return Language.ENGLISH


def text(message: Message, language: Language = Language.ENGLISH, /, **values: Value) -> Html:
    """Return the message with its values, which are escaped. Raises KeyError if one is not given."""
    pieces = (_filled(piece, language, values) for piece in wording(message, language).split("**"))
    return join(bold(piece) if number % 2 else piece for number, piece in enumerate(pieces))


def plain(message: Message, language: Language = Language.ENGLISH, /, **values: Value) -> str:
    """Return the message without markup: for buttons, pop-ups, menus and the terminal."""
    return text(message, language, **values).visible


def day(moment: date, language: Language = Language.ENGLISH) -> str:
    """Return the date in words, such as "6 May 2031"."""
    months = wording(Message.MONTHS, language).split("|")
    return f"{moment.day} {months[moment.month - 1]} {moment.year}"


def wording(message: Message, language: Language) -> str:
    """Return the message as the catalogue has it, with ``{names}`` for its values."""
    return _WORDING[language][message]


def _filled(template: str, language: Language, values: Mapping[str, Value]) -> Html:
    parts: list[Html] = []
    for literal, name, forms, _ in Formatter().parse(template):
        parts.append(escape(literal))
        if name is not None:
            parts.append(_value(values[name], forms or "", language))
    return join(parts)


def _value(value: Value, forms: str, language: Language) -> Html:
    if isinstance(value, Html):
        return value
    if isinstance(value, str):
        return escape(value)
    if forms:
        return escape(forms.split("|")[_plural(value, language)])
    grouped = f"{value:,}"
    return escape(grouped if language is Language.ENGLISH else grouped.replace(",", "\u00a0"))


def _plural(count: int, language: Language) -> int:
    """Return which form goes with the number, by the CLDR's cardinal rules for whole numbers."""
    if language is Language.ENGLISH:
        return 0 if count == 1 else 1
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else 2
