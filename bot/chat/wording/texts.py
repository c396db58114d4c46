"""What Quoth says of its own, in the reader's language. Nothing else of ours is ever sent."""

from datetime import date
from enum import StrEnum

from bot.chat.wording.markup import Html, bold, escape, join
from bot.core.replies import Reason
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import Said, day_in_words, filled, wording


class Language(StrEnum):
    """The languages that Quoth speaks, by ISO 639-1 code. Quotes stay in their own.

    Buttons count them, so a new one comes last.
    """

    ENGLISH = "en"
    RUSSIAN = "ru"
    KAZAKH = "kk"
    GERMAN = "de"
    UKRAINIAN = "uk"
    FRENCH = "fr"
    SPANISH = "es"
    ITALIAN = "it"


Filling = str | int | Said | Html


def language_of(code: str | None) -> Language:
    """Return the language of a code such as "ru" or "pt-br", English where it is none of ours."""
    try:
        return Language((code or "").lower().partition("-")[0])
    except ValueError:
        return Language.ENGLISH


def refusal_for(reason: Reason) -> Message:
    """Return what is said of a question that was not answered for this reason: the message of its name."""
    return Message[f"REFUSED_{reason.name}"]


def text(message: Message, language: Language = Language.ENGLISH, /, **values: Filling) -> Html:
    """Return the message with its values, which are escaped. Raises KeyError if one is not given."""
    pieces = (
        join(part if isinstance(part, Html) else escape(part) for part in filled(piece, language, values))
        for piece in wording(message, language).split("**")
    )
    return join(bold(piece) if number % 2 else piece for number, piece in enumerate(pieces))


def plain(message: Message, language: Language = Language.ENGLISH, /, **values: Filling) -> str:
    """Return the message without markup: for buttons, pop-ups, menus and the terminal."""
    return text(message, language, **values).visible


def day(moment: date, language: Language = Language.ENGLISH) -> str:
    """Return the date in words, such as "6 May 2031"."""
    return day_in_words(moment, language)
