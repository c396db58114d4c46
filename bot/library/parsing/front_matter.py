"""What a file says about its article in front of the text, or beside it: in our own keys or other tools'.

In front of a text stands YAML between lines of ``---``, TOML between lines of ``+++`` (Hugo), "% title",
"% author" and "% date" (Pandoc), or lines of "Title: …" up to a blank one (Pelican, MultiMarkdown); all of
them are read as YAML. Keys that are of no use here are a remark: another program needs them.
"""

import difflib
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.parsing.header import NO, YES, Header, found_header, header_of
from bot.library.parsing.problem import Remark
from bot.library.parsing.yaml import Pair, YamlValue, parse_mapping

_BEGINNING = re.compile(r"(---|\+\+\+)[ ]*\n[ ]*\S")
_ENDS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ ]*(?:\n|\Z)", re.MULTILINE),
}
_PANDOC = re.compile(r"%[ ]*([^\n]*)\n(?:%[ ]*([^\n]*)\n)?(?:%[ ]*([^\n]*)\n)?(?=[ ]*\n)")
_LINES = re.compile(r"(?=title:)(?:[a-z][a-z_ -]{0,30}:[^\n]*\n){2,30}(?=[ ]*\n)", re.IGNORECASE)
_TOML_KEY = re.compile(r"\s*\[{0,2}[\"']?([\w-]{1,100})")

_CALLED = {
    "title": ("title",),
    "url": ("url", "canonical_url", "canonicalurl", "canonical", "source", "link"),
    "publisher": ("publisher",),
    "author": ("author", "authors"),
    "published": (
        *("published", "date_published", "datepublished", "published_at", "published_date"),
        *("publishdate", "publish_date", "pubdate", "date"),
    ),
    "modified": (
        *("modified", "lastmod", "last_modified", "last_modified_at", "lastmodified", "date_modified"),
        *("datemodified", "updated", "updated_at", "last_updated", "last_update"),
    ),
    "language": ("language", "lang", "locale"),
    "retracted": ("retracted",),
    "corrected": ("corrected",),
    "tags": ("tags", "tag", "keywords"),
    "based_on": ("based_on",),
}
"""What tools call each of our fields, the surest first."""

_UNPUBLISHED = {
    "draft": YES,
    "private": YES,
    "published": NO,
    "publish": NO,
    "status": frozenset({"draft", "private", "trash", "pending", "hidden"}),
}
"""By key, the values that tell that nobody but the author was to read the text."""

_NEAR = 0.8
"""How alike a key has to be to one of ours to be taken for a slip: "titel" is, "subtitle" is not."""
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The header that was found, what is to be remarked on it, and whether it calls its text a draft."""

    header: Header
    remarks: tuple[Remark, ...] = ()
    is_draft: bool = False


def split_front_matter(text: str) -> tuple[str, str]:
    """Return what stands before the article, as YAML, and the article; "" for a part that is not there.

    A blank line behind the first ``---`` makes it a rule, as in Pandoc. The YAML has the lines of the file,
    so that its line numbers are the file's. Raises ArticleError if the end is missing, or for broken TOML.
    """
    if found := _BEGINNING.match(text):
        end = _ENDS[found[1]].search(text, text.index("\n") + 1)
        if end is None:
            raise ArticleError(Message.HEADER_NOT_CLOSED, 1)
        front = text[: end.start()]
        return front if found[1] == "---" else _toml_as_yaml(front), text[end.end() :]
    if found := _PANDOC.match(text):
        names = zip(("title", "author", "date"), found.groups(), strict=True)
        return _as_yaml((name, value) for name, value in names if value is not None), text[found.end() :]
    if found := _LINES.match(text):
        pairs = (line.partition(":") for line in found[0].splitlines())
        return _as_yaml((name, value.strip()) for name, _, value in pairs), text[found.end() :]
    return "", text


def read_front_matter(text: str) -> FrontMatter:
    """Return what YAML says about an article.

    Raises ArticleError for bad YAML, and for values of our own keys that cannot be right, with the line of
    the first problem. What other tools wrote is passed over with a remark where it cannot be right.
    """
    entries = parse_mapping(text)
    _refuse_many(entries)
    reader = _Reader(entries)
    return FrontMatter(
        reader.header(), tuple(reader.remarks), is_unpublished({entry.key: entry.value for entry in entries})
    )


def told_header(fields: Mapping[str, str]) -> Header:
    """Return what the lines of a markup say of their article, under the names that tools give to fields.

    What cannot be right is passed over.
    """
    told = {_folded(name): value.strip() for name, value in fields.items()}
    return found_header(
        {field: next(filter(None, map(told.get, names)), "") for field, names in _CALLED.items()}
    )


def other_entries(front_matter: str, header: Header) -> str:
    """Return the lines of the YAML that say what ``header`` does not, for other programs need them."""
    lines = front_matter.splitlines(keepends=True)
    entries = parse_mapping(front_matter)
    known = {name for name, value in header if value}
    ends = [entry.line - 1 for entry in entries[1:]] + [len(lines)]
    return "".join(
        "".join(lines[entry.line - 1 : end])
        for entry, end in zip(entries, ends, strict=False)
        if entry.key not in known
    )


class _Reader:
    """Reads entries of which each field may have several names."""

    def __init__(self, entries: tuple[Pair, ...]) -> None:
        self._entries = entries
        self._called = defaultdict[str, list[Pair]](list)
        for entry in entries:
            self._called[_folded(entry.key)].append(entry)
        self._used = set[str]()
        self.remarks = list[Remark]()

    def header(self) -> Header:
        strict = tuple(entry for entry in self._entries if _is_ours(entry))
        self._used |= {entry.key for entry in strict}
        read = header_of(strict)
        for field, names in _CALLED.items():
            for entry in self._named(names):
                self._used.add(entry.key)
                read = read.over(self._read(replace(entry, key=field, value=_flat(entry.value, field))))
        self._remark_on_unused()
        return read

    def _named(self, names: tuple[str, ...]) -> Iterator[Pair]:
        """Yield the entries of other tools under one of the names, in the order of the names."""
        for name in names:
            called = self._called.get(name, ())
            yield from (e for e in called if e.key not in self._used and not _tells_draft(e))

    def _read(self, entry: Pair) -> Header:
        try:
            return header_of((entry,))
        except ArticleError as error:
            if not _is_no_address(entry):
                self.remarks.append(Remark(error.sentence, entry.line))
            return Header()

    def _remark_on_unused(self) -> None:
        unused = [entry for entry in self._entries if entry.key not in self._used and not _tells_draft(entry)]
        for entry in unused:
            near = difflib.get_close_matches(entry.key[: LIMITS.files.key], Header.model_fields, 1, _NEAR)
            if near:
                hint = say(Message.FIELD_MISSPELT, near=repr(near[0]))
                self.remarks.append(Remark(say(Message.PROBLEM_AT, name=entry.key, problem=hint), entry.line))
        if unused:
            named = [entry.key[: LIMITS.files.key] for entry in unused[:_MOST_NAMED]]
            more = ["…"] if len(unused) > _MOST_NAMED else []
            self.remarks.append(Remark(say(Message.KEYS_UNUSED, keys=", ".join((*named, *more)))))


def _is_ours(entry: Pair) -> bool:
    """Tell whether an entry is meant for us: others keep paths in "url", and more than names in "author".

    Tags are everybody's: those that cannot be right are a remark.
    """
    if entry.key not in Header.model_fields or entry.key == "tags" or _tells_draft(entry):
        return False
    if entry.key == "url":
        return not (isinstance(entry.value, str) and entry.value.startswith("/"))
    is_text = isinstance(entry.value, str | None)
    return entry.key != "author" or is_text or _flat(entry.value, "author") == entry.value


def _is_no_address(entry: Pair) -> bool:
    """Tell whether it is a path in a site, or the name of a source, which nobody wrote as an address."""
    return entry.key == "url" and isinstance(entry.value, str) and "://" not in entry.value


def _flat(value: YamlValue, field: str) -> YamlValue:
    """Return authors by their names, and the date of a last change, where a mapping tells more."""
    if not isinstance(value, tuple):
        return value
    pairs = {item.key: item.value for item in value if isinstance(item, Pair)}
    if pairs:
        return pairs.get("date" if field == "modified" else "name")
    return tuple(_flat(item, field) for item in value if not isinstance(item, Pair))


def is_unpublished(fields: Mapping[str, object]) -> bool:
    """Tell whether what a tool says of a text tells that nobody but its author was to read it."""
    return any(str(value).lower() in _UNPUBLISHED.get(_folded(key), ()) for key, value in fields.items())


def _tells_draft(entry: Pair) -> bool:
    """Tell whether an entry says whether its text is a draft, rather than when it was published."""
    name, value = _folded(entry.key), str(entry.value).lower()
    return name in _UNPUBLISHED and (name != "published" or value in YES | NO)


def _folded(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def _refuse_many(value: YamlValue | tuple[Pair, ...]) -> None:
    """Raise ArticleError if a mapping, or one inside of it, has more entries than any header."""
    if not isinstance(value, tuple):
        return
    entries = [item for item in value if isinstance(item, Pair)]
    if len(entries) > LIMITS.files.keys:
        raise ArticleError(Message.TOO_MANY_KEYS, entries[LIMITS.files.keys].line, limit=LIMITS.files.keys)
    for entry in entries:
        _refuse_many(entry.value)


def _as_yaml(pairs: Iterable[tuple[str, object]]) -> str:
    """Return entries as YAML, a line each: JSON is YAML."""
    return "".join(f"{name}: {_json(value)}\n" for name, value in pairs)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _toml_as_yaml(front: str) -> str:
    """Return TOML as YAML whose entries stand where the TOML has them. Raises ArticleError if it is none."""
    if len(front) > LIMITS.files.toml:
        raise ArticleError(Message.YAML_TOO_LONG, limit=LIMITS.files.toml)
    try:
        values = tomllib.loads(front.partition("\n")[2])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ArticleError(Message.TOML_BROKEN, 1, problem=str(error)[:200]) from error
    lines = front.splitlines()
    written = [""] * len(lines)
    begins = dict[str, int]()
    for number, line in enumerate(lines):
        if found := _TOML_KEY.match(line):
            begins.setdefault(found[1], number)
    for name, value in values.items():
        written[begins.get(name, 0)] += f"{_json(name)}: {_json(value)}"
    return "\n".join(written) + "\n"
