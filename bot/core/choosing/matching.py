"""Which words of a question stand in a sentence, and how much of the question they make up."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from bot.core.asking.question import Question, SoughtWord
from bot.core.index.engine import Scores
from bot.core.nouns import Passage, Span, Term
from bot.core.words.terms import is_stop
from bot.core.words.terms import term as term_of
from bot.core.words.tokens import word_texts, words
from bot.languages.known import alternatives
from bot.languages.language import Asked

K1, B = 1.2, 0.75
SENTENCE_LENGTH = 22.0
"""Words in a usual sentence; a fixed number, so that a score does not depend on the corpus."""

THING = 4
"""Words of a thing, at most; what has more is a description, and no text introduces it so."""
BEFORE_THING = 2
"""Small words and numbers that may stand before it: "(2) The"."""
_NAME_ENDS = re.compile(r"\W*\Z|\s?[,.(;–—]")
_BEHIND = 3
"""Words behind it that may tell that it is introduced."""

Lookup = Mapping[Term, tuple[int, float]]
"""Term → the number of the question's word that it stands for, and how much a match counts."""


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """The question's words in a text.

    ``weights`` and ``counts`` are by word number; ``places`` are (place in the text, word number), in order.
    """

    weights: Mapping[int, float]
    counts: Mapping[int, int]
    places: Sequence[tuple[int, int]]
    length: int

    def at(self, word: int | None) -> list[int]:
        """Return where a word of the question stands, by its number; None stands nowhere."""
        return [place for place, number in self.places if number == word]


def lookup(words: Sequence[SoughtWord]) -> Lookup:
    """Return what each term stands for; of two words with one term the better reading wins."""
    found: dict[Term, tuple[int, float]] = {}
    for number, word in enumerate(words):
        for term, weight in word.readings.items():
            if weight > found.get(term, (0, 0.0))[1]:
                found[term] = (number, weight)
    return found


def match(wanted: Lookup, terms: Sequence[Term]) -> Match:
    """Find the question's words among the terms of a text."""
    weights: dict[int, float] = {}
    counts: dict[int, int] = {}
    places: list[tuple[int, int]] = []
    for place in [place for place, term in enumerate(terms) if term in wanted]:  # few are
        number, weight = wanted[terms[place]]
        weights[number] = max(weight, weights.get(number, 0.0))
        counts[number] = counts.get(number, 0) + 1
        places.append((place, number))
    return Match(weights, counts, places, len(terms))


def united(matches: Iterable[Match]) -> dict[int, float]:
    """Return the best weight of each word over several matches."""
    best: dict[int, float] = {}
    for found in matches:
        for number, weight in found.weights.items():
            best[number] = max(weight, best.get(number, 0.0))
    return best


def coverage(question: Question, weights: Mapping[int, float]) -> float:
    """Return the matched share of the question's mass, 0 to 1."""
    return sum(question.words[number].weight * weight for number, weight in weights.items()) / question.mass


def bm25(counts: Scores, lengths: Scores) -> Scores:
    """Return how much each count of a word (row: a sentence) says (Robertson & Zaragoza 2009); 0 for none.

    ``lengths`` are the sentences', in words.
    """
    norms = K1 * (1 - B + B * lengths / SENTENCE_LENGTH)
    return np.asarray(counts * (K1 + 1) / (counts + norms[:, np.newaxis]))


def pairs(question: Question, found: Match) -> float:
    """Return the share of the question's neighbouring words that stand close together here."""
    if len(question.words) < 2:
        return 0.0
    close = {
        min(a, b)
        for n, (place, a) in enumerate(found.places)
        for other, b in found.places[n + 1 : n + 4]
        if abs(a - b) == 1 and other - place <= 4
    }
    return len(close) / (len(question.words) - 1)


def density(found: Match) -> float:
    """Return the share of question's words in the stretch from the first to the last of them."""
    if not found.places:
        return 0.0
    return len(found.weights) / (found.places[-1][0] - found.places[0][0] + 1)


def introduces(question: Question, words: Sequence[str], terms: Sequence[Term], language: str) -> bool:
    """Tell whether a sentence of these words begins with what the question asks about and says what it is."""
    if not question.defines or len(question.words) > THING:
        return False
    end = _end_of_thing(question, words, terms, language)
    behind = words[end : end + _BEHIND + 1] if end else ()
    if behind and len(behind[0]) > 1 and behind[0].isupper():  # its abbreviation
        behind = behind[1:]
    return _introducing(language).match(" ".join(behind)) is not None


def _end_of_thing(
    question: Question, words: Sequence[str], terms: Sequence[Term], language: str
) -> int | None:
    """Return the number of the word behind the thing that a sentence begins with, None if it does not."""
    place = small = 0
    for wanted in question.words:
        while place < len(words) and terms[place] not in wanted.readings:
            small += 1
            if small > BEFORE_THING or not (is_stop(words[place], language) or words[place].isdigit()):
                return None
            place += 1
        place += 1
    return place if place <= len(words) else None


def presents(question: Question, text: str, language: str) -> bool:
    """Tell whether a sentence says who the somebody is that a question asks about.

    So it does where "is" or a dash joins the name to what they are, or ", who" or ", a former" follows it.
    """
    if not question.defines or question.asked is not Asked.PERSON or len(question.words) > THING:
        return False
    is_before, is_behind = _presenting(language)
    return any(
        is_behind.match(text, name.end)
        or (is_before.search(text, 0, name.start) and _NAME_ENDS.match(text, name.end))
        for name in _named(question, text, language)
    )


def _named(question: Question, text: str, language: str) -> Iterator[Span]:
    """Yield where a text has the words that a question asks about side by side, as a name is written."""
    said, count = list(words(text)), len(question.words)
    for n in range(len(said) - count + 1):
        name = said[n : n + count]
        pairs = zip(name, question.words, strict=True)
        if all(
            term_of(word.text, language) in wanted.readings and word.text[0].isupper()
            for word, wanted in pairs
        ):
            yield Span(name[0].start, name[-1].span.end)


@cache
def _presenting(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = alternatives(language, lambda known: known.asking.presents[0])
    behind = alternatives(language, lambda known: known.asking.presents[1])
    return (
        re.compile(rf"(?:\b(?:{before})|[–—])\s\Z", re.IGNORECASE),
        re.compile(rf"(?:\s?\([^()]{{1,80}}\))?(?:,\s(?:{behind})\b|\s[–—-]\s)", re.IGNORECASE),
    )


@cache
def _introducing(language: str) -> re.Pattern[str]:
    words = alternatives(language, lambda known: known.asking.introduces)
    return re.compile(rf"(?:{words})\b", re.IGNORECASE)


def asks_for_list(question: Question, passage: Passage, listed: range) -> bool:
    """Tell whether words of a question stand above a list, and none only in it: "What should I pack?".

    Above it stand its lead-ins and its nearest heading, or the title where it is under none; what the title
    and other headings say is asked of all items.
    """
    text, language = passage.article.text, passage.article.language

    def terms(parts: Iterable[str]) -> frozenset[Term]:
        return frozenset(term_of(word, language) for part in parts for word in word_texts(part))

    lead_ins = [part.of(text) for part in passage.above(listed.start)]
    headings = [passage.article.title, *(section.of(text) for section in passage.sections)]
    led = terms([headings[-1], *lead_ins])
    outside = led | terms(headings)
    own = terms(passage.sentences[number].of(text) for number in listed)
    asked = [word.readings for word in question.words]
    is_led = any(not led.isdisjoint(word) for word in asked)
    return is_led and all(own.isdisjoint(word) or not outside.isdisjoint(word) for word in asked)
