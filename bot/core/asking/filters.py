"""Filters in a question: ``before:2022-01-06 after:2021 source:courier lang:ru "a phrase of words"``.

What a filter cannot mean is told, never guessed: see ``Filters.unclear``.
"""

import re
from functools import lru_cache

from bot.basics.limits import LIMITS
from bot.core.asking.dates import period
from bot.core.index.facets import NO_FILTERS, Filters
from bot.core.words.tokens import word_texts
from bot.languages.known import LANGUAGES

_NAMES = {
    written: name for language in LANGUAGES.values() for name, written in language.asking.filters.items()
}
_IN_MARKS = r"\"[^\"]+\"|“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»"
_FILTER = re.compile(
    rf"(?<!\S)(?P<name>{'|'.join(_NAMES)}):(?P<value>{_IN_MARKS}|[^\s\"“„«]\S*)", re.IGNORECASE
)
QUOTED = re.compile(_IN_MARKS)
"""A text in quotation marks."""
_WITHIN = str.maketrans("", "", "“”„")
"""What would end words in quotation marks too soon."""
_WORD = re.compile(r"\w")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MARKS = "\"'“”„«»‘’.,;:!?…"


@lru_cache(maxsize=LIMITS.caches.questions)
def parse_filters(text: str) -> tuple[str, Filters]:
    """Return the text without the filters that have names, and all its filters. Never fails.

    A quoted phrase is a filter if it has two words or more; its words stay in the text.
    """
    rest = " ".join(_FILTER.sub(" ", text).split())
    found = [
        (match[0], _NAMES[match["name"].lower()], _bare(match["value"])) for match in _FILTER.finditer(text)
    ]
    quoted = (phrase for phrase in QUOTED.findall(rest) if len(word_texts(phrase)) > 1)
    phrases = list(dict.fromkeys(quoted))[: LIMITS.asking.phrases]
    if not found and not phrases:
        return rest, NO_FILTERS
    periods = [(name, period(value)) for _, name, value in found if name in {"before", "after"}]
    return rest, Filters(
        before=min((days[0] for name, days in periods if days and name == "before"), default=None),
        after=max((days[1] for name, days in periods if days and name == "after"), default=None),
        sources=tuple(value.casefold() for _, name, value in found if name == "source"),
        languages=tuple(value.lower() for _, name, value in found if name == "lang"),
        phrases=tuple(_bare(phrase) for phrase in phrases),
        given=(*(written for written, _, _ in found), *phrases),
        unclear=tuple(written for written, name, value in found if not _is_clear(name, value)),
    )


def in_marks(text: str) -> str:
    """Return a text in quotation marks, so that it is looked up word for word; "" if it has no word."""
    bare = without_marks(text).strip()
    return f"“{bare}”" if _WORD.search(bare) else ""


def without_marks(text: str) -> str:
    """Return the text without the quotation marks that words to be looked up are put in."""
    return text.translate(_WITHIN)


def _bare(value: str) -> str:
    return value.strip(_MARKS + " ")


def _is_clear(name: str, value: str) -> bool:
    match name:
        case "lang":
            return _LANGUAGE.fullmatch(value.lower()) is not None
        case "source":
            return bool(value)
        case _:
            return period(value) is not None
