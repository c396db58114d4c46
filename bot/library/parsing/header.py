"""What is known about an article: title, source, date, language …, checked at the door.

Every field may be missing; a citation then falls back to the title, then to the file's name.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from bot.basics.errors import ArticleError, FieldError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import Said, say
from bot.languages.known import LANGUAGES, joined
from bot.library.parsing.days import day_of
from bot.library.parsing.decoding import tidy
from bot.library.parsing.yaml import Pair, YamlValue, render_mapping

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia "
    "id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo "
    "lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl "
    "ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk "
    "tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_LANGUAGES = frozenset(_CODES.split())


YES, NO = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})
"""How YAML and its writers spell what is so and what is not."""


def one_line(text: str) -> str:
    """Return ``text`` tidied and on one line, its white space folded.

    Raises FieldError if it is longer than ``LIMITS.files.field`` characters.
    """
    if len(text) > LIMITS.files.field:
        raise FieldError(Message.FIELD_TOO_LONG, limit=LIMITS.files.field)
    return " ".join(tidy(text).split())


def _line(value: object) -> str:
    if not isinstance(value, str):
        raise FieldError(Message.FIELD_NOT_A_TEXT)
    return one_line(value)


def _names(value: object) -> str:
    """Accept a list of authors, or of tags, as well as one text."""
    is_list = isinstance(value, tuple) and all(isinstance(one, str) for one in value)
    return _line(", ".join(map(str, value)) if isinstance(value, tuple) and is_list else value)


def _web_address(value: object) -> str:
    text = _line(value)
    if not text:
        return text
    try:
        parts = urlsplit(text)
        host = parts.hostname if parts.scheme in {"http", "https"} else None
        _ = parts.port
    except ValueError:
        raise FieldError(Message.FIELD_NOT_AN_ADDRESS, value=repr(text)) from None
    if not host or parts.username is not None or re.search(r"[\s<>\"]", text):
        raise FieldError(Message.FIELD_NOT_AN_ADDRESS, value=repr(text))
    return text


def _day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise FieldError(Message.FIELD_NOT_A_TEXT)
    try:
        day = day_of(value)
    except ValueError:
        raise FieldError(Message.FIELD_NO_SUCH_DAY, value=repr(value.strip())) from None
    if day is None:
        raise FieldError(Message.FIELD_NOT_A_DATE, value=repr(value))
    return day


def _language(value: object) -> str:
    text = _line(value)
    match = _LANGUAGE.fullmatch(text)
    code = match[1].lower() if match else ""
    if text and code not in _LANGUAGES:
        raise FieldError(Message.FIELD_NOT_A_LANGUAGE, value=repr(text))
    return code


def _mark(value: object) -> str:
    """Return why or since when an article is marked, "true" where nobody says, "" where it is not."""
    text = _line(value)
    if (word := text.lower()) in YES | NO:
        return "true" if word in YES else ""
    try:
        day = day_of(text)
    except ValueError:
        day = None
    return day.isoformat() if day else text


def _report(value: object) -> "BasedOn | None":
    if value is None or isinstance(value, BasedOn):
        return value
    raise FieldError(Message.FIELD_NOT_BELOW, known=", ".join(REPORT_CHECKS))


Checks = Mapping[str, Callable[[object], object]]
"""The fields of a header, and what makes of what somebody wrote there what is kept. Raises FieldError."""

REPORT_CHECKS: Checks = {"title": _line, "publisher": _line, "url": _web_address}
HEADER_CHECKS: Checks = {
    "title": _line,
    "url": _web_address,
    "publisher": _line,
    "author": _names,
    "published": _day,
    "modified": _day,
    "language": _language,
    "retracted": _mark,
    "corrected": _mark,
    "tags": _names,
    "based_on": _report,
}


@dataclass(frozen=True, slots=True)
class BasedOn:
    """The report that an article's facts were taken from. Raises FieldError for what cannot be right."""

    title: str
    publisher: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        _check(self, REPORT_CHECKS)


@dataclass(frozen=True, slots=True)
class Header:
    """What is known about an article besides its text; "" and None stand for "not known".

    ``language`` is an ISO 639-1 code; ``url`` is http or https. ``retracted`` and ``corrected`` are a reason,
    a day (ISO 8601) or "true". Raises FieldError for what cannot be right.
    """

    title: str = ""
    url: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    modified: date | None = None
    language: str = ""
    retracted: str = ""
    corrected: str = ""
    tags: str = ""
    based_on: BasedOn | None = None

    def __post_init__(self) -> None:
        _check(self, HEADER_CHECKS)

    @property
    def known(self) -> dict[str, Any]:
        """What is known, by the names of the fields."""
        return {name: value for name in HEADER_CHECKS if (value := getattr(self, name))}

    def over(self, other: "Header") -> "Header":
        """Return this header, with what it does not know taken from ``other``."""
        return Header(**(other.known | self.known))

    def to_yaml(self) -> str:
        """Return the known fields as YAML that ``read_front_matter`` reads back as this header."""
        known = self.known
        plain = {
            name: value.isoformat() if isinstance(value, date) else value for name, value in known.items()
        }
        if self.based_on:
            report = asdict(self.based_on)
            plain["based_on"] = {name: value for name, value in report.items() if value or name == "title"}
        return render_mapping(plain) if plain else ""


def _check(made: BasedOn | Header, checks: Checks) -> None:
    """Look at all fields, and keep them as they should be. Raises FieldError."""
    for name, check in checks.items():
        object.__setattr__(made, name, check(getattr(made, name)))


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Where in a header something is wrong, by keys from the outermost, and why."""

    keys: tuple[str, ...]
    reason: Said


def _checked(values: Mapping[str, object], checks: Checks) -> tuple[dict[str, Any], list[_Wrong]]:
    """Return what is right of these values, and all that is not."""
    right, wrong = dict[str, Any](), list[_Wrong]()
    for key, value in values.items():
        if key not in checks:
            wrong.append(_Wrong((key,), say(Message.FIELD_UNKNOWN, known=", ".join(checks))))
            continue
        try:
            if key == "based_on" and isinstance(value, Mapping):
                right[key], below = _based_on(value)
                wrong += below
            else:
                right[key] = checks[key](value)
        except FieldError as error:
            wrong.append(_Wrong((key,), error.sentence))
    return right, wrong


def _based_on(values: Mapping[str, object]) -> tuple[BasedOn | None, list[_Wrong]]:
    right, wrong = _checked(values, REPORT_CHECKS)
    if "title" not in values:
        wrong.append(_Wrong(("title",), say(Message.FIELD_MISSING)))
    below = [_Wrong(("based_on", *one.keys), one.reason) for one in wrong]
    return None if below else BasedOn(**right), below


def header_of(entries: tuple[Pair, ...]) -> Header:
    """Return the header that these entries, under our own names, make.

    Raises ArticleError for unknown keys and bad values, with the line of the first problem.
    """
    right, wrong = _checked(plain_values(entries), HEADER_CHECKS)
    if not wrong:
        return Header(**right)
    found = {_problem(one, entries) for one in wrong}
    (line, sentence), *others = sorted(found, key=lambda problem: (problem[0], str(problem[1])))
    for number, further in others[: LIMITS.files.header_problems - 1]:
        sentence = say(Message.FURTHER_PROBLEM, problem=sentence, number=str(number), further=further)
    raise ArticleError(sentence, line)


def merge_headers(inside: Header, beside: Header) -> Header:
    """Return what an article's own header and the file beside it say together.

    Raises ArticleError if they contradict each other.
    """
    ours, theirs = inside.known, beside.known
    for key in sorted(ours.keys() & theirs.keys()):
        if ours[key] != theirs[key]:
            raise ArticleError(Message.HEADERS_DIFFER, key=key)
    return inside.over(beside)


_NO_TITLE = re.compile(
    r"(?:untitled(?: document| page)?|(?:new |word )?document|(?:new |home )?page|title)[ _-]?\d*"
    r"|microsoft word(?: - .*)?",
    re.IGNORECASE,
)
"""What programs write where nobody gave a title."""
_ACCOUNTS = joined(language.reading.residue.accounts for language in LANGUAGES.values())
_NO_AUTHOR = re.compile(
    rf"python-docx|apache poi|openpyxl|docx4j|libreoffice|openoffice(?:\.org)?|microsoft office|{_ACCOUNTS}",
    re.IGNORECASE,
)
"""What programs write where nobody gave an author: their own name, or an account's."""


def found_header(fields: Mapping[str, object]) -> Header:
    """Return what a file's own metadata says, leaving out what cannot be right.

    Nobody wrote it for us, so a bad value is no reason to refuse the article.
    """
    fields = {key: value for key, value in fields.items() if value and not _is_invented(key, value)}
    return Header(**_checked(fields, HEADER_CHECKS)[0])


def _is_invented(key: str, value: object) -> bool:
    """Tell whether a program wrote it, and no one who knows the article."""
    invented = {"title": _NO_TITLE, "author": _NO_AUTHOR}.get(key)
    return invented is not None and invented.fullmatch(str(value).strip()) is not None


def plain_values(value: YamlValue | tuple[Pair, ...]) -> Any:
    """Return nested entries as dictionaries, without those that have no value."""
    if isinstance(value, tuple) and all(isinstance(item, Pair) for item in value):
        entries = [item for item in value if isinstance(item, Pair) and item.value is not None]
        return {entry.key: plain_values(entry.value) for entry in entries}
    return value


def _problem(wrong: _Wrong, entries: tuple[Pair, ...]) -> tuple[int, Said]:
    """Return the line and the reason of one thing that is wrong."""
    line = 1
    for name in wrong.keys:
        here = next((entry for entry in entries if entry.key == name), None)
        if here is None:
            break
        line = here.line
        entries = tuple(e for e in here.value if isinstance(e, Pair)) if isinstance(here.value, tuple) else ()
    key = ".".join(name[: LIMITS.files.key] for name in wrong.keys)
    return line, say(Message.PROBLEM_AT, name=key, problem=wrong.reason)
