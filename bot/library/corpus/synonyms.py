"""``synonyms.yaml``: the maintainers' own list of what else a word of a question may be called."""

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.index.edition import Synonyms
from bot.languages.interface.messages import Message
from bot.library.parsing.header import one_line
from bot.library.parsing.yaml import Pair, parse_mapping

FILE = "synonyms.yaml"
"""Its place in the folder of articles."""


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
            first = str(lines[name.casefold()])
            raise ArticleError(Message.NAME_TWICE, entry.line, name=repr(name), first=first)
        lines[name.casefold()] = entry.line
        synonyms[name] = _others(name, entry)
    return synonyms


def _others(name: str, entry: Pair) -> tuple[str, ...]:
    names = entry.value.split(",") if isinstance(entry.value, str) else entry.value or ()
    others: dict[str, str] = {}
    for other in names:
        if not isinstance(other, str):
            raise ArticleError(Message.NAMES_EXPECTED, entry.line, name=repr(name))
        if other.strip():
            others.setdefault(other.strip().casefold(), _name(other, entry.line))
    others.pop(name.casefold(), None)
    if not others:
        raise ArticleError(Message.NAME_ALONE, entry.line, name=repr(name))
    return tuple(others.values())


def _name(text: str, line: int) -> str:
    try:
        name = one_line(text)
    except ArticleError as error:
        raise ArticleError(error.sentence, line) from error
    if not name:
        raise ArticleError(Message.NAME_EMPTY, line)
    if len(name) > LIMITS.files.synonym:
        raise ArticleError(Message.NAME_TOO_LONG, line, name=repr(name[:30]), limit=LIMITS.files.synonym)
    return name
