"""``synonyms.yaml``: the maintainers' own list of what else a word of a question may be called."""

from bot.basics.errors import ArticleError
from bot.core.index.edition import Synonyms
from bot.library.parsing.header import one_line
from bot.library.parsing.yaml import Pair, parse_mapping

FILE = "synonyms.yaml"
"""Its place in the folder of articles."""

MAX_LENGTH = 100
"""The longest name, in characters."""


def parse_synonyms(text: str) -> Synonyms:
    """Return the other names of each name in ``text``, as written and in the order of writing.

    A line is ``akimat: city hall, mayor's office``, or has a YAML list. Raises ArticleError, with the line,
    for names that are missing, too long, nested, or given twice (case does not tell names apart).
    """
    synonyms: dict[str, tuple[str, ...]] = {}
    lines: dict[str, int] = {}
    for entry in parse_mapping(text):
        name = _name(entry.key, entry.line)
        if name.casefold() in lines:
            first = lines[name.casefold()]
            raise ArticleError(f"{name!r} occurs twice (first in line {first}); join the two", entry.line)
        lines[name.casefold()] = entry.line
        synonyms[name] = _others(name, entry)
    return synonyms


def _others(name: str, entry: Pair) -> tuple[str, ...]:
    names = entry.value.split(",") if isinstance(entry.value, str) else entry.value or ()
    others: dict[str, str] = {}
    for other in names:
        if not isinstance(other, str):
            raise ArticleError(f"{name!r}: expected names separated by commas", entry.line)
        if other.strip():
            others.setdefault(other.strip().casefold(), _name(other, entry.line))
    others.pop(name.casefold(), None)
    if not others:
        raise ArticleError(f"{name!r} has no other name; write one after the colon", entry.line)
    return tuple(others.values())


def _name(text: str, line: int) -> str:
    name = one_line(text)
    if not name:
        raise ArticleError("a name is empty; write it before the colon", line)
    if len(name) > MAX_LENGTH:
        raise ArticleError(f"the name that begins {name[:30]!r} is longer than {MAX_LENGTH} characters", line)
    return name
