"""A question that leans on the one before it: "How many boats sank near Tarn?", then "and near Quill?".

The earlier question is kept, but for what the later one puts in its place: a place for a place, a date for a
date, a name for a name, one question word for another. Word lists for English, Russian and Kazakh.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.core.asking.asked import ASKS_ABOUT_NEXT, asks_at_once
from bot.core.asking.dates import date_in_words
from bot.core.asking.filters import QUOTED, parse_filters
from bot.core.words.evidence import BEFORE_PLACE, CAPITAL, TIME, marks
from bot.core.words.tokens import QuestionWord, question_terms, word_texts

_LANGUAGES = ("en", "kk", "ru")
_LINK = re.compile(
    r"^\W*(?:(?:and |but |so )?(?:what|how) about|and|but|or|а (?:что |как )?насч[её]т|а как же|а|и|ал)\b"
    r"[\s,]*",
    re.IGNORECASE,
)
"""What a follow-up begins with."""
_PARTICLE = re.compile(r"\s+ше(?=\W*$)")
"""Kazakh's "and what about", behind what it asks."""
_QUESTION_WORD = re.compile(
    r"^\W*(?:how (?:many|much|long|far|old|often)|what|which|whom?|whose|when|where|why|how|сколько|когда|где"
    r"|куда|откуда|кто|кого|кому|почему|зачем|что|как(?:ой|ая|ое|ие)?|қанша|қашан|қайда|кім|неге|қалай)\b",
    re.IGNORECASE,
)
_ALSO_BEFORE = re.compile(
    r"about|by|with|for|against|during|after|before|since|until|between|over|обо?|о|про|со?|ко?|по|до|после|за|над"
    r"|перед|при|через|от",
    re.IGNORECASE,
)
_BEFORE_SMALL_PLACE = frozenset(["in", "at", "near", "в", "во", "около"])
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


def followed_up(question: str, earlier: str) -> str:
    """Return the earlier question with what the later one changes, or the later one if it stands alone.

    All content words of the later one are in what is returned. The earlier one's filters stay, but those that
    the later one has anew; filters alone are put to the earlier question.
    """
    words, filters = _apart(question)
    before, kept = _apart(earlier)
    only_filters = filters and before and not word_texts(_LINK.sub("", words))
    merged = before if only_filters else _followed_up(words, before)
    if merged == words:
        return question
    new = {_name(found) for found in filters}
    return " ".join([merged, *(found for found in kept if _name(found) not in new), *filters])


def _apart(question: str) -> tuple[str, list[str]]:
    """Return a question without the filters that have names, and these, as they were written."""
    rest, filters = parse_filters(question)
    named = [found for found in filters.given if not QUOTED.fullmatch(found)]
    return (rest, [found.rstrip("?!") for found in named]) if named else (question, [])


def _name(found: str) -> str:
    return found.partition(":")[0].lower()


def _followed_up(question: str, earlier: str) -> str:
    rest = _PARTICLE.sub("", _LINK.sub("", date_in_words(question), count=1))
    asks = _QUESTION_WORD.match(rest)
    phrases = _joined(rest, _phrases(rest, asks.end() if asks else 0))
    merged = date_in_words(earlier).rstrip(" ?!.")
    if not merged or not _leans(rest, phrases, linked=_LINK.match(question) is not None):
        return question
    if asks:
        merged = f"{asks[0]} {_QUESTION_WORD.sub('', merged, count=1).lstrip()}"
    return f"{_merged(merged, phrases)}?"


def _leans(rest: str, phrases: Sequence[_Phrase], *, linked: bool) -> bool:
    """Tell whether a question says too little without the one before it."""
    own = [phrase for phrase in phrases if not phrase.is_adverbial]
    if sum(len(phrase.text.split()) for phrase in phrases) > _MOST:
        return False
    if _QUESTION_WORD.match(rest):
        counts = ASKS_ABOUT_NEXT.match(rest) and [phrase.kind for phrase in own] == [_Kind.THING]
        return not own or bool(linked and counts)
    if asks_at_once(rest) or not phrases:
        return False
    return linked or not own or (len(phrases) == 1 and rest.endswith("?") and own[0].kind is not _Kind.THING)


def _merged(earlier: str, phrases: Sequence[_Phrase]) -> str:
    """Return the earlier question with the phrases in the places of what they replace, or at its end."""
    free, added = _phrases(earlier, 0), []
    replaced: dict[_Phrase, _Phrase] = {}
    for phrase in phrases:
        if target := _target(earlier, free, phrase):
            free.remove(target)
            replaced[target] = phrase
        else:
            added.append(f"{phrase.before} {phrase.text}".strip())
    for target in sorted(replaced, key=lambda target: -target.start):
        start = target.whole if replaced[target].before else target.start
        earlier = earlier[:start] + _in_place_of(target, replaced[target]) + earlier[target.end :]
    return " ".join([earlier, *added])


def _in_place_of(target: _Phrase, phrase: _Phrase) -> str:
    """Return the phrase's words; a date without a year takes that of the date that it replaces."""
    words = f"{phrase.before} {phrase.text}".strip()
    year = _YEAR.search(target.text)
    is_same_year = phrase.kind is _Kind.DATE and year and not _YEAR.search(phrase.text)
    return f"{words} {year[0]}" if year and is_same_year else words


def _target(earlier: str, free: Sequence[_Phrase], phrase: _Phrase) -> _Phrase | None:
    """Return what the phrase replaces: one of its kind, behind the same preposition if there is one."""
    if phrase.kind is _Kind.THING:
        asks = ASKS_ABOUT_NEXT.search(earlier)
        head = next((other for other in free if asks and other.start >= asks.end()), None)
        return head if head and head.kind is _Kind.THING and not phrase.before else None
    same = [other for other in free if other.kind is phrase.kind]
    if not same and phrase.kind is _Kind.NAME:
        same = [other for other in free if other.kind is _Kind.PLACE][-1:]
    return min(same, key=lambda other: other.before.lower() != phrase.before.lower(), default=None)


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


def _phrases(text: str, start: int) -> list[_Phrase]:
    """Return what a question tells from ``start`` on: neighbouring words of one kind together."""
    words = [word for word in question_terms(text, _LANGUAGES) if word.span.start >= start]
    told: list[tuple[_Kind, list[int]]] = []
    for n in range(len(words)):
        kind = _kind(words, n)
        if kind and told and told[-1][0] is kind is not _Kind.THING and told[-1][1][-1] == n - 1:
            told[-1][1].append(n)
        elif kind:
            told.append((kind, [n]))
    return [_phrase(text, words, kind, numbers) for kind, numbers in told]


def _kind(words: Sequence[QuestionWord], n: int) -> _Kind | None:
    """Return what a word tells, None for a stop word or a preposition."""
    word = words[n]
    beside = [other.surface for other in (*words[max(0, n - 1) : n], *words[n + 1 : n + 2])]
    by_number = any(other.isdecimal() for other in beside)
    if marks(word.surface) & TIME and (by_number or not word.is_stop):
        return _Kind.DATE
    if word.surface.isdecimal() and any(marks(other) & TIME for other in beside):
        return _Kind.DATE
    if word.is_stop or _is_preposition(word.surface):
        return None
    if marks(word.surface) & CAPITAL:
        return _Kind.PLACE if n and marks(words[n - 1].surface) & BEFORE_PLACE else _Kind.NAME
    in_small = not any(marks(other.surface) & CAPITAL for other in words[1:])
    is_place = in_small and n and words[n - 1].surface.lower() in _BEFORE_SMALL_PLACE
    return _Kind.PLACE if is_place else _Kind.THING


def _phrase(text: str, words: Sequence[QuestionWord], kind: _Kind, numbers: Sequence[int]) -> _Phrase:
    first, last = words[numbers[0]].span, words[numbers[-1]].span
    previous = words[numbers[0] - 1] if numbers[0] else None
    if previous and _is_preposition(previous.surface) and text[previous.span.end : first.start].isspace():
        before, whole = previous.surface, previous.span.start
    else:
        before, whole = "", first.start
    return _Phrase(kind, text[first.start : last.end], first.start, last.end, before, whole)


def _is_preposition(word: str) -> bool:
    return bool(marks(word) & BEFORE_PLACE) or _ALSO_BEFORE.fullmatch(word) is not None
