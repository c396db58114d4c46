"""A question that leans on the one before it: "How many boats sank near Tarn?", then "and near Quill?".

The earlier question is kept, but for what the later one puts in its place: a place for a place, a date for a
date, a name for a name, one question word for another.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

from bot.basics.limits import LIMITS
from bot.core.asking.asked import asked_for, asks_about_next, asks_at_once
from bot.core.asking.dates import date_in_words
from bot.core.asking.filters import QUOTED, parse_filters
from bot.core.asking.worded_filters import only_filters
from bot.core.index.facets import Facets
from bot.core.words.evidence import BEFORE_PLACE, CAPITAL, TIME, marks
from bot.core.words.spoken import language_spoken
from bot.core.words.terms import is_stop
from bot.core.words.tokens import QuestionWord, question_terms, word_texts
from bot.languages.known import alternatives, read_in
from bot.languages.language import Asked


@dataclass(frozen=True, slots=True, eq=False)
class _Manner:
    """How questions of a language lean on others."""

    language: str
    languages: Sequence[str]
    link: re.Pattern[str]
    """What a follow-up begins with."""
    particle: re.Pattern[str]
    """What has the same meaning behind all that it asks."""
    question_word: re.Pattern[str]
    auxiliary: re.Pattern[str]
    """First words of questions of yes or no."""
    preposition: re.Pattern[str]
    before_small_place: frozenset[str]

    def marks(self, word: QuestionWord) -> int:
        """Return what the word may be evidence of."""
        return marks(word.surface, self.language)

    def is_article(self, word: str) -> bool:
        """Tell whether a small word may belong to the noun behind it, since it begins no question."""
        begins = self.auxiliary.fullmatch(word) or self.question_word.fullmatch(word)
        return not begins and is_stop(word.lower(), self.language or "en")

    def is_preposition(self, word: QuestionWord) -> bool:
        """Tell whether the word stands before a place, a date or a thing."""
        return bool(self.marks(word) & BEFORE_PLACE) or self.preposition.fullmatch(word.surface) is not None


@cache
def _manner(language: str) -> _Manner:
    links = alternatives(language, lambda known: known.asking.links)
    particles = alternatives(language, lambda known: known.asking.particles)
    asks = alternatives(language, lambda known: known.asking.question_words)
    before = alternatives(language, lambda known: known.asking.prepositions)
    read = read_in(language)
    return _Manner(
        language=language,
        languages=[known.code for known in read],
        link=re.compile(rf"^\W*(?:{links})\b(?!\.\s?\w)[\s,]*", re.IGNORECASE),
        particle=re.compile(rf"(?<!\s)\s+(?:{particles})(?=\W*\Z)"),
        question_word=re.compile(rf"^\W*(?:{asks})\b", re.IGNORECASE),
        auxiliary=re.compile(alternatives(language, lambda known: known.asking.yes_no_first), re.IGNORECASE),
        preposition=re.compile(before, re.IGNORECASE),
        before_small_place=frozenset().union(*(known.asking.before_small_places for known in read)),
    )


_LAST_WORD = re.compile(r"(?<!\w)(\w+)\s+\Z")
_YEAR = re.compile(r"\b\d{4}\b")
_MOST = 5
"""Words that tell something in a follow-up; what has more is a question of its own."""


class _Kind(Enum):
    PLACE = auto()
    DATE = auto()
    NAME = auto()
    THING = auto()


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Neighbouring words that tell one thing, behind the preposition ``before`` or "".

    ``start`` and ``end`` are their place in the question, ``whole`` is the preposition's where there is one.
    """

    kind: _Kind
    text: str
    start: int
    end: int
    before: str
    whole: int

    @property
    def is_adverbial(self) -> bool:
        """Tell whether it says where or when."""
        return bool(self.before) and self.kind in {_Kind.PLACE, _Kind.DATE}


def continued(words: str, before: str, facets: Facets, *, closely: bool = False) -> str:
    """Return what is asked by words behind the question ``before`` them, "" if there was none.

    Words that only say where to look are put to it, else as ``followed_up`` has it.
    """
    if before and only_filters(words, facets):
        return f"{before} {words}"
    return followed_up(words, before, closely=closely)


def followed_up(question: str, earlier: str, *, closely: bool = False) -> str:
    """Return the earlier question with what the later one changes, or the later one if it stands alone.

    With ``closely`` a name alone stands alone: it may be what somebody asks about next.

    All content words of the later one are in what is returned. The earlier one's filters stay, but those that
    the later one has anew; filters alone are put to the earlier question. What would be too long to be read
    whole is not joined.
    """
    if max(len(question), len(earlier)) > LIMITS.asking.searched:
        return question
    words, filters = _apart(question)
    before, kept = _apart(earlier)
    manner = _manner(language_spoken(f"{words} {before}"))
    only_filters = filters and before and not word_texts(manner.link.sub("", words))
    merged = before if only_filters else _followed_up(words, before, manner, closely=closely)
    if merged == words:
        return question
    new = {_name(found) for found in filters}
    whole = " ".join([merged, *(found for found in kept if _name(found) not in new), *filters])
    return whole if len(whole) <= LIMITS.asking.searched else question


def _apart(question: str) -> tuple[str, list[str]]:
    """Return a question without the filters that have names, and these, as they were written."""
    rest, filters = parse_filters(question)
    named = [found for found in filters.given if not QUOTED.fullmatch(found)]
    return (rest, [found.rstrip("?!") for found in named]) if named else (question, [])


def _name(found: str) -> str:
    return found.partition(":")[0].lower()


def _followed_up(question: str, earlier: str, manner: _Manner, *, closely: bool) -> str:
    rest = manner.particle.sub("", manner.link.sub("", date_in_words(question), count=1))
    asks = manner.question_word.match(rest)
    told = _phrases(rest, asks.end() if asks else 0, manner)
    merged = date_in_words(earlier).rstrip(" ?!.")
    if not merged or sum(len(word_texts(phrase.text)) for phrase in told) > _MOST:
        return question
    phrases = _joined(rest, told)
    linked = manner.link.match(question) is not None
    if not _leans(rest, phrases, linked=linked, asks=asks is not None):
        return question
    if closely and not linked and asks is None and any(not phrase.is_adverbial for phrase in phrases):
        return question
    if asks:
        merged = f"{asks[0]} {manner.question_word.sub('', merged, count=1).lstrip()}"
    return f"{_merged(merged, phrases, manner)}?"


def _leans(rest: str, phrases: Sequence[_Phrase], *, linked: bool, asks: bool) -> bool:
    """Tell whether a question says too little without the one before it."""
    own = [phrase for phrase in phrases if not phrase.is_adverbial]
    if asks:
        is_thing = linked and [phrase.kind for phrase in own] == [_Kind.THING]
        return not own or (is_thing and _asks_which(rest, own[0]))
    if asks_at_once(rest) or not phrases:
        return False
    return linked or not own or (len(phrases) == 1 and _is_bare_name(rest, own[0]))


def _asks_which(rest: str, phrase: _Phrase) -> bool:
    """Tell whether a question asks how many or which of a thing, "how many women", with no verb between."""
    asks = asks_about_next(rest)
    return (
        asks is not None and not rest[: asks.start()].strip() and not rest[asks.end() : phrase.start].strip()
    )


def _is_bare_name(rest: str, phrase: _Phrase) -> bool:
    """Tell whether a question is a name, a place or a date alone, without a question word behind it."""
    return rest.endswith("?") and phrase.kind is not _Kind.THING and asked_for(rest) is Asked.KEYWORDS


def _merged(earlier: str, phrases: Sequence[_Phrase], manner: _Manner) -> str:
    """Return the earlier question with the phrases in the places of what they replace, or at its end."""
    free, added = _phrases(earlier, 0, manner), []
    replaced: dict[_Phrase, _Phrase] = {}
    for phrase in phrases:
        if target := _target(earlier, free, phrase, manner):
            free.remove(target)
            replaced[target] = phrase
        else:
            added.append(f"{phrase.before} {phrase.text}".strip())
    for target in sorted(replaced, key=lambda target: -target.start):
        start = target.whole if replaced[target].before else target.start
        rest = _behind(earlier[target.end :], replaced[target])
        earlier = earlier[:start] + _in_place_of(target, replaced[target]) + rest
    return " ".join([earlier, *added])


def _behind(rest: str, phrase: _Phrase) -> str:
    """Return what follows a phrase without the word that it ends with: "vacation days", "and sick days?"."""
    last, begins = phrase.text.split()[-1].casefold(), rest.split(maxsplit=1)
    return rest[rest.index(begins[0]) + len(last) :] if begins and begins[0].casefold() == last else rest


def _in_place_of(target: _Phrase, phrase: _Phrase) -> str:
    """Return the phrase's words; a date without a year takes that of the date that it replaces."""
    words = f"{phrase.before} {phrase.text}".strip()
    year = _YEAR.search(target.text)
    is_same_year = phrase.kind is _Kind.DATE and year and not _YEAR.search(phrase.text)
    return f"{words} {year[0]}" if year and is_same_year else words


def _target(earlier: str, free: Sequence[_Phrase], phrase: _Phrase, manner: _Manner) -> _Phrase | None:
    """Return what the phrase replaces: one of its kind, behind the same preposition if there is one."""
    if phrase.kind is _Kind.THING:
        asks = asks_about_next(earlier)
        head = next((other for other in free if asks and other.start >= asks.end()), None)
        head = head if asks else _with_article(earlier, free, manner)
        return head if head and head.kind is _Kind.THING and not phrase.before else None
    same = [other for other in free if other.kind is phrase.kind]
    if not same and phrase.kind is _Kind.NAME:
        same = [other for other in free if other.kind is _Kind.PLACE][-1:]
    return min(same, key=lambda other: other.before.lower() != phrase.before.lower(), default=None)


def _with_article(earlier: str, free: Sequence[_Phrase], manner: _Manner) -> _Phrase | None:
    """Return the last thing that a small word such as "the" stands before, and no verb such as "was"."""
    for phrase in reversed(free):
        before = _LAST_WORD.search(earlier[: phrase.start])
        if before and not phrase.before and manner.is_article(before[1]):
            return phrase
    return None


def _joined(text: str, phrases: Sequence[_Phrase]) -> list[_Phrase]:
    """Return the phrases, those without a preposition as one with what they follow: "in Tarn and Quay"."""
    joined: list[_Phrase] = []
    for phrase in phrases:
        if joined and not phrase.before:
            first = joined[-1]
            joined[-1] = replace(first, text=text[first.start : phrase.end], end=phrase.end)
        else:
            joined.append(phrase)
    return joined


def _phrases(text: str, start: int, manner: _Manner) -> list[_Phrase]:
    """Return what a question tells from ``start`` on: neighbouring words of one kind together."""
    words = [word for word in question_terms(text, manner.languages) if word.span.start >= start]
    in_small = not any(manner.marks(word) & CAPITAL for word in words[1:])
    told: list[tuple[_Kind, list[int]]] = []
    for n in range(len(words)):
        kind = _kind(words, n, manner, in_small=in_small)
        if kind and told and told[-1][0] is kind is not _Kind.THING and told[-1][1][-1] == n - 1:
            told[-1][1].append(n)
        elif kind:
            told.append((kind, [n]))
    return [_phrase(text, words, kind, numbers, manner) for kind, numbers in told]


def _kind(words: Sequence[QuestionWord], n: int, manner: _Manner, *, in_small: bool) -> _Kind | None:
    """Return what a word tells, None for a stop word or a preposition."""
    word = words[n]
    if _is_of_date(words, n, manner):
        return _Kind.DATE
    if word.is_stop or manner.is_preposition(word):
        return None
    before = words[n - 1] if n else None
    if manner.marks(word) & CAPITAL:
        return _Kind.PLACE if before and manner.marks(before) & BEFORE_PLACE else _Kind.NAME
    is_place = in_small and before and before.surface.lower() in manner.before_small_place
    return _Kind.PLACE if is_place else _Kind.THING


def _is_of_date(words: Sequence[QuestionWord], n: int, manner: _Manner) -> bool:
    word, beside = words[n], [*words[max(0, n - 1) : n], *words[n + 1 : n + 2]]
    if manner.marks(word) & TIME and not word.is_stop:
        return True
    if word.surface.isdecimal():
        return any(manner.marks(other) & TIME for other in beside)
    return bool(manner.marks(word) & TIME) and any(other.surface.isdecimal() for other in beside)


def _phrase(
    text: str, words: Sequence[QuestionWord], kind: _Kind, numbers: Sequence[int], manner: _Manner
) -> _Phrase:
    first, last = words[numbers[0]].span, words[numbers[-1]].span
    previous = words[numbers[0] - 1] if numbers[0] else None
    if previous and manner.is_preposition(previous) and text[previous.span.end : first.start].isspace():
        before, whole = previous.surface, previous.span.start
    else:
        before, whole = "", first.start
    return _Phrase(kind, text[first.start : last.end], first.start, last.end, before, whole)
