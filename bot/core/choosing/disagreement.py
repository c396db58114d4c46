"""Do the sources of an answer give different figures or dates, or another date than the question?"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate, combinations

from bot.core.asking.amounts import is_scale, small_number
from bot.core.asking.dates import days_and_years, of_dates, years_told
from bot.core.asking.question import Question
from bot.core.choosing.candidates import Candidate
from bot.core.choosing.matching import Match, coverage, lookup, match, united
from bot.core.choosing.selection import Ranked
from bot.core.nouns import Span
from bot.core.proving.quote import Quote
from bot.core.replies import Figure
from bot.core.words.evidence import TIME, marks
from bot.core.words.spoken import language_spoken
from bot.core.words.terms import is_stop
from bot.core.words.tokens import Word, words
from bot.languages.known import alternatives
from bot.languages.language import Asked

_AHEAD = 4
"""Words in which what is counted may follow its figure: "three of the old boats"."""
_UNIT = 2
"""Words that a unit has at most, where the question does not name it: "armed men"."""
_PARTS = re.compile(r"[,;:.()\n]")
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
_ONE = r"\d(?:[\d.,]*\d)?"
_RUN = re.compile(rf"(?:[$€£₸₽]\s?)?{_ONE}(?:\s?[–-]\s?{_ONE})?(?:\s?[%‰°$€£₸₽])?")
"""A figure with what is written beside it: "$3", "10–20", "5 %"."""


def differing(question: Question, ranked: Ranked, quotes: Sequence[Quote]) -> tuple[Figure, ...]:
    """Return what the first two articles say that answer "how many" or "when" with figures unlike; else none.

    Only quotes that hold most of the question are compared, and of them the figures near the words asked
    about: this rather misses a disagreement than invents one.
    """
    if question.asked not in {Asked.NUMBER, Asked.TIME}:
        return ()
    told: dict[str, tuple[Quote, Mapping[str, Span]]] = {}
    for quote in quotes[:COMPARED]:
        figures = _figures(question, [c for c in ranked.candidates if _is_in(c, quote)])
        if figures:
            told.setdefault(quote.article.id, (quote, figures))
    pairs = combinations(told.values(), 2)
    unlike = next((pair for pair in pairs if pair[0][1].keys().isdisjoint(pair[1][1])), ())
    return tuple(Figure(quote, next(iter(figures.values()))) for quote, figures in unlike)


def tells_another_date(question: str, quote: str, language: str = "") -> bool:
    """Tell whether the question has a year, or a day of a month, and a quote of a language has others."""
    asked_days, asked_years = days_and_years(question, language_spoken(question))
    days, years = days_and_years(quote, language)
    other_day = bool(asked_days and days) and asked_days.isdisjoint(days)
    return other_day or (bool(asked_years and years) and asked_years.isdisjoint(years))


def _is_in(candidate: Candidate, quote: Quote) -> bool:
    return candidate.passage is quote.passage and quote.span.contains(candidate.span)


def _figures(question: Question, quoted: Sequence[Candidate]) -> Mapping[str, Span]:
    """Return the figures that a quote's sentences, best first, have near the words asked about, and where.

    Those beside the counted thing count; where no sentence names it, those of the best sentence. The nearest
    figure of each sentence comes first.
    """
    wanted = lookup(question.words)
    matches = [match(wanted, candidate.sentence.terms) for candidate in quoted]
    if coverage(question, united(matches)) < ABOUT:
        return {}
    found: dict[str, Span] = {}
    if question.asked is Asked.NUMBER:
        for candidate, matched in reversed(list(zip(quoted, matches, strict=True))):
            found = {**_near(matched.at(question.head), question, candidate, matched), **found}
    best = matches[0]
    return found or _near([place for place, _ in best.places], question, quoted[0], best)


def _near(
    anchors: Sequence[int], question: Question, candidate: Candidate, matched: Match
) -> dict[str, Span]:
    """Return the figures near the anchors, however they are written; those in words only right beside them.

    They belong to a time if one is asked for; else to none. Of what is counted only figures are taken whose
    part of the sentence has another word of the question: "26 people were killed, 3,000 people arrested"
    tells of the killed that they were 26. The nearest comes first.
    """
    known = {place for place, _ in matched.places}
    besides = known - set(matched.at(question.head)) if _counts_in_other_words(question) else None
    language = candidate.passage.article.language
    times, said = _times(candidate, language), list(words(candidate.text))
    above = len(candidate.sentence.words) - len(said)  # of what leads to the sentence, which is read with it
    parts = _parts(said, candidate.text)
    told = None if besides is None else {parts[place - above] for place in besides if place >= above}
    found = list[tuple[int, str, int]]()
    for n, term in enumerate(candidate.sentence.terms[above:], above):
        distance = min((abs(n - place) for place in anchors), default=NEAR + 1)
        if n in known or distance > NEAR or times.get(n - above, False) is not (question.asked is Asked.TIME):
            continue
        if told is not None and parts[n - above] not in told:
            continue
        if _is_part(candidate.text, said[n - above].span, language):
            found.extend((distance, *whole) for whole in _before(n, candidate, times, above)[:1])
        elif figure := _FIGURE.match(term):
            found.append((distance, figure[0], n - above))
        elif distance <= BESIDE and (value := small_number(candidate.sentence.words[n], language)):
            found.append((distance, str(value), n - above))
    anchors = [place - above for place in anchors]
    first = {figure: n for _, figure, n in sorted(found, reverse=True)}
    return {figure: _written(said, first[figure], anchors, candidate) for _, figure, _ in sorted(found)}


def _counts_in_other_words(question: Question) -> bool:
    """Tell whether a question for a number has a word besides what is counted."""
    return question.asked is Asked.NUMBER and question.head is not None and len(question.words) > 1


def _parts(said: Sequence[Word], text: str) -> list[int]:
    """Return for each word in which part of the sentence, between commas and the like, it stands."""
    ends = [word.span.end for word in said[:-1]]
    begun = (bool(_PARTS.search(text[end : word.start])) for end, word in zip(ends, said[1:], strict=True))
    return list(accumulate(begun, initial=0))


def _written(said: Sequence[Word], number: int, anchors: Sequence[int], candidate: Candidate) -> Span:
    """Return where a sentence has a figure, and what it is read with: "at least", its date, its unit."""
    text, word, language = candidate.text, said[number].span, candidate.passage.article.language
    dates = (span for span in of_dates(text, language) if span.contains(word))
    runs = (Span(*run.span()) for run in _RUN.finditer(text))
    if whole := next(dates, None):
        whole = Span(whole.start, whole.start + len(whole.of(text).rstrip(".")))
    else:
        run = next((run for run in runs if run.contains(word)), word)
        counted = next((place for place in sorted(anchors) if number < place <= number + _AHEAD), None)
        reached = said[counted].span.end if counted else run.end
        near = not _PARTS.search(text[run.end : reached])
        end = reached if counted and near else _counted(said, number, run.end, text, language)
        whole = Span(run.start, end)
    bound = _bound(language).search(text[: whole.start])
    start = candidate.span.start
    return Span(start + (bound.start() if bound else whole.start), start + whole.end)


def _counted(said: Sequence[Word], number: int, end: int, text: str, language: str) -> int:
    """Return the end of what stands behind a figure and counts with it: "2 million people", "9 armed men"."""
    counted = 0
    for word in said[number + 1 : number + 1 + _AHEAD]:
        if word.start < end:
            continue
        if text[end : word.start].strip() or "\n" in text[end : word.start] or word.text[0].isdigit():
            break
        if is_stop(word.text.lower(), language) or _bound(language).fullmatch(f"{word.text} "):
            break
        end = word.span.end
        counted += not is_scale(word.text, language)
        if counted == _UNIT:
            break
    return end


@cache
def _bound(language: str) -> re.Pattern[str]:
    words_before = alternatives(language, lambda known: known.words.bounds)
    return re.compile(rf"(?<!\w)(?:{words_before})\s+\Z", re.IGNORECASE)


def _before(
    n: int, candidate: Candidate, times: Mapping[int, bool | None], above: int
) -> list[tuple[str, int]]:
    """Return the figures before a word that belong to no time, and where, the nearest first."""
    terms = (
        (figure, m)
        for m in range(n - 1, above - 1, -1)
        if (figure := _FIGURE.match(candidate.sentence.terms[m]))
    )
    return [(figure[0], m - above) for figure, m in terms if times.get(m - above, False) is False]


def _is_part(text: str, number: Span, language: str) -> bool:
    """Tell whether a figure counts some of what another one counts: "103 of these people"."""
    behind, before = _part_of(language)
    return bool(behind.match(text, number.end) or before.search(text[: number.start]))


@cache
def _part_of(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    some = alternatives(language, lambda known: known.words.part_of)
    behind = re.compile(rf"\s+(?:{some})(?!\w)", re.IGNORECASE)
    return behind, re.compile(rf"(?<!\w)(?:{some})[\s:]+\Z", re.IGNORECASE)


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
