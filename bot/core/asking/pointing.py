"""Words that point at an answer that was given: "more", "the second one", "source?", "who said that?"."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from bot.core.words.manners import NO_ACT, SpeechAct, speech_acts
from bot.core.words.tokens import word_texts
from bot.languages.known import LANGUAGES, joined

_POLITE = SpeechAct.GREETING | SpeechAct.THANKS | SpeechAct.PLEA
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
        bare = _bare(text, code)
        for pointing, pattern in _patterns(code):
            if pattern.fullmatch(bare):
                return pointing
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
def _patterns(language: str) -> list[tuple[Pointing, re.Pattern[str]]]:
    known = LANGUAGES[language].asking.pointing
    found = [
        (Pointing(PointsAt.SOURCE), known.source),
        (Pointing(PointsAt.SPEAKER), known.speaker),
        (Pointing(PointsAt.MORE), known.more),
    ]
    for number, ordinal in enumerate(known.ordinals):
        first = f"(?:{joined([known.before_ordinals])}) "
        found.append(
            (Pointing(PointsAt.QUOTE, number), rf"(?:{first}){{0,4}}(?:{ordinal})(?: (?:{known.quotes}))?")
        )
        found.append(
            (Pointing(PointsAt.QUOTE, number), rf"(?:{first}){{0,4}}(?:{known.quotes}) (?:{number + 1})")
        )
    return [(pointing, re.compile(joined([words]))) for pointing, words in found]
