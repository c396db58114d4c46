"""What stands around the core of a clause: greetings before it, thanks behind it, "could you tell me" within.

Told by small lists of words a language (``Manners``) that stand in a row, never by whole phrases.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import islice

from bot.core.asking.asked import asks_by_word, asks_further
from bot.core.nouns import Span
from bot.core.words.manners import (
    COURTESY,
    NO_ACT,
    SAYS_NOTHING,
    SpeechAct,
    SpeechActs,
    does,
    speech_acts,
    spoken_in,
)
from bot.core.words.tokens import Word, words
from bot.languages.beyond.others import MANNERS
from bot.languages.known import LANGUAGES, joined
from bot.languages.language import Asking


class Role(Enum):
    """What a clause is in its message."""

    QUESTION = "question"
    STATEMENT = "statement"
    """Neither a question nor one of the following: context, or key words."""
    SOCIAL = "greeting, thanks or a request"
    ABOUT_SELF = "about whoever asks"
    ABOUT_US = "about the bot"
    LEANING = "leans on an answer before it"
    ADDRESS = "an address"
    FILTER = "a filter"


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a message, as it was written; ``asks`` is what is searched of a question, "" of all else."""

    text: str
    role: Role
    asks: str = ""


_BETWEEN = re.compile(r"(?:(?<!\s)\s+)?(?<![,;:!.…])[,;:!.…]+(?=\s|\Z)\s*|(?<!\s)\s+[–—-]+\s+")
_CUT_BEFORE = SpeechAct.GREETING | SpeechAct.PLEA | SpeechAct.FILLER
"""What is cut off before the first word of a question even where no comma parts them."""
_CUT_BEHIND = SpeechAct.THANKS | SpeechAct.PLEA
_MAY_LEAD = (
    _CUT_BEFORE | SpeechAct.THANKS | SpeechAct.ADDRESS | SpeechAct.BESIDE | SpeechAct.URGENCY | SpeechAct.WISH
)
_GOES_ON = SpeechAct.ASKER | SpeechAct.YOU | SpeechAct.PLEA | SpeechAct.URGENCY | SpeechAct.BESIDE
"""What may follow a request and belongs to it: "tell *me*", "answer *fast please*"."""
_TO_WHOM = SpeechAct.ASKER | SpeechAct.YOU | SpeechAct.PLEA | SpeechAct.BESIDE
"""What makes a request of the word for one: "tell *me*", "*quick* question"."""
_CODES = (*LANGUAGES, *MANNERS)
_LED_BY = 12
"""Words in which a question may be led up to: "could you perhaps be so kind and tell me ..."."""
_LEADS_SOON = 3
"""Words from a request to the question word: "tell me in which year"."""
_SAID_SOON = 4
"""Words within which somebody who speaks of himself says so: "because my colleague and I ..."."""
_HEADING = 4
"""Words of a heading, at most, that stands before a question about it."""
_SHORTEST_TALK = 3
"""Words of a clause about the asker; "World War I," has too few."""


def deeds_of(text: str) -> list[SpeechActs]:
    """Return what each word of a text does."""
    return [speech_acts(word.text) for word in words(text)]


def courtesy(text: str) -> Role | None:
    """Return what a clause is that is courtesy alone, or speaks of the bot; None for any other."""
    said = deeds_of(text)
    for code in spoken_in(said, COURTESY | SAYS_NOTHING | SpeechAct.ABOUT_YOU):
        done = does(said, code)
        if SpeechAct.YOU in done and (SpeechAct.ABOUT_YOU in done or not done & COURTESY):
            return Role.ABOUT_US
        if done & COURTESY and SpeechAct.ABOUT_YOU not in done:
            return Role.SOCIAL
        if all(word[code] & (SpeechAct.BESIDE | SpeechAct.FILLER | SpeechAct.ADDRESS) for word in said):
            return Role.SOCIAL  # guys; ok
    return None


def peeled(piece: str) -> tuple[list[Clause], str, list[Clause]]:
    """Return the core of a clause, and what stands before and behind it that asks nothing."""
    segments = _segments(piece)
    first, last = _led_up_to(piece, segments), len(segments)
    before = [_lead_in(segment.of(piece)) for segment in segments[:first]]
    behind: list[Clause] = []
    while last - first > 1:
        introduces = first > 0 or not piece[segments[first].end :].lstrip().startswith(",")
        kind = _aside(segments[first].of(piece), introduces=introduces)
        if kind is None:
            break
        before.append(Clause(segments[first].of(piece), kind))
        first += 1
    while last - first > 1:
        segment = segments[last - 1].of(piece)
        kind = None if _asks_anew(segment) else _aside(segment, introduces=bool(behind))
        if kind is None:
            break
        last -= 1
        behind.insert(0, Clause(segment, kind))
    end = len(piece) if last == len(segments) else segments[last - 1].end
    core = piece[segments[first].start : end] if segments else piece
    start, end = _lead(core), _tail(core)
    if not start < end:
        return before, core, behind
    if start:
        before.append(Clause(core[:start].strip(), Role.SOCIAL))
    if end < len(core):
        behind.insert(0, Clause(core[end:].strip(), Role.SOCIAL))
    return before, core[start:end].strip(), behind


def _segments(piece: str) -> list[Span]:
    """Return what commas and the like part."""
    starts = [0, *(found.end() for found in _BETWEEN.finditer(piece))]
    ends = [*(found.start() for found in _BETWEEN.finditer(piece)), len(piece)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if piece[start:end].strip()]


def _led_up_to(piece: str, segments: Sequence[Span]) -> int:
    """Return the number of the segment that begins to ask behind what leads up to it, 0 if none is led up to.

    It stands behind a colon, or has a capital where none is due: "when you have a minute, Who pays?". A few
    words that speak of nobody are a heading, and asked about: "The old bridge: who paid?".
    """
    if asks_by_word(piece, yes_no=True):
        return 0
    for n, segment in enumerate(segments[1:], 1):
        text = segment.of(piece)
        if asks_by_word(text, yes_no=True) or asks_further(text):
            lead = piece[: segments[n - 1].end]
            is_announced = piece[segments[n - 1].end : segment.start].lstrip().startswith(":")
            if (is_announced or _has_capital_late(text)) and not _is_heading(lead):
                return n
    return 0


def _has_capital_late(segment: str) -> bool:
    """Tell whether the word that begins to ask has a capital, though it begins no sentence."""
    asks = next(
        (word.text for word in words(segment) if asks_by_word(segment[word.start :], yes_no=True)), ""
    )
    return asks[:1].isupper() and not segment.isupper()


def _is_heading(lead: str) -> bool:
    said = deeds_of(lead)
    speaks = COURTESY | SpeechAct.ASKER | SpeechAct.YOU | SpeechAct.ADDRESS
    return len(said) <= _HEADING and not any(act & speaks for word in said for act in word.values())


def _lead_in(segment: str) -> Clause:
    role = courtesy(segment) or (Role.ABOUT_SELF if is_about_asker(segment) else Role.STATEMENT)
    return Clause(segment, role)


def _aside(segment: str, *, introduces: bool) -> Role | None:
    """Return what a segment beside the core is that asks nothing.

    Where somebody ``introduces`` himself he speaks of himself; elsewhere, "my dog is ill, who pays?", that
    belongs to what is asked.
    """
    kind = courtesy(segment)
    return kind or (Role.ABOUT_SELF if introduces and is_about_asker(segment) else None)


def _asks_anew(segment: str) -> bool:
    return any(_begins_to_ask(code).match(segment) for code in _CODES)


def is_about_asker(text: str) -> bool:
    """Tell whether somebody speaks of himself near the beginning, and names nothing."""
    said = list(words(text))
    if len(said) < _SHORTEST_TALK or asks_by_word(text):
        return False
    near = [speech_acts(word.text) for word in said[:_SAID_SOON]]
    codes = {code for word in near for code, role in word.items() if SpeechAct.ASKER in role}
    return any(_has_capital_nouns(code) or not names_among(said[1:]) for code in codes)


def speaks_to_us(text: str) -> bool:
    """Tell whether a text speaks of whoever asks or is asked, and names nothing."""
    said = list(words(text))
    speaks = SpeechAct.ASKER | SpeechAct.YOU | SpeechAct.REQUEST | SpeechAct.PLEA
    return not names_among(said[1:]) and any(
        act & speaks for word in said for act in speech_acts(word.text).values()
    )


def _has_capital_nouns(code: str) -> bool:
    return code in LANGUAGES and LANGUAGES[code].words.capital_nouns


def names_among(said: Iterable[Word]) -> list[str]:
    """Return the words that have a capital and do nothing but name."""
    return [word.text for word in said if word.text[0].isupper() and not speech_acts(word.text)]


def _lead(text: str) -> int:
    """Return where a question begins behind a greeting, "please" or a request to tell."""
    said = list(islice(words(text), _LED_BY))
    known = [speech_acts(word.text) for word in said]
    spoken = known[0] if known else ()  # where the first word leads to nothing, none does
    cut = max((_led(text, said, known, code) for code in spoken), default=0)
    if not 0 < cut < len(said) or not text[said[cut].start - 1].isspace():
        return 0
    first, second = (text[word.start :] for word in (said + said[-1:])[cut : cut + 2])
    asks = asks_by_word(first, yes_no=True) or asks_by_word(second)  # "when", "in which year"
    return said[cut].start if asks or _doubts().fullmatch(said[cut - 1].text) else 0


def _led(text: str, said: Sequence[Word], known: Sequence[SpeechActs], code: str) -> int:
    """Return how many words lead up to a question, as they are understood in one language."""
    done = [word.get(code, NO_ACT) for word in known]
    polite = next((n for n, role in enumerate(done) if not role & _MAY_LEAD), len(done))
    polite = polite if any(role & _CUT_BEFORE for role in done[:polite]) else 0
    cut, to_whom = 0, SpeechAct.PLEA if polite else NO_ACT
    for n in range(polite, len(done)):
        begins_to_ask = _begins_to_ask_or_doubt if cut else _begins_to_ask
        elsewhere = cut and not done[n] and _begins_anywhere().match(text, said[n].start)
        if elsewhere or begins_to_ask(code).match(text, said[n].start):
            leads = cut and n - cut <= _LEADS_SOON and to_whom
            return polite if not leads else n + 1 if _doubts().fullmatch(said[n].text) else cut
        if not done[n] & (SAYS_NOTHING | COURTESY):
            break
        to_whom |= done[n] & _TO_WHOM
        if SpeechAct.REQUEST in done[n] or (0 < cut == n and done[n] & _GOES_ON):
            cut = n + 1
    return polite


def _tail(text: str) -> int:
    """Return where the words of a question end that thanks or "please" may follow without a comma."""
    said = list(words(text))[-_LED_BY:]
    known = [speech_acts(word.text) for word in said]
    spoken = known[-1] if known else ()
    return min((_ended(text, said, known, code) for code in spoken), default=len(text))


def _ended(text: str, said: Sequence[Word], known: Sequence[SpeechActs], code: str) -> int:
    done = [word.get(code, NO_ACT) for word in known]
    first = len(done)
    while first and done[first - 1] & (_CUT_BEHIND | SAYS_NOTHING | SpeechAct.WISH):
        first -= 1
    cut = next((n for n in range(first, len(done)) if done[n] & _CUT_BEHIND), 0)
    if cut and not done[cut - 1] & (SpeechAct.BESIDE | SpeechAct.WISH):
        return len(text) if SpeechAct.STOP in done[cut - 1] else said[cut - 1].span.end
    while cut and done[cut - 1] & (SpeechAct.BESIDE | SpeechAct.WISH | SpeechAct.STOP):
        cut -= 1
    return said[cut - 1].span.end if cut else len(text)


@cache
def _begins_to_ask(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{joined([_asking(language).question_words])})\b", re.IGNORECASE)


@cache
def _begins_to_ask_or_doubt(language: str) -> re.Pattern[str]:
    asking = _asking(language)
    first = joined([asking.question_words, asking.yes_no_first, asking.doubts])
    return re.compile(rf"(?:{first})\b", re.IGNORECASE)


def _asking(code: str) -> Asking:
    return LANGUAGES[code].asking if code in LANGUAGES else Asking()


@cache
def _begins_anywhere() -> re.Pattern[str]:
    """Return what begins to ask in any language: "petite question rapide who ..."."""
    words = joined(_asking(code).question_words for code in LANGUAGES)
    return re.compile(rf"(?:{words})\b", re.IGNORECASE)


@cache
def _doubts() -> re.Pattern[str]:
    return re.compile(joined(_asking(code).doubts for code in _CODES), re.IGNORECASE)
