"""Filters said in words, put as filters: "only the Courier", "since 7 January", "in the article about it".

Words count as a filter only where the articles have such a publisher or title, or a day passes one of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import islice

from bot.core.asking.asked import asked_for, asks_by_word
from bot.core.asking.dates import period
from bot.core.asking.filters import parse_filters
from bot.core.index.facets import Facets
from bot.core.words.evidence import says_so
from bot.core.words.terms import is_stop, term
from bot.core.words.tokens import word_texts
from bot.languages.known import LANGUAGES, joined
from bot.languages.language import Asked, WordedFilters

_QUOTED = r"\"[^\"\n]{1,80}\"|“[^”\n]{1,80}”|„[^“”\n]{1,80}[“”]|«[^»\n]{1,80}»"
_NAMED = rf"(?P<name>{_QUOTED}|[^\s,;:!?.\"“„«\n][^,;:!?\"“„«\n]{{0,79}}?)"
_DAY = r"(?P<name>\d[^,;:!?\n]{2,29}?|[^\W\d_][^,;:!?\n]{2,29}?)"
_BEGINS = r"(?:^|(?<=[,.;:!?(\n–—])[ \t]*)"
_INSIDE = r"(?:^|(?<=\s))"
_ENDS = r"\s*(?=[,;:!?)\n–—]|\.?\s*\Z|\.\s)"
_MARKS = '"“”„«» '
_MOST_OF_A_KIND = 4
"""Filters of a kind that a message says in words; more are hardly meant."""
_ONE = timedelta(days=1)


def filters_spelt(text: str, facets: Facets) -> str:
    """Return the text with what it says in words about where to look as filters behind it.

    Never fails; the cost is linear in the text's length.
    """
    found: list[str] = []
    spoken = [code for code in LANGUAGES if _may_filter(code).search(text)]
    for kind, pattern in ((k, p) for code in spoken for k, p in _patterns(code).items()):
        for match in reversed(list(islice(pattern.finditer(text), _MOST_OF_A_KIND))):
            if written := _filter(kind, match["name"].strip(_MARKS + "."), facets):
                found.append(written)
                text = _without(text, match)
    return " ".join(filter(None, [text.strip(), *dict.fromkeys(found)])) if found else text


def asked_of_publisher(text: str, missing: Sequence[str], facets: Facets) -> str:
    """Return what is asked of a publisher whom no article names, "what does the Courier say?", as a filter.

    ``missing`` are the words of the text that no article has. It is returned as it is where they name none.
    """
    if not missing or not _asks_what_is_said(text):
        return text
    named = [word for word in missing if _source(word, facets.publishers)]
    publisher = _source(" ".join(named), facets.publishers) if named else ""
    for word in named if publisher else ():
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text, count=1)
    return f"{text} {publisher}".strip()


def _asks_what_is_said(text: str) -> bool:
    return asked_for(text) is Asked.SPEECH or (asks_by_word(text) and any(map(says_so, word_texts(text))))


def only_filters(text: str, facets: Facets) -> bool:
    """Tell whether a text says in words where to look, and nothing else."""
    spelt = filters_spelt(text, facets)
    return spelt != text and not word_texts(parse_filters(spelt)[0])


def _without(text: str, match: re.Match[str]) -> str:
    """Return the text without what was found, and without the comma that parted it from the rest."""
    before, behind = text[: match.start()].rstrip(" ,;:(–—"), text[match.end() :].lstrip(" ,;:)")
    if before.endswith(("?", "!", ".")):
        behind = behind.lstrip(".")
    return f"{before}{behind}" if behind[:1] in {"?", "!", "."} else f"{before} {behind}".strip()


@cache
def _codes(language: str) -> dict[str, str]:
    """Return the codes of languages by the beginnings of their names in a language."""
    pairs = LANGUAGES[language].asking.worded_filters.languages.split(",")
    return {begins: code for code, begins in (pair.split() for pair in pairs)}


@cache
def _all_codes() -> dict[str, str]:
    return {begins: code for language in LANGUAGES for begins, code in _codes(language).items()}


@cache
def _may_filter(language: str) -> re.Pattern[str]:
    known = LANGUAGES[language].asking.worded_filters
    words = joined([known.only, known.in_articles, known.says, known.since, known.after])
    names = "|".join(_codes(language))
    return re.compile(rf"(?<!\w)(?:(?:{words})(?!\w)|{names})", re.IGNORECASE)


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    known: WordedFilters = LANGUAGES[language].asking.worded_filters
    only, given = rf"(?:{known.only})", rf"(?:(?:{known.only})\s+)?"
    names = "|".join(_codes(language))
    before = rf"(?:{known.in_language})[\s-]+" if known.in_language else ""
    behind = rf"(?:\s+(?:{joined([known.language_word])})){'?' if before else ''}"
    tongue = rf"{_BEGINS}{given}{before}(?P<name>(?:{names})\w*){behind}{_ENDS}"
    shapes = {
        "language": (known.languages, tongue),
        "title": (known.in_articles, rf"{_INSIDE}{given}(?:{known.in_articles})\s+{_NAMED}{_ENDS}"),
        "publisher": (known.only, rf"{_BEGINS}{only}\s+(?:(?:{known.sources})\s+)?{_NAMED}{_ENDS}"),
        "says": (known.says, rf"{_INSIDE}{given}(?:{known.says})\s+{_NAMED}{_ENDS}"),
        "since": (known.since, rf"{_BEGINS}{given}(?:{known.since})\s+{_DAY}{_ENDS}"),
        "after": (known.after, rf"{_BEGINS}{given}(?:{known.after})\s+{_DAY}{_ENDS}"),
        "until": (known.until, rf"{_BEGINS}{only}\s+(?:{known.until})\s+{_DAY}{_ENDS}"),
        "before": (known.before, rf"{_BEGINS}{only}\s+(?:{known.before})\s+{_DAY}{_ENDS}"),
    }
    return {kind: re.compile(pattern, re.IGNORECASE) for kind, (words, pattern) in shapes.items() if words}


def _filter(kind: str, name: str, facets: Facets) -> str:
    """Return the filter of a kind, "" where it would mean nothing to these articles."""
    if kind == "language":
        code = next(code for begins, code in _all_codes().items() if name.lower().startswith(begins))
        return f"lang:{code}" if code in facets.languages else ""
    if kind in {"publisher", "says"}:
        return _source(name, facets.publishers)
    if kind == "title":
        return _source(name, facets.titles)
    first, last = _days(name, facets.newest) or (date.max, date.max)
    if first > facets.newest:
        return ""  # no date, or no article is so new
    filters = {
        "since": f"after:{first - _ONE}",
        "after": f"after:{last}" if last < facets.newest else "",
        "until": f"before:{last + _ONE}",
        "before": f"before:{first}",
    }
    return filters[kind]


def _source(name: str, known: Iterable[str]) -> str:
    """Return the filter of the shortest known name that has all words of this one, in any of their forms."""
    wanted = [forms for word in word_texts(name) if (forms := set(_forms(word)))]
    having = [other for other in known if wanted and _has(other, wanted)]
    return f'source:"{min(having, key=len)}"' if having else ""


def _has(name: str, wanted: Iterable[set[str]]) -> bool:
    own = {form for word in word_texts(name) for form in _forms(word)}
    return '"' not in name and all(forms & own for forms in wanted)


def _forms(word: str) -> Iterator[str]:
    """Yield the terms of a word that says something, in each language."""
    if not any(is_stop(word.lower(), code) for code in LANGUAGES):
        yield from (term(word, code) for code in LANGUAGES)


def _days(text: str, newest: date) -> tuple[date, date] | None:
    """Return the first and last day of a date; without a year it is the last before the newest article."""
    if days := period(text):
        return days
    years = (period(f"{text} {year}") for year in (newest.year, newest.year - 1))
    return next((days for days in years if days and days[0] <= newest), None)
