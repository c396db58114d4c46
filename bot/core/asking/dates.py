"""Dates in any form: "5 January", "Jan. 5", "January 5th", "05.01.2022", "2022-01-05", "5 января".

A question's date is put into the words "5 January 2022", and its words are searched in the other forms as
well. Of two numbers with a slash nobody can tell which is the month: those stay as they are.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from bot.core.index.bm25 import Ranking
from bot.core.index.spellings import widened
from bot.core.nouns import Term
from bot.core.words.terms import fold, term
from bot.core.words.tokens import QuestionWord, Variant

SAME, IN_FIGURES = 1.0, 0.3
"""How much a month counts by another of its names, and by its number, which may be any number."""

_MONTHS = (
    "January Jan января январь январе янв қаңтар",
    "February Feb февраля февраль феврале фев ақпан",
    "March Mar марта март марте мар наурыз",
    "April Apr апреля апрель апреле апр сәуір",
    "May May мая май мае май мамыр",
    "June Jun июня июнь июне июн маусым",
    "July Jul июля июль июле июл шілде",
    "August Aug августа август августе авг тамыз",
    "September Sept сентября сентябрь сентябре сент қыркүйек Sep сен",
    "October Oct октября октябрь октябре окт қазан",
    "November Nov ноября ноябрь ноябре ноя қараша нояб",
    "December Dec декабря декабрь декабре дек желтоқсан",
)
"""The names of the months in English, Russian and Kazakh: as dates have them, then abbreviated."""
_NAMES = tuple(tuple(names.split()) for names in _MONTHS)
_NUMBER = {fold(name): number for number, names in enumerate(_NAMES, 1) for name in names}
_FULL = {
    fold(name): next(other for other in names if fold(other).startswith(fold(name)))
    for names in _NAMES
    for name in names
}
_MONTH = "|".join(sorted(map(re.escape, chain.from_iterable(_NAMES)), key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|-?(?:го|ого|е|ое))?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(rf"(?<![\w.\-]){form}(?![\w\-]|\.\d)", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<figure>\d{{1,2}})-(?P<day>\d{{1,2}})",
        rf"(?P<day>\d{{1,2}})\.(?P<figure>\d{{1,2}})\.{_YEAR}",
        rf"{_DAY}\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+{_YEAR})?",
        rf"(?P<month>{_MONTH})\b\.?\s+{_DAY}(?:,?\s+{_YEAR})?",
        rf"(?P<month>{_MONTH})\b\.?,?\s+{_YEAR}",
    )
)
_FILTER_ONLY = (re.compile(rf"{_YEAR}-(?P<figure>\d{{1,2}})"), re.compile(_YEAR))
_BARE_YEAR = re.compile(r"(?<![\w.,])(?:1\d{3}|20\d{2})(?![\w]|[.,]\d)")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|-?(?:го|ого|е|ое))\b", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def period(text: str) -> tuple[date, date] | None:
    """Return the first and last day of a date, a month or a year; None if it is none or has no year."""
    for form in (*_FORMS, *_FILTER_ONLY):
        if found := form.fullmatch(text.strip()):
            return _period(found)
    return None


def days_and_years(text: str) -> tuple[set[tuple[int, int]], set[int]]:
    """Return the days of months, as (day, month), and the years from 1000 to 2099 that a text has."""
    parts = [found.groupdict() for form in _FORMS for found in form.finditer(text)]
    days = {(int(p["day"]), month) for p in parts if p.get("day") and (month := _month_of(p))}
    return days, set(map(int, _BARE_YEAR.findall(text)))


def date_in_words(text: str) -> str:
    """Return the text with every date's month in full, as in "5 January 2022"; all else stays."""
    for form in _FORMS:
        text = form.sub(_written_out, text)
    return text


def with_dates(words: Sequence[QuestionWord], ranking: Ranking) -> tuple[QuestionWord, ...]:
    """Return a question's words, those of dates with the other forms that the articles have."""
    found = list(words)
    for n, word in enumerate(words):
        month, day = _NUMBER.get(fold(word.surface), 0), _day_beside(words, n)
        if not month or (day is None and not _is_before_year(words, n)):
            continue
        forms = [*_month_names(month, ranking)]
        if day is not None:
            forms += _month_figure(month, ranking)
            found[day] = widened(found[day], _day_forms(words[day], ranking))
        found[n] = widened(replace(word, is_stop=False), forms)  # May is a stop word elsewhere
    return tuple(found)


def _period(found: re.Match[str]) -> tuple[date, date] | None:
    parts = found.groupdict()
    if parts.get("year") is None:
        return None
    year, month, day = int(parts["year"]), _month_of(parts), int(parts.get("day") or 0)
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first, last


def _month_of(parts: dict[str, str | None]) -> int:
    """Return the month's number, 0 where none is told; it may be above 12."""
    if name := parts.get("month"):
        return _NUMBER[fold(name)]
    return int(parts.get("figure") or 0)


def _written_out(found: re.Match[str]) -> str:
    parts = found.groupdict()
    month, day = _month_of(parts), int(parts.get("day") or 1)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return found[0]
    if not (name := parts.get("month")):
        return f"{day} {_NAMES[month - 1][2 if _CYRILLIC.search(found.string) else 0]} {parts['year']}"
    full = _FULL[fold(name)]
    longer = full if len(full) > len(name) else name
    return _ORDINAL.sub(r"\1", re.sub(rf"{name}\b\.?", longer, found[0]))


def _day_beside(words: Sequence[QuestionWord], month: int) -> int | None:
    """Return the number of the word that tells the day: beside the month's, or before it and "of"."""
    places = [month - 1, month + 1]
    if month > 1 and words[month - 1].surface.lower() == "of":
        places.append(month - 2)
    return next((n for n in places if 0 <= n < len(words) and _is_day(words[n].surface)), None)


def _is_day(surface: str) -> bool:
    return surface.isdecimal() and len(surface) <= 2 and 1 <= int(surface) <= 31


def _is_before_year(words: Sequence[QuestionWord], month: int) -> bool:
    following = words[month + 1].surface if month + 1 < len(words) else ""
    return following.isdecimal() and len(following) == 4


def _day_forms(word: QuestionWord, ranking: Ranking) -> Iterator[Variant]:
    day = int(word.surface)
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    ordinal = f"{day}{ending}"
    if Term(ordinal) in ranking:
        yield Variant(Term(ordinal), SAME, ordinal)


def _month_names(month: int, ranking: Ranking) -> Iterator[Variant]:
    for name in _NAMES[month - 1]:
        for language in ranking.words:
            if (found := term(name, language)) in ranking:
                yield Variant(found, SAME, name)


def _month_figure(month: int, ranking: Ranking) -> Iterator[Variant]:
    figure = f"{month:02}"
    if any(figure in known for known in ranking.words.values()):
        yield Variant(Term(str(month)), IN_FIGURES, figure)
