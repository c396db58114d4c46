"""Do the sources of an answer give different figures or dates?"""

import re
from collections.abc import Sequence

from bot.core.candidates import Candidate
from bot.core.lexicon import Asked
from bot.core.matching import Match, coverage, lookup, match
from bot.core.model import Quote
from bot.core.question import Question
from bot.core.selection import Ranked

COMPARED = 3
"""Quotes, best first, whose figures are compared."""
ABOUT = 0.5
"""Share of the question's mass that a sentence must have to be about the same thing."""
NEAR = 6
"""Words between a figure and what it counts."""
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
"""What a number's term begins with: 5 of "5th"."""


def sources_differ(question: Question, ranked: Ranked, quotes: Sequence[Quote]) -> bool:
    """Tell whether two articles answer "how many" or "when" with figures that have nothing in common.

    Only sentences that hold most of the question are compared, and of them the figures near the words asked
    about: this rather misses a disagreement than invents one.
    """
    if question.asked not in {Asked.NUMBER, Asked.TIME}:
        return False
    told: dict[str, frozenset[str]] = {}
    for quote in quotes[:COMPARED]:
        figures = _figures(question, _best_sentence(quote, ranked))
        if figures:
            told.setdefault(quote.article.id, figures)
    voices = list(told.values())
    return any(not a & b for n, a in enumerate(voices) for b in voices[n + 1 :])


def _best_sentence(quote: Quote, ranked: Ranked) -> Candidate:
    return next(c for c in ranked.candidates if c.passage is quote.passage and quote.span.contains(c.span))


def _figures(question: Question, candidate: Candidate) -> frozenset[str]:
    """Return the figures of a sentence that stand near the words asked about, however they are written."""
    found = match(lookup(question.words), candidate.sentence.terms)
    if coverage(question, found.weights) < ABOUT:
        return frozenset()
    anchors = _anchors(question, found)
    numbers = candidate.sentence.facts.besides({place for place, _ in found.places}).numbers
    near = [n for n in numbers if any(abs(n - place) <= NEAR for place in anchors)]
    figures = (_FIGURE.match(candidate.sentence.terms[n]) for n in near)
    return frozenset(figure[0] for figure in figures if figure)


def _anchors(question: Question, found: Match) -> list[int]:
    """Return the places of the counted thing; of all the question's words where none is named."""
    counted = [place for place, number in found.places if number == question.head]
    return counted if question.asked is Asked.NUMBER and counted else [place for place, _ in found.places]
