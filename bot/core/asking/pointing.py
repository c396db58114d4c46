"""Words that point at an answer that was given: "more", "the second one", "source?", "who said that?"."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from bot.core.words.manners import NO_ACT, SpeechAct, speech_acts
from bot.core.words.tokens import word_texts
from bot.languages.known import LANGUAGES, joined

_POLITE = SpeechAct.GREETING | SpeechAct.THANKS | SpeechAct.PLEA
_ORDINAL, _FIGURE = "ordinal", "figure"
"""Names of the groups that tell which quote: "the second one", "number 2"."""
_LONGEST = 60
"""Signs of what only points."""


class PointsAt(Enum):
    """What of an answer is pointed at."""

    MORE = "more of it"
    SOURCE = "its source"
    SPEAKER = "who says it"
    QUOTE = "one of its quotes"


@dataclass(frozen=True, slots=True)
class Pointing:
    """What a message points at; ``quote`` is the quote's number, from 0."""

    at: PointsAt
    quote: int = 0


def pointed(text: str) -> Pointing | None:
    """Return what of an answer a message points at, whatever it says politely beside; None if at nothing."""
    if len(text) > _LONGEST:
        return None
    for code in LANGUAGES:
        if found := _pattern(code).fullmatch(_bare(text, code)):
            return _told(found)
    return None


def only_points(text: str) -> bool:
    """Tell whether a text can only mean an answer that was given; a bare "source" may be asked about too."""
    pointing = pointed(text)
    if pointing is None:
        return False
    return pointing.at is not PointsAt.SOURCE or len(word_texts(text)) > 1 or text.rstrip().endswith("?")


def _bare(text: str, language: str) -> str:
    """Return the words of a text without those that greet, thank or plead."""
    said = [word.lower().replace("’", "'") for word in word_texts(text)]
    return " ".join(word for word in said if not speech_acts(word).get(language, NO_ACT) & _POLITE)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return what points at an answer, a group for each thing that it may point at."""
    known = LANGUAGES[language].asking.pointing
    before, quotes = rf"(?:(?:{joined([known.before_ordinals])}) ){{0,4}}", joined([known.quotes])
    ordinals = joined(f"(?P<{_ORDINAL}{number}>{ordinal})" for number, ordinal in enumerate(known.ordinals))
    whole = [
        f"(?P<{PointsAt.SOURCE.name}>{joined([known.source])})",
        f"(?P<{PointsAt.SPEAKER.name}>{joined([known.speaker])})",
        f"(?P<{PointsAt.MORE.name}>{joined([known.more])})",
        f"{before}(?:{ordinals})(?: (?:{quotes}))?",
        f"{before}(?:{quotes}) (?P<{_FIGURE}>[1-{len(known.ordinals)}])",
    ]
    return re.compile("|".join(whole))


def _told(found: re.Match[str]) -> Pointing:
    told = str(found.lastgroup)
    if told == _FIGURE:
        return Pointing(PointsAt.QUOTE, int(found[_FIGURE]) - 1)
    if told.startswith(_ORDINAL):
        return Pointing(PointsAt.QUOTE, int(told.removeprefix(_ORDINAL)))
    return Pointing(PointsAt[told])
