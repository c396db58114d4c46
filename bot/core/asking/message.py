"""A message, heard: which of its clauses ask, and which only greet, thank, or tell about whoever asks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from bot.core.asking.asked import asks_by_word
from bot.core.asking.filters import QUOTED, parse_filters
from bot.core.asking.talk import ABOUT_US, LEANING, PARTING, SOCIAL, is_about_self, request_lengths, told
from bot.core.nouns import Span
from bot.core.reading.sentences import sentences
from bot.core.reading.shape import asks
from bot.core.words.spoken import language_spoken
from bot.core.words.terms import is_stop
from bot.core.words.tokens import Word, words

MOST_QUESTIONS = 3
"""Questions of one message that are answered; each costs as much as a message of its own."""

LONGEST_MESSAGE = 8_000
"""Code points of a message that are read: more than any chat sends."""

_ADDRESS = re.compile(r"<?\b(?:https?://|www\.)[^\s<>«»“”\"]+", re.IGNORECASE)
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_HOUR = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?"
_HEADER = re.compile(
    rf"^[\s>]*(?:"
    rf"\[?(?:{_DAY}[,;]?\s+)?{_HOUR}\]?\s*(?:[-–]\s*)?[^:\n?]{{1,40}}:\s"  # [01.02.2026, 10:15] Ann: ...
    rf"|[^:\n?]{{1,40}},?\s*\[(?:{_DAY}[,;]?\s+)?{_HOUR}\]\s*:?"  # Ann, [01.02.2026 10:15]: ...
    rf"|(?:re|fwd?|aw|wg|tr|rv)\s*:\s)+",
    re.IGNORECASE,
)
"""What a messenger or a mail program puts before somebody's words."""
_LEADING = re.compile(r"^(?:[\s>*•\-–—]+|@\w+[,:]?\s*|\(?\d{1,2}[.)]\s+)+")
_NUMBERED = re.compile(r"(?:(?<=\s)|^)(?=\(?\d{1,2}[.)]\s+[^\W\d])")
_BREAK = re.compile(r"[,;:–—]\s+|\s-\s")
_PAUSE = re.compile(r"\s*(?:[,!:;?…–—]|\.\s+\D)")
"""What parts a greeting from what follows: "No. 7" begins with none."""
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"”»)]*\s+|(?<=[\U0001f000-\U0001ffff])\s+")
_MOST_STOPS = 40
"""Full stops in a sentence behind which a question is looked for."""
_MOST_BREAKS = 8
"""Commas and the like in a sentence behind which a question is looked for."""
_AHEAD = 100
"""Code points from which it is told whether a question begins."""
_MARKS = " \t\n.,;:!…–—-¡"


class Role(Enum):
    """What a clause is in its message."""

    QUESTION = "question"
    STATEMENT = "statement"
    """Neither a question nor one of the following: context, or key words."""
    SOCIAL = "greeting, thanks or a request"
    ABOUT_US = "about the bot"
    LEANING = "leans on an answer before it"
    ADDRESS = "an address"


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a message, as it was written."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, clause by clause.

    ``questions`` are what is to be searched, with the message's filters: the clauses that ask, or else all
    that is no talk around a question; none if there is nothing else. ``context`` is what stands beside them.
    """

    clauses: tuple[Clause, ...]
    questions: tuple[str, ...]
    context: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of pages in the message."""
        return tuple(clause.text for clause in self.clauses if clause.role is Role.ADDRESS)

    def has(self, role: Role) -> bool:
        """Tell whether a clause has the role."""
        return any(clause.role is role for clause in self.clauses)


def heard(message: str) -> Heard:
    """Tell the clauses of a message apart. Never fails; the cost is linear in the message's length."""
    message = message[:LONGEST_MESSAGE]
    found = _ADDRESS.findall(message)
    addresses = [Clause(address.strip("<").rstrip(".,;:!?)]"), Role.ADDRESS) for address in found]
    rest, named = _without_filters(_ADDRESS.sub(" ", message) if found else message)
    clauses = [clause for line in rest.splitlines() for clause in _line(line)]
    stating = [clause.text for clause in clauses if clause.role is Role.STATEMENT]
    if stating and " ".join(stating).split() == message.split():
        return Heard(tuple(clauses), (message,))  # key words, or something pasted: as it was written
    questions, context = _apart_from_context(clauses)
    if questions and context:  # a phrase in quotation marks beside the question is a filter
        named += [text for text in stating if QUOTED.fullmatch(text.strip(_MARKS))]
    asked = [" ".join([question, *named]) for question in questions] or [" ".join(named)]
    return Heard((*clauses, *addresses), tuple(filter(None, asked)), context)


def _without_filters(text: str) -> tuple[str, list[str]]:
    """Return a text without the filters that have names, and these, as they were written."""
    named = [given for given in parse_filters(text)[1].given if not QUOTED.fullmatch(given)]
    for given in named:
        text = text.replace(given, " ", 1)
    return text, named


def _apart_from_context(clauses: Sequence[Clause]) -> tuple[list[str], str]:
    """Return the questions of a message, and what it states beside them.

    Where no question has a subject of its own, all that is no talk is one question.
    """
    asking = [c.text for c in clauses if c.role is Role.QUESTION and _has_subject(c.text)]
    if asking:
        return asking, " ".join(c.text for c in clauses if c.role is Role.STATEMENT)
    subject = " ".join(c.text for c in clauses if c.role in {Role.QUESTION, Role.STATEMENT})
    return [subject] if subject else [], ""


def _line(line: str) -> Iterator[Clause]:
    line = _HEADER.sub("", line)
    parts = _NUMBERED.split(line)
    for part in filter(str.strip, parts if len(parts) > 2 else [line]):
        for span in sentences(part, Span(0, len(part)), language_spoken(part)):
            for sentence in _sloppy(span.of(part)):
                yield from _clauses(sentence)


def _sloppy(sentence: str) -> Iterator[str]:
    """Yield the sentences of one in which a question begins with a small letter behind a full stop."""
    start = 0
    for stop in islice(_STOP.finditer(sentence), _MOST_STOPS):
        if "?" in stop[0] or _asks_at_once(tail := sentence[stop.end() :][:_AHEAD]) or _asks_to_be_told(tail):
            yield sentence[start : stop.end()]
            start = stop.end()
    if sentence[start:].strip():
        yield sentence[start:]


def _clauses(sentence: str) -> Iterator[Clause]:
    """Yield what a sentence consists of."""
    text = _unquoted(_LEADING.sub("", sentence).strip())
    found = list(words(text))
    compared = told(text)
    bare = compared[SOCIAL.at_start(compared) :]
    if not bare or _is_request(bare, text):
        yield from [Clause(text, Role.SOCIAL)] if compared else []
        return
    if bare in ABOUT_US or compared in ABOUT_US:
        yield Clause(text, Role.ABOUT_US)
        return
    if len(bare) == LEANING.at_start(bare) or len(compared) == LEANING.at_start(compared):
        yield Clause(text, Role.LEANING)
        return
    inner = _unquoted(_without_talk(text, found, compared))
    if inner != text:
        yield Clause(text.replace(inner, "…", 1), Role.SOCIAL)
    head, tail = _apart(inner) if inner != text else ("", inner)
    if head:
        yield Clause(head, Role.STATEMENT)
    yield Clause(tail, Role.QUESTION if _asks(tail) else Role.STATEMENT)


def _unquoted(text: str) -> str:
    """Return a question without the quotation marks around the whole of it."""
    bare = text.strip(_MARKS)
    if QUOTED.fullmatch(bare.rstrip("?")) and _asks(bare[1:].rstrip('?"”“»')):
        return bare[1:].rstrip('?"”“»') + "?"
    return text


def _is_request(compared: Sequence[str], text: str) -> bool:
    lengths = request_lengths(tuple(compared), language_spoken(text))
    return bool(lengths) and lengths[0] == len(compared)


def _without_talk(text: str, found: Sequence[Word], compared: tuple[str, ...]) -> str:
    """Return a sentence without greetings, thanks and requests around what it asks."""
    end = len(found) - PARTING.at_end(compared)
    if 0 < end < len(found):
        text = text[: found[end].start].rstrip(_MARKS)
    start = SOCIAL.at_start(compared[:end])
    if 0 < start < end:
        rest = text[found[start - 1].span.end :].lstrip()
        bare = rest.lstrip(_MARKS)
        if _PAUSE.match(rest) or _asks_at_once(bare) or _asks_to_be_told(bare):
            text = bare
    return _without_request(text)


def _without_request(text: str) -> str:
    """Return what somebody asks to be told, without "could you tell me" before or behind it."""
    found, language = list(words(text)), language_spoken(text)
    for count in request_lengths(told(text), language):
        rest = text[found[count - 1].span.end :].lstrip()
        if rest.startswith(":") or asks_by_word(rest.lstrip(_MARKS)):
            return rest.lstrip(_MARKS)
    for count in request_lengths(told(text), language, at_end=True):
        rest = text[: found[-count].start].rstrip(_MARKS)
        if rest and _asks_at_once(rest) and _BREAK.match(text, len(rest)):
            return rest
    return text


def _asks_to_be_told(text: str) -> bool:
    return _without_request(text) != text


def _apart(text: str) -> tuple[str, str]:
    """Return what somebody says of himself before his question, in the same sentence, and the question.

    Only behind a greeting and the like: "my aunt died, how long may I stay away?" is one question.
    """
    if _asks_at_once(text):
        return "", text
    for mark in islice(_BREAK.finditer(text), _MOST_BREAKS):
        tail = _without_request(text[mark.end() :])
        if _asks_at_once(tail) and is_about_self(text[: mark.start()]):
            return text[: mark.start()], tail
    return "", text


def _asks(text: str) -> bool:
    return asks(text) or _asks_at_once(text)


def _asks_at_once(text: str) -> bool:
    return asks_by_word(text, yes_no=True)


def says_little(question: str) -> bool:
    """Tell whether a question has one content word at most, and may lean on the one before it."""
    return len(_content(question)) <= 1


def _has_subject(text: str) -> bool:
    """Tell whether a text has a word besides those that say nothing."""
    return bool(_content(text))


def _content(text: str) -> list[Word]:
    language = language_spoken(text)
    return [
        word for word in words(text) if not any(is_stop(word.text.lower(), code) for code in (language, "en"))
    ]
