"""A folder of articles: everything that can be read in it, and every problem, at once."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.basics.progress import Progress, silent
from bot.core.index.edition import Synonyms
from bot.core.nouns import Article, ArticleId
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.corpus.files import FolderFiles, find_files
from bot.library.corpus.synonyms import FILE, parse_synonyms
from bot.library.corpus.untrusted import read_bytes
from bot.library.formats.registry import Parsed, format_of, parse_file
from bot.library.parsing.decoding import decode
from bot.library.parsing.draft import OWN_HANDS, Drafted, Hands
from bot.library.parsing.front_matter import FrontMatter, read_front_matter
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Problem


@dataclass(frozen=True, slots=True)
class FileEntry:
    """What was read of one file. ``digest`` stands for its bytes and those of the header beside it.

    ``files`` maps the one or two files that could be read to the SHA-256 of their bytes.
    """

    digest: str
    parsed: Parsed
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder held when it was read. ``readings`` are in the order of their files' names."""

    readings: tuple[Drafted, ...] = ()
    problems: tuple[Problem, ...] = ()
    synonyms: Synonyms = field(default_factory=dict)
    entries: Mapping[str, FileEntry] = field(default_factory=dict)
    digest: str = ""
    """SHA-256 over all files' names and contents, and the problems; equal only if nothing has changed."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Every file that could be read, articles or not, and the SHA-256 of its bytes."""
    passed_over: tuple[str, ...] = ()
    """The files that would be read, if they were not about the folder."""

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What is worth a remark, in the order of the files; none of files that were remembered."""
        about = [Problem(file, say(Message.ABOUT_THE_FOLDER)) for file in self.passed_over]
        return (*about, *(remark for entry in self.entries.values() for remark in entry.parsed.remarks))

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, no two with one id."""
        return tuple(reading.article for reading in self.readings)


def read_folder(
    path: Path,
    previous: Folder | None = None,
    on_progress: Progress = silent,
    hands: Hands = OWN_HANDS,
) -> Folder:
    """Return everything that can be read in the folder ``path``, and every problem.

    Files that hold the same bytes as in ``previous`` are not parsed again, and of others only what differs is
    read anew. Raises CorpusError if there is no such folder, BrokenExecutor where the ``hands`` that read are
    gone.
    """
    found = find_files(path)
    known = previous.entries if previous else {}
    entries: dict[str, FileEntry] = {}
    begun = (_begun(path, *names, known.get(names[0]), hands) for names in found.articles.items())
    for file, entry in zip(found.articles, hands.in_turn(begun), strict=True):
        on_progress(len(entries), len(found.articles))
        entries[file] = entry
    on_progress(len(found.articles), len(found.articles))
    readings, repeated = _without_repeated_ids(entries)
    words, words_file, bad_words = _read_synonyms(path, found)
    refused = [problem for entry in entries.values() for problem in entry.parsed.problems]
    problems = [*found.problems, *refused, *repeated, *bad_words]
    files = {file: sha for entry in entries.values() for file, sha in entry.files.items()} | words_file
    return Folder(
        readings=readings,
        problems=tuple(sorted(problems, key=lambda problem: (problem.file, problem.line or 0))),
        synonyms=words,
        entries=entries,
        digest=_digest(
            *map("\0".join, sorted(files.items())), *sorted(f"{p.file}\0{p.reason}" for p in problems)
        ),
        files=files,
        passed_over=found.passed_over,
    )


def files_in(path: Path) -> dict[str, str]:
    """Return the ``files`` that ``read_folder`` tells, without parsing any. Raises CorpusError as it does."""
    found = find_files(path)
    files: dict[str, str] = {}
    for file, header in found.articles.items():
        with suppress(ArticleError):
            files[file] = _sha256(read_bytes(path, file, format_of(file).limit))
            if header:
                files[header] = _sha256(read_bytes(path, header, LIMITS.files.one))
    if found.has_synonyms:
        with suppress(ArticleError):
            files[FILE] = _sha256(read_bytes(path, FILE, LIMITS.files.one))
    return files


def each_reading(path: Path) -> Iterator[Drafted | Problem]:
    """Yield the articles of ``read_folder`` and the problems of its files, each when its file is read.

    No more than one file's articles are held at a time. Raises CorpusError if there is no such folder.
    """
    found = find_files(path)
    first: dict[ArticleId, str] = {}
    yield from found.problems
    for file, header in found.articles.items():
        entry = read_entry(path, file, header, None)
        yield from entry.parsed.problems
        for reading in entry.parsed.readings:
            id_ = reading.article.id
            if id_ in first:
                yield _repeated(reading, first[id_])
            else:
                first[id_] = file
                yield reading


def _begun(
    root: Path, file: str, header: str | None, known: FileEntry | None, hands: Hands
) -> Callable[[], FileEntry]:
    """Begin with a file: a small one as a whole, of a large one each of its articles in its turn."""
    if hands.ahead and known is None and _size(root / file) <= LIMITS.editions.read_whole:
        return hands.begun(read_entry, root, file, header, None, Hands(hands.read))
    return partial(read_entry, root, file, header, known, hands)


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:
        return 0


def read_entry(
    root: Path, file: str, header: str | None, known: FileEntry | None, hands: Hands = OWN_HANDS
) -> FileEntry:
    """Return what one file holds, with the header in the file ``header`` beside it; a refusal is a problem.

    ``known`` is returned where neither has changed. Raises BrokenExecutor as ``read_folder`` does.
    """
    files: dict[str, str] = {}
    try:
        data = read_bytes(root, file, format_of(file).limit)
        files[file] = _sha256(data)
    except ArticleError as error:
        return _refused(file, error, files)
    try:
        sidecar = read_bytes(root, header, LIMITS.files.one) if header else b""
        if header:
            files[header] = _sha256(sidecar)
        digest = _digest(*(f"{name}\0{sha}" for name, sha in files.items()))
        if known and known.digest == digest:
            return known
        beside = read_front_matter(decode(sidecar)) if header else FrontMatter(Header())
    except ArticleError as error:
        left_out = ArticleError(Message.LEFT_OUT, error.line, problem=error.sentence, file=file)
        return _refused(header or file, left_out, files)
    if beside.is_draft:
        return FileEntry(digest, Parsed(remarks=(Problem(header or file, say(Message.IS_A_DRAFT)),)), files)
    parsed = parse_file(file, data, beside.header, known.parsed.readings if known else (), hands)
    about = tuple(Problem.of(remark, header or file) for remark in beside.remarks)
    return FileEntry(digest, replace(parsed, remarks=(*about, *parsed.remarks)), files)


def _refused(file: str, error: ArticleError, files: Mapping[str, str]) -> FileEntry:
    """Return an entry that no later one equals, so that the file is tried again."""
    return FileEntry("", Parsed(problems=(Problem.of(error, file),)), files)


def _without_repeated_ids(
    entries: Mapping[str, FileEntry],
) -> tuple[tuple[Drafted, ...], tuple[Problem, ...]]:
    """Return the first reading of each id, and a problem for every other."""
    first: dict[ArticleId, Drafted] = {}
    problems = []
    for reading in (reading for entry in entries.values() for reading in entry.parsed.readings):
        holder = first.setdefault(reading.article.id, reading)
        if holder is not reading:
            problems.append(_repeated(reading, holder.article.file))
    return tuple(first.values()), tuple(problems)


def _repeated(reading: Drafted, holder: str) -> Problem:
    taken = say(Message.ID_TAKEN, id=repr(reading.article.id), file=holder)
    return Problem(reading.article.file, taken)


def _read_synonyms(root: Path, found: FolderFiles) -> tuple[Synonyms, dict[str, str], tuple[Problem, ...]]:
    """Return the synonyms in the folder, their file with its SHA-256, and why it was refused if it was."""
    files: dict[str, str] = {}
    if not found.has_synonyms:
        return {}, files, ()
    try:
        data = read_bytes(root, FILE, LIMITS.files.one)
        files[FILE] = _sha256(data)
        return parse_synonyms(decode(data)), files, ()
    except ArticleError as error:
        return {}, files, (Problem.of(error, FILE),)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest(*parts: str) -> str:
    return _sha256("\n".join(parts).encode(errors="surrogateescape"))
