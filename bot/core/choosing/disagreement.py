"""Do the sources of an answer give different figures or dates, or another date than the question?"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.core.asking.amounts import small_number
from bot.core.asking.dates import days_and_years, of_dates, years_told
from bot.core.asking.question import Question
from bot.core.choosing.candidates import Candidate
from bot.core.choosing.matching import Match, coverage, lookup, match, united
from bot.core.choosing.selection import Ranked
from bot.core.proving.quote import Quote
from bot.core.words.evidence import TIME, marks
from bot.core.words.spoken import language_spoken
from bot.core.words.tokens import words
from bot.languages.language import Asked

COMPARED = 3
"""Quotes, best first, whose figures are compared."""
ABOUT = 0.65
"""Share of the question's mass that a quote must have to be about the same thing."""
NEAR = 6
"""Words between a figure and what it counts."""
BESIDE = 2
"""Words between a number in words and what it counts: "nine young people"."""
_FOUR_DIGITS = re.compile(r"\d{4}")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
"""What a number's term begins with: 5 of "5th"."""


def differing(question: Question, ranked: Ranked, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the first two quotes whose articles answer "how many" or "when" with figures unlike; else none.

    Only quotes that hold most of the question are compared, and of them the figures near the words asked
    about: this rather misses a disagreement than invents one.
    """
    if question.asked not in {Asked.NUMBER, Asked.TIME}:
        return ()
    told: dict[str, tuple[Quote, frozenset[str]]] = {}
    for quote in quotes[:COMPARED]:
        figures = _figures(question, [c for c in ranked.candidates if _is_in(c, quote)])
        if figures:
            told.setdefault(quote.article.id, (quote, figures))
    pairs = combinations(told.values(), 2)
    return next(((one, other) for (one, a), (other, b) in pairs if not a & b), ())


def tells_another_date(question: str, quote: str, language: str = "") -> bool:
    """Tell whether the question has a year, or a day of a month, and a quote of a language has others."""
    asked_days, asked_years = days_and_years(question, language_spoken(question))
    days, years = days_and_years(quote, language)
    other_day = bool(asked_days and days) and asked_days.isdisjoint(days)
    return other_day or (bool(asked_years and years) and asked_years.isdisjoint(years))


def _is_in(candidate: Candidate, quote: Quote) -> bool:
    return candidate.passage is quote.passage and quote.span.contains(candidate.span)


def _figures(question: Question, quoted: Sequence[Candidate]) -> frozenset[str]:
    """Return the figures that a quote's sentences, best first, have near the words asked about.

    Those beside the counted thing count; where no sentence names it, those of the best sentence.
    """
    wanted = lookup(question.words)
    matches = [match(wanted, candidate.sentence.terms) for candidate in quoted]
    if coverage(question, united(matches)) < ABOUT:
        return frozenset()
    found: set[str] = set()
    if question.asked is Asked.NUMBER:
        for candidate, matched in zip(quoted, matches, strict=True):
            found.update(_near(matched.at(question.head), question, candidate, matched))
    best = matches[0]
    return frozenset(found or _near([place for place, _ in best.places], question, quoted[0], best))


def _near(anchors: Sequence[int], question: Question, candidate: Candidate, matched: Match) -> Iterator[str]:
    """Yield the figures near the anchors, however they are written; those in words only right beside them.

    They belong to a time if one is asked for; else to none.
    """
    known = {place for place, _ in matched.places}
    language = candidate.passage.article.language
    times = _times(candidate, language)
    for n, term in enumerate(candidate.sentence.terms):
        distance = min((abs(n - place) for place in anchors), default=NEAR + 1)
        if n in known or distance > NEAR or times.get(n, False) is not (question.asked is Asked.TIME):
            continue
        if figure := _FIGURE.match(term):
            yield figure[0]
        elif distance <= BESIDE and (value := small_number(candidate.sentence.words[n], language)):
            yield str(value)


def _times(candidate: Candidate, language: str) -> dict[int, bool | None]:
    """Return which words of a sentence belong to a time, None where that cannot be told.

    Those are dates, years, what is a time by itself, as 9:30 is, and what counts units of time: "5 years".
    """
    text, found = candidate.text, dict[int, bool | None]()
    dates, years = of_dates(text, language), years_told(text, language)
    said = list(words(text))
    for n, word in enumerate(said):
        if any(span.contains(word.span) for span in dates):
            found[n] = True
        elif word.start in years:
            found[n] = years[word.start] or None
        elif not _FIGURE.match(word.text):
            continue
        elif marks(word.text, language) & TIME and not _FOUR_DIGITS.fullmatch(word.text):
            found[n] = True
        elif n + 1 < len(said) and text[word.span.end : said[n + 1].start].isspace():
            found[n] = marks(said[n + 1].text, language) & TIME > 0
    return found
