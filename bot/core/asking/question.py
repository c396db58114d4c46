"""A question, understood: what it asks for, its words, and how much each tells."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from bot.basics.limits import LIMITS
from bot.core.asking import amounts, dates
from bot.core.asking.amounts import with_amounts
from bot.core.asking.asked import asked_for, asking_words, asks_about_next, asks_by_word, defined
from bot.core.asking.dates import with_dates
from bot.core.asking.filters import parse_filters
from bot.core.index.abbreviations import with_abbreviations
from bot.core.index.edition import Edition
from bot.core.index.engine import Among
from bot.core.index.facets import NO_FILTERS, Filters
from bot.core.index.lexicon.related import MOST_RELATED, RelatedWord
from bot.core.index.lexicon.spellings import also_searched
from bot.core.index.torn import with_torn
from bot.core.nouns import Term
from bot.core.reading.shape import DROPPED
from bot.core.words.evidence import says_so
from bot.core.words.spoken import language_spoken, may_be_in
from bot.core.words.terms import is_stop
from bot.core.words.tokens import QuestionWord, is_pair, question_terms, word_texts
from bot.languages.language import Asked

_SHOUTED = 3
"""Words from which a text in capitals is loud and no name or list of names."""
_TELLS_LANGUAGE = 2
"""Small words that tell a question's language: a single one, "de" or "die", may belong to a name."""


@dataclass(frozen=True, slots=True)
class SoughtWord:
    """A content word of a question. ``weight`` is its idf in the edition, above 0.

    ``spelling`` is how the articles write it, where they do not write it as the question does.
    ``readings`` are its index terms and those of its variants, each with a weight from 0 to 1.
    ``is_name`` tells that it is a number or is written like a name.
    """

    surface: str
    spelling: str
    readings: Mapping[Term, float]
    weight: float
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question, analysed once, by the analyser that the edition's passages went through.

    ``query`` weighs the terms to search. ``head`` is the number of the word that the question word
    asks about ("how many *buses*"). ``missing`` are content words that occur nowhere in the edition.
    """

    text: str
    words: tuple[SoughtWord, ...]
    mass: float
    """The sum of the words' weights, which bounds and normalises BM25. Above 0."""
    query: Mapping[Term, float]
    asked: Asked
    head: int | None = None
    missing: tuple[str, ...] = ()
    also_searched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words of like meaning that it was searched by as well, faintly."""
    filters: Filters = NO_FILTERS
    is_vague: bool = False
    """It has stop words alone."""
    defines: bool = False
    """It asks what something is, or who somebody is; the words are those of that."""
    foreign: tuple[str, ...] = ()
    """The codes of the languages that it may be in, if none of them is any article's. Only what the articles
    have is searched of it then: names, numbers and dates."""

    @property
    def lacking(self) -> tuple[str, ...]:
        """The missing words that are told: those of the subject for which nothing else was searched."""
        elsewhere = {*self.also_searched, *self.related} | asking_words(self.text)
        return tuple(word for word in self.missing if word not in elsewhere and not says_so(word))


def understand(text: str, edition: Edition, context: str = "", elsewhere: bool = False) -> Question:
    """Analyse what somebody asked, for one edition. Never fails; an empty text has no words.

    ``context`` is what stands beside it in the message: its words help to find, but need not be found.
    ``elsewhere`` asks the articles in other languages than its own, whether or not there are some in that.
    """
    text = unicodedata.normalize("NFC", text[: LIMITS.asking.message])  # as the articles are
    text, filters = parse_filters(DROPPED.sub("", re.sub(r"\s+", " ", text)).strip())
    text = _spoken_softly(text[: LIMITS.asking.searched])
    text, spelt = edition.spellings.in_cyrillic(text)
    text, days = _days_meant(text, edition)
    text = amounts.amount_in_words(dates.date_in_words(text))
    said = [word for word in _read(text, edition) if not word.is_stop]
    foreign = _foreign(text, edition, elsewhere)
    thing = defined(text)
    if thing:
        said = [word for word in said if thing.contains(word.span)] or said
    if foreign:
        said = [word for word in said if not _is_small(word, foreign)] or said
        said = [word for word in said if _is_known(word, edition) or _is_corrected(word)] or said
    content = _distinct(said, edition)
    weighed = tuple(_word(word, edition) for word in content)
    related = _related(weighed, edition)
    vague = bool(said) and all(_says_nothing(word, edition) for word in said)
    unknown = [] if vague else [w for w in content if not _is_known(w, edition) and not _is_corrected(w)]
    return Question(
        text=text,
        words=weighed,
        mass=sum(word.weight for word in weighed) or 1.0,
        query=_hints(context, edition)
        | _related_query(weighed, related, edition)
        | edition.vocabulary.weights(content),
        asked=asked_for(text),
        head=_head(text, said, content),
        missing=tuple(word.surface for word in unknown if _is_word(word.surface)),
        also_searched=dict(spelt) | days | also_searched(said),
        related={word: tuple(o.spelling for o in others) for word, others in related.items()},
        filters=filters,
        is_vague=vague,
        defines=thing is not None,
        foreign=foreign,
    )


def _is_word(surface: str) -> bool:
    """Tell whether what is missing is a word, no pair of signs and no lone letter such as the unit of 3 m."""
    return not is_pair(surface) and (len(surface) > 1 or not surface.islower())


def _spoken_softly(text: str) -> str:
    """Return a text without capitals where they tell no names: all words, or even small ones, have them."""
    cased = [word for word in word_texts(text) if word.lower() != word.upper()]
    small = [word for word in cased[1:] if is_stop(word.lower(), language_spoken(text))]
    if len(cased) < _SHOUTED:
        return text
    all_capitals = text.isupper() and (small or asks_by_word(text, yes_no=True))
    each_begins_so = all(word[0].isupper() for word in cased) and len(small) > 1
    return text.lower() if all_capitals or each_begins_so else text


def _foreign(text: str, edition: Edition, elsewhere: bool) -> tuple[str, ...]:
    """Return the languages that a text may be in, nothing where one may be an article's, or none is there.

    Where it is asked ``elsewhere``, all articles have to be in one of them for that.
    """
    languages = may_be_in(text, _TELLS_LANGUAGE)
    if elsewhere:
        return languages if edition.languages - {"", *languages} else ()
    return () if not edition.languages or edition.languages & {"", *languages} else languages


def _is_small(word: QuestionWord, languages: Iterable[str]) -> bool:
    """Tell whether a word says nothing in one of the languages, and is written like no name: "hat die"."""
    is_name = word.span.start > 0 and word.surface[0].isupper()
    return not is_name and any(is_stop(word.surface, language) for language in languages)


def _days_meant(text: str, edition: Edition) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Return the text with days that are told by numbers alone in words, and what each was taken for.

    It is the day that the articles have; where they have both that 3/4/2022 may be, or neither, it is both.
    """
    taken: dict[str, tuple[str, ...]] = {}
    for written, days in islice(dates.by_number(text, edition.facets.newest), LIMITS.looking.days):
        there = [day for day in days if _is_told(day, edition)]
        if there or (days and "/" in written):
            meant = there if len(there) == 1 else days
            taken[written] = tuple(dates.day_as_asked(day, text) for day in meant)
            text = text.replace(written, " / ".join(taken[written]), 1)
    return text, taken


def _is_told(day: date, edition: Edition) -> bool:
    """Tell whether one of the articles tells a day, in any year: the year may stand in the text before it."""
    written = dates.day_as_asked(day, "")
    said = with_dates(question_terms(written, edition.languages), written, edition.vocabulary)
    among = Among(words=[sorted({*word.terms, *(v.term for v in word.variants)}) for word in said[:2]])
    found = (edition.passages[number] for number in edition.ranking.each(among))
    return any(
        (day.day, day.month) in dates.days_and_years(passage.text, passage.article.language)[0]
        for passage in islice(found, LIMITS.looking.passages)
    )


def told_beside(context: str, edition: Edition) -> list[QuestionWord]:
    """Return the words of what stands beside a question that say something and that the articles have."""
    words = question_terms(context[: LIMITS.asking.beside], edition.languages)
    return [word for word in words if not word.is_stop and _is_known(word, edition)]


def _hints(context: str, edition: Edition) -> dict[Term, float]:
    weights = edition.vocabulary.weights(told_beside(context, edition))
    return {term: edition.vocabulary.counts.beside * weight for term, weight in weights.items()}


def _read(text: str, edition: Edition) -> tuple[QuestionWord, ...]:
    """Return the words with all the other forms to search them in."""
    found = with_abbreviations(edition.spellings.expand(question_terms(text, edition.languages)), edition)
    found = with_torn(found, edition)
    return with_amounts(with_dates(found, text, edition.vocabulary), text, edition.vocabulary)


def _distinct(words: Iterable[QuestionWord], edition: Edition) -> list[QuestionWord]:
    """Return the words without those that repeat an earlier one's terms.

    So do two that no article has and that are one word there: "Frist zur Rückgabe" is the "Rückgabefrist".
    """
    first: dict[tuple[Term, ...], QuestionWord] = {}
    for word in words:
        is_known = _is_known(word, edition) or not word.variants
        terms = word.terms if is_known else tuple(sorted(variant.term for variant in word.variants))
        first.setdefault(terms, word)
    return list(first.values())


def _readings(word: QuestionWord) -> dict[Term, float]:
    return {v.term: v.weight for v in word.variants} | dict.fromkeys(word.terms, 1.0)


def _says_nothing(word: QuestionWord, edition: Edition) -> bool:
    return any(is_stop(word.surface, language) for language in ("", *edition.languages))


def _is_known(word: QuestionWord, edition: Edition) -> bool:
    return any(term in edition.vocabulary for term in word.terms)


def _is_corrected(word: QuestionWord) -> bool:
    """Tell whether the articles have the word in another spelling."""
    return bool(word.variants)


def _word(word: QuestionWord, edition: Edition) -> SoughtWord:
    otherwise = _is_corrected(word) and not _is_known(word, edition)
    inside = word.span.start > 0 and word.surface[0].isupper()
    return SoughtWord(
        surface=word.surface,
        spelling=word.variants[0].spelling if otherwise else word.surface,
        readings=_readings(word),
        weight=edition.vocabulary.word_idf(word),
        is_name=inside or any(c.isdigit() for c in word.surface),
    )


def _related(words: Iterable[SoughtWord], edition: Edition) -> dict[str, tuple[RelatedWord, ...]]:
    """Return, for each word that has any, the words of like meaning that are no form of it."""
    if edition.related is None:
        return {}
    found = {}
    for word in words:
        others = [other for other in edition.related.to(word.spelling) if other.term not in word.readings]
        if others:
            found[word.surface] = tuple(others[:MOST_RELATED])
    return found


def _related_query(
    words: Iterable[SoughtWord], related: Mapping[str, Sequence[RelatedWord]], edition: Edition
) -> dict[Term, float]:
    """Return the terms of like meaning to search as well; none outweighs the word that it stands for."""
    found: dict[Term, float] = {}
    for word in words:
        for other in related.get(word.surface, ()):
            balanced = min(1.0, word.weight / edition.vocabulary.idf(other.term))
            weight = edition.vocabulary.counts.related * other.likeness * balanced
            found[other.term] = max(weight, found.get(other.term, 0.0))
    return found


def _head(text: str, said: Iterable[QuestionWord], content: Sequence[QuestionWord]) -> int | None:
    """Return which of the ``content`` words is the first of those ``said`` behind "how many" and the like."""
    asks = asks_about_next(text)
    if asks is None:
        return None
    head = next((word.terms for word in said if word.span.start >= asks.end()), None)
    return next((n for n, word in enumerate(content) if word.terms == head), None)
