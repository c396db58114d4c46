"""Abbreviations that the articles explain themselves: "the Council of State (CoS)", "SDC (Skerry Dockers)".

What is asked by either is also searched by the other. Nothing is guessed: a bracket has to say so.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition
from bot.core.index.engine import Among
from bot.core.index.lexicon.spellings import widened
from bot.core.nouns import Term
from bot.core.words.terms import is_stop, term
from bot.core.words.tokens import QuestionWord, Variant, word_texts

_IN_BRACKETS = re.compile(r"\(([^()\n]{2,80})\)")
_BEFORE = 120
"""Signs before a bracket in which the words stand that it shortens."""
_MOST_WORDS = 8
"""Words that an abbreviation stands for."""
_SHORTEST = 3
"""Letters of an abbreviation that is looked for by its words; two letters are too often another word."""


def with_abbreviations(words: Sequence[QuestionWord], edition: Edition) -> tuple[QuestionWord, ...]:
    """Return a question's words, those of explained abbreviations with what the articles use for them."""
    found = list(words)
    for n, word in enumerate(words):
        if _is_short(word.surface):
            _, long = next(_explanations(word.surface, edition), ("", ()))
            found[n] = widened(word, _variants(long, edition))
    for start, end in _runs(words):
        for short in _shortened(words[start:end], edition):
            for n in range(start, end):
                found[n] = widened(found[n], _variants([short], edition))
    return tuple(found)


def _is_short(word: str) -> bool:
    return 2 <= len(word) <= _MOST_WORDS and word.isalpha() and sum(map(str.isupper, word)) > 1


def _explanations(
    short: str, edition: Edition, beside: Iterable[QuestionWord] = ()
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield an abbreviation as the articles write it, with the words that they say it stands for.

    Only passages that have the words ``beside`` are looked at.
    """
    terms = {Term(term(short, language)) for language in edition.languages}
    if not any(found in edition.vocabulary for found in terms):
        return  # nearly always, and sooner told than by a look at every passage
    wanted = [sorted(terms), *(word.terms for word in beside)]
    having = islice(edition.ranking.each(Among(words=wanted)), LIMITS.looking.passages)
    for text in (edition.passages[number].text for number in having):
        for bracket in _IN_BRACKETS.finditer(text):
            before = word_texts(text[max(0, bracket.start() - _BEFORE) : bracket.start()])
            inside = word_texts(bracket[1])
            if len(inside) == 1 and _is_short(inside[0]) and inside[0].casefold() == short.casefold():
                ends = (before[-count:] for count in range(2, _MOST_WORDS + 1))
                yield from ((inside[0], words) for words in ends if _stands_for(short, words))
            elif [word.casefold() for word in before[-1:]] == [short.casefold()]:
                yield from [(before[-1], inside)] if _stands_for(short, inside) else []


def _stands_for(short: str, words: Sequence[str]) -> bool:
    """Tell whether the letters of an abbreviation begin the words, or those of them that say something."""
    if not words or _says_nothing(words[0]):
        return False
    return short.casefold() in {form.casefold() for form in _initials(words)}


def _initials(words: Sequence[str]) -> set[str]:
    telling = [word for word in words if not _says_nothing(word)]
    return {"".join(word[0] for word in told) for told in (words, telling) if len(told) > 1}


def _says_nothing(word: str) -> bool:
    return is_stop(word.lower(), "")


def _runs(words: Sequence[QuestionWord]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of neighbouring words that begin and end with one that says something."""
    for start, first in enumerate(words[: LIMITS.looking.words]):
        for end in range(start + 2, min(start + _MOST_WORDS, len(words)) + 1):
            if not first.is_stop and not words[end - 1].is_stop:
                yield start, end


def _shortened(run: Sequence[QuestionWord], edition: Edition) -> Iterator[str]:
    """Yield the abbreviations that the articles explain by these very words."""
    surfaces, telling = [word.surface for word in run], [word for word in run if not word.is_stop]
    for initials in sorted(_initials(surfaces)):
        if len(initials) >= _SHORTEST and initials.upper() != initials.lower():
            told = _explanations(initials.upper(), edition, telling)
            yield from [short for short, long in told if _alike(long, surfaces)][:1]


def _alike(long: Sequence[str], asked: Sequence[str]) -> bool:
    return [term(word, "") for word in long] == [term(word, "") for word in asked]


def _variants(words: Iterable[str], edition: Edition) -> list[Variant]:
    return [
        Variant(found, edition.vocabulary.counts.part, word)
        for word in words
        if not _says_nothing(word)
        for found in dict.fromkeys(term(word, language) for language in edition.languages)
        if found in edition.vocabulary
    ]
