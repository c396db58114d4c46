"""A message, heard: which of its clauses ask, and which only greet, thank, or tell about whoever asks.

Told by the shape of clauses and by small lists of words a language (``Manners``), not by phrases.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from bot.basics.limits import LIMITS
from bot.core.asking.asked import asked_behind_place, asked_for, asks_anew, asks_by_word, asks_further
from bot.core.asking.clauses import WEB_ADDRESS, clauses, only_words
from bot.core.asking.filters import QUOTED, parse_filters
from bot.core.asking.peeling import Clause, Role, courtesy, deeds_of, is_about_asker, peeled, speaks_to_us
from bot.core.words.evidence import SPEECH, marks
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
from bot.core.words.spoken import language_spoken, may_be_in
from bot.core.words.terms import is_stop
from bot.core.words.tokens import Word, word_texts, words
from bot.languages.known import LANGUAGES, alternatives, joined, read_in
from bot.languages.language import Asked, Asking

_ENDS_ASKING = re.compile(r"[?？؟]\W*\Z")
_MARKED = re.compile(r"(?:\"[^\"]+\"|“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|‘[^‘’]+’|'[^']+')[?.!]*")
_COMMA = re.compile(r",\s+")
_MARKS = "\"'“”„«»‘’ "
_LED_BY = 6
"""Words that may lead to a claim: "is it really true, then, that"."""
_AROUND_CLAIMS = " \t\n,;:–—-?!.\"'“”„«»"
_VERIFIED = 5
"""Words in quotation marks that may be a sentence to verify; fewer are a name or a term."""
_SPEAKER = 2
"""Words that may tell who is said to have said them: "did the new mayor say ..."."""
_OUTCRY = 2
"""Words of what begins as a question does, has no question mark, and asks nothing: "how sad"."""
_CALLED = re.compile(r"\W{0,3}([^\W\d_]{2,20}),\s")
"""The only word before a comma that a text begins with."""
_OF_WHAT_WAS_NAMED = SpeechAct.STOP | SpeechAct.LEANING | SpeechAct.ABOUT_YOU
"""What the words of a question do that asks who made it, or how this works."""
_NAMED = 2
"""Words besides stop words before its "it" or "their" from which on a question names what that stands for."""
_LEANS_WITHIN = 2
"""Words of a message that mean something only after an answer, "tell me" apart: "and why?"."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, clause by clause.

    ``questions`` are what is to be searched, with the message's filters: the clauses that ask, or else all
    that is no talk around a question; none if there is nothing else. ``context`` is what else is stated.
    """

    clauses: tuple[Clause, ...]
    questions: tuple[str, ...]
    context: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of pages in the message."""
        return tuple(clause.text for clause in self.clauses if clause.role is Role.ADDRESS)

    @property
    def told(self) -> str:
        """What stands beside questions, talk of whoever asks too: they may point at what that names."""
        if not self.has(Role.QUESTION):
            return ""
        return " ".join(c.text for c in self.clauses if c.role in {Role.STATEMENT, Role.ABOUT_SELF})

    def has(self, role: Role) -> bool:
        """Tell whether a clause has the role."""
        return any(clause.role is role for clause in self.clauses)


def heard(message: str) -> Heard:
    """Tell the clauses of a message apart. Never fails; the cost is linear in the message's length."""
    message = message[: LIMITS.asking.message]
    addresses = [Clause(address, Role.ADDRESS) for address in WEB_ADDRESS.findall(message)]
    rest, named = _without_filters(WEB_ADDRESS.sub(" ", message) if addresses else message)
    found = [clause for piece in clauses(only_words(rest)) for clause in _read(piece)]
    found = _without_talk_elsewhere(found)
    if not any(clause.role is Role.STATEMENT for clause in found):
        found = [_leaning(clause) for clause in found]
    if not found and any(unicodedata.category(sign) == "So" for sign in message):
        found = [Clause(message.strip(), Role.SOCIAL)]
    stating = [clause.text for clause in found if clause.role is Role.STATEMENT]
    if stating and " ".join(stating).split() == message.split():
        return Heard(tuple(found), (message,))  # key words, or something pasted: as it was written
    found = _with_phrases(found) if any(clause.role is Role.QUESTION for clause in found) else found
    questions, context = _apart_from_context(found)
    named += [clause.text for clause in found if clause.role is Role.FILTER]
    asked = [" ".join([question, *named]) for question in questions] or [" ".join(named)]
    return Heard((*found, *addresses), tuple(filter(None, asked)), context)


def asks_something(message: str) -> bool:
    """Tell whether a message asks for something: not thanks, nor "really?", nor an outcry, "how sad"."""
    said = heard(message).clauses
    stated = [clause.text for clause in said if clause.role is Role.STATEMENT]
    asked = [clause.asks for clause in said if clause.role is Role.QUESTION]
    if stated:  # "see? I was right"
        asked = [question for question in asked if len(word_texts(question)) > 1]
    leans = [clause.text for clause in said if clause.role is Role.LEANING]
    begs = _begs().match(message) is not None or any(map(_asks_of_what_was_said, leans))
    return (
        begs or any(map(_asks_in_earnest, asked)) or any(map(_asks_of_place, stated)) or _asks_within(message)
    )


def _asks_of_what_was_said(text: str) -> bool:
    """Tell whether a text asks at length about what was named before it: "where was that"."""
    asks = asks_by_word(text) or _asks_within(text)
    return asks and len(word_texts(text)) > _OUTCRY and not _cries_out(text)


def _asks_of_place(text: str) -> bool:
    """Tell whether a question stands behind a place: "and in Aktau, what happened"."""
    question = asked_behind_place(text)
    return bool(question) and not _cries_out(question)


def _asks_in_earnest(question: str) -> bool:
    is_long = len(word_texts(question)) > _OUTCRY
    asks = is_long or bool(_ENDS_ASKING.search(question))
    return asks and _says_something(question) and not _cries_out(question)


def _cries_out(text: str) -> bool:
    """Tell whether a text is an outcry, whatever is said of it behind a comma: "what a mess, honestly"."""
    return _outcries().fullmatch(text) is not None or _speaks_of_people(text)


def _speaks_of_people(text: str) -> bool:
    """Tell whether people who talk are all that a text asks about: "why do I bother", "who hurt you".

    One that ends in a question mark asks, and so does "what do we know of it".
    """
    return not _ENDS_ASKING.search(text) and _has(text, _speakers)


def may_be_among_people(text: str) -> bool:
    """Tell whether a text may be meant for people rather than for articles: "who of *you* comes *tonight*?".

    "What do you *know* of it?" asks. It is a hint, and tells only where the articles hardly answer.
    """
    return _calls_somebody(text) or _has(text, _speakers) or _has(text, _among_people)


def _calls_somebody(text: str) -> bool:
    """Tell whether a name is called and not asked about: "Ada, did it rain?", no "Ada, where is she?"."""
    called = _CALLED.match(text)
    return called is not None and called[1][0].isupper() and not points_back(text[called.end() :])


def _has(text: str, words_of: Callable[[str], re.Pattern[str]]) -> bool:
    """Tell whether a text has such words of a language that it may be in, and no word of a request."""
    said, spoken = deeds_of(text), [code for code in may_be_in(text) if code in LANGUAGES]
    return any(words_of(code).search(text) and SpeechAct.REQUEST not in does(said, code) for code in spoken)


@cache
def _begs() -> re.Pattern[str]:
    begs = joined(known.asking.begs for known in LANGUAGES.values())
    return re.compile(rf"\W*+(?:{begs})\b\W*\w{{2}}", re.IGNORECASE)


@cache
def _outcries() -> re.Pattern[str]:
    outcries = joined(known.asking.outcries for known in LANGUAGES.values())
    return re.compile(rf"\W*+(?:{outcries})(?:\W*+|(?>\W*?[,.!…–-])[^?]*+)", re.IGNORECASE)


@cache
def _speakers(language: str) -> re.Pattern[str]:
    return _one_of(LANGUAGES[language].asking.speakers)


@cache
def _among_people(language: str) -> re.Pattern[str]:
    return _one_of(joined([LANGUAGES[language].asking.among_people]))


def _one_of(alternatives_of: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternatives_of})(?!\w)", re.IGNORECASE)


def _asks_within(message: str) -> bool:
    """Tell whether a message has a question word where its language puts it, and says more than that."""
    if not _may_ask_within(message) or asked_for(message) is Asked.KEYWORDS:
        return False
    return len(word_texts(message)) > _OUTCRY and _says_something(message) and not _cries_out(message)


def _may_ask_within(text: str) -> bool:
    """Tell whether a text may be in a language that puts question words in any place."""
    return any(LANGUAGES[code].asking.asks_within for code in may_be_in(text) if code in LANGUAGES)


def only_asks(message: str) -> bool:
    """Tell whether all that a message says is asked, or leads up to what is."""
    roles = {clause.role for clause in heard(message).clauses}
    return Role.QUESTION in roles and Role.STATEMENT not in roles


def _without_filters(text: str) -> tuple[str, list[str]]:
    """Return a text without the filters that have names, and these, as they were written."""
    named = [given for given in parse_filters(text)[1].given if not QUOTED.fullmatch(given)]
    for given in named:
        text = text.replace(given, " ", 1)
    return text, named


def _read(piece: str) -> Iterator[Clause]:
    """Yield what a clause consists of, in the order of its words."""
    is_short = len(piece) <= LIMITS.asking.heard  # nobody greets at length
    if is_short and _leans(piece):
        yield Clause(piece, Role.LEANING)
        return
    if is_short and (role := courtesy(piece)):
        yield Clause(piece, role)
        return
    before, core, behind = peeled(piece) if is_short else ([], piece, [])
    yield from before
    ends = bool(_ENDS_ASKING.search(piece))
    if ends or asks_by_word(core.strip(_MARKS), yes_no=True) or asks_further(core) or _asks_within(core):
        for question in _coordinated(core):
            yield Clause(question, Role.QUESTION, _bare_question(question, ends=ends))
    else:
        yield Clause(core, Role.ABOUT_SELF if before and is_about_asker(core) else Role.STATEMENT)
    yield from behind


def _leans(text: str) -> bool:
    """Tell whether a clause is a word or two that mean something only after an answer: "tell me more"."""
    leans = _says_little_more(deeds_of(text), SpeechAct.STOP, lambda own: len(own) <= _LEANS_WITHIN)
    return leans and not any(word.text.isupper() and len(word.text) > 1 for word in words(text))


def _leaning(clause: Clause) -> Clause:
    """Return a clause of a message that states nothing: what it asks of another thing leans on an answer."""
    is_asked = clause.role is Role.QUESTION and _asks_of_another(clause.text)
    return Clause(clause.text, Role.LEANING) if is_asked else clause


def _without_talk_elsewhere(found: Sequence[Clause]) -> list[Clause]:
    """Return the clauses, what only asks to be answered in another language than the rest as talk.

    "А можно спросить? Who owns the port?" asks one question.
    """
    asked = [clause.text for clause in found if clause.role is Role.QUESTION]
    return [
        Clause(clause.text, Role.SOCIAL)
        if clause.text in asked
        and speaks_to_us(clause.text)
        and _is_alone_in_its_language(clause.text, asked)
        else clause
        for clause in found
    ]


def _is_alone_in_its_language(text: str, others: Sequence[str]) -> bool:
    spoken = set(may_be_in(text))
    return len(others) > 1 and not any(spoken & set(may_be_in(other)) for other in others if other != text)


def _asks_of_another(text: str) -> bool:
    """Tell whether a clause asks about what was named before it, and names nothing: "who made it?"."""
    asks = bool(_ENDS_ASKING.search(text)) or asks_by_word(text, yes_no=True)
    names = any(word.text[0].isupper() for word in islice(words(text), 1, None))
    leans = _says_little_more(deeds_of(text), _OF_WHAT_WAS_NAMED, _stands_for_another)
    return asks and not names and leans


def _says_little_more(
    said: Sequence[SpeechActs], allowed: SpeechAct, leans: Callable[[Sequence[SpeechAct]], bool]
) -> bool:
    """Tell whether all words do what is allowed in a language, and those that are no request lean."""
    for code in spoken_in(said, allowed):
        own = [
            word[code] for word in said if not word[code] & (SpeechAct.REQUEST | SpeechAct.ASKER | COURTESY)
        ]
        if own and leans(own) and not any(SpeechAct.YOU in done for done in own):
            return True
    return False


def _stands_for_another(own: Sequence[SpeechAct]) -> bool:
    return any(SpeechAct.LEANING in done for done in own)


def _coordinated(core: str) -> list[str]:
    """Return the questions that "and" joins: "who built it, how much was paid and which king gave most"."""
    language = language_spoken(core)
    within = _asks_within(core)
    links = list(_and(language).finditer(core))
    parts = _between(core, links if within else list(_beginning_another(core, links)))
    if len(parts) > 1 and not within:
        parts = [part for joined in parts for part in _listed(joined)]
    asks = _asks_for_something if within else _says_something
    whole = len(parts) > 1 and all(map(asks, parts)) and _adds_something(parts)
    return parts if whole and (within or asks_by_word(core, yes_no=True)) else [core]


def _adds_something(parts: Sequence[str]) -> bool:
    """Tell whether each part that points back has its own subject: "who is its head", not "when was it"."""
    said = set(map(str.lower, word_texts(parts[0])))
    return all(
        any(word.text.lower() not in said for word in _content(part))
        for part in parts[1:]
        if points_back(part)
    )


def _between(text: str, found: Sequence[re.Match[str]]) -> list[str]:
    starts, ends = [0, *(match.end() for match in found)], [*(match.start() for match in found), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _listed(text: str) -> Iterator[str]:
    """Yield the questions of a list that only commas part."""
    start = 0
    for comma in _COMMA.finditer(text):
        if asks_anew(text[comma.end() :]):
            yield text[start : comma.start()]
            start = comma.end()
    yield text[start:]


def _asks_for_something(text: str) -> bool:
    return _says_something(text) and asked_for(text) is not Asked.KEYWORDS


def _beginning_another(text: str, links: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the links behind which another question begins: "and in which year", "and was it"."""
    language, start = language_spoken(text), 0
    for link in links:
        is_whole = _is_whole(language).match(text, start)
        begins = _begins_beside_whole(language) if is_whole else _begins_at_all(language)
        weighs = _either(language).fullmatch(link[0]) is not None  # "is it old or did the council build it"
        if (begins.match(text, link.end()) and not weighs) or _asks_on(text, link):
            yield link
            start = link.end()


def _asks_on(text: str, link: re.Match[str]) -> bool:
    """Tell whether a question word or what means something only in a question follows: not "was arrested"."""
    if (asks := _begins_another(language_spoken(text)).match(text, link.end())) is None:
        return False
    subject = next(words(text[asks.end() :]), None)
    if asks["asks"] or subject is None:
        return bool(asks["asks"])
    deeds = speech_acts(subject.text).get(language_spoken(text) or "en", NO_ACT)
    is_name = subject.text[0].isupper() and not deeds and not text.isupper()
    return is_name or bool(deeds & (SpeechAct.LEANING | SpeechAct.YOU | SpeechAct.ASKER))


@cache
def _either(language: str) -> re.Pattern[str]:
    either = alternatives(language, lambda known: known.asking.either)
    return re.compile(rf"\W*(?:{either})\W*", re.IGNORECASE)


@cache
def _is_whole(language: str) -> re.Pattern[str]:
    whole = alternatives(language, lambda known: known.asking.is_whole)
    return re.compile(rf"\W*(?:{whole})\b", re.IGNORECASE)


@cache
def _begins_at_all(language: str) -> re.Pattern[str]:
    begins = alternatives(language, lambda known: known.asking.begins_another)
    return re.compile(rf"(?:{begins})(?!\w)", re.IGNORECASE)


@cache
def _begins_beside_whole(language: str) -> re.Pattern[str]:
    beside = alternatives(language, lambda known: known.asking.begins_beside_whole)
    return re.compile(rf"(?:{_begins_at_all(language).pattern})|(?:{beside})\b", re.IGNORECASE)


@cache
def _begins_another(language: str) -> re.Pattern[str]:
    before = alternatives(language, lambda known: known.asking.prepositions)
    places = joined([re.escape(word) for known in read_in(language) for word in known.words.before_places])
    asks = alternatives(language, lambda known: known.asking.question_words)
    first = alternatives(language, lambda known: known.asking.yes_no_first)
    return re.compile(rf"(?:(?:{before}|{places})\s+)?(?P<asks>{asks})\b|(?:{first})\b", re.IGNORECASE)


@cache
def _and(language: str) -> re.Pattern[str]:
    links = alternatives(language, lambda known: known.asking.links)
    return re.compile(rf";\s+|(?:,|(?<![\s,]))\s+(?:{links}),?\s+", re.IGNORECASE)


def _says_something(text: str) -> bool:
    """Tell whether a text has words that no language leaves out."""
    said = deeds_of(text)
    return bool(said) and not any(spoken_in(said, COURTESY | SAYS_NOTHING))


def points_back(text: str) -> bool:
    """Tell whether a text has a word that stands for what was named before the text.

    "Why did Ada leave her boat?" names it itself, and "were there boats?" means nothing by its "there".
    """
    text = _exists(language_spoken(text)).sub(" ", text)
    if (pronoun := _pronoun(text)) is None:
        return False
    named, is_last = _content(text[: pronoun.start]), not word_texts(text[pronoun.span.end :])
    if text[: pronoun.start].endswith("-"):  # "le maire a-t-il" names it, "quand a-t-il" does not
        return not any(len(word.text) > 1 for word in named)
    return is_last or not (len(named) >= _NAMED or any(word.text[0].isupper() for word in named))


def _pronoun(text: str) -> Word | None:
    language = language_spoken(text)
    codes = [language] if language else [code for code, known in LANGUAGES.items() if known.is_everywhere]
    leaning = (w for w in words(text) if any(_leans_in(w.text, code) for code in codes))
    return next(leaning, None)


def _leans_in(word: str, language: str) -> bool:
    return SpeechAct.LEANING in speech_acts(word).get(language, NO_ACT)


@cache
def _exists(language: str) -> re.Pattern[str]:
    words = alternatives(language, lambda known: known.asking.exists)
    return re.compile(rf"\b(?:{words})(?=\s+\w)", re.IGNORECASE)


def _bare_question(question: str, *, ends: bool) -> str:
    """Return what is searched of a question: without quotation marks around the whole of it."""
    text = question.strip()
    if _MARKED.fullmatch(text) and (ends or asks_by_word(text.strip(_MARKS), yes_no=True)):
        text = text.strip(_MARKS)
    return f"{text}?" if ends and not _ENDS_ASKING.search(text) else text


def _with_phrases(found: Sequence[Clause]) -> list[Clause]:
    """Return the clauses of a message that asks: what stands in quotation marks alone is a filter."""
    return [
        Clause(clause.text, Role.FILTER)
        if clause.role is Role.STATEMENT and QUOTED.fullmatch(clause.text.rstrip("."))
        else clause
        for clause in found
    ]


def _apart_from_context(found: Sequence[Clause]) -> tuple[list[str], str]:
    """Return the questions of a message, and what it states beside them.

    Where no question has a subject of its own, all that is no talk is one question.
    """
    asking = [c.asks for c in found if c.role is Role.QUESTION and _says_something(c.asks)]
    if asking:
        return asking, " ".join(c.text for c in found if c.role is Role.STATEMENT)
    subject = " ".join(c.asks or c.text for c in found if c.role in {Role.QUESTION, Role.STATEMENT})
    return [subject] if subject else [], ""


def to_verify(question: str) -> str:
    """Return the quoted words that a question asks to verify, in their marks, or all of the question.

    "Did Quill say “…”?" verifies; "was the “Old Heron Inn of Tarn” sold?" asks something else of them.
    """
    quoted = [found for found in QUOTED.findall(question) if len(word_texts(found)) >= _VERIFIED]
    if len(quoted) != 1:
        return question
    rest = word_texts(question.replace(quoted[0], " "))
    says = any(marks(word) & SPEECH for word in rest)
    others = sum(not _says_nothing_of_its_own(word) for word in rest)
    return quoted[0] if rest and others <= (_SPEAKER if says else 0) else question


def claimed(question: str) -> str:
    """Return the words that a question asks to verify: of "is it true that …" what follows; "" if none.

    So of "did anybody write that …".
    """
    led, joins, someone = 0, False, False
    for word in islice(words(question), _LED_BY):
        asks = asks_by_word(word.text) and question[word.span.end :][:1] != "-"  # "кто", not "кто-нибудь"
        if not led and asks:  # "so who was really …" asks for more than whether it is true
            return ""
        is_someone = _is_listed(word.text, lambda asking: asking.someone)
        someone = someone or is_someone
        verifies = _verifies(word.text) or (someone and _is_listed(word.text, lambda asking: asking.writes))
        if not verifies and not is_someone and not _is_any_stop(word.text):
            break
        if verifies or joins:  # the word behind joins both: "that"
            led = word.span.end
        joins = verifies
    return question[led:].strip(_AROUND_CLAIMS) if led else ""


def passed_on(question: str) -> str:
    """Return what a message passes on behind a few words of its own, "my uncle sent it: …"; "" if nothing."""
    lead, colon, rest = question.partition(":")
    led = word_texts(lead)
    is_lead = colon and rest[:1].isspace() and 0 < len(led) <= _LED_BY and not asks_by_word(lead, yes_no=True)
    return rest.strip(_AROUND_CLAIMS) if is_lead else ""


def asks_whether_true(text: str) -> bool:
    """Tell whether a text only asks if something else is true: "true?", "is this right?"."""
    said = word_texts(text)
    return any(map(_verifies, said)) and all(_verifies(word) or _is_any_stop(word) for word in said)


def _says_nothing_of_its_own(word: str) -> bool:
    """Tell whether a word asks nothing but whether something is true, or who said it."""
    return word[0].isupper() or bool(marks(word) & SPEECH) or _verifies(word) or _is_any_stop(word)


def _verifies(word: str) -> bool:
    return _is_listed(word, lambda asking: asking.verifies)


def _is_listed(word: str, listed: Callable[[Asking], frozenset[str]]) -> bool:
    return any(word.lower() in listed(known.asking) for known in LANGUAGES.values())


def _is_any_stop(word: str) -> bool:
    return any(is_stop(word.lower(), code) for code in LANGUAGES)


def says_little(question: str) -> bool:
    """Tell whether a question has one content word at most, and may lean on the one before it."""
    return len(_content(question)) <= 1


def with_subject(question: str, before: Sequence[str]) -> str:
    """Return a question whose "it" stands for what the one before it named with the words of that.

    One that names it itself is returned as it is: "Where did the growers of Tarn lose their harvest?".
    """
    if not before or not points_back(question):
        return question
    said = set(map(str.lower, word_texts(question)))
    subject = _content(parse_filters(before[-1])[0])
    named = [word.text for word in subject if word.text.lower() not in said]
    return " ".join([question, *named])


def _content(text: str) -> list[Word]:
    language = language_spoken(text)
    return [
        word for word in words(text) if not any(is_stop(word.text.lower(), code) for code in (language, "en"))
    ]
