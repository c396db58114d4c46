"""Dates in any form: "5 January", "Jan. 5", "January 5th", "05.01.2022", "2022-01-05", and those of others.

A question's date is put into the words "5 January 2022", and its words are searched in the other forms as
well. Of two numbers up to twelve with a slash nobody can tell which is the month: the articles have to.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bot.core.index.lexicon.spellings import widened
from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.nouns import Span, Term
from bot.core.words.spoken import language_spoken
from bot.core.words.terms import fold, is_stop, language_of_word, term
from bot.core.words.tokens import QuestionWord, Variant
from bot.languages.known import LANGUAGES, alternatives, read_in

SAME, IN_FIGURES = 1.0, 0.3
"""How much a month counts by another of its names, and by its number, which may be any number."""

_YEAR = r"(?P<year>\d{4})"
_SURELY_DAY = r"1[3-9]|2\d|3[01]"
_FILTER_ONLY = (re.compile(rf"{_YEAR}-(?P<figure>\d{{1,2}})"), re.compile(_YEAR))
_LIKE_A_YEAR = re.compile(r"(?<![\w.,$€£₸\-])(?:1\d{3}|20\d{2})(?!\w|[.,]\d|\s?%)")
_IN_BRACKETS = re.compile(r"\s?[)–—-]")
_BY_NUMBER = re.compile(r"(?<![\w./\-])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?![\w/\-]|\.\d)")
"""Days that the other forms do not know: 3/4/2022, and those with two figures of a year."""
_CENTURY, _LAST_YEAR = 100, 2099
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_AROUND = 24
"""Characters before and behind a number that tell what it is."""
_LEAP_YEAR = 2000
"""29 February is possible where no year is told."""


@dataclass(frozen=True, slots=True, eq=False)
class _Calendar:
    """How dates are written in texts of a language."""

    months: Sequence[Sequence[str]]
    """The names of each month, those of dates first."""
    number: Mapping[str, int]
    """By folded name."""
    full: Mapping[str, str]
    """What a folded name, perhaps short, is in full."""
    forms: Sequence[re.Pattern[str]]
    ordinal: re.Pattern[str]
    before_date: re.Pattern[str]
    not_before_date: re.Pattern[str]
    before_year: re.Pattern[str]
    surely_before_year: re.Pattern[str]
    behind_year: re.Pattern[str]
    months_too: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Date:
    """A day or a month that a text tells at ``span``; ``name`` is the month's, None if in figures."""

    span: Span
    year: int | None
    month: int
    day: int | None
    name: str | None


@cache
def _calendar(language: str) -> _Calendar:
    rows = [known.words.months for known in read_in(language)]
    months = [[name for row in rows if row for name in row[n].split()] for n in range(12)]
    names = [(name, number) for number, row in enumerate(months, 1) for name in row]
    day = rf"(?P<day>\d{{1,2}})(?:{alternatives(language, lambda known: known.words.ordinals)})?"
    return _Calendar(
        months=months,
        number={fold(name): number for name, number in names},
        full={fold(name): _full(name, months[number - 1]) for name, number in names},
        forms=_forms(language, day, [name for name, _ in names]),
        ordinal=re.compile(rf"\b{day}(?!\w)", re.IGNORECASE),
        before_date=_ending(alternatives(language, lambda known: known.words.before_dates)),
        not_before_date=_ending(alternatives(language, lambda known: known.words.not_dates)),
        before_year=_ending(alternatives(language, lambda known: known.words.years)),
        surely_before_year=_ending(alternatives(language, lambda known: known.words.surely_years)),
        behind_year=re.compile(
            rf"[-\s]*(?:{alternatives(language, lambda known: known.words.after_years)})(?!\w)", re.IGNORECASE
        ),
        months_too=frozenset().union(*(known.words.months_too for known in read_in(language))),
    )


def _full(name: str, names: Sequence[str]) -> str:
    return next(other for other in names if fold(other).startswith(fold(name)))


def _ending(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})\s*\Z", re.IGNORECASE)


def _forms(language: str, day: str, names: Sequence[str]) -> list[re.Pattern[str]]:
    month = rf"(?P<month>{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b\.?"
    of_month = alternatives(language, lambda known: known.words.before_month)
    of_year = alternatives(language, lambda known: known.words.before_year)
    year = rf",?\s+(?:(?:{of_year})\s+)?{_YEAR}"
    return [
        re.compile(rf"(?<![\w.\-]){form}(?![\w\-]|\.\d)", re.IGNORECASE)
        for form in (
            rf"{_YEAR}-(?P<figure>\d{{1,2}})-(?P<day>\d{{1,2}})",
            rf"(?P<day>\d{{1,2}})\.(?P<figure>\d{{1,2}})\.{_YEAR}",
            rf"(?P<day>{_SURELY_DAY})/(?P<figure>\d{{1,2}})/{_YEAR}",
            rf"(?P<figure>\d{{1,2}})/(?P<day>{_SURELY_DAY})/{_YEAR}",
            rf"{day}\s+(?:(?:{of_month})\s+)?{month}(?:{year})?",
            rf"{month}\s+{day}(?:,?\s+{_YEAR})?",
            rf"{month}{year}",
        )
    ]


def period(text: str) -> tuple[date, date] | None:
    """Return the first and last day of a date, a month or a year; None if it is none or has no year."""
    for language in LANGUAGES:
        calendar = _calendar(language)
        for form in (*calendar.forms, *_FILTER_ONLY):
            if found := form.fullmatch(text.strip()):
                return _period(found, calendar)
    return None


def days_and_years(text: str, language: str = "") -> tuple[set[tuple[int, int]], set[int]]:
    """Return the days of months, as (day, month), and the years that a text of a language tells."""
    dates = list(_dates(text, language))
    days = {(told.day, told.month) for told in dates if told.day}
    years = {told.year for told in dates if told.year}
    return days, years | {int(text[at : at + 4]) for at, sure in years_told(text, language).items() if sure}


def of_dates(text: str, language: str = "") -> list[Span]:
    """Return where a text of a language tells a day or a month."""
    return [told.span for told in _dates(text, language)]


def years_told(text: str, language: str = "") -> dict[int, bool]:
    """Return where a text has a number from 1000 to 2099 that is a year, and whether it surely is one.

    A year needs a sign: "in" or "since" before it, "AD" behind it. What counts something may be both.
    """
    calendar, found = _calendar(language), {}
    for number in _LIKE_A_YEAR.finditer(text):
        before = text[max(0, number.start() - _AROUND) : number.start()]
        behind = text[number.end() : number.end() + _AROUND]
        bracketed = before.endswith("(") and _IN_BRACKETS.match(behind)
        if bracketed or calendar.surely_before_year.search(before) or calendar.behind_year.match(behind):
            found[number.start()] = True
        elif calendar.before_year.search(before):
            found[number.start()] = not _is_counted(behind, language)
    return found


def _is_counted(behind: str, language: str) -> bool:
    """Tell whether what stands behind a number may be the noun that it counts."""
    following = _NEXT_WORD.match(behind)
    if following is None or is_stop(following[1], language):
        return False
    return following[1][0].islower() or any(
        known.words.capital_nouns for known in read_in(language) if known.code == language
    )


def date_in_words(text: str) -> str:
    """Return the text with every date's month in full, as in "5 January 2022"; all else stays."""
    calendar = _calendar(language_spoken(text))
    for form in calendar.forms:
        text = form.sub(lambda found: _written_out(found, calendar), text)
    return text


def by_number(text: str, newest: date) -> Iterator[tuple[str, Sequence[date]]]:
    """Yield what may be a date in figures alone, and the days it may be, that with its day first first.

    Two figures of a year are of the century that ``newest`` is in, or else of the one before it; where
    that is not known (the first of all days) they are of this one.
    """
    last = newest.year if newest != date.min else _LAST_YEAR
    for found in _BY_NUMBER.finditer(text):
        first, sign, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
        if len(found[4]) < len("2022"):
            century = last - last % _CENTURY
            year += century if century + year <= last else century - _CENTURY
        pairs = [(first, second), (second, first)] if sign == "/" else [(first, second)]
        yield found[0], [date(year, m, d) for d, m in dict.fromkeys(pairs) if _is_possible(year, m, d)]


def day_as_asked(day: date, text: str) -> str:
    """Return a day as the dates of a text's language are written: "5 January 2022"."""
    return f"{day.day} {_month_of_dates(day.month, text)} {day.year:04}"


def with_dates(words: Sequence[QuestionWord], text: str, vocabulary: Vocabulary) -> tuple[QuestionWord, ...]:
    """Return a question's words, those of dates with the other forms that the articles have."""
    found = list(words)
    for told in _dates(text, language_spoken(text)):
        for n, word in enumerate(words):
            if not told.span.contains(word.span) or told.name is None:
                continue
            if fold(word.surface) == fold(told.name):
                forms = [*_month_names(told.month, vocabulary)]
                forms += _month_figure(told.month, vocabulary) if told.day else []
                found[n] = widened(replace(word, is_stop=False), forms)  # May is a stop word elsewhere
            elif told.day is not None and word.surface.isdecimal() and int(word.surface) == told.day:
                found[n] = widened(word, _day_forms(told.day, vocabulary))
    return tuple(found)


def _dates(text: str, language: str) -> Iterator[_Date]:
    """Yield the dates of a text, the longest forms first; none lies in another."""
    calendar, spans = _calendar(language), list[Span]()
    for form in calendar.forms:
        for found in form.finditer(text):
            told = _date(found, calendar)
            if told and not any(span.contains(told.span) for span in spans):
                spans.append(told.span)
                yield told


def _date(found: re.Match[str], calendar: _Calendar) -> _Date | None:
    """Return what a form found, None if there is no such day or the words mean something else."""
    parts = found.groupdict()
    year, name = int(parts["year"]) if parts.get("year") else None, parts.get("month")
    month = calendar.number[fold(name)] if name else int(parts["figure"])
    day = int(parts["day"]) if parts.get("day") else None
    if not _is_possible(year, month, day) or not _is_meant(found, name, calendar):
        return None
    return _Date(Span(found.start(), found.end()), year, month, day, name)


def _is_possible(year: int | None, month: int, day: int | None) -> bool:
    if not 1 <= month <= 12 or year == 0:
        return False
    return day is None or 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]


def _is_meant(found: re.Match[str], name: str | None, calendar: _Calendar) -> bool:
    """Tell whether a month is not another word, as in "they march 20 miles", and figures are no version."""
    before = found.string[max(0, found.start() - _AROUND) : found.start()]
    if name is None:
        return calendar.not_before_date.search(before) is None
    if name not in calendar.months_too or found.groupdict().get("year"):
        return True
    return not before or calendar.before_date.search(before) is not None


def _period(found: re.Match[str], calendar: _Calendar) -> tuple[date, date] | None:
    parts = found.groupdict()
    if parts.get("year") is None:
        return None
    name, figure, day = parts.get("month"), parts.get("figure"), parts.get("day")
    month = calendar.number[fold(name)] if name else int(figure) if figure else None
    year = int(parts["year"])
    if not _is_possible(year, 1 if month is None else month, int(day) if day else None):
        return None
    first = date(year, month or 1, int(day or 1))
    last_month = month or 12
    return first, first if day else date(year, last_month, monthrange(year, last_month)[1])


def _written_out(found: re.Match[str], calendar: _Calendar) -> str:
    told = _date(found, calendar)
    if told is None:
        return found[0]
    if told.name is None:
        return f"{told.day} {_month_of_dates(told.month, found.string)} {told.year:04}"
    full = calendar.full[fold(told.name)]
    longer = full if len(full) > len(told.name) else told.name
    written = re.sub(rf"{re.escape(told.name)}\b\.?", longer, found[0])
    return calendar.ordinal.sub(r"\g<day>", written, count=1)


def _month_of_dates(month: int, text: str) -> str:
    """Return the month's name as dates in the text's language have it."""
    known = LANGUAGES.get(language_spoken(text) or language_of_word(text, ""), LANGUAGES["en"])
    return known.words.months[month - 1].split()[0]


def _day_forms(day: int, vocabulary: Vocabulary) -> Iterator[Variant]:
    for known in LANGUAGES.values():
        written = known.words.days.split()[day - 1 : day]
        yield from (Variant(Term(form), SAME, form) for form in written if Term(form) in vocabulary)


def _month_names(month: int, vocabulary: Vocabulary) -> Iterator[Variant]:
    for code, known in LANGUAGES.items():
        languages = vocabulary.words if known.is_everywhere else {code} & set(vocabulary.words)
        for name in known.words.months[month - 1].split():
            for language in languages:
                if (found := term(name, language)) in vocabulary:
                    yield Variant(found, SAME, name)


def _month_figure(month: int, vocabulary: Vocabulary) -> Iterator[Variant]:
    figure = f"{month:02}"
    if any(figure in known for known in vocabulary.words.values()):
        yield Variant(Term(str(month)), IN_FIGURES, figure)
