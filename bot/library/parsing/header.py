"""What is known about an article: title, source, date, language …, checked at the door.

Every field may be missing; a citation then falls back to the title, then to the file's name.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

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


def _names(value: object) -> object:
    """Accept a list of authors, or of tags, as well as one text."""
    return ", ".join(value) if isinstance(value, tuple) and all(isinstance(v, str) for v in value) else value


def _web_address(text: str) -> str:
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


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        day = day_of(value)
    except ValueError:
        raise FieldError(Message.FIELD_NO_SUCH_DAY, value=repr(value.strip())) from None
    if day is None:
        raise FieldError(Message.FIELD_NOT_A_DATE, value=repr(value))
    return day


def _language(text: str) -> str:
    match = _LANGUAGE.fullmatch(text)
    code = match[1].lower() if match else ""
    if text and code not in _LANGUAGES:
        raise FieldError(Message.FIELD_NOT_A_LANGUAGE, value=repr(text))
    return code


def _mark(text: str) -> str:
    """Return why or since when an article is marked, "true" where nobody says, "" where it is not."""
    if (word := text.lower()) in YES | NO:
        return "true" if word in YES else ""
    try:
        day = day_of(text)
    except ValueError:
        day = None
    return day.isoformat() if day else text


Line = Annotated[str, AfterValidator(one_line)]
Url = Annotated[Line, AfterValidator(_web_address)]
Day = Annotated[date | None, BeforeValidator(_day)]


class _Fields(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BasedOn(_Fields):
    """The report that an article's facts were taken from."""

    title: Line
    publisher: Line = ""
    url: Url = ""


class Header(_Fields):
    """What is known about an article besides its text; "" and None stand for "not known".

    ``language`` is an ISO 639-1 code; ``url`` is http or https. ``retracted`` and ``corrected`` are a reason,
    a day (ISO 8601) or "true".
    """

    title: Line = ""
    url: Url = ""
    publisher: Line = ""
    author: Annotated[Line, BeforeValidator(_names)] = ""
    published: Day = None
    modified: Day = None
    language: Annotated[Line, AfterValidator(_language)] = ""
    retracted: Annotated[Line, AfterValidator(_mark)] = ""
    corrected: Annotated[Line, AfterValidator(_mark)] = ""
    tags: Annotated[Line, BeforeValidator(_names)] = ""
    based_on: BasedOn | None = None

    def over(self, other: "Header") -> "Header":
        """Return this header, with what it does not know taken from ``other``."""
        return Header.model_validate(_known(other) | _known(self))

    def to_yaml(self) -> str:
        """Return the known fields as YAML that ``read_front_matter`` reads back as this header."""
        plain = self.model_dump(mode="json", include=set(_known(self)), exclude_defaults=True)
        return render_mapping(plain) if plain else ""


def header_of(entries: tuple[Pair, ...]) -> Header:
    """Return the header that these entries, under our own names, make.

    Raises ArticleError for unknown keys and bad values, with the line of the first problem.
    """
    try:
        return Header.model_validate(plain_values(entries))
    except ValidationError as error:
        found = {_problem(detail, entries) for detail in error.errors()}
    (line, sentence), *others = sorted(found, key=lambda problem: (problem[0], str(problem[1])))
    for number, further in others[: LIMITS.files.header_problems - 1]:
        sentence = say(Message.FURTHER_PROBLEM, problem=sentence, number=str(number), further=further)
    raise ArticleError(sentence, line)


def merge_headers(inside: Header, beside: Header) -> Header:
    """Return what an article's own header and the file beside it say together.

    Raises ArticleError if they contradict each other.
    """
    ours, theirs = _known(inside), _known(beside)
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
    try:
        return Header.model_validate(fields)
    except ValidationError as error:
        wrong = {detail["loc"][0] for detail in error.errors()}
    return Header.model_validate({key: value for key, value in fields.items() if key not in wrong})


def _is_invented(key: str, value: object) -> bool:
    """Tell whether a program wrote it, and no one who knows the article."""
    invented = {"title": _NO_TITLE, "author": _NO_AUTHOR}.get(key)
    return invented is not None and invented.fullmatch(str(value).strip()) is not None


def _known(header: Header) -> dict[str, object]:
    return {key: value for key, value in header if value}


def plain_values(value: YamlValue | tuple[Pair, ...]) -> object:
    """Return nested entries as dictionaries, without those that have no value."""
    if isinstance(value, tuple) and all(isinstance(item, Pair) for item in value):
        entries = [item for item in value if isinstance(item, Pair) and item.value is not None]
        return {entry.key: plain_values(entry.value) for entry in entries}
    return value


def _problem(detail: ErrorDetails, entries: tuple[Pair, ...]) -> tuple[int, Said]:
    """Return the line and the reason of one thing that pydantic found."""
    line, names = 1, list[str]()
    for name in map(str, detail["loc"]):
        names.append(name)
        here = next((entry for entry in entries if entry.key == name), None)
        if here is None:
            break
        line = here.line
        entries = tuple(e for e in here.value if isinstance(e, Pair)) if isinstance(here.value, tuple) else ()
    key = ".".join(name[: LIMITS.files.key] for name in names)
    return line, say(Message.PROBLEM_AT, name=key, problem=_reason(detail, names))


def _reason(detail: ErrorDetails, names: list[str]) -> Said | str:
    match detail["type"]:
        case "extra_forbidden":
            known = BasedOn.model_fields if len(names) > 1 else Header.model_fields
            return say(Message.FIELD_UNKNOWN, known=", ".join(known))
        case "missing":
            return say(Message.FIELD_MISSING)
        case "string_type":
            return say(Message.FIELD_NOT_A_TEXT)
        case "model_type" | "model_attributes_type":
            return say(Message.FIELD_NOT_BELOW, known=", ".join(BasedOn.model_fields))
        case _:
            error = detail.get("ctx", {}).get("error")
            wrong = say(Message.FIELD_WRONG, problem=detail["msg"])
            return error.sentence if isinstance(error, FieldError) else wrong
