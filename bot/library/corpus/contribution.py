"""Articles on their way into the corpus: looked at, corrected, then written as files with a header.

A text gets its header in front; any other format stays as it is, with a ``NAME.yaml`` beside it.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from bot.basics.errors import ArticleError, CorpusError, told
from bot.basics.limits import LIMITS
from bot.core.nouns import SOURCE_FIELDS, Article
from bot.languages.interface.messages import Message
from bot.library.corpus.disk import inside, remove_file, write_file, write_new_files
from bot.library.corpus.untrusted import read_bytes
from bot.library.formats.child import unpacked_apart
from bot.library.formats.registry import SUFFIXES, Parsed, format_of, parse_file
from bot.library.parsing.decoding import decode
from bot.library.parsing.format import HEADERS
from bot.library.parsing.front_matter import other_entries, read_front_matter, split_front_matter
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Problem
from bot.library.parsing.yaml import render_mapping

FIELDS = tuple(name for name in SOURCE_FIELDS if name != "modified")
"""What a maintainer may correct."""

_TAKEN = frozenset({"readme", "synonyms"})
"""Names that would not be read as articles."""
_UNKNOWN = Header()


@dataclass(frozen=True, slots=True)
class Contribution:
    """A file that may be added. ``name`` is safe; ``beside`` is the header that goes beside it, if any."""

    name: str
    data: bytes
    beside: Header = _UNKNOWN

    @property
    def parsed(self) -> Parsed:
        """Its articles as they would be read, and why it, or parts of it, would be refused."""
        return parse_file(self.name, self.data, self.beside)

    @property
    def is_text(self) -> bool:
        """Tell whether the header stands in front of the text."""
        return format_of(self.name).is_text

    def corrected(self, fields: Header) -> "Contribution":
        """Return it with these fields in its header. Raises ArticleError for a file of many articles."""
        if format_of(self.name).holds_many:
            raise ArticleError(Message.MANY_HEADERS)
        if not self.is_text:
            return replace(self, beside=fields.over(self.beside))
        front_matter, text = split_front_matter(decode(self.data))
        header = fields.over(read_front_matter(front_matter).header)
        return replace(self, data=_with_header(header, text, other_entries(front_matter, header)))


def contribution(file: str, data: bytes, header: Header | None = None) -> Contribution:
    """Return ``data`` as a file that may be added, under a safe name like ``file``.

    What ``header`` knows goes before what the file says. Raises ArticleError for files that are not read.
    """
    path = PurePosixPath(file.replace("\\", "/"))
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ArticleError(Message.UNKNOWN_ENDING, suffix=repr(suffix), known=", ".join(SUFFIXES))
    made = Contribution(safe_stem(path.stem) + suffix, data)
    return made.corrected(header) if header and header != _UNKNOWN else made


def contributions(file: str, data: bytes) -> tuple[tuple[Contribution, ...], tuple[Problem, ...]]:
    """Return the files in ``data``, which is one or a zip of them, and why others cannot be added."""
    try:
        if not file.lower().endswith(".zip"):
            return (contribution(file, data),), ()
        members = dict(unpacked_apart(data))
    except ArticleError as error:
        return (), (Problem.of(error, file),)
    headers = {name: content for name, content in members.items() if name.lower().endswith(HEADERS)}
    found, problems = [], []
    for name, content in members.items():
        try:
            if name not in headers:
                found.append(contribution(name, content, _header_of(name, headers)))
        except ArticleError as error:
            problems.append(Problem.of(error, name))
    return tuple(found), tuple(problems)


def post(text: str, header: Header) -> Contribution:
    """Return a text from a chat as a file that may be added."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return Contribution(safe_stem(header.title or first[:60]) + ".md", _with_header(header, text))


def write_articles(corpus: Path, given: Iterable[Contribution]) -> list[str]:
    """Put all, or none, into the corpus under names that are free; return these. Raises CorpusError."""
    taken = _stems(corpus)
    names: list[str] = []
    files: dict[Path, bytes] = {}
    for one in given:
        names.append(name := _free_name(taken, one.name))
        if not one.is_text and (header := one.beside.to_yaml()):
            files[inside(corpus, f"{PurePosixPath(name).stem}.yaml")] = header.encode()
        files[inside(corpus, name)] = one.data
    write_new_files(files)
    return names


def correct(corpus: Path, article: Article, fields: Header) -> None:
    """Correct the header of an article that is in the corpus.

    Raises ArticleError where its file is of many articles or cannot be read, CorpusError where it cannot be
    written.
    """
    data = read_bytes(corpus, article.file, LIMITS.files.many)
    sidecar = _sidecar(corpus, article.file)
    if sidecar is not None:
        front_matter = decode(read_bytes(corpus, sidecar, LIMITS.files.one))
        header = fields.over(read_front_matter(front_matter).header)
        written = header.to_yaml() + other_entries(front_matter, header)
        write_file(inside(corpus, sidecar), written.encode())
        return
    corrected = Contribution(article.file, data).corrected(fields)
    if corrected.is_text:
        write_file(inside(corpus, article.file), corrected.data)
    else:
        beside = str(PurePosixPath(article.file).with_suffix(".yaml"))
        write_file(inside(corpus, beside), corrected.beside.to_yaml().encode())


def replace_page(corpus: Path, article: Article, given: Contribution) -> None:
    """Let a page take the place of the file that holds an article; what the header says stays, but for when
    the text was changed.

    Raises ArticleError where the file cannot be read, CorpusError where it cannot be written.
    """
    old, header, others = _header_in(corpus, article.file)
    file = str(PurePosixPath(article.file).with_suffix(PurePosixPath(given.name).suffix))
    header = header.model_copy(update={"modified": None})
    if given.is_text:
        front_matter, text = split_front_matter(decode(given.data))
        own = read_front_matter(front_matter).header
        write_file(inside(corpus, file), _with_header(header.over(own), text, others))
    else:
        if known := header.to_yaml() + others:
            write_file(inside(corpus, old or str(PurePosixPath(file).with_suffix(".yaml"))), known.encode())
        write_file(inside(corpus, file), given.data)
    if given.is_text and old:
        remove_file(inside(corpus, old))
    if file != article.file:
        remove_file(inside(corpus, article.file))


def _header_in(corpus: Path, file: str) -> tuple[str | None, Header, str]:
    """Return the header file beside an article, if any, what the header says, and its other entries."""
    sidecar = _sidecar(corpus, file)
    if sidecar is None and not format_of(file).is_text:
        return None, _UNKNOWN, ""
    written = decode(read_bytes(corpus, sidecar or file, LIMITS.files.many))
    front_matter = written if sidecar else split_front_matter(written)[0]
    header = read_front_matter(front_matter).header
    return sidecar, header, other_entries(front_matter, header)


def remove(corpus: Path, file: str) -> None:
    """Remove a file, and its header beside it, from the corpus. Raises CorpusError."""
    sidecar = _sidecar(corpus, file)
    remove_file(inside(corpus, file))
    if sidecar is not None:
        remove_file(inside(corpus, sidecar))


def parse_corrections(text: str) -> Header:
    """Return the fields in lines such as ``title: The weir``; quotes are not needed. Raises ArticleError."""
    found: dict[str, object] = {}
    for number, line in enumerate(text.splitlines(), 1):
        key, colon, value = line.partition(":")
        if not line.strip():
            continue
        name = {"date": "published"}.get(key.strip().casefold(), key.strip().casefold())
        if not colon or not value.strip() or name not in FIELDS:
            raise ArticleError(Message.EDIT_FIELD, number, fields=", ".join(FIELDS))
        found[name] = value.strip()
    if not found:
        raise ArticleError(Message.EDIT_LINES, fields=", ".join(FIELDS))
    return read_front_matter(render_mapping(found)).header


def safe_stem(text: str) -> str:
    """Return a name for a file, of small letters, digits and hyphens, that leads nowhere else."""
    letters = unicodedata.normalize("NFKC", text).casefold()
    stem = re.sub(r"[\W_]+", "-", letters).strip("-")[: LIMITS.files.name].strip("-")
    stem = stem.encode()[: LIMITS.files.name_bytes].decode(errors="ignore")
    return f"{stem or 'article'}-1" if stem in _TAKEN or not stem else stem


def _stems(corpus: Path) -> set[str]:
    try:
        return {PurePosixPath(entry.name).stem for entry in corpus.iterdir()}
    except OSError as error:
        raise CorpusError(Message.FOLDER_UNREADABLE, folder=str(corpus), problem=told(error)) from error


def _free_name(taken: set[str], name: str) -> str:
    """Return the name, with a number where an article of that id is there already; it is taken then."""
    path = PurePosixPath(name)
    stem, number = path.stem, 2
    while stem in taken:
        stem, number = f"{path.stem}-{number}", number + 1
    taken.add(stem)
    return stem + path.suffix


def _with_header(header: Header, text: str, others: str = "") -> bytes:
    known = header.to_yaml() + others
    front_matter = f"---\n{known}---\n\n" if known else ""
    return (front_matter + text.lstrip("\n").rstrip() + "\n").encode()


def _header_of(name: str, headers: dict[str, bytes]) -> Header | None:
    beside = (headers.get(str(PurePosixPath(name).with_suffix(suffix))) for suffix in HEADERS)
    found = next((content for content in beside if content is not None), None)
    return None if found is None else read_front_matter(decode(found)).header


def _sidecar(corpus: Path, file: str) -> str | None:
    names: Iterable[str] = (str(PurePosixPath(file).with_suffix(suffix)) for suffix in HEADERS)
    return next((name for name in names if (corpus / name).is_file()), None)
