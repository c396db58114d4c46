"""What kind of fact a question asks for, by the question words of its language.

They are hints for ranking, not rules: an unknown language simply has no hints.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

import regex

from bot.core.nouns import Span
from bot.core.words.spoken import language_spoken
from bot.core.words.tokens import word_texts, words
from bot.languages.known import LANGUAGES, alternatives, joined, read_in
from bot.languages.language import Asked, KnownLanguage

_IN_ORDER = (
    Asked.NUMBER,
    Asked.TIME,
    Asked.PLACE,
    Asked.PERSON,
    Asked.CAUSE,
    Asked.SPEECH,
    Asked.MANNER,
    Asked.THING,
    Asked.YES_NO,
)
"""The order in which kinds are tried: "how many" before "how"."""

_NAME = r"\p{Lu}[\w’'-]*+(?:\s\p{Lu}[\w’'-]*+){0,4}"  # bounded, for each word of a list may begin one
_AND = joined(known.asking.links for known in LANGUAGES.values())
_BOTH = regex.compile(rf"(?<=\s)(?P<one>{_NAME})\s(?i:{_AND})\s(?P<other>{_NAME})")
"""Two names that a question joins."""
_PLACE = regex.compile(rf"{_NAME},?\s+")
_LINK = re.compile(rf"\W*(?:{_AND})[,\s]+", re.IGNORECASE)
_NEVER_RELATIVE = (Asked.NUMBER, Asked.CAUSE, Asked.MANNER, Asked.SPEECH)
_ENDS_AS_STATEMENT = re.compile(r"[.…!;][\s\"'”’»)]*\Z")


@cache
def _patterns(language: str) -> Mapping[Asked, re.Pattern[str]]:
    def of(kind: Asked) -> Callable[[KnownLanguage], str]:
        return lambda known: known.asking.kinds.get(kind, "")

    found = {kind: rf"\b(?:{alternatives(language, of(kind))})\b" for kind in _IN_ORDER}
    found[Asked.YES_NO] = _yes_or_no(language)  # in its place
    return {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in found.items()}


def _yes_or_no(language: str) -> str:
    links = alternatives(language, lambda known: known.asking.yes_no_links)
    first = alternatives(language, lambda known: known.asking.yes_no_first)
    within = alternatives(language, lambda known: known.asking.yes_no_within)
    last = alternatives(language, lambda known: known.asking.yes_no_last)
    return rf"^\W*(?:(?:{links}) )?(?:{first})\b|\b(?:{within})\b|\b(?:{last})\W*$"


@cache
def _states(language: str) -> re.Pattern[str]:
    words = alternatives(language, lambda known: known.asking.states)
    return re.compile(rf"^\W*(?:{words})\b", re.IGNORECASE)


@cache
def _about_next(language: str) -> re.Pattern[str]:
    words = alternatives(language, lambda known: known.asking.about_next)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _now(language: str) -> re.Pattern[str]:
    words = alternatives(language, lambda known: known.asking.now)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def asks_of_now(question: str) -> bool:
    """Tell whether a question asks how things stand at present; a name such as "The Day Today" does not."""
    language = language_spoken(question)
    return bool(_now(language).search(question[:1].lower() + question[1:]))


def asks_about_next(question: str) -> re.Match[str] | None:
    """Return the first question word that asks about a noun behind it: "which *hospital*"."""
    return _about_next(language_spoken(question)).search(question)


def asks_at_once(text: str) -> bool:
    """Tell whether a text begins as a question does, and is no statement such as "what may come, we stay"."""
    language = language_spoken(text)
    if _ENDS_AS_STATEMENT.search(text) or _states(language).search(text):
        return False
    return any(pattern.match(text) for pattern in _patterns(language).values())


def asks_by_word(text: str, *, yes_no: bool = False) -> bool:
    """Tell whether a text begins with a question word, or ``yes_no`` as a question of yes or no does.

    A preposition may stand before the word, "for whom"; how the text ends does not matter: many leave the
    question mark out.
    """
    bare = text.lstrip(" \t\"'“„«(")
    if bare.startswith("¿"):
        return True
    language = language_spoken(text)
    kinds = [kind for kind in _IN_ORDER if yes_no or kind is not Asked.YES_NO]
    first = _preposition(language).match(bare)
    begins = (bare, bare[first.end() :]) if first else (bare,)
    return not _states(language).search(bare) and any(
        _patterns(language)[kind].match(begin) for kind in kinds for begin in begins
    )


@cache
def _preposition(language: str) -> re.Pattern[str]:
    prepositions = alternatives(language, lambda known: known.asking.prepositions)
    places = joined([re.escape(word) for known in read_in(language) for word in known.words.before_places])
    return re.compile(rf"(?:{prepositions}|{places})\s+", re.IGNORECASE)


def asks_further(text: str) -> bool:
    """Tell whether a text begins as a question behind others does: "and who paid", "and what about it"."""
    linked = _LINK.match(text)
    starts = [*(word.start for word in words(linked.group())), linked.end()] if linked else []
    return any(asks_by_word(text[start:]) for start in starts)


def asked_behind_place(text: str) -> str:
    """Return the question behind a place that a text names first: "and in Aktau, *what happened*"; or ""."""
    linked = _LINK.match(text)
    bare = text[linked.end() :] if linked else text
    preposition = _preposition(language_spoken(text)).match(bare)
    place = _PLACE.match(bare, preposition.end()) if preposition else None
    question = bare[place.end() :] if place else ""
    return question if asks_by_word(question) else ""


def asks_anew(text: str) -> bool:
    """Tell whether a text behind a comma begins as a question does and no relative clause: "how", not "who"."""
    patterns = _patterns(language_spoken(text))
    return any(patterns[kind].match(text) for kind in _NEVER_RELATIVE)


def asked_for(question: str) -> Asked:
    """Return the kind of fact asked for: the first kind whose words the question uses."""
    patterns = _patterns(language_spoken(question))
    return next((kind for kind in _IN_ORDER if patterns[kind].search(question)), Asked.KEYWORDS)


def asking_words(question: str) -> frozenset[str]:
    """Return the last words of all that tells what is asked for: "which *event*", "what did he *say*".

    They carry nothing of the subject.
    """
    found = (pattern.search(question) for pattern in _patterns(language_spoken(question)).values())
    return frozenset(said[-1] for words in found if words and (said := word_texts(words[0])))


def of_each(question: str) -> tuple[str, str] | None:
    """Return what is asked of each of two names that a question joins, None if it joins none.

    "What do Ada and Quill build?" asks what Ada builds, and what Quill does.
    """
    both = _BOTH.search(question)
    if both is None:
        return None
    before, behind = question[: both.start()], question[both.end() :]
    return f"{before}{both['one']}{behind}", f"{before}{both['other']}{behind}"


def defined(text: str) -> Span | None:
    """Return where the thing stands that a question asks the meaning of, None where it asks no such thing.

    It is the lunt of "What is a lunt?", "define lunt" and "what does lunt mean".
    """
    found = _of_definitions(language_spoken(text)).match(text)
    return Span(*found.span(found.lastgroup or 0)) if found else None


@cache
def _of_definitions(language: str) -> re.Pattern[str]:
    before = alternatives(language, lambda known: known.asking.defines[0])
    behind = alternatives(language, lambda known: known.asking.defines[1])
    return re.compile(
        rf"\W{{0,8}}(?:{before})\s(?P<before>[^,;:]{{1,80}}?)(?:\W{{1,3}}(?:{behind}))?\W{{0,8}}\Z"
        rf"|\W{{0,8}}(?P<alone>[^,;]{{1,80}}?)\W\s?(?:{behind})\W{{0,8}}\Z",
        re.IGNORECASE,
    )
